"""Which provider and which report of one version of the register is which of another. Source: docs/decisions/0024."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol, TypeVar

_T = TypeVar("_T")


class Period(Protocol):
    """What has a first and a last day."""

    @property
    def period_start(self) -> date: ...

    @property
    def period_end(self) -> date: ...


def days_shared(one: Period, other: Period) -> int:
    """The days that two periods have in common; not above 0 if there are none."""
    return (min(one.period_end, other.period_end) - max(one.period_start, other.period_start)).days + 1


def one_for_all(groups: Iterable[Sequence[_T]]) -> Mapping[_T, _T]:
    """By every member, one that is the same for all of its group, and of each group that shares a member with it.

    Of the ids that a provider has and had in any version, it is the same for all.
    """
    found: dict[_T, _T] = {}
    for group in groups:
        known = {found[each] for each in group if each in found}
        one = next(iter(known), group[0])
        if len(known) > 1:
            found.update({each: one for each, other in found.items() if other in known})
        found.update(dict.fromkeys(group, one))
    return found
