"""The public model: all that the site can know. It cannot hold a withheld grade.

Of our modules it imports the charter alone, in which nothing is confidential.

Everything derived (averages, norms, sort keys, charts, downloads) is computed from this alone.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from generator.charter import Charter


class Reason(StrEnum):
    """Why the public may not see a grade."""

    INSUFFICIENT_RESPONSE = "insufficient_response"
    TOO_FEW_RESPONDENTS = "too_few_respondents"
    SECONDARY = "secondary"

    @property
    def in_english(self) -> str:
        """The reason in English, for maintainers; the words for the public are in the site's catalogue of words."""
        return _IN_ENGLISH[self]


_IN_ENGLISH = {
    Reason.INSUFFICIENT_RESPONSE: "too low a response",
    Reason.TOO_FEW_RESPONDENTS: "too few people answered",
    Reason.SECONDARY: "with it another one could be worked out",
}


class Attacker(StrEnum):
    """Against whom a withheld grade is protected: somebody who knows only what is public, or also each respondent."""

    OUTSIDER = "outsider"
    RESPONDENT = "respondent"


class Means(StrEnum):
    """What is done if a withheld grade could be worked out from the public grades beside it."""

    ROUND = "round"
    WITHHOLD = "withhold"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Published:
    """A grade: a mean of grades on the scale of the register.

    Args:
        grade: in points, with one decimal; a whole number (rounded half up) if ``is_rounded``.
        distribution: how many people gave each whole grade, the lowest first; None if that is not public.
        is_rounded: whether rule 7 took away the decimal, because it would help to work out a withheld grade.
    """

    grade: Decimal
    distribution: tuple[int, ...] | None = None
    is_rounded: bool = False


@dataclass(frozen=True, slots=True)
class Withheld:
    """No grade, and why.

    Args:
        reason: the rule that decided.
        required_response: the share that should have answered, in per cent, if the policy found the response too low;
            None if the agency's report or another rule decided.
    """

    reason: Reason
    required_response: Decimal | None = None


@dataclass(frozen=True, slots=True)
class NoResponse:
    """No grade, because nobody answered."""


Rating: TypeAlias = Published | Withheld | NoResponse


@dataclass(frozen=True, slots=True)
class PublicService:
    """A kind of help.

    Args:
        id: its id, for ever.
        name: its name in the reports.
        also_called: words that people use for it.
        retired_on: the day from which it is gone; None while it exists.
        plain_name: its name in words that everybody knows; empty if there is no such name.
        about: what it is, in a sentence or two; empty if nobody wrote them.
        former_names: what earlier reports called it, the oldest first.
    """

    id: str
    name: str
    also_called: tuple[str, ...] = ()
    retired_on: date | None = None
    plain_name: str = ""
    about: str = ""
    former_names: tuple[str, ...] = ()

    @property
    def shown_name(self) -> str:
        """The name that a visitor reads first: the plain one, if there is one."""
        return self.plain_name or self.name

    @property
    def official_name(self) -> str | None:
        """The name in the reports, for beside the name that is shown; None if that is the same."""
        return self.name if self.shown_name != self.name else None


@dataclass(frozen=True, slots=True)
class PublicRow:
    """The rating of one service, or of all together (``service`` None), by one audience."""

    service: PublicService | None
    net_sample: int
    completed: int
    rating: Rating

    @property
    def response_rate(self) -> Decimal | None:
        """Completed as a share of the net sample, in per cent, unrounded; None if nobody was invited."""
        return Decimal(100 * self.completed) / self.net_sample if self.net_sample else None


@dataclass(frozen=True, slots=True)
class AudienceResults:
    """What one audience said: all together, and for each service in the order of the services' numbers.

    ``total_without`` are services that the total leaves out, because their people were asked other questions.
    """

    total: PublicRow
    services: tuple[PublicRow, ...]
    total_without: tuple[PublicService, ...] = ()

    @property
    def rows(self) -> tuple[PublicRow, ...]:
        return (self.total, *self.services)


@dataclass(frozen=True, slots=True)
class Shares:
    """How satisfied the clients were, in whole percentages."""

    very_satisfied: int
    satisfied: int
    dissatisfied: int
    very_dissatisfied: int
    no_opinion: int


@dataclass(frozen=True, slots=True)
class ClientOpinion:
    """The other answers of the clients; only if the grade of all clients together is published."""

    shares: Shares | None
    promoter_score: Decimal | None
    staff_strength: str | None
    strengths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NormRules:
    """The quality mark's norm, in points: the required grades, and the highest grade that counts as insufficient."""

    total: Decimal
    service: Decimal
    insufficient: int


@dataclass(frozen=True, slots=True)
class CertaintyRules:
    """When a grade gives an impression, or is fairly certain.

    ``within`` is the widest interval, in points; ``from`` the smallest number of answers, where there is no interval.
    """

    impression_from: int
    fairly_certain_from: int
    impression_within: Decimal
    fairly_certain_within: Decimal


@dataclass(frozen=True, slots=True)
class DisclosureRules:
    """How much doubt the public grades must leave about a withheld grade beside them.

    Args:
        attacker: who must be left in doubt.
        one_person: the doubt about one person's own answer, in points.
        several: the doubt about the mean of several people, in points.
        means: what is done if there would be less doubt.
    """

    attacker: Attacker
    one_person: Decimal
    several: Decimal
    means: Means


@dataclass(frozen=True, slots=True)
class GradeChange:
    """A grade before and after a correction, both public in their time, in points with one decimal.

    ``audience`` is "client" or "commissioner"; ``service`` is None for all together.
    """

    audience: str
    service: PublicService | None
    old: Decimal
    new: Decimal


@dataclass(frozen=True, slots=True)
class PublicCorrection:
    """What was changed in a report after it was published, when, and why.

    ``change`` is the grade that was corrected, where it may be told. It is no part of which correction it is.
    ``is_withdrawal``: on that day the public stopped seeing the report.
    """

    corrected_on: date
    what: str
    reason: str
    change: GradeChange | None = field(default=None, compare=False)
    is_withdrawal: bool = False


@dataclass(frozen=True, slots=True)
class WithdrawnReport:
    """A report that was public and is not now, by the end of its period; ``corrections`` say why, the newest first."""

    period_end: date
    corrections: tuple[PublicCorrection, ...]


@dataclass(frozen=True, slots=True)
class WithdrawnProvider:
    """A provider of which nothing is public now but that; ``name`` is its id if the register does not know it."""

    id: str
    name: str
    former_ids: tuple[str, ...]
    withdrawn: tuple[WithdrawnReport, ...]

    @property
    def all_reports(self) -> "tuple[AnyReport, ...]":
        return self.withdrawn


@dataclass(frozen=True, slots=True)
class PublicReport:
    """One measurement of one provider; ``commissioners`` is None if they were not asked, ``norm`` if there is none.

    ``public_on`` is the first day on which the public may know about it. ``reply`` is the provider's reply in Markdown,
    as it was written: not yet safe to show. ``corrections`` has the newest first. ``entered_on`` and ``replied_on`` are
    the days on which the report and its reply came in here, None where that is not known. ``former_period_end`` is the
    end that the period had when it first became public, if that was mended since.
    """

    period_start: date
    period_end: date
    report_date: date
    public_on: date
    source: str
    by_telephone: bool
    clients: AudienceResults
    commissioners: AudienceResults | None
    opinion: ClientOpinion | None
    norm: NormRules | None
    certainty: CertaintyRules
    disclosure: DisclosureRules
    reply: str | None = None
    corrections: tuple[PublicCorrection, ...] = ()
    entered_on: date | None = None
    replied_on: date | None = None
    former_period_end: date | None = None

    @property
    def published_on(self) -> date:
        """The day on which it became public here: later than ``public_on`` if it came in later."""
        return max(self.public_on, self.entered_on or self.public_on)

    @property
    def first_period_end(self) -> date:
        """The end of the period by which it was first told: it stays the same report when its days are mended."""
        return self.former_period_end or self.period_end


@dataclass(frozen=True, slots=True)
class OtherProvider:
    """Another provider with a page, as a page names it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class PublicProvider:
    """A provider with at least one public report; ``reports`` and ``withdrawn`` have the newest first.

    ``merged_into`` is the provider in which it went on, and ``took_over`` are those that went on in it, by their ids.
    ``entered_on`` is the day on which its end was entered here, None where that is not known.
    """

    id: str
    name: str
    former_names: tuple[str, ...]
    former_ids: tuple[str, ...]
    website: str | None
    services: tuple[PublicService, ...]
    provinces: tuple[str, ...]
    ended_on: date | None
    reports: tuple[PublicReport, ...]
    withdrawn: tuple[WithdrawnReport, ...] = ()
    merged_into: OtherProvider | None = None
    took_over: tuple[OtherProvider, ...] = ()
    entered_on: date | None = None

    @property
    def newest(self) -> PublicReport:
        return self.reports[0]

    @property
    def all_reports(self) -> "tuple[AnyReport, ...]":
        """Its reports, and then those that were withdrawn."""
        return (*self.reports, *self.withdrawn)


AnyReport: TypeAlias = PublicReport | WithdrawnReport
AnyProvider: TypeAlias = PublicProvider | WithdrawnProvider


@dataclass(frozen=True, slots=True)
class ResponseStep:
    """A required response in per cent, for fewer than ``invited_below`` invited people; None: for all larger groups."""

    invited_below: int | None
    required: Decimal


@dataclass(frozen=True, slots=True)
class PublicRules:
    """A version of the rules, as the page that explains them needs it.

    ``response_inferred`` says that we worked out the steps from reports, and did not copy them from their source.
    """

    applies_from: date
    reply_window_days: int
    response_steps: tuple[ResponseStep, ...]
    response_inferred: bool
    minimum_respondents: int
    norm: NormRules | None
    certainty: CertaintyRules
    disclosure: DisclosureRules


@dataclass(frozen=True, slots=True)
class PublicRegister:
    """All that the public may know on the day ``as_of``: providers by id, and rules with the newest version first.

    ``charter`` says what register it is; ``withdrawn`` are providers of which no report is public any more.
    """

    as_of: date
    charter: Charter
    services: tuple[PublicService, ...]
    providers: tuple[PublicProvider, ...]
    rules: tuple[PublicRules, ...]
    withdrawn: tuple[WithdrawnProvider, ...] = ()

    @property
    def all_providers(self) -> tuple[AnyProvider, ...]:
        """Its providers, and then those of which every report was withdrawn."""
        return (*self.providers, *self.withdrawn)
