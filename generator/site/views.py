"""What each template is given: text that is ready to show, so that a template decides and formats nothing."""

from dataclasses import dataclass
from dataclasses import fields as fields_of

from generator.disclosure.public import (
    AudienceResults,
    PublicProvider,
    PublicReport,
    PublicRow,
    Published,
    Shares,
)
from generator.site import explaining, figures, norm
from generator.site.words import Words

CLIENT, COMMISSIONER = "client", "commissioner"


@dataclass(frozen=True, slots=True)
class RatingView:
    """A grade, or that there is none (``absence``) and why (``reason``). ``value`` is the grade for machines."""

    grade: str | None
    value: str | None
    absence: str
    reason: str | None
    answered: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A line of the table per service."""

    service: str
    net_sample: str
    completed: str
    response: str
    rating: RatingView


@dataclass(frozen=True, slots=True)
class BarView:
    """A share of the answers; ``width`` is in per cent."""

    label: str
    width: int
    share: str


@dataclass(frozen=True, slots=True)
class MeasurementView:
    """One measurement of a provider; ``incomplete`` where it lacks a grade anywhere."""

    anchor: str
    period: str
    report_date: str
    source: str
    by_telephone: bool
    clients: RatingView
    commissioners: RatingView
    client_rows: tuple[RowView, ...]
    commissioner_rows: tuple[RowView, ...]
    total_without: str | None
    incomplete: bool
    norm: str | None
    shares: tuple[BarView, ...]
    promoter_score: str | None
    staff_strength: str | None
    strengths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProviderView:
    """All that is on a provider's page, and in its line of the list."""

    id: str
    name: str
    former_names: tuple[str, ...]
    website: str | None
    provinces: tuple[str, ...]
    services: tuple[str, ...]
    ended_on: str | None
    newest: MeasurementView
    earlier: tuple[MeasurementView, ...]


def provider_view(provider: PublicProvider, words: Words) -> ProviderView:
    """The view of one provider."""
    newest, *earlier = (_measurement(report, words) for report in provider.reports)
    return ProviderView(
        id=provider.id,
        name=provider.name,
        former_names=provider.former_names,
        website=provider.website,
        provinces=tuple(words(f"province.{province}") for province in provider.provinces),
        services=tuple(service.name for service in provider.services),
        ended_on=figures.day(provider.ended_on) if provider.ended_on else None,
        newest=newest,
        earlier=tuple(earlier),
    )


def _measurement(report: PublicReport, words: Words) -> MeasurementView:
    opinion = report.opinion
    clients = _rating(report.clients.total, CLIENT, words)
    commissioners = _rating_of_commissioners(report.commissioners, words)
    client_rows = _rows(report.clients, CLIENT, words)
    commissioner_rows = _rows(report.commissioners, COMMISSIONER, words) if report.commissioners else ()
    ratings = [clients, commissioners, *(row.rating for row in (*client_rows, *commissioner_rows))]
    return MeasurementView(
        anchor=f"meting-{report.period_end.isoformat()}",
        period=figures.period(report.period_start, report.period_end),
        report_date=figures.day(report.report_date),
        source=report.source,
        by_telephone=report.by_telephone,
        clients=clients,
        commissioners=commissioners,
        client_rows=client_rows,
        commissioner_rows=commissioner_rows,
        total_without=_total_without(report.clients, words),
        incomplete=any(rating.grade is None for rating in ratings),
        norm=_norm(report, words),
        shares=_bars(opinion.shares, words) if opinion and opinion.shares else (),
        promoter_score=figures.score(opinion.promoter_score)
        if opinion and opinion.promoter_score is not None
        else None,
        staff_strength=opinion.staff_strength if opinion else None,
        strengths=opinion.strengths if opinion else (),
    )


def _rating(row: PublicRow, audience: str, words: Words) -> RatingView:
    published = row.rating if isinstance(row.rating, Published) else None
    return RatingView(
        grade=figures.grade(published.grade) if published else None,
        value=str(published.grade) if published else None,
        absence=explaining.absence(row, words),
        reason=explaining.reason(row, audience, words),
        answered=explaining.answered(row, audience, words),
    )


def _rating_of_commissioners(results: AudienceResults | None, words: Words) -> RatingView:
    if results is None:
        return RatingView(None, None, words("absence.nobody"), words("reason.not_asked"), "")
    return _rating(results.total, COMMISSIONER, words)


def _rows(results: AudienceResults, audience: str, words: Words) -> tuple[RowView, ...]:
    return tuple(
        RowView(
            service=row.service.name,
            net_sample=figures.count(row.net_sample),
            completed=figures.count(row.completed),
            response=explaining.response(row),
            rating=_rating(row, audience, words),
        )
        for row in results.services
        if row.service
    )


def _total_without(results: AudienceResults, words: Words) -> str | None:
    """That the total leaves out some services, and why; None where it counts all."""
    names = ", ".join(service.name for service in results.total_without)
    return words("total_without", services=names) if names else None


def _norm(report: PublicReport, words: Words) -> str | None:
    told = norm.assess(report)
    if told is None:
        return None
    rating, rules = report.clients.total.rating, report.norm
    return words(
        f"norm.{told}",
        total=figures.grade(rating.grade) if isinstance(rating, Published) else "",
        norm_total=figures.grade(rules.total),
        norm_service=figures.grade(rules.service),
        insufficient=rules.insufficient,
    )


def _bars(shares: Shares, words: Words) -> tuple[BarView, ...]:
    named = [(field.name, getattr(shares, field.name)) for field in fields_of(shares)]
    return tuple(BarView(words(f"shares.{name}"), share, f"{share}%") for name, share in named)
