from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from ulg import email_addresses
from ulg.models.texts import EmailField, LineField


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, **fields: Any) -> User:
        user = self.model(email=email, **fields)
        user.set_unusable_password()
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email: str | None) -> User:
        return self.get(email=email)


class User(AbstractBaseUser):
    """A person. The e-mail address is the login; what they may do stands in their memberships."""

    email = EmailField(_("e-mail"), unique=True)
    name = LineField(_("name"), max_length=120)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, blank=True)
    is_active = models.BooleanField(_("may log in"), default=True)

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = UserManager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [models.UniqueConstraint(Lower("email"), name="one_user_per_address")]

    def __str__(self) -> str:
        return self.name or self.shown_email

    @property
    def shown_email(self) -> str:
        """The address as people write it: the column holds it as mail servers do."""
        return email_addresses.shown(self.email)

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]
