"""Taking withheld grades out of data/, for a repository that the public can read."""

import csv
import io
import os
from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from generator.disclosure.policy import Policy
from generator.disclosure.rules import is_withheld
from generator.register.findings import Location
from generator.register.records import Register, Result


def seal(data: Path, register: Register, policy: Policy) -> list[Location]:
    """Empty the grade of every withheld row in ``data``, and take out distributions beside one.

    A `*` stays: it is no grade. No other line changes. All files are written, or none.

    Returns:
        The places that changed, as they were before, in order.
    """
    cells, lines = _grades(register, policy), _distributions(register, policy)
    _rewrite(data, cells, lines)
    return sorted([*cells, *lines])


def _rules_withhold(row: Result, policy: Policy) -> bool:
    rules = policy.rules_for(row.period_end)
    # Before the first rules nothing is published, so nothing needs to be there either.
    return rules is None or is_withheld(row, rules)


def _grades(register: Register, policy: Policy) -> list[Location]:
    return [
        row.place("grade")
        for row in register.results.values()
        if isinstance(row.grade, Decimal) and _rules_withhold(row, policy)
    ]


def _distributions(register: Register, policy: Policy) -> list[Location]:
    withheld = {(row.report_key, row.audience) for row in register.results.values() if _rules_withhold(row, policy)}
    return [each.at for each in register.distributions.values() if (each.report_key, each.audience) in withheld]


def _rewrite(data: Path, cells: list[Location], lines: list[Location]) -> None:
    changes: Mapping[str, dict[int, int]] = defaultdict(dict)
    for place in [*cells, *lines]:
        changes[place.file][place.line] = place.column
    written = []
    for file, places in changes.items():
        text = (data / file).read_text(encoding="utf-8")
        new = data / f"{file}.sealing"
        new.write_text(_sealed(text, places), encoding="utf-8", newline="\n")
        written.append(new)
    for new in written:
        os.replace(new, new.with_suffix(""))  # noqa: PTH105 - Path.replace says nothing of being atomic; os.replace does


def _sealed(text: str, places: Mapping[int, int]) -> str:
    """``text`` with an empty field at each place; column 0 takes the whole line out."""
    kept = []
    for number, line in enumerate(text.split("\n"), start=1):
        if number not in places:
            kept.append(line)
        elif column := places[number]:
            fields = next(csv.reader([line]))
            fields[column - 1] = ""
            sealed = io.StringIO()
            csv.writer(sealed, lineterminator="").writerow(fields)
            kept.append(sealed.getvalue())
    return "\n".join(kept)
