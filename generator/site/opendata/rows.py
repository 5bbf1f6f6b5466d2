"""The rows for the tables of the open data, and values that are computed from one row."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.charter import Charter
from generator.disclosure.public import (
    AnyProvider,
    AnyReport,
    NoResponse,
    PublicCorrection,
    PublicProvider,
    PublicReport,
    PublicRow,
    Published,
    Rating,
    Withheld,
)
from generator.scale import Scale
from generator.site.origin import Origin
from generator.site.profiles import Profile
from generator.site.statistics.benchmarks import CLIENT, COMMISSIONER
from generator.site.statistics.certainty import Certainty
from generator.site.statistics.interval import Interval
from generator.site.words.catalogue import Words
from generator.site.words.ratings import rated

AUDIENCES = (CLIENT, COMMISSIONER)
PUBLISHED, WITHHELD, NO_RESPONSE = OUTCOMES = ("published", "withheld", "no_response")


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report of one provider, with grades of the ``scale``."""

    provider: PublicProvider
    report: PublicReport
    scale: Scale


@dataclass(frozen=True, slots=True)
class RatingRow:
    """One row of one report, which is one of ``profile``."""

    profile: Profile
    report: PublicReport
    audience: str
    row: PublicRow
    words: Words

    @property
    def provider(self) -> PublicProvider:
        return self.profile.provider

    @property
    def published(self) -> Published | None:
        return self.row.rating if isinstance(self.row.rating, Published) else None

    @property
    def withheld(self) -> Withheld | None:
        return self.row.rating if isinstance(self.row.rating, Withheld) else None

    @property
    def certainty(self) -> Certainty | None:
        return self.profile.certainty(self.report, self.row, self.audience) if self.published else None

    @property
    def interval(self) -> Interval | None:
        return self.profile.comparison(self.row, self.audience).own

    def given(self, grade: int) -> int | None:
        counts = self.published.distribution if self.published else None
        return counts[self.profile.scale.grades.index(grade)] if counts else None


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """One correction of one report, which may have been withdrawn."""

    provider: AnyProvider
    report: AnyReport
    correction: PublicCorrection


@dataclass(frozen=True, slots=True)
class ProviderRow:
    """One provider, and the address of its page."""

    provider: PublicProvider
    page: str


def outcome(rating: Rating) -> str:
    """Whether there is a grade, in one word."""
    if isinstance(rating, NoResponse):
        return NO_RESPONSE
    return PUBLISHED if isinstance(rating, Published) else WITHHELD


def explanation(row: PublicRow, audience: str, report: PublicReport, words: Words) -> str | None:
    """Why there is no grade, in a sentence or two; None if there is one."""
    rating = rated(row, audience, report, words)
    return None if rating.is_graded else str(rating)


def audiences_of(charter: Charter) -> tuple[str, ...]:
    """Who is asked for a grade."""
    return AUDIENCES if charter.asks_commissioners else (CLIENT,)


def audiences(report: PublicReport) -> Iterator[tuple[str, PublicRow]]:
    """Each row of a report with its audience: clients first, and for each audience the total first."""
    for audience, results in zip(AUDIENCES, (report.clients, report.commissioners), strict=True):
        for row in results.rows if results else ():
            yield audience, row


def rating_rows(origin: Origin) -> Iterator[RatingRow]:
    """Every row of every report, by provider, newest report first."""
    profiles = {profile.provider.id: profile for profile in origin.profiles}
    for provider in origin.register.providers:
        for report in provider.reports:
            for audience, row in audiences(report):
                yield RatingRow(profiles[provider.id], report, audience, row, origin.words)


def report_rows(origin: Origin) -> Iterator[ReportRow]:
    """Every report, by provider, the newest first."""
    register, scale = origin.register, origin.register.charter.scale
    return (ReportRow(provider, report, scale) for provider in register.providers for report in provider.reports)


def provider_rows(origin: Origin) -> Iterator[ProviderRow]:
    """Every provider."""
    page_of = origin.settings.page_of
    return (ProviderRow(each, page_of(each.id)) for each in origin.register.providers)


def correction_rows(origin: Origin) -> Iterator[CorrectionRow]:
    """Every correction, by provider and report; last those of providers of which nothing is public any more."""
    for provider in origin.register.all_providers:
        for report in provider.all_reports:
            for correction in report.corrections:
                yield CorrectionRow(provider, report, correction)
