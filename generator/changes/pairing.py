"""Which provider and which measurement of one version is which of another, for ids and periods can be mended."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Generic, TypeAlias, TypeVar

from generator.disclosure.identity import days_shared
from generator.disclosure.public import AnyProvider, PublicCorrection, PublicRegister, PublicReport, PublicService

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


def heirs(before: PublicRegister, after: PublicRegister) -> Mapping[str, str]:
    """By the id of each provider of ``before``, that of the one which it is in ``after``; its own id if it is gone."""
    now = {former: each.id for each in after.all_providers for former in each.former_ids}
    now |= {each.id: each.id for each in after.all_providers}
    return {
        each.id: next((now[identity] for identity in (each.id, *reversed(each.former_ids)) if identity in now), each.id)
        for each in before.all_providers
    }


def same_providers(
    before: PublicRegister, after: PublicRegister
) -> Iterator[tuple[Sequence[AnyProvider], Sequence[AnyProvider]]]:
    """Each provider of ``after`` with those that it was in ``before``: mostly one, more if they became one.

    A provider that is gone stands alone.
    """
    heir = heirs(before, after)
    groups: dict[str, tuple[list[AnyProvider], list[AnyProvider]]] = defaultdict(lambda: ([], []))
    for old in before.all_providers:
        groups[heir[old.id]][0].append(old)
    for new in after.all_providers:
        groups[new.id][1].append(new)
    yield from groups.values()


def paired_providers(before: Sequence[AnyProvider], after: Sequence[AnyProvider]) -> list[Pair[AnyProvider]]:
    """The providers of a group, each with what it is in the other version: rather the one with its id."""
    return _paired(before, after, lambda old, new: (old.id != new.id,))


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
    """Whether the public reads the same in two reports, down to the last figure.

    A reply and corrections are about a report. A service is the same by its id.
    """
    return one == other or _said(one) == _said(other)


def _said(report: PublicReport) -> object:
    return _plain(replace(report, reply=None, corrections=()))


def _plain(value: object) -> object:
    if isinstance(value, PublicService):
        return value.id
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if is_dataclass(value):
        return type(value), *(_plain(getattr(value, each.name)) for each in fields(value))
    return value


def _paired(before: Sequence[_T], after: Sequence[_T], likeness: _Likeness[_T]) -> list[Pair[_T]]:
    """Each of ``before`` with at most one of ``after``, the likest first; then those that are left."""
    found = ((how, i, j) for i, old in enumerate(before) for j, new in enumerate(after) if (how := likeness(old, new)))
    of: dict[int, int] = {}
    for _, i, j in sorted(found):
        if i not in of and j not in of.values():
            of[i] = j
    kept = [Pair(old, after[of[i]], after[of[i]]) if i in of else Pair(old, None, old) for i, old in enumerate(before)]
    return [*kept, *(Pair(None, new, new) for j, new in enumerate(after) if j not in of.values())]
