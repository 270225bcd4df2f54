"""Below `/<city>/`: the overview, the records, what is said about them, the plan and its versions."""

from types import ModuleType

from django.urls import URLPattern, include, path

from actionplan.views import (
    actions,
    barriers,
    comments,
    exports,
    findings,
    indicators,
    names,
    objectives,
    overview,
    plan,
    published,
    publishing,
    records,
    search,
    sections,
    solutions,
    versions,
)

app_name = "actionplan"


def record(kind: str, folder: str, views: ModuleType) -> list[URLPattern]:
    """The addresses of one kind of record, such as `barrier` under `barriers/`."""
    one = f"{folder}<int:{kind}_id>/"
    noun = {"noun": views.NOUN}
    edit = records.edit_or_correct if views.NOUN.member_form else records.edit
    return [
        path(f"{folder}add/", views.add, name=f"{kind}-add"),
        path(one, getattr(views, kind), name=kind),
        path(f"{one}edit/", edit, noun, name=f"{kind}-edit"),
        path(f"{one}remove/", records.remove, noun, name=f"{kind}-remove"),
        path(f"{one}return/", records.bring_back, noun, name=f"{kind}-return"),
    ]


record_patterns = [
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

comment_patterns = [
    path("<slug:kind>/<int:subject_id>/add/", comments.add, name="comment-add"),
    path("<int:comment_id>/reply/", comments.reply, name="comment-reply"),
    path("<int:comment_id>/edit/", comments.edit, name="comment-edit"),
    path("<int:comment_id>/withdraw/", comments.withdraw, name="comment-withdraw"),
]

plan_patterns = [
    path("", plan.plan, name="plan"),
    path("edit/", plan.edit, name="plan-edit"),
    path("pasted/", sections.pasted, name="pasted"),
    path("sections/<slug:key>/", sections.section, name="section"),
    path("sections/<slug:key>/edit/", sections.edit, name="section-edit"),
    path("sections/<slug:key>/status/", sections.status, name="section-status"),
    path("publish/", publishing.publish, name="publish"),
    path("draft/export.<str:format>", exports.draft_export, name="draft-export"),
    path("versions/", versions.version_list, name="versions"),
    path("versions/my-name/", names.my_name, name="my-name"),
    path("versions/<int:number>/", versions.version, name="version"),
    path("versions/<int:number>/open/", versions.open_to_everyone, name="version-open"),
    path("versions/<int:number>/close/", versions.close_to_group, name="version-close"),
    path("versions/<int:number>/export.<str:format>", exports.version_export, name="version-export"),
]

published_patterns = [
    path("", published.published, name="published"),
    path("<int:number>/", published.version, name="published-version"),
    path("<int:number>/plan.<str:format>", published.file, name="published-file"),
]

urlpatterns = [
    path("", overview.overview, name="overview"),
    *record_patterns,
    path("comments/", include(comment_patterns)),
    path("plan/", include(plan_patterns)),
    path("published/", include(published_patterns)),
    path("search/", search.search, name="search"),
]
