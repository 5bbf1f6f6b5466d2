"""What data/ says, read as plainly as can be: the files as tables, and the first rules of DESIGN as they are written.

It shares no code with what makes the site, so that both are wrong only if both are wrong in the same way.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

_NO_GRADE = {"*", "--", "", "hidden", "secondary", "0.0"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a report that is public.

    Args:
        grade: as data/ has it, ``8.3``, or ``8`` if it is rounded; None if the rules for single rows publish none.
        beside_withheld: something of clients is withheld in the same report: then rule 7 may round or hide theirs.
    """

    provider: str
    period_end: date
    audience: str
    service: str
    net_sample: int
    completed: int
    grade: str | None
    beside_withheld: bool


def rows(data: Path, today: date) -> Iterator[Row]:
    """Every row of every report that is public ``today``."""
    versions = yaml.safe_load((data / "policy.yaml").read_text(encoding="utf-8"))["versions"]
    shown = {key for key, report in _reports(data) if _is_public(report, _rules(versions, key[1]), today)}
    by_report: dict[tuple[str, date], list[tuple[dict[str, str], str | None]]] = {}
    for row in _table(data / "results"):
        key = (row["provider"], date.fromisoformat(row["period_end"]))
        if key in shown:
            by_report.setdefault(key, []).append((row, _grade(row, _rules(versions, key[1]))))
    for (provider, end), report in by_report.items():
        clients = [(row, grade) for row, grade in report if row["audience"] == "client"]
        withheld = any(grade is None and int(row["completed"]) for row, grade in clients)
        for row, grade in report:
            counts = int(row["net_sample"]), int(row["completed"])
            yield Row(provider, end, row["audience"], row["service"], *counts, grade, withheld)


def _reports(data: Path) -> Iterator[tuple[tuple[str, date], dict[str, str]]]:
    for report in _table(data / "reports"):
        yield (report["provider"], date.fromisoformat(report["period_end"])), report


def _is_public(report: dict[str, str], rules: dict[str, Any], today: date) -> bool:
    window = timedelta(days=rules["reply_window"]["days"])
    return report["status"] == "final" and date.fromisoformat(report["report_date"]) + window <= today


def _grade(row: dict[str, str], rules: dict[str, Any]) -> str | None:
    invited, answered = int(row["net_sample"]), int(row["completed"])
    if answered == 0 or row["grade"] in _NO_GRADE:
        return None
    if row["audience"] == "commissioner":
        return row["grade"]
    steps = rules["response_requirement"]["steps"]
    required = next(step["required"] for step in steps if invited < step.get("invited_below", invited + 1))
    is_enough = 100 * answered >= required * invited and answered >= rules["minimum_respondents"]["completed"]
    return row["grade"] if row["publication"] in {"ja", "yes"} and is_enough else None


def _rules(versions: list[dict[str, Any]], period_end: date) -> dict[str, Any]:
    return max((each for each in versions if each["applies_from"] <= period_end), key=lambda each: each["applies_from"])


def _table(folder: Path) -> Iterator[dict[str, str]]:
    for file in sorted(folder.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines)
