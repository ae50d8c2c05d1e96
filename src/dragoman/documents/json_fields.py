"""Values taken from a JSON object, each checked for its kind as it is taken.

JSON that comes from outside may hold anything. What is taken here has the type that its
place asks for, or the error says which place holds what.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from dragoman.documents.span import Span
from dragoman.errors import JsonError

Value = TypeVar("Value")
Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class JsonFields:
    """The fields of one JSON object.

    Attributes:
        values: The object, by field.
        what: What the object stands for, for messages ("a claim").
    """

    values: Mapping[str, object]
    what: str

    def text(self, key: str) -> str:
        """Return a text.

        Raises:
            JsonError: The field is missing or is no text (all methods here raise the like).
        """
        value = self.values.get(key)
        if not isinstance(value, str):
            raise self.wrong(key, "a text")
        return value

    def text_or_none(self, key: str) -> str | None:
        """Return a text, or ``None`` where the field is null or missing."""
        return None if self.values.get(key) is None else self.text(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; none where the field is missing."""
        items = self.items(key)
        if not all(isinstance(item, str) for item in items):
            raise self.wrong(key, "a list of texts")
        return tuple(str(item) for item in items)

    def whole_number(self, key: str) -> int:
        """Return a whole number."""
        value = self.values.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(key, "a whole number")
        return value

    def number(self, key: str) -> float:
        """Return a number; a whole one stays whole."""
        value = self.values.get(key)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self.wrong(key, "a number")
        return value

    def flag(self, key: str) -> bool:
        """Return true or false."""
        value = self.values.get(key)
        if not isinstance(value, bool):
            raise self.wrong(key, "true or false")
        return value

    def choice(self, key: str, kind: type[Choice]) -> Choice:
        """Return a member of an enumeration by its value."""
        value = self.text(key)
        try:
            return kind(value)
        except ValueError as error:
            raise self.wrong(key, "one of " + ", ".join(kind)) from error

    def span(self) -> Span:
        """Return the span that ``start`` and ``end`` of this object give.

        Raises:
            JsonError: One of the two is no whole number.
            SpanError: The span is empty or reversed.
        """
        return Span(self.whole_number("start"), self.whole_number("end"))

    def span_or_none(self, key: str) -> Span | None:
        """Return the span that a field holds, or ``None``."""
        return self.one_or_none(key, read_span)

    def one(self, key: str, read: Callable[[object], Value]) -> Value:
        """Return what a field holds, read as something of ours."""
        if self.values.get(key) is None:
            raise self.wrong(key, "a JSON object")
        return read(self.values[key])

    def one_or_none(self, key: str, read: Callable[[object], Value]) -> Value | None:
        """Return what a field holds, read as something of ours, or ``None``."""
        return None if self.values.get(key) is None else read(self.values[key])

    def many(self, key: str, read: Callable[[object], Value]) -> tuple[Value, ...]:
        """Return the items of a list, each read as something of ours; none where it is missing."""
        return tuple([read(item) for item in self.items(key)])

    def items(self, key: str) -> list[object]:
        """Return the items of a list as they are; none where the field is missing."""
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise self.wrong(key, "a list")
        return value

    def wrong(self, key: str, expected: str) -> JsonError:
        """Return the error for a field that holds something else than expected."""
        found = repr(self.values[key])[:80] if key in self.values else "nothing"
        return JsonError(f"{key!r} of {self.what}", found, expected)


def json_fields(value: object, what: str) -> JsonFields:
    """Return the fields of a JSON object.

    Args:
        value: What a JSON reader gave.
        what: What the object stands for, for messages ("a claim").

    Raises:
        JsonError: The value is no object.

    >>> json_fields({"start": 3, "end": 5}, "a span").span()
    Span(start=3, end=5)
    """
    if not isinstance(value, dict):
        raise JsonError(what, repr(value)[:80], "a JSON object")
    return JsonFields(value, what)


def read_span(value: object) -> Span:
    """Return the span of ``{"start": …, "end": …}``."""
    return json_fields(value, "a span").span()
