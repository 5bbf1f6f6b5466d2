"""The public model as single facts, each of which can be there, differ or be gone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from generator.disclosure.public import (
    AudienceResults,
    NoResponse,
    PublicProvider,
    PublicRegister,
    PublicReport,
    PublicRow,
    Published,
    Reason,
    Withheld,
)

ReportKey: TypeAlias = tuple[str, date]
# What a fact is about, in a few words, and what the public reads of it.
Facts: TypeAlias = Mapping[str, "Fact"]

_REASONS = {
    Reason.INSUFFICIENT_RESPONSE: "too low a response",
    Reason.TOO_FEW_RESPONDENTS: "too few people answered",
    Reason.SECONDARY: "with it another one could be worked out",
}


@dataclass(frozen=True, slots=True)
class Rating:
    """What the public reads of one row: a grade, or why there is none, with how many answered."""

    grade: Decimal | None
    reason: str | None
    completed: int
    net_sample: int
    distribution: tuple[int, ...] | None = None
    is_rounded: bool = False

    def __str__(self) -> str:
        rounded = ", rounded" if self.is_rounded else ""
        said = f"{self.grade}{rounded}" if self.grade is not None else f"no grade ({self.reason})"
        counts = f", by grade {'/'.join(map(str, self.distribution))}" if self.distribution else ""
        return f"{said}, {self.completed} of {self.net_sample} answered{counts}"


@dataclass(frozen=True, slots=True)
class Text:
    """Anything else that stands there in words."""

    text: str

    def __str__(self) -> str:
        return self.text


Fact: TypeAlias = Rating | Text


def facts_of_provider(provider: PublicProvider) -> Facts:
    """What the public reads of a provider itself."""
    return _texts(
        {
            "name": provider.name,
            "former names": ", ".join(provider.former_names),
            "former ids": ", ".join(provider.former_ids),
            "website": provider.website,
            "services": ", ".join(service.id for service in provider.services),
            "provinces": ", ".join(provider.provinces),
            "ended on": provider.ended_on,
        }
    )


def facts_of_report(report: PublicReport) -> Facts:
    """What a report says: its grades, and what goes with them. The reply and the corrections are *about* it."""
    facts: dict[str, Fact] = dict(_of_audience("clients", report.clients))
    if report.commissioners:
        facts |= dict(_of_audience("commissioners", report.commissioners))
    said = report.opinion
    shares = said.shares if said else None
    return facts | _texts(
        {
            "period": f"{report.period_start} to {report.period_end}",
            "report of": report.report_date,
            "source": report.source,
            "interviews by telephone": "yes" if report.by_telephone else "no",
            "promoter score": said.promoter_score if said else None,
            "satisfaction": " / ".join(
                f"{share}%"
                for share in (
                    shares.very_satisfied,
                    shares.satisfied,
                    shares.dissatisfied,
                    shares.very_dissatisfied,
                    shares.no_opinion,
                )
            )
            if shares
            else None,
            "strengths": "; ".join(filter(None, (said.staff_strength, *said.strengths))) if said else None,
        }
    )


def facts_about_report(report: PublicReport) -> Facts:
    """What was said about a report afterwards: the provider's reply and the corrections."""
    corrections = {f"correction of {each.corrected_on}: {each.what}": each.reason for each in report.corrections}
    return _texts({"reply": report.reply, **corrections})


def reports_of(register: PublicRegister) -> Mapping[ReportKey, PublicReport]:
    """Every public report by its provider's id and the end of its period."""
    return {(provider.id, report.period_end): report for provider in register.providers for report in provider.reports}


def _of_audience(audience: str, results: AudienceResults) -> Iterator[tuple[str, Fact]]:
    for row in results.rows:
        yield f"{audience}, {row.service.id if row.service else 'total'}", _rating(row)


def _rating(row: PublicRow) -> Rating:
    rating = row.rating
    if not isinstance(rating, Published):
        return Rating(None, _reason(row), row.completed, row.net_sample)
    return Rating(rating.grade, None, row.completed, row.net_sample, rating.distribution, rating.is_rounded)


def _reason(row: PublicRow) -> str | None:
    if isinstance(row.rating, NoResponse):
        return "nobody answered" if row.net_sample else "nobody was invited"
    if isinstance(row.rating, Withheld):
        required = row.rating.required_response
        return _REASONS[row.rating.reason] + (f", {required.normalize():f}% needed" if required is not None else "")
    return None


def _texts(values: Mapping[str, object]) -> dict[str, Fact]:
    return {what: Text(str(value)) for what, value in values.items() if value not in {None, ""}}
