"""On a page in another language than the plan's, every word of the plan says its language, and ours say ours.

All that people of the city have written becomes words that can be told apart; then every page of every role is read,
the refused forms, the conflicts, and what follows on each form that is sent.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

import pytest
from django.db import models
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from lxml import html

from actionplan.models import Supplier, SupplierUpload, VersionGaps
from tests import places, places_baseline
from tests.addresses import addresses
from tests.page_roles import ROLES
from tests.places import Place
from tests.sent_forms import SentForm, forms_of
from tests.visits import visits
from ulg.models import Membership, Revised, Searched, User
from ulg.roles import Role
from ulg.search import search_text

PLAN, PAGE = "sv", "en"
WORDS = re.compile(r"Zqx[a-z_]+\d+")
# What has no language: codes, figures, signs
NEITHER = re.compile(r"[A-ZÅÄÖ]{1,2}-\d+|inte längre i planen|[\W\d_]+")
# Names of people, organisations and cities have none of their own either, and these are not sentences
NO_WORDS = {"code", "key", "slug", "country", "currency", "time_zone", "case_number", "name", "authority", "aliases"}
NO_WORDS |= {"organisation_numbers", "shown_number"}
READ_ALOUD = ("title", "aria-label", "alt", "placeholder", "value", "label")


@pytest.fixture
def place(db) -> Place:
    place = places.build("here", language=PLAN, before_publishing=write_recognisably)
    User.objects.update(language=PAGE)
    VersionGaps.objects.update(words=["Zqxgap1"], reason="Zqxreason1")
    Supplier.objects.update(source="Zqxsource1")
    for held in SupplierUpload.objects.all():
        written = zlib.decompress(held.content).decode().replace(places_baseline.SURVEY, "Zqxsource2")
        SupplierUpload.objects.filter(pk=held.pk).update(content=zlib.compress(written.encode()))
    for unsent in place.unsent_texts.values():
        unsent.fields = {"text": ["Zqxunsent1"]}
        unsent.save()
    return place


def write_recognisably() -> None:
    """Whatever people have written so far, in the records and in their history, each value another one."""
    for model in Revised.kinds().values():
        for rows in (model._base_manager.all(), model.history.all()):
            for target in filter(_is_written_by_people, model._meta.fields):
                _write(rows, target)


def _is_written_by_people(target: models.Field) -> bool:
    is_text = isinstance(target, models.CharField | models.TextField) and target.editable and not target.choices
    return is_text and target.name not in NO_WORDS


def _write(rows: models.QuerySet, target: models.Field) -> None:
    for pk in rows.exclude(**{target.name: ""}).values_list("pk", flat=True):
        words = f"Zqx{target.name}{pk}"
        rows.filter(pk=pk).update(**{target.name: f"<p>{words}</p>" if hasattr(target, "lines") else words})


@pytest.mark.parametrize("role", ROLES)
def test_every_word_of_the_plan_says_its_language_on_every_page(place, role: Role):
    client = client_of(place, role)
    answers = {url: client.get(url) for url in urls(place)}
    wrong = [f"{url}: {fault}" for url, answer in answers.items() for fault in faults(answer)]

    assert wrong == [], "\n".join(wrong[:60])
    assert sum(is_read(answer) for answer in answers.values()) > 20


@pytest.mark.parametrize("way", ["empty", "as it stands", "overtaken"])
def test_what_answers_a_form_says_the_plans_language_too(place, way):
    client = client_of(place, Role.COORDINATOR)
    forms = {form.key: (url, form) for url in urls(place) for form in sendable(client, url)}
    wrong, seen = [], set()

    for url, form in forms.values():
        answer = client.post(form.url, filled(form, way), follow=True)
        seen.add(answer.status_code)
        wrong += [f"{form.url} on {url}: {fault}" for fault in faults(answer)]

    assert wrong == [], "\n".join(wrong[:60])
    assert {"empty": 422, "as it stands": 200, "overtaken": 409}[way] in seen


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.OBSERVER])
def test_what_a_search_finds_says_its_language(place, role):
    client, wrong, found = client_of(place, role), [], set()
    sought = searched_words(place)

    for kind, words in sought.items():
        answer = client.get(reverse("actionplan:search", args=["here"]), {"q": words.lower()})  # as nobody wrote it
        wrong += [f"{words}: {fault}" for fault in faults(answer)]
        found |= {kind} if f"<mark>{words}</mark>" in answer.content.decode() else set()

    assert wrong == [], "\n".join(wrong[:60])
    assert found == sought.keys()


def searched_words(place: Place) -> dict[str, str]:
    """Words by which something of each kind is found, as they were written."""
    found = {}
    for model in Searched.kinds().values():
        for row in model.objects.in_city(place.city):
            model.objects.filter(pk=row.pk).update(search_text=search_text(row.searched_texts()))
        for target in filter(_is_written_by_people, model.texts()):
            texts = model.objects.in_city(place.city).current().values_list(target.name, flat=True)
            words = next((each.group() for each in map(WORDS.search, texts) if each), None)
            found |= {f"{model._meta.model_name} {target.name}": words} if words else {}
    [seat] = Membership.objects.filter(pk=place.seats[Role.EDITOR].pk)
    return found | {"membership function": seat.function}


def client_of(place: Place, role: Role) -> Client:
    client = Client()
    client.force_login(place.seats[role].user)
    return client


def urls(place: Place) -> list[str]:
    found = []
    for address in addresses():
        for visit in visits(place, address):
            if "format" not in address.parts:
                city = {"city": place.city.slug} if address.is_of_city else {}
                found.append(reverse(address.name, kwargs=city | visit.parts))
    return list(dict.fromkeys(found))


def sendable(client: Client, url: str) -> list[SentForm]:
    answer = client.get(url)
    found = forms_of(answer.content, url) if is_read(answer) else []
    return [form for form in found if form.is_post and form.url.startswith("/here/")]


def filled(form: SentForm, way: str) -> dict[str, list[str]]:
    if way == "empty":
        return form.with_values(dict.fromkeys(form.texts, "")) | {"role": [], "email": [""]}
    if way == "overtaken" and "revision" in form.fields:
        return form.with_values(dict.fromkeys(set(form.texts) - NO_WORDS, "Zqxmine1")) | {"revision": ["1"]}
    return form.fields


def is_read(answer: HttpResponse) -> bool:
    return answer.status_code in (200, 409, 422) and answer["Content-Type"].startswith("text/html")


def faults(answer: HttpResponse) -> Iterator[str]:
    """Words of the plan that stand as ours, and words of ours that stand as the plan's."""
    if not is_read(answer):
        return
    document = html.document_fromstring(answer.content.decode())
    for element in document.iter(html.etree.Element):
        for words in texts_of(element):
            language = language_of(element)
            if WORDS.search(words) and language != PLAN:
                yield f"not said to be {PLAN}: {words.strip()[:80]!r} in {shown(element)}"
            elif language == PLAN and not is_ours_in_it(element) and NEITHER.sub("", WORDS.sub("", words)):
                yield f"said to be {PLAN}: {words.strip()[:80]!r} in {shown(element)}"


def texts_of(element: html.HtmlElement) -> Iterator[str]:
    if element.tag in ("script", "style"):
        return
    yield element.text or ""
    yield from (child.tail or "" for child in element)
    if element.get("type") != "hidden":
        yield from (element.get(name, "") for name in READ_ALOUD if not (name == "value" and is_choice(element)))


def is_choice(element: html.HtmlElement) -> bool:
    return element.tag != "input" or element.get("type") in ("radio", "checkbox")


def language_of(element: html.HtmlElement) -> str:
    return element.xpath("string(ancestor-or-self::*[@lang][1]/@lang)")


def is_ours_in_it(element: html.HtmlElement) -> bool:
    """All of a published document is in the plan's language, a title has one for all its words, a button another."""
    frozen = "@id = 'document' or @id = 'plan' or @id = 'newest' or @id = 'gaps'"
    return bool(element.xpath(f"ancestor-or-self::*[{frozen} or @name = 'language' or self::title]"))


def shown(element: html.HtmlElement) -> str:
    return html.tostring(element, encoding="unicode")[:140].replace("\n", " ")
