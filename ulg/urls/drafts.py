from django.urls import path

from ulg.views import drafts

urlpatterns = [
    path("", drafts.own, name="drafts"),
    path("keep/", drafts.keep, name="draft-keep"),
    path("<int:draft_id>/discard/", drafts.discard, name="draft-discard"),
]
