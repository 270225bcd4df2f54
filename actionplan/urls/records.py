"""The thread: baseline, barriers, solutions, actions; each record is shown, added, edited, taken out, brought back."""

from types import ModuleType

from django.urls import URLPattern, path

from actionplan.views import actions, barriers, findings, indicators, objectives, solutions


def record(kind: str, folder: str, views: ModuleType) -> list[URLPattern]:
    """The addresses of one kind of record, such as `barrier` under `barriers/`."""
    one = f"{folder}<int:{kind}_id>/"
    return [
        path(f"{folder}add/", views.add, name=f"{kind}-add"),
        path(one, getattr(views, kind), name=kind),
        path(f"{one}edit/", views.edit, name=f"{kind}-edit"),
        path(f"{one}remove/", views.remove, name=f"{kind}-remove"),
        path(f"{one}return/", views.bring_back, name=f"{kind}-return"),
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
