"""Login by e-mailed code, invitations, and logout: no password, no sign-up, no other page of an account."""

from django.urls import path

from genprocure.views import accounts
from ulg.views import invitations

urlpatterns = [
    path("login/", accounts.Login.as_view(), name="account_login"),
    path("login/", accounts.Login.as_view(), name="account_request_login_code"),  # the library's name for it
    path("login/code/", accounts.EnterCode.as_view(), name="account_confirm_login_code"),
    path("logout/", accounts.Logout.as_view(), name="account_logout"),
    path("join/<str:token>/", invitations.join, name="invitation"),
]
