"""How often each grade was given, on any scale."""

from pathlib import Path

from support.registers.editing import all_of, swapped, written
from support.registers.invented import ALFA_COUNTS
from support.registers.reading import findings_of

COUNTS = "provider,period_end,audience,service,grade_4,grade_5,grade_6,grade_7,grade_8,grade_9,grade_10"


def test_more_grades_than_answers_are_found_where_the_scale_begins(register_folder: Path) -> None:
    too_many = f"{COUNTS}\nverzonnen-alfa,2021-12-31,commissioner,total,0,0,0,900,0,0,0\n"
    all_of(swapped("register.yaml", "lowest: 1", "lowest: 4"), written(ALFA_COUNTS.file, too_many))(register_folder)
    assert f"D01 {ALFA_COUNTS.file}:2:5" in findings_of(register_folder)
