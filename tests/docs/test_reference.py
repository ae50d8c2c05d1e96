"""The reference pages name what there is, no more and no less."""

import re
from pathlib import Path

import pytest

from dragoman.actors.participant import Mention, Participant
from dragoman.claims.claim import Claim, ClaimKind, Evidence
from dragoman.claims.hop import Hop
from dragoman.dates.event_date import DateBasis, event_date
from dragoman.documents.document import DocumentId
from dragoman.documents.section import SectionKind, VoiceKind
from dragoman.documents.span import Span
from dragoman.events.kind import Root, Status

DOCS = Path(__file__).resolve().parents[2] / "docs"
WHOLE = Span(0, 26)


@pytest.fixture
def claim() -> Claim:
    somebody = Participant("PRK", "North Korea", None, Mention(Span(0, 5), "North"))
    return Claim(
        document=DocumentId("sha256:0"),
        language="en",
        coder="rules-en/1.0",
        kind=ClaimKind.EVENT,
        event=Root.SUPPORT,
        mode="recognition",
        context=(),
        cameo=None,
        actors=(somebody,),
        recipients=(),
        date=event_date("2022-07-13", basis=DateBasis.EXPLICIT, text="13 July 2022"),
        status=Status.ACTUAL,
        negated=False,
        chain=(Hop("Sample Wire", VoiceKind.OUTLET),),
        evidence=Evidence(WHOLE, "x" * 26, SectionKind.BODY),
        rule="en/recognition#verb",
    )


def fields_under(heading: str) -> set[str]:
    """The names in the first column of the table below a heading of the page about claims."""
    page = (DOCS / "reference" / "claim.md").read_text("utf-8")
    section = re.split(r"^#+ ", page.partition(f"# {heading}\n")[2], flags=re.MULTILINE)[0]
    return {
        name for row in re.findall(r"^\| (`.*?`) \|", section, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)
    }


def test_the_page_about_claims_names_every_field(claim: Claim) -> None:
    assert fields_under("Claims as JSON") == set(claim.to_dict())


def test_the_page_about_claims_names_every_field_of_a_participant(claim: Claim) -> None:
    assert fields_under("Participants") == set(claim.actors[0].to_dict())


def test_the_page_about_claims_names_every_field_of_a_date(claim: Claim) -> None:
    assert claim.date is not None
    assert fields_under("Dates") == set(claim.date.to_dict())


def test_the_page_about_claims_names_every_field_of_a_hop(claim: Claim) -> None:
    assert fields_under("Hops") == set(claim.chain[0].to_dict())


def test_every_run_time_dependency_has_its_reason() -> None:
    project = (DOCS.parent / "pyproject.toml").read_text("utf-8")
    listed = project.partition("\ndependencies = [")[2].partition("]")[0]
    names = set(re.findall(r'"([\w-]+)', listed))
    reasons = (DOCS / "decisions" / "0007-dependencies.md").read_text("utf-8").partition("## Rejected")[0]
    assert names - set(re.findall(r"`([\w-]+)`", reasons)) == set()
