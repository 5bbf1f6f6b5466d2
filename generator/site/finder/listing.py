"""A provider as a line of a list: in the results of a search, and from A to Z."""

from dataclasses import dataclass

from generator.disclosure.public import AudienceResults, PublicProvider, PublicReport, Published
from generator.site.statistics.benchmarks import CLIENT, COMMISSIONER
from generator.site.statistics.certainty import certainty
from generator.site.words import figures
from generator.site.words.catalogue import Words
from generator.site.words.ratings import Absent, Graded, absent, figure, not_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedGrade(Graded):
    """A grade in a list; ``answered`` is how many answered, and how sure it is."""

    answered: str


@dataclass(frozen=True, slots=True)
class ListingView:
    """A line of a list, from the newest public report. ``period`` and ``ended`` are short sentences; ``ended`` or None.

    ``services`` and ``provinces`` are names. For a provider in all provinces, the country stands in their place.
    """

    id: str
    name: str
    services: tuple[str, ...]
    provinces: tuple[str, ...]
    clients: ListedGrade | Absent
    commissioners: ListedGrade | Absent
    period: str
    ended: str | None


def listing_view(provider: PublicProvider, words: Words) -> ListingView:
    """The line of one provider."""
    newest = provider.newest
    return ListingView(
        id=provider.id,
        name=provider.name,
        services=tuple(service.shown_name for service in provider.services),
        provinces=_places(provider, words),
        clients=_rating(newest.clients, CLIENT, newest, words),
        commissioners=_rating(newest.commissioners, COMMISSIONER, newest, words),
        period=_period(newest, words),
        ended=words("listing.ended", day=figures.day(provider.ended_on)) if provider.ended_on else None,
    )


def services_of(provider: PublicProvider) -> set[str]:
    """The ids of the services that a provider gives, or was measured for in its newest report."""
    measured = {row.service.id for row in provider.newest.clients.services if row.service}
    return {service.id for service in provider.services} | measured


def is_nationwide(provider: PublicProvider, words: Words) -> bool:
    """Whether a provider names all provinces."""
    return set(provider.provinces) == set(words.group("province"))


def _places(provider: PublicProvider, words: Words) -> tuple[str, ...]:
    if is_nationwide(provider, words):
        return (words("whole_country"),)
    return tuple(words(f"province.{province}") for province in provider.provinces)


def _rating(results: AudienceResults | None, audience: str, report: PublicReport, words: Words) -> ListedGrade | Absent:
    if results is None:
        return not_asked(words)
    row = results.total
    if not isinstance(row.rating, Published):
        return absent(row, row.rating, audience, report, words)
    sure = words(f"certainty.{certainty(row.completed, report.certainty)}")
    answered = words("listing.answered", completed=row.completed, certainty=sure)
    return ListedGrade(**figure(row.rating, words), answered=answered)


def _period(report: PublicReport, words: Words) -> str:
    return words("listing.period", period=figures.short_period(report.period_start, report.period_end))
