"""Which provider and which measurement of one version is which of another, for ids and periods can be mended."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Generic, TypeAlias, TypeVar

from generator.changes.facts import facts_of_report
from generator.disclosure.identity import days_shared, one_id
from generator.disclosure.public import AnyProvider, PublicCorrection, PublicRegister, PublicReport

_T = TypeVar("_T")
# How little two things are alike, the smallest first; None if they are not the same at all.
_Likeness: TypeAlias = Callable[[_T, _T], tuple[int, ...] | None]


@dataclass(frozen=True, slots=True)
class Pair(Generic[_T]):
    """One thing in both versions, None in that in which it is not; ``latest`` is the new one, else the old one."""

    old: _T | None
    new: _T | None
    latest: _T


@dataclass(frozen=True, slots=True)
class Entry:
    """What the public reads about one measurement.

    Args:
        provider: the id.
        period_end: the last day.
        report: None if it was withdrawn, and only its corrections are left.
        corrections: the newest first.
    """

    provider: str
    period_end: date
    report: PublicReport | None
    corrections: tuple[PublicCorrection, ...]

    @property
    def withdrawals(self) -> int:
        return sum(each.is_withdrawal for each in self.corrections)


def entries_of(providers: Iterable[AnyProvider]) -> list[Entry]:
    """All that the public reads about the measurements of these providers."""
    return [
        Entry(each.id, report.period_end, report if isinstance(report, PublicReport) else None, report.corrections)
        for each in providers
        for report in each.all_reports
    ]


def same_providers(
    before: PublicRegister, after: PublicRegister
) -> Iterator[tuple[Sequence[AnyProvider], Sequence[AnyProvider]]]:
    """The providers of both versions, in groups that share an id of now or of before."""
    versions = (before.all_providers, after.all_providers)
    one = one_id((each.id, *each.former_ids) for each in chain(*versions))
    groups: dict[str, tuple[list[AnyProvider], list[AnyProvider]]] = defaultdict(lambda: ([], []))
    for number, version in enumerate(versions):
        for each in version:
            groups[one[each.id]][number].append(each)
    yield from groups.values()


def paired_providers(before: Sequence[AnyProvider], after: Sequence[AnyProvider]) -> list[Pair[AnyProvider]]:
    """The providers of a group, each with what it is in the other version."""

    def likeness(old: AnyProvider, new: AnyProvider) -> tuple[int, ...] | None:
        is_same = old.id == new.id or old.id in new.former_ids or new.id in old.former_ids
        return (old.id != new.id,) if is_same else None

    return _paired(before, after, likeness)


def paired_entries(before: Sequence[Entry], after: Sequence[Entry]) -> list[Pair[Entry]]:
    """The measurements of a group of providers, each with what it is in the other version.

    A report is the same if the periods overlap. If several do, it is the one that says the same, then the one that ends
    on the same day, then that of the same provider, then the one with most days in common. A report without another one
    was withdrawn; then what is said about the end of its period belongs to it.
    """

    def likeness(old: Entry, new: Entry) -> tuple[int, ...] | None:
        is_other_provider, is_other_end = old.provider != new.provider, old.period_end != new.period_end
        if old.report and new.report:
            shared = days_shared(old.report, new.report)
            says_other = shared <= 0 or not says_the_same(old.report, new.report)
            return (0, says_other, is_other_end, is_other_provider, -shared) if shared > 0 else None
        return None if is_other_end else (1, is_other_provider)

    return _paired(before, after, likeness)


def says_the_same(one: PublicReport, other: PublicReport) -> bool:
    """Whether the public reads the same in two reports; a reply and corrections are about them."""
    return one == other or facts_of_report(one) == facts_of_report(other)


def _paired(before: Sequence[_T], after: Sequence[_T], likeness: _Likeness[_T]) -> list[Pair[_T]]:
    """Each of ``before`` with at most one of ``after``, the likest first; then those that are left."""
    found = ((how, i, j) for i, old in enumerate(before) for j, new in enumerate(after) if (how := likeness(old, new)))
    of: dict[int, int] = {}
    for _, i, j in sorted(found):
        if i not in of and j not in of.values():
            of[i] = j
    kept = [Pair(old, after[of[i]], after[of[i]]) if i in of else Pair(old, None, old) for i, old in enumerate(before)]
    return [*kept, *(Pair(None, new, new) for j, new in enumerate(after) if j not in of.values())]
