"""A delivery in English, to the register of academies of music: as a British spreadsheet saves it."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook

#: An academy of the delivery is new; its harp had too few answers, and one learner alone played the violin.
COLUMNS = (
    "Academy",
    "Start of period",
    "End of period",
    "Report date",
    "Report status",
    "Group",
    "Course",
    "Invited",
    "Completed",
    "Response rate (%)",
    "Mean grade",
    "Publication",
    "Very satisfied",
    "Satisfied",
    "Dissatisfied",
    "Very dissatisfied",
    "No opinion",
    "Telephone option",
)
_OF_THE_REPORT = (
    "Maple Academy Ltd",
    date(2024, 1, 1),
    date(2024, 12, 31),
    date(2025, 2, 3),
    "Final report",
    "Learners",
)
_OPINION = (60, 30, 5, 3, 2, "No")
ROWS = (
    (*_OF_THE_REPORT, "Keyboard instruments: piano", 1040, 320, 30.8, 4.3, "Yes", *_OPINION),
    (*_OF_THE_REPORT, "violin", 1, 1, 100.0, "*", "Yes", *_OPINION),
    (*_OF_THE_REPORT, "5", 30, 5, 16.7, 3.9, "No", *_OPINION),
    (*_OF_THE_REPORT, "Total", 1071, 326, 30.4, 4.3, "Yes", *_OPINION),
)
Rows = Sequence[Sequence[object]]


def _in_words(value: object) -> str:
    """A cell as a British spreadsheet shows it."""
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def as_csv(rows: Rows, folder: Path) -> Path:
    path = folder / "delivery.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *(map(_in_words, row) for row in rows)])
    return path


def as_xlsx(rows: Rows, folder: Path) -> Path:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["The academies of 2024"])
    sheet.append(COLUMNS)
    for row in rows:
        sheet.append([value == "Yes" if value in {"Yes", "No"} else value for value in row])
    workbook.save(folder / "delivery.xlsx")
    return folder / "delivery.xlsx"


def with_values(**values: object) -> Rows:
    """The delivery with other values in its first row, or in all if the value is of the report; spaces are lines."""
    rows = [list(row) for row in ROWS]
    for name, value in values.items():
        number = COLUMNS.index(name.replace("_", " "))
        for row in rows if number < len(_OF_THE_REPORT) - 1 else rows[:1]:
            row[number] = value
    return rows
