from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UlgConfig(AppConfig):
    name = "ulg"
    verbose_name = _("local group")
