"""The picture in the README, from a running demo: `python3 dev.py run`, then `.venv/bin/python docs/screenshot.py`."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PORTAL = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
PICTURE = Path(__file__).parent / "overview.png"


def main() -> None:
    with sync_playwright() as browsers:
        chromium = browsers.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": 1280, "height": 860}, locale="en")
        page.goto(f"{PORTAL}/accounts/login/")
        page.get_by_role("button", name="Karin").click()
        page.get_by_role("button", name="English").first.click()
        page.screenshot(path=PICTURE)
        chromium.close()


if __name__ == "__main__":
    main()
