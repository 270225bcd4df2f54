from django.apps import AppConfig


class GenprocureConfig(AppConfig):
    name = "genprocure"
