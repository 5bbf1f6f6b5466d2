"""Reports of clients in a line: how many answered, and what the public sees; and the same of what rule 7 shows."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from support.registers.public import provider, register, report, service
from support.worlds import NAMES

from generator.disclosure.public import (
    Attacker,
    AudienceResults,
    DisclosureRules,
    Means,
    PublicReport,
    PublicRow,
    Published,
    Rating,
    Reason,
    Withheld,
)
from generator.disclosure.suppression import protect

FEW = Withheld(Reason.TOO_FEW_RESPONDENTS)
LOW = Withheld(Reason.INSUFFICIENT_RESPONSE, Decimal(50))
ALSO = Withheld(Reason.SECONDARY)


def of(
    total: tuple[int, Rating],
    *services: tuple[int, Rating],
    apart: tuple[tuple[int, Rating], ...] = (),
    period_end: date = date(2021, 12, 31),
) -> PublicReport:
    """How many answered and what the public sees, of the total and of each service; the total leaves out ``apart``."""
    rows = tuple(
        PublicRow(service(name), 2 * n, n, rating)
        for name, (n, rating) in zip(NAMES, (*services, *apart), strict=False)
    )
    without = tuple(service(name) for name in NAMES[len(services) : len(services) + len(apart)])
    made = report(total=total[1], period_end=period_end)
    return replace(made, clients=AudienceResults(PublicRow(None, 2 * total[0], total[0], total[1]), rows, without))


def under(
    made: PublicReport, *, attacker: Attacker = Attacker.OUTSIDER, means: Means = Means.ROUND, one_person: str = "2.0"
) -> PublicReport:
    """A report judged by other rules than those of the real register."""
    return replace(made, disclosure=DisclosureRules(attacker, Decimal(one_person), Decimal("0.5"), means))


def in_short(made: PublicReport) -> Mapping[str, str]:
    """Each row of clients as it is seen, by its key: `8.9`, `9 rounded`, `hidden` for another one's sake, or `-`."""
    return {row.service.id if row.service else "total": _in_short(row.rating) for row in made.clients.rows}


def protected(made: PublicReport) -> PublicReport:
    """What rule 7 leaves of a report that is the only one."""
    return protect(register(provider(made))).providers[0].newest


def seen_of(made: PublicReport) -> Mapping[str, str]:
    """What rule 7 shows of a report that is the only one."""
    return in_short(protected(made))


def _in_short(rating: Rating) -> str:
    if isinstance(rating, Published):
        return f"{rating.grade}{' rounded' if rating.is_rounded else ''}"
    return "hidden" if rating == ALSO else "-"
