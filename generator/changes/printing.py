"""The difference as text for a terminal, as Markdown for a pull request, and as JSON."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.changes.addresses import Addresses
from generator.changes.difference import Change, Kind, ProviderChange, ReportChange, refused
from generator.changes.facts import Fact, RatedRow
from generator.changes.lines import Fault
from generator.findings.terminal import visible
from generator.site.words.ratings import Absent, Graded

_MOST_NAMED = 20


class Layout(StrEnum):
    """How a difference is printed."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Difference:
    """What is printed: the two versions, what changes, and at which addresses."""

    before: str
    after: str
    providers: tuple[ProviderChange, ...]
    addresses: Addresses


def print_difference(found: Difference, layout: Layout) -> str:
    """The difference, without a newline at the end."""
    if layout is Layout.JSON:
        return json.dumps(_as_object(found), indent=2, ensure_ascii=False)
    lines = _as_markdown(found) if layout is Layout.MARKDOWN else _as_text(found)
    return "\n".join(lines)


def _as_text(found: Difference) -> Iterator[str]:
    yield f"What the public would see change, from {found.before} to {found.after}: {_summary(found)}"
    for provider in found.providers:
        yield ""
        yield f"{_one_line(provider.name)} ({provider.id}){_note(provider.kind)}"
        yield from (f"  {_line(change)}" for change in provider.changes)
        for report in provider.reports:
            yield f"  period until {report.period_end}{_note(report.kind)}"
            yield from (f"    {_line(change)}" for change in report.changes)
            if report.fault:
                yield f"    ERROR {_refusal(report, report.fault)}"
    yield ""
    for name, addresses in _named(found.addresses):
        yield f"{name}: {len(addresses)} ({_by_folder(addresses)})"
        yield from (f"  {address}" for address in addresses[:_MOST_NAMED])
        if len(addresses) > _MOST_NAMED:
            yield f"  and {len(addresses) - _MOST_NAMED} more"


def _as_markdown(found: Difference) -> Iterator[str]:
    yield "## What the public would see change"
    yield ""
    yield f"From {_code(found.before)} to {_code(found.after)}: {_summary(found)}"
    for report in refused(found.providers):
        if report.fault:
            yield ""
            yield f"> **Error**: {report.provider}, period until {report.period_end}: {_refusal(report, report.fault)}"
    for provider in found.providers:
        yield ""
        yield f"### {_quoted(provider.name)} ({_code(provider.id)}){_note(provider.kind)}"
        yield from _table(provider.changes)
        for report in provider.reports:
            yield ""
            yield f"Period until {report.period_end}{_note(report.kind)}"
            yield from _table(report.changes)
    yield ""
    for name, addresses in _named(found.addresses):
        yield f"<details><summary>{name}: {len(addresses)}</summary>"
        yield ""
        yield from (f"- {_code(address)}" for address in addresses[:_MOST_NAMED])
        if len(addresses) > _MOST_NAMED:
            yield f"- and {len(addresses) - _MOST_NAMED} more: {_by_folder(addresses[_MOST_NAMED:])}"
        yield ""
        yield "</details>"


def _table(changes: Sequence[Change]) -> Iterator[str]:
    if not changes:
        return
    yield ""
    yield "| what | | before | after |"
    yield "| --- | --- | --- | --- |"
    for change in changes:
        yield f"| {_quoted(change.what)} | {change.kind} | {_fact(change.before)} | {_fact(change.after)} |"


def _line(change: Change) -> str:
    before, after = (_one_line(str(each)) for each in (change.before, change.after))
    what = f"{_one_line(change.what)}: {change.kind}"
    if change.before is None:
        return f"{what}: {after}"
    return f"{what}: {before}" if change.after is None else f"{what}: {before} -> {after}"


def _summary(found: Difference) -> str:
    kinds = Counter(
        change.kind for provider in found.providers for report in provider.reports for change in report.changes
    )
    reports = Counter(report.kind for provider in found.providers for report in provider.reports)
    said = [
        *(_number(reports[kind], phrases) for kind, phrases in _OF_REPORTS.items()),
        *(_number(kinds[kind], phrases) for kind, phrases in _OF_GRADES.items()),
    ]
    if not found.providers:
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
        "a line about it in corrections.csv was public and is gone now: put it back "
        "(provider {provider}, period_end {end})"
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


def _refusal(report: ReportChange, fault: Fault) -> str:
    return _REFUSALS[fault].format(provider=_one_line(report.provider), end=report.period_end)


def _note(kind: Kind) -> str:
    return "" if kind is Kind.CHANGES else f": {kind}"


def _named(addresses: Addresses) -> Iterator[tuple[str, Sequence[str]]]:
    named = {
        "New addresses": addresses.new,
        "Addresses that change": addresses.changed,
        "Addresses that then say that nothing is there": addresses.removed,
    }
    yield from ((name, found) for name, found in named.items() if found)


def _by_folder(addresses: Sequence[str]) -> str:
    folders = Counter(address.strip("/").partition("/")[0] or "home" for address in addresses)
    return ", ".join(f"{count} {folder}" for folder, count in sorted(folders.items()))


def _as_object(found: Difference) -> dict[str, Any]:
    return {
        "before": found.before,
        "after": found.after,
        "providers": [
            {
                "id": provider.id,
                "name": provider.name,
                "kind": provider.kind,
                "changes": [_change_object(change) for change in provider.changes],
                "reports": [
                    {
                        "period_end": report.period_end.isoformat(),
                        "kind": report.kind,
                        "uncorrected": report.fault in {Fault.UNCORRECTED, Fault.UNEXPLAINED},
                        "error": _refusal(report, report.fault) if report.fault else None,
                        "changes": [_change_object(change) for change in report.changes],
                    }
                    for report in provider.reports
                ],
            }
            for provider in found.providers
        ],
        "addresses": {
            "new": found.addresses.new,
            "changed": found.addresses.changed,
            "gone": found.addresses.removed,
        },
    }


def _change_object(change: Change) -> dict[str, Any]:
    return {
        "what": change.what,
        "kind": change.kind,
        "before": _fact_object(change.before),
        "after": _fact_object(change.after),
    }


def _fact_object(fact: Fact | None) -> Any:  # noqa: ANN401 - JSON
    if isinstance(fact, RatedRow):
        rating = fact.rating
        return {
            "grade": rating.value if isinstance(rating, Graded) else None,
            "rounded": isinstance(rating, Graded) and bool(rating.remark),
            "reason": rating.reason if isinstance(rating, Absent) else None,
            "completed": fact.completed,
            "net_sample": fact.net_sample,
            "distribution": fact.distribution,
        }
    return None if fact is None else str(fact)


def _one_line(text: str) -> str:
    return visible(" ".join(text.split()))


def _escaped(text: str) -> str:
    """Our own words in Markdown."""
    return "".join(each if each.isalnum() or each in " .,;:%/()-" else f"&#{ord(each)};" for each in _one_line(text))


def _quoted(text: str) -> str:
    """Text of others in a pull request, so that Markdown and GitHub find no mark, link or user name in it.

    GitHub looks for mentions and issues after it rendered the Markdown, so escapes hide nothing from it. It does not
    look in code. But a mail address becomes a link even in code, if there is text directly before the at sign.
    """
    line = "".join(each if each.isalnum() or each == " " else f"&#{ord(each)};" for each in _one_line(text))
    return f"<code>{line.replace('&#64;', '<!-- -->&#64;')}</code>"


def _fact(fact: Fact | None) -> str:
    """A fact in a cell of a table."""
    if fact is None:
        return ""
    return _escaped(str(fact)) if isinstance(fact, RatedRow) else _quoted(str(fact))


def _code(text: str) -> str:
    return f"`{_one_line(text).replace('`', '')}`"
