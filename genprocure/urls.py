from django.urls import include, path

from genprocure.views import pages

urlpatterns = [
    path("", pages.home, name="home"),
    path("health/", pages.health, name="health"),
    path("accounts/", include("genprocure.account_urls")),
    path("language/", pages.language, name="language"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("privacy/", pages.privacy, name="privacy"),
    path("demo/", include("genprocure.demo_urls")),
    path("<slug:city>/", include("ulg.urls")),
    path("<slug:city>/", include("actionplan.urls")),
]

handler403 = "genprocure.views.errors.no_permission"
handler404 = "genprocure.views.errors.not_found"
handler500 = "genprocure.views.errors.broken"
