"""A provider's newest measurement in a few words, for badges, frames, posters and pictures."""

from dataclasses import dataclass

from generator.disclosure.public import (
    AudienceResults,
    PublicReport,
    PublicRow,
    Withheld,
)
from generator.site.profiles import Profile
from generator.site.ratings import GradeView, rating_view
from generator.site.settings import Settings
from generator.site.statistics.benchmarks import CLIENT, COMMISSIONER
from generator.site.words import explaining
from generator.site.words.catalogue import Words
from generator.site.words.ratings import Absent, not_asked

_NOBODY_ANSWERED = "no_response"


@dataclass(frozen=True, slots=True)
class BriefAbsence(Absent):
    """No grade; ``short`` is the reason in a few words."""

    short: str


@dataclass(frozen=True, slots=True)
class AudienceSummary:
    """What one audience said, and how many answered (empty if nobody was invited).

    ``title`` says whose rating it is; ``sentence`` says everything in one text, and ``brief`` the grade or why there is
    none. ``lines`` are the text of a small picture beside the grade: only one line if a second would say the same.
    """

    title: str
    rating: GradeView | BriefAbsence
    answered: str
    sentence: str
    brief: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProviderSummary:
    """A provider's newest measurement; ``page`` is the permanent address of the provider's page.

    ``commissioners`` is None in a register that does not ask them.
    """

    id: str
    name: str
    page: str
    site: str
    clients: AudienceSummary
    commissioners: AudienceSummary | None
    period: str
    short_period: str
    source: str

    @property
    def audiences(self) -> tuple[AudienceSummary, ...]:
        """What each audience that is asked said."""
        return (self.clients, self.commissioners) if self.commissioners else (self.clients,)

    @property
    def is_incomplete(self) -> bool:
        """Whether a grade is missing."""
        return not all(audience.rating.is_graded for audience in self.audiences)


def summary_of(profile: Profile, settings: Settings, words: Words) -> ProviderSummary:
    """The summary of the provider's newest public report."""
    provider = profile.provider
    newest = provider.newest
    period = words.figures.period(newest.period_start, newest.period_end)
    return ProviderSummary(
        id=provider.id,
        name=" ".join(provider.name.split()),
        page=settings.page_of(provider.id),
        site=settings.charter.name,
        clients=_of_audience(newest.clients, CLIENT, newest, profile, words),
        commissioners=_of_audience(newest.commissioners, COMMISSIONER, newest, profile, words)
        if profile.asks_commissioners
        else None,
        period=words("provider.period", period=period),
        short_period=words.figures.short_period(newest.period_start, newest.period_end),
        source=words("provider.source", source=newest.source, day=words.figures.day(newest.report_date)),
    )


def described(summary: ProviderSummary, audiences: tuple[AudienceSummary, ...], words: Words) -> str:
    """All that a picture of these audiences shows, in words for people who cannot see it."""
    said = " ".join(audience.sentence for audience in audiences)
    return words("linking.summary", name=summary.name, said=said, period=summary.period)


def in_brief(summary: ProviderSummary, words: Words) -> str:
    """The grades, or why there is none, for a list of search results."""
    said = " ".join(audience.brief for audience in summary.audiences)
    return words("description.provider", said=said, period=summary.short_period)


def _of_audience(
    results: AudienceResults | None,
    audience: str,
    report: PublicReport,
    profile: Profile,
    words: Words,
) -> AudienceSummary:
    if results is None:
        return _without_grade(audience, "", not_asked(words), "not_asked", words)
    row = results.total
    rating = rating_view(row, audience, report, profile, words)
    answered = _answered(row, words)
    if isinstance(rating, GradeView):
        return _with_grade(rating, audience, answered, words)
    return _without_grade(audience, answered, rating, _why(row), words)


def _with_grade(said: GradeView, audience: str, answered: str, words: Words) -> AudienceSummary:
    return AudienceSummary(
        title=words(f"rating.card.{audience}"),
        rating=said,
        answered=answered,
        sentence=words(
            "linking.said",
            who=words(f"listing.{audience}"),
            grade=str(said),
            certainty=said.certainty,
            answered=said.answered,
        ),
        brief=words("linking.brief", who=words(f"listing.{audience}"), grade=str(said), answered=answered),
        lines=_lines(answered, said.certainty),
    )


def _without_grade(audience: str, answered: str, rating: Absent, why: str, words: Words) -> AudienceSummary:
    """An audience without a grade; ``why`` is the reason's key."""
    short = words(f"linking.short.{why}")
    sentence = words(f"linking.none.{why}", who=words(f"listing.{audience}"), reason=rating.reason)
    return AudienceSummary(
        title=words(f"rating.card.{audience}"),
        rating=BriefAbsence(rating.absence, rating.reason, short),
        answered=answered,
        sentence=sentence,
        brief=sentence,
        lines=_lines(answered, "" if why == _NOBODY_ANSWERED else short),
    )


def _lines(*texts: str) -> tuple[str, ...]:
    return tuple(f"{text[0].upper()}{text[1:]}" for text in texts if text)


def _answered(row: PublicRow, words: Words) -> str:
    return explaining.answered_anybody(row, words) if row.net_sample else ""


def _why(row: PublicRow) -> str:
    """The key of the reason why ``row`` has no grade."""
    if isinstance(row.rating, Withheld):
        return str(row.rating.reason)
    return _NOBODY_ANSWERED if row.net_sample else "nobody_invited"
