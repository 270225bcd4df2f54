import pytest
from django.core.management import CommandError, call_command

from actionplan.models import PlanVersion
from tests.frozen import behind_the_triggers
from tests.plans import full_plan, publish


@pytest.fixture
def version(db):
    made = full_plan()
    return publish(made.plan, by=made.coordinator)


def test_it_says_that_every_version_is_as_it_was_published(version, capsys):
    call_command("verify_versions")

    assert capsys.readouterr().out == (
        "Published versions: 1. Every fingerprint, number, link and file is as it was published.\n"
    )


def test_it_fails_and_names_the_version_in_which_one_byte_was_changed(version, capsys):
    with behind_the_triggers():
        PlanVersion.objects.update(content=version.content.replace("Ett exempel", "Ett exempeL"))

    with pytest.raises(CommandError) as failed:
        call_command("verify_versions")

    assert (failed.value.returncode, capsys.readouterr().err) == (
        1,
        "umea, version 1: its text does not match its fingerprint\n",
    )
