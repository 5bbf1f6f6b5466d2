"""A provider as a line of any list: in the results of a search, from A to Z, by province."""

from dataclasses import dataclass

from generator.disclosure.public import PublicProvider, PublicReport, PublicRow, Published
from generator.site.statistics.certainty import certainty
from generator.site.words import explaining, figures, grades
from generator.site.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class GradeView:
    """A grade, its ``value`` for machines and how many ``answered``; or that there is none (``absence``) and why.

    What is not there is None: ``grade``, ``value`` and ``answered`` go together, and so do ``absence`` and ``reason``.
    ``remark`` follows a grade that is rounded.
    """

    grade: str | None = None
    remark: str | None = None
    value: str | None = None
    answered: str | None = None
    absence: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ListingView:
    """A line of a list, from the newest public report. ``period`` and ``ended`` are short sentences; ``ended`` or None.

    ``services`` and ``provinces`` are names; who works in all of them has the country for a province.
    """

    id: str
    name: str
    services: tuple[str, ...]
    provinces: tuple[str, ...]
    clients: GradeView
    commissioners: GradeView
    period: str
    ended: str | None


# Every slot is there and empty: the line that a script copies and fills.
BLANK = ListingView(
    id="",
    name="",
    services=("",),
    provinces=("",),
    clients=GradeView("", "", "", "", "", ""),
    commissioners=GradeView("", "", "", "", "", ""),
    period="",
    ended="",
)


def listing_view(provider: PublicProvider, words: Words) -> ListingView:
    """The line of one provider."""
    newest = provider.newest
    return ListingView(
        id=provider.id,
        name=provider.name,
        services=tuple(service.name for service in provider.services),
        provinces=_places(provider, words),
        clients=_grade(newest.clients.total, "client", newest, words),
        commissioners=_grade_of_commissioners(newest, words),
        period=_period(newest, words),
        ended=words("listing.ended", day=figures.day(provider.ended_on)) if provider.ended_on else None,
    )


def services_of(provider: PublicProvider) -> set[str]:
    """The ids of the services that a provider gives, or was measured for in its newest report."""
    measured = {row.service.id for row in provider.newest.clients.services if row.service}
    return {service.id for service in provider.services} | measured


def is_nationwide(provider: PublicProvider, words: Words) -> bool:
    """Whether a provider names every province there is."""
    return set(provider.provinces) == set(words.group("province"))


def _places(provider: PublicProvider, words: Words) -> tuple[str, ...]:
    if is_nationwide(provider, words):
        return (words("whole_country"),)
    return tuple(words(f"province.{province}") for province in provider.provinces)


def _grade(row: PublicRow, audience: str, report: PublicReport, words: Words) -> GradeView:
    if not isinstance(row.rating, Published):
        reason = explaining.reason(row, audience, report, words)
        return GradeView(absence=explaining.absence(row, words), reason=reason)
    sure = words(f"certainty.{certainty(row.completed, report.certainty)}")
    return GradeView(
        grade=grades.number(row.rating),
        remark=grades.remark(row.rating, words) or None,
        value=str(grades.exact(row.rating)),
        answered=words("listing.answered", completed=row.completed, certainty=sure),
    )


def _grade_of_commissioners(report: PublicReport, words: Words) -> GradeView:
    if report.commissioners is None:
        return GradeView(absence=words("absence.nobody"), reason=words("reason.not_asked"))
    return _grade(report.commissioners.total, "commissioner", report, words)


def _period(report: PublicReport, words: Words) -> str:
    return words("listing.period", period=figures.short_period(report.period_start, report.period_end))
