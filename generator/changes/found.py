"""What a difference consists of, and the words about it that every layout uses."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.changes.addresses import Addresses
from generator.changes.difference import Kind, ProviderChange, ReportChange, refused
from generator.changes.lines import Fault
from generator.findings.terminal import visible

MOST_NAMED = 20
LOST = (
    "addresses that were published would stop answering: leave `folders` in data/register.yaml and `address` in "
    "data/words/ as they were (a new name too makes other addresses of files); that of a provider needs its line in "
    "data/urls.txt, and the site then says there that nothing is there any more"
)


@dataclass(frozen=True, slots=True)
class Difference:
    """What is printed.

    Args:
        before, after: the two versions.
        providers: what changes.
        addresses: at which addresses.
        unnoticed: what who compares days would not see, a sentence each.
        why: why ``before`` is not the version that was asked for; empty if it is.
    """

    before: str
    after: str
    providers: tuple[ProviderChange, ...]
    addresses: Addresses
    why: str = ""
    unnoticed: tuple[str, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether it may not come as it is."""
        return bool(refused(self.providers) or self.addresses.lost)

    @property
    def in_short(self) -> str:
        """How many errors it has, and how many reports and grades there are of each kind of change."""
        errors = len(refused(self.providers)) + bool(self.addresses.lost)
        told = f"{_number(errors, ('error', 'errors'))}; " if errors else ""
        return f"{told}{summary(self.providers)}"


def summary(providers: Sequence[ProviderChange]) -> str:
    """How many reports and grades there are of each kind of change."""
    kinds = Counter(change.kind for provider in providers for report in provider.reports for change in report.changes)
    reports = Counter(report.kind for provider in providers for report in provider.reports)
    said = [
        *(_number(reports[kind], phrases) for kind, phrases in _OF_REPORTS.items()),
        *(_number(kinds[kind], phrases) for kind, phrases in _OF_GRADES.items()),
    ]
    if not providers:
        return "nothing."
    return f"{', '.join(filter(None, said)) or 'no report and no grade'}."


_OF_REPORTS = {
    Kind.APPEARS: ("report appears", "reports appear"),
    Kind.DISAPPEARS: ("report disappears", "reports disappear"),
}
_OF_GRADES = {
    Kind.GRADE_APPEARS: ("grade appears", "grades appear"),
    Kind.GRADE_CHANGES: ("grade changes", "grades change"),
    Kind.GRADE_ROUNDED: ("grade is rounded", "grades are rounded"),
    Kind.GRADE_EXACT: ("grade is exact again", "grades are exact again"),
    Kind.GRADE_DISAPPEARS: ("grade disappears", "grades disappear"),
    Kind.REASON_CHANGES: ("reason changes", "reasons change"),
}


def _number(count: int, phrases: tuple[str, str]) -> str:
    return f"{count} {phrases[0] if count == 1 else phrases[1]}" if count else ""


_REFUSALS = {
    Fault.UNCORRECTED: (
        "it was public and says something else now: say what was corrected, and why, in corrections.csv "
        "(provider {provider}, period_end {end})"
    ),
    Fault.UNEXPLAINED: (
        "it was public and is gone now: say what was wrong, and why, in corrections.csv "
        "(provider {provider}, period_end {end}, withdrawn yes)"
    ),
    Fault.LINE_LOST: (
        "a line about it in corrections.csv, or its `withdrawn`, was public and is gone now: put it back "
        "(provider {provider}, period_end {end})"
    ),
    Fault.MISTOLD: (
        "a line about it in corrections.csv tells another grade than the public saw: put into `old` what was shown "
        "before the change, and leave what lines of before tell (provider {provider}, period_end {end})"
    ),
    Fault.STILL_PUBLIC: (
        "a new line in corrections.csv says that it was withdrawn, and it is public: "
        "leave `withdrawn` empty in the line, or take the report out"
    ),
    Fault.NEVER_PUBLIC: (
        "a new line in corrections.csv says that it was withdrawn, and the public never saw it: "
        "mend the line's provider or period_end, or take the line out"
    ),
}


def refusal(report: ReportChange, fault: Fault) -> str:
    """Why a report may not change so, and what to do."""
    return _REFUSALS[fault].format(provider=one_line(report.provider), end=report.period_end)


def note(kind: Kind) -> str:
    """What follows a name, unless it just changes."""
    return "" if kind is Kind.CHANGES else f": {kind}"


def named(addresses: Addresses) -> Iterator[tuple[str, Sequence[str]]]:
    """Each kind of addresses that there are, with what it is called."""
    named = {
        "Addresses that would stop answering": addresses.lost,
        "New addresses": addresses.new,
        "Addresses that change": addresses.changed,
        "Addresses that then say that nothing is there": addresses.withdrawn,
    }
    yield from ((name, found) for name, found in named.items() if found)


def by_folder(addresses: Sequence[str]) -> str:
    """How many addresses each folder of the site has."""
    folders = Counter(address.strip("/").partition("/")[0] or "home" for address in addresses)
    return ", ".join(f"{count} {folder}" for folder, count in sorted(folders.items()))


def one_line(text: str) -> str:
    """Text of others on one line."""
    return visible(" ".join(text.split()))
