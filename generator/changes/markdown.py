"""The difference as Markdown, for a pull request; shortened if GitHub would not show it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.changes.addresses import Addresses
from generator.changes.difference import Change, Kind, ProviderChange, ReportChange, refused
from generator.changes.facts import Fact, RatedRow
from generator.changes.found import LOST, MOST_NAMED, Difference, by_folder, named, note, one_line, refusal, summary

_GRADES = frozenset(
    {Kind.GRADE_APPEARS, Kind.GRADE_CHANGES, Kind.GRADE_ROUNDED, Kind.GRADE_EXACT, Kind.GRADE_DISAPPEARS}
)
_SHORTENED = (
    "All of it is too long to show here: errors come first, then what happens to grades, and the rest is counted. "
    "The whole is in `build/difference.md`, which a pull request's check keeps as the file `difference`."
)
_FOR_COUNTS = 5_000  # bytes, kept free for what is only counted


def as_markdown(found: Difference, longest: int | None = None) -> str:
    """The whole difference, or as much of it as ``longest`` bytes hold: what matters most, and counts of the rest."""
    sections = [_section(each) for each in found.providers]
    whole = "\n".join([*_head(found), *_errors(found), *sections, "", *_addresses(found.addresses)])
    return whole if longest is None or len(whole.encode()) <= longest else _shortened(found, longest)


def _head(found: Difference) -> Iterator[str]:
    yield "## What the public would see change"
    yield ""
    yield f"From {_code(found.before)} to {_code(found.after)}: {found.in_short}"
    if found.why:
        yield f"\n{_escaped(found.why)}"
    yield from (f"\n> **Note**: {_escaped(each)}" for each in found.unnoticed[:MOST_NAMED])
    if len(found.unnoticed) > MOST_NAMED:
        yield f"\n> and {len(found.unnoticed) - MOST_NAMED} more"
    if found.addresses.lost:
        yield f"\n> **Error**: {LOST}\n>"
        yield from (f"> - {_code(address)}" for address in found.addresses.lost[:MOST_NAMED])
        if len(found.addresses.lost) > MOST_NAMED:
            yield f"> - and {len(found.addresses.lost) - MOST_NAMED} more"


def _errors(found: Difference) -> Iterator[str]:
    for report in refused(found.providers):
        if report.fault:
            said = refusal(report, report.fault)
            yield f"\n> **Error**: {report.provider}, period until {report.period_end}: {said}"


def _section(provider: ProviderChange) -> str:
    lines = [f"\n### {_quoted(provider.name)} ({_code(provider.id)}){note(provider.kind)}", *_table(provider.changes)]
    for report in provider.reports:
        lines += [f"\nPeriod until {report.period_end}{note(report.kind)}", *_table(report.changes)]
    return "\n".join(lines)


def _addresses(found: Addresses) -> Iterator[str]:
    for name, addresses in named(replace(found, lost=())):
        yield f"<details><summary>{name}: {len(addresses)}</summary>"
        yield ""
        yield from (f"- {_code(address)}" for address in addresses[:MOST_NAMED])
        if len(addresses) > MOST_NAMED:
            yield f"- and {len(addresses) - MOST_NAMED} more: {by_folder(addresses[MOST_NAMED:])}"
        yield ""
        yield "</details>"


def _shortened(found: Difference, longest: int) -> str:
    told = [*_head(found), "", _SHORTENED]
    first = sorted(filter(None, map(_what_matters, found.providers)), key=lambda each: not refused([each]))
    errors = list(_errors(found))
    parts = [*errors, *map(_section, first)]
    shown = _that_fit(parts, longest - _FOR_COUNTS - len("\n".join(told).encode()))
    left_errors = errors[shown:]
    left = first[max(shown - len(errors), 0) :]
    counts = _counts(found, len(left_errors), left)
    return "\n".join([*told, *parts[:shown], *counts])


def _that_fit(parts: Sequence[str], room: int) -> int:
    """How many of the first parts have room, in bytes, each on a line of its own."""
    for number, part in enumerate(parts):
        room -= len(part.encode()) + 1
        if room < 0:
            return number
    return len(parts)


def _what_matters(provider: ProviderChange) -> ProviderChange | None:
    """A provider with reports that are refused, whole, and what happens to the grades of others; None without."""
    reports = tuple(filter(None, map(_what_matters_of, provider.reports)))
    return replace(provider, changes=(), reports=reports) if reports else None


def _what_matters_of(report: ReportChange) -> ReportChange | None:
    if report.fault:
        return report
    changes = tuple(change for change in report.changes if change.kind in _GRADES)
    return replace(report, changes=changes) if changes or report.kind is not Kind.CHANGES else None


def _counts(found: Difference, errors: int, left: Sequence[ProviderChange]) -> Iterator[str]:
    """What is not told: how many errors, grades of the providers that are ``left``, and other facts."""
    yield "\n### What is only counted\n"
    if errors:
        yield f"- errors: {errors}"
    if left:
        yield f"- providers that are left out: {len(left)}; {summary(left)}"
    yield from (f"- {name}: {len(addresses)} ({by_folder(addresses)})" for name, addresses in named(found.addresses))
    others = Counter(
        change.what.partition(":")[0]
        for provider in found.providers
        for changes in (provider.changes, *(report.changes for report in provider.reports if not report.fault))
        for change in changes
        if change.kind not in _GRADES
    )
    yield from (f"- {_quoted(what)}: {count}" for what, count in others.most_common(MOST_NAMED))
    if len(others) > MOST_NAMED:
        yield f"- other facts: {sum(others.values()) - sum(count for _, count in others.most_common(MOST_NAMED))}"


def _table(changes: Sequence[Change]) -> Iterator[str]:
    if not changes:
        return
    yield ""
    yield "| what | | before | after |"
    yield "| --- | --- | --- | --- |"
    for change in changes:
        yield f"| {_quoted(change.what)} | {change.kind} | {_fact(change.before)} | {_fact(change.after)} |"


def _escaped(text: str) -> str:
    """Our own words in Markdown."""
    return "".join(each if each.isalnum() or each in " .,;:%/()-" else f"&#{ord(each)};" for each in one_line(text))


def _quoted(text: str) -> str:
    """Text of others in a pull request, so that Markdown and GitHub find no mark, link or user name in it.

    GitHub looks for mentions and issues after it rendered the Markdown, so escapes hide nothing from it. It does not
    look in code. But a mail address becomes a link even in code, if there is text directly before the at sign.
    """
    line = "".join(each if each.isalnum() or each == " " else f"&#{ord(each)};" for each in one_line(text))
    return f"<code>{line.replace('&#64;', '<!-- -->&#64;')}</code>"


def _fact(fact: Fact | None) -> str:
    """A fact in a cell of a table."""
    if fact is None:
        return ""
    return _escaped(str(fact)) if isinstance(fact, RatedRow) else _quoted(str(fact))


def _code(text: str) -> str:
    return f"`{one_line(text).replace('`', '')}`"
