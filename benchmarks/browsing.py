"""A browser's part of the work: ask, keep cookies, and fetch what a page links."""

from __future__ import annotations

import http.client
import re
import time
import zlib
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import urldefrag, urlencode, urljoin

from benchmarks.servers import Server

LINKED = {
    "html": r"""<(?:link|script|img)\b[^>]*?\s(?:href|src)=["']([^"']+)""",
    "css": r"""(?:@import\s+|url\()\s*["']?([^"')]+)""",
    "javascript": r"""(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']""",
}
TOKEN = re.compile(r"""name=["']csrfmiddlewaretoken["'] value=["'](\w+)""")


@dataclass(frozen=True)
class Answer:
    status: int
    kind: str
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        return zlib.decompress(self.body, wbits=47).decode() if self.body[:2] == b"\x1f\x8b" else self.body.decode()


class Visitor:
    """One person's browser, with one connection that stays open."""

    def __init__(self, server: Server, session: str = "") -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
        self.cookies = {"sessionid": session} if session else {}

    def get(self, path: str) -> Answer:
        return self._ask("GET", path)

    def post(self, path: str, fields: dict[str, str], **headers: str) -> Answer:
        body = urlencode({**fields, "csrfmiddlewaretoken": self.token}).encode()
        return self._ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded", **headers})

    def take_token(self, path: str) -> None:
        """Read a form's page, as whoever fills it in does first."""
        self.token = TOKEN.search(self.get(path).text)[1]

    def _ask(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> Answer:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Accept-Encoding": "gzip", "Cookie": cookies, **(headers or {})}
        began = time.perf_counter()
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        content = response.read()
        seconds = time.perf_counter() - began
        for line in response.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return Answer(response.status, response.headers.get("Content-Type", ""), content, seconds)


def first_visit(visitor: Visitor, path: str) -> dict[str, int]:
    """The bytes of a page and of every file that it makes a browser fetch, as they come over the wire."""
    sizes: dict[str, int] = {}
    waiting = [path]
    while waiting:
        address = waiting.pop()
        if address in sizes:
            continue
        answer = visitor.get(address)
        sizes[address] = len(answer.body)
        waiting += linked(address, answer)
    return sizes


def linked(address: str, answer: Answer) -> list[str]:
    for kind, pattern in LINKED.items():
        if kind in answer.kind:
            found = [urldefrag(urljoin(address, each)).url for each in re.findall(pattern, answer.text)]
            return [each for each in found if each.startswith("/")]
    return []
