"""Whatever stands in data/, reading it gives findings, and takes no more memory than the process is given."""

import os
from pathlib import Path

import pytest
from support.hostile import lines, nested_folders, sparse
from support.registers import (
    ALFA,
    RESULTS_2021,
    Edit,
    all_of,
    cell,
    contents,
    findings_of,
    linked,
    made,
    piped,
    removed,
    swapped,
    written,
)

from generator.register.findings import Format
from generator.register.printing import print_findings
from generator.register.reading import read_register
from generator.reports.confinement import confined

_SERVICES = "services.csv"
_POLICY = "policy.yaml"
_CORRECTIONS = "corrections.csv"
_ALFA = "providers/verzonnen-alfa.yaml"
_BETA = "providers/verzonnen-beta.yaml"
_RESULTS = "results/2021.csv"
_REPORTS = "reports/2021.csv"
_REPLY = "replies/verzonnen-alfa/2021-12-31.md"
_HEADER = RESULTS_2021.partition("\n")[0]
_LETTERS = "verzonnen" * 2_300_000  # more than a table can hold


def counted(data: Path) -> dict[str, int]:
    """How often each code is found, by file."""
    found: dict[str, int] = {}
    for finding in findings_of(data):
        code_and_file = finding.partition(":")[0]
        found[code_and_file] = found.get(code_and_file, 0) + 1
    return found


_ATTACKS: dict[str, tuple[Edit, dict[str, int]]] = {
    "a table of a gigabyte": (sparse("results/2022.csv"), {"F14 results/2022.csv": 1}),
    "a policy of a gigabyte": (sparse(_POLICY), {f"F14 {_POLICY}": 1}),
    "a provider of a gigabyte": (sparse(_BETA), {f"F14 {_BETA}": 1}),
    "a reply of a gigabyte": (sparse(_REPLY), {f"F14 {_REPLY}": 1}),
    "addresses of a gigabyte": (sparse("urls.txt"), {"F14 urls.txt": 1}),
    "a scalar of twenty megabytes": (written(_BETA, f"name: {_LETTERS}"), {f"F14 {_BETA}": 1}),
    "a line of twenty megabytes": (written("results/2022.csv", f"{_HEADER}\n{_LETTERS}"), {"F14 results/2022.csv": 1}),
    "a line of ten thousand": (written("urls.txt", "/" + "a" * 10_000), {"F14 urls.txt": 1}),
    "ten million empty lines": (written("results/2022.csv", _HEADER + "\n" * 10_000_000), {"F14 results/2022.csv": 1}),
    "empty lines, as many as may be": (
        written("results/2022.csv", _HEADER + "\n" * 30_000),
        {"F02 results/2022.csv": 2_999},
    ),
    "a header of commas": (written(_CORRECTIONS, "," * 9_999), {f"F03 {_CORRECTIONS}": 1}),
    "a header of one column": (
        written("results/2022.csv", ",".join(["grade"] * 1_600)),
        {"F03 results/2022.csv": 7, "F05 results/2022.csv": 1_599},
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
    "folders within folders": (nested_folders("notes", 1_500), {"F07 notes/d/d/d/d/d": 1}),
    "a link to the whole disk": (linked("notes", "/"), {"F11 notes": 1}),
    "a link round in a circle": (linked("results/again", ".."), {"F11 results/again": 1}),
    "a folder out of the register": (
        all_of(lambda data: (data / "results").rename(data / "../results"), linked("results", "../results")),
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
