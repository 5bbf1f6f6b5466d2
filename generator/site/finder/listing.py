"""A provider as a line of a list, which is about one service or about all services together.

The script of the finder makes the same line from `table.py`: a test compares the two.
"""

from dataclasses import dataclass
from enum import StrEnum

from generator.disclosure.public import (
    AudienceResults,
    NoResponse,
    PublicProvider,
    PublicRow,
    PublicService,
    Published,
    Reason,
    Withheld,
)
from generator.site.profiles import Profile
from generator.site.ratings import position
from generator.site.statistics.age import OLD_AFTER
from generator.site.statistics.benchmarks import CLIENT, COMMISSIONER
from generator.site.words.catalogue import Words
from generator.site.words.ratings import Absent, Graded, figure


class NoGrade(StrEnum):
    """Why a line has no grade: the phrases are in the catalogue, at `listing.no_grade`."""

    INSUFFICIENT_BY_POLICY = "insufficient_by_policy"
    INSUFFICIENT_BY_REPORT = "insufficient_by_report"
    TOO_FEW_RESPONDENTS = "too_few_respondents"
    SECONDARY = "secondary"
    NO_RESPONSE = "no_response"
    NOBODY_INVITED = "nobody_invited"
    NOT_ASKED = "not_asked"
    NOT_MEASURED = "not_measured"
    NOT_OFFERED = "not_offered"


class Section(StrEnum):
    """The parts of a list, in their order. Providers that stopped come last, with a grade or without."""

    GRADED = "graded"
    UNGRADED = "ungraded"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a line says of one audience: a row of the newest report, or why there is none.

    Args:
        row: what they gave; None if they were not asked.
        no_grade: why there is no grade; None if there is one.
        is_total: the row is about all services together though the list is about one, and the line says so.
    """

    row: PublicRow | None
    no_grade: NoGrade | None
    is_total: bool = False

    @property
    def rating(self) -> Published | None:
        """The grade that is public; None if there is none."""
        return self.row.rating if self.row and isinstance(self.row.rating, Published) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedGrade(Graded):
    """A grade in a list.

    Args:
        level: how many of three dots say how sure it is.
        certainty: the same in a word.
        answered: how many answered.
        position: where the grade is on the scale, in per cent.
    """

    level: int
    certainty: str
    answered: str
    position: str


@dataclass(frozen=True, slots=True)
class ListingView:
    """A line of a list, from the newest public report.

    Args:
        id: of the provider.
        name: its name.
        clients: what clients gave.
        commissioners: what commissioners gave; None in a register that does not ask them.
        commissioners_label: whose grade that is, and of what if not of what the list is about.
        facts: the period, that it is long ago if it is, and the regions.
        ended: that it stopped, and when; None if it did not.
    """

    id: str
    name: str
    clients: ListedGrade | Absent
    commissioners: ListedGrade | Absent | None
    commissioners_label: str
    facts: str
    ended: str | None


def listing_view(profile: Profile, service: PublicService | None, words: Words) -> ListingView:
    """The line of one provider in a list about ``service`` (None: all services together)."""
    provider = profile.provider
    commissioners = commissioners_cell(provider, service)
    return ListingView(
        id=provider.id,
        name=provider.name,
        clients=_rating(clients_cell(provider, service), CLIENT, profile, words),
        commissioners=_rating(commissioners, COMMISSIONER, profile, words) if profile.asks_commissioners else None,
        commissioners_label=_label(commissioners, words) if profile.asks_commissioners else "",
        facts=" · ".join((period_of(profile, words), *places_of(provider, words))),
        ended=words("listing.ended", day=words.figures.day(provider.ended_on)) if provider.ended_on else None,
    )


def _label(commissioners: Cell, words: Words) -> str:
    return words(f"listing.{'commissioner_total' if commissioners.is_total else 'commissioner'}")


def clients_cell(provider: PublicProvider, service: PublicService | None) -> Cell:
    """What clients said of ``service``, or of all services together."""
    clients = provider.newest.clients
    row = _row_of(clients, service) if service else clients.total
    if row:
        return Cell(row, _no_grade(row))
    is_offered = service in provider.services
    return Cell(None, NoGrade.NOT_MEASURED if is_offered else NoGrade.NOT_OFFERED)


def commissioners_cell(provider: PublicProvider, service: PublicService | None) -> Cell:
    """What commissioners said of ``service``; most are asked about all services together only, and then that."""
    results = provider.newest.commissioners
    if results is None:
        return Cell(None, NoGrade.NOT_ASKED)
    row = _row_of(results, service) if service else None
    if row:
        return Cell(row, _no_grade(row))
    return Cell(results.total, _no_grade(results.total), is_total=service is not None)


def section_of(provider: PublicProvider, service: PublicService | None) -> Section:
    """The part of a list about ``service`` in which a provider stands."""
    if provider.ended_on:
        return Section.STOPPED
    return Section.GRADED if clients_cell(provider, service).rating else Section.UNGRADED


def services_of(provider: PublicProvider) -> set[str]:
    """The ids of the services that a provider gives, or was measured for in its newest report."""
    measured = {row.service.id for row in provider.newest.clients.services if row.service}
    return {service.id for service in provider.services} | measured


def is_nationwide(provider: PublicProvider, words: Words) -> bool:
    """Whether a provider names all regions, where there are any."""
    return bool(provider.provinces) and set(provider.provinces) == words.group("region").keys()


def period_of(profile: Profile, words: Words) -> str:
    """The period of the newest report in few words, and whether that is long ago."""
    report = profile.provider.newest
    period = words.figures.short_period(report.period_start, report.period_end)
    return f"{period} · {words('older', years=OLD_AFTER)}" if profile.is_old else period


def places_of(provider: PublicProvider, words: Words) -> tuple[str, ...]:
    """The regions of a provider by their names, or the country if it names them all."""
    if is_nationwide(provider, words):
        return (words("whole_country"),)
    return tuple(words(f"region.{region}") for region in provider.provinces)


def requirement_of(row: PublicRow | None, words: Words) -> str:
    """The share that should have answered, in words, if the policy found the response too low; else empty."""
    rating = row.rating if row else None
    if not isinstance(rating, Withheld) or rating.required_response is None:
        return ""
    return words.figures.requirement(rating.required_response)


def _row_of(results: AudienceResults, service: PublicService) -> PublicRow | None:
    return next((row for row in results.services if row.service and row.service.id == service.id), None)


def _no_grade(row: PublicRow) -> NoGrade | None:
    match row.rating:
        case Published():
            return None
        case NoResponse():
            return NoGrade.NO_RESPONSE if row.net_sample else NoGrade.NOBODY_INVITED
        case Withheld(Reason.INSUFFICIENT_RESPONSE, None):
            return NoGrade.INSUFFICIENT_BY_REPORT
        case Withheld(Reason.INSUFFICIENT_RESPONSE):
            return NoGrade.INSUFFICIENT_BY_POLICY
        case Withheld(reason):
            return NoGrade(reason)


def _rating(cell: Cell, audience: str, profile: Profile, words: Words) -> ListedGrade | Absent:
    if cell.row and cell.rating:
        sure = profile.certainty(profile.provider.newest, cell.row, audience)
        return ListedGrade(
            **figure(cell.rating, words),
            level=sure.level,
            certainty=words(f"certainty.{sure}"),
            answered=words("listing.answered", completed=cell.row.completed),
            position=position(cell.rating.grade, profile.scale),
        )
    return Absent(words("listing.absent"), _why(cell, words))


def _why(cell: Cell, words: Words) -> str:
    row = cell.row
    numbers = {
        "completed": row.completed if row else 0,
        "net_sample": row.net_sample if row else 0,
        "required": requirement_of(row, words),
    }
    return words(f"listing.no_grade.{cell.no_grade}", **numbers)
