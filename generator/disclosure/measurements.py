"""Measurements: what all publications of one tell together, as rows that bound each other."""

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


@dataclass(frozen=True, slots=True)
class Edition:
    """A measurement as one provider publishes it.

    Args:
        ids: the provider's id, then its former ones.
        period_end: of the report.
        about: its period, date and source, by which it is known that two reports are of one measurement.
        clients: what rules 2 to 6, or all of them, leave of the clients.
        rules: by which it is protected.
    """

    ids: tuple[str, ...]
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


# All editions of one measurement: mostly one; more where a provider is in the register under two names.
Measurement: TypeAlias = tuple[Edition, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """Rows of a measurement that bound each other, and what is seen of the grades that the report publishes.

    Args:
        group: the rows that somebody answered for.
        seen: by the key of a row; none of the rows whose grade the report itself does not publish.
        is_sound: whether the total counts the answers of its services, and no grade is published in two ways. Else
            nothing follows from what is public, and so nothing of it is safe beside a secret.
    """

    group: Group
    seen: Mapping[str, Seen]
    is_sound: bool

    @property
    def has_secrets(self) -> bool:
        """Whether there is something to learn, and something to learn it from."""
        return bool(self.seen) and any(row.level is not None for row in self.group.rows)

    def picture(self, keys: Iterable[str]) -> Picture:
        """What is seen of ``keys``, in their order."""
        return tuple(self.seen[key] for key in keys)


def measurements(editions: Iterable[Edition]) -> list[Measurement]:
    """Each measurement with all its editions.

    Two providers' reports are of one measurement when their period, date and source are the same, and so is every
    number of who was invited and who answered: a provider that was renamed, and is there twice.
    """
    found: dict[object, list[Edition]] = defaultdict(list)
    for edition in editions:
        counts = tuple((key_of(row), row.net_sample, row.completed) for row in edition.rows)
        found[edition.about, counts].append(edition)
    return [tuple(each) for each in found.values()]


def editions(register: PublicRegister) -> Iterator[Edition]:
    """Every public report."""
    for provider in register.providers:
        ids = (provider.id, *provider.former_ids)
        for report in provider.reports:
            about = (report.period_start, report.period_end, report.report_date, report.source)
            yield Edition(ids, report.period_end, about, report.clients, report.disclosure)


def key_of(row: PublicRow) -> str:
    """The service of a row, or ``total``."""
    return row.service.id if row.service else TOTAL


def is_secret(row: PublicRow) -> bool:
    """Whether rules 4 to 6 withhold it. What rule 7 hides for another one's sake is no secret itself."""
    return isinstance(row.rating, Withheld) and row.rating.reason is not Reason.SECONDARY


def linked(measurement: Measurement) -> Iterator[Linked]:
    """The total with what it counts, and each service that it leaves out by itself."""
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
    groups = [Group(BoundedRow("", row.completed), (row,)) for row in alone]
    if counted and TOTAL in rows:
        groups.insert(0, Group(rows[TOTAL], counted))
    for group in groups:
        seen = {row.key: _seen(publications[row.key]) for row in group.rows if row.key in publications}
        adds_up = group.total.completed == sum(row.completed for row in group.services)
        agree = all(len(each) < 2 for each in seen.values())  # noqa: PLR2004 - one grade, or none
        # Where publications do not agree, what is shown least of.
        least = {key: max(each) for key, each in seen.items() if each}
        yield Linked(group, least, is_sound=adds_up and agree)


def _row(key: str, publications: Sequence[PublicRow], rules: DisclosureRules) -> BoundedRow:
    """A row, and how much doubt about it is promised."""
    completed = publications[0].completed
    reasons = {each.rating.reason for each in publications if isinstance(each.rating, Withheld) and is_secret(each)}
    if not reasons:
        return BoundedRow(key, completed)
    is_one_person = completed == 1 or Reason.TOO_FEW_RESPONDENTS in reasons
    return BoundedRow(
        key, completed, Fraction(rules.one_person if is_one_person else rules.several), Fraction(rules.one_person)
    )


def _seen(publications: Iterable[PublicRow]) -> set[Seen]:
    """The ways in which a grade is shown where it is published."""
    return {seen_of(row) for row in publications if not is_secret(row) and row.completed}


def seen_of(row: PublicRow) -> Seen:
    """How a grade is shown that rules 2 to 6 publish."""
    if not isinstance(row.rating, Published):
        return Seen(Precision.HIDDEN, 0)
    if row.rating.is_rounded:
        return Seen(Precision.WHOLE, int(row.rating.grade))
    return Seen(Precision.EXACT, int(row.rating.grade * 10))
