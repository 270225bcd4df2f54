"""The child process: a job as JSON on stdin, the PDF on stdout. Imports nothing of ours, so it runs with python -I."""

import json
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import typst

MODULES = Path(__file__).parent / "typst"


def main() -> None:
    job = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder:
        pdf = compiled(job, Path(folder))
    sys.stdout.buffer.write(pdf)


def compiled(job: dict, folder: Path) -> bytes:
    faces, packages = folder / "faces", folder / "packages"
    faces.mkdir()
    # The font's package holds each style twice, as OTF and TTF; which one a scan finds first is chance. Offer one.
    for name in job["fonts"]:
        (faces / Path(name).name).symlink_to(name)
    try:
        return typst.compile(
            MODULES / "plan.typ",
            root=MODULES,
            sys_inputs={"job": job["job"], "document": job["document"]},
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=[faces]),
            package_path=packages,
            package_cache_path=packages,
            pdf_standards=["a-3a", "ua-1"],
            timestamp=datetime.fromtimestamp(job["made_at"], UTC),
        )
    except typst.TypstError as error:
        sys.exit(error.diagnostic or str(error))


if __name__ == "__main__":
    main()
