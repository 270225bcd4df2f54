import pytest
from django.db import OperationalError, connection
from django.urls import reverse
from django.utils import timezone

from actionplan.models import PlanVersion, Publication, Section
from tests.factories import MembershipFactory, PlanFactory, SectionFactory, UserFactory
from ulg.roles import Role

pytestmark = pytest.mark.django_db
HOME = reverse("home")


def publish(plan, number, *, is_open):
    by = MembershipFactory(city=plan.city, role=Role.COORDINATOR)
    version = PlanVersion.objects.create(
        plan=plan, number=number, content="{}", sha256=f"{number:064}", published_at=timezone.now(), published_by=by
    )
    if is_open:
        Publication.objects.create(version=version, opened_by=by)


def test_a_visitor_reads_what_the_portal_is_and_where_to_log_in(client):
    text = client.get(HOME).content.decode()

    assert ("A plan you can trace" in text, reverse("account_login") in text) == (True, True)


def test_only_versions_that_are_open_to_all_are_listed(client):
    shown, hidden = PlanFactory(city__name="Open city"), PlanFactory(city__name="Closed city")
    publish(shown, 1, is_open=True)
    publish(shown, 2, is_open=False)
    publish(hidden, 1, is_open=False)

    response = client.get(HOME)

    assert [(row["name"], row["number"]) for row in response.context["published"]] == [("Open city", 1)]
    assert "Closed city" not in response.content.decode()


def test_who_has_one_seat_is_taken_to_the_city(client):
    seat = MembershipFactory()
    client.force_login(seat.user)

    assert client.get(HOME).url == seat.city.get_absolute_url()


def test_who_has_one_seat_still_reaches_the_list(client):
    seat = MembershipFactory()
    client.force_login(seat.user)

    assert list(client.get(f"{HOME}?all").context["seats"]) == [seat]


def test_a_former_seat_is_not_listed(client):
    seat = MembershipFactory(ended_at=timezone.now())
    client.force_login(seat.user)

    response = client.get(HOME)

    assert (response.context["seats"], seat.user.email in response.content.decode()) == ([], True)


def test_each_city_says_where_its_plan_stands(client):
    seat = MembershipFactory()
    plan = PlanFactory(city=seat.city)
    for key, status in [("vision", "done"), ("policy", "draft"), ("risks", "not_started")]:
        SectionFactory(plan=plan, code=key, status=status)
    publish(plan, 3, is_open=False)
    client.force_login(seat.user)

    response = client.get(f"{HOME}?all")

    (shown,) = response.context["seats"]
    newest = Section.objects.filter(plan=plan).order_by("-updated_at").first().updated_at
    assert (shown.sections, shown.sections_done, shown.sections_begun, shown.version, shown.changed_at) == (
        3,
        1,
        2,
        3,
        newest,
    )
    assert "1 of 3 sections done" in response.content.decode()


def test_a_city_without_a_plan_is_listed_as_not_begun(client):
    seat = MembershipFactory()
    client.force_login(seat.user)

    assert "The plan has not been started yet" in client.get(f"{HOME}?all").content.decode()


def test_the_front_page_asks_as_often_for_one_city_as_for_three(client, django_assert_max_num_queries):
    person = UserFactory()
    client.force_login(person)
    counts = []

    for rows in (1, 2):
        for _row in range(rows):
            plan = PlanFactory(city=MembershipFactory(user=person).city)
            SectionFactory(plan=plan)
            publish(plan, 1, is_open=True)
        with django_assert_max_num_queries(12) as queries:
            client.get(f"{HOME}?all")
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_health_answers_without_login_and_without_a_cookie(client):
    response = client.get(reverse("health"))

    assert (response.status_code, response.content, response.cookies) == (200, b"ok\n", {})


def test_health_says_when_the_database_is_away(client, monkeypatch):
    def away():
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", away)

    assert client.get(reverse("health")).status_code == 503


def choose(client, language, to="/privacy/"):
    return client.post(reverse("language"), {"language": language, "next": to})


def test_a_visitors_language_is_remembered_in_a_cookie(client):
    response = choose(client, "sv")

    assert (response.url, response.cookies["django_language"].value) == ("/privacy/", "sv")
    assert client.get("/privacy/").headers["Content-Language"] == "sv"


def test_a_persons_language_is_remembered_with_the_person(client):
    person = UserFactory(language="en")
    client.force_login(person)

    choose(client, "sv")

    person.refresh_from_db()
    assert person.language == "sv"


@pytest.mark.parametrize("language", ["xx", "", "../sv"])
def test_a_language_that_we_do_not_speak_changes_nothing(client, language):
    person = UserFactory(language="en")
    client.force_login(person)

    response = choose(client, language)

    person.refresh_from_db()
    assert (response.status_code, "django_language" in response.cookies, person.language) == (302, False, "en")


@pytest.mark.parametrize("target", ["https://evil.example.org/", "//evil.example.org", "javascript:alert(1)", ""])
def test_choosing_a_language_leads_nowhere_else(client, target):
    assert choose(client, "sv", target).url == "/"


@pytest.mark.parametrize(("contact", "shown"), [("help@example.org", True), ("", False)])
@pytest.mark.parametrize("name", ["accessibility", "privacy"])
def test_the_statements_are_open_and_say_whom_to_write_to(client, settings, name, contact, shown):
    settings.CONTACT_EMAIL = contact

    response = client.get(reverse(name))

    assert (response.status_code, 'href="mailto:' in response.content.decode()) == (200, shown)
