"""The difference of two public models: a pure function that knows no files and no layout."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import attrgetter

from generator.changes.facts import (
    Fact,
    Facts,
    RatedRow,
    Text,
    facts_beside,
    facts_of_corrections,
    facts_of_provider,
    facts_of_report,
)
from generator.changes.lines import Fault, Lines
from generator.changes.pairing import (
    Entry,
    Pair,
    entries_of,
    paired_entries,
    paired_providers,
    same_providers,
)
from generator.disclosure.public import AnyProvider, PublicProvider, PublicRegister
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
    """What changes in one report, by the provider and the period's end that it has after it, if it is there then."""

    provider: str
    period_end: date
    kind: Kind
    changes: tuple[Change, ...]
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class ProviderChange:
    """What changes for one provider: its own facts, and its reports, the newest first."""

    id: str
    name: str
    kind: Kind
    changes: tuple[Change, ...]
    reports: tuple[ReportChange, ...]


def difference(before: PublicRegister, after: PublicRegister) -> tuple[ProviderChange, ...]:
    """What changes for the public, by provider's id.

    A report stays the same one if its provider gets another id, and if its period gets other days; so its correction
    may stand with the new ones. Another id alone is no change of a report.

    Args:
        before: what the public may know now.
        after: what it may know after the change, on the same day and by the same rules.
    """
    found = [each for group in same_providers(before, after) for each in _of_group(*group)]
    return tuple(sorted(found, key=attrgetter("id")))


def refused(changes: Iterable[ProviderChange]) -> tuple[ReportChange, ...]:
    """The reports whose change may not come as it is."""
    return tuple(report for provider in changes for report in provider.reports if report.fault)


def _of_group(before: Sequence[AnyProvider], after: Sequence[AnyProvider]) -> Iterator[ProviderChange]:
    """What changes for providers that share an id; nearly always there is one."""
    was, will = entries_of(before), entries_of(after)
    pairs = sorted(paired_entries(was, will), key=lambda pair: pair.latest.period_end, reverse=True)
    lines = Lines(was, will, pairs)
    reports = [each for pair in pairs if (each := _of_report(pair, lines.fault(pair)))]
    for pair in paired_providers(before, after):
        own = _changes(_own_facts(pair.old, pair.new), _own_facts(pair.new, pair.old))
        ids = {each.id for each in (pair.old, pair.new) if each}
        of_it = tuple(each for each in reports if each.provider in ids)
        if own or of_it:
            kind = _kind(_shown(pair.old), _shown(pair.new))
            yield ProviderChange(pair.latest.id, pair.latest.name, kind, own, of_it)


def _shown(provider: AnyProvider | None) -> PublicProvider | None:
    return provider if isinstance(provider, PublicProvider) else None


def _own_facts(provider: AnyProvider | None, other: AnyProvider | None) -> Facts:
    """The provider's own facts; the id, if it has another one in the ``other`` version."""
    if provider is None:
        return {}
    has_other_id = other is not None and other.id != provider.id
    return {**({"id": Text(provider.id)} if has_other_id else {}), **facts_of_provider(provider)}


def _of_report(pair: Pair[Entry], fault: Fault | None) -> ReportChange | None:
    changes = _changes(_facts(pair.old), _facts(pair.new))
    if not changes and not fault:
        return None
    before, after = (each.report if each else None for each in (pair.old, pair.new))
    return ReportChange(pair.latest.provider, pair.latest.period_end, _kind(before, after), changes, fault)


def _facts(entry: Entry | None) -> Facts:
    if entry is None:
        return {}
    said = facts_of_corrections(entry.corrections)
    report = entry.report
    if report is None:
        return said
    return {**facts_of_report(report), **facts_beside(report), **said}


def _changes(before: Facts, after: Facts) -> tuple[Change, ...]:
    return tuple(_each(before, after))


def _each(before: Facts, after: Facts) -> Iterator[Change]:
    for what in dict.fromkeys((*before, *after)):
        if before.get(what) != after.get(what):
            yield Change(what, before.get(what), after.get(what))


def _kind(before: object, after: object) -> Kind:
    if before is None:
        return Kind.CHANGES if after is None else Kind.APPEARS
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
