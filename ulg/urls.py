"""Below `/<city>/`: the local group, one's own unsent texts, and the history of every record."""

from django.urls import include, path

from ulg.views import cities, group, history, me, members, organisations, unsent_texts

app_name = "ulg"

group_patterns = [
    path("", group.group, name="group"),
    path("former/", group.former, name="former-members"),
    path("add/", members.add, name="member-add"),
    path("<int:member_id>/", members.member, name="member"),
    path("<int:member_id>/end/", members.end, name="member-end"),
    path("<int:member_id>/return/", members.take_back, name="member-return"),
    path("<int:member_id>/invite/", members.invite, name="member-invite"),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/add/", organisations.add, name="organisation-add"),
    path("organisations/<int:organisation_id>/", organisations.organisation, name="organisation"),
    path("city/", cities.city, name="city"),
    path("me/", me.me, name="me"),
    path("me/person/", me.person, name="me-person"),
]

urlpatterns = [
    path("group/", include(group_patterns)),
    path("unsent/", unsent_texts.own, name="unsent-texts"),
    path("unsent/keep/", unsent_texts.keep, name="unsent-keep"),
    path("unsent/<int:unsent_id>/discard/", unsent_texts.discard, name="unsent-discard"),
    path("history/<slug:kind>/<int:record_id>/", history.history, name="history"),
    path("history/<slug:kind>/<int:record_id>/<int:revision>/restore/", history.restore, name="restore"),
]
