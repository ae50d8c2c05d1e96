"""All errors that Dragoman raises, as one tree.

Wrong *use* raises one of these. A bad *document* raises nothing to the user: it
becomes a :class:`dragoman.documents.fault.Fault` and the run goes on.

::

    DragomanError
    ├── InputError            what was given cannot be read
    │   ├── SpanError         a span that is empty, reversed or outside its text
    │   ├── DateError         a date expression
    │   ├── JsonError         JSON values that are not what they should be
    │   ├── ClaimError        a claim that contradicts itself
    │   ├── JudgementError    a judgement that lacks or contradicts something
    │   ├── NameTakenError    a name that cannot be given
    │   ├── NameUnknownError  a polity, actor or policy nobody has heard of
    │   ├── DocumentError     bytes that hold no readable document
    │   ├── GoldError         a gold file that breaks its format
    │   ├── ActorFileError    a line of a user's actor file
    │   ├── PolicyError       a policy that breaks its schema
    │   ├── ExtractionError   bytes that give no text (becomes a fault)
    │   ├── AddressError      an address that must not or cannot be fetched
    │   ├── AccountError      an account that is missing, taken or disabled
    │   ├── CommentError      a comment that is empty, too long or one too many
    │   ├── PasswordError     a password that is too easy to guess
    │   ├── LoginError        a name and a password that do not open a session
    │   └── QueriesError      queries of a reconciliation client
    ├── KnowledgeError        a data file that breaks its schema
    ├── ParserError           a parser that is missing or broken
    ├── OutputError           a file that cannot be written
    ├── ExtraMissingError     a library that only some uses need
    ├── NotAllowedError       something that a reader's role does not allow
    └── LedgerError           the ledger refuses or fails
        ├── LedgerVersionError    made by a newer Dragoman
        └── LedgerUnavailableError  cannot be opened, locked, full, read-only
"""

from dataclasses import astuple, dataclass


class DragomanError(Exception):
    """The base of all errors of this package."""

    def __post_init__(self) -> None:
        """Hand every field to ``Exception``, so that the error survives pickling."""
        Exception.__init__(self, *astuple(self))  # type: ignore[call-overload]


class InputError(DragomanError):
    """Something that was given cannot be read."""


@dataclass(eq=False)
class SpanError(InputError):
    """A span is empty, reversed or lies outside its text."""

    start: int
    end: int
    expected: str

    def __str__(self) -> str:
        return f"Cannot use the span {self.start}..{self.end}: expected {self.expected}."


@dataclass(eq=False)
class DateError(InputError):
    """A date expression cannot be read."""

    text: str
    expected: str

    def __str__(self) -> str:
        return f"Cannot read the date {self.text!r}: expected {self.expected}."


@dataclass(eq=False)
class JsonError(InputError):
    """A JSON value is missing or of another kind than its place asks for."""

    place: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"Cannot read {self.place} from JSON: found {self.found}, expected {self.expected}."


@dataclass(eq=False)
class ClaimError(InputError):
    """The parts of a claim contradict each other."""

    found: str
    expected: str

    def __str__(self) -> str:
        return f"Cannot make this claim: found {self.found}, expected {self.expected}."


@dataclass(eq=False)
class JudgementError(InputError):
    """A judgement lacks what its ruling needs, or has what it cannot use."""

    ruling: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"Cannot record the judgement {self.ruling!r}: found {self.found}, expected {self.expected}."


@dataclass(eq=False)
class NameTakenError(InputError):
    """A name cannot be given: something bears it, or it means something else."""

    kind: str
    name: str
    reason: str

    def __str__(self) -> str:
        return f"Cannot call the {self.kind} {self.name!r}: {self.reason}."


@dataclass(eq=False)
class NameUnknownError(InputError):
    """A name is in no table of the kind that was asked."""

    kind: str
    name: str
    nearest: tuple[str, ...] = ()

    def __str__(self) -> str:
        hint = f" Did you mean {', '.join(self.nearest)}?" if self.nearest else ""
        return f"There is no {self.kind} called {self.name!r}.{hint}"


@dataclass(eq=False)
class DocumentError(InputError):
    """The bytes hold no readable document."""

    name: str
    reason: str

    def __str__(self) -> str:
        return f"Cannot read the document {self.name!r}: {self.reason}."


@dataclass(eq=False)
class GoldError(InputError):
    """A gold file breaks its format, or what it speaks of is missing."""

    name: str
    entry: str
    reason: str

    def __str__(self) -> str:
        place = f", {self.entry}" if self.entry else ""
        return f"Cannot use the gold file {self.name!r}{place}: {self.reason}."


@dataclass(eq=False)
class ActorFileError(InputError):
    """A line of a user's actor file cannot be used, or, with line 0, none of it."""

    name: str
    line: int
    reason: str

    def __str__(self) -> str:
        place = f", line {self.line}" if self.line else ""
        return f"Cannot use the actor file {self.name!r}{place}: {self.reason}."


@dataclass(eq=False)
class PolicyError(InputError):
    """A policy cannot be read or breaks its schema; line 0 stands for all of it."""

    name: str
    line: int
    reason: str

    def __str__(self) -> str:
        place = f", line {self.line}" if self.line else ""
        return f"Cannot use the policy {self.name!r}{place}: {self.reason}."


@dataclass(eq=False)
class ExtractionError(InputError):
    """The bytes give no text; the reader turns this into a fault."""

    reason: str

    def __str__(self) -> str:
        return f"Cannot take text from it: {self.reason}."


@dataclass(eq=False)
class AddressError(InputError):
    """An address must not be fetched, or could not be."""

    address: str
    reason: str

    def __str__(self) -> str:
        return f"Cannot fetch {self.address!r}: {self.reason}."


@dataclass(eq=False)
class AccountError(InputError):
    """An account is missing, taken or disabled, or cannot be called so."""

    name: str
    reason: str

    def __str__(self) -> str:
        return f"Cannot use the account {self.name!r}: {self.reason}."


@dataclass(eq=False)
class CommentError(InputError):
    """A comment is empty, too long or one too many."""

    reason: str

    def __str__(self) -> str:
        return f"Cannot take this comment: {self.reason}."


@dataclass(eq=False)
class PasswordError(InputError):
    """A password is too easy to guess, or too long."""

    reason: str

    def __str__(self) -> str:
        return f"Cannot use this password: {self.reason}."


@dataclass(eq=False)
class LoginError(InputError):
    """A name and a password open no session; which of the two is wrong is not said."""

    reason: str
    wait: int = 0

    def __str__(self) -> str:
        hint = f" Try again in {-(-self.wait // 60)} minutes." if self.wait else ""
        return f"Cannot log in: {self.reason}.{hint}"


@dataclass(eq=False)
class NotAllowedError(DragomanError):
    """Something that the role of a reader, or the scopes of a token, do not allow."""

    who: str
    wanted: str
    needed: str

    def __str__(self) -> str:
        return f"You may not {self.wanted}{f' as {self.who}' if self.who else ''}: that takes {self.needed}."


@dataclass(eq=False)
class KnowledgeError(DragomanError):
    """A data file breaks its schema."""

    file: str
    reason: str

    def __str__(self) -> str:
        return f"Cannot use the data file {self.file!r}: {self.reason}."


@dataclass(eq=False)
class ParserError(DragomanError):
    """A parser is missing or broken."""

    name: str
    reason: str

    def __str__(self) -> str:
        return f"Cannot open the parser {self.name!r}: {self.reason}."


@dataclass(eq=False)
class OutputError(DragomanError):
    """A file cannot be written."""

    name: str
    reason: str

    def __str__(self) -> str:
        return f"Cannot write {self.name!r}: {self.reason}."


@dataclass(eq=False)
class ExtraMissingError(DragomanError):
    """A library that only some uses need is not installed."""

    purpose: str
    library: str
    extra: str

    def __str__(self) -> str:
        return f"There is no {self.library}, which {self.purpose} needs: install it with pip install '{self.extra}'."


class LedgerError(DragomanError):
    """The ledger refuses or fails."""


@dataclass(eq=False)
class LedgerVersionError(LedgerError):
    """The ledger was made by a newer Dragoman."""

    address: str
    found: str
    known: str

    def __str__(self) -> str:
        return (
            f"The ledger {self.address!r} has schema {self.found!r}, but this Dragoman "
            f"knows schemas up to {self.known!r}: install a newer Dragoman."
        )


@dataclass(eq=False)
class LedgerUnavailableError(LedgerError):
    """The ledger cannot be opened, is locked, full or read-only."""

    address: str
    reason: str

    def __str__(self) -> str:
        return f"Cannot use the ledger {self.address!r}: {self.reason}."


@dataclass(eq=False)
class QueriesError(InputError):
    """A batch of queries of a reconciliation client cannot be read."""

    reason: str

    def __str__(self) -> str:
        return f"Cannot read the queries: {self.reason}."
