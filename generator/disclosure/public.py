"""The public model: all that the site can know. It has no way to hold a withheld grade, and imports nothing of ours.

Whatever is derived (averages, norms, sort keys, charts, downloads) is computed from this and nothing else.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias


class Reason(StrEnum):
    """Why the public may not see a grade."""

    INSUFFICIENT_RESPONSE = "insufficient_response"
    TOO_FEW_RESPONDENTS = "too_few_respondents"
    SECONDARY = "secondary"

    @property
    def in_english(self) -> str:
        """For maintainers, whatever prints it; what the public reads is in the site's catalogue of words."""
        return _IN_ENGLISH[self]


_IN_ENGLISH = {
    Reason.INSUFFICIENT_RESPONSE: "too low a response",
    Reason.TOO_FEW_RESPONDENTS: "too few people answered",
    Reason.SECONDARY: "with it another one could be worked out",
}


class Attacker(StrEnum):
    """Against whom a withheld grade is protected: whoever knows no more than is public, or one who answered too."""

    OUTSIDER = "outsider"
    RESPONDENT = "respondent"


class Means(StrEnum):
    """What is done where a withheld grade could be worked out from what is public beside it."""

    ROUND = "round"
    WITHHOLD = "withhold"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Published:
    """A grade: a mean from 1.0 to 10.0.

    Args:
        grade: with one decimal; a whole number (of 1 to 10, half up) where ``is_rounded``.
        distribution: how many gave each whole grade, that of 1 first; None where that is not public.
        is_rounded: whether rule 7 took the decimal, because a withheld grade could be worked out with it.
    """

    grade: Decimal
    distribution: tuple[int, ...] | None = None
    is_rounded: bool = False


@dataclass(frozen=True, slots=True)
class Withheld:
    """No grade, and why.

    Args:
        reason: the rule that decided.
        required_response: the share that should have answered, in per cent, where that is what fell short by the
            policy; None where the agency's report or another rule decided.
    """

    reason: Reason
    required_response: Decimal | None = None


@dataclass(frozen=True, slots=True)
class NoResponse:
    """No grade, because nobody answered."""


Rating: TypeAlias = Published | Withheld | NoResponse


@dataclass(frozen=True, slots=True)
class PublicService:
    """A kind of help. ``also_called`` are words that people use for it; ``retired_on`` the day it no longer existed."""

    id: str
    name: str
    also_called: tuple[str, ...] = ()
    retired_on: date | None = None


@dataclass(frozen=True, slots=True)
class PublicRow:
    """The rating of one service, or of all together (``service`` None), by one audience."""

    service: PublicService | None
    net_sample: int
    completed: int
    rating: Rating

    @property
    def response_rate(self) -> Decimal | None:
        """Completed of the net sample in per cent, unrounded; None where nobody was invited."""
        return Decimal(100 * self.completed) / self.net_sample if self.net_sample else None


@dataclass(frozen=True, slots=True)
class AudienceResults:
    """What one audience said: all together, and for each service in the order of the services' numbers.

    ``total_without`` are services whose people were asked other questions, so that the total leaves them out.
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
    """What else the clients said; there only where the grade of all clients together is published."""

    shares: Shares | None
    promoter_score: Decimal | None
    staff_strength: str | None
    strengths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NormRules:
    """The quality mark's norm: the grades that are needed, and the highest grade that counts as insufficient."""

    total: Decimal
    service: Decimal
    insufficient: int


@dataclass(frozen=True, slots=True)
class CertaintyRules:
    """From how many answers a grade gives an impression, and from how many it is fairly certain."""

    impression_from: int
    fairly_certain_from: int


@dataclass(frozen=True, slots=True)
class DisclosureRules:
    """How well a withheld grade must be hidden by what is public beside it.

    Args:
        attacker: who must be left in doubt.
        one_person: the doubt about one person's own answer, in points.
        several: the doubt about the mean of several people, in points.
        means: what is done to that end.
    """

    attacker: Attacker
    one_person: Decimal
    several: Decimal
    means: Means


@dataclass(frozen=True, slots=True)
class PublicCorrection:
    """What was changed in a report after it was published, when, and why."""

    corrected_on: date
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class PublicReport:
    """One measurement of one provider; ``commissioners`` is None where they were not asked.

    ``public_on`` is the first day on which the public may know of it. ``reply`` is the provider's, in Markdown as it
    was written: not yet safe to show. ``corrections``: the newest first.
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
    norm: NormRules
    certainty: CertaintyRules
    disclosure: DisclosureRules
    reply: str | None = None
    corrections: tuple[PublicCorrection, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicProvider:
    """A provider with at least one public report; ``reports`` has the newest first."""

    id: str
    name: str
    former_names: tuple[str, ...]
    former_ids: tuple[str, ...]
    website: str | None
    services: tuple[PublicService, ...]
    provinces: tuple[str, ...]
    ended_on: date | None
    reports: tuple[PublicReport, ...]

    @property
    def newest(self) -> PublicReport:
        return self.reports[0]


@dataclass(frozen=True, slots=True)
class ResponseStep:
    """A required share in per cent, for groups of fewer than ``invited_below`` people; None is for all larger ones."""

    invited_below: int | None
    required: Decimal


@dataclass(frozen=True, slots=True)
class PublicRules:
    """A version of the rules, as the page that explains them needs it.

    ``response_inferred`` says that the steps are not from their source itself, but worked out from reports.
    """

    applies_from: date
    reply_window_days: int
    response_steps: tuple[ResponseStep, ...]
    response_inferred: bool
    minimum_respondents: int
    norm: NormRules
    certainty: CertaintyRules
    disclosure: DisclosureRules


@dataclass(frozen=True, slots=True)
class PublicRegister:
    """All that the public may know: providers by name, and the rules with the newest version first."""

    services: tuple[PublicService, ...]
    providers: tuple[PublicProvider, ...]
    rules: tuple[PublicRules, ...]
