from __future__ import annotations

from io import BytesIO

import pytest

from actionplan.services import virus_scan
from actionplan.services.virus_scan import Infected, ScannerUnavailable
from tests.scanner import EICAR, scanner

LARGE = b"%PDF-1.7\n" + bytes(200_000)


@pytest.fixture
def scan(settings):
    def scan(address: str, content: bytes) -> None:
        settings.CLAMD = address
        virus_scan.scan(BytesIO(content))

    return scan


def test_clean_file_passes_whole(scan):
    seen = []

    with scanner(lambda content: seen.append(content) or b"stream: OK\0") as address:
        scan(address, LARGE)

    assert seen == [LARGE]


def test_scanner_is_reached_by_a_unix_socket(scan, tmp_path):
    with scanner(path=tmp_path / "clamd") as address, pytest.raises(Infected):
        scan(address, EICAR)


def test_file_with_something_harmful_is_refused(scan):
    with scanner() as address, pytest.raises(Infected):
        scan(address, b"%PDF-" + EICAR)


@pytest.mark.parametrize(
    "said", [b"", b"INSTREAM size limit exceeded. ERROR\0", b"\xff\xfe\0", b"OK\0", b"stream: OK but ERROR\0"]
)
def test_answer_that_does_not_say_that_a_file_is_clean_refuses_it(scan, said):
    with scanner(lambda content: said) as address, pytest.raises(ScannerUnavailable):
        scan(address, LARGE)


@pytest.mark.parametrize("address", ["127.0.0.1:1", "/nowhere/clamd", "clamd", "127.0.0.1:many", "127.0.0.1:99999"])
def test_scanner_that_cannot_be_reached_refuses_every_file(scan, address):
    with pytest.raises(ScannerUnavailable):
        scan(address, LARGE)


def test_scanner_that_never_answers_is_waited_for_so_long(scan, monkeypatch):
    monkeypatch.setattr(virus_scan, "LONGEST", 0.2)

    with scanner(lambda content: None) as address, pytest.raises(ScannerUnavailable):
        scan(address, LARGE)


def test_without_a_scanner_nothing_is_asked(scan):
    scan("", EICAR)
