"""A rating as it is shown: a grade with how sure it is and with the average, or why there is no grade."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from generator.disclosure.public import AudienceResults, PublicReport, PublicRow, Published
from generator.scale import HIGHEST, LOWEST
from generator.site.statistics.averages import Average
from generator.site.statistics.benchmarks import Benchmarks
from generator.site.statistics.certainty import Basis, certainty
from generator.site.words import explaining, figures, grades
from generator.site.words.catalogue import Words
from generator.site.words.ratings import Absent, Graded, absent, figure, not_asked


@dataclass(frozen=True, slots=True)
class ScaleView:
    """The places of the grade and the average on a bar from 1 to 10, in per cent of its length."""

    grade: str
    average: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeView(Graded):
    """A grade as a page shows it.

    ``answered`` says how many of how many people, and who; ``response`` the same without who; ``out_of`` the scale;
    ``certainty`` how sure the grade is. ``rounded`` says why it is rounded, ``likely`` between which grades the real
    one lies, and ``average`` what is usual; each is None if that does not apply, or is not known.
    """

    out_of: str
    answered: str
    response: str
    certainty: str
    rounded: str | None
    likely: str | None
    average: str | None
    scale: ScaleView


RatingView: TypeAlias = GradeView | Absent


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
        return absent(row, rating, audience, report, words)
    average = benchmarks.average(row.service, audience)
    return GradeView(
        **figure(rating, words),
        out_of=grades.out_of(rating, words),
        answered=explaining.answered(row, audience, words),
        response=explaining.answered_short(row, words),
        certainty=words(f"certainty.{certainty(row.completed, report.certainty)}"),
        rounded=explaining.why_rounded(report, words) if rating.is_rounded else None,
        likely=_likely(row, audience, benchmarks, words),
        average=words("rating.average", providers=average.providers, grade=figures.grade(average.grade))
        if average
        else None,
        scale=_scale(rating.grade, average),
    )


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
    """Between which grades the mean likely lies, in words; only from the answers of this row."""
    likely = benchmarks.likely(row, audience)
    if likely is None or likely.basis is not Basis.OWN:
        return None
    interval = likely.interval
    return words("rating.likely", low=figures.grade(interval.low), high=figures.grade(interval.high))


def _scale(grade: Decimal, average: Average | None) -> ScaleView:
    return ScaleView(_percent(grade), _percent(average.grade) if average else None)


def _percent(grade: Decimal) -> str:
    return f"{100 * (grade - LOWEST) / (HIGHEST - LOWEST):.1f}"
