"""What the comparison shows about each provider, in a file per provider that the page's script loads.

``aanbieders/<id>/vergelijken.json`` holds words that are ready to show, and for each grade the interval that tells
whether a difference is more than chance. A grade that is not public has no value and no interval here, but its reason.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from generator.disclosure.public import PublicProvider, PublicRegister, PublicReport, PublicRow
from generator.site.statistics.age import OLD_AFTER, is_old
from generator.site.statistics.benchmarks import CLIENT, COMMISSIONER, Benchmarks
from generator.site.statistics.certainty import Likely, certainty
from generator.site.words import explaining, figures
from generator.site.words.catalogue import Words
from generator.site.words.ratings import Absent, not_asked, rated

Cell: TypeAlias = Mapping[str, Any]


def files(register: PublicRegister, benchmarks: Benchmarks, words: Words) -> Iterator[tuple[str, str]]:
    """The file of each provider, as its path below the folder of pages and its text.

    A former id has the same file, so that a shared comparison still works.
    """
    for provider in register.providers:
        content = compared(provider, benchmarks, words, register.as_of)
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
        for identity in (provider.id, *provider.former_ids):
            yield f"aanbieders/{identity}/vergelijken.json", text


def compared(provider: PublicProvider, benchmarks: Benchmarks, words: Words, as_of: date) -> Mapping[str, Any]:
    """One provider's newest measurement, as the comparison shows it on the day ``as_of``.

    ``services`` has a cell with the clients' rating for each service that was measured or that the provider offers, by
    id; ``other_services`` is the cell of every other service. A cell has ``value``, the grade for machines, and the
    texts with it (``remark`` if it is rounded), or else ``reason``.
    """
    report = provider.newest
    cells = _Cells(report, benchmarks, words)
    return {
        "id": provider.id,
        "name": provider.name,
        "page": f"aanbieders/{provider.id}/",
        "period": {
            "text": figures.period(report.period_start, report.period_end),
            "start": report.period_start.isoformat(),
            "end": report.period_end.isoformat(),
            "older": words("older", years=OLD_AFTER) if is_old(report, as_of) else None,
        },
        "ended": words("compare.ended", day=figures.day(provider.ended_on)) if provider.ended_on else None,
        "clients": cells.of_clients(report.clients.total),
        "commissioners": cells.of_commissioners(),
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
    """The cells of one report."""

    report: PublicReport
    benchmarks: Benchmarks
    words: Words

    def empty(self, why: str) -> Cell:
        return {"absence": None, "reason": self.words(f"compare.cell.{why}")}

    def of_clients(self, row: PublicRow) -> Cell:
        return self._rated(row, CLIENT, self.benchmarks.likely(row, CLIENT))

    def of_commissioners(self) -> Cell:
        results = self.report.commissioners
        return _absent(not_asked(self.words)) if results is None else self._rated(results.total, COMMISSIONER, None)

    def _rated(self, row: PublicRow, audience: str, likely: Likely | None) -> Cell:
        words = self.words
        rating = rated(row, audience, self.report, words)
        if isinstance(rating, Absent):
            return _absent(rating)
        level = certainty(row.completed, self.report.certainty)
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
        "text": words(f"compare.cell.likely_{likely.basis}", low=figures.grade(low), high=figures.grade(high)),
    }
