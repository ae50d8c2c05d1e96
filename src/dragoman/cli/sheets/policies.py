"""The sheet of ``policies``."""

from collections.abc import Sequence

from dragoman.claims.policy import Policy
from dragoman.cli.sheet import Column, Note, Records, Sheet, Table, count_of

COLUMNS = (
    Column("Policy", is_fixed=True, style="bold"),
    Column("What it does", ratio=6),
    Column("Origins", is_number=True),
    Column("Announced"),
    Column("Background"),
    Column("Unnamed"),
    Column("Judgements that count", ratio=3, is_wide=True),
)
HEADER = ("name", "about", "least_origins", "announced", "historical", "unnamed", "judgements")


def policies_sheet(policies: Sequence[Policy]) -> Sheet:
    """Lay out policies."""
    rows = tuple(
        (
            one.name,
            one.about,
            f"≥ {one.least_origins}",
            "shown" if one.announced else "left out",
            _word(one.historical),
            _word(one.unnamed),
            ", ".join(one.verdicts),
        )
        for one in policies
    )
    records = tuple(
        (
            one.name,
            one.about,
            one.least_origins,
            str(one.announced).lower(),
            str(one.historical).lower(),
            str(one.unnamed).lower(),
            " ".join(one.verdicts),
        )
        for one in policies
    )
    return Sheet(
        title=count_of(len(policies), "policy", "policies"),
        scope="",
        tables=(Table("", COLUMNS, rows),),
        notes=(Note("Your own", "dragoman policies show cautious > mine.yaml, change it, and use --policy mine.yaml"),),
        empty="",
        records=Records(HEADER, records),
    )


def _word(counts: object) -> str:
    return "counts" if counts else "left out"
