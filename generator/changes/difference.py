"""The difference of two public models: a pure function that knows no files and no layout."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.changes.facts import (
    Fact,
    Facts,
    RatedRow,
    ReportKey,
    facts_about_report,
    facts_of_provider,
    facts_of_report,
    reports_of,
)
from generator.disclosure.public import PublicRegister, PublicReport
from generator.site.words.ratings import Graded


class Kind(StrEnum):
    """What happens to a fact."""

    APPEARS = "appears"
    CHANGES = "changes"
    DISAPPEARS = "disappears"
    GRADE_APPEARS = "grade appears"
    GRADE_CHANGES = "grade changes"
    GRADE_ROUNDED = "grade is rounded"
    GRADE_EXACT = "grade is exact again"
    GRADE_DISAPPEARS = "grade disappears"
    REASON_CHANGES = "reason changes"


@dataclass(frozen=True, slots=True)
class Change:
    """One fact before and after; None if it does not exist then. ``what`` says in a few words what it is about."""

    what: str
    before: Fact | None
    after: Fact | None

    @property
    def kind(self) -> Kind:
        if isinstance(self.before, RatedRow) or isinstance(self.after, RatedRow):
            return _kind_of_row(self.before, self.after)
        if self.before is None:
            return Kind.APPEARS
        return Kind.DISAPPEARS if self.after is None else Kind.CHANGES


@dataclass(frozen=True, slots=True)
class ReportChange:
    """What changes in one report. ``is_uncorrected``: it was public, it changes, and no correction says why."""

    provider: str
    period_end: date
    kind: Kind
    changes: tuple[Change, ...]
    is_uncorrected: bool = False


@dataclass(frozen=True, slots=True)
class ProviderChange:
    """What changes for one provider: its own facts, and its reports, the newest first."""

    id: str
    name: str
    kind: Kind
    changes: tuple[Change, ...]
    reports: tuple[ReportChange, ...]


def difference(
    before: PublicRegister, after: PublicRegister, after_by_old_rules: PublicRegister
) -> tuple[ProviderChange, ...]:
    """What changes for the public, by provider's id.

    Args:
        before: what the public may know now.
        after: what it may know after the change, on the same day.
        after_by_old_rules: the same data as ``after`` by the rules of ``before``. If only the rules change what a
            report shows, that is not a correction of the report, and needs none.
    """
    names = {each.id: each.name for each in (*before.providers, *after.providers)}
    was = {each.id: each for each in before.providers}
    will = {each.id: each for each in after.providers}
    of_reports = _of_reports(before, after, after_by_old_rules)
    found = []
    for identity in sorted(names):
        old, new = was.get(identity), will.get(identity)
        own = _changes(facts_of_provider(old) if old else {}, facts_of_provider(new) if new else {})
        reports = of_reports.get(identity, ())
        if own or reports:
            found.append(ProviderChange(identity, names[identity], _kind(old, new), own, reports))
    return tuple(found)


def uncorrected(changes: tuple[ProviderChange, ...]) -> tuple[ReportChange, ...]:
    """The reports that change without a correction that says why."""
    return tuple(report for provider in changes for report in provider.reports if report.is_uncorrected)


def _of_reports(
    before: PublicRegister, after: PublicRegister, after_by_old_rules: PublicRegister
) -> Mapping[str, tuple[ReportChange, ...]]:
    was, will, by_old_rules = reports_of(before), reports_of(after), reports_of(after_by_old_rules)
    found: dict[str, tuple[ReportChange, ...]] = {}
    for key in sorted(was.keys() | will.keys(), key=lambda key: key[1], reverse=True):
        change = _of_report(key, was.get(key), will.get(key), by_old_rules.get(key))
        if change:
            found[key[0]] = (*found.get(key[0], ()), change)
    return found


def _of_report(
    key: ReportKey, old: PublicReport | None, new: PublicReport | None, by_old_rules: PublicReport | None
) -> ReportChange | None:
    changes = _changes(_facts(old), _facts(new))
    if not changes:
        return None
    is_changed = old is not None and by_old_rules is not None and facts_of_report(old) != facts_of_report(by_old_rules)
    is_explained = old is not None and new is not None and bool(set(new.corrections) - set(old.corrections))
    return ReportChange(*key, _kind(old, new), changes, is_uncorrected=is_changed and not is_explained)


def _facts(report: PublicReport | None) -> Facts:
    return {**facts_of_report(report), **facts_about_report(report)} if report else {}


def _changes(before: Facts, after: Facts) -> tuple[Change, ...]:
    return tuple(_each(before, after))


def _each(before: Facts, after: Facts) -> Iterator[Change]:
    for what in dict.fromkeys((*before, *after)):
        if before.get(what) != after.get(what):
            yield Change(what, before.get(what), after.get(what))


def _kind(before: object, after: object) -> Kind:
    if before is None:
        return Kind.APPEARS
    return Kind.DISAPPEARS if after is None else Kind.CHANGES


def _kind_of_row(before: Fact | None, after: Fact | None) -> Kind:
    """What happens to the rating of a row; a row that does not exist has no grade and no reason."""
    old, new = (each.rating if isinstance(each, RatedRow) else None for each in (before, after))
    if isinstance(old, Graded) and isinstance(new, Graded):
        return _kind_of_grades(old, new)
    if isinstance(old, Graded):
        return Kind.GRADE_DISAPPEARS
    if isinstance(new, Graded):
        return Kind.GRADE_APPEARS
    return Kind.REASON_CHANGES if old and new and old != new else _kind(before, after)


def _kind_of_grades(old: Graded, new: Graded) -> Kind:
    if old.remark != new.remark:
        return Kind.GRADE_ROUNDED if new.remark else Kind.GRADE_EXACT
    return Kind.CHANGES if old == new else Kind.GRADE_CHANGES
