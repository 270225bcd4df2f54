"""Two writers in one section, opening, typing, keeping, saving and settling in any order: nothing acknowledged is lost.

Every sentence is one word of somebody's own, so that one can look for it. What an acknowledged save held stands in the
text or in its history; what a refused one held stands on the page that the writer got and in their unsent text, where
what was kept while they typed stands too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import unescape
from itertools import count

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st

from actionplan import richtext
from actionplan.models import Section
from tests.factories import MembershipFactory, SectionFactory
from tests.unsent import on_page, opened_with
from ulg.models import Membership
from ulg.roles import Role
from ulg.writing import unsent_texts

pytestmark = pytest.mark.django_db

PLACES = st.integers(0, 3)
DEEDS = st.sampled_from(["insert", "replace", "replace", "delete", "keep", "save", "save", "open"])
STEPS = st.lists(st.tuples(st.integers(0, 1), DEEDS, PLACES), min_size=8, max_size=16)
NUMBERS = count()


@dataclass
class Writer:
    """Somebody with the form open: what stands in it, and the revision that it was opened at."""

    seat: Membership
    section: Section
    sentences: list[str] = field(default_factory=list)
    revision: str = ""

    def __post_init__(self) -> None:
        self.client = Client()
        self.client.force_login(self.seat.user)
        slug = self.section.plan.city.slug
        self.url = reverse("actionplan:section-edit", args=[slug, self.section.key])
        self.keep_url = reverse("ulg:unsent-keep", args=[slug])
        self.open(0)

    @property
    def html(self) -> str:
        return "".join(f"<p>{sentence}</p>" for sentence in self.sentences)

    def take(self, response) -> None:
        form, source = response.context["form"], response.context["unsent"].source
        self.page = {**on_page(f"page{next(NUMBERS)}", 0), **(opened_with(source) if source else {})}
        self.edits = count(1)
        self.sentences = richtext.plain(form["text"].value()).split("\n\n")
        self.revision = str(form["revision"].value())

    def open(self, place: int) -> None:
        self.take(self.client.get(self.url))

    def insert(self, place: int) -> None:
        self.sentences.insert(place % (len(self.sentences) + 1), f"own{next(NUMBERS)}")

    def replace(self, place: int) -> None:
        self.delete(place)
        self.insert(place)

    def delete(self, place: int) -> None:
        if self.sentences:
            del self.sentences[place % len(self.sentences)]

    def origin(self) -> dict[str, str]:
        return {**self.page, "unsent_edits": str(next(self.edits))}

    def keep(self, place: int) -> None:
        about = {"unsent_action": self.url, "unsent_page": self.url, **self.origin()}
        response = self.client.post(self.keep_url, {"text": self.html, "revision": self.revision, **about})

        assert response.status_code == 200
        assert set(self.sentences) == set(self.kept())

    def save(self, place: int) -> None:
        written = set(self.sentences)
        form = {"text": self.html, "status": "draft", "revision": self.revision, **self.origin()}
        response = self.client.post(self.url, form)

        if response.status_code == 302:
            event("saved")
            assert written <= everything_saved(self.section)
            self.open(0)
        else:
            event("refused with both texts")
            assert response.status_code == 409
            page = unescape(response.content.decode())
            assert all(sentence in page for sentence in written - everything_saved(self.section))
            assert written == set(self.kept())
            current = set(richtext.plain(Section.objects.get(pk=self.section.pk).text).split("\n\n"))
            assert all(sentence in page for sentence in current - written)
            self.take(response)

    def kept(self) -> list[str]:
        unsent = unsent_texts.of_form(by=self.seat, form_url=self.url).first()
        return richtext.plain(unsent.fields["text"][0]).split("\n\n") if self.html else []


def everything_saved(section: Section) -> set[str]:
    """Every sentence of the text and of its history."""
    texts = section.history.values_list("text", flat=True)
    return {sentence for text in texts for sentence in richtext.plain(text).split("\n\n")}


@given(STEPS)
@example([(0, "replace", 1), (1, "replace", 1), (0, "save", 0), (1, "save", 0), (1, "insert", 0), (1, "save", 0)])
@example([(0, "insert", 0), (1, "delete", 0), (1, "keep", 0), (0, "save", 0), (1, "save", 0), (0, "save", 0)])
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_two_writers_do_no_acknowledged_sentence_is_lost(steps):
    section = SectionFactory(text="".join(f"<p>base{number}</p>" for number in range(4)))
    seats = [MembershipFactory(city=section.plan.city, role=Role.EDITOR) for _ in range(2)]
    writers = [Writer(seat, section) for seat in seats]
    acknowledged: set[str] = set()

    for who, deed, place in steps:
        getattr(writers[who], deed)(place)
        saved = everything_saved(section)
        assert acknowledged <= saved
        acknowledged = saved
