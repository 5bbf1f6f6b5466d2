"""An import in words, for the maintainer's terminal: what would be written, and what the public would see of it."""

import difflib
import io
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from rich.console import Console
from rich.table import Table

from generator.disclosure.public import NoResponse, Published, Rating, Withheld
from generator.findings.terminal import visible
from generator.importing.choices import Choice
from generator.importing.prepared import Change, Entry, Import
from generator.register.records import Audience, Result

_WIDTH = 140
_MOST_CHOICES = 20


def print_import(prepared: Import, root: str, as_of: date) -> str:
    """A table for each report, then the difference of data/, without withheld values. Empty, or ends with a newline."""
    buffer = io.StringIO()
    console = Console(file=buffer, width=_WIDTH, highlight=False, markup=False, emoji=False)
    for entry in prepared.entries:
        console.print(f"{entry.provider.name} ({entry.provider.id}): {_when(entry)}, {entry.change}", soft_wrap=True)
        if entry.change is not Change.UNCHANGED:
            console.print(f"  {_seen(entry, as_of)}")
            console.print(_table(entry))
            for line in _besides(entry):
                console.print(f"  {line}", soft_wrap=True)
        console.print()
    lines = (*buffer.getvalue().split("\n")[:-1], *_difference(prepared, root))
    return "".join(f"{visible(line.rstrip())}\n" for line in lines)


def print_choices(choices: Sequence[Choice], typed: Callable[[Choice], str]) -> str:
    """The commands that answer the questions of the findings, to copy: each below a line that a shell ignores."""
    lines = ["Copy the command that is right:" if len(choices) > 1 else "Copy this command:"]
    for choice in choices[:_MOST_CHOICES]:
        lines += [f"  # {choice.means}", f"  {typed(choice)}"]
    if len(choices) > _MOST_CHOICES:
        lines.append(f"  # and {len(choices) - _MOST_CHOICES} more: import these first, or one report at a time")
    return "\n".join(visible(line) for line in lines)


def _when(entry: Entry) -> str:
    report = entry.report
    return f"{report.period_start} to {report.period_end}, {report.status} report of {report.report_date}"


def _seen(entry: Entry, as_of: date) -> str:
    if entry.public_from is None:
        return "The public sees nothing of it: it is a draft. Were it final, they would see:"
    if entry.public_from > as_of:
        return f"The public sees nothing of it before {entry.public_from}; from that day on:"
    return "The public sees:"


def _table(entry: Entry) -> Table:
    table = Table(box=None, padding=(0, 2), pad_edge=True)
    for name, justify in (("audience", "left"), ("service", "left"), ("invited", "right"), ("completed", "right")):
        table.add_column(name, justify=justify)  # type: ignore[arg-type]
    table.add_column("response", justify="right")
    table.add_column("agency publishes")
    table.add_column("grade")
    for row, rating in entry.results:
        name = "commissioners" if row.audience is Audience.COMMISSIONER else "clients"
        numbers = (str(row.net_sample), str(row.completed), _response(row))
        table.add_row(name, entry.labels.get(row.service, row.service), *numbers, row.publication, _rating(row, rating))
    return table


def _response(row: Result) -> str:
    share = Decimal(100 * row.completed) / row.net_sample if row.net_sample else Decimal(0)
    return f"{share.quantize(Decimal('0.1'), ROUND_HALF_UP)}%"


def _rating(row: Result, rating: Rating | None) -> str:
    if isinstance(rating, Published):
        return f"{rating.grade}"
    if isinstance(rating, Withheld):
        return f"withheld, {rating.reason.in_english}"
    if isinstance(rating, NoResponse):
        return "no grade: nobody answered" if row.net_sample else "no grade: nobody was invited"
    return "a grade is missing"


def _besides(entry: Entry) -> Iterator[str]:
    """The other answers of clients, as they would be written: none if their total is withheld."""
    report = entry.report
    if report.promoter_score is not None:
        yield f"promoter score {report.promoter_score}"
    if None not in report.shares:
        yield f"very satisfied to very dissatisfied, no opinion: {', '.join(f'{share}%' for share in report.shares)}"
    strengths = [each for each in (report.staff_strength, *report.strengths) if each]
    if strengths:
        yield f"strengths: {'; '.join(strengths)}"


def _difference(prepared: Import, root: str) -> Iterator[str]:
    for file, (old, new) in prepared.shown.items():
        name = f"{root}/{file}"
        lines = difflib.unified_diff(
            old.splitlines(), new.splitlines(), name if old else "/dev/null", name, n=0, lineterm=""
        )
        yield from lines
