"""The pages in a real browser: at two widths, in light and dark, by keyboard, and as axe-core judges them."""

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from dragoman.api import add_sources, open_ledger
from dragoman.web.app import make_app

CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.model,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the path: apt-get install chromium"),
]

PAGES = (
    "/",
    "/search?q=Korea",
    "/recognition/DPR",
    "/relations/PRK/UKR",
    "/disputes",
    "/documents",
    "/names/DPR",
    "/changes",
    "/matrix",
    "/matrix?relation=relations&of=UKR",
    "/sources",
    "/sources/Sample%20Wire",
    "/recognition/DPR?as_of=2022-07-13&policy=cautious",
    "/nowhere",
)
SCREENS = ((1280, "light"), (390, "dark"))


@pytest.fixture(scope="module")
def address(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a ledger of two sample reports is served."""
    reports = sorted((root / "samples" / "reports").glob("2022-07-*"))[:4]
    with open_ledger(tmp_path_factory.mktemp("browser") / "web.db") as held:
        assert list(add_sources(held, [str(report) for report in reports]))
        listener = socket.create_server(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(make_app(held), log_level="warning", lifespan="off"))
        thread = Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_a_page_fits_asks_only_its_own_origin_and_reads_well(
    path: str, width: int, scheme: str, address: str, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path)
    assert all(url.startswith(address) for url in asked)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("h1").count() == 1
    found = [f"{one['id']}: {one['nodes'][0]['html']}" for one in Axe().run(page).response["violations"]]
    page.close()
    assert found == []


def test_the_first_step_by_keyboard_leads_to_the_content(address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()


def test_a_claim_is_reached_from_the_front_page_by_keyboard_alone(address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(address)
    page.locator("#who").focus()
    page.keyboard.type("DNR")
    page.keyboard.press("Enter")
    page.locator("main .lines a").first.press("Enter")
    page.locator("blockquote a").first.press("Enter")
    page.wait_for_url("**/claims/*")
    assert page.locator("mark").count() == 1
    page.close()


def test_the_slider_moves_map_table_and_address(address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{address}/recognition/DPR")
    now = page.locator("#recognises .count").inner_text()
    page.locator("#when").focus()
    page.keyboard.press("Home")
    page.wait_for_url("**as_of=*")
    first = page.locator("#when").get_attribute("aria-valuetext")
    assert f"as_of={first}" in page.url
    assert int(page.locator("#recognises .count").inner_text()) < int(now)
    assert f"As of {first}" in page.locator("#limits summary").inner_text()
    page.close()


def test_without_scripts_the_stops_of_the_slider_are_links(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/recognition/DPR")
    page.locator("a[rel=prev]").click()
    assert "as_of=" in page.url
    page.locator("a[rel=next]").click()
    assert "as_of=" not in page.url
    context.close()
