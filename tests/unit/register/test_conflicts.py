"""What git leaves of a conflict is named as such, in any file, and nothing that follows from it."""

from pathlib import Path

import pytest
from support.registers.editing import written
from support.registers.invented import FILES

from generator.disclosure.opening import open_register

_MARKS = "<<<<<<< HEAD\n{0}=======\n{0}>>>>>>> een-rapport\n"


def _found(data: Path) -> list[str]:
    return [f"{finding.at} {finding.code}" for finding in open_register(data).findings]


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["", "windows"])
@pytest.mark.parametrize("file", [*FILES, "urls.txt"])
def test_a_conflict_is_one_finding(file: str, end: str, register_folder: Path) -> None:
    first, *rest = FILES.get(file, "/\n/aanbieders/\n").splitlines(keepends=True)
    text = "".join([first, _MARKS.format("".join(rest)), _MARKS.format("")]).replace("\n", end)
    written(file, text)(register_folder)
    assert _found(register_folder) == [f"{file}:2 F18", f"{file}:{2 * len(rest) + 5} F18"]


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> een-rapport"])
@pytest.mark.parametrize("file", [file for file in FILES if not file.endswith(".md")])
def test_a_mark_that_is_left_of_a_conflict_is_found_too(file: str, mark: str, register_folder: Path) -> None:
    written(file, f"{FILES[file]}{mark}\n")(register_folder)
    assert _found(register_folder) == [f"{file}:{FILES[file].count(chr(10)) + 1} F18"]


@pytest.mark.parametrize("line", ["========", "====== ", "een =======", "======="])
def test_a_line_below_a_heading_is_no_mark(line: str, register_folder: Path) -> None:
    written("replies/verzonnen-alfa/2021-12-31.md", f"Reactie\n{line}\n")(register_folder)
    assert _found(register_folder) == []
