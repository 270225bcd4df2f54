"""A virus scanner that speaks as clamd does, on this machine and for one test."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

EICAR = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"
Answer = Callable[[bytes], bytes | None]


def clamd(content: bytes) -> bytes:
    return b"stream: Eicar-Signature FOUND\0" if EICAR in content else b"stream: OK\0"


@contextmanager
def scanner(answer: Answer = clamd, *, path: Path | None = None) -> Iterator[str]:
    """Its address; each file that it is given is answered by `answer`, or never if that gives none."""
    server = socket.socket(socket.AF_UNIX if path else socket.AF_INET)
    server.bind(str(path) if path else ("127.0.0.1", 0))
    server.listen()
    ended = threading.Event()
    thread = threading.Thread(target=_serve, args=(server, answer, ended))
    thread.start()
    try:
        yield str(path) if path else f"127.0.0.1:{server.getsockname()[1]}"
    finally:
        ended.set()
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
        server.close()
        thread.join()


def _serve(server: socket.socket, answer: Answer, ended: threading.Event) -> None:
    while not ended.is_set():
        try:
            connection, _address = server.accept()
        except OSError:
            return
        with connection, suppress(OSError):
            said = answer(_read(connection))
            if said is None:
                ended.wait(5)
            else:
                connection.sendall(said)


def _read(connection: socket.socket) -> bytes:
    with connection.makefile("rb") as stream:
        assert stream.read(10) == b"zINSTREAM\0"
        pieces = []
        while size := struct.unpack("!L", stream.read(4))[0]:
            pieces.append(stream.read(size))
        return b"".join(pieces)
