"""The child process: a job as JSON on stdin, the PDF on stdout. Imports nothing of ours, so it runs with python -I."""

import json
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import typst

MODULES = Path(__file__).parent / "typst"
AMBIGUOUS = b"\r\nendstream"
TRIES = 5


def main() -> None:
    job = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder:
        pdf = compiled(job, Path(folder))
    sys.stdout.buffer.write(pdf)


def compiled(job: dict, folder: Path) -> bytes:
    """The PDF. Where the data of a stream happens to end as a line does, strict readers count a byte too few; then
    everything is drawn anew, a hundredth of a point lower."""
    for turn in range(TRIES):
        pdf = _compiled(job, folder / str(turn), nudge=turn)
        if AMBIGUOUS not in pdf:
            break
    return pdf


def _compiled(job: dict, folder: Path, *, nudge: int) -> bytes:
    faces, packages = folder / "faces", folder / "packages"
    faces.mkdir(parents=True)
    # The font's package holds each style twice, as OTF and TTF; which one a scan finds first is chance. Offer one.
    for name in job["fonts"]:
        (faces / Path(name).name).symlink_to(name)
    try:
        return typst.compile(
            MODULES / "plan.typ",
            root=MODULES,
            sys_inputs={"job": job["job"], "document": job["document"], "nudge": str(nudge)},
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
