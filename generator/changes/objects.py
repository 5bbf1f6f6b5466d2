"""The difference as plain objects, for JSON."""

from typing import Any

from generator.changes.difference import Change
from generator.changes.facts import Fact, RatedRow
from generator.changes.found import Difference, refusal
from generator.changes.lines import Fault
from generator.site.words.ratings import Absent, Graded


def as_object(found: Difference) -> dict[str, Any]:
    """The whole difference."""
    return {
        "before": found.before,
        "after": found.after,
        "why": found.why,
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
                        "error": refusal(report, report.fault) if report.fault else None,
                        "changes": [_change_object(change) for change in report.changes],
                    }
                    for report in provider.reports
                ],
            }
            for provider in found.providers
        ],
        "unnoticed": found.unnoticed,
        "addresses": {
            "new": found.addresses.new,
            "changed": found.addresses.changed,
            "gone": found.addresses.withdrawn,
            "lost": found.addresses.lost,
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
