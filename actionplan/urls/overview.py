from django.urls import path

from actionplan.views import overview

urlpatterns = [path("", overview.overview, name="overview")]
