"""Lighthouse, from npm, on a page that is served: as a phone of the middle class on a slow network sees it."""

import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

PACKAGE = "lighthouse@13.5.0"
# What the project promises, of 100.
FLOORS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
# How fast a page is also depends on what else this machine does: the middle one of so many runs counts.
RUNS = 3
_GOOD = 0.9  # of 1: from here Lighthouse shows an audit in green

_Report: TypeAlias = dict[str, Any]


class AuditError(Exception):
    """A page could not be judged; the message says what the tool said."""


@dataclass(frozen=True, slots=True)
class Scores:
    """A page's score in each category, of 100, and a line for each thing that cost points."""

    scores: dict[str, int]
    complaints: tuple[str, ...]

    @property
    def missed(self) -> tuple[str, ...]:
        return tuple(category for category, floor in FLOORS.items() if self.scores[category] < floor)


def judge(address: str, chrome: str) -> Scores:
    """The scores of the page at ``address``; that of performance is the median of ``RUNS``.

    Raises:
        AuditError: Lighthouse failed.
    """
    whole = _report(address, chrome, tuple(FLOORS))
    speeds = [whole, *(_report(address, chrome, ("performance",)) for _ in range(1, RUNS))]
    scores = {category: _score(whole, category) for category in FLOORS}
    scores["performance"] = round(median(_score(report, "performance") for report in speeds))
    return Scores(scores, tuple(_complaints(whole)))


def _report(address: str, chrome: str, categories: Sequence[str]) -> _Report:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "report.json"
        command = ["npx", "--yes", PACKAGE, address, "--quiet", "--output=json", f"--output-path={file}"]
        command.append(f"--only-categories={','.join(categories)}")
        command.append("--chrome-flags=--headless=new --no-sandbox --disable-gpu")
        done = subprocess.run(
            command,
            env={**os.environ, "CHROME_PATH": chrome},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode or not file.is_file():
            raise AuditError(f"{address}: {done.stderr.strip() or done.stdout.strip()}")
        report: _Report = json.loads(file.read_text(encoding="utf-8"))
    if "runtimeError" in report:
        raise AuditError(f"{address}: {report['runtimeError']['message']}")
    return report


def _score(report: _Report, category: str) -> int:
    """Of 100; 0 where it could not be told."""
    return round(100 * (report["categories"][category]["score"] or 0))


def _complaints(report: _Report) -> Iterator[str]:
    for name, category in report["categories"].items():
        for part in category["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < _GOOD:
                yield " ".join(filter(None, (f"{name}:", audit["title"], audit.get("displayValue"))))
