"""What a public repository may not hold: one list, for the check that finds it and the seal that removes it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.disclosure.pictures import Precision, Seen
from generator.disclosure.verdicts import Verdicts
from generator.findings.findings import Location
from generator.register.fields import Unpublished
from generator.register.grades import Rounded
from generator.register.records import OPINION, Audience, Correction, Register, Report, Result, Row


@dataclass(frozen=True, slots=True)
class Confidential:
    """A value of a record that shows a withheld grade; without a ``name``, the whole record shows it.

    ``what`` describes it without its value. ``leaves`` is the value that must replace it, for a grade that only rule 7
    rounds or hides.
    """

    record: Report | Row | Correction
    name: str
    what: str
    leaves: Unpublished | Rounded = Unpublished.ABSENT

    @property
    def expected(self) -> str:
        """What may stand there instead, without a withheld value."""
        if isinstance(self.leaves, Rounded):
            return "the grade in whole points"
        return f"`{self.leaves}`" if self.leaves is Unpublished.HIDDEN else "nothing there"

    @property
    def at(self) -> Location:
        return self.record.place(self.name) if self.name else self.record.at


def confidential(register: Register, verdicts: Verdicts) -> list[Confidential]:
    """Everything in ``register`` that the rules withhold, sorted by place."""
    rows = [row for key, row in register.results.items() if key in verdicts.withheld]
    protected = [(row, verdicts.protected[key]) for key, row in register.results.items() if key in verdicts.protected]
    telling = [(row, seen) for row, seen in protected if row.key not in verdicts.withheld and _tells_more(row, seen)]
    hidden = [*rows, *(row for row, seen in telling if seen.precision is Precision.HIDDEN)]
    found = [
        *_grades(rows),
        *(_protected_grade(row, seen) for row, seen in telling),
        *_distributions([*rows, *(row for row, _ in telling)], register),
        *_opinions(hidden, register),
        *_corrections(register, verdicts),
    ]
    return sorted(found, key=lambda each: each.at)


def _tells_more(row: Result, seen: Seen) -> bool:
    """Whether a row tells more about its grade than ``seen``, which does not tell everything."""
    return isinstance(row.grade, Decimal) or (isinstance(row.grade, Rounded) and seen.precision is Precision.HIDDEN)


def _protected_grade(row: Result, seen: Seen) -> Confidential:
    """The grade of a row, where rule 7 shows less than the row does."""
    is_hidden = seen.precision is Precision.HIDDEN
    what = f"a grade{'' if is_hidden else ' with a decimal'} that gives away one that is withheld"
    return Confidential(row, "grade", what, Unpublished.HIDDEN if is_hidden else Rounded(seen.value))


def _grades(rows: list[Result]) -> Iterator[Confidential]:
    for row in rows:
        if not isinstance(row.grade, Unpublished):
            yield Confidential(row, "grade", "a grade that is withheld")


def _distributions(rows: list[Result], register: Register) -> Iterator[Confidential]:
    """Counts beside a withheld grade: by subtracting counts one gets the grade exactly (docs/decisions/0001)."""
    beside = {(row.report_key, row.audience) for row in rows}
    for each in register.distributions.values():
        if (each.report_key, each.audience) in beside:
            yield Confidential(each, "", "counts of grades in a report in which a grade is withheld")


def _opinions(rows: list[Result], register: Register) -> Iterator[Confidential]:
    for row in rows:
        report = register.reports.get(row.report_key)
        if report and row.is_total and row.audience is Audience.CLIENT:
            for name in OPINION:
                if _holds(report, name):
                    yield Confidential(report, name, "what clients answered besides a grade that is withheld")


def _corrections(register: Register, verdicts: Verdicts) -> Iterator[Confidential]:
    """The grades before and after a correction, of a row that shows no grade now, or less of it."""
    for each in register.corrections:
        if each.row_key in verdicts.withheld or each.row_key in verdicts.protected:
            for name in ("old", "new"):
                if getattr(each, name) is not None:
                    yield Confidential(each, name, "a corrected grade that is withheld now")


def _holds(report: Report, name: str) -> bool:
    return getattr(report, name) not in {None, ""}
