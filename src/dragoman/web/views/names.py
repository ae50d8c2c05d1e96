"""Who calls a polity what."""

from dataclasses import dataclass

from dragoman.answers.names import Names, NameUse
from dragoman.web.asked import Asked
from dragoman.web.views.cited import Cited, cite
from dragoman.web.views.frame import Frame


@dataclass(frozen=True, slots=True)
class Use:
    """One name that one voice gives.

    Attributes:
        text: The name as written.
        speaker: Who calls it so.
        is_quoted: Whether it stands in scare quotes.
        times: How many sentences have it.
        cited: The first claim that has it.
    """

    text: str
    speaker: str
    is_quoted: bool
    times: int
    cited: Cited


@dataclass(frozen=True, slots=True)
class NamesPage:
    """What each speaker calls a polity.

    Attributes:
        frame: What stands around it.
        uses: By speaker, then by name.
    """

    frame: Frame
    uses: tuple[Use, ...]


def show_names(answer: Names, asked: Asked) -> NamesPage:
    """Lay out what each speaker calls a polity."""
    title = f"What is {answer.name} called?"
    frame = Frame(
        title, answer.note, asked=asked, action=f"/names/{answer.of}", has_day=False, answer=("names", answer.of)
    )
    return NamesPage(frame, tuple(_use(use, asked) for use in answer.uses))


def _use(use: NameUse, asked: Asked) -> Use:
    return Use(use.text, use.speaker, use.is_quoted, use.times, cite(use.citations[0], asked))
