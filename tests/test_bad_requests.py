"""What no browser sends: every address, asked in every way, answers it, and never with a failure."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from itertools import cycle
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import places
from tests.addresses import addresses
from tests.places import Place
from tests.visits import visits
from ulg.models import UnsentText
from ulg.roles import Role

pytestmark = pytest.mark.django_db

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
FORM = "application/x-www-form-urlencoded"
URLS = ("REFERER", "ORIGIN", "HX_CURRENT_URL")
BOUNDARY = b'--b\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n--b--\r\n'
MULTIPART = "multipart/form-data; boundary=b"


def cookie(name: str) -> dict[str, Any]:
    return {"HTTP_COOKIE": f'{name}="a\\000b"'}


def header(name: str) -> dict[str, Any]:
    return {f"HTTP_{name}": "a\0b"}


def sent(body: bytes, content_type: str = FORM) -> dict[str, Any]:
    return {"wsgi.input": BytesIO(body), "CONTENT_LENGTH": str(len(body)), "CONTENT_TYPE": content_type}


# Refused before anything looks at it, by every address and method
REFUSED: dict[str, Callable[[], dict[str, Any]]] = {
    **{f"NUL in the cookie {name}": lambda name=name: cookie(name) for name in ("sessionid", "csrftoken", "messages")},
    "NUL in the language's cookie": lambda: cookie("django_language"),
    "NUL in a cookie's name": lambda: {"HTTP_COOKIE": "a\0b=c"},
    **{
        f"NUL in the header {name}": lambda name=name: header(name)
        for name in ("REFERER", "ACCEPT_LANGUAGE", "USER_AGENT", "X_CSRFTOKEN", "HX_REQUEST", "HX_TARGET", "X_ANY")
    },
    **{f"length {length!a}": lambda length=length: {"CONTENT_LENGTH": length} for length in ("many", "-1", "1e3", "²")},
    **{f"no address in {name}": lambda name=name: {f"HTTP_{name}": "http://[::1"} for name in URLS},
    "NUL in a name of the query": lambda: {"QUERY_STRING": "a%00b=c"},
    **{
        f"character set {charset}": lambda charset=charset: sent(b"a=b", f"{FORM}; charset={charset}")
        for charset in ("utf-16", "hex", "undefined", "idna", "rot13", "no-such")
    },
}
# Refused where a body is read
REFUSED_POSTS = {
    "NUL in a field's name": lambda: sent(b"a%00b=c"),
    "NUL in a name of several parts": lambda: sent(BOUNDARY % (b"a\0b", b"", b"c"), MULTIPART),
    "several parts without a boundary": lambda: sent(b"a", "multipart/form-data"),
}
# Answered: what is odd in one request does not hide what is odd in another
QUERY = "q=a%00b&page=%00&comments=%00&stage=%ED%A0%80&%ED%A0%80=1"
NUMBERS = f"page={'9' * 4000}&comment={'9' * 19}&barrier=1e9&comments=-1&indicators={'9' * 4400}"
HEADERS = {
    "HTTP_ACCEPT_LANGUAGE": "sv-" + "x" * 4000 + ",;q=a,*;q=9",
    "HTTP_X_FORWARDED_FOR": "%00, x, ::::",
    "HTTP_USER_AGENT": "\xed\xa0\x80\xff",
    "HTTP_HX_TARGET": "\xff\xfe",
    "HTTP_HX_CURRENT_URL": "javascript:%00",
    "HTTP_REFERER": "//%00%FF",
    "HTTP_COOKIE": "django_language=" + "sv-" * 2000 + "; messages=%00; csrftoken=" + "x" * 3000,
}
TAKEN: list[tuple[str, Callable[[], dict[str, Any]]]] = [
    ("GET", lambda: {"QUERY_STRING": QUERY, **HEADERS}),
    ("GET", lambda: {"QUERY_STRING": NUMBERS, "HTTP_HX_REQUEST": "true"}),
    ("POST", lambda: {**sent(b"text=a%00b&unsent_title=%00&revision=%00&next=%00&email=%00"), **HEADERS}),
    ("POST", lambda: sent(b'{"a\\u0000": "\\ud800"}', "application/json")),
    ("POST", lambda: sent(BOUNDARY % (b"a", b'; filename="a\0b"', b"c"), MULTIPART)),
]


class Asker:
    """The coordinator, whose browser sends whatever a test says."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.client = Client(raise_request_exception=False)
        self.client.force_login(place.seats[Role.COORDINATOR].user)
        self.session = f"sessionid={self.client.cookies['sessionid'].value}"

    def urls(self) -> list[str]:
        found = []
        for address in addresses():
            city = {"city": self.place.city.slug} if address.is_of_city else {}
            found.append(reverse(address.name, kwargs=city | visits(self.place, address)[-1].parts))
        return found

    def ask(self, method: str, url: str, odd: dict[str, Any]) -> int:
        cookies = "; ".join(filter(None, [self.session, odd.get("HTTP_COOKIE")]))
        return self.client.generic(method, url, **{"CONTENT_TYPE": FORM, **odd, "HTTP_COOKIE": cookies}).status_code


@pytest.fixture
def asker() -> Asker:
    return Asker(places.build("here"))


def test_what_is_unreadable_is_refused_by_every_address_and_method(asker):
    wrong = []
    for url in asker.urls():
        for (what, odd), method in zip(REFUSED.items(), cycle(METHODS), strict=False):
            wrong += [(way, url, what) for way in {method, "POST"} if asker.ask(way, url, odd()) != 400]
        wrong += [("POST", url, what) for what, odd in REFUSED_POSTS.items() if asker.ask("POST", url, odd()) != 400]

    assert wrong == []


def test_what_is_odd_is_answered_by_every_address(asker):
    asked = [(way, url, asker.ask(way, url, odd())) for url in asker.urls() for way, odd in TAKEN]

    assert [each for each in asked if each[-1] >= 500] == []


def test_every_method_is_answered_by_every_address(asker):
    asked = [
        (way, url, asker.ask(way, url, {})) for url in asker.urls() for way in METHODS if way not in ("GET", "POST")
    ]

    assert [each for each in asked if each[-1] >= 500] == []


def on_the_wire(text: str) -> str:
    """As a web server hands it on."""
    return text.encode("utf-8", "surrogatepass").decode("latin-1")


PARTS = st.text(st.characters(exclude_categories=[]), max_size=6) | st.sampled_from(["9" * 19, "-1", "%00", "..", "\0"])


@given(st.lists(PARTS, min_size=1, max_size=5), st.sampled_from(METHODS), st.dictionaries(PARTS, PARTS, max_size=2))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_address_is_answered(client, parts, method, asked):
    client.raise_request_exception = False
    query = "&".join(f"{name}={value}" for name, value in asked.items())

    response = client.generic(
        method, "/", PATH_INFO=on_the_wire("/".join(["", *parts])), QUERY_STRING=on_the_wire(query)
    )

    assert response.status_code < 500


def test_unsent_text_with_nul_in_it_is_kept_without(asker):
    place = asker.place
    barrier = place.records["barrier"]
    form = place.url("actionplan:comment-add", kind="barrier", record_id=barrier.pk)
    body = f"unsent_action={form}&unsent_page={form}&text=Half+a%00+thought".encode()

    status = asker.ask("POST", place.url("ulg:unsent-keep"), sent(body))

    kept = UnsentText.objects.get(author=place.seats[Role.COORDINATOR], form_url=form)
    assert (status, kept.fields) == (200, {"text": ["Half a thought"]})


def test_refusal_says_what_to_do(client):
    response = client.get("/?a%00b=c")

    assert (response.status_code, "could not be read" in response.content.decode()) == (400, True)
