"""What was sent after an ended session stands in the form again, also in those that nothing is kept of meanwhile."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import MembershipFactory
from tests.sent_forms import forms_of
from tests.unsent import opened_with, owned_by
from ulg.models import Membership, Organisation, UnsentText, User
from ulg.roles import Role

pytestmark = pytest.mark.django_db

FORMS = {
    "ulg:member-add": {"email": "maja@example.org", "name": "Maja Berg", "function": "buyer", "role": "editor"},
    "ulg:organisation-add": {"name": "Tallmon", "sector": "private", "kind": "supplier"},
    "ulg:me-person": {"name": "Another Name", "language": "sv"},
}
each_form = pytest.mark.parametrize("name", FORMS)


@pytest.fixture
def coordinator():
    return MembershipFactory(role=Role.COORDINATOR)


@pytest.fixture
def kept(client, coordinator, name):
    """The form was sent by a page whose writer had been logged out; the writer is in again."""
    Client().post(url(name, coordinator), {**FORMS[name], **owned_by(coordinator.user)})
    client.force_login(coordinator.user)
    return UnsentText.objects.get()


def url(name: str, member: Membership) -> str:
    return reverse(name, args=[member.city.slug])


@each_form
def test_the_form_is_filled_with_it_and_says_so(client, coordinator, name, kept):
    page = client.get(url(name, coordinator))

    [form] = [form for form in forms_of(page.content, "") if "unsent_owner" in form.fields]
    assert {field: form.fields[field] for field in FORMS[name]} == {
        field: [said] for field, said in FORMS[name].items()
    }
    assert form.fields["unsent_id"] == [str(kept.pk)]
    assert "This is your unsent text." in page.content.decode()


@each_form
def test_the_form_is_empty_for_whoever_keeps_it_for_later(client, coordinator, name, kept):
    page = client.get(url(name, coordinator) + "?unsent=0").content.decode()

    assert "You have unsent texts for this form:" in page
    assert f'value="{FORMS[name]["name"]}"' not in page


@each_form
def test_what_is_sent_waits_no_longer(client, coordinator, name, kept):
    response = client.post(url(name, coordinator), {**FORMS[name], **opened_with(kept)})

    assert (response.status_code, UnsentText.objects.exists()) == (302, False)
    assert FORMS[name]["name"] in {each.name for model in (User, Organisation) for each in model.objects.all()}


@each_form
def test_what_is_refused_waits_on(client, coordinator, name, kept):
    response = client.post(url(name, coordinator), {**FORMS[name], **opened_with(kept), "name": ""})

    assert (response.status_code, UnsentText.objects.get()) == (422, kept)
