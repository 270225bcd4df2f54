"""Rows for tests, built through the same services that the portal uses where a rule matters."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import factory
from django.core.files.base import ContentFile
from django.utils import timezone
from factory.django import DjangoModelFactory

from actionplan.files import checking
from actionplan.models import (
    Action,
    Answer,
    Assessment,
    Attachment,
    Barrier,
    Comment,
    EnteredFigure,
    Finding,
    Indicator,
    Objective,
    Plan,
    Section,
    Solution,
    Supplier,
)
from actionplan.reference.outline import WRITTEN
from actionplan.services import assessments, attachments, entered_figures, records, suppliers
from tests.files import PDF
from ulg.models import City, CityRevision, Invitation, Membership, Organisation, User
from ulg.roles import Role


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    name = factory.Sequence(lambda n: f"Person {n}")


class CityFactory(DjangoModelFactory):
    class Meta:
        model = City
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"city-{n}")
    name = factory.Sequence(lambda n: f"City {n}")

    @factory.post_generation
    def page_revision(self, create: bool, extracted: None, **kwargs: Any) -> None:
        if create:
            CityRevision.objects.create(city=self)


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    city = factory.SubFactory(CityFactory)
    name = factory.Sequence(lambda n: f"Organisation {n}")
    sector = "public"
    kind = "city_department"


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    city = factory.SubFactory(CityFactory)
    user = factory.SubFactory(UserFactory)
    role = Role.MEMBER


class PlanFactory(DjangoModelFactory):
    class Meta:
        model = Plan

    city = factory.SubFactory(CityFactory)
    title = "Action plan"


class SectionFactory(DjangoModelFactory):
    class Meta:
        model = Section

    plan = factory.SubFactory(PlanFactory)
    code = "vision"
    number = factory.LazyAttribute(lambda made: WRITTEN.index(made.code) + 1)
    created_at = factory.LazyFunction(timezone.now)


class RecordFactory(DjangoModelFactory):
    """A record of a plan, numbered as the portal numbers it."""

    class Meta:
        abstract = True

    plan = factory.SubFactory(PlanFactory)
    title = factory.Sequence(lambda n: f"Title {n}")

    @classmethod
    def _create(cls, model_class: type, *args: Any, **fields: Any) -> Any:
        links = {each.name: fields.pop(each.name) for each in model_class._meta.many_to_many if each.name in fields}
        by = fields.pop("by", None)
        return records.add(model_class(**fields), by=by, links=links)


class FindingFactory(RecordFactory):
    class Meta:
        model = Finding


class BarrierFactory(RecordFactory):
    class Meta:
        model = Barrier

    category = "market"


class SolutionFactory(RecordFactory):
    class Meta:
        model = Solution

    solution_type = "process"


class ObjectiveFactory(RecordFactory):
    class Meta:
        model = Objective


class ActionFactory(RecordFactory):
    class Meta:
        model = Action


class IndicatorFactory(RecordFactory):
    class Meta:
        model = Indicator


class AssessmentFactory(DjangoModelFactory):
    """An open assessment with all its statements; the first of a plan is its start."""

    class Meta:
        model = Assessment

    plan = factory.SubFactory(PlanFactory)
    title = factory.Sequence(lambda n: f"Assessment {n}")
    describes_on = date(2023, 7, 1)

    @classmethod
    def _create(cls, model_class: type, *args: Any, **fields: Any) -> Any:
        return assessments.open_assessment(**{"by": None, **fields})


class AnswerFactory(DjangoModelFactory):
    """A statement of the city's own, in the plan's open assessment; with `score` and the like, answered."""

    class Meta:
        model = Answer

    plan = factory.SubFactory(PlanFactory)
    title = factory.Sequence(lambda n: f"Title {n}")
    dimension = "frame"

    @classmethod
    def _create(cls, model_class: type, *args: Any, **fields: Any) -> Any:
        plan, by = fields.pop("plan"), fields.pop("by", None)
        assessment = plan.assessments.open().first() or AssessmentFactory(plan=plan, by=by)
        asked = {name: fields.pop(name) for name in ("title", "dimension")}
        answer = assessments.add_statement(assessment, **asked, by=by)
        return assessments.answer(answer, fields, seen=1, by=by).record if fields else answer


class EnteredFigureFactory(DjangoModelFactory):
    """A number of procedures that somebody entered by hand."""

    class Meta:
        model = EnteredFigure

    city = factory.SubFactory(CityFactory)
    year = 2023
    measure = "procedures"
    total = Decimal(96)
    source = "Register"
    source_on = date(2025, 2, 14)

    @classmethod
    def _create(cls, model_class: type, *args: Any, **fields: Any) -> Any:
        by = fields.pop("by", None)
        return entered_figures.add(model_class(**fields), by=by)


class SupplierFactory(DjangoModelFactory):
    """An invented firm of the register."""

    class Meta:
        model = Supplier

    city = factory.SubFactory(CityFactory)
    shown_number = factory.Sequence(lambda n: f"556000-{n:04}")
    name = factory.Sequence(lambda n: f"Firm {n}")
    ownership = "women-owned"
    source = "Survey"
    source_on = date(2025, 2, 14)

    @classmethod
    def _create(cls, model_class: type, *args: Any, **fields: Any) -> Any:
        by = fields.pop("by", None)
        return suppliers.add(model_class(**fields), by=by)


class CommentFactory(DjangoModelFactory):
    """A comment on a barrier, unless another record is given."""

    class Meta:
        model = Comment

    plan = factory.LazyAttribute(lambda made: made.record.plan)
    record = factory.SubFactory(BarrierFactory)
    author = factory.LazyAttribute(lambda made: MembershipFactory(city=made.plan.city))
    text = factory.Sequence(lambda n: f"Comment {n}")
    created_at = factory.LazyFunction(timezone.now)


class AttachmentFactory(DjangoModelFactory):
    """A PDF on a barrier, unless another record or other content is given."""

    class Meta:
        model = Attachment

    record = factory.SubFactory(BarrierFactory)
    title = factory.Sequence(lambda n: f"File {n}")

    @classmethod
    def _create(cls, model_class: type, *args: Any, **fields: Any) -> Any:
        name, content = fields.pop("name", "report.pdf"), fields.pop("content", PDF)
        by = fields.pop("by", None) or MembershipFactory(city=fields["record"].plan.city, role=Role.EDITOR)
        checked = checking.check(name, BytesIO(content))
        found = {each: getattr(checked, each) for each in ("name", "media_type", "size", "sha256")}
        if checked.media_type.is_image:
            fields.setdefault("alternative_text", "A table")
        new = Attachment(**fields, **found)
        with attachments.stored(new, ContentFile(content)):
            return attachments.add(new, by=by)


class InvitationFactory(DjangoModelFactory):
    """An invitation whose link carries `token`."""

    class Meta:
        model = Invitation

    class Params:
        token = "a-token"

    membership = factory.SubFactory(MembershipFactory)
    token_hash = factory.LazyAttribute(lambda made: Invitation.hash(made.token))
    mailed_at = factory.LazyFunction(timezone.now)
