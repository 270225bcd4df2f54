"""What people paste and what broken programs send: every form and every address answers, and never with a failure."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from actionplan.exports.formats import FORMATS
from actionplan.models import PlanVersion
from tests import places
from tests.addresses import addresses
from tests.places import Place
from tests.sent_forms import Fields, SentForm, confirm, forms_of, is_page, parameters_of
from tests.visits import visits
from ulg.roles import Role

TEXTS = {
    "markup": '<p>Say "no" & go</p><script>alert(1)</script><img src=x onerror=alert(1)>\'">',
    "template": "{{ 7*7 }} {% include 'x' %} #eval(1) ${7*7} %(name)s {0}",
    "typst": '#read("/etc/passwd") $ x $ = Heading <label> @ref \\ `raw` _a_ *b*',
    "control": "a\x00b\x01c\x07d\x1be\x7ff\x85g\u2028h\ufeffi\ue000j",
    "emoji": "👩‍👩‍👧‍👦 🏳️‍🌈 ✅ 👍🏽",
    "rtl": "\u202egnirts\u202c \u2067שלום\u2069 مرحبا \u200f\u200b",
    "marks": "Z\u0335\u0320a\u0334\u031el\u0337g\u0338o" + "\u0301" * 400,
    "long word": "ö" * 9_900,
}
RAW = {
    "lone surrogate": b"%ED%A0%80half%ED%BF%BF",
    "broken UTF-8": b"%C3%28%FF%FE%80",
    "bytes as they are": b"\xed\xa0\x80\xff\xfe\xc3(",
}
NONSENSE = ["abc", "-1", "9" * 30, "9" * 5000, "١٢", "²", "\x00", "2026-13-45", "99999-01-01"]
# What pages read from the address and no link of theirs may show today
ASKED = ("page", "q", "comments", "comment", "indicators", "status", "category", "stage", "solution_type", "barrier")
# They would log the visitor out, or change the language in the middle of the walk
NOT_WALKED = {"account_logout", "language"}

pytestmark = pytest.mark.django_db


FILES = (".pdf", ".html", ".json")


class Visitor:
    """The coordinator, who may send every form, and notes whatever failed."""

    def __init__(self, place: Place, on_commit: Any) -> None:
        self.place = place
        self.browser = Client(raise_request_exception=False)
        self.browser.force_login(place.seats[Role.COORDINATOR].user)
        self.failures: list[str] = []
        self._on_commit = on_commit

    def get(self, url: str) -> HttpResponse:
        return self._noted(self.browser.get(url), url)

    def post(self, url: str, sent: Fields | bytes = b"", what: str = "") -> HttpResponse:
        body = sent if isinstance(sent, bytes) else urlencode(sent, doseq=True, errors="surrogatepass").encode()
        with self._on_commit(execute=True), transaction.atomic():
            response = self.browser.post(url, body, content_type="application/x-www-form-urlencoded")
            transaction.set_rollback(response.status_code >= 500)
        return self._noted(response, f"{url} {what}")

    def pages(self) -> dict[str, bytes]:
        """What every page shows, by its address."""
        responses = {url: self.get(url) for url in self.urls() if not url.endswith(FILES)}
        return {url: response.content for url, response in responses.items() if is_page(response)}

    def urls(self) -> list[str]:
        """One of each address."""
        found = []
        for address in addresses():
            city = {"city": self.place.city.slug} if address.is_of_city else {}
            if address.name not in NOT_WALKED:
                parts = visits(self.place, address)[-1].parts
                found.append(reverse(address.name, kwargs=city | parts))
        return found

    def forms(self) -> list[tuple[str, SentForm]]:
        """Every form that can be sent, once, with a page that it stands on."""
        not_walked = {reverse(name) for name in NOT_WALKED}
        found: dict[Any, tuple[str, SentForm]] = {}
        for url, page in self.pages().items():
            for form in forms_of(page, url):
                if form.is_post and form.url not in not_walked:
                    found.setdefault(form.key, (url, form))
        return list(found.values())

    def again(self, page: str, form: SentForm) -> SentForm | None:
        """The same form as the page shows it now, with the newest revision."""
        fresh = forms_of(self.get(page).content, page)
        return next((each for each in fresh if each.key == form.key), None)

    def _noted(self, response: HttpResponse, what: str) -> HttpResponse:
        if response.status_code >= 500:
            self.failures.append(f"{response.status_code} {what[:200]} {getattr(response, 'exc_info', None)}")
        return response


@pytest.fixture
def visitor(db: None, django_capture_on_commit_callbacks: Any) -> Visitor:
    return Visitor(places.build("here"), django_capture_on_commit_callbacks)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_text_in_any_field_is_taken_or_refused_and_what_was_taken_is_printed(visitor: Visitor, text: str):
    publish_url = visitor.place.url("actionplan:publish")

    for page, form in visitor.forms():
        if form.url != publish_url:
            fill_in(visitor, page, form, text)
    pages = visitor.pages()
    files = published_files(visitor, text)

    assert visitor.failures == []
    assert [url for url, page in pages.items() if b"<script>alert" in page or b"<img src=x" in page] == []
    assert {format: status for format, (status, _content) in files.items()} == dict.fromkeys(files, 200)
    assert files["pdf"][1].startswith(b"%PDF-")
    assert b"<script>alert" not in files["html"][1]


@contextmanager
def rolled_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_text_of_200_000_characters_is_refused_at_its_field_and_handed_back(visitor: Visitor):
    text = "A text without end. " * 10_000 + "The end."
    kept, told = [], []

    for _page, form in visitor.forms():
        if form.texts:
            response = visitor.post(form.url, form.with_values(dict.fromkeys(form.texts, text)))
            page = response.content.decode()
            kept.append((form.url, response.status_code, page.count(text) >= len(form.texts)))
            told.append((form.url, [name for name in form.texts if f'href="#{form.texts[name]}"' in page]))

    forms = [form for _page, form in visitor.forms() if form.texts]
    assert visitor.failures == []
    assert kept == [(form.url, 422, True) for form in forms]
    assert told == [(form.url, list(form.texts)) for form in forms]


def test_longest_text_that_a_section_takes_is_printed(visitor: Visitor):
    url = visitor.place.url("actionplan:section-edit", key=places.SECTION)
    form = next(each for each in forms_of(visitor.get(url).content, url) if each.url == url)

    response = visitor.post(url, form.with_values({"text": "A text without end. " * 9_950}))
    files = published_files(visitor, "")

    assert visitor.failures == []
    assert (response.status_code, {status for status, _content in files.values()}) == (302, {200})


@pytest.mark.parametrize("raw", RAW.values(), ids=RAW)
def test_bytes_that_are_no_text_are_taken_as_far_as_they_go(visitor: Visitor, raw: bytes):
    for _page, form in visitor.forms():
        rest = urlencode({name: form.fields[name] for name in form.fields if name not in form.texts}, doseq=True)
        visitor.post(form.url, b"&".join([rest.encode(), *(name.encode() + b"=" + raw for name in form.texts)]))
        visitor.post(form.url, raw)
    visitor.pages()

    assert visitor.failures == []


def test_nonsense_in_ids_days_numbers_choices_and_revisions_is_refused(visitor: Visitor):
    for _page, form in visitor.forms():
        others = [name for name in form.fields if name not in form.texts]
        for value in NONSENSE:
            for names in {tuple(others), ("revision",)}:
                if set(names) & set(others):
                    with rolled_back():
                        visitor.post(form.url, form.with_values(dict.fromkeys(names, value)), f"{names} {value[:40]}")

    assert visitor.failures == []


def test_form_that_says_nothing_or_more_than_it_asks_is_answered(visitor: Visitor):
    for _page, form in visitor.forms():
        with rolled_back():
            visitor.post(form.url)
            visitor.post(form.url, form.fields | {"more": ["x"], "id": ["7"], "plan": ["7"], "city": ["7"]})

    assert visitor.failures == []


@pytest.mark.parametrize("sent", [{"text": ["x" * 6_000_000]}, {f"field-{number}": ["x"] for number in range(1_001)}])
def test_too_much_at_once_is_refused_with_words_that_help(visitor: Visitor, sent: Fields):
    barrier = visitor.place.records["barrier"].pk

    response = visitor.post(visitor.place.url("actionplan:comment-add", kind="barrier", record_id=barrier), sent)

    assert response.status_code == 400
    assert "Divide it into several parts" in response.content.decode()


def test_unsent_text_of_anything_is_kept_or_refused_and_found_again(visitor: Visitor):
    keep_url = visitor.place.url("ulg:unsent-keep")
    everything = "".join(TEXTS.values())
    forms = [(page, form) for page, form in visitor.forms() if form.texts]

    for value in [*NONSENSE, everything]:
        for page, form in forms:
            about = {"unsent_action": form.url, "unsent_page": page, "unsent_title": value}
            visitor.post(keep_url, form.with_values({**dict.fromkeys(form.fields, value), **about}), value[:40])
            visitor.get(page)
        visitor.get(visitor.place.url("ulg:unsent-texts"))

    assert visitor.failures == []


def test_nonsense_about_an_unsent_text_is_refused(visitor: Visitor):
    keep_url = visitor.place.url("ulg:unsent-keep")
    barrier = visitor.place.records["barrier"]
    comment = visitor.place.url("actionplan:comment-add", kind="barrier", record_id=barrier.pk)
    right = {"action": comment, "page": comment, "title": "Lots", "window": "w", "opened": "2026-01-01T12:00:00Z"}
    about = {f"unsent_{name}": value for name, value in right.items()}
    about |= {"unsent_record": f"barrier/{barrier.pk}", "revision": "1", "text": "Half"}

    for name in about:
        for value in [*NONSENSE, *(f"barrier/{each}" for each in NONSENSE), *TEXTS.values()]:
            sent = {**about, name: value}
            with rolled_back():
                visitor.post(keep_url, {key: [each] for key, each in sent.items()}, f"{name}={value[:40]}")
            visitor.get(f"{keep_url}?{urlencode(sent)}")

    assert visitor.failures == []


def test_anything_may_stand_after_the_question_mark(visitor: Visitor):
    pages = visitor.pages()
    names = sorted(set(ASKED).union(*map(parameters_of, pages.values())))

    for value in ["abc", "-1", "9" * 5000, "²", "\x00", "".join(TEXTS.values())[:2000]]:
        query = urlencode(dict.fromkeys(names, value), errors="replace")
        for url in pages:
            visitor.get(f"{url}?{query}")

    assert visitor.failures == []


def test_address_with_nonsense_in_it_leads_nowhere(visitor: Visitor):
    wrong = set()
    for url in visitor.urls():
        parts = url.split("/")
        for nonsense in ("9" * 19, "nonsense", "%00"):
            wrong |= {"/".join([*parts[:at], nonsense, *parts[at + 1 :]]) for at in range(1, len(parts) - 1)}

    found = {(url, way.__name__): way(url).status_code for url in wrong for way in (visitor.get, visitor.post)}

    assert visitor.failures == []
    assert {asked: status for asked, status in found.items() if status not in (400, 403, 404, 405, 410)} == {}


def fill_in(visitor: Visitor, page: str, form: SentForm, text: str) -> None:
    """All fields at once; where that is refused, one after the other, so that those that take it get it."""
    if not form.texts:
        return
    if "text_is_markup" in form.fields:  # as the editor sends it: as HTML
        visitor.post(form.url, form.with_values({"text": text, "text_is_markup": ""}), "as HTML")
        form = visitor.again(page, form)
    response = visitor.post(form.url, form.with_values(dict.fromkeys(form.texts, text)), str(list(form.texts)))
    if response.status_code != 422:
        return
    for name in form.texts:
        if fresh := visitor.again(page, form):
            visitor.post(fresh.url, fresh.with_values({name: text}), name)


def published_files(visitor: Visitor, text: str) -> dict[str, tuple[int, bytes]]:
    """The plan with everything that was taken, published and downloaded."""
    url = visitor.place.url("actionplan:publish")
    form = next(each for each in forms_of(visitor.get(url).content, url) if each.url == url)
    asked = visitor.post(url, form.with_values(dict.fromkeys(form.texts, text)))
    confirm(visitor.browser, visitor.post(url, form.fields) if asked.status_code == 422 else asked)
    number = PlanVersion.objects.in_city(visitor.place.city).first().number
    assert number > places.CLOSED
    responses = {
        format: visitor.get(visitor.place.url("actionplan:version-export", number=number, format=format))
        for format in FORMATS
    }
    return {format: (response.status_code, response.content) for format, response in responses.items()}
