"""How a provider's newest measurement stands, in the few words that fit elsewhere."""

from dataclasses import dataclass

from generator.disclosure.public import (
    AudienceResults,
    PublicProvider,
    PublicReport,
    PublicRow,
    Published,
    Withheld,
)
from generator.site.settings import Settings
from generator.site.statistics.benchmarks import CLIENT, COMMISSIONER
from generator.site.statistics.certainty import certainty
from generator.site.words import explaining, figures, grades
from generator.site.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one audience said: a ``grade`` and how sure it is, or why there is none.

    ``title`` says whose grade it is. ``answered`` is how many of how many, empty where nobody was invited. ``full`` is
    the same with who, or the whole reason; ``short`` the reason in a few words, None beside a grade. ``sentence`` says
    all of it as a text of its own. ``out_of`` (on what scale) goes with a grade, ``remark`` with one that is
    rounded: it follows the grade, ``word`` stands apart from it.
    """

    title: str
    grade: str | None
    certainty: str | None
    answered: str
    full: str
    short: str | None
    sentence: str
    nobody_answered: bool = False
    out_of: str = ""
    remark: str = ""
    word: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """What a small picture says beside the grade: one line where a second would say the same."""
        second = "" if self.nobody_answered else self.certainty or self.short
        return tuple(f"{line[0].upper()}{line[1:]}" for line in (self.answered, second) if line)


@dataclass(frozen=True, slots=True)
class Standing:
    """A provider's newest measurement; ``page`` is the permanent address of what there is to know about it."""

    id: str
    name: str
    page: str
    site: str
    clients: Opinion
    commissioners: Opinion
    period: str
    short_period: str
    source: str

    @property
    def both(self) -> tuple[Opinion, Opinion]:
        return self.clients, self.commissioners

    @property
    def is_incomplete(self) -> bool:
        """Whether a grade is missing."""
        return any(opinion.grade is None for opinion in self.both)


def standing(provider: PublicProvider, settings: Settings, words: Words) -> Standing:
    """How the provider stands by its newest public report."""
    newest = provider.newest
    period = figures.period(newest.period_start, newest.period_end)
    return Standing(
        id=provider.id,
        name=" ".join(provider.name.split()),
        page=settings.at(f"aanbieders/{provider.id}/"),
        site=settings.name,
        clients=_opinion(newest.clients, CLIENT, newest, words),
        commissioners=_opinion(newest.commissioners, COMMISSIONER, newest, words),
        period=words("provider.period", period=period),
        short_period=figures.short_period(newest.period_start, newest.period_end),
        source=words("provider.source", source=newest.source, day=figures.day(newest.report_date)),
    )


def summary(standing: Standing, opinions: tuple[Opinion, ...], words: Words) -> str:
    """All that a picture shows, for who does not see it."""
    said = " ".join(opinion.sentence for opinion in opinions)
    return words("linking.summary", name=standing.name, site=standing.site, said=said, period=standing.period)


def _opinion(results: AudienceResults | None, audience: str, report: PublicReport, words: Words) -> Opinion:
    if results is None:
        return _none(audience, "", words("reason.not_asked"), "not_asked", words)
    row = results.total
    answered = _answered(row, words)
    rating = row.rating
    if not isinstance(rating, Published):
        return _none(audience, answered, explaining.reason(row, audience, report, words) or "", _why(row), words)
    sure = words(f"certainty.{certainty(row.completed, report.certainty)}")
    full = explaining.answered(row, audience, words)
    who = words(f"listing.{audience}")
    said = words("linking.said", who=who, grade=grades.text(rating, words), certainty=sure, answered=full)
    return Opinion(
        title=words(f"rating.card.{audience}"),
        grade=grades.number(rating),
        certainty=sure,
        answered=answered,
        full=full,
        short=None,
        sentence=said,
        out_of=grades.out_of(rating, words),
        remark=grades.remark(rating, words),
        word=grades.word(rating, words),
    )


def _none(audience: str, answered: str, reason: str, why: str, words: Words) -> Opinion:
    """An audience without a grade; ``why`` is the reason's key."""
    said = words(f"linking.none.{why}", who=words(f"listing.{audience}"), reason=reason)
    title = words(f"rating.card.{audience}")
    return Opinion(title, None, None, answered, reason, words(f"linking.short.{why}"), said, why == "no_response")


def _answered(row: PublicRow, words: Words) -> str:
    if not row.net_sample:
        return ""
    response = explaining.response(row)
    return words("linking.answered", completed=row.completed, net_sample=row.net_sample, response=response)


def _why(row: PublicRow) -> str:
    if isinstance(row.rating, Withheld):
        return str(row.rating.reason)
    return "no_response" if row.net_sample else "nobody_invited"
