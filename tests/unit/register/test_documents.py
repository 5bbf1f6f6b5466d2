"""A YAML file is plain data: every scalar stays text, and every value knows where it was written."""

from pathlib import Path

import pytest

from generator.findings.findings import Finding, Location
from generator.register.documents import Document, read_document


def _read(tmp_path: Path, text: str) -> tuple[Document | None, list[Finding]]:
    (tmp_path / "file.yaml").write_bytes(text.encode())
    return read_document(tmp_path / "file.yaml", tmp_path)


def _document(tmp_path: Path, text: str) -> Document:
    document, findings = _read(tmp_path, text)
    assert findings == []
    assert document is not None
    return document


@pytest.mark.parametrize("scalar", ["2.0", "2021-12-31", "yes", "no", "0x10", "010", "1e3", ".inf", "12:30:00"])
def test_a_scalar_stays_the_text_that_was_written(scalar: str, tmp_path: Path) -> None:
    assert _document(tmp_path, f"key: {scalar}\n").data == {"key": scalar}


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_none(nothing: str, tmp_path: Path) -> None:
    assert _document(tmp_path, f"key: {nothing}\n").data == {"key": None}


def test_a_quoted_empty_text_is_text(tmp_path: Path) -> None:
    assert _document(tmp_path, 'key: ""\n').data == {"key": ""}


def test_every_value_knows_its_place(tmp_path: Path) -> None:
    document = _document(tmp_path, "# a remark\na:\n  b: één\n  c:\n    - x\n    - y: {z: 1}\n")
    assert document.data == {"a": {"b": "één", "c": ["x", {"y": {"z": "1"}}]}}
    assert document.place(()) == Location("file.yaml", 2, 1)
    assert document.place(("a", "b")) == Location("file.yaml", 3, 3)
    assert document.place(("a", "c", 0)) == Location("file.yaml", 5, 7)
    assert document.place(("a", "c", 1, "y", "z")) == Location("file.yaml", 6, 11)


def test_a_value_that_is_not_there_has_the_place_of_what_is_around_it(tmp_path: Path) -> None:
    document = _document(tmp_path, "a:\n  b: c\n")
    assert document.place(("a", "nothing", 3)) == Location("file.yaml", 1, 1)


def test_a_column_counts_characters_and_not_bytes(tmp_path: Path) -> None:
    _, findings = _read(tmp_path, "é€\U0001f600: !x y\n")
    assert [finding.at for finding in findings] == [Location("file.yaml", 1, 6)]


def test_every_trick_is_found_in_one_run(tmp_path: Path) -> None:
    _, findings = _read(tmp_path, "a: &b 1\nc: *b\nd: !!set {e}\n")
    assert [finding.came for finding in findings] == [
        "the anchor 'b'",
        "the alias 'b'",
        "the tag tag:yaml.org,2002:set",
    ]


def test_an_alias_of_nothing_is_a_trick_too(tmp_path: Path) -> None:
    assert [finding.code for finding in _read(tmp_path, "a: *nothing\n")[1]] == ["Y02"]


def test_twenty_levels_are_enough_and_twenty_one_too_many(tmp_path: Path) -> None:
    assert _read(tmp_path, "a: " + "[" * 19 + "]" * 19)[1] == []
    assert [finding.code for finding in _read(tmp_path, "a: " + "[" * 20 + "]" * 20)[1]] == ["Y02"]


def test_every_key_that_is_there_twice_is_found(tmp_path: Path) -> None:
    _, findings = _read(tmp_path, "a: 1\na: 2\nb:\n  c: 1\n  c: 2\n")
    assert [(finding.code, finding.at.line) for finding in findings] == [("Y03", 2), ("Y03", 5)]


def test_the_same_key_in_two_mappings_is_no_key_twice(tmp_path: Path) -> None:
    assert _document(tmp_path, "a: {c: 1}\nb: {c: 1}\n").data == {"a": {"c": "1"}, "b": {"c": "1"}}


@pytest.mark.parametrize("text", ["", "# nothing\n", "text\n", "- item\n"])
def test_a_document_is_a_mapping(text: str, tmp_path: Path) -> None:
    assert [finding.code for finding in _read(tmp_path, text)[1]] == ["Y06"]


def test_a_character_that_is_none_has_its_place(tmp_path: Path) -> None:
    _, findings = _read(tmp_path, "a: b\nc: \ufffe\n")
    assert [(finding.code, finding.at.line, finding.at.column) for finding in findings] == [("F10", 2, 4)]


def test_a_file_may_have_emoji_and_joiners(tmp_path: Path) -> None:
    assert _document(tmp_path, "a: \U0001f469\u200d\U0001f52c\n").data == {"a": "\U0001f469\u200d\U0001f52c"}
