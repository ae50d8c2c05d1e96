"""Reading closely in a real browser: two widths, light and dark, keys, fingers, paper, and no scripts at all."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from tests.claims.factories import make_coding, make_document
from tests.web.serving import CHROMIUM, served

from dragoman.api import add_sources, open_ledger
from dragoman.documents.link import DocumentLink, LinkKind
from dragoman.web.app import make_app

pytestmark = [
    pytest.mark.browser,
    pytest.mark.model,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the path: apt-get install chromium"),
]
SCREENS = ((1280, "light"), (390, "dark"))
ORIGINAL = "Науру визнала Абхазію 15 грудня 2009 року.\n\nВона надіслала 33 листи.\n\nБільше нічого не відомо."
TRANSLATION = "Nauru recognised Abkhazia on 15 December 2009.\n\nIt sent 33 letters. Nothing else is known."
PICTURES = os.environ.get("DRAGOMAN_PICTURES")
"""Folder for screenshots, for whoever wants to look at them."""


@pytest.fixture(scope="module")
def address(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a ledger of some sample reports is served."""
    reports = sorted((root / "samples" / "reports").glob("2022-*"))
    with open_ledger(tmp_path_factory.mktemp("reading") / "web.db") as held:
        assert list(add_sources(held, [str(report) for report in reports]))
        original = make_document(ORIGINAL, language="uk", name="original.txt")
        translation = make_document(TRANSLATION, name="translation.txt")
        link = DocumentLink(translation.id, LinkKind.TRANSLATES, original.id, "", "the page names it")
        held.add(make_coding(original, claims=()), by="tests")
        held.add(make_coding(translation, links=(link,)), by="tests")
        with served(make_app(held)) as place:
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
    """A page of a new visitor, on which nothing may fail and which may ask only this origin."""
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


def check(page: Page, name: str) -> None:
    """Check that a page fits and reads well, on the screen and on paper."""
    width = page.viewport_size["width"] if page.viewport_size else 0
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    assert page.locator("h1").count() == 1
    found = [f"{one['id']}: {one['nodes'][0]['html']}" for one in Axe().run(page).response["violations"]]
    assert found == [], name
    page.emulate_media(media="print")
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}-paper-{width}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    page.emulate_media(media="screen")


@pytest.mark.parametrize("path", ["/relations/PRK/UKR", "/relations/PRK/UKR?from=2022-07-10&to=2022-07-20"])
def test_a_pair_reads_well(page: Page, path: str) -> None:
    page.goto(path)
    check(page, f"pair-{'part' if '?' in path else 'whole'}")


@pytest.mark.parametrize("query", ["", "?loaded=1"], ids=["plain", "loaded"])
def test_a_document_reads_well(page: Page, query: str) -> None:
    page.goto(f"/documents/2022-07-20-translated-commentary.txt{query}")
    assert page.locator(".beside .way").count() > 0
    check(page, f"document{query.partition('=')[0].replace('?', '-')}")


def test_a_translation_reads_well_beside_its_original(page: Page) -> None:
    page.goto("/documents/translation.txt")
    page.get_by_role("link", name="read both side by side").first.click()
    page.wait_for_url("**/beside/*")
    check(page, "beside")


def test_the_reasons_for_a_claim_read_well(page: Page) -> None:
    page.goto("/documents/2022-07-20-translated-commentary.txt")
    page.locator(".beside a[href*='/why']").first.click()
    page.wait_for_url("**/why")
    assert page.locator(".parse li").count() > 3
    check(page, "why")


def test_the_days_of_a_drawing_are_changed_by_keys_and_the_address_goes_along(page: Page) -> None:
    page.goto("/relations/PRK/UKR")
    whole = page.locator(".moves p").text_content()
    page.locator("#drawing").focus()
    page.keyboard.press("+")
    page.wait_for_url("**from=*")
    page.wait_for_function("before => document.querySelector('.moves p').textContent !== before", arg=whole)
    assert page.evaluate("document.activeElement.id") == "drawing"
    page.keyboard.press("0")
    page.wait_for_function("before => document.querySelector('.moves p').textContent === before", arg=whole)
    page.go_back()
    page.wait_for_function("before => document.querySelector('.moves p').textContent !== before", arg=whole)


def test_the_words_behind_a_mark_stand_below_when_it_has_the_focus_or_the_pointer(page: Page) -> None:
    page.goto("/relations/PRK/UKR")
    page.locator("#drawing").focus()
    page.keyboard.press("Tab")
    assert page.locator("#told blockquote").count() == 1
    mark = page.locator("#drawing a[href='#i1']")
    mark.scroll_into_view_if_needed()
    mark.hover()
    assert page.locator("#i1 blockquote").text_content() == page.locator("#told blockquote").text_content()


def test_a_finger_sees_the_words_first(browser: Browser, address: str) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 800}, base_url=address)
    page = context.new_page()
    page.goto("/relations/PRK/UKR")
    page.locator("#drawing a[href='#i2']").tap()
    assert page.locator("#told blockquote").text_content() == page.locator("#i2 blockquote").text_content()
    assert "#i2" not in page.url
    context.close()


def test_without_scripts_links_do_the_same(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    page.goto("/relations/PRK/UKR")
    page.get_by_role("link", name="Nearer").click()
    page.wait_for_url("**from=*#drawing")
    page.locator("#drawing a[href^='#i']").first.click()
    assert "#i" in page.url
    context.close()


def test_a_claim_reads_well_and_its_reference_is_copied(page: Page) -> None:
    page.goto("/recognition/DPR")
    page.locator("blockquote a").first.click()
    page.wait_for_url("**/claims/*")
    check(page, "claim")
    page.get_by_role("button", name="Copy BibTeX").press("Enter")
    page.wait_for_function("document.getElementById('copied').textContent === 'Copied.'")
    assert page.evaluate("document.activeElement.id") == "cite-bibtex"
