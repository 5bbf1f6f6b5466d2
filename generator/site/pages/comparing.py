"""What the comparison shows about each provider, in a file per provider that the page's script loads.

``comparison.json`` in its folder holds words that are ready to show, and for each grade the interval that tells
whether a difference is more than chance. A grade that is not public has no value and no interval here, but its reason.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from generator.disclosure.public import PublicRegister, PublicRow
from generator.site.profiles import Profile
from generator.site.statistics.age import OLD_AFTER
from generator.site.statistics.benchmarks import CLIENT, COMMISSIONER
from generator.site.statistics.certainty import Likely
from generator.site.words import explaining
from generator.site.words.catalogue import Words
from generator.site.words.ratings import Absent, not_asked, rated

FILE = "comparison.json"

Cell: TypeAlias = Mapping[str, Any]


def as_json(profile: Profile, words: Words) -> str:
    """The text of a provider's file."""
    return json.dumps(compared(profile, words), ensure_ascii=False, separators=(",", ":")) + "\n"


def compared(profile: Profile, words: Words) -> Mapping[str, Any]:
    """One provider's newest measurement, as the comparison shows it.

    ``services`` has a cell with the clients' rating for each service that was measured or that the provider offers, by
    id; ``other_services`` is the cell of every other service. A cell has ``value``, the grade for machines, and the
    texts with it (``remark`` if it is rounded), or else ``reason``.
    """
    provider, report = profile.provider, profile.provider.newest
    cells = _Cells(profile, words)
    return {
        "id": provider.id,
        "name": provider.name,
        "page": f"{words.folders.providers}/{provider.id}/",
        "period": {
            "text": words.figures.period(report.period_start, report.period_end),
            "start": report.period_start.isoformat(),
            "end": report.period_end.isoformat(),
            "older": words("older", years=OLD_AFTER) if profile.is_old else None,
        },
        "ended": words("compare.ended", day=words.figures.day(provider.ended_on)) if provider.ended_on else None,
        "clients": cells.of_clients(report.clients.total),
        **({"commissioners": cells.of_commissioners()} if profile.asks_commissioners else {}),
        "services": {service.id: cells.empty("not_measured") for service in provider.services}
        | {row.service.id: cells.of_clients(row) for row in report.clients.services if row.service},
        # If it is not known what a provider offers, it may offer this.
        "other_services": cells.empty("not_offered" if provider.services else "not_measured"),
    }


def for_script(register: PublicRegister, words: Words) -> Mapping[str, Any]:
    """The data of the comparison page for its script: the services in their order, and its phrases."""
    return {
        "services": [
            {"id": service.id, "name": service.shown_name, "official": service.official_name}
            for service in register.services
        ],
        "phrases": words.group("compare.script"),
    }


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of the newest report."""

    profile: Profile
    words: Words

    def empty(self, why: str) -> Cell:
        return {"absence": None, "reason": self.words(f"compare.cell.{why}")}

    def of_clients(self, row: PublicRow) -> Cell:
        return self._rated(row, CLIENT, self.profile.comparison(row, CLIENT).likely)

    def of_commissioners(self) -> Cell:
        results = self.profile.provider.newest.commissioners
        return _absent(not_asked(self.words)) if results is None else self._rated(results.total, COMMISSIONER, None)

    def _rated(self, row: PublicRow, audience: str, likely: Likely | None) -> Cell:
        words = self.words
        report = self.profile.provider.newest
        rating = rated(row, audience, report, words)
        if isinstance(rating, Absent):
            return _absent(rating)
        level = self.profile.certainty(report, row, audience)
        return {
            "grade": rating.grade,
            "remark": rating.remark or None,
            "value": rating.value,
            "answered": explaining.answered_anybody(row, words),
            "completed": row.completed,
            "level": str(level),
            "certainty": words(f"certainty.{level}"),
            "likely": _likely(likely, words) if likely else None,
        }


def _absent(rating: Absent) -> Cell:
    return {"absence": rating.absence, "reason": rating.reason}


def _likely(likely: Likely, words: Words) -> Mapping[str, str]:
    low, high = likely.interval.low, likely.interval.high
    return {
        "low": str(low),
        "high": str(high),
        "basis": str(likely.basis),
        "text": words(
            f"compare.cell.likely_{likely.basis}", low=words.figures.grade(low), high=words.figures.grade(high)
        ),
    }
