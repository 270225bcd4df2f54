import pytest
from lxml import html

from actionplan.services import versions
from tests import factories
from tests.plans import full_plan, publish
from tests.queries import MOST, queries_of
from ulg.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_pdf")]
LIST, FIRST = "/umea/published/", "/umea/published/1/"
PAGES = (FIRST, f"{FIRST}plan.pdf", f"{FIRST}plan.html", f"{FIRST}plan.json")


@pytest.fixture
def made():
    return full_plan()


def statuses(client) -> list[int]:
    return [client.get(page).status_code for page in PAGES]


def test_anybody_reads_a_public_version(client, made):
    publish(made.plan, by=made.coordinator)

    assert statuses(client) == [200, 200, 200, 200]


def test_a_version_that_is_not_public_is_not_there_for_anybody(client, made):
    publish(made.plan, by=made.coordinator, is_public=False)

    as_nobody = statuses(client)
    client.force_login(made.coordinator.user)

    assert (as_nobody, statuses(client)) == ([404] * 4, [404] * 4)


def test_a_closed_version_is_gone_from_its_public_address(client, made):
    version = publish(made.plan, by=made.coordinator)
    versions.close_version(version, by=version.published_by)

    assert statuses(client) == [404] * 4
    assert "Version 1" not in client.get(LIST).content.decode()


def test_another_citys_public_version_is_not_ours(client, made):
    other = full_plan("zagreb")
    publish(other.plan, by=other.coordinator)

    assert statuses(client) == [404] * 4


@pytest.mark.parametrize("page", ["/nowhere/published/", "/umea/published/0/", "/umea/published/999/"])
def test_what_was_never_published_is_not_found(client, made, page):
    assert client.get(page).status_code == 404


def test_before_the_first_version_the_list_says_so(client, made):
    response = client.get(LIST)

    assert "Nothing is published yet" in response.content.decode()


def test_a_city_without_a_plan_has_an_empty_list(client):
    city = factories.CityFactory()

    assert "Nothing is published yet" in client.get(f"/{city.slug}/published/").content.decode()


def test_the_list_shows_the_newest_with_its_decision_and_all_others(client, made):
    for _each in range(2):
        publish(made.plan, by=made.coordinator, decision={"body": "Council"})
    publish(made.plan, by=made.coordinator, is_public=False)

    tree = html.fromstring(client.get(LIST).content.decode())

    newest = tree.get_element_by_id("newest")
    assert "Version 2" in newest.text_content()
    assert "Handlingsplan" in newest.text_content()
    assert "Council" in newest.text_content()
    assert [link.text_content() for link in tree.find_class("lines")[0].iter("a")] == ["Version 2", "Version 1"]


def test_the_document_is_marked_with_its_own_language_whatever_the_reader_speaks(client, made):
    publish(made.plan, by=made.coordinator)

    tree = html.fromstring(client.get(FIRST, headers={"Accept-Language": "en"}).content.decode())

    assert (tree.get("lang"), tree.get_element_by_id("document").get("lang")) == ("en", "sv")


def test_an_older_version_leads_to_the_newest(client, made):
    for _each in range(2):
        publish(made.plan, by=made.coordinator)

    pages = [client.get(f"{LIST}{number}/").content.decode() for number in (1, 2)]

    assert ["There is a newer version of this plan." in page for page in pages] == [True, False]


def test_only_what_members_let_us_print_stands_on_the_page(client, made):
    publish(made.plan, by=made.coordinator)

    page = client.get(FIRST).content.decode()

    assert ("Karin Åström" in page, "Tallmon Städ AB" in page, "Yusuf" in page) == (True, True, False)
    assert made.coordinator.user.email not in page


def test_a_person_who_was_erased_is_gone_from_the_page(client, made, django_capture_on_commit_callbacks):
    publish(made.plan, by=made.coordinator)

    with django_capture_on_commit_callbacks(execute=True):
        versions.anonymise(made.coordinator)

    assert [b"Karin" in client.get(page).content for page in PAGES] == [False] * 4


def test_a_pdf_opens_in_the_browser_and_may_be_kept_if_it_is_asked_about_again(client, made):
    publish(made.plan, by=made.coordinator)

    headers = client.get(f"{FIRST}plan.pdf").headers

    assert headers["Content-Disposition"] == 'inline; filename="umea-plan-version-1.pdf"'
    assert headers["Cache-Control"] == "public, no-cache"


def test_a_members_menu_stays_on_the_public_page(client, made):
    publish(made.plan, by=made.coordinator)
    client.force_login(factories.MembershipFactory(city=made.city, role=Role.OBSERVER).user)

    assert 'href="/umea/barriers/"' in client.get(FIRST).content.decode()


def test_the_pages_take_few_queries_and_not_more_for_a_larger_plan(client, made):
    publish(made.plan, by=made.coordinator)
    few = [queries_of(client, page) for page in (LIST, FIRST)]
    for _more in range(3):
        barrier = factories.BarrierFactory(plan=made.plan, findings=[made.finding])
        factories.CommentFactory(record=barrier, author=made.supplier)
        factories.MembershipFactory(city=made.city, published_as="name")
        publish(made.plan, by=made.coordinator)

    many = [queries_of(client, page) for page in (LIST, f"{LIST}4/")]

    assert (many, max(few) <= MOST) == (few, True)


def test_whoever_only_reads_fetches_no_script(client, made):
    publish(made.plan, by=made.coordinator)

    page = html.fromstring(client.get(FIRST).content)

    assert page.xpath("//script/@src") == []
