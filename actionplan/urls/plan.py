from django.urls import path

from actionplan.views import plan, sections

urlpatterns = [
    path("", plan.plan, name="plan"),
    path("edit/", plan.edit, name="plan-edit"),
    path("sections/<slug:key>/", sections.section, name="section"),
    path("sections/<slug:key>/edit/", sections.edit, name="section-edit"),
    path("sections/<slug:key>/status/", sections.status, name="section-status"),
]
