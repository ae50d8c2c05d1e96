"""The sheet of ``agree``: what both coders found, and how far they agree in each field."""

from collections.abc import Iterator

from dragoman.cli.sheet import Column, Note, Records, Sheet, Table
from dragoman.evaluation.agreement import Agreement, Coefficient

COLUMNS = (
    Column("Field", ratio=2),
    Column("Claims", is_number=True),
    Column("Equal", is_number=True),
    Column("Kappa", is_number=True),
    Column("", is_wide=True),
    Column("Alpha", is_number=True),
    Column("", is_wide=True),
    Column("Distance"),
)
HEADER = (
    "field",
    "units",
    "observed",
    "kappa",
    "kappa_low",
    "kappa_high",
    "alpha",
    "alpha_low",
    "alpha_high",
    "distance",
)
NOTES = (
    Note("kappa", "Cohen's; equal values beyond chance."),
    Note(
        "alpha", "Krippendorff's; for sets of participants with the distance MASI, so that parts count for something."
    ),
    Note("–", "not defined: no claim, or one value throughout."),
)


def agreement_sheet(agreement: Agreement, title: str) -> Sheet:
    """Lay out how far two coders agree.

    Args:
        agreement: The result.
        title: Whom it is about.
    """
    found = agreement.found
    share = f"{_number(found.value)} {_ends(found)}".rstrip()
    return Sheet(
        title=title,
        scope=(
            f"{agreement.documents} documents; {agreement.first} and {agreement.second} claims, "
            f"{agreement.both} in both: share {share}; intervals: bootstrap over documents, 95 %"
        ),
        tables=(Table("Claims that both have", COLUMNS, tuple(_rows(agreement))),),
        notes=NOTES,
        empty="Neither coder recorded a claim.",
        records=Records(HEADER, tuple(_records(agreement))),
    )


def _rows(agreement: Agreement) -> Iterator[tuple[str, ...]]:
    for field in agreement.fields:
        yield (
            field.name,
            str(field.units),
            _number(field.observed),
            _number(field.kappa.value),
            _ends(field.kappa),
            _number(field.alpha.value),
            _ends(field.alpha),
            field.distance,
        )


def _records(agreement: Agreement) -> Iterator[tuple[object, ...]]:
    for field in agreement.fields:
        row = field.to_dict()
        kappa, alpha = _cells(field.kappa), _cells(field.alpha)
        yield (row["field"], row["units"], row["observed"], *kappa, *alpha, row["distance"])


def _cells(coefficient: Coefficient) -> tuple[object, ...]:
    if coefficient.value is None:
        return (None, None, None)
    ends = coefficient.interval.to_list() if coefficient.interval else (None, None)
    return (round(coefficient.value, 3), *ends)


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _ends(coefficient: Coefficient) -> str:
    interval = coefficient.interval
    return "" if interval is None else f"{interval.low:.2f}–{interval.high:.2f}"
