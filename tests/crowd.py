"""Many people at work in one city at the same moment, through a real server: who did what, and how it was answered."""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import connection, models
from django.test import Client

from actionplan.kinds import numbered
from actionplan.models import Action, Barrier, Comment, Plan, PlanVersion, Section, Solution
from actionplan.models import Answer as Statement
from tests import factories
from tests.places import Place
from tests.sent_forms import forms_of
from tests.servers import Answer, ask
from ulg.confirmation import FIELD
from ulg.models import Membership, Organisation
from ulg.roles import Role


@dataclass
class Outcome:
    """The answers of a crowd by what was asked for, and what failed."""

    answers: Counter[tuple[str, int]] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    @property
    def asked(self) -> int:
        return sum(self.answers.values())


class Person:
    """Somebody with a login who does one thing after the other, as chance will have it."""

    def __init__(self, place: Place, seat: Membership, port: int, chance: random.Random) -> None:
        client = Client()
        client.force_login(seat.user)
        self.place, self.seat, self.port, self.chance = place, seat, port, chance
        self.session = client.cookies["sessionid"].value

    def post(self, name: str, fields: dict[str, object], **parts: object) -> Answer:
        return ask(self.port, "POST", self.place.url(name, **parts), fields, session=self.session)

    def post_and_confirm(self, name: str, fields: dict[str, object], **parts: object) -> Answer:
        """Send a form, and press the button of the page that asks once more."""
        answer = self.post(name, fields, **parts)
        if answer.status not in (200, 422):
            return answer
        asking = [
            form for form in forms_of(answer.text.encode(), self.place.url(name, **parts)) if FIELD in form.fields
        ]
        confirmed = {name: values[0] for name, values in asking[0].fields.items() if values} if asking else {}
        return self.post(name, confirmed, **parts) if asking else answer

    def get(self, name: str) -> Answer:
        return ask(self.port, "GET", self.place.url(name), session=self.session)

    def one(self, model: type[models.Model], **wanted: object) -> models.Model | None:
        return self.chance.choice([*model.objects.in_city(self.place.city).filter(**wanted)[:6]] or [None])

    def some(self, model: type[models.Model]) -> list[int]:
        keys = list(model.objects.in_city(self.place.city).filter(removed_at=None).values_list("pk", flat=True)[:6])
        return self.chance.sample(keys, k=min(len(keys), self.chance.randint(1, 3)))

    @property
    def words(self) -> str:
        return f"Words {self.chance.random()}"


def add_barrier(person: Person) -> Answer:
    fields = {"title": person.words, "category": "market", "status": "raised"}
    return person.post("actionplan:barrier-add", fields)


def add_solution(person: Person) -> Answer:
    fields = {"title": person.words, "solution_type": "process", "status": "proposed", "barriers": person.some(Barrier)}
    return person.post("actionplan:solution-add", fields)


def add_action(person: Person) -> Answer:
    fields = {"title": person.words, "status": "idea", "solution": person.some(Solution)[0]}
    return person.post("actionplan:action-add", fields)


def adopt(person: Person) -> Answer:
    solution = person.one(Solution, removed_at=None)
    fields = {"title": person.words, "revision": solution.revision}
    return person.post("actionplan:solution-adopt", fields, solution_id=solution.pk)


def edit_barrier(person: Person) -> Answer:
    barrier = person.one(Barrier)
    fields = {"title": person.words, "category": "market", "status": "raised", "revision": barrier.revision}
    return person.post("actionplan:barrier-edit", fields, barrier_id=barrier.pk)


def edit_solution(person: Person) -> Answer:
    solution = person.one(Solution)
    fields = {
        "title": solution.title,
        "solution_type": "process",
        "status": "selected",
        "barriers": person.some(Barrier),
    }
    return person.post("actionplan:solution-edit", {**fields, "revision": solution.revision}, solution_id=solution.pk)


def remove_or_return(person: Person) -> Answer:
    barrier = person.one(Barrier)
    page = "return" if barrier.removed_at else "remove"
    return person.post(f"actionplan:barrier-{page}", {"revision": barrier.revision}, barrier_id=barrier.pk)


def answer_statement(person: Person) -> Answer:
    statement = person.one(Statement)
    fields = {"score": str(person.chance.randint(0, 3)), "evidence": person.words, "revision": statement.revision}
    return person.post("actionplan:answer-edit", fields, answer_id=statement.pk)


def give_own_score(person: Person) -> Answer:
    fields = {"score": str(person.chance.randint(0, 3))}
    return person.post("actionplan:own-score", fields, answer_id=person.one(Statement).pk)


def add_statement(person: Person) -> Answer:
    fields = {"title": person.words, "dimension": "market"}
    return person.post("actionplan:statement-add", fields, number=1)


def comment(person: Person) -> Answer:
    subject = person.one(person.chance.choice([Barrier, Solution, Action, Section]))
    return person.post(
        "actionplan:comment-add", {"text": person.words}, kind=subject._meta.model_name, record_id=subject.pk
    )


def reply(person: Person) -> Answer:
    return person.post("actionplan:comment-reply", {"text": person.words}, comment_id=person.one(Comment).pk)


def edit_section(person: Person) -> Answer:
    section = person.one(Section, code="vision")
    fields = {"text": f"{section.text}<p>{person.words}</p>", "status": "draft", "revision": section.revision}
    return person.post("actionplan:section-edit", fields, key="vision")


def edit_plan(person: Person) -> Answer:
    plan = person.one(Plan)
    return person.post("actionplan:plan-edit", {"title": person.words, "revision": plan.revision})


def publish(person: Person) -> Answer:
    plan, last = person.one(Plan), person.one(PlanVersion)
    fields = {
        "case_number": person.words[:50],
        "revision": plan.revision,
        "last": PlanVersion.objects.filter(plan=plan).count() if last else 0,
        "opening": "closed",
        "is_confirmed": "on",
    }
    return person.post_and_confirm("actionplan:publish", fields)


def name_organisation(person: Person) -> Answer:
    """Give an organisation one of three names, which others give to others at the same moment."""
    organisation = person.one(Organisation)
    fields = {"name": f"Name {person.chance.randint(1, 3)}", "sector": "public", "kind": "city_department"}
    if person.chance.random() < 0.3:
        return person.post("ulg:organisation-add", fields)
    return person.post(
        "ulg:organisation", {**fields, "revision": organisation.revision}, organisation_id=organisation.pk
    )


def end_or_take_back(person: Person) -> Answer:
    member = person.one(Membership, user__name__startswith="Spare")
    if member.ended_at:
        return person.post_and_confirm("ulg:member-return", {}, member_id=member.pk)
    return person.post_and_confirm("ulg:member-end", {"revision": member.revision}, member_id=member.pk)


def keep_text(person: Person) -> Answer:
    page = person.place.url("actionplan:section-edit", key="vision")
    about = {"unsent_action": page, "unsent_page": page, "unsent_title": "Vision"}
    return person.post("ulg:unsent-keep", {"text": person.words, "revision": 1, **about})


def look(person: Person) -> Answer:
    return person.get("actionplan:overview")


Request = Callable[[Person], Answer]
REQUESTS: list[Request] = [
    add_barrier, add_solution, add_solution, add_action, add_action, adopt, adopt, edit_barrier, edit_barrier,
    edit_solution, answer_statement, give_own_score, add_statement, remove_or_return, comment, comment, reply,
    edit_section, edit_plan, name_organisation, end_or_take_back, keep_text, look,
]  # fmt: skip


def people(place: Place, port: int, count: int) -> list[Person]:
    """So many browsers, of half as many coordinators."""
    spare_seats(place)
    seats = [factories.MembershipFactory(city=place.city, role=Role.COORDINATOR) for _ in range(-(-count // 2))]
    for seat in seats:
        seat.note_first_revision()
    return [Person(place, seats[number // 2], port, random.Random(number)) for number in range(count)]


def spare_seats(place: Place) -> None:
    """Seats that may be ended, since nobody of the crowd works from them."""
    for number in range(3):
        factories.MembershipFactory(city=place.city, user__name=f"Spare {number}").note_first_revision()


def at_work(crowd: list[Person], requests: list[Request], *, turns: int) -> Outcome:
    """Everybody does so many things at once, each what chance says; a 500 or no answer at all is a failure."""
    outcome, lock, start = Outcome(), threading.Lock(), threading.Barrier(len(crowd))

    def work(person: Person) -> None:
        start.wait()
        try:
            for _ in range(turns):
                request = person.chance.choice(requests)
                answer = request(person)
                with lock:
                    outcome.answers[request.__name__, answer.status] += 1
                    if answer.status in (0, 500) or answer.status > 500:
                        outcome.failures.append(f"{request.__name__} {answer.status}")
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(person,)) for person in crowd]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcome


def deadlocks() -> int:
    """How many the database has counted since it was made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        return cursor.fetchone()[0]


def numbers_have_no_gap(place: Place) -> bool:
    """Every kind of record and the versions are numbered 1, 2, 3 …"""
    models_numbered = [*(kind.model for kind in numbered()), PlanVersion]
    return all(
        list(model._base_manager.filter(plan=place.plan).order_by("number").values_list("number", flat=True))
        == list(range(1, model._base_manager.filter(plan=place.plan).count() + 1))
        for model in models_numbered
    )
