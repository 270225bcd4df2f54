from django.urls import path

from ulg.views import cities, group, me, members, organisations

urlpatterns = [
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
