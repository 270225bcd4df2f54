import json
import re

import pytest
from django.conf import settings
from django.core.management import call_command
from django.templatetags.static import static
from django.test import override_settings

NAMED_BY_A_TEMPLATE = re.compile(r"{% static ['\"]([^'\"]+)['\"]")
STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "genprocure.staticfiles.HashedStorage"}}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The static files as the portal serves them."""
    folder = tmp_path_factory.mktemp("static")
    with pytest.MonkeyPatch.context() as patch, override_settings(STATIC_ROOT=folder, STORAGES=STORAGES):
        patch.setattr("whitenoise.compress.brotli_installed", False)  # slow, and not what is asked here
        call_command("collectstatic", interactive=False, verbosity=0)
    return folder


@pytest.fixture(scope="module")
def hashed(folder):
    """The hashed name of each file by its plain one."""
    return json.loads((folder / "staticfiles.json").read_text())["paths"]


def test_every_static_file_that_a_template_names_is_served(hashed):
    templates = (settings.BASE_DIR / "templates").rglob("*.html")
    named = {name for template in templates for name in NAMED_BY_A_TEMPLATE.findall(template.read_text())}

    assert named - set(hashed) == set()


def test_what_a_reader_fetches_is_compressed_and_source_maps_are_not(folder):
    compressed = {path.name.rsplit(".", 2)[-2] for path in folder.rglob("*.gz")}

    assert compressed == {"css", "js", "svg"}


def test_the_address_of_a_file_holds_its_hash_whoever_asks_again(folder, hashed):
    with override_settings(STATIC_ROOT=folder, STORAGES=STORAGES):
        asked = [static(name) for name in ("css/base.css", "css/tokens.css", "css/base.css")]

    base, tokens = (f"{settings.STATIC_URL}{hashed[name]}" for name in ("css/base.css", "css/tokens.css"))
    assert asked == [base, tokens, base]
