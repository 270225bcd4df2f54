from django.http import HttpRequest, HttpResponse
from django.urls import path


def bare(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"Logged in as {request.user}.")


urlpatterns = [path("", bare)]
