"""Which provider and which report of one version of the register is which of another. Source: docs/decisions/0024."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol


class Period(Protocol):
    """What has a first and a last day."""

    @property
    def period_start(self) -> date: ...

    @property
    def period_end(self) -> date: ...


def days_shared(one: Period, other: Period) -> int:
    """The days that two periods have in common; not above 0 if there are none."""
    return (min(one.period_end, other.period_end) - max(one.period_start, other.period_start)).days + 1


def one_id(providers: Iterable[Sequence[str]]) -> Mapping[str, str]:
    """By every id, one that is the same for all that are of one provider.

    Args:
        providers: the ids that each provider has and had, in any version.
    """
    found: dict[str, str] = {}
    for ids in providers:
        known = {found[identity] for identity in ids if identity in found}
        one = min(known, default=ids[0])
        if len(known) > 1:
            found.update({identity: one for identity, other in found.items() if other in known})
        found.update(dict.fromkeys(ids, one))
    return found
