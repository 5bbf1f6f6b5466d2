"""What a command says of a register with canaries: on a screen, in annotations, in a summary of a pull request."""

import subprocess
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from leaks.searching import leaks
from leaks.writing import ran
from support.project import ROOT
from support.registers.editing import Edit, Row, all_of, cell, removed, swapped
from support.registers.planted import AS_OF, CANARIES, OTHERS, bare, plant
from support.registers.reading import contents

from generator.changes.printing import Layout
from generator.findings.findings import Format

RESULTS, COUNTS = "results/2021.csv", "distributions/2021.csv"
ALFA_TOTAL = Row(RESULTS, "alfa,2021-12-31,client,total")
ALFA_SECOND = Row(RESULTS, "alfa,2021-12-31,client,tweede-hulp")  # withheld
BETA_TOTAL = Row(RESULTS, "beta,2021-12-31,client,total")  # withheld, and so are its counts
BETA_COMMISSIONERS = Row(RESULTS, "beta,2021-12-31,commissioner,total")
DELTA_SECOND = Row(RESULTS, "delta,2021-12-31,client,tweede-hulp")  # withheld, and its total is hidden
MU_TOTAL = Row(RESULTS, "mu,2021-12-31,client,total")
ALFA_COUNTS = Row(COUNTS, "alfa,2021-12-31,client,eerste-hulp")
BETA_COUNTS = Row(COUNTS, "beta,2021-12-31,client,total")
# Also what is planted below in place of a canary.
PLANTED = replace(CANARIES, grades={**CANARIES.grades, "misfit": Decimal("6.9"), "misfit of a total": Decimal("6.6")})
PUBLIC = swapped("policy.yaml", "private", "public")
# Where everybody can read the register, a provider without a report is named.
IN_PUBLIC = replace(PLANTED, words={name: each for name, each in PLANTED.words.items() if name != "provider_nothing"})


def rules(old: str, new: str) -> Edit:
    """Change the rules, in every version of them."""

    def edit(data: Path) -> None:
        file = data / "policy.yaml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    return edit


# What is wrong, the finding about it, and whether that stops a build.
FAULTS: dict[str, tuple[Edit, str, int]] = {
    "nothing": (all_of(), "W01", 0),
    "the repository is public": (PUBLIC, "W02", 1),
    "a withheld grade does not fit": (cell(ALFA_TOTAL, "grade", "6.9"), "W04", 0),
    "a withheld total does not fit": (cell(DELTA_SECOND, "grade", "6.6"), "W04", 0),
    "counts beside a withheld grade do not fit": (swapped(ALFA_COUNTS, "17,23,17,3", "3,17,23,17"), "W04", 0),
    "counts of a withheld grade do not fit": (swapped(BETA_COUNTS, "839,456,497,519", "519,497,456,839"), "W04", 0),
    "published grades do not fit": (cell(ALFA_TOTAL, "grade", "2.0"), "R14", 1),
    "nothing may be hidden for another": (rules("means: round", "means: fail"), "W08", 1),
    "a grade with a comma": (swapped(BETA_TOTAL, "2.3", '"2,3"'), "R08", 1),
    "a grade with two decimals": (swapped(BETA_TOTAL, "2.3", "2.30"), "R09", 1),
    "a grade with a mark": (swapped(BETA_TOTAL, "2.3", "2.3?"), "R07", 1),
    "a grade in another column": (swapped(BETA_TOTAL, "2311,2.3", "2.3,2311"), "R05", 1),
    "a row that is there twice": (
        swapped(BETA_COMMISSIONERS, "beta,2021-12-31,commissioner", "beta,2021-12-31,client"),
        "R01",
        1,
    ),
    "no rules for the period": (rules("applies_from: 20", "applies_from: 21"), "W05", 1),
    "more counts than answers": (swapped(BETA_COUNTS, "839", "1839"), "D01", 1),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_finding_never_tells_which_grade_is_withheld(fault: str, tmp_path: Path) -> None:
    edit, code, exits = FAULTS[fault]
    data = plant(tmp_path)
    edit(data)
    for form in Format:
        said = ran("check", "--format", form, data=data)
        assert leaks(said, PLANTED if edit is not PUBLIC else IN_PUBLIC) == []
        assert code.encode() in said["check-stdout.txt"], said
        assert said["check-exit_code.txt"].startswith(str(exits).encode())


@pytest.mark.parametrize("command", ["audit", "check"])
def test_a_command_says_the_same_whatever_is_withheld(command: str, tmp_path: Path) -> None:
    arguments = ("--as-of", AS_OF) if command == "audit" else ()
    said = [
        ran(command, *arguments, data=data)
        for data in (plant(tmp_path / "one"), plant(tmp_path / "other", OTHERS), bare(tmp_path / "nothing"))
    ]
    assert said[0] == said[1] == said[2]
    assert leaks(said[0], CANARIES) == []
    assert b"alfa" in said[0]["audit-stdout.txt"] if command == "audit" else True


def test_sealing_leaves_what_a_public_repository_may_hold_and_says_no_more(tmp_path: Path) -> None:
    data = plant(tmp_path / "canaries")
    all_of(PUBLIC, without_what_is_early)(data)
    said = ran("seal", data=data)
    assert leaks(said, CANARIES) == []
    assert f"data/{ALFA_TOTAL.at('grade', data)} sealed".encode() not in said["seal-stdout.txt"]
    assert f"data/{ALFA_SECOND.at('grade', data)} sealed".encode() in said["seal-stdout.txt"]
    assert contents(data) == contents(bare(tmp_path / "nothing"))


def without_what_is_early(data: Path) -> None:
    """Take out what sealing is not about."""
    early = contents(data).keys() - contents(bare(data.parent / "early")).keys()
    all_of(*(removed(name) for name in early))(data)
    for name in ("corrections.csv", "providers/epsilon.yaml"):
        (data / name).write_bytes((data.parent / "early" / "data" / name).read_bytes())


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Iemand", "-c", "user.email=iemand@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", folder, *who, *arguments], check=True, capture_output=True)  # noqa: S607 - git itself


def test_a_summary_of_a_pull_request_tells_only_what_changes_in_public(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    git(tmp_path, "init", "--quiet")

    def committed(data: Path) -> None:
        git(tmp_path, "add", "--all", str(data))
        git(tmp_path, "commit", "--quiet", "--message", "Een wijziging")

    def since(data: Path, layout: Layout) -> Mapping[str, bytes]:
        return ran("diff", "HEAD", "--as-of", AS_OF, "--format", layout, data=data)

    committed(bare(tmp_path))
    assert since(plant(tmp_path), Layout.TEXT)["diff-stdout.txt"].endswith(b"nothing.\n\n")
    committed(plant(tmp_path))
    cell(MU_TOTAL, "grade", "8.0")(plant(tmp_path, OTHERS))
    for layout in Layout:
        said = since(tmp_path / "data", layout)
        assert b"8.0" in said["diff-stdout.txt"]
        assert leaks(said, CANARIES) == leaks(said, OTHERS) == []
