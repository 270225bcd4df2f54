from django.urls import path

from actionplan.views import published

urlpatterns = [
    path("", published.published, name="published"),
    path("<int:number>/", published.version, name="published-version"),
    path("<int:number>/plan.<str:format>", published.file, name="published-file"),
]
