"""Below `/<city>/`: the overview, the records, what is said about them, the plan and its versions."""

from django.urls import URLPattern, include, path

from actionplan.kinds import NumberedKind, numbered
from actionplan.views import (
    actions,
    answers,
    assessments,
    attachments,
    barriers,
    comments,
    entered_figures,
    exports,
    figures,
    findings,
    names,
    notice_imports,
    notices,
    overview,
    plan,
    possible_aims,
    published,
    publishing,
    records,
    search,
    sections,
    solutions,
    supplier_uploads,
    suppliers,
    versions,
)

app_name = "actionplan"


def record(kind: NumberedKind) -> list[URLPattern]:
    """The addresses of one kind of record, such as `barrier` under `barriers/`."""
    name, path_of_all, which = kind.name, kind.pages.path, {"kind": kind}
    one = f"{path_of_all}<int:{kind.key}>/"
    add, edit = (records.contribute, records.edit_or_correct) if kind.is_contributed else (records.add, records.edit)
    return [
        path(f"{path_of_all}add/", add, which, name=f"{name}-add"),
        path(one, kind.view, which, name=name),
        path(f"{one}edit/", edit, which, name=f"{name}-edit"),
        path(f"{one}remove/", records.remove, which, name=f"{name}-remove"),
        path(f"{one}return/", records.bring_back, which, name=f"{name}-return"),
    ]


record_patterns = [
    path("baseline/findings/", findings.findings, name="findings"),
    path("baseline/figures/", figures.figures, name="figures"),
    path("baseline/figures/about/", figures.about, name="about-figures"),
    path("baseline/figures/counted/", figures.counted, name="counted"),
    path("baseline/figures/possible/", possible_aims.possible, name="possible"),
    path("baseline/figures/possible/decide/", possible_aims.decide, name="possible-decide"),
    path("baseline/figures/entered/add/", entered_figures.add, name="entered-figure-add"),
    path("baseline/figures/entered/<int:enteredfigure_id>/", entered_figures.figure, name="entered-figure"),
    path("baseline/figures/entered/<int:enteredfigure_id>/edit/", entered_figures.edit, name="entered-figure-edit"),
    path(
        "baseline/figures/entered/<int:enteredfigure_id>/remove/", entered_figures.remove, name="entered-figure-remove"
    ),
    path(
        "baseline/figures/entered/<int:enteredfigure_id>/return/",
        entered_figures.bring_back,
        name="entered-figure-return",
    ),
    path("baseline/notices/upload/", notices.upload, name="notice-upload"),
    path("baseline/notices/imports/", notice_imports.imports, name="notice-imports"),
    path("baseline/notices/imports/<int:import_id>/", notice_imports.notice_import, name="notice-import"),
    path("baseline/notices/imports/<int:import_id>/files.csv", notice_imports.files, name="notice-import-files"),
    path("baseline/notices/<int:notice_id>/notice.xml", figures.document, name="notice-document"),
    path("baseline/suppliers/", suppliers.suppliers, name="suppliers"),
    path("baseline/suppliers/add/", suppliers.add, name="supplier-add"),
    path("baseline/suppliers/suppliers.csv", suppliers.download, name="supplier-download"),
    path("baseline/suppliers/template.csv", supplier_uploads.template, name="supplier-template"),
    path("baseline/suppliers/upload/", supplier_uploads.upload, name="supplier-upload"),
    path("baseline/suppliers/upload/check/", supplier_uploads.check, name="supplier-check"),
    path("baseline/suppliers/upload/drop/", supplier_uploads.drop, name="supplier-drop"),
    path("baseline/suppliers/<int:supplier_id>/edit/", suppliers.edit, name="supplier-edit"),
    path("baseline/suppliers/<int:supplier_id>/remove/", suppliers.remove, name="supplier-remove"),
    path("baseline/procedures/<path:identifier>/", figures.procedure, name="procedure"),
    path("barriers/", barriers.barriers, name="barriers"),
    path("solutions/", solutions.solutions, name="solutions"),
    path("solutions/<int:solution_id>/adopt/", solutions.adopt, name="solution-adopt"),
    path("actions/", actions.actions, name="actions"),
    *(pattern for kind in numbered() for pattern in record(kind)),
]

baseline_patterns = [
    path("", assessments.baseline, name="baseline"),
    path("assessments/add/", assessments.add, name="assessment-add"),
    path("assessments/<int:number>/", assessments.assessment, name="assessment"),
    path("assessments/<int:number>/edit/", assessments.edit, name="assessment-edit"),
    path("assessments/<int:number>/close/", assessments.close, name="assessment-close"),
    path("assessments/<int:number>/statements/add/", assessments.add_statement, name="statement-add"),
    path("answers/<int:answer_id>/", answers.answer, name="answer"),
    path("answers/<int:answer_id>/edit/", answers.edit, name="answer-edit"),
    path("answers/<int:answer_id>/own-score/", answers.own_score, name="own-score"),
]

comment_patterns = [
    path("<slug:kind>/<int:record_id>/add/", comments.add, name="comment-add"),
    path("<int:comment_id>/reply/", comments.reply, name="comment-reply"),
    path("<int:comment_id>/edit/", comments.edit, name="comment-edit"),
    path("<int:comment_id>/withdraw/", comments.withdraw, name="comment-withdraw"),
]

file_patterns = [
    path("<slug:kind>/<int:record_id>/add/", attachments.add, name="attachment-add"),
    path("<int:attachment_id>/", attachments.attachment, name="attachment"),
    path("<int:attachment_id>/remove/", attachments.remove, name="attachment-remove"),
    path("<int:attachment_id>/return/", attachments.bring_back, name="attachment-return"),
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
    path("baseline/", include(baseline_patterns)),
    *record_patterns,
    path("comments/", include(comment_patterns)),
    path("files/", include(file_patterns)),
    path("plan/", include(plan_patterns)),
    path("published/", include(published_patterns)),
    path("search/", search.search, name="search"),
]
