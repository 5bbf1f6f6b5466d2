"""One measurement of a provider as its page shows it."""

from dataclasses import dataclass
from dataclasses import fields as fields_of
from decimal import Decimal

from markupsafe import Markup

from generator.disclosure.public import (
    AudienceResults,
    ClientOpinion,
    PublicReport,
    PublicRow,
    Published,
    Shares,
)
from generator.scale import Scale
from generator.site.profiles import Profile
from generator.site.ratings import GradeView, RatingView, SpanView, rating_view, total_view
from generator.site.rendering.replies import reply_html
from generator.site.statistics import norm
from generator.site.statistics.benchmarks import CLIENT, COMMISSIONER
from generator.site.words import explaining, grades
from generator.site.words.catalogue import Words

# How wide, in per cent of the bar, a part must be for its number to stand in it on a phone.
_ROOM = 14


@dataclass(frozen=True, slots=True)
class ServiceView:
    """A line of the table per service; ``official`` is its name in the reports, None if ``service`` is that."""

    service: str
    official: str | None
    rating: RatingView


@dataclass(frozen=True, slots=True)
class BarView:
    """How many people, or what share, gave an answer; ``width`` is in per cent of the longest possible bar."""

    label: str
    width: str
    number: str


@dataclass(frozen=True, slots=True)
class DistributionView:
    """How often each grade was given, the highest first."""

    caption: str
    bars: tuple[BarView, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class ShareView:
    """What share of people gave an answer, and its part of a bar that all answers fill.

    Args:
        id: of the answer.
        label: the answer in words.
        number: the share as it is written.
        part: where it is in the bar.
        middle: the middle of that, in per cent; None if the part is too narrow for its number.
    """

    id: str
    label: str
    number: str
    part: SpanView
    middle: str | None


@dataclass(frozen=True, slots=True)
class OpinionView:
    """The other answers of clients."""

    shares: tuple[ShareView, ...]
    promoter_score: str | None
    staff_strength: str | None
    strengths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasurementView:
    """One measurement of a provider; ``incomplete`` if any grade is missing. ``reply`` is safe HTML.

    ``commissioners`` is None in a register that does not ask them.

    ``rounded`` explains below the tables why a service's grade is in whole numbers; None if no grade is.
    """

    anchor: str
    period: str
    short_period: str
    report_date: str
    source: str
    by_telephone: bool
    clients: RatingView
    commissioners: RatingView | None
    client_rows: tuple[ServiceView, ...]
    commissioner_rows: tuple[ServiceView, ...]
    rounded: str | None
    total_without: str | None
    incomplete: bool
    norm: str | None
    distributions: tuple[DistributionView, ...]
    service_distributions: tuple[DistributionView, ...]
    opinion: OpinionView | None
    reply: Markup | None

    @property
    def has_averages(self) -> bool:
        """Whether any service's grade has an average beside it."""
        ratings = [row.rating for row in (*self.client_rows, *self.commissioner_rows)]
        return any(isinstance(rating, GradeView) and rating.average for rating in ratings)


def measurement_view(report: PublicReport, profile: Profile, words: Words) -> MeasurementView:
    """The view of one measurement: ``report`` is one of ``profile``."""
    clients = total_view(report.clients, CLIENT, report, profile, words)
    asks = profile.asks_commissioners
    commissioners = total_view(report.commissioners, COMMISSIONER, report, profile, words) if asks else None
    client_rows = _rows(report, report.clients, CLIENT, profile, words)
    commissioner_rows = _rows(report, report.commissioners, COMMISSIONER, profile, words)
    totals = [each for each in (clients, commissioners) if each]
    ratings = [*totals, *(row.rating for row in (*client_rows, *commissioner_rows))]
    return MeasurementView(
        anchor=f"{words('address.anchor.measurement')}-{report.period_end.isoformat()}",
        period=words.figures.period(report.period_start, report.period_end),
        short_period=words.figures.short_period(report.period_start, report.period_end),
        report_date=words.figures.day(report.report_date),
        source=report.source,
        by_telephone=report.by_telephone,
        clients=clients,
        commissioners=commissioners,
        client_rows=client_rows,
        commissioner_rows=commissioner_rows,
        rounded=_rounded(report, words),
        total_without=_total_without(report.clients, words),
        incomplete=any(not rating.is_graded for rating in ratings),
        norm=_norm(report, profile.scale, words),
        distributions=_distributions(report, profile.scale, words),
        service_distributions=_service_distributions(report, profile.scale, words),
        opinion=_opinion(report.opinion, words) if report.opinion else None,
        reply=reply_html(report.reply) if report.reply else None,
    )


def _rows(
    report: PublicReport,
    results: AudienceResults | None,
    audience: str,
    profile: Profile,
    words: Words,
) -> tuple[ServiceView, ...]:
    return tuple(
        ServiceView(
            row.service.shown_name,
            row.service.official_name,
            rating_view(row, audience, report, profile, words),
        )
        for row in (results.services if results else ())
        if row.service
    )


def _rounded(report: PublicReport, words: Words) -> str | None:
    ratings = [row.rating for row in report.clients.services]
    if not any(isinstance(rating, Published) and rating.is_rounded for rating in ratings):
        return None
    return words("rounded.note", why=explaining.why_rounded(report, words))


def _total_without(results: AudienceResults, words: Words) -> str | None:
    """The text that the total leaves out some services, and why; None if it counts all."""
    names = ", ".join(service.shown_name for service in results.total_without)
    return words("total_without", names=names) if names else None


def _norm(report: PublicReport, scale: Scale, words: Words) -> str | None:
    verdict, rules = norm.assess(report, scale), report.norm
    if verdict is None or rules is None:
        return None
    rating = report.clients.total.rating
    return words(
        f"norm.{verdict}",
        total=grades.text(rating, words) if isinstance(rating, Published) else "",
        norm_total=words.figures.grade(rules.total),
        norm_service=words.figures.grade(rules.service),
        insufficient=rules.insufficient,
    )


def _distributions(report: PublicReport, scale: Scale, words: Words) -> tuple[DistributionView, ...]:
    """The public distributions of all clients and of all commissioners."""
    both = ((CLIENT, report.clients), (COMMISSIONER, report.commissioners))
    found = (_distribution(results.total, audience, scale, words) for audience, results in both if results)
    return tuple(each for each in found if each)


def _service_distributions(report: PublicReport, scale: Scale, words: Words) -> tuple[DistributionView, ...]:
    found = (_distribution(row, CLIENT, scale, words) for row in report.clients.services)
    return tuple(each for each in found if each)


def _distribution(row: PublicRow, audience: str, scale: Scale, words: Words) -> DistributionView | None:
    counts = row.rating.distribution if isinstance(row.rating, Published) else None
    if counts is None:
        return None
    given, most = sum(counts), max(counts)
    return DistributionView(
        caption=words(
            f"distribution.caption.{audience}",
            given=given,
            about=row.service.shown_name if row.service else words("distribution.all"),
        ),
        bars=tuple(
            BarView(str(grade), _share(number, most), words.figures.count(number))
            for grade, number in reversed(list(zip(scale.grades, counts, strict=True)))
        ),
        note=_note(row, given, audience, words),
    )


def _note(row: PublicRow, given: int, audience: str, words: Words) -> str | None:
    """A note beside the counts: that they are rounded, or that not everybody who answered gave a grade."""
    silent = row.completed - given
    notes = [words("distribution.silent", silent=silent)] if silent > 0 else []
    if audience == COMMISSIONER:
        notes.append(words("distribution.rounded"))
    return " ".join(notes) or None


def _share(part: int, whole: int) -> str:
    return f"{Decimal(100 * part) / whole:.1f}" if whole else "0"


def _opinion(opinion: ClientOpinion, words: Words) -> OpinionView:
    score = opinion.promoter_score
    return OpinionView(
        shares=_shares(opinion.shares, words) if opinion.shares else (),
        promoter_score=None if score is None else words.figures.score(score),
        staff_strength=words("provider.staff", strength=opinion.staff_strength) if opinion.staff_strength else None,
        strengths=opinion.strengths,
    )


def _shares(shares: Shares, words: Words) -> tuple[ShareView, ...]:
    """The shares as parts of one bar. They are rounded, so their sum can differ from 100; the bar is full."""
    numbers = {field.name: getattr(shares, field.name) for field in fields_of(shares)}
    whole, before = sum(numbers.values()), 0
    parts = []
    for name, number in numbers.items():
        span = SpanView(_share(before, whole), _share(number, whole))
        middle = _share(2 * before + number, 2 * whole) if float(span.width) >= _ROOM else None
        parts.append(ShareView(name, words(f"shares.{name}"), f"{number}%", span, middle))
        before += number
    return tuple(parts)
