"""The corrections that the public may read: with their report, and without it once it was withdrawn."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from generator.disclosure.public import PublicCorrection, PublicProvider, WithdrawnProvider, WithdrawnReport
from generator.register.records import Register, ReportKey


class PublicCorrections:
    """The corrections of a register up to a day, by the id that each provider has now.

    A correction is public with its report. Where the report is not public, its corrections are if one of them says that
    the public saw it and that it was withdrawn: that one, and those of before. So a report that the public never saw,
    and a correction that was made while it could not be seen, change nothing.
    """

    def __init__(self, register: Register, as_of: date) -> None:
        self._providers = register.providers
        self._present = register.present_ids()
        self._found: Mapping[str, dict[date, list[PublicCorrection]]] = defaultdict(lambda: defaultdict(list))
        for each in sorted(register.corrections, key=lambda correction: correction.corrected_on, reverse=True):
            if each.corrected_on <= as_of:
                shown = PublicCorrection(each.corrected_on, each.what, each.reason, is_withdrawal=each.is_withdrawal)
                self._found[self._present.get(each.provider, each.provider)][each.period_end].append(shown)

    def of_report(self, report: ReportKey) -> tuple[PublicCorrection, ...]:
        """Those of a report that is public, the newest first."""
        provider, end = report
        return tuple(self._found.get(provider, {}).get(end, ()))

    def withdrawn(self, provider: str, public: Collection[date] = ()) -> tuple[WithdrawnReport, ...]:
        """The withdrawn reports of a provider, the newest first; of those that end on ``public`` days none is."""
        found = self._found.get(provider, {})
        reports = (WithdrawnReport(end, _told(found[end])) for end in sorted(found, reverse=True) if end not in public)
        return tuple(each for each in reports if each.corrections)

    def without_report(self, providers: Iterable[PublicProvider]) -> Iterator[WithdrawnProvider]:
        """The providers with a withdrawn report that are not among those with a public one, by id."""
        shown = {each.id for each in providers}
        for identity in sorted(self._found.keys() - shown):
            if withdrawn := self.withdrawn(identity):
                known = self._providers.get(identity)
                former_ids = known.former_ids if known else ()
                yield WithdrawnProvider(identity, known.name if known else identity, former_ids, withdrawn)


def _told(corrections: list[PublicCorrection]) -> tuple[PublicCorrection, ...]:
    last = max((each.corrected_on for each in corrections if each.is_withdrawal), default=date.min)
    return tuple(each for each in corrections if each.corrected_on <= last)
