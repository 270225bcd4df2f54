"""The outline of an integrated action plan, in URBACT's order, with guidance in our own words."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ulg.reference.words import Words


@dataclass(frozen=True)
class Part:
    """A part of a chapter: a text that the city writes, its records, or both."""

    key: str
    title: Words
    guidance: Words = ""
    records: str = ""
    is_written: bool = True


@dataclass(frozen=True)
class Chapter:
    key: str
    title: Words
    lead: Words
    parts: tuple[Part, ...]
    is_numbered: bool = True


FRONT = Chapter(
    "front",
    pgettext_lazy("outline", "Foreword and summary"),
    "",
    (
        Part(
            "foreword",
            pgettext_lazy("outline", "Foreword"),
            _("An elected representative says in their own words why the city does this. Half a page is enough."),
        ),
        Part(
            "summary",
            pgettext_lazy("outline", "Summary"),
            _(
                "One page in plain language: the current state, what the city will do, by when, and how this "
                "can be checked."
            ),
        ),
    ),
    is_numbered=False,
)

CONTEXT = Chapter(
    "context",
    pgettext_lazy("outline", "Context, needs and vision"),
    _("The current state, how we know it, and the vision."),
    (
        Part(
            "profile",
            pgettext_lazy("outline", "The city and its purchasing"),
            _("Who buys what, for how much, and how purchasing is organised. Each figure with source and year."),
        ),
        Part(
            "policies",
            pgettext_lazy("outline", "Strategies, policies and law"),
            _(
                "What has been decided on gender equality and on procurement, and whether the decisions are "
                "coordinated."
            ),
        ),
        Part(
            "baseline",
            pgettext_lazy("outline", "The state at project start"),
            _("How purchasing took account of women and men when the project began. The figures are below."),
            records="baseline",
        ),
        Part(
            "needs",
            pgettext_lazy("outline", "Barriers and how we found them"),
            _(
                "How the local group and other sources identified the barriers. The barriers themselves are "
                "listed below."
            ),
            records="barriers",
        ),
        Part(
            "vision",
            pgettext_lazy("outline", "Vision"),
            _(
                "One paragraph with a target year: what will be different for people when the plan has been "
                "carried out?"
            ),
        ),
        Part(
            "challenges",
            pgettext_lazy("outline", "Coordination needs"),
            _(
                "Where departments, levels of government, budgets or time frames conflict, so that a good "
                "action may still fail."
            ),
        ),
    ),
)

LOGIC = Chapter(
    "logic",
    pgettext_lazy("outline", "Overall logic and integrated approach"),
    _("From barrier to solution, and from solution to objective."),
    (
        Part(
            "objectives",
            pgettext_lazy("outline", "Objectives"),
            _("Three to five objectives, each with a measure and a year. Explain how they are related."),
            records="objectives",
        ),
        Part(
            "areas",
            pgettext_lazy("outline", "Solutions and areas of work"),
            _("The plan's areas of work, and how the solutions were assessed and chosen."),
            records="solutions",
        ),
        Part(
            "integration",
            pgettext_lazy("outline", "The integrated approach"),
            _(
                "How the plan links sectors, levels, places and time frames, and gender equality with the "
                "digital and green transitions."
            ),
        ),
        Part(
            "learning",
            pgettext_lazy("outline", "Lessons from other cities and from testing"),
            _("Which ideas came from which city, what was tested on a small scale, and the results."),
        ),
    ),
)

ACTIONS = Chapter(
    "actions",
    pgettext_lazy("outline", "Action planning details"),
    _("What we will do: when, who, what it costs, who pays, how it is measured and the risks."),
    (
        Part(
            "overview",
            pgettext_lazy("outline", "The actions at a glance"),
            _(
                "How to read the actions, and in which order they build on each other. The table below is "
                "filled in automatically."
            ),
            records="overview",
        ),
        Part("sheets", pgettext_lazy("outline", "The actions one by one"), records="actions", is_written=False),
    ),
)

DELIVERY = Chapter(
    "delivery",
    pgettext_lazy("outline", "Implementation framework"),
    _("How the plan is governed, funded, followed up and kept up to date."),
    (
        Part(
            "governance",
            pgettext_lazy("outline", "Governance"),
            _("Who decides, who coordinates, who advises, and how often they meet. Name bodies and functions."),
        ),
        Part(
            "engagement",
            pgettext_lazy("outline", "The group after adoption"),
            _(
                "The group's role after adoption: how it takes part in carrying out the plan, and how it is "
                "informed of the results."
            ),
        ),
        Part(
            "funding",
            pgettext_lazy("outline", "Cost and funding"),
            _("What the plan costs in all, what is secured and what is not, and how the rest will be funded."),
            records="funding",
        ),
        Part(
            "timeline",
            pgettext_lazy("outline", "Timeline"),
            _("What comes first and why. The timeline below is generated from the actions."),
            records="timeline",
        ),
        Part(
            "risks",
            pgettext_lazy("outline", "Risks"),
            _("What may stop the plan as a whole. The risks of each action are listed below."),
            records="risks",
        ),
        Part(
            "monitoring",
            pgettext_lazy("outline", "Monitoring and reporting"),
            _("How often the plan is followed up, by whom, and who reads the result. The indicators are listed below."),
            records="indicators",
        ),
        Part(
            "communication",
            pgettext_lazy("outline", "Communication"),
            _("Who needs to know what: suppliers, staff, residents, the council. Say how and when."),
        ),
        Part(
            "policy",
            pgettext_lazy("outline", "Gender equality in the procurement policy"),
            _("Proposals and recommendations: how gender equality enters the city's procurement policy."),
        ),
    ),
)

ANNEXES = Chapter(
    "annexes",
    pgettext_lazy("outline", "Annexes"),
    "",
    (
        Part("members", pgettext_lazy("outline", "The local group"), records="members", is_written=False),
        Part("comments", pgettext_lazy("outline", "What you said, what we did"), records="comments", is_written=False),
        Part(
            "glossary",
            pgettext_lazy("outline", "Glossary"),
            _("Words of procurement and equality that not every reader knows, each in one sentence."),
        ),
        Part(
            "baseline_details",
            pgettext_lazy("outline", "The baseline in detail"),
            records="baseline_details",
            is_written=False,
        ),
    ),
    is_numbered=False,
)

OUTLINE: tuple[Chapter, ...] = (FRONT, CONTEXT, LOGIC, ACTIONS, DELIVERY, ANNEXES)
PARTS: dict[str, Part] = {part.key: part for chapter in OUTLINE for part in chapter.parts}
WRITTEN: tuple[str, ...] = tuple(key for key, part in PARTS.items() if part.is_written)


def numbers() -> dict[str, str]:
    """The number of every chapter and part by its key: "1", "1.3", "A" in the annexes, "" in front."""
    found: dict[str, str] = {}
    numbered = [chapter for chapter in OUTLINE if chapter.is_numbered]
    for chapter in OUTLINE:
        number = str(numbered.index(chapter) + 1) if chapter.is_numbered else ""
        found[f"chapter {chapter.key}"] = number
        for place, part in enumerate(chapter.parts):
            annex = chr(ord("A") + place) if chapter is ANNEXES else ""
            found[part.key] = f"{number}.{place + 1}" if number else annex
    return found


NUMBERS: dict[str, str] = numbers()
