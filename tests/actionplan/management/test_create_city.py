import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from actionplan.models import Plan, Section
from actionplan.reference.outline import WRITTEN
from tests.factories import CityFactory, UserFactory
from ulg.models import City, Invitation, Membership, User
from ulg.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)


def create(slug="lund", **options):
    facts = {"name": "Lund", "language": "sv", "coordinator": "eva@example.org"} | options
    call_command("create_city", slug, *[f"--{name.replace('_', '-')}={value}" for name, value in facts.items()])


def test_a_city_is_opened_with_its_empty_plan_and_its_coordinator(capsys):
    create(authority="Lunds kommun", kind="municipality", country="SE", currency="SEK")

    city, plan, seat = City.objects.get(), Plan.objects.get(), Membership.objects.get()
    assert (city.slug, city.full_name, city.currency, plan.city, seat.city, seat.role, seat.user.email) == (
        "lund",
        "Lunds kommun",
        "SEK",
        city,
        city,
        Role.COORDINATOR,
        "eva@example.org",
    )
    assert sorted(Section.objects.filter(plan=plan).values_list("code", flat=True)) == sorted(WRITTEN)
    assert "Opened Lunds kommun at" in capsys.readouterr().out


def test_the_coordinator_is_mailed_the_way_in(capsys):
    create()

    assert ([message.to for message in mail.outbox], Invitation.objects.exclude(mailed_at=None).count()) == (
        [["eva@example.org"]],
        1,
    )
    assert "Mailed eva@example.org the invitation" in capsys.readouterr().out


def test_a_mail_that_cannot_be_sent_is_said_and_the_city_stands(settings, capsys):
    settings.EMAIL_BACKEND = "tests.ulg.services.test_members.BrokenBackend"

    create()

    assert (City.objects.count(), "could not be sent" in capsys.readouterr().err) == (1, True)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"slug": "there"}, "slug: There is already a city at this address."),
        ({"slug": "static"}, "slug: The portal uses this address itself."),
        ({"slug": "två ord"}, "slug: "),
        ({"language": "xx"}, "--language: "),
        ({"coordinator": "eva"}, "--coordinator: "),
        ({"country": "Sweden"}, "--country: "),
        ({"kind": "village"}, "--kind: "),
        ({"name": ""}, "--name: "),
        ({"coordinator": "closed@example.org"}, "closed@example.org may not log in"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_half_made(wrong, words):
    CityFactory(slug="there")
    UserFactory(email="closed@example.org", is_active=False)

    with pytest.raises(CommandError, match=words):
        create(**wrong)

    assert (City.objects.count(), User.objects.count(), Plan.objects.count(), mail.outbox) == (1, 1, 0, [])


def test_the_coordinators_address_is_kept_in_its_one_form():
    create(coordinator="Eva\u200b@Umeå.example")

    assert Membership.objects.get().user.email == "eva@xn--ume-wla.example"


def test_a_city_without_a_name_that_can_be_seen_is_not_opened():
    with pytest.raises(CommandError, match="--name"):
        create(name="\u200b\u3164")

    assert not City.objects.exists()
