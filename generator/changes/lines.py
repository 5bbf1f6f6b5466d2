"""Whether each change of what the public reads has its line in corrections.csv, and each line its change."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from generator.changes.pairing import Entry, Pair, says_the_same
from generator.changes.telling import is_mistold


class Fault(StrEnum):
    """Why a change may not come as it is: nothing that was public changes without a line that says so."""

    UNCORRECTED = "uncorrected"  # it says something else, and no new correction says why
    UNEXPLAINED = "unexplained"  # it is gone, and no new correction says why
    LINE_LOST = "line lost"  # a correction that the public could read is gone, or its mark that something was withdrawn
    MISTOLD = "mistold"  # a correction tells another grade than the public saw
    STILL_PUBLIC = "still public"  # a correction says that it was withdrawn, and it is public
    NEVER_PUBLIC = "never public"  # a correction says that it was withdrawn, and it never was public


class Lines:
    """The lines of a provider before and after a change.

    Lines are counted, by the end of the period that they are about: a line may be mended, and gets the new end of its
    period, but each change needs one more than there were.
    """

    def __init__(self, before: Sequence[Entry], after: Sequence[Entry], pairs: Iterable[Pair[Entry]]) -> None:
        self._before = before
        self._after = after
        self._were = {each.provider for each in before}
        self._needing = Counter(pair.old.period_end for pair in pairs if pair.old and self._needs_line(pair))

    def fault(self, pair: Pair[Entry]) -> Fault | None:
        """Why one measurement, as it was and as it will be, may not change so; None if it may."""
        old, new = pair.old, pair.new
        if old:
            ends = {old.period_end, pair.latest.period_end}
            more = _lines(self._after, ends) - _lines(self._before, ends)
            if self._needs_line(pair) and more < self._needing[old.period_end]:
                return Fault.UNCORRECTED if new and new.report else Fault.UNEXPLAINED
            if more < 0 or _withdrawals(self._after, ends) < _withdrawals(self._before, ends):
                return Fault.LINE_LOST
        if new and is_mistold(old, new):
            return Fault.MISTOLD
        return self._fault_of_withdrawal(new) if new else None

    def _needs_line(self, pair: Pair[Entry]) -> bool:
        """Whether a report that was public is gone, or is another's, or says something else, or its reply does.

        A first reply needs none: it takes nothing away. Neither does another id of the same provider.
        """
        was = pair.old and pair.old.report
        now = pair.new and pair.new.report
        if not pair.old or not pair.new or not was or not now:
            return bool(was)
        is_anothers = pair.new.provider != pair.old.provider and pair.new.provider in self._were
        return is_anothers or not says_the_same(was, now) or was.reply not in {None, now.reply}

    def _fault_of_withdrawal(self, new: Entry) -> Fault | None:
        before = [each for each in self._before if each.period_end == new.period_end]
        if new.withdrawals <= sum(each.withdrawals for each in before):
            return None
        if new.report:
            return Fault.STILL_PUBLIC
        return None if before else Fault.NEVER_PUBLIC


def _lines(entries: Iterable[Entry], ends: set[date]) -> int:
    return sum(len(each.corrections) for each in entries if each.period_end in ends)


def _withdrawals(entries: Iterable[Entry], ends: set[date]) -> int:
    return sum(each.withdrawals for each in entries if each.period_end in ends)
