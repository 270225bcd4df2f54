"""Below `/<city>/`: one file a room."""

from django.urls import include, path

app_name = "ulg"

urlpatterns = [
    path("group/", include("ulg.urls.group")),
    path("drafts/", include("ulg.urls.drafts")),
    path("history/", include("ulg.urls.history")),
]
