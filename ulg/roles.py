"""Who may do what in a city: the one table."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Role(models.TextChoices):
    COORDINATOR = "coordinator", pgettext_lazy("role", "Coordinator")
    EDITOR = "editor", pgettext_lazy("role", "Editor")
    MEMBER = "member", pgettext_lazy("role", "Member")
    OBSERVER = "observer", pgettext_lazy("role", "Observer")


class Permission(models.TextChoices):
    VIEW_PLAN = "view_plan", pgettext_lazy("permission", "read the draft of the plan")
    COMMENT = "comment", pgettext_lazy("permission", "comment")
    CONTRIBUTE = "contribute", pgettext_lazy("permission", "add barriers, propose solutions and correct their own")
    EDIT_PLAN = "edit_plan", pgettext_lazy("permission", "edit the plan")
    ANSWER = "answer", pgettext_lazy("permission", "answer comments")
    EXPORT_DRAFT = "export_draft", pgettext_lazy("permission", "download the draft")
    MANAGE_GROUP = (
        "manage_group",
        pgettext_lazy("permission", "manage members, organisations and the city’s details"),
    )
    PUBLISH = "publish", pgettext_lazy("permission", "publish versions of the plan and say who may read them")


PERMISSIONS: dict[str, set[Permission]] = {
    Role.OBSERVER: {Permission.VIEW_PLAN, Permission.COMMENT},
    Role.MEMBER: {Permission.VIEW_PLAN, Permission.COMMENT, Permission.CONTRIBUTE},
    Role.EDITOR: {
        Permission.VIEW_PLAN,
        Permission.COMMENT,
        Permission.CONTRIBUTE,
        Permission.EDIT_PLAN,
        Permission.ANSWER,
        Permission.EXPORT_DRAFT,
    },
    Role.COORDINATOR: set(Permission),
}


def roles_with(permission: Permission) -> list[Role]:
    return [role for role in Role if permission in PERMISSIONS[role]]
