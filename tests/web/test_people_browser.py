"""Logging in, adding, reviewing and commenting in a real browser: at two widths, in light and dark, by keyboard."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from tests.web.conftest import PASSWORD
from tests.web.serving import CHROMIUM, served

from dragoman.accounts.opening import Accounts
from dragoman.api import add_sources, open_ledger
from dragoman.web.app import make_app

pytestmark = [
    pytest.mark.browser,
    pytest.mark.model,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the path: apt-get install chromium"),
]
SCREENS = ((1280, "light"), (390, "dark"))
REPORT = "NAIROBI, 4 March 2021 (Sample Wire) - Kenya recognised Kosovo on 3 March 2021, the ministry said."
PICTURES = os.environ.get("DRAGOMAN_PICTURES")
"""Folder for screenshots, for whoever wants to look at them."""


@pytest.fixture(scope="module")
def address(root: Path, accounts: Accounts, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a ledger of two sample reports is served."""
    reports = sorted((root / "samples" / "reports").glob("2022-07-*"))[:2]
    with open_ledger(tmp_path_factory.mktemp("people") / "web.db") as held:
        assert list(add_sources(held, [str(report) for report in reports]))
        with served(make_app(held, accounts)) as place:
            yield place


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(params=SCREENS, ids=["wide-light", "narrow-dark"])
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A page of a new visitor; whatever it asks for must be of this origin."""
    width, scheme = request.param
    opened = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, base_url=address)
    asked: list[str] = []
    said: list[str] = []
    opened.on("request", lambda one: asked.append(one.url))
    opened.on("console", lambda one: said.append(one.text))
    opened.on("pageerror", lambda one: said.append(str(one)))
    yield opened
    opened.close()
    assert [url for url in asked if not url.startswith(address)] == []
    assert said == []


def log_in(page: Page, name: str) -> None:
    """Log in by keyboard alone."""
    page.goto("/login")
    page.locator("main input[name=name]").focus()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("a[href='/account']")


def check(page: Page, name: str) -> None:
    """Check that a page fits and reads well."""
    if PICTURES:
        width = page.viewport_size["width"] if page.viewport_size else 0
        page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    assert page.locator("h1").count() == 1
    found = [f"{one['id']}: {one['nodes'][0]['html']}" for one in Axe().run(page).response["violations"]]
    assert found == [], name


def test_a_report_is_added_after_it_was_seen(page: Page) -> None:
    page.goto("/login")
    check(page, "login")
    log_in(page, "editor")
    page.goto("/add")
    check(page, "add")
    page.locator("textarea[name=text]").fill(f"{REPORT} Seen at {page.viewport_size}.")
    page.get_by_role("button", name="Look at it").click()
    page.wait_for_url("**/add/*")
    check(page, "draft")
    page.get_by_role("button", name="Record it").click()
    page.wait_for_url("**/documents/*")
    assert page.get_by_text("Kenya recognised Kosovo").count() >= 1


def test_claims_are_judged_by_keyboard_alone(page: Page) -> None:
    log_in(page, "reviewer")
    page.goto("/review")
    check(page, "review")
    page.locator("a.button").press("Enter")
    page.wait_for_url("**/review/claims/*")
    check(page, "judge")
    first = page.url
    page.keyboard.press("s")
    page.wait_for_url(lambda url: url != first)
    second = page.url
    page.keyboard.press("a")
    page.wait_for_url(lambda url: url not in {first, second})
    third = page.url
    page.keyboard.press("r")
    page.keyboard.type("It says something else.")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != third)
    page.keyboard.press("m")
    page.keyboard.press("End")
    page.keyboard.type(", UN")
    check(page, "amend")
    page.locator("details form input[name=reason]").fill("Both are named.")
    fourth = page.url
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != fourth)


def test_single_keys_can_be_turned_off_and_do_nothing_in_a_field(page: Page) -> None:
    log_in(page, "reviewer")
    page.goto("/review/next")
    before = page.url
    page.locator(".rule-on input[name=reason]").focus()
    page.keyboard.type("as far as it goes")
    assert page.url == before
    page.keyboard.press("Escape")
    page.locator("#keys-on").evaluate("box => { box.checked = false; box.dispatchEvent(new Event('change')); }")
    page.keyboard.press("s")
    page.wait_for_timeout(200)
    assert page.url == before


def test_a_comment_is_said_and_hidden(page: Page) -> None:
    log_in(page, "editor")
    page.goto("/documents")
    page.locator("main .lines a").first.click()
    page.locator(".talk textarea").fill("Is the day right?")
    page.get_by_role("button", name="Say it").press("Enter")
    page.wait_for_selector(".comment .words")
    check(page, "comment")
    page.locator(".comment input[name=reason]").last.fill("Answered elsewhere.")
    page.get_by_role("button", name="Hide comment").last.click()
    page.wait_for_selector("text=Hidden by editor: Answered elsewhere.")


@pytest.mark.parametrize("place", ["/account", "/people", "/trail", "/review/disputes", "/review/agreement"])
def test_other_pages_of_people_read_well(page: Page, place: str) -> None:
    log_in(page, "administrator")
    page.goto(place)
    check(page, place.strip("/").replace("/", "-"))
