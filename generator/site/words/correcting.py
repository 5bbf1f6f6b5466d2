"""A correction in words: what changed, and why."""

from generator.disclosure.public import GradeChange, PublicCorrection
from generator.site.words import figures
from generator.site.words.catalogue import Words


def corrected(correction: PublicCorrection, words: Words) -> str:
    """What changed and why, in two sentences: the grade before and after where that may be told."""
    change = correction.change
    what = _changed(change, words) if change else words("corrections.what", what=correction.what)
    return f"{what} {words('corrections.why', reason=correction.reason)}"


def _changed(change: GradeChange, words: Words) -> str:
    return words(
        "corrections.changed" if change.service else "corrections.changed_total",
        people=words(f"audience.{change.audience}.other"),
        service=change.service.shown_name if change.service else "",
        old=figures.grade(change.old),
        new=figures.grade(change.new),
    )
