"""Two people and their windows in one browser, in any order: nothing that was kept is lost, and nobody gets another's.

Every word is written once, by one person, so that one can look for it. A window's own later text replaces its earlier
one; nothing else goes but what its writer threw away or sent.
"""

from __future__ import annotations

from itertools import count

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st

from tests.factories import BarrierFactory, MembershipFactory
from tests.unsent import on_page, opened_with, owned_by
from ulg.models import Membership, UnsentText

pytestmark = pytest.mark.django_db

WORDS = count()
DEEDS = ["open", "open", "choose", "write", "write", "keep", "keep", "late", "send", "log in", "log out", "discard"]
STEPS = st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 3)), min_size=10, max_size=30)


class Window:
    """One page with the form for a comment: whose it is, what stands in it, and what it sends."""

    def __init__(self, owner: Membership, unsent, text: str) -> None:
        self.owner, self.key, self.edits = owner, f"page{next(WORDS)}", 0
        self.words = text.split()
        self.source = opened_with(unsent.source) if unsent and unsent.source else {}
        self.kept: list[str] | None = list(self.words) if self.source else None
        self.sent_before: dict[str, str] = {}

    def form(self) -> dict[str, str]:
        page = {**self.source, **on_page(self.key, self.edits), **owned_by(self.owner.user)}
        return {"text": " ".join(self.words), **page}


class Browser:
    """One browser: whoever is logged in just now, and every window that anybody has left open in it."""

    def __init__(self) -> None:
        self.barrier = BarrierFactory()
        city = self.barrier.plan.city
        self.people = [MembershipFactory(city=city), MembershipFactory(city=city)]
        self.url = reverse("actionplan:comment-add", args=[city.slug, "barrier", self.barrier.pk])
        self.keep_url = reverse("ulg:unsent-keep", args=[city.slug])
        self.client, self.person = Client(), None
        self.windows: list[Window] = []
        self.written: dict[str, Membership] = {}
        self.owed: dict[str, Membership] = {}  # words that were kept and neither replaced, sent nor thrown away

    def run(self, deed: str, number: int) -> None:
        event(deed)
        getattr(self, deed.replace(" ", "_"))(number)
        self.check()

    def log_in(self, number: int) -> None:
        self.person = self.people[number % 2]
        self.client.force_login(self.person.user)

    def log_out(self, number: int) -> None:
        self.person = None
        self.client.logout()

    def open(self, number: int, **asked: str) -> None:
        if self.person is None:
            return
        response = self.client.get(self.barrier.get_absolute_url(), asked)
        unsent = response.context.get("unsent")
        text = unsent.chosen.fields["text"][0] if unsent and unsent.chosen else ""
        self.windows.append(Window(self.person, unsent, text))
        page = response.content.decode()
        others = {word for word, writer in self.written.items() if writer != self.person}
        said = set(self.barrier.comments.values_list("text", flat=True))
        assert not [word for word in others if word in page and not any(word in text for text in said)]

    def choose(self, number: int) -> None:
        found = list(UnsentText.objects.of(self.person)) if self.person else []
        if found:
            self.open(number, unsent=str(found[number % len(found)].pk))

    def write(self, number: int) -> None:
        for window in self.windows[number : number + 1]:
            word = f"word{next(WORDS)}x"
            self.written[word] = window.owner
            window.words = [*window.words, word] if number % 2 else [word]
            window.edits += 1

    def keep(self, number: int) -> None:
        for window in self.windows[number : number + 1]:
            form = window.form()
            self.post(window, self.keep_url, form)
            window.sent_before = form

    def late(self, number: int) -> None:
        """What a window has sent before arrives once more."""
        for window in self.windows[number : number + 1]:
            if window.sent_before:
                self.post(window, self.keep_url, window.sent_before)

    def post(self, window: Window, url: str, form: dict[str, str]) -> None:
        about = {"unsent_action": self.url, "unsent_page": self.barrier.get_absolute_url()}
        fetch = {"x-requested-with": "fetch"}
        response = self.client.post(url, {**form, **about}, headers=fetch)
        expected = 200 if self.person == window.owner else 401 if self.person is None else 409
        assert response.status_code == expected
        if expected != 200 and not response.json()["kept"]:
            return
        if form["unsent_edits"] == str(window.edits):
            self.replaced(window)
            window.kept = list(window.words)
            self.owed |= dict.fromkeys(window.words, window.owner)

    def replaced(self, window: Window) -> None:
        """The window's own earlier words are its writer's to give up; not where others keep them too."""
        for word in set(window.kept or []) - set(window.words):
            self.owed.pop(word, None)

    def send(self, number: int) -> None:
        for window in self.windows[number : number + 1]:
            response = self.client.post(self.url, window.form())
            is_own = self.person == window.owner
            if is_own and window.words:
                assert response.status_code == 302
                for word in {*window.words, *(window.kept or [])}:
                    self.owed.pop(word, None)
                self.windows.remove(window)
            elif not is_own:
                assert response.status_code in {302, 403, 409}
                assert window.words == [] or not self.barrier.comments.filter(text__contains=window.words[-1]).exists()

    def discard(self, number: int) -> None:
        found = list(UnsentText.objects.of(self.person)) if self.person else []
        if found:
            unsent = found[number % len(found)]
            self.client.post(reverse("ulg:unsent-discard", args=[self.barrier.plan.city.slug, unsent.pk]))
            for word in unsent.fields["text"][0].split():
                self.owed.pop(word, None)

    def check(self) -> None:
        stands = {
            unsent.pk: (unsent.author, unsent.fields["text"][0].split())
            for unsent in UnsentText.objects.filter(form_url=self.url)
        }
        for author, words in stands.values():
            assert {self.written[word] for word in words} <= {author}
        everything = {word for _author, words in stands.values() for word in words}
        assert self.owed.keys() <= everything
        for comment in self.barrier.comments.all():
            assert {self.written[word] for word in comment.text.split()} == {comment.author}


@given(STEPS)
@example(
    [
        *[("log in", 0), ("open", 0), ("write", 0), ("keep", 0), ("open", 0)],
        *[("write", 0), ("keep", 0), ("write", 1), ("keep", 1)],
    ]
)
@example([("log in", 0), ("open", 0), ("open", 0), ("write", 0), ("keep", 0), ("write", 1), ("keep", 1), ("open", 0)])
@example(
    [("log in", 0), ("open", 0), ("write", 0), ("log in", 1), ("keep", 0), ("open", 0), ("send", 0), ("log in", 0)]
)
@example([("log in", 0), ("open", 0), ("write", 0), ("log out", 0), ("keep", 0), ("log in", 1), ("open", 0)])
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_kept_is_lost_and_nothing_reaches_another_person(steps):
    browser = Browser()
    for deed, number in steps:
        browser.run(deed, number)
