"""Answers as tables: plain records, and frames of pandas or polars where one of them is installed."""

from abc import ABC, abstractmethod
from importlib import import_module
from typing import Any

from dragoman.errors import ExtraMissingError

Record = dict[str, object]


class Tabular(ABC):
    """An answer that is a table: each row is one record, and all records have the same keys."""

    __slots__ = ()

    @abstractmethod
    def to_dict(self) -> Record:
        """Return the answer as plain JSON values."""

    @abstractmethod
    def to_records(self) -> tuple[Record, ...]:
        """Return the rows as plain values: texts, numbers, ``None``, and identifiers with blanks between them."""

    def to_pandas(self) -> Any:  # noqa: ANN401 - pandas is not needed to use this package
        """Return the rows as a ``pandas.DataFrame``.

        Raises:
            ExtraMissingError: pandas is not installed.
        """
        return _library("pandas").DataFrame.from_records(list(self.to_records()))

    def to_polars(self) -> Any:  # noqa: ANN401 - the same
        """Return the rows as a ``polars.DataFrame``.

        Raises:
            ExtraMissingError: polars is not installed.
        """
        # Columns may begin with many empty cells: all rows tell the type.
        return _library("polars").DataFrame(list(self.to_records()), infer_schema_length=None)


def _library(name: str) -> Any:  # noqa: ANN401 - the same
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise ExtraMissingError(f"an answer as a table of {name}", name, f"dragoman[{name}]") from error
