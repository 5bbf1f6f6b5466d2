"""How much a file of the agency may hold: several times as much as a real one (docs/decisions/0017-limits.md)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from generator.findings.findings import Finding, Location

LARGEST_FILE = 50_000_000  # bytes
LONGEST_REPORT = 100  # pages; a real one has about fifteen
LONGEST_TEXT = 1_000_000  # characters; a real one has about thirty thousand
LARGEST_TABLE = 20_000_000  # bytes of a CSV; one of 500 providers takes about one
LARGEST_WORKBOOK = 50_000_000  # bytes of all its parts, unpacked; of 500 providers some five million
LONGEST_ROW = 100_000  # characters of a CSV; less than the library for CSV takes for one field, unless told otherwise
MOST_ROWS = 20_000  # one of 500 providers takes some five thousand
MOST_CELLS = 1_000_000
MOST_MEMORY = 2_000_000_000  # bytes of address space for reading a PDF or a workbook; the program takes a quarter of it
LONGEST_TIME = 60  # seconds of computing for the same; a real one takes about one

_Cell = TypeVar("_Cell")


class UnreadableError(Exception):
    """A file cannot be read: the code of a finding, what came, and what was expected."""

    def __init__(self, code: str, came: str, expected: str) -> None:
        super().__init__(code, came, expected)
        self.code, self.came, self.expected = code, came, expected

    def finding(self, at: Location) -> Finding:
        return Finding(at, self.code, self.came, self.expected)


def too_much(of: str, came: int, most: int) -> UnreadableError:
    """The error about a file that has ``came`` units ``of`` something, and may have ``most``."""
    return UnreadableError("I05", f"{came:,} {of}", f"at most {most:,}")


def limited(rows: Iterable[Sequence[_Cell]]) -> Iterator[Sequence[_Cell]]:
    """The rows of a table, one by one.

    Raises:
        UnreadableError: there are more rows, or more cells, than in any delivery.
    """
    cells = 0
    for number, row in enumerate(rows, start=1):
        cells += len(row)
        if number > MOST_ROWS:
            raise UnreadableError("I05", f"more than {MOST_ROWS:,} rows", "fewer rows")
        if cells > MOST_CELLS:
            raise UnreadableError("I05", f"more than {MOST_CELLS:,} cells", "fewer columns or rows")
        yield row
