"""What the comparison shows of each provider, in a file of its own that the page's script fetches.

``aanbieders/<id>/vergelijken.json`` holds words that are ready to show, and of each grade what tells whether a
difference is more than chance. A grade that is not public has no value here, nor an interval: it has its reason.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from generator.disclosure.public import PublicProvider, PublicRegister, PublicReport, PublicRow
from generator.site.statistics.benchmarks import CLIENT, COMMISSIONER, Benchmarks
from generator.site.statistics.certainty import Likely, certainty
from generator.site.words import explaining, figures
from generator.site.words.catalogue import Words
from generator.site.words.ratings import Absent, not_asked, rated

Cell: TypeAlias = Mapping[str, Any]


def files(register: PublicRegister, benchmarks: Benchmarks, words: Words) -> Iterator[tuple[str, str]]:
    """The file of each provider, as its path below the folder of pages and its text.

    A former id has the same file, so that a comparison that somebody shared goes on working.
    """
    for provider in register.providers:
        text = json.dumps(compared(provider, benchmarks, words), ensure_ascii=False, separators=(",", ":")) + "\n"
        for identity in (provider.id, *provider.former_ids):
            yield f"aanbieders/{identity}/vergelijken.json", text


def compared(provider: PublicProvider, benchmarks: Benchmarks, words: Words) -> Mapping[str, Any]:
    """One provider's newest measurement, as the comparison shows it.

    ``services`` has a cell for each service that was measured or that the provider offers, by id, as clients rated it;
    ``other_services`` is the cell of every other one. A cell has ``value``, the grade for machines, and what goes with
    it (``remark`` where it is rounded), or else ``reason``.
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
        },
        "ended": words("compare.ended", day=figures.day(provider.ended_on)) if provider.ended_on else None,
        "clients": cells.of_clients(report.clients.total),
        "commissioners": cells.of_commissioners(),
        "services": {service.id: cells.empty("not_measured") for service in provider.services}
        | {row.service.id: cells.of_clients(row) for row in report.clients.services if row.service},
        # Where it is not known what a provider offers, it may offer this.
        "other_services": cells.empty("not_offered" if provider.services else "not_measured"),
    }


def for_script(register: PublicRegister, words: Words) -> Mapping[str, Any]:
    """What the page that compares gives its script: the services in their order, and what it says."""
    return {
        "services": [{"id": service.id, "name": service.name} for service in register.services],
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
            "answered": words(
                "compare.cell.answered",
                completed=row.completed,
                net_sample=row.net_sample,
                response=explaining.response(row),
            ),
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
