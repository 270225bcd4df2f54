"""One PDF of one document by one program, in a process of its own, so that what its child used can be told."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import django

from actionplan.document.frozen import FrozenDocument
from actionplan.exports.html import render_html
from actionplan.exports.pdf import compiler

WEASYPRINT = Path(__file__).with_name("weasyprint_worker.py")


def with_weasyprint(document: FrozenDocument, names: dict) -> bytes:
    page = render_html(document, names)
    return subprocess.run([sys.executable, "-I", WEASYPRINT], input=page, stdout=subprocess.PIPE, check=True).stdout


PROGRAMS = {"Typst": compiler.render_pdf, "WeasyPrint": with_weasyprint}


def main(program: str, source: str, target: str) -> None:
    django.setup()
    given = json.loads(Path(source).read_text())
    began = time.perf_counter()
    pdf = PROGRAMS[program](FrozenDocument(given["document"]), given["names"])
    seconds = time.perf_counter() - began
    child = resource.getrusage(resource.RUSAGE_CHILDREN)
    Path(target).write_bytes(pdf)
    print(json.dumps({"seconds": seconds, "cpu": child.ru_utime + child.ru_stime, "peak_kib": child.ru_maxrss}))


if __name__ == "__main__":
    main(*sys.argv[1:])
