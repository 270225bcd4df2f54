"""Below `/<city>/`: one file a room."""

from django.urls import include, path

app_name = "actionplan"

urlpatterns = [
    path("", include("actionplan.urls.overview")),
    path("", include("actionplan.urls.records")),
    path("comments/", include("actionplan.urls.comments")),
    path("plan/", include("actionplan.urls.plan")),
    path("plan/", include("actionplan.urls.versions")),
    path("published/", include("actionplan.urls.published")),
]
