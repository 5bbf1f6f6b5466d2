"""A rating as it is shown: a grade with how sure it is and what it is seen against, or why there is none."""

from dataclasses import dataclass
from decimal import Decimal

from generator.disclosure.public import AudienceResults, PublicReport, PublicRow, Published
from generator.site.statistics.averages import Average
from generator.site.statistics.benchmarks import Benchmarks
from generator.site.statistics.certainty import Basis, certainty
from generator.site.words import explaining, figures, grades
from generator.site.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class ScaleView:
    """Where the grade and the average stand on a bar from 1 to 10, in per cent of its length."""

    grade: str
    average: str | None


@dataclass(frozen=True, slots=True)
class RatingView:
    """A grade, or that there is none (``absence``) and why (``reason``).

    ``value`` is the grade for machines; ``answered`` how many of how many; ``response`` the same without who.
    ``out_of`` (on what scale), ``certainty``, ``likely`` (between which grades, where that is known), ``average`` (of
    all) and ``scale`` go with a grade; ``remark`` and ``rounded`` (why) with one that is rounded.
    """

    grade: str | None
    value: str | None
    absence: str
    reason: str | None
    answered: str
    response: str
    out_of: str = ""
    remark: str = ""
    rounded: str | None = None
    certainty: str | None = None
    likely: str | None = None
    average: str | None = None
    scale: ScaleView | None = None


def rating_view(
    row: PublicRow,
    audience: str,
    report: PublicReport,
    benchmarks: Benchmarks,
    words: Words,
) -> RatingView:
    """The view of one row of ``report``. ``audience`` is CLIENT or COMMISSIONER."""
    rating = row.rating
    if not isinstance(rating, Published):
        return RatingView(
            grade=None,
            value=None,
            absence=explaining.absence(row, words),
            reason=explaining.reason(row, audience, report, words),
            answered=explaining.answered(row, audience, words),
            response=explaining.answered_short(row, words),
        )
    average = benchmarks.average(row.service, audience)
    return RatingView(
        grade=grades.number(rating),
        value=str(grades.exact(rating)),
        absence="",
        reason=None,
        answered=explaining.answered(row, audience, words),
        response=explaining.answered_short(row, words),
        out_of=grades.out_of(rating, words),
        remark=grades.remark(rating, words),
        rounded=explaining.why_rounded(report, words) if rating.is_rounded else None,
        certainty=words(f"certainty.{certainty(row.completed, report.certainty)}"),
        likely=_likely(row, audience, benchmarks, words),
        average=words("rating.average", providers=average.providers, grade=figures.grade(average.grade))
        if average
        else None,
        scale=_scale(rating.grade, average),
    )


def not_asked(words: Words) -> RatingView:
    """The view of an audience that was not asked at all."""
    return RatingView(None, None, words("absence.nobody"), words("reason.not_asked"), "", "")


def not_measured(words: Words) -> RatingView:
    """The view of a service that a provider gives and its newest report does not speak of."""
    return RatingView(None, None, words("absence.nobody"), words("reason.not_measured"), "", "")


def total_view(
    results: AudienceResults | None,
    audience: str,
    report: PublicReport,
    benchmarks: Benchmarks,
    words: Words,
) -> RatingView:
    """The view of all of one audience of ``report`` together."""
    if results is None:
        return not_asked(words)
    return rating_view(results.total, audience, report, benchmarks, words)


def _likely(row: PublicRow, audience: str, benchmarks: Benchmarks, words: Words) -> str | None:
    """Between which grades the mean likely lies: only by the answers of this row itself."""
    likely = benchmarks.likely(row, audience)
    if likely is None or likely.basis is not Basis.OWN:
        return None
    interval = likely.interval
    return words("rating.likely", low=figures.grade(interval.low), high=figures.grade(interval.high))


def _scale(grade: Decimal, average: Average | None) -> ScaleView:
    return ScaleView(_percent(grade), _percent(average.grade) if average else None)


def _percent(grade: Decimal) -> str:
    return f"{100 * (grade - grades.LOWEST) / (grades.HIGHEST - grades.LOWEST):.1f}"
