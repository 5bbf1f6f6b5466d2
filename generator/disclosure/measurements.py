"""Measurements: what all publications of one measurement tell together, as rows that bound each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from generator.disclosure.feasibility import TOTAL, BoundedRow, Group
from generator.disclosure.pictures import Picture, Precision, Seen
from generator.disclosure.public import (
    AudienceResults,
    DisclosureRules,
    PublicRegister,
    PublicRow,
    Published,
    Reason,
    Withheld,
)
from generator.scale import Scale


@dataclass(frozen=True, slots=True)
class Edition:
    """A measurement as one provider publishes it.

    Args:
        ids: the provider's id, then its former ones.
        period_start, period_end: the first and the last day of the report's period.
        about: its date and source.
        clients: the clients' results that rules 2 to 6, or all rules, leave.
        rules: the rules that protect it.
    """

    ids: tuple[str, ...]
    period_start: date
    period_end: date
    about: tuple[object, ...]
    clients: AudienceResults
    rules: DisclosureRules

    @property
    def id(self) -> str:
        return self.ids[0]

    @property
    def rows(self) -> tuple[PublicRow, ...]:
        return self.clients.rows

    @property
    def measurement(self) -> tuple[object, ...]:
        """What two reports of one measurement have in common: their period, date, source and numbers of people."""
        counts = tuple((key_of(row), row.net_sample, row.completed) for row in self.rows)
        return self.period_start, self.period_end, *self.about, counts


# All editions of one measurement: usually one; more if a provider is in the register under two names.
Measurement: TypeAlias = tuple[Edition, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """Rows of a measurement that bound each other, and what the public sees of the grades that the report publishes.

    Args:
        group: the rows that have answers.
        seen: what is shown of a grade, by the key of its row; only rows with a grade that the report publishes.
        is_sound: whether the total counts the answers of its services, and no grade is published in two ways. If not,
            the figures prove nothing, and so none of them is safe beside a secret.
    """

    group: Group
    seen: Mapping[str, Seen]
    is_sound: bool

    @property
    def has_secrets(self) -> bool:
        """Whether there is a secret to learn, and a published grade to learn it from."""
        return bool(self.seen) and any(row.level is not None for row in self.group.rows)

    def picture(self, keys: Iterable[str]) -> Picture:
        """What the public sees of the rows ``keys``, in their order."""
        return tuple(self.seen[key] for key in keys)


def measurements(editions: Iterable[Edition]) -> list[Measurement]:
    """Each measurement with all its editions.

    Reports of two providers are of one measurement if they have the same period, date and source, and the same numbers
    of invited and answered people. Then a provider was renamed, and is in the register twice. Source of the rule:
    docs/decisions/0018.
    """
    found: dict[object, list[Edition]] = defaultdict(list)
    for edition in editions:
        found[edition.measurement].append(edition)
    return [tuple(each) for each in found.values()]


def editions(register: PublicRegister) -> Iterator[Edition]:
    """An edition of every public report."""
    for provider in register.providers:
        ids = (provider.id, *provider.former_ids)
        for report in provider.reports:
            about = (report.report_date, report.source)
            yield Edition(ids, report.period_start, report.period_end, about, report.clients, report.disclosure)


def key_of(row: PublicRow) -> str:
    """The service of a row, or ``total``."""
    return row.service.id if row.service else TOTAL


def is_secret(row: PublicRow) -> bool:
    """Whether rules 4 to 6 withhold it. A grade that rule 7 hides to protect another one is not a secret itself."""
    return isinstance(row.rating, Withheld) and row.rating.reason is not Reason.SECONDARY


def linked(measurement: Measurement, scale: Scale) -> Iterator[Linked]:
    """The total with the services that it counts, and each service that it leaves out, alone; grades of ``scale``."""
    rules = measurement[0].rules
    publications: Mapping[str, list[PublicRow]] = defaultdict(list)
    for edition in measurement:
        for row in edition.rows:
            if row.completed:
                publications[key_of(row)].append(row)
    rows = {key: _row(key, of, rules) for key, of in publications.items()}
    left_out = {service.id for service in measurement[0].clients.total_without}
    counted = tuple(row for key, row in rows.items() if key != TOTAL and key not in left_out)
    alone = [row for key, row in rows.items() if key in left_out or (key == TOTAL and not counted)]
    groups = [Group(BoundedRow("", row.completed), (row,), scale) for row in alone]
    if counted and TOTAL in rows:
        groups.insert(0, Group(rows[TOTAL], counted, scale))
    for group in groups:
        seen = {row.key: _seen(publications[row.key]) for row in group.rows if row.key in publications}
        adds_up = group.total.completed == sum(row.completed for row in group.services)
        agree = all(len(each) < 2 for each in seen.values())  # noqa: PLR2004 - one grade, or none
        # If publications do not agree, take the one that shows least.
        least = {key: max(each) for key, each in seen.items() if each}
        yield Linked(group, least, is_sound=adds_up and agree)


def _row(key: str, publications: Sequence[PublicRow], rules: DisclosureRules) -> BoundedRow:
    """A row, with the doubt that is promised about it."""
    completed = publications[0].completed
    reasons = {each.rating.reason for each in publications if isinstance(each.rating, Withheld) and is_secret(each)}
    if not reasons:
        return BoundedRow(key, completed)
    is_one_person = completed == 1 or Reason.TOO_FEW_RESPONDENTS in reasons
    return BoundedRow(
        key, completed, Fraction(rules.one_person if is_one_person else rules.several), Fraction(rules.one_person)
    )


def _seen(publications: Iterable[PublicRow]) -> set[Seen]:
    """The different ways in which publications show one grade."""
    return {seen_of(row) for row in publications if not is_secret(row) and row.completed}


def seen_of(row: PublicRow) -> Seen:
    """How the public sees the grade of a row that rules 2 to 6 publish."""
    if not isinstance(row.rating, Published):
        return Seen(Precision.HIDDEN, 0)
    if row.rating.is_rounded:
        return Seen(Precision.WHOLE, int(row.rating.grade))
    return Seen(Precision.EXACT, int(row.rating.grade * 10))
