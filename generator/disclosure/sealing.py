"""Taking withheld grades out of data/, for a repository that the public can read."""

import os
import re
from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from generator.disclosure.policy import Policy
from generator.disclosure.rules import is_withheld
from generator.register.findings import Location
from generator.register.records import Register, Result

# A field as the register's reader splits them. The rest of a line stays as it was written, quotes and spaces included.
_FIELD = re.compile(r'(?:^|,)("(?:[^"]|"")*"|[^,]*)')


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
    written: dict[Path, Path] = {}
    try:
        for file, places in changes.items():
            # Bytes, because text would lose the line ends of another system.
            text = (data / file).read_bytes().decode("utf-8")
            new = written[data / file] = data / f"{file}.sealing"
            new.write_bytes(_sealed(text, places).encode("utf-8"))
        for old, new in written.items():
            os.replace(new, old)  # noqa: PTH105 - Path.replace says nothing of being atomic; os.replace does
    finally:
        for new in written.values():
            if new.is_file():
                new.unlink()


def _sealed(text: str, places: Mapping[int, int]) -> str:
    """``text`` with an empty field at each place; column 0 takes the whole line out."""
    kept = []
    for number, line in enumerate(text.split("\n"), start=1):
        if number not in places:
            kept.append(line)
        elif column := places[number]:
            field = list(_FIELD.finditer(line))[column - 1]
            kept.append(line[: field.start(1)] + line[field.end(1) :])
    return "\n".join(kept)
