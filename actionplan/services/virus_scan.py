"""A file is given to clamd, the daemon of ClamAV, before it is stored: by its command INSTREAM."""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings

from actionplan.files.refusal import Readable

LONGEST = 30.0  # seconds for all of it
A_PIECE = 65_536
LONGEST_ANSWER = 4_096
CLEAN, INFECTED = "OK", "FOUND"  # how the answer ends


class Infected(Exception):
    """The scanner knows something harmful in the file."""


class ScannerUnavailable(Exception):
    """It gave no answer that says whether the file is clean, so the file is not taken."""


def scan(file: Readable) -> None:
    """Infected or ScannerUnavailable, unless the scanner finds nothing or none is set up."""
    if not settings.CLAMD:
        return
    try:
        answer = _answer(settings.CLAMD, file)
    except (OSError, ValueError) as error:
        raise ScannerUnavailable(str(error)) from error
    if answer.endswith(INFECTED):
        raise Infected(answer)
    if not answer.endswith(f": {CLEAN}"):
        raise ScannerUnavailable(answer)


def _answer(address: str, file: Readable) -> str:
    until = time.monotonic() + LONGEST
    with _connection(address, until) as scanner:
        _send(scanner, b"zINSTREAM\0", until)
        file.seek(0)
        while piece := file.read(A_PIECE):
            _send(scanner, struct.pack("!L", len(piece)) + piece, until)
        _send(scanner, struct.pack("!L", 0), until)
        return b"".join(_received(scanner, until)).partition(b"\0")[0].decode(errors="replace").strip()


@contextmanager
def _connection(address: str, until: float) -> Iterator[socket.socket]:
    """To `host:port`, or to the Unix socket of this path."""
    if "/" in address:
        with socket.socket(socket.AF_UNIX) as scanner:
            scanner.settimeout(_left(until))
            scanner.connect(address)
            yield scanner
    else:
        host, _colon, port = address.rpartition(":")
        with socket.create_connection((host.strip("[]"), int(port)), timeout=_left(until)) as scanner:
            yield scanner


def _send(scanner: socket.socket, data: bytes, until: float) -> None:
    scanner.settimeout(_left(until))
    scanner.sendall(data)


def _received(scanner: socket.socket, until: float) -> Iterator[bytes]:
    length = 0
    while length < LONGEST_ANSWER:
        scanner.settimeout(_left(until))
        piece = scanner.recv(LONGEST_ANSWER)
        length += len(piece)
        yield piece
        if not piece or b"\0" in piece:
            return


def _left(until: float) -> float:
    if (seconds := until - time.monotonic()) <= 0:
        raise TimeoutError("The scanner takes too long.")
    return seconds
