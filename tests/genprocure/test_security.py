"""What the browser is told it may do."""

import re
from pathlib import Path

import pytest
from django.urls import reverse

from tests.factories import InvitationFactory, MembershipFactory

ROOT = Path(__file__).parent.parent.parent
A_FILE_OF_ITS_OWN = ROOT / "templates/actionplan/document/file.html"  # is downloaded and read without the portal
TEMPLATES = sorted(set((ROOT / "templates").rglob("*.html")) - {A_FILE_OF_ITS_OWN})
TAG = re.compile(r"{[%{#].*?[%}#]}", re.DOTALL)
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:", re.IGNORECASE)


@pytest.mark.django_db
def test_only_files_of_our_own_are_let_in(client):
    header = client.get(reverse("home")).headers["Content-Security-Policy"]

    policy = dict(directive.strip().split(" ", 1) for directive in header.split(";"))
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }


def test_no_template_holds_a_script_or_a_style_of_its_own():
    pages = {str(path.relative_to(ROOT)): TAG.sub("", path.read_text()) for path in TEMPLATES}

    found = {path: INLINE.findall(text) for path, text in pages.items() if INLINE.search(text)}

    assert found == {}


@pytest.mark.django_db
def test_pages_are_sent_compressed(client):
    response = client.get(reverse("privacy"), headers={"Accept-Encoding": "gzip"})

    assert response.headers["Content-Encoding"] == "gzip"


@pytest.mark.django_db
def test_pages_tell_the_browser_to_guess_and_frame_nothing(client):
    headers = client.get(reverse("privacy")).headers

    assert {name: headers[name] for name in ("X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy")} == {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
    }


@pytest.mark.django_db
def test_a_session_is_kept_from_scripts_and_from_other_sites(client):
    InvitationFactory()

    cookie = client.post("/accounts/join/a-token/").cookies["sessionid"]

    assert (cookie["samesite"], cookie["httponly"]) == ("Lax", True)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["ulg:group", "ulg:me", "ulg:organisations"])
def test_pages_of_a_city_ask_who_is_there(client, name):
    path = reverse(name, args=[MembershipFactory().city.slug])

    assert client.get(path).url == f"{reverse('account_login')}?next={path}"
