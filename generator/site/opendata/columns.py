"""What a column and a table of open data are. Each is declared once; formats, schemas and the page use that."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, Generic, TypeAlias, TypeVar

from generator.site.origin import Origin
from generator.site.words.catalogue import Words

Cell: TypeAlias = str | tuple[str, ...] | int | Decimal | date | bool | None
Line: TypeAlias = tuple[Cell, ...]
_AT_ONCE = 5_000  # lines

RowT = TypeVar("RowT")


class Kind(StrEnum):
    """What the cells of a column hold.

    TEXTS are several texts; a list in formats that have lists. A GRADE has one decimal, or none if it is rounded.
    """

    TEXT = "text"
    TEXTS = "texts"
    WHOLE = "whole"
    DECIMAL = "decimal"
    GRADE = "grade"
    DAY = "day"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class Column(Generic[RowT]):
    """A column. Its name means the same in every table, and its title and meaning are in the catalogue of words.

    Args:
        name: its name in every format.
        kind: what its cells hold.
        value: gives the cell of a row.
        required: whether no cell may be empty.
        choices: the only possible values; empty if all values are possible.
        lowest: the lowest possible number.
        highest: the highest possible number.
        decimals: the number of decimals of every DECIMAL.
        about: the key of its words, if it shares them with columns beside it.
    """

    name: str
    kind: Kind
    value: Callable[[RowT], Cell]
    required: bool = False
    choices: tuple[str, ...] = ()
    lowest: int | None = None
    highest: int | None = None
    decimals: int = 0
    about: str = ""

    def title(self, words: Words) -> str:
        return words(f"open_data.column.{self.about or self.name}.title", number=self.name.rpartition("_")[2])

    def meaning(self, words: Words) -> str:
        return words(f"open_data.column.{self.about or self.name}.meaning", number=self.name.rpartition("_")[2])

    def cell(self, row: RowT) -> Cell:
        value = self.value(row)
        return exact(value, self.decimals) if isinstance(value, Decimal) and self.kind is Kind.DECIMAL else value


@dataclass(frozen=True, slots=True)
class Table(Generic[RowT]):
    """A table: its columns, and the rows that a register gives.

    Args:
        name: the name of the table, and of its files.
        columns: the columns, in their order.
        rows: gives the rows from which the columns take their cells.
        key: columns that together are different in each row; empty if there are none.
        refers: other tables, by the columns that name a row of them; these columns have the same names there.
    """

    name: str
    columns: tuple[Column[RowT], ...]
    rows: Callable[[Origin], Iterable[RowT]]
    key: tuple[str, ...] = ()
    refers: Mapping[tuple[str, ...], str] = field(default_factory=dict)

    def title(self, words: Words) -> str:
        return words(f"open_data.table.{self.name}.title")

    def meaning(self, words: Words) -> str:
        return words(f"open_data.table.{self.name}.meaning")

    def filled(self, origin: Origin) -> "Filled":
        return Filled(self, [tuple(column.cell(row) for column in self.columns) for row in self.rows(origin)])


@dataclass(frozen=True, slots=True)
class Filled:
    """A table with its lines; each line has a cell for each column."""

    table: Table[Any]
    lines: Sequence[Line]


def lines_as_texts(
    filled: Filled, written: Callable[[Iterable[Cell], Column[Any]], Sequence[str]]
) -> Iterator[tuple[str, ...]]:
    """Each line of the table as texts, with ``written`` for the cells of a column.

    Some thousands of lines at once, column by column: faster than cell by cell, for a column holds one kind of value,
    and in less memory than all at once.
    """
    for start in range(0, len(filled.lines), _AT_ONCE):
        cells = zip(*filled.lines[start : start + _AT_ONCE], strict=True)
        texts = (written(each, column) for each, column in zip(cells, filled.table.columns, strict=True))
        yield from zip(*texts, strict=True)


def decimals_of(value: Decimal) -> int:
    """How many decimals a cell has."""
    return max(0, -int(value.as_tuple().exponent))


@lru_cache(1 << 14)
def exact(value: Decimal, decimals: int) -> Decimal:
    """``value`` with a number of ``decimals``, rounded half up.

    It is for reading: no rule compares a rounded share (`PublicationRules.response_suffices` takes whole numbers).
    """
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
