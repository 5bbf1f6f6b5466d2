"""``ratings.json``: one provider's ratings for other programs."""

from collections.abc import Iterator
from typing import Any

from generator.disclosure.public import (
    ClientOpinion,
    NoResponse,
    PublicProvider,
    PublicReport,
    PublicRow,
    PublicService,
    Published,
    Shares,
)
from generator.site.news import changed_on, replied_later_on
from generator.site.opendata import schemas
from generator.site.opendata.columns import exact
from generator.site.opendata.jsons import encoded
from generator.site.opendata.ratings_schema import (
    AnyRating,
    Correction,
    Interval,
    Licence,
    NoResponseRating,
    Opinion,
    Provider,
    PublishedRating,
    RatingsFile,
    Report,
    Satisfied,
    Service,
    WithheldRating,
)
from generator.site.opendata.rows import audiences, explanation
from generator.site.opendata.tables import absent
from generator.site.profiles import Comparison, Profile
from generator.site.settings import Settings
from generator.site.statistics import norm
from generator.site.words import grades
from generator.site.words.catalogue import Words

FILE = "ratings.json"


def provider_files(profile: Profile, settings: Settings, words: Words) -> Iterator[tuple[str, bytes]]:
    """The files of a provider for other programs, by their names in its folder."""
    provider = profile.provider
    reports = tuple(_report(report, profile, words) for report in provider.reports)
    yield FILE, _written(_provider(provider, settings), reports, settings)


def withdrawn_file(identity: str, settings: Settings) -> bytes:
    """The file of an id that has nothing public any more; the provider's name is not public either."""
    nobody = Provider(
        id=identity,
        name=identity,
        page=settings.page_of(identity),
        former_names=(),
        former_ids=(),
        website=None,
        services=(),
        provinces=(),
        ended_on=None,
        merged_into=None,
        changed_on=None,
    )
    return _written(nobody, (), settings)


def _provider(provider: PublicProvider, settings: Settings) -> Provider:
    return Provider(
        id=provider.id,
        name=provider.name,
        page=settings.page_of(provider.id),
        former_names=provider.former_names,
        former_ids=provider.former_ids,
        website=provider.website,
        services=tuple(map(_service, provider.services)),
        provinces=provider.provinces,
        ended_on=provider.ended_on,
        merged_into=provider.merged_into.id if provider.merged_into else None,
        changed_on=changed_on(provider),
    )


def _written(provider: Provider, reports: tuple[Report, ...], settings: Settings) -> bytes:
    said = RatingsFile(
        schema_address=settings.at(schemas.RATINGS),
        version=1,
        source=settings.charter.agency.name,
        licence=Licence(title=settings.charter.licence.title, address=settings.licence_address),
        provider=provider,
        reports=reports,
    )
    without = set(absent(settings.charter))
    written = said.model_dump(by_alias=True, exclude={"provider": without, "reports": {"__all__": without}})
    return f"{encoded(written)}\n".encode()


def _service(service: PublicService) -> Service:
    return Service(id=service.id, name=service.name)


def _report(report: PublicReport, profile: Profile, words: Words) -> Report:
    return Report(
        period_start=report.period_start,
        period_end=report.period_end,
        report_date=report.report_date,
        public_on=report.public_on,
        source=report.source,
        by_telephone=report.by_telephone,
        commissioners_asked=report.commissioners is not None,
        norm=norm.assess(report, profile.scale),
        total_without=tuple(map(_service, report.clients.total_without)),
        ratings=tuple(_rating(row, audience, report, profile, words) for audience, row in audiences(report)),
        opinion=_opinion(report.opinion) if report.opinion else None,
        reply=report.reply,
        published_on=report.published_on,
        replied_on=replied_later_on(report),
        corrections=tuple(
            Correction(corrected_on=each.corrected_on, what=each.what, why=each.reason) for each in report.corrections
        ),
    )


def _rating(row: PublicRow, audience: str, report: PublicReport, profile: Profile, words: Words) -> AnyRating:
    said: dict[str, Any] = {
        "audience": audience,
        "service": _service(row.service) if row.service else None,
        "net_sample": row.net_sample,
        "completed": row.completed,
        "response_rate": None if row.response_rate is None else exact(row.response_rate, 2),
        "reason": None,
        "explanation": explanation(row, audience, report, words),
    }
    rating = row.rating
    if isinstance(rating, Published):
        return PublishedRating(
            **said,
            outcome="published",
            grade=grades.exact(rating),
            rounded=rating.is_rounded,
            certainty=profile.certainty(report, row, audience),
            interval=_interval(profile.comparison(row, audience)),
            grade_times=rating.distribution,
        )
    if isinstance(rating, NoResponse):
        return NoResponseRating(**said, outcome="no_response", grade=None)
    needed = rating.required_response
    return WithheldRating(
        **{**said, "reason": rating.reason},
        outcome="withheld",
        grade=None,
        required_response=None if needed is None else exact(needed, 2),
    )


def _interval(comparison: Comparison) -> Interval | None:
    own = comparison.own
    return Interval(low=own.low, high=own.high) if own else None


def _opinion(opinion: ClientOpinion) -> Opinion:
    score = opinion.promoter_score
    return Opinion(
        shares=_shares(opinion.shares) if opinion.shares else None,
        promoter_score=None if score is None else exact(score, 1),
        staff_strength=opinion.staff_strength,
        strengths=opinion.strengths,
    )


def _shares(shares: Shares) -> Satisfied:
    return Satisfied(
        very_satisfied=shares.very_satisfied,
        satisfied=shares.satisfied,
        dissatisfied=shares.dissatisfied,
        very_dissatisfied=shares.very_dissatisfied,
        no_opinion=shares.no_opinion,
    )
