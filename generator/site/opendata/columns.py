"""What a column and a table of open data are. Each is declared once; formats, schemas and the page follow from that."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from typing import Any, Generic, TypeAlias, TypeVar

from generator.site.origin import Origin
from generator.site.words.catalogue import Words

Cell: TypeAlias = str | tuple[str, ...] | int | Decimal | date | bool | None
Line: TypeAlias = tuple[Cell, ...]

RowT = TypeVar("RowT")


class Kind(StrEnum):
    """What the cells of a column hold.

    TEXTS are several texts, a list where a format knows lists. A GRADE has one decimal, or none where it is rounded.
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
        name: the same in every format.
        kind: what its cells hold.
        value: the cell of a row.
        required: whether no cell is empty.
        choices: the only values that there are; empty where any may be.
        lowest: the lowest number that there can be.
        highest: the highest.
        decimals: how many a DECIMAL has, always.
        about: where its words are, when it shares them with columns beside it.
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
        name: of the table, and of its files.
        columns: in their order.
        rows: what the columns take their cells from, a row each.
        key: columns that together are different in each row; empty where there are none.
        refers: tables of which a row is meant, by the columns that name it; they are called the same there.
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
    """A table with its lines, each a cell for each column."""

    table: Table[Any]
    lines: Sequence[Line]


def decimals_of(value: Decimal) -> int:
    """How many decimals a cell has."""
    return max(0, -int(value.as_tuple().exponent))


def exact(value: Decimal, decimals: int) -> Decimal:
    """``value`` with so many decimals; the rest is cut off, never rounded.

    A response that fell short would else look like the one that was needed.
    """
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_DOWN)
