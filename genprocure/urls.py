from django.urls import include, path

from genprocure.views import accounts, demo, pages
from ulg.views import invitations

# Login by e-mailed code, invitations, and logout: no password, no sign-up, no other page of an account
account_patterns = [
    path("login/", accounts.Login.as_view(), name="account_login"),
    path("login/", accounts.Login.as_view(), name="account_request_login_code"),  # the library's name for it
    path("login/code/", accounts.EnterCode.as_view(), name="account_confirm_login_code"),
    path("logout/", accounts.Logout.as_view(), name="account_logout"),
    path("join/<str:token>/", invitations.join, name="invitation"),
]

urlpatterns = [
    path("", pages.home, name="home"),
    path("health/", pages.health, name="health"),
    path("accounts/", include(account_patterns)),
    path("language/", pages.language, name="language"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("privacy/", pages.privacy, name="privacy"),
    path("demo/login/", demo.login, name="demo_login"),
    path("demo/mail/", demo.mail, name="demo_mail"),
    path("<slug:city>/", include("ulg.urls")),
    path("<slug:city>/", include("actionplan.urls")),
]

handler400 = "genprocure.views.errors.bad_request"
handler403 = "genprocure.views.errors.permission_denied"
handler404 = "genprocure.views.errors.page_not_found"
handler500 = "genprocure.views.errors.server_error"
