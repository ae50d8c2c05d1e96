from tests.answers.reports import EMBASSY, RELATIONS_NONE, act, ledger_of, recognition_of, report

from dragoman.answers.matrix import Cell, Matrix, Relation
from dragoman.answers.questions import missions, recognition
from dragoman.answers.surveys import matrix
from dragoman.claims.coding import Coding
from dragoman.dates.interval import Certainty
from dragoman.events.kind import Status

PAGES = (
    report("Moscow did.", recognition_of("DPR", "RUS", date="2022-02-21")),
    report("Both were recognised.", {**recognition_of("DPR", "SYR", date="2022-06-29"), "recipients": ("DPR", "LPR")}),
    report("Pyongyang will.", recognition_of("DPR", "PRK", status=Status.ANNOUNCED, date="2022-07-13")),
    report("Nauru took it back.", act("recognition-withdrawn", "NRU", "ABK", date="2014")),
    report("They severed.", act("relations-severed", "UKR", "PRK", date="2022-07-13")),
    report("They were established.", act("relations-established", "UKR", "PRK", date="1992-01-09")),
    report("It opened one.", act("mission-opened", "PRK", "UKR", date="1992", measure=EMBASSY)),
    report("It closed it.", act("mission-closed", "PRK", "UKR", date="1998")),
)


def ask(relation: Relation, *codings: Coding, as_of: str | None = None, polities: tuple[str, ...] = ()) -> Matrix:
    return matrix(ledger_of(*(codings or PAGES)), relation, as_of=as_of, polities=polities)


def cells(answer: Matrix) -> dict[tuple[str, str], str]:
    return {(cell.row, cell.column): cell.value for cell in answer.cells}


def only(answer: Matrix) -> Cell:
    (cell,) = answer.cells
    return cell


def test_each_two_of_which_a_claim_tells_have_a_cell() -> None:
    assert cells(ask(Relation.RECOGNITION)) == {
        ("RUS", "DPR"): "recognises",
        ("SYR", "DPR"): "recognises",
        ("SYR", "LPR"): "recognises",
        ("PRK", "DPR"): "announced",
        ("NRU", "ABK"): "withdrawn",
    }


def test_a_cell_says_what_the_answer_about_these_two_says() -> None:
    held = ledger_of(*PAGES)
    for day in (None, "2022-06-29", "2022-06", "2022-03-01"):
        found = {
            cell.row: (cell.value, cell.certainty, cell.since)
            for cell in matrix(held, "recognition", as_of=day).cells
            if cell.column == "DPR"
        }
        wanted = {
            one.id: (one.standing.value, one.strand.certainty, one.strand.since and one.strand.since.edtf)
            for one in recognition(held, of="DPR", as_of=day).recognisers
        }
        assert found == wanted


def test_missions_say_what_the_answer_about_the_sender_says() -> None:
    held = ledger_of(*PAGES)
    for day in (None, "1995", "1998", "1992"):
        (post,) = missions(held, of="PRK", as_of=day).posts
        assert post.current is not None
        (cell,) = [one for one in matrix(held, "missions", as_of=day).cells if one.row == "PRK"]
        assert (cell.row, cell.column, cell.value, cell.certainty) == (
            "PRK",
            "UKR",
            post.current.status,
            post.current.certainty,
        )


def test_relations_have_one_cell_for_each_two_and_stand_on_the_last_step() -> None:
    answer = ask(Relation.RELATIONS)
    cell = only(answer)
    assert (cell.row, cell.column, cell.value, cell.since) == ("PRK", "UKR", "none", "2022-07-13")
    assert only(ask(Relation.RELATIONS, as_of="2022-07-12")).value == "full"
    assert [{**row} for row in answer.to_wide()] == [
        {"": "PRK", "PRK": "", "UKR": "none"},
        {"": "UKR", "PRK": "none", "UKR": ""},
    ]


def test_a_day_within_the_asked_span_makes_a_cell_possible() -> None:
    answer = ask(Relation.RECOGNITION, as_of="2022-06/2022-07", polities=("Syria",))
    assert {cell.certainty for cell in answer.cells} == {Certainty.POSSIBLY}
    assert answer.to_wide()[0]["DPR"] == "recognises?"


def test_a_state_that_is_told_is_only_possible_at_other_times() -> None:
    page = report("The two have none.", {**RELATIONS_NONE, "actors": ("UKR", "PRK"), "recipients": (), "date": "1990"})
    cell = only(ask(Relation.RELATIONS, page))
    assert (cell.value, cell.certainty) == ("none", Certainty.POSSIBLY)


def test_polities_limit_the_matrix_to_what_they_take_part_in() -> None:
    assert set(cells(ask(Relation.RECOGNITION, polities=("Abkhazia", "LPR")))) == {("NRU", "ABK"), ("SYR", "LPR")}


def test_people_and_bodies_have_no_cell() -> None:
    assert ask(Relation.RECOGNITION, report("It did.", recognition_of("DPR", "someone", date="2022"))).cells == ()
