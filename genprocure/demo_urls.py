from django.urls import path

from genprocure.views import demo

urlpatterns = [
    path("login/", demo.login, name="demo_login"),
    path("mail/", demo.mail, name="demo_mail"),
]
