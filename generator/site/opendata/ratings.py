"""``ratings.json``: one provider's ratings for other programs, versioned, with the JSON Schema that it keeps to."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from generator.disclosure.public import (
    ClientOpinion,
    NoResponse,
    PublicProvider,
    PublicReport,
    PublicRow,
    PublicService,
    Published,
    Reason,
    Shares,
)
from generator.scale import WHOLE_GRADES
from generator.site.opendata import schemas
from generator.site.opendata.columns import exact
from generator.site.opendata.jsons import encoded
from generator.site.opendata.tables import audiences, explanation, interval
from generator.site.settings import Settings
from generator.site.statistics import norm
from generator.site.statistics.certainty import Certainty, certainty
from generator.site.words import grades
from generator.site.words.catalogue import Words

FILE = "ratings.json"
_LOWEST, _HIGHEST = WHOLE_GRADES[0], WHOLE_GRADES[-1]

Audience: TypeAlias = Literal["client", "commissioner"]
Grade: TypeAlias = Annotated[
    Decimal,
    Field(ge=_LOWEST, le=_HIGHEST),
    WithJsonSchema({"type": "number", "minimum": _LOWEST, "maximum": _HIGHEST}),
]
PerCent: TypeAlias = Annotated[
    Decimal, Field(ge=0, le=100), WithJsonSchema({"type": "number", "minimum": 0, "maximum": 100})
]
Score: TypeAlias = Annotated[
    Decimal, Field(ge=-100, le=100), WithJsonSchema({"type": "number", "minimum": -100, "maximum": 100})
]
Count: TypeAlias = Annotated[int, Field(ge=0)]


class _Model(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, use_enum_values=True, populate_by_name=True)


class Service(_Model):
    """A kind of help."""

    id: str
    name: str


class Interval(_Model):
    """Between which grades the mean likely lies."""

    low: Grade
    high: Grade


class _Rating(_Model):
    audience: Audience
    service: Service | None
    net_sample: Count
    completed: Count
    response_rate: PerCent | None


class PublishedRating(_Rating):
    """A row with a grade."""

    outcome: Literal["published"]
    grade: Grade
    rounded: bool
    reason: None
    explanation: None
    certainty: Certainty
    interval: Interval | None
    grade_times: Annotated[tuple[Count, ...], Field(min_length=len(WHOLE_GRADES), max_length=len(WHOLE_GRADES))] | None


class WithheldRating(_Rating):
    """A row whose grade may not be public: it is not there, and this says why."""

    outcome: Literal["withheld"]
    grade: None
    reason: Reason
    explanation: str
    required_response: PerCent | None


class NoResponseRating(_Rating):
    """A row that nobody answered for."""

    outcome: Literal["no_response"]
    grade: None
    reason: None
    explanation: str


Rating: TypeAlias = Annotated[PublishedRating | WithheldRating | NoResponseRating, Field(discriminator="outcome")]


class Satisfied(_Model):
    """How satisfied the clients were, in whole percentages."""

    very_satisfied: Count
    satisfied: Count
    dissatisfied: Count
    very_dissatisfied: Count
    no_opinion: Count


class Opinion(_Model):
    """What else the clients said."""

    shares: Satisfied | None
    promoter_score: Score | None
    staff_strength: str | None
    strengths: tuple[str, ...]


class Correction(_Model):
    """What was changed, when and why."""

    corrected_on: date
    what: str
    why: str


class Report(_Model):
    """One measurement."""

    period_start: date
    period_end: date
    report_date: date
    public_on: date
    source: str
    by_telephone: bool
    commissioners_asked: bool
    norm: norm.Verdict | None
    total_without: tuple[Service, ...]
    ratings: tuple[Rating, ...]
    opinion: Opinion | None
    reply: str | None
    corrections: tuple[Correction, ...]


class Provider(_Model):
    """Whose ratings they are."""

    id: str
    name: str
    page: str
    former_names: tuple[str, ...]
    former_ids: tuple[str, ...]
    website: str | None
    services: tuple[Service, ...]
    provinces: tuple[str, ...]
    ended_on: date | None


class Licence(_Model):
    """On what conditions the figures may be used."""

    title: str
    address: str


class RatingsFile(_Model):
    """The whole file; ``version`` is that of its form."""

    schema_address: str = Field(alias="$schema")
    version: Literal[1]
    source: str
    licence: Licence
    provider: Provider
    reports: tuple[Report, ...]


def provider_files(provider: PublicProvider, settings: Settings, words: Words) -> Iterator[tuple[str, bytes]]:
    """The files of a provider for other programs, by their names in its folder."""
    reports = tuple(_report(report, words) for report in provider.reports)
    yield FILE, _written(_provider(provider, settings), reports, settings)


def file_of_nobody(identity: str, settings: Settings) -> bytes:
    """The file of an id of which nothing is public any more: its name is not either."""
    nobody = Provider(
        id=identity,
        name=identity,
        page=settings.at(f"aanbieders/{identity}/"),
        former_names=(),
        former_ids=(),
        website=None,
        services=(),
        provinces=(),
        ended_on=None,
    )
    return _written(nobody, (), settings)


def schema(settings: Settings, words: Words) -> dict[str, Any]:
    """The JSON Schema of such a file, with each field explained as the columns of the tables are."""
    made = RatingsFile.model_json_schema()
    described: dict[str, Any] = {
        "$schema": schemas.DRAFT,
        "$id": settings.at(schemas.RATINGS),
        "title": words("open_data.ratings_title"),
        **{name: value for name, value in made.items() if name not in {"title", "description", "$defs"}},
        "$defs": {
            name: {key: each[key] for key in each if key not in {"title", "description"}}
            for name, each in made["$defs"].items()
        },
    }
    for model in (described, *described["$defs"].values()):
        model.update(_explained(model, words))
    described["properties"]["$schema"] = {"const": settings.at(schemas.RATINGS)}
    return described


def _explained(model: Mapping[str, Any], words: Words) -> Mapping[str, Any]:
    """The properties with the titles and meanings of the catalogue, in place of those that their names make."""
    if "properties" not in model:
        return {}
    explained = {}
    for name, said in model["properties"].items():
        texts = {"title": _text(name, "title", words), "description": _text(name, "meaning", words)}
        plain = {key: value for key, value in said.items() if key != "title"}
        explained[name] = plain | {key: text for key, text in texts.items() if text}
    return {"properties": explained}


def _text(name: str, part: str, words: Words) -> str | None:
    """What is said of a field here, or else of the column of that name."""
    return words.find(f"open_data.field.{name}.{part}") or words.find(f"open_data.column.{name}.{part}")


def _provider(provider: PublicProvider, settings: Settings) -> Provider:
    return Provider(
        id=provider.id,
        name=provider.name,
        page=settings.at(f"aanbieders/{provider.id}/"),
        former_names=provider.former_names,
        former_ids=provider.former_ids,
        website=provider.website,
        services=tuple(map(_service, provider.services)),
        provinces=provider.provinces,
        ended_on=provider.ended_on,
    )


def _written(provider: Provider, reports: tuple[Report, ...], settings: Settings) -> bytes:
    said = RatingsFile(
        schema_address=settings.at(schemas.RATINGS),
        version=1,
        source=settings.source,
        licence=Licence(title=settings.licence.title, address=settings.licence_address),
        provider=provider,
        reports=reports,
    )
    return f"{encoded(said.model_dump(by_alias=True))}\n".encode()


def _service(service: PublicService) -> Service:
    return Service(id=service.id, name=service.name)


def _report(report: PublicReport, words: Words) -> Report:
    return Report(
        period_start=report.period_start,
        period_end=report.period_end,
        report_date=report.report_date,
        public_on=report.public_on,
        source=report.source,
        by_telephone=report.by_telephone,
        commissioners_asked=report.commissioners is not None,
        norm=norm.assess(report),
        total_without=tuple(map(_service, report.clients.total_without)),
        ratings=tuple(_rating(row, audience, report, words) for audience, row in audiences(report)),
        opinion=_opinion(report.opinion) if report.opinion else None,
        reply=report.reply,
        corrections=tuple(
            Correction(corrected_on=each.corrected_on, what=each.what, why=each.reason) for each in report.corrections
        ),
    )


def _rating(row: PublicRow, audience: str, report: PublicReport, words: Words) -> Rating:
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
            certainty=certainty(row.completed, report.certainty),
            interval=_interval(row, audience),
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


def _interval(row: PublicRow, audience: str) -> Interval | None:
    found = interval(row, audience)
    return Interval(low=found.low, high=found.high) if found else None


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
