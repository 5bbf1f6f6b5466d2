"""Rule 7: which grades are shown in whole numbers, or not at all, so that no withheld grade can be worked out.

The decision uses only the public model that rules 1 to 6 leave, so no withheld grade can influence it. Source of the
rule: docs/decisions/0018.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from generator.disclosure.doubt import Doubt, in_order
from generator.disclosure.feasibility import TOTAL, Group
from generator.disclosure.measurements import Linked, editions, is_secret, key_of, linked, measurements, seen_of
from generator.disclosure.pictures import Picture, Precision, Seen, picture_of, seen
from generator.disclosure.protection import Protection
from generator.disclosure.public import (
    Attacker,
    DisclosureRules,
    Means,
    PublicProvider,
    PublicRegister,
    PublicReport,
    PublicRow,
    Published,
    Reason,
    Withheld,
)
from generator.progress import tracked

# A report, by its provider's id and the end of its period.
_ReportKey: TypeAlias = tuple[str, date]


class UnsafeReportError(ValueError):
    """A withheld grade could be worked out, and no means is allowed, or enough: the register was not checked first."""


class Verdict(Enum):
    """What rule 7 says about rows that bound each other."""

    SAFE = auto()
    FORBIDDEN = auto()  # a grade must be rounded or hidden, but the policy says `fail`
    HOPELESS = auto()  # even hiding is not enough
    CONTRADICTED = auto()  # the published grades contradict each other; what others like them would show is shown
    IMPOSSIBLE = auto()  # they contradict each other, and no others like them could be shown: all are hidden
    UNFOUNDED = auto()  # data/ has rounded or hidden grades that the rule would not round or hide


class Decision(NamedTuple):
    """What is shown of published grades, by the keys of their rows, and what rule 7 says about the rows."""

    grades: Mapping[str, Seen]
    verdict: Verdict


_REFUSED = {
    Verdict.FORBIDDEN: "a withheld grade could be worked out",
    Verdict.HOPELESS: "a withheld grade could be worked out, whatever is done about it",
    Verdict.UNFOUNDED: "grades are rounded or hidden that the rule shows",
}


def protect(register: PublicRegister) -> PublicRegister:
    """``register`` after rule 7: grades that would give away a withheld one are rounded, or hidden.

    Raises:
        UnsafeReportError: the policy forbids that, it is not enough, or data/ has marks that the rule would not set.
    """
    found: dict[_ReportKey, Mapping[str, Seen]] = {}
    every = measurements(editions(register))
    for measurement in tracked(every, "Protecting what is withheld", of=every):
        grades: dict[str, Seen] = {}
        for rows in linked(measurement, register.charter.scale):
            outcome = decide(rows, measurement[0].rules)
            if outcome.verdict in _REFUSED:
                first = measurement[0]
                message = f"{first.id}, {first.period_end}: {_REFUSED[outcome.verdict]}"
                raise UnsafeReportError(message)
            grades |= outcome.grades
        found |= {(edition.id, edition.period_end): grades for edition in measurement}
    return replace(register, providers=tuple(_provider(each, found) for each in register.providers))


def decide(rows: Linked, rules: DisclosureRules) -> Decision:
    """What is shown of the grades of ``rows``; if data/ has some rounded or hidden already, exactly that."""
    if not rows.has_secrets:
        is_exact = all(each.precision is Precision.EXACT for each in rows.seen.values())
        return Decision(rows.seen, Verdict.SAFE if is_exact else Verdict.UNFOUNDED)
    if not rows.is_sound:
        return Decision(dict.fromkeys(rows.seen, Seen(Precision.HIDDEN, 0)), Verdict.CONTRADICTED)
    keys = frozenset(rows.seen)
    published = in_order(rows.group, keys)
    picture, verdict = _decided(
        rows.group, keys, rules.attacker, rules.means, rows.picture(row.key for row in published)
    )
    return Decision(dict(zip((row.key for row in published), picture, strict=True)), verdict)


@lru_cache(maxsize=65536)
def _decided(
    group: Group, published: frozenset[str], attacker: Attacker, means: Means, marked: Picture
) -> tuple[Picture, Verdict]:
    """The picture to show; ``marked`` is the picture in data/. Checking, sealing and building all ask here."""
    doubt = Doubt(group, published, attacker)
    figures = tuple(each.value for each in marked)
    if marked != picture_of(figures):
        is_founded = means is not Means.FAIL and Protection(doubt, means).alike(marked)
        return marked, Verdict.SAFE if is_founded else Verdict.UNFOUNDED
    if means is Means.FAIL:
        is_safe = doubt.is_possible(figures) and not doubt.is_exposed(figures)
        return marked, Verdict.SAFE if is_safe else Verdict.FORBIDDEN
    protection = Protection(doubt, means)
    picture = protection.picture(figures)
    is_possible = doubt.is_possible(figures)
    if not protection.alike(picture):
        return picture, Verdict.HOPELESS if is_possible else Verdict.IMPOSSIBLE
    return picture, Verdict.SAFE if is_possible else Verdict.CONTRADICTED


def _provider(provider: PublicProvider, found: Mapping[_ReportKey, Mapping[str, Seen]]) -> PublicProvider:
    reports = tuple(_report(each, found[provider.id, each.period_end]) for each in provider.reports)
    return provider if reports == provider.reports else replace(provider, reports=reports)


def _report(report: PublicReport, grades: Mapping[str, Seen]) -> PublicReport:
    """A report as it is shown, without the figures that depend on a changed grade (docs/decisions/0001)."""
    rows = {key_of(row): _row(row, grades) for row in report.clients.rows}
    if tuple(rows.values()) == report.clients.rows:
        return report
    clients = replace(
        report.clients, total=rows.pop(TOTAL), services=tuple(_without_counts(row) for row in rows.values())
    )
    clients = replace(clients, total=_without_counts(clients.total))
    opinion = report.opinion if isinstance(clients.total.rating, Published) else None
    return replace(report, clients=clients, opinion=opinion)


def _row(row: PublicRow, grades: Mapping[str, Seen]) -> PublicRow:
    """A row that shows as much of its own grade as ``grades`` allows for its key."""
    if key_of(row) not in grades or is_secret(row):
        return row
    own, precision = seen_of(row), grades[key_of(row)].precision
    if precision <= own.precision or not isinstance(row.rating, Published):
        return row
    if precision is Precision.HIDDEN:
        return replace(row, rating=Withheld(Reason.SECONDARY))
    return replace(row, rating=Published(Decimal(seen(own.value, precision).value), is_rounded=True))


def _without_counts(row: PublicRow) -> PublicRow:
    """A row without its counts: by subtracting counts one gets a rounded grade beside them exactly."""
    if isinstance(row.rating, Published) and row.rating.distribution is not None:
        return replace(row, rating=replace(row.rating, distribution=None))
    return row
