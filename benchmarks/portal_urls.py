from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path


def empty(request: HttpRequest) -> HttpResponse:
    """What every page has: all middleware, the head, the masthead and the foot."""
    return render(request, "base.html")


urlpatterns = [path("benchmark/empty/", empty), path("", include("genprocure.urls"))]
