"""The difference as plain text, for a terminal."""

from collections.abc import Iterator
from dataclasses import replace

from generator.changes.difference import Change
from generator.changes.found import LOST, MOST_NAMED, Difference, by_folder, named, note, one_line, refusal


def as_text(found: Difference) -> str:
    """The whole difference."""
    return "\n".join(_lines(found))


def _lines(found: Difference) -> Iterator[str]:
    yield f"What the public would see change, from {found.before} to {found.after}: {found.in_short}"
    if found.why:
        yield found.why
    yield from (f"NOTE {each}" for each in found.unnoticed)
    for provider in found.providers:
        yield ""
        yield f"{one_line(provider.name)} ({provider.id}){note(provider.kind)}"
        yield from (f"  {_line(change)}" for change in provider.changes)
        for report in provider.reports:
            yield f"  period until {report.period_end}{note(report.kind)}"
            yield from (f"    {_line(change)}" for change in report.changes)
            if report.fault:
                yield f"    ERROR {refusal(report, report.fault)}"
    yield ""
    if found.addresses.lost:
        yield f"ERROR {LOST}:"
        yield from (f"  {address}" for address in found.addresses.lost)
    for name, addresses in named(replace(found.addresses, lost=())):
        yield f"{name}: {len(addresses)} ({by_folder(addresses)})"
        yield from (f"  {address}" for address in addresses[:MOST_NAMED])
        if len(addresses) > MOST_NAMED:
            yield f"  and {len(addresses) - MOST_NAMED} more"


def _line(change: Change) -> str:
    before, after = (one_line(str(each)) for each in (change.before, change.after))
    what = f"{one_line(change.what)}: {change.kind}"
    if change.before is None:
        return f"{what}: {after}"
    return f"{what}: {before}" if change.after is None else f"{what}: {before} -> {after}"
