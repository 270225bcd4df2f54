"""The thread: baseline, barriers, solutions, actions; each record is shown, added, edited, taken out, brought back."""

from types import ModuleType

from django.urls import URLPattern, path

from actionplan.views import actions, barriers, findings, indicators, objectives, records, solutions


def record(kind: str, folder: str, views: ModuleType) -> list[URLPattern]:
    """The addresses of one kind of record, such as `barrier` under `barriers/`."""
    one = f"{folder}<int:{kind}_id>/"
    noun = {"noun": views.NOUN}
    return [
        path(f"{folder}add/", views.add, name=f"{kind}-add"),
        path(one, getattr(views, kind), name=kind),
        path(f"{one}edit/", records.edit, noun, name=f"{kind}-edit"),
        path(f"{one}remove/", records.remove, noun, name=f"{kind}-remove"),
        path(f"{one}return/", records.bring_back, noun, name=f"{kind}-return"),
    ]


urlpatterns = [
    path("baseline/", findings.baseline, name="baseline"),
    *record("finding", "baseline/findings/", findings),
    path("barriers/", barriers.barriers, name="barriers"),
    *record("barrier", "barriers/", barriers),
    path("solutions/", solutions.solutions, name="solutions"),
    path("solutions/<int:solution_id>/adopt/", solutions.adopt, name="solution-adopt"),
    *record("solution", "solutions/", solutions),
    path("actions/", actions.actions, name="actions"),
    *record("objective", "actions/objectives/", objectives),
    *record("indicator", "actions/indicators/", indicators),
    *record("action", "actions/", actions),
]
