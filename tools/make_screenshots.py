"""Takes the pictures of the pages that stand in the docs: the sample reports, in the Chromium of the system.

Usage: python tools/make_screenshots.py [NAME ...]
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.web.serving import served  # noqa: E402 - after the path

from dragoman.api import add_sources, open_ledger  # noqa: E402
from dragoman.web.app import make_app  # noqa: E402

IMAGES = ROOT / "docs" / "images"
WIDE, TALL = 1280, 900
NARROW = {"width": 390, "height": 844}
PAGES = {
    "front": "/",
    "recognition": "/recognition/XKX?as_of=2008-03-31",
    "relations": "/relations/UKR/PRK",
    "disputes": "/disputes?of=DPR",
    "matrix": "/matrix?of=Kosovo,Palestine,DPR,South%20Sudan",
    "sources": "/sources/Sample%20Wire",
    "names": "/names/DPR",
    "changes": "/changes",
    "search": "/search?q=Donezk",
}
PHONE = ("front", "recognition")
"""Pages that are shown on a phone, too."""


def main() -> None:
    """Take the pictures that are named, or all."""
    chosen = sys.argv[1:] or list(PAGES)
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "pictures.db") as ledger:
        reports = sorted((ROOT / "samples" / "reports").iterdir()) + sorted(
            (ROOT / "samples" / "case-2022" / "reports").iterdir()
        )
        list(add_sources(ledger, [str(report) for report in reports]))
        claim = next(held.claim for held in ledger.claims() if held.claim.mode == "recognition")
        pages = PAGES | {"claim": f"/claims/{claim.id}", "document": f"/documents/{claim.document}"}
        with served(make_app(ledger)) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            for name in [*chosen, *(() if sys.argv[1:] else ("claim", "document"))]:
                page = browser.new_page(viewport={"width": WIDE, "height": TALL})
                page.goto(address + pages[name])
                page.screenshot(path=IMAGES / f"web-{name}.png")
                page.close()
                if name in PHONE:
                    page = browser.new_page(viewport=NARROW)  # type: ignore[arg-type]
                    page.goto(address + pages[name])
                    page.screenshot(path=IMAGES / f"web-{name}-phone.png")
                    page.close()
                print(f"wrote docs/images/web-{name}.png")
            browser.close()


if __name__ == "__main__":
    main()
