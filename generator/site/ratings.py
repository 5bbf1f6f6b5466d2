"""A rating at a glance: a grade, how sure it is, and the average, or why there is none. `rating.jinja` draws it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from generator.disclosure.public import AudienceResults, PublicReport, PublicRow, Published
from generator.scale import Scale
from generator.site.profiles import Profile
from generator.site.statistics.averages import Average
from generator.site.statistics.certainty import Certainty
from generator.site.statistics.interval import Interval
from generator.site.statistics.standing import Standing
from generator.site.words import explaining, grades
from generator.site.words.catalogue import Words
from generator.site.words.ratings import Absent, Graded, absent, figure, not_asked


@dataclass(frozen=True, slots=True)
class SpanView:
    """Part of a length, in per cent of it: where it starts, and how wide it is."""

    start: str
    width: str


@dataclass(frozen=True, slots=True)
class ScaleView:
    """The scale of grades as a drawing, in per cent of its length.

    Args:
        of: the scale.
        position: where the grade is.
        average: where the average is; None if there is none.
        interval: between which grades the real one likely lies; None if that is not known.
    """

    of: Scale
    position: str
    average: str | None
    interval: SpanView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeView(Graded):
    """A grade as a page shows it.

    Args:
        word: that the grade is rounded, for a place apart from the figure; empty if it is not.
        out_of: the scale, in words.
        answered: how many of how many people answered, and who.
        response: the same without who.
        level: how many of three dots say how sure the grade is.
        certainty: the same in a word.
        rounded: why it is rounded; None if it is not.
        likely: between which grades the real one likely lies; None if that is not known.
        average: what is usual; None if too few providers have a grade.
        standing: whether it is higher or lower than that, or about the same; None if it cannot be told from chance.
        scale: the same as a drawing.
    """

    word: str
    out_of: str
    answered: str
    response: str
    level: int
    certainty: str
    rounded: str | None
    likely: str | None
    average: str | None
    standing: str | None
    scale: ScaleView


RatingView: TypeAlias = GradeView | Absent


def rating_view(
    row: PublicRow,
    audience: str,
    report: PublicReport,
    profile: Profile,
    words: Words,
) -> RatingView:
    """The view of one row of ``report``, which is one of ``profile``. ``audience`` is CLIENT or COMMISSIONER."""
    rating = row.rating
    if not isinstance(rating, Published):
        return absent(row, rating, audience, report, words)
    comparison, sure = profile.comparison(row, audience), profile.certainty(report, row, audience)
    average, own = comparison.average, comparison.own
    return GradeView(
        **figure(rating, words),
        word=grades.word(rating, words),
        out_of=grades.out_of(rating, words),
        answered=explaining.answered(row, audience, words),
        response=explaining.answered_short(row, words),
        level=sure.level,
        certainty=words(f"certainty.{sure}"),
        rounded=explaining.why_rounded(report, words) if rating.is_rounded else None,
        likely=words("rating.likely", low=words.figures.grade(own.low), high=words.figures.grade(own.high))
        if own
        else None,
        average=words("rating.average", count=average.providers, grade=words.figures.grade(average.grade))
        if average
        else None,
        standing=words(f"rating.standing.{standing}")
        if (standing := _standing(comparison.standing, average, own, sure))
        else None,
        scale=ScaleView(
            profile.scale,
            position(rating.grade, profile.scale),
            position(average.grade, profile.scale) if average else None,
            _span(own, profile.scale) if own else None,
        ),
    )


def total_view(
    results: AudienceResults | None,
    audience: str,
    report: PublicReport,
    profile: Profile,
    words: Words,
) -> RatingView:
    """The view of all of one audience of ``report``, which is one of ``profile``, together."""
    if results is None:
        return not_asked(words)
    row = results.total
    return rating_view(row, audience, report, profile, words)


def position(grade: Decimal, scale: Scale) -> str:
    """Where a grade is on the ``scale``, in per cent with one decimal."""
    return f"{float((grade - scale.lowest) / (scale.highest - scale.lowest)):.1%}".rstrip("%")


def _standing(
    standing: Standing | None, average: Average | None, own: Interval | None, sure: Certainty
) -> Standing | None:
    """The standing, if what is shown beside it does not say otherwise.

    Of a few answers nearly every grade is as near to the average as chance brings it: that does not make it usual. And
    an interval that is shown must hold the average exactly if the grade is around it.
    """
    is_around = standing is Standing.AROUND
    if is_around and sure is not Certainty.FAIRLY_CERTAIN:
        return None
    if own and average and (average.grade in own) is not is_around:
        return None
    return standing


def _span(interval: Interval, scale: Scale) -> SpanView:
    start, end = position(interval.low, scale), position(interval.high, scale)
    return SpanView(start, f"{float(end) - float(start):.1f}")
