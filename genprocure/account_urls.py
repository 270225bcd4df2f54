"""Login by e-mailed code, and logout: no password, no sign-up, no other page of an account."""

from allauth.account.views import ConfirmLoginCodeView, LogoutView, RequestLoginCodeView
from django.urls import path

login = RequestLoginCodeView.as_view(template_name="account/login.html")

urlpatterns = [
    path("login/", login, name="account_login"),
    path("login/", login, name="account_request_login_code"),
    path(
        "login/code/",
        ConfirmLoginCodeView.as_view(template_name="account/code.html"),
        name="account_confirm_login_code",
    ),
    path("logout/", LogoutView.as_view(), name="account_logout"),
]
