"""The forms of a page, read from its HTML and filled in as a browser would send them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from django.http import HttpResponse
from django.test import Client
from lxml import html

from ulg.confirmation import FIELD

Fields = dict[str, list[str]]

PLAIN_TEXT = {"text", "search", ""}
NOT_OURS = {"csrfmiddlewaretoken"}


@dataclass(frozen=True)
class SentForm:
    """One form of a page: where it goes, what it would send, and the fields that take any words with their ids."""

    url: str
    is_post: bool
    fields: Fields
    texts: dict[str, str]

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        return self.url, tuple(sorted(self.fields))

    def with_values(self, values: dict[str, str]) -> Fields:
        return self.fields | {name: [value] for name, value in values.items()}


def is_page(response: HttpResponse) -> bool:
    return response.status_code == 200 and response["Content-Type"].startswith("text/html")


def forms_of(page: bytes, url: str) -> list[SentForm]:
    """Every form of the page at that address."""
    document = html.document_fromstring(page.decode())
    return [_read(form, url) for form in document.forms]


def confirm(client: Client, response: HttpResponse, **changes: str) -> HttpResponse:
    """Press the button of a page that asks whether to do what cannot be undone; any other page is answered already."""
    url = response.request["PATH_INFO"]
    asking = [form for form in forms_of(response.content, url) if FIELD in form.fields] if is_asking(response) else []
    return client.post(url, asking[0].with_values(changes)) if asking else response


def is_asking(response: HttpResponse) -> bool:
    return response.status_code in (200, 422) and response["Content-Type"].startswith("text/html")


def parameters_of(page: bytes) -> set[str]:
    """What may stand after the question mark, as the page's own links and search forms say."""
    document = html.document_fromstring(page.decode())
    searched = {name for form in document.forms if form.method == "GET" for name in form.fields}
    links = [link.partition("#")[0].partition("?")[2] for link in document.xpath("//a/@href")]
    return searched | {pair.partition("=")[0] for link in links for pair in link.split("&") if pair}


def _read(form: html.FormElement, url: str) -> SentForm:
    fields: Fields = {}
    for name, value in _filled(form):
        fields.setdefault(name, []).append(value)
    texts = {each.name: each.get("id", "") for each in form.inputs if each.name and _takes_any_words(each)}
    return SentForm(urljoin(url, form.action or ""), form.method == "POST", fields, texts)


def _filled(form: html.FormElement) -> Iterator[tuple[str, str]]:
    """Everything ticked and something chosen, so that what is required is there."""
    chosen = set()
    for field in form.inputs:
        name, kind = field.name, field.get("type", "")
        if not name or name in NOT_OURS or kind in {"submit", "button", "reset"} or "disabled" in field.attrib:
            continue
        if kind == "radio":
            is_chosen = field.get("checked") is not None or name not in {*chosen, *_checked(form)}
            if not is_chosen:
                continue
            chosen.add(name)
            yield name, field.get("value", "on")
        elif kind == "checkbox":
            yield name, field.get("value", "on")
        elif isinstance(field, html.SelectElement):
            options = [each for each in field.value_options if each]
            yield name, field.value or (options[0] if options else "")
        else:
            yield name, field.value or ""


def _checked(form: html.FormElement) -> set[str]:
    return {each.name for each in form.inputs if each.get("type") == "radio" and each.get("checked") is not None}


def _takes_any_words(field: html.InputElement | html.TextareaElement) -> bool:
    if isinstance(field, html.TextareaElement):
        return True
    is_plain = isinstance(field, html.InputElement) and field.get("type", "") in PLAIN_TEXT
    return is_plain and field.get("inputmode") is None
