"""What is wrong with the input, written for the person who can mend it."""

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, islice
from typing import Self

from generator.findings.codes import CODES, Severity

#: The most findings that are kept for one table, and that are printed of all; their mend usually mends the rest too
#: (docs/decisions/0017).
MOST_OF_A_FILE = 1_000


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file of the register.

    ``line`` and ``column`` count from 1; 0 stands for the whole file or the whole line. In a CSV file ``column`` is
    the number of the field; in YAML and Markdown it is the number of the character.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.file, *(str(number) for number in (self.line, self.column) if number)])

    def in_column(self, column: int) -> Self:
        return type(self)(self.file, self.line, column)

    def after(self, text: str) -> Self:
        """The place just after ``text``, which starts here."""
        above, newline, line = text.rpartition("\n")
        if not newline:
            return type(self)(self.file, self.line, self.column + len(line))
        return type(self)(self.file, self.line + above.count("\n") + 1, len(line) + 1)


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One problem of the input.

    Args:
        at: where it is.
        code: one of :data:`generator.findings.codes.CODES`.
        came: what the file says there, as a clause: "grade 84 is not between 1.0 and 10.0".
        expected: what it should say; also how to mend it, if that differs between findings of this code.
        field: the column or key of the value, if the finding is about one value.
        mentions: other places that ``came`` names, exactly as they are printed.
    """

    at: Location
    code: str
    came: str
    expected: str
    field: str = dataclasses.field(default="", compare=False)
    mentions: tuple[Location, ...] = dataclasses.field(default=(), compare=False)

    @property
    def severity(self) -> Severity:
        return CODES[self.code].severity

    @property
    def mend(self) -> str:
        return CODES[self.code].mend


def below(folder: str, finding: Finding) -> Finding:
    """The same finding, with the ``folder`` of the register before the name of its file."""
    return dataclasses.replace(finding, at=dataclasses.replace(finding.at, file=f"{folder}/{finding.at.file}"))


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def first_of(findings: Iterable[Finding], file: str) -> list[Finding]:
    """The findings about a file that are printed: the first ones, and a last one that says if there are more."""
    left = iter(findings)
    first = list(islice(left, MOST_OF_A_FILE))
    return [*first, and_more(file)] if next(left, None) else first


def and_more(file: str, code: str = "F15") -> Finding:
    """The finding that says that there are more than are printed."""
    came = f"after the first {MOST_OF_A_FILE:,} problems no more are told"
    return Finding(Location(file), code, came, "fewer of them")


def told(findings: Sequence[Finding]) -> Sequence[Finding]:
    """The findings that are printed: all, or a thousand, warnings left out before errors, and that there are more."""
    if len(findings) <= MOST_OF_A_FILE:
        return findings
    errors = [place for place, finding in enumerate(findings) if finding.severity is Severity.ERROR]
    warnings = (place for place, finding in enumerate(findings) if finding.severity is not Severity.ERROR)
    first = sorted(islice(chain(errors, warnings), MOST_OF_A_FILE))
    kept = [findings[place] for place in first]
    return [*kept, and_more(kept[-1].at.file, "F15" if len(errors) > MOST_OF_A_FILE else "F16")]


def has_errors(findings: list[Finding]) -> bool:
    """Whether anything in ``findings`` must stop a build."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def counted(count: int, noun: str) -> str:
    """A number of things in words: no errors, 1 error, 2 errors."""
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"
