"""What maintainers commit in the rehearsal: a report of a provider that does not exist, and two mistakes."""

from pathlib import Path

from rehearsal.commands import RehearsalError
from support.report_writer import FIXED, with_tabs

PROVIDER = "rehearsal-provider"
NAME = "Verzonnen Oefening"
RESULTS = Path("data/results/2021.csv")
ROW = f"{PROVIDER},2021-12-31"
# Invented as all of its report; it must be told nowhere.
WITHHELD = "3.5"
_CORRECTED = (f"{ROW},commissioner,total,12,4,7.4,ja", f"{ROW},commissioner,total,12,4,7.6,ja")
_LEAKED = (f"{ROW},client,jobcoaching,10,2,,nee", f"{ROW},client,jobcoaching,10,2,{WITHHELD},nee")


def write_report(folder: Path) -> Path:
    """The text of a final report, as the agency would send it."""
    file = folder / "report.txt"
    name = FIXED.name
    text = with_tabs(FIXED).replace(name.upper(), NAME.upper()).replace(name, NAME)
    file.write_text(text, encoding="utf-8")
    return file


def correct_without_a_reason(project: Path) -> None:
    """Another grade for one that is public, and no word of why."""
    _swap(project / RESULTS, *_CORRECTED)


def put_a_withheld_grade(project: Path) -> None:
    """The grade that the import had left out."""
    _swap(project / RESULTS, *_LEAKED)


def _swap(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    if text.count(f"{old}\n") != 1:
        raise RehearsalError(f"{RESULTS} does not have the line {old} once: the report was imported in another way.")
    file.write_text(text.replace(f"{old}\n", f"{new}\n"), encoding="utf-8")
