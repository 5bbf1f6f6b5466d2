"""A CSV file is read line by line, and every cell stays the text that was written."""

from pathlib import Path

import pytest

from generator.findings.findings import Location
from generator.register.tables import Schema, Table, read_table

_SCHEMA = Schema(("name", "number", "remark"), ("name", "number"))


def _read(tmp_path: Path, text: str | bytes) -> tuple[Table | None, list[str]]:
    path = tmp_path / "table.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    table, findings = read_table(path, tmp_path, _SCHEMA)
    return table, [f"{finding.code} {finding.at}" for finding in findings]


def _rows(tmp_path: Path, text: str) -> list[tuple[int, list[str]]]:
    table, findings = _read(tmp_path, f"name,number,remark\n{text}")
    assert findings == []
    assert table is not None
    return [(at.line, list(cells.values())) for at, cells in table.rows()]


def test_a_row_knows_its_line(tmp_path: Path) -> None:
    assert _rows(tmp_path, "a,1,x\nb,2,y\n") == [(2, ["a", "1", "x"]), (3, ["b", "2", "y"])]


def test_a_first_line_by_itself_is_a_table_without_rows(tmp_path: Path) -> None:
    assert _rows(tmp_path, "") == []


def test_the_last_line_needs_no_end(tmp_path: Path) -> None:
    assert _rows(tmp_path, "a,1,x") == [(2, ["a", "1", "x"])]


def test_the_line_ends_of_windows_are_line_ends(tmp_path: Path) -> None:
    table, findings = _read(tmp_path, b"name,number,remark\r\na,1,x\r\nb,2,\r\n")
    assert findings == []
    assert table is not None
    assert [cells["remark"] for _, cells in table.rows()] == ["x", ""]


@pytest.mark.parametrize("cell", ["NA", "nan", "None", "null", "1e3", "007", "True", "-", "inf"])
def test_no_cell_is_taken_for_something_else(cell: str, tmp_path: Path) -> None:
    assert _rows(tmp_path, f"a,1,{cell}\n") == [(2, ["a", "1", cell])]


def test_quotes_keep_a_comma_and_a_quote_together(tmp_path: Path) -> None:
    assert _rows(tmp_path, 'a,1,"x, ""y"""\n') == [(2, ["a", "1", 'x, "y"'])]


def test_spaces_around_a_cell_are_not_part_of_it(tmp_path: Path) -> None:
    assert _rows(tmp_path, " a ,1, x\n") == [(2, ["a", "1", "x"])]


def test_an_open_quote_costs_one_line(tmp_path: Path) -> None:
    table, findings = _read(tmp_path, 'name,number,remark\na,1,"x\nb,2,y\n')
    assert findings == ["F02 table.csv:2"]
    assert table is not None
    assert [at.line for at, _ in table.rows()] == [3]


def test_a_cell_knows_its_column(tmp_path: Path) -> None:
    table, _ = _read(tmp_path, "name,number,remark\na,1,x\n")
    assert table is not None
    assert table.place(Location("table.csv", 2), ("remark",)) == Location("table.csv", 2, 3)
    assert table.place(Location("table.csv", 2), ()) == Location("table.csv", 2)


def test_a_wrong_first_line_shows_all_that_is_wrong_with_it(tmp_path: Path) -> None:
    table, findings = _read(tmp_path, "name,name,remarks\na,1,x\n")
    assert table is None
    assert sorted(findings) == ["F03 table.csv:1", "F03 table.csv:1", "F04 table.csv:1:3", "F05 table.csv:1:2"]


def test_numbers_sort_as_numbers(tmp_path: Path) -> None:
    assert len(_rows(tmp_path, "a,2,\na,10,\n")) == 2
    assert _read(tmp_path, "name,number,remark\na,10,\na,2,\n")[1] == ["F08 table.csv:3"]


def test_only_the_first_row_out_of_order_is_shown(tmp_path: Path) -> None:
    assert _read(tmp_path, "name,number,remark\nc,1,\nb,1,\na,1,\n")[1] == ["F08 table.csv:3"]


def test_a_row_three_times_is_two_too_many(tmp_path: Path) -> None:
    text = "name,number,remark\na,1,x\na,1,y\nb,1,\na,1,x\n"
    assert _read(tmp_path, text)[1] == ["R01 table.csv:3", "R01 table.csv:5"]


def test_a_row_that_is_there_twice_names_the_first(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("name,number,remark\na,1,x\nb,1,\nb,1,\n")
    _, findings = read_table(path, tmp_path, _SCHEMA)
    assert findings[0].came == "b 1 stands on line 3 too"


_LATER = Schema(("name", "remark"), ("name",), optional=("remark",))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("name\na\n", []),
        ("name,remark\na,x\n", []),
        ("remark,name\nx,a\n", ["F12"]),
        ("remark\nx\n", ["F03"]),
    ],
)
def test_an_older_file_lacks_a_column_that_came_later(tmp_path: Path, text: str, codes: list[str]) -> None:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    _, findings = read_table(path, tmp_path, _LATER)
    assert [finding.code for finding in findings] == codes


_RENAMED = Schema(("name", "remark"), ("name",), former=(("naam", "name"), ("colour", None)))


def test_an_older_file_has_former_names_of_columns_and_more_of_them(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("naam,colour,remark\na,red,x\n", encoding="utf-8")
    table, findings = read_table(path, tmp_path, _RENAMED)
    assert findings == []
    assert table is not None
    assert list(table.rows()) == [(Location("table.csv", 2), {"name": "a", "remark": "x"})]
    assert table.place(Location("table.csv", 2), ("remark",)) == Location("table.csv", 2, 3)


def test_a_column_by_its_former_name_too_is_there_twice(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("naam,name,remark\na,b,x\n", encoding="utf-8")
    table, findings = read_table(path, tmp_path, _RENAMED)
    assert table is None
    assert [f"{each.code} {each.at}" for each in findings] == ["F05 table.csv:1:2"]
