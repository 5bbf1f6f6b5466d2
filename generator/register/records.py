"""The typed records of the register, one class for each kind of file in data/. docs/data.md describes the files."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, SkipValidation, create_model

from generator.charter import Charter, Language
from generator.findings.findings import Location
from generator.register.documents import Route
from generator.register.fields import (
    TOTAL,
    Count,
    Day,
    ExactGrade,
    Grade,
    OptionalDay,
    OptionalProviderId,
    Percentage,
    Phrase,
    PromoterScore,
    Prose,
    ProviderId,
    Sentences,
    Slug,
    Text,
    Website,
    choice,
)
from generator.scale import Scale


class Audience(StrEnum):
    """Whose opinion was asked."""

    CLIENT = "client"
    COMMISSIONER = "commissioner"


class Publication(StrEnum):
    """The agency's own decision on a row."""

    YES = "yes"
    NO = "no"

    def word(self, language: Language) -> str:
        """As a register in that ``language`` says it; each reads the words of all."""
        return _IN_DUTCH[self] if language is Language.DUTCH else self.value


_IN_DUTCH = {Publication.YES: "ja", Publication.NO: "nee"}
#: Each decision by the words for it.
DECISIONS: Mapping[str, Publication] = {each.word(language): each for language in Language for each in Publication}


class ReportStatus(StrEnum):
    """Only a final report can become public."""

    FINAL = "final"
    DRAFT = "draft"


class ProviderStatus(StrEnum):
    """A provider that ended keeps its page."""

    ACTIVE = "active"
    ENDED = "ended"


class YesNo(StrEnum):
    """An answer of a report about itself."""

    YES = "yes"
    NO = "no"


def _words(value: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in value.split(";") if word.strip())


class Record(BaseModel):
    """A record of data/. It knows its place in the files, so that any later check can point at it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    at: Location

    @classmethod
    def columns(cls) -> tuple[str, ...]:
        """The columns of its table, in their order."""
        return tuple(name for name in cls.model_fields if name != "at")

    @classmethod
    def optional_columns(cls) -> tuple[str, ...]:
        """The columns that an older file does not have: those with a default, and the last of all."""
        return tuple(name for name, field in cls.model_fields.items() if not field.is_required())

    def values(self) -> tuple[Any, ...]:
        """Its values, in the order of the columns."""
        return tuple(getattr(self, name) for name in self.columns())

    def place(self, name: str) -> Location:
        """The place of the value ``name`` in its table."""
        return self.at.in_column(self.columns().index(name) + 1)


class Service(Record):
    """A kind of help. ``number`` is its number in the quality mark's list; from the day ``retired`` it is gone.

    ``name`` is what the reports call it, and ``former_names`` what earlier reports called it. ``plain_name`` says
    it in words that everybody knows, and ``about`` says what it is; both are empty if nobody chose such words.
    """

    number: Count
    id: ProviderId
    name: Text
    also_called: Annotated[tuple[Text, ...], BeforeValidator(_words)]
    retired: OptionalDay
    plain_name: Phrase = ""
    about: Sentences = ""
    former_names: Annotated[tuple[Text, ...], BeforeValidator(_words)] = ()

    @property
    def shown_name(self) -> str:
        """The name by which the public finds it: the plain one, if there is one."""
        return self.plain_name or self.name


class Provider(Record):
    """An organisation that gives the help.

    ``since`` is the first day on which ``status`` holds; ``merged_into`` is the provider in which it went on that day.
    ``entered_on`` is the day on which its end was entered here, if that was later.
    """

    id: ProviderId
    name: Text
    former_names: tuple[Text, ...] = ()
    former_ids: tuple[ProviderId, ...] = ()
    website: Website = None
    services: tuple[Slug, ...] = ()
    provinces: tuple[str, ...] = ()
    status: Annotated[ProviderStatus, choice(ProviderStatus)] = ProviderStatus.ACTIVE
    since: OptionalDay = None
    merged_into: OptionalProviderId = None
    entered_on: OptionalDay = None
    places: Annotated[Mapping[Route, Location], SkipValidation]

    def place(self, *route: str | int) -> Location:
        """The place of a value in the provider's file; the start of the file if the key is missing."""
        return self.places.get(route, self.at)


#: The columns of how satisfied clients were, and of what goes well, in their order.
SHARES = ("very_satisfied", "satisfied", "dissatisfied", "very_dissatisfied", "no_opinion")
STRENGTHS = ("strength_1", "strength_2", "strength_3", "strength_4")
#: The other answers of clients: shown only where their total grade is shown (docs/decisions/0001).
OPINION = ("promoter_score", *SHARES, "staff_strength", *STRENGTHS)


class Report(Record):
    """One measurement of one provider. Shares are whole percentages, the promoter score runs from -100.0 to 100.0.

    ``entered_on`` is the day on which the report came in here as it is, and ``replied_on`` that on which its reply did.
    ``former_period_end`` is the end that its period had when it first became public, if that was mended since.
    """

    provider: str
    period_start: Day
    period_end: Day
    report_date: Day
    status: Annotated[ReportStatus, choice(ReportStatus)]
    source: Text
    promoter_score: PromoterScore
    very_satisfied: Percentage
    satisfied: Percentage
    dissatisfied: Percentage
    very_dissatisfied: Percentage
    no_opinion: Percentage
    staff_strength: Phrase
    strength_1: Phrase
    strength_2: Phrase
    strength_3: Phrase
    strength_4: Phrase
    telephone_option: Annotated[YesNo | None, choice(YesNo, optional=True)]
    entered_on: OptionalDay = None
    replied_on: OptionalDay = None
    former_period_end: OptionalDay = None

    @property
    def key(self) -> "ReportKey":
        return (self.provider, self.period_end)

    @property
    def shares(self) -> tuple[int | None, ...]:
        """From very satisfied to very dissatisfied, then no opinion."""
        return tuple(getattr(self, name) for name in SHARES)

    @property
    def strengths(self) -> tuple[str, ...]:
        return tuple(filter(None, (getattr(self, name) for name in STRENGTHS)))


class Row(Record):
    """What a row of table 1.1 is about; ``service`` is a service's id or ``total``."""

    provider: str
    period_end: Day
    audience: Annotated[Audience, choice(Audience)]
    service: str

    @property
    def report_key(self) -> "ReportKey":
        return (self.provider, self.period_end)

    @property
    def key(self) -> "ResultKey":
        return (self.provider, self.period_end, self.audience, self.service)

    @property
    def is_total(self) -> bool:
        return self.service == TOTAL


class Result(Row):
    """One row of table 1.1 of a report."""

    net_sample: Count
    completed: Count
    grade: Grade
    publication: Annotated[Publication, choice(DECISIONS)]


class Distribution(Row):
    """How many people gave each whole grade: a column for each, made by `distribution_of`."""

    @property
    def counts(self) -> tuple[int, ...]:
        """Counts of people: for the lowest grade first, for the highest last."""
        return tuple(getattr(self, name) for name in self.columns()[len(Row.columns()) :])


@cache
def distribution_of(scale: Scale) -> type[Distribution]:
    """The distributions of a register with this ``scale``: with the columns ``grade_1`` to ``grade_5``, if it is so."""
    counts: dict[str, Any] = {f"grade_{grade}": Count for grade in scale.grades}
    return create_model(Distribution.__name__, __base__=Distribution, __doc__=Distribution.__doc__, **counts)


ReportKey = tuple[str, date]
ResultKey = tuple[str, date, Audience, str]


class Correction(Record):
    """What was changed in a report after it was published, and why.

    If a grade was corrected that the public could see exactly, ``audience`` and ``service`` say which, and ``old`` and
    ``new`` what it was and became; else all four are empty. ``withdrawn`` is "yes" if the public stopped seeing the
    report on that day: such a line needs no report.
    """

    corrected_on: Day
    provider: ProviderId
    period_end: Day
    what: Text
    reason: Text
    audience: Annotated[Audience | None, choice(Audience, optional=True)] = None
    service: Phrase = ""
    old: ExactGrade = None
    new: ExactGrade = None
    withdrawn: Annotated[YesNo | None, choice(YesNo, optional=True)] = None

    @property
    def key(self) -> tuple[str, date, date, str]:
        return (self.provider, self.period_end, self.corrected_on, self.what)

    @property
    def is_withdrawal(self) -> bool:
        return self.withdrawn is YesNo.YES

    @property
    def row_key(self) -> ResultKey | None:
        """The row of results that it is about; None if it is not about one."""
        return (self.provider, self.period_end, self.audience, self.service) if self.audience else None


class Reply(Record):
    """A provider's reply to a report: plain Markdown, without HTML."""

    provider: str
    period_end: Day
    text: Prose


@dataclass(frozen=True, slots=True)
class Register:
    """All of data/ except the policy, in the order of the files. ``addresses`` are all that were ever published."""

    charter: Charter
    services: Mapping[str, Service]
    providers: Mapping[str, Provider]
    reports: Mapping[ReportKey, Report]
    results: Mapping[ResultKey, Result]
    distributions: Mapping[ResultKey, Distribution]
    replies: tuple[Reply, ...]
    corrections: tuple[Correction, ...]
    addresses: frozenset[str] = frozenset()

    def present_ids(self) -> Mapping[str, str]:
        """The id that each provider has now, by every id that it has or had."""
        former = {each: provider.id for provider in self.providers.values() for each in provider.former_ids}
        return {**former, **{identity: identity for identity in self.providers}}
