"""The timeline of a pair in parts: days, roots and sources, as the address has them."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.claims.factories import make_claim, make_coding, make_document
from tests.web.conftest import ADDRESS
from tests.web.hostile import FORBIDDEN, TAGS, TRICKS

from dragoman.answers.axis import Scale
from dragoman.api import Ledger, open_ledger
from dragoman.claims.hop import Hop
from dragoman.documents.section import VoiceKind
from dragoman.events.kind import Root
from dragoman.web.app import make_app
from dragoman.web.pair_asked import farther, moved, nearer

HOSTILE = " ".join((*TAGS, *TRICKS))
PAIR = "/relations/NRU/ABK"
WHOLE = Scale(date(2000, 1, 1), date(2020, 12, 31))


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger with two claims about a pair, years apart, of two pages with hostile words."""
    first = make_document(f"Nauru recognised Abkhazia on 15 December 2009. {HOSTILE}", outlet="First <b>Wire</b>")
    second = make_document(f"Nauru withdrew its recognition on 4 May 2014. {HOSTILE}", outlet="Second Wire")
    early = make_claim(first, date="2009-12-15")
    late = make_claim(
        second,
        chain=(Hop("Second Wire", VoiceKind.OUTLET),),
        event=Root.SANCTION,
        mode="recognition-withdrawn",
        date="2014-05",
    )
    path: Path = tmp_path_factory.mktemp("pairs") / "web.db"
    with open_ledger(path) as held:
        held.add(make_coding(first, early), by="tests")
        held.add(make_coding(second, late), by="tests")
        yield held


@pytest.fixture(scope="module")
def client(ledger: Ledger) -> TestClient:
    return TestClient(make_app(ledger), base_url=ADDRESS, raise_server_exceptions=False)


def move_of(page: str, key: str) -> str:
    """Return where a way to other days leads, or ``""``."""
    found = re.search(rf'data-move="{key}" href="([^"]+)#drawing"', page)
    return unescape(found[1]) if found else ""


def marks_of(page: str) -> list[str]:
    """Return the numbers of the marks that are drawn."""
    return re.findall(r'<a href="#i(\d+)"', page)


def test_the_days_of_the_address_are_drawn_and_told_and_the_rest_is_counted(client: TestClient) -> None:
    page = client.get(f"{PAIR}?from=2014&to=2014").text
    assert marks_of(page) == ["2"]
    assert 'id="i1"' not in page
    assert "1 before these days, 0 after them" in page


def test_each_move_leads_to_other_days_and_back_to_all(client: TestClient) -> None:
    page = client.get(PAIR).text
    assert not move_of(page, "out")
    assert not move_of(page, "all")
    nearer_page = client.get(move_of(page, "in")).text
    assert "from=" in move_of(nearer_page, "earlier")
    assert move_of(nearer_page, "all") == PAIR
    assert move_of(nearer_page, "out") == PAIR


def test_a_part_keeps_its_place_in_other_moves_and_in_the_form_of_the_times(client: TestClient) -> None:
    page = client.get(f"{PAIR}?root=SANCTION&source=Second+Wire&known=2999-01-01").text
    address = move_of(page, "in")
    assert [part for part in ("known=2999-01-01", "root=SANCTION", "source=Second+Wire") if part not in address] == []
    assert '<input type="hidden" name="root" value="SANCTION">' in page
    assert '<input type="hidden" name="known" value="2999-01-01">' in page


def test_one_root_leaves_the_ladders_as_they_are(client: TestClient) -> None:
    page = client.get(f"{PAIR}?root=SANCTION").text
    assert "Nauru recognised Abkhazia" not in page.partition('id="timeline"')[2].partition("Disputes")[0]
    assert re.findall(r'class="bar (\w+)', page).count("none") == 1
    assert "de facto" in page or "de jure" in page


def test_one_source_has_the_ladders_that_its_claims_alone_tell(client: TestClient) -> None:
    whole, part = client.get(PAIR).text, client.get(f"{PAIR}?source=Second+Wire").text
    assert (whole.count('class="bar gap"'), part.count('class="bar gap"')) == (0, 1)
    assert marks_of(part) == ["1"]


def test_each_mark_tells_its_words_to_whoever_steps_on_it(client: TestClient) -> None:
    label = re.search(r'<a href="#i1" aria-label="([^"]+)"', client.get(PAIR).text)
    assert label is not None
    assert "Nauru recognised Abkhazia on 15 December 2009" in label[1]


@pytest.mark.parametrize("query", ["from=soon", "from=2015&to=2014", "to=..", "from=2014&to=2014-01-01/.."])
def test_days_that_are_none_are_explained(client: TestClient, query: str) -> None:
    assert client.get(f"{PAIR}?{query}").status_code == 400


@pytest.mark.parametrize("query", ["", "?from=2009&to=2010", "?root=%3Cscript%3Ealert(1)", "?source=%22%3E%3Cimg"])
def test_words_of_reports_and_of_addresses_are_never_markup(client: TestClient, query: str) -> None:
    page = client.get(PAIR + query).text
    assert [one for one in FORBIDDEN if one in page] == []
    assert "<b>Wire" not in page


def test_a_scale_moves_within_all_days_and_no_farther() -> None:
    near = nearer(WHOLE)
    assert near is not None
    assert WHOLE.first < near.first < near.last < WHOLE.last
    assert farther(WHOLE, WHOLE) is None
    assert farther(Scale(date(2001, 1, 1), date(2019, 1, 1)), WHOLE) == WHOLE
    assert moved(WHOLE, WHOLE, later=True) is None
    right = moved(near, WHOLE, later=True)
    assert right is not None
    assert right.last <= WHOLE.last
    assert nearer(Scale(date(2001, 1, 1), date(2001, 1, 20))) is None
    assert farther(Scale(date.min, date(1, 2, 1)), Scale(date.min, date.max)) is not None
