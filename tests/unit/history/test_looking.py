"""What is seen in a version is the same whether it is compared with another one or looked at whole."""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.registers.editing import (
    Edit,
    all_of,
    appended,
    cell,
    inserted,
    linked,
    private,
    removed,
    ruled,
    swapped,
    without,
    written,
)
from support.registers.invented import (
    ALFA_FIRST,
    ALFA_REPORT,
    ALFA_REPORT_2020,
    ALFA_TOTAL,
    BETA_REPORT,
    BETA_TOTAL,
    CORRECTION,
    COUNTS_OF_GAMMA,
    FIRST_HELP,
    GAMMA_LOW,
    GAMMA_REPORT,
    GAMMA_ROUNDED,
    GAMMA_SINGLE,
    GAMMA_TOTAL,
    ONLY_HIDING,
    UNSEALED,
    write_register,
)
from support.repositories import NO_DRAFT, commit, git
from support.scales import FIVE, TEN
from support.words import ENGLISH_REGISTER

from generator.history.looking import Looked, Looking
from generator.history.narrowing import Narrowing

DAY = date(2022, 3, 1)
AS_GAMMA = "verzonnen-beta,2021-01-01,2021-12-31,2022-02-01,final,Verzonnen bureau,,,,,,,,,,,,yes"
DELTA = "id: verzonnen-delta\nname: Verzonnen Delta\n"
OTHER = cell(ALFA_TOTAL, "grade", "8.2")
STRANGER = written("results/.2021.csv.swp", "5.5")
NOBODY = removed("providers/verzonnen-gamma.yaml")
UNKNOWN, UNKNOWN_TOO = cell(ALFA_FIRST, "service", "onbekend"), cell(GAMMA_ROUNDED, "service", "onbekend")
# Gamma once more, under another name: the same report, with the same numbers of people.
_ROWS = [row.line.replace("gamma", "hamma", 1) for row in (GAMMA_LOW, GAMMA_TOTAL, GAMMA_ROUNDED, GAMMA_SINGLE)]
TWIN = all_of(
    written("providers/verzonnen-hamma.yaml", "id: verzonnen-hamma\nname: Verzonnen Hamma\n"),
    appended("reports/2021.csv", GAMMA_REPORT.line.replace("gamma", "hamma", 1).replace("draft", "final")),
    *(appended("results/2021.csv", row) for row in _ROWS),
)
TWIN_TELLS = swapped("results/2021.csv", _ROWS[1], _ROWS[1].replace(",8.5,", ",8.4,"))
EDITS: Sequence[Edit] = (
    NO_DRAFT,
    NOBODY,
    UNKNOWN,
    UNKNOWN_TOO,
    TWIN,
    TWIN_TELLS,
    cell(GAMMA_LOW, "grade", "3.7"),
    cell(GAMMA_LOW, "completed", "10"),
    cell(GAMMA_LOW, "net_sample", "vier"),
    cell(GAMMA_SINGLE, "grade", "9.0"),
    cell(GAMMA_TOTAL, "grade", "7.9"),
    OTHER,
    cell(BETA_TOTAL, "service", "eerste-hulp"),
    cell(ALFA_REPORT, "report_date", "2022-02-20"),
    cell(ALFA_REPORT, "source", "Verzonnen  bureau"),
    cell(ALFA_REPORT_2020, "period_end", "2021-03-31"),
    cell(BETA_REPORT, "report_date", "2026-08-01"),
    cell(CORRECTION, "provider", "verzonnen-gamma"),
    all_of(removed("corrections.csv"), written("corrections.csv", "van alles\n")),
    without(BETA_REPORT),
    without(GAMMA_ROUNDED),
    inserted("verzonnen-aa,2021-12-31,client,total,40,20,8.0,ja", ALFA_FIRST),
    inserted(AS_GAMMA, GAMMA_REPORT),
    appended("distributions/2021.csv", COUNTS_OF_GAMMA),
    appended("results/2021.csv", "verzonnen-alfa,2021-12-31,client,total,40,20,8.0,ja"),
    appended("results/2021.csv", "verzonnen-delta,2021-12-31,client,total,40,4,5.5,nee"),
    written("providers/verzonnen-delta.yaml", DELTA),
    swapped("providers/verzonnen-alfa.yaml", "https", "ftp"),
    swapped("results/2021.csv", "completed", "ingevuld"),
    cell(FIRST_HELP, "retired", "2021-06-01"),
    ruled("versions.1.response_requirement.steps.1.required", "1"),
    private(),
    removed("policy.yaml"),
    STRANGER,
    linked("distributions/2020.csv", "2021.csv"),
    UNSEALED,
    ONLY_HIDING,
)


def trees(folder: Path, history: Sequence[Sequence[Edit]]) -> list[str]:
    """The tree of a register without a fault after each lot of edits; one may not apply after another."""
    git(folder, "init", "--quiet", "--template=")
    found = []
    for edits in history:
        git(folder, "rm", "-r", "--quiet", "--force", "--ignore-unmatch", "data")
        write_register(folder)
        for edit in edits:
            try:
                edit(folder / "data")
            except (AssertionError, FileNotFoundError):
                continue
        git(folder, "add", "--all", "--force", "data")
        found.append(git(folder, "write-tree", "--prefix=data/"))
    return found


def seen(looked: Looked) -> tuple[object, ...]:
    held = sorted((repr(each.fact), each.provider, each.finding) for each in looked.held)
    return held, sorted(looked.unread)


LOTS = st.lists(st.lists(st.sampled_from(EDITS), max_size=3), min_size=3, max_size=5)


@given(LOTS)
@example([[NO_DRAFT], [NO_DRAFT, NOBODY]]).via("only the file of a provider differs")
@example([[NO_DRAFT, UNKNOWN, UNKNOWN_TOO], [NO_DRAFT, UNKNOWN_TOO]]).via("told of the first row alone")
@example([[NO_DRAFT, STRANGER], [NO_DRAFT, STRANGER, OTHER]]).via("a file that nothing reads, in both")
@example([[NO_DRAFT, TWIN], [NO_DRAFT, TWIN, TWIN_TELLS]]).via("a provider under two names")
def test_a_history_is_seen_as_if_each_version_was_looked_at_whole(history: Sequence[Sequence[Edit]]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        # The rules of the head must be there.
        head, *versions = trees(folder, [[NO_DRAFT], *history])
        compared = Looking(folder / "data", head, DAY)
        found = [seen(compared.at(tree)) for tree in versions]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Narrowing, "write", lambda *_: None)
            whole = Looking(folder / "data", head, DAY)
            assert found == [seen(whole.at(tree)) for tree in versions]


def test_on_another_scale_versions_are_compared_too(tmp_path: Path) -> None:
    """Its tables of counts have other columns: by those of 1 to 10 none is sound, and each version is judged whole."""
    shutil.copytree(ENGLISH_REGISTER, tmp_path / "data")
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "--template=")
    trees = []
    for edit in (removed("corrections.csv"), swapped("results/2025.csv", "40,6,3.7", "40,6,3.8")):
        commit(tmp_path, edit)
        trees.append(git(tmp_path, "rev-parse", "HEAD:data"))
    for scale, is_compared in ((FIVE, True), (TEN, False)):
        with TemporaryDirectory() as folder:
            written_numbers = Narrowing(tmp_path, scale).write(trees[0], trees[1], set(), Path(folder))
            assert (written_numbers is not None) is is_compared
