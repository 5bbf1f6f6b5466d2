"""What ``ratings.json`` holds: one provider's ratings, versioned, as models, and the JSON Schema that they make."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from generator.charter import Charter
from generator.disclosure.public import Reason
from generator.site.opendata import schemas
from generator.site.opendata.rows import audiences_of
from generator.site.opendata.tables import absent
from generator.site.settings import Settings
from generator.site.statistics import norm
from generator.site.statistics.certainty import Certainty
from generator.site.words.catalogue import Words

Audience: TypeAlias = Literal["client", "commissioner"]
Grade: TypeAlias = Annotated[Decimal, WithJsonSchema({"type": "number"})]
PerCent: TypeAlias = Annotated[
    Decimal, Field(ge=0, le=100), WithJsonSchema({"type": "number", "minimum": 0, "maximum": 100})
]
Score: TypeAlias = Annotated[
    Decimal, Field(ge=-100, le=100), WithJsonSchema({"type": "number", "minimum": -100, "maximum": 100})
]
Count: TypeAlias = Annotated[int, Field(ge=0)]


# The properties that are a grade, where there is one.
_GRADES = frozenset({"grade", "low", "high"})


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
    grade_times: tuple[Count, ...] | None


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


AnyRating: TypeAlias = Annotated[PublishedRating | WithheldRating | NoResponseRating, Field(discriminator="outcome")]


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
    ratings: tuple[AnyRating, ...]
    opinion: Opinion | None
    reply: str | None
    published_on: date
    replied_on: date | None
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
    merged_into: str | None
    changed_on: date | None


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
        model.update(_explained(model, settings.charter, words))
    described["properties"]["$schema"] = {"const": settings.at(schemas.RATINGS)}
    return described


def _explained(model: Mapping[str, Any], charter: Charter, words: Words) -> Mapping[str, Any]:
    """The properties that the register has, with titles and meanings from the catalogue, not made of their names."""
    if "properties" not in model:
        return {}
    without = absent(charter)
    explained = {}
    for name, said in model["properties"].items():
        if name not in without:
            texts = {"title": _text(name, "title", words), "description": _text(name, "meaning", words)}
            plain = {key: value for key, value in said.items() if key != "title"}
            explained[name] = _bounded(name, plain, charter) | {key: text for key, text in texts.items() if text}
    return {"properties": explained, "required": [name for name in model["required"] if name not in without]}


def _bounded(name: str, said: Mapping[str, Any], charter: Charter) -> dict[str, Any]:
    """What is said of a property, within what the charter says: its scale, and who is asked."""
    scale = charter.scale
    if name == "audience":
        return {**said, "enum": list(audiences_of(charter))}
    if name in _GRADES and said["type"] == "number":
        return {"maximum": scale.highest, "minimum": scale.lowest, **said}
    if name == "grade_times":
        counts, nothing = said["anyOf"]
        length = len(scale.grades)
        ends = {"maxItems": length, "minItems": length}
        return {"anyOf": [{"items": counts["items"], **ends, "type": counts["type"]}, nothing]}
    return dict(said)


def _text(name: str, part: str, words: Words) -> str | None:
    """What is said of a field here, or else of the column of that name."""
    return words.find(f"open_data.field.{name}.{part}") or words.find(f"open_data.column.{name}.{part}")
