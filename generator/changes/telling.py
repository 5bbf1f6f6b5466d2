"""Whether corrections tell the grades that the public saw: what each was, and what it became."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from generator.changes.pairing import Entry
from generator.disclosure.public import GradeChange, PublicCorrection, PublicReport, Published

# An audience, and a service's id; empty for all together.
_Row: TypeAlias = tuple[str, str]


def is_mistold(old: Entry | None, new: Entry) -> bool:
    """Whether the corrections of a row tell other grades than they told, or a new one begins with another than it had.

    A line that told none yet may tell them now: what was shown at its time is in no version that is compared.
    """
    if old is None or old.report is None:
        return False
    was, now, shown = _told(old), _told(new), dict(_exact(old.report))
    return any(
        _grades(told)[: len(was[row])] != _grades(was[row])
        if row in was
        else told[0][0] not in old.corrections and shown.get(row, told[0][1].old) != told[0][1].old
        for row, told in now.items()
    )


def _told(entry: Entry) -> Mapping[_Row, Sequence[tuple[PublicCorrection, GradeChange]]]:
    """The corrections that tell the grades of each row, the oldest first."""
    found: dict[_Row, list[tuple[PublicCorrection, GradeChange]]] = defaultdict(list)
    for each in reversed(entry.corrections):
        if each.change:
            service = each.change.service.id if each.change.service else ""
            found[each.change.audience, service].append((each, each.change))
    return found


def _grades(told: Sequence[tuple[PublicCorrection, GradeChange]]) -> list[tuple[Decimal, Decimal]]:
    return [(change.old, change.new) for _, change in told]


def _exact(report: PublicReport) -> Iterator[tuple[_Row, Decimal]]:
    """The grade of each row that is shown exactly."""
    for audience, results in (("client", report.clients), ("commissioner", report.commissioners)):
        for row in results.rows if results else ():
            if isinstance(row.rating, Published) and not row.rating.is_rounded:
                yield (audience, row.service.id if row.service else ""), row.rating.grade
