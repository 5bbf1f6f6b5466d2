"""Whatever stands in data/, reading it gives findings, and takes no more memory than the process is given."""

import subprocess
from pathlib import Path

import pytest
from support.hostile_files import counted, lines, nested_folders, sparse
from support.registers.editing import Edit, all_of, cell, linked, made, moved, piped, written
from support.registers.invented import BETA_TOTAL, GAMMA_REPORT, RESULTS_2021
from support.registers.reading import findings_of

from generator.disclosure.opening import open_register
from generator.findings.findings import Format
from generator.findings.printing import print_findings
from generator.register.reading import read_register
from generator.reports.confinement import confined

_SERVICES = "services.csv"
_POLICY = "policy.yaml"
_CORRECTIONS = "corrections.csv"
_BETA = "providers/verzonnen-beta.yaml"
_RESULTS = "results/2021.csv"
_REPLY = "replies/verzonnen-alfa/2021-12-31.md"
_HEADER = RESULTS_2021.partition("\n")[0]
_LETTERS = "verzonnen" * 2_300_000  # more than a table can hold


_ATTACKS: dict[str, tuple[Edit, dict[str, int]]] = {
    "a table of a gigabyte": (sparse("results/2022.csv"), {"F14 results/2022.csv": 1}),
    "a policy of a gigabyte": (sparse(_POLICY), {f"F14 {_POLICY}": 1}),
    "a provider of a gigabyte": (sparse(_BETA), {f"F14 {_BETA}": 1}),
    "a reply of a gigabyte": (sparse(_REPLY), {f"F14 {_REPLY}": 1}),
    "addresses of a gigabyte": (sparse("urls.txt"), {"F14 urls.txt": 1}),
    "a scalar of twenty megabytes": (written(_BETA, f"name: {_LETTERS}"), {f"F14 {_BETA}": 1}),
    "a line of twenty megabytes": (written("results/2022.csv", f"{_HEADER}\n{_LETTERS}"), {"F14 results/2022.csv": 1}),
    "a line of a hundred thousand": (written("urls.txt", "/" + "a" * 100_000), {"F14 urls.txt": 1}),
    "ten million empty lines": (written("results/2022.csv", _HEADER + "\n" * 10_000_000), {"F14 results/2022.csv": 1}),
    "empty lines, as many as may be": (
        written("results/2022.csv", _HEADER + "\n" * 30_000),
        {"F02 results/2022.csv": 1_000, "F15 results/2022.csv": 1},
    ),
    "a header of commas": (written(_CORRECTIONS, "," * 9_999), {f"F03 {_CORRECTIONS}": 1}),
    "a header of one column": (
        written("results/2022.csv", ",".join(["grade"] * 1_600)),
        {"F05 results/2022.csv": 1_000, "F15 results/2022.csv": 1},
    ),
    "nothing right in as many rows as may be": (
        written("results/2022.csv", f"{_HEADER}\n" + "x,x,x,x,x,x,x,x\n" * 99_990),
        {"F15 results/2022.csv": 1},
    ),
    "thousands of keys": (
        written(_BETA, "id: verzonnen-beta\nname: Beta\n" + lines(f"k{number}: 1" for number in range(2_000))),
        {f"Y04 {_BETA}": 2_000},
    ),
    "thousands of anchors": (
        written(_BETA, lines(f"k{number}: &a{number} 1" for number in range(1_000))),
        {f"Y02 {_BETA}": 1_000},
    ),
    "lists in lists": (written(_BETA, "a: " + "[" * 9_000), {f"Y02 {_BETA}": 1}),
    "lists in lists by dashes": (written(_BETA, "- " * 4_000), {f"Y02 {_BETA}": 1}),
    "mappings in mappings": (written(_BETA, "{a: " * 2_000), {f"Y02 {_BETA}": 1}),
    "a link to the whole disk": (linked("notes", "/"), {"F11 notes": 1}),
    "a link round in a circle": (linked("results/again", ".."), {"F11 results/again": 1}),
    "a folder out of the register": (
        all_of(moved("results", "../results"), linked("results", "../results")),
        {"F11 results": 1, "F11 results/2020.csv": 1, "F11 results/2021.csv": 1},
    ),
    "zeros without end": (linked("results/2022.csv", "/dev/zero"), {"F11 results/2022.csv": 1}),
    "a pipe that nobody fills": (piped("providers/pipe.yaml"), {"F11 providers/pipe.yaml": 1}),
    "a pipe among replies": (
        piped("replies/verzonnen-alfa/2020-12-31.md"),
        {"F11 replies/verzonnen-alfa/2020-12-31.md": 1},
    ),
    "a folder called 2022.csv": (made("results/2022.csv"), {"F11 results/2022.csv": 1}),
    "a provider that is a folder": (made("providers/map.yaml"), {"F11 providers/map.yaml": 1}),
    "a provider in capitals": (
        written("providers/Verzonnen-Beta.yaml", "id: verzonnen-beta\nname: B\n"),
        {"P04 providers/Verzonnen-Beta.yaml": 1},
    ),
}


@pytest.mark.parametrize("attack", _ATTACKS)
def test_an_attack_is_a_finding_in_little_memory(attack: str, register_folder: Path) -> None:
    edit, expected = _ATTACKS[attack]
    edit(register_folder)
    found = confined(counted, register_folder)
    assert expected.items() <= found.items(), found


def test_folders_deeper_than_a_recursion_goes(register_folder: Path) -> None:
    notes = register_folder / "notes"
    nested_folders(notes, 1_100)
    try:
        assert findings_of(register_folder) == ["F07 notes/d/d/d/d/d"]
    finally:
        subprocess.run(["rm", "-r", notes], check=True)  # noqa: S607 - what pytest does itself recurs too


def test_a_folder_that_is_hidden_is_passed_over(register_folder: Path) -> None:
    """The import copies the register without it."""
    (register_folder / ".git").symlink_to("/")
    assert findings_of(register_folder) == []


_NAMES = (
    "a\nb.csv",
    "-rf",
    "\x1b[2J.yaml",
    "\udcff.csv",
    "caf\u0065\u0301.yaml",
    "\u202ecsv.2021",
    "::error::",
    "n" * 255,
)


@pytest.mark.parametrize("form", Format)
def test_a_name_of_any_kind_is_told_in_characters_that_can_be_seen(form: Format, register_folder: Path) -> None:
    for name in _NAMES:
        (register_folder / "results" / name).touch()
    findings = [finding for finding in open_register(register_folder).findings if finding.code == "F07"]
    assert len(findings) == len(_NAMES)
    told = print_findings(findings, form, "data")
    assert all(line.isprintable() for line in told.split("\n"))
    told.encode()


_ENCODINGS = {
    "UTF-16 with its mark": "\ufeff{}".encode("utf-16"),
    "UTF-16": "\u00e9".encode("utf-16-be"),
    "Latin-1": "caf\u00e9".encode("latin-1"),
    "Windows-1252": "\u2018caf\u2019".encode("cp1252"),
    "more bytes than needed": b"\xc0\xaf",
    "half a surrogate": b"\xed\xa0\x80",
    "above Unicode": b"\xf4\x90\x80\x80",
    "cut off": b"\xe2\x82",
}


@pytest.mark.parametrize(
    ("file", "encoding"),
    [
        *((_RESULTS, encoding) for encoding in _ENCODINGS),
        *((file, "Latin-1") for file in (_BETA, _POLICY, _SERVICES, _REPLY, _CORRECTIONS, "urls.txt")),
    ],
)
def test_another_encoding_is_told_with_its_place(file: str, encoding: str, register_folder: Path) -> None:
    written(file, b"# \n" + _ENCODINGS[encoding])(register_folder)
    assert any(finding.startswith(f"F01 {file}:2:") for finding in findings_of(register_folder))


@pytest.mark.parametrize(
    "number",
    [
        *("1" + "0" * 400, "1e999", "1_000", "-0", "-0.0", "0x10", "1.0", "NaN", "\uff19", "\u0669", "\u00b2", "1 000"),
        *("1,000", "+5", "\u22125", "9" * 10),
    ],
)
def test_what_is_no_count_is_told(number: str, register_folder: Path) -> None:
    cell(BETA_TOTAL, "net_sample", number if "," not in number else number.replace(",", ";"))(register_folder)
    assert f"R05 {BETA_TOTAL.at('net_sample')}" in findings_of(register_folder)


def test_spaces_round_a_count_are_none_of_it(register_folder: Path) -> None:
    cell(BETA_TOTAL, "net_sample", " 12 ")(register_folder)
    assert findings_of(register_folder) == []


def test_less_than_nothing_is_nothing(register_folder: Path) -> None:
    """A promoter score is rounded: what is a little below nothing is written as -0.0."""
    cell(GAMMA_REPORT, "promoter_score", "-0.0")(register_folder)
    register, findings = read_register(register_folder)
    assert findings == []
    score = next(report.promoter_score for report in register.reports.values() if report.provider == "verzonnen-gamma")
    assert str(score) == "0.0"


def test_a_finding_quotes_no_more_than_a_person_reads(register_folder: Path) -> None:
    cell(BETA_TOTAL, "net_sample", "9" * 5_000)(register_folder)
    findings = open_register(register_folder).findings
    assert max(map(len, print_findings(findings, Format.TEXT, "data").split("\n"))) < 1_200
