"""A correction in words: what changed, and why."""

from generator.disclosure.public import AnyReport, GradeChange, PublicCorrection, PublicReport, WithdrawnReport
from generator.site.words.catalogue import Words


def corrected(correction: PublicCorrection, report: AnyReport, words: Words) -> str:
    """What changed in ``report`` and why, in two sentences: the grade before and after where that may be told.

    Of a report that was withdrawn, a sentence before them says so.
    """
    change = correction.change
    what = _changed(change, words) if change else words("corrections.what", what=correction.what)
    said = f"{what} {words('corrections.why', reason=correction.reason)}"
    if not correction.is_withdrawal:
        return said
    is_gone = isinstance(report, WithdrawnReport)
    return f"{words('corrections.withdrawn' if is_gone else 'corrections.was_withdrawn')} {said}"


def period_of(report: AnyReport, words: Words) -> str:
    """The period that a report is about; of a report that was withdrawn only its end is public."""
    if isinstance(report, PublicReport):
        return words.figures.short_period(report.period_start, report.period_end)
    return words("corrections.until", day=words.figures.day(report.period_end))


def _changed(change: GradeChange, words: Words) -> str:
    return words(
        "corrections.changed" if change.service else "corrections.changed_total",
        people=words(f"audience.{change.audience}.other"),
        name=change.service.shown_name if change.service else "",
        old=words.figures.grade(change.old),
        new=words.figures.grade(change.new),
    )
