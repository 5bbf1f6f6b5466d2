"""What a repository that the public can read may not hold: one list, for the check that finds it and the seal."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.disclosure.judging import protected
from generator.disclosure.pictures import Precision, Seen
from generator.disclosure.policy import Policy
from generator.disclosure.rules import withheld
from generator.register.fields import Unpublished
from generator.register.findings import Location
from generator.register.grades import Rounded
from generator.register.records import OPINION, Audience, Register, Report, Result, Row


@dataclass(frozen=True, slots=True)
class Confidential:
    """A value of a record that shows what is withheld, or with no ``name`` the whole record; ``what`` says no value.

    ``leaves`` is what must stand in its place, for a grade that no rule about its row would withhold.
    """

    record: Report | Row
    name: str
    what: str
    leaves: Unpublished | Rounded = Unpublished.ABSENT

    @property
    def expected(self) -> str:
        """What may stand there, without a value."""
        if isinstance(self.leaves, Rounded):
            return "the grade in whole points"
        return f"`{self.leaves}`" if self.leaves is Unpublished.HIDDEN else "nothing there"

    @property
    def at(self) -> Location:
        return self.record.place(self.name) if self.name else self.record.at


def confidential(register: Register, policy: Policy) -> list[Confidential]:
    """All that ``register`` holds and the rules withhold, sorted by place."""
    rows = [row for row in register.results.values() if is_withheld(row, policy)]
    others = protected(register, policy)
    beside = [*rows, *(register.results[key] for key in others)]
    hidden = [*rows, *(register.results[key] for key, seen in others.items() if seen.precision is Precision.HIDDEN)]
    found = [
        *_grades(rows),
        *(protected_grade(register.results[key], seen) for key, seen in others.items()),
        *_distributions(beside, register),
        *_opinions(hidden, register),
    ]
    return sorted(found, key=lambda each: each.at)


def is_withheld(row: Result, policy: Policy) -> bool:
    """Whether the rules withhold a row; where there are none for its period, nothing of its clients can be shown."""
    rules = policy.rules_for(row.period_end)
    if rules is None:
        return row.audience is Audience.CLIENT
    return withheld(row, rules) is not None


def protected_grade(row: Result, seen: Seen) -> Confidential:
    """The exact grade of a row of which rule 7 shows less."""
    decimal = "" if seen.precision is Precision.HIDDEN else " with a decimal"
    return Confidential(row, "grade", f"a grade{decimal} that gives away one that is withheld", grade_of(seen))


def grade_of(seen: Seen) -> Unpublished | Rounded:
    """What data/ holds of a grade of which rule 7 shows less."""
    return Unpublished.HIDDEN if seen.precision is Precision.HIDDEN else Rounded(seen.value)


def _grades(rows: list[Result]) -> Iterator[Confidential]:
    for row in rows:
        if not isinstance(row.grade, Unpublished):
            yield Confidential(row, "grade", "a grade that is withheld")


def _distributions(rows: list[Result], register: Register) -> Iterator[Confidential]:
    """Counts of grades subtract without rounding, so those beside a withheld grade show it too."""
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


def _holds(report: Report, name: str) -> bool:
    return getattr(report, name) not in {None, ""}
