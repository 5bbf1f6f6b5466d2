"""No commit on the way to the head holds what is withheld, whatever the head itself looks like."""

import re
from pathlib import Path

import click.testing
import pytest
from click.testing import CliRunner
from support.registers.editing import Edit, all_of, appended, cell, linked, private, removed, ruled, swapped, written
from support.registers.invented import (
    ALFA_FIRST_2020,
    ALFA_SECOND,
    ALFA_TOTAL,
    COUNTS_OF_GAMMA,
    GAMMA_LOW,
    GAMMA_ROUNDED,
    GAMMA_SINGLE,
    GAMMA_TOTAL,
    ONLY_HIDING,
    UNSEALED,
)
from support.repositories import NO_DRAFT, commit, git, repository

from generator.commands.main import main

RESULTS = "results/2021.csv"
GRADE = "3.7"  # invented, as all of this register is
LEAK = cell(GAMMA_LOW, "grade", GRADE)
SEALED = cell(GAMMA_LOW, "grade", "")
# Few enough answered, and the agency said no: two reasons, either of which a commit could leave out for a while.
AS_IF_MANY = all_of(cell(GAMMA_LOW, "completed", "10"), cell(GAMMA_LOW, "publication", "ja"))
ANSWERED = all_of(cell(GAMMA_SINGLE, "net_sample", "2"), cell(GAMMA_SINGLE, "completed", "2"))
ALL_SHOWN = all_of(LEAK, AS_IF_MANY, ANSWERED, cell(GAMMA_SINGLE, "grade", GRADE))
COUNTS = appended("distributions/2021.csv", COUNTS_OF_GAMMA)
LAX = all_of(ruled("versions.1.response_requirement.steps.1.required", "1"), cell(GAMMA_LOW, "publication", "ja"))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = repository(tmp_path / "een map" / "project", NO_DRAFT)
    monkeypatch.chdir(folder)
    return folder


def guard(*arguments: str) -> click.testing.Result:
    done = click.testing.CliRunner().invoke(main, ["guard", *arguments], catch_exceptions=False)
    assert GRADE not in done.output
    assert GRADE.replace(".", ",") not in done.output
    return done


def refused(*arguments: str) -> list[str]:
    """The places and codes of what is refused; nothing when all is well."""
    done = guard(*arguments)
    places = [line.split(" error: ")[0] for line in done.output.splitlines() if " error: " in line]
    assert done.exit_code == bool(places)
    return places


def in_commit(sha: str, *places: str) -> list[str]:
    return [f"{sha[:12]}:data/{place}" for place in places]


def test_a_history_without_anything_withheld_passes(project: Path) -> None:
    commit(project, cell(ALFA_TOTAL, "grade", "8.2"))
    assert re.fullmatch(
        r"data: looked at 2 versions of it and \d+ other files: no errors, no warnings\.\n", guard().output
    )


def test_it_says_what_it_looked_at_and_never_that_what_it_did_not_see_is_fine(project: Path) -> None:
    nothing = "data: nothing was looked at: no version of it and no other file is new.\n"
    assert guard("--since", "HEAD").output == nothing
    commit(project)
    assert guard("--since", "HEAD~1").output == nothing
    (project / "thesis.md").write_text("niets", encoding="utf-8")
    git(project, "add", "thesis.md")
    commit(project)
    said = "data: looked at no versions of it and 1 other file: no errors, no warnings.\n"
    assert guard("--since", "HEAD~1").output == said
    commit(project, private())
    assert "nothing was looked at: policy.yaml says that the repository is private" in guard().output


def test_a_grade_that_the_next_commit_takes_out_is_refused_in_the_commit_that_had_it(project: Path) -> None:
    leak = commit(project, LEAK)
    commit(project, SEALED)
    assert refused() == in_commit(leak, f"{GAMMA_LOW.at('grade')} W02")
    # The second commit brings nothing that was not there before the first.
    assert (
        "data: looked at 1 version of it and no other files: 1 error, no warnings." in guard("--since", "HEAD~2").output
    )
    assert refused("--only") == []


def test_an_exact_grade_on_the_way_is_refused_where_the_head_shows_whole_points(project: Path) -> None:
    exact = commit(project, UNSEALED)
    commit(project, cell(GAMMA_ROUNDED, "grade", "8"))
    assert refused("--since", "HEAD~2") == in_commit(exact, f"{GAMMA_ROUNDED.at('grade')} W02")


def test_exact_grades_on_the_way_are_refused_where_the_head_hides_them(project: Path) -> None:
    exact = commit(project, ONLY_HIDING)
    assert CliRunner().invoke(main, ["seal", "--data", "data"]).exit_code == 0
    commit(project)
    # What the clients answered besides was public before, and is in the history for good.
    assert refused("--since", "HEAD~2") == in_commit(
        exact, f"{GAMMA_TOTAL.at('grade')} W02", f"{GAMMA_ROUNDED.at('grade')} W02"
    )


def test_whole_points_on_the_way_are_refused_where_the_head_hides_them(project: Path) -> None:
    commit(project, ONLY_HIDING)
    assert CliRunner().invoke(main, ["seal", "--data", "data"]).exit_code == 0
    commit(project)
    rounded = commit(project, cell(GAMMA_ROUNDED, "grade", "9"))
    commit(project, cell(GAMMA_ROUNDED, "grade", "hidden"))
    assert refused("--since", "HEAD~2") == in_commit(rounded, f"{GAMMA_ROUNDED.at('grade')} W02")


def test_whole_points_on_the_way_are_refused_where_the_head_withholds_them(project: Path) -> None:
    rounded = commit(project, cell(GAMMA_LOW, "grade", "9"))
    commit(project, SEALED)
    assert refused("--since", "HEAD~2") == in_commit(rounded, f"{GAMMA_LOW.at('grade')} W02")


def test_what_the_rule_of_before_hid_may_have_stood_on_the_way(project: Path) -> None:
    """The head shows it, whatever a version in between said of it, and by what rules."""
    before = (project / "data" / "policy.yaml").read_text(encoding="utf-8")
    rules = before.replace("      one_person: 2.0\n      several: 0.5\n", "")
    rules = rules.replace("attacker: outsider", "minimum_interval: 2.0").replace("means: round", "secondary: withhold")
    commit(project, written("policy.yaml", rules))
    commit(project, cell(ALFA_SECOND, "grade", "secondary"))
    commit(project, cell(ALFA_SECOND, "grade", "8.4"))
    commit(project, written("policy.yaml", before))
    assert refused("--since", "HEAD~4") == []


def edits_on_the_way(project: Path, *edits: Edit) -> list[str]:
    """Commit each edit by itself, and take it back in the next commit; the ids of the commits that have one."""
    made = []
    for edit in edits:
        made.append(commit(project, edit))
        git(project, "revert", "--no-edit", "HEAD")
    return made


def test_the_head_decides_what_was_withheld_on_the_way(project: Path) -> None:
    expected = {
        "as if many answered": (
            all_of(LEAK, AS_IF_MANY),
            [f"{GAMMA_LOW.at('grade')} W02", f"{GAMMA_TOTAL.at('completed')} G01"],
        ),
        "by lax rules": (all_of(LEAK, LAX), [f"{GAMMA_LOW.at('grade')} W02"]),
        "as if private": (all_of(LEAK, private()), [f"{GAMMA_LOW.at('grade')} W02"]),
        "without rules": (all_of(LEAK, removed("policy.yaml")), [f"{GAMMA_LOW.at('grade')} W02"]),
        "of one client": (cell(GAMMA_SINGLE, "grade", GRADE), [f"{GAMMA_SINGLE.at('grade')} W02"]),
        "which gives another one away": (UNSEALED, [f"{GAMMA_ROUNDED.at('grade')} W02"]),
        "and nothing beside it is withheld": (
            all_of(UNSEALED, ALL_SHOWN),
            [
                f"{GAMMA_LOW.at('grade')} W02",
                f"{GAMMA_TOTAL.at('net_sample')} G01",
                f"{GAMMA_TOTAL.at('completed')} G01",
                f"{GAMMA_ROUNDED.at('grade')} W02",
                f"{GAMMA_SINGLE.at('grade')} W02",
            ],
        ),
        "counts": (COUNTS, ["distributions/2021.csv:4 W02"]),
    }
    commits = edits_on_the_way(project, *(edit for edit, _ in expected.values()))
    places = [in_commit(sha, *places) for sha, (_, places) in zip(commits, expected.values(), strict=True)]
    assert refused("--since", "main~16") == [place for each in places for place in each]


def test_a_repository_is_not_private_because_its_next_commit_says_so(project: Path) -> None:
    leak = commit(project, LEAK, private())
    assert refused("--since", "HEAD~1") == in_commit(leak, f"{GAMMA_LOW.at('grade')} W02")


def test_nor_because_the_rules_before_it_cannot_be_read(project: Path) -> None:
    commit(project, written("policy.yaml", "repository: wie weet\n"))
    git(project, "checkout", "HEAD~1", "--", "data")
    leak = commit(project, LEAK, private())
    assert refused("--since", "HEAD~1") == in_commit(leak, f"{GAMMA_LOW.at('grade')} W02")


def test_a_private_repository_may_hold_withheld_grades(project: Path) -> None:
    commit(project, private())
    commit(project, LEAK)
    assert refused("--since", "HEAD~1") == []


def test_what_was_rightly_public_before_is_not_refused_after_a_correction(project: Path) -> None:
    """Or no correction that withholds could be made in more than one commit."""
    commit(project, cell(ALFA_TOTAL, "grade", "8.2"))
    commit(project, all_of(cell(GAMMA_ROUNDED, "grade", ""), cell(GAMMA_ROUNDED, "publication", "nee")))
    assert refused("--since", "HEAD~2") == []
    # Another grade of that row was never public.
    git(project, "reset", "--quiet", "--hard", "HEAD~1")
    other = commit(project, cell(GAMMA_ROUNDED, "grade", GRADE))
    commit(project, all_of(cell(GAMMA_ROUNDED, "grade", ""), cell(GAMMA_ROUNDED, "publication", "nee")))
    assert refused("--since", "HEAD~2") == in_commit(other, f"{GAMMA_ROUNDED.at('grade')} W02")


def test_the_head_is_refused_also_for_what_was_there_before(project: Path) -> None:
    commit(project, LEAK)
    head = commit(project, cell(ALFA_TOTAL, "grade", "8.2"))
    assert refused("--since", "HEAD~1") == in_commit(head, f"{GAMMA_LOW.at('grade')} W02")


def test_what_cannot_be_read_is_refused_and_not_quoted(project: Path) -> None:
    expected = {
        f"{GAMMA_LOW.at('grade')} G01": swapped(GAMMA_LOW, ",,nee", ',"3,7",nee'),
        f"{GAMMA_LOW.at('completed')} G01": swapped(GAMMA_LOW, "4,,nee", f"vier,{GRADE},nee"),
        f"{RESULTS}:1 G01": swapped(RESULTS, "completed", "ingevuld"),
        "results/2021.csv~ G01": written("results/2021.csv~", f"verzonnen-gamma,{GRADE}\n"),
        "results/.2021.csv.swp G01": written("results/.2021.csv.swp", GRADE),
        "distributions/2020.csv G01": linked("distributions/2020.csv", "../../../elders.csv"),
    }
    commits = edits_on_the_way(project, *expected.values())
    found = refused("--since", "main~12")
    assert {place for sha, each in zip(commits, expected, strict=True) for place in in_commit(sha, each)} <= set(found)


def test_attributes_cannot_hide_a_file(project: Path) -> None:
    """As they could from `git archive`."""
    leak = commit(project, LEAK, written(".gitattributes", "results/2021.csv export-ignore\n"))
    git(project, "rm", "--quiet", "data/.gitattributes")
    commit(project, SEALED)
    expected = in_commit(leak, ".gitattributes G01", f"{GAMMA_LOW.at('grade')} W02")
    assert refused("--since", "HEAD~2") == expected


def test_an_error_that_hides_no_grade_is_left_to_the_check(project: Path) -> None:
    commit(project, swapped("providers/verzonnen-alfa.yaml", "https", "ftp"))
    commit(project, swapped("providers/verzonnen-alfa.yaml", "ftp", "https"))
    assert refused("--since", "HEAD~2") == []


def test_rules_that_cannot_be_read_at_the_head_judge_nothing(project: Path) -> None:
    head = commit(project, removed("policy.yaml"))
    assert refused("--since", "HEAD~1") == in_commit(head, "policy.yaml G01")


@pytest.mark.parametrize("unread", [removed("register.yaml"), swapped("register.yaml", "language: nl", "language: fr")])
def test_without_the_scale_of_the_head_nothing_is_judged(unread: Edit, project: Path) -> None:
    """Or counts beside a withheld grade would pass: what columns they have nobody knows."""
    head = commit(project, all_of(COUNTS, unread))
    (told,) = refused("--since", "HEAD~1")
    assert re.fullmatch(rf"{head[:12]}:data/register.yaml(:5:1)? G01", told)


def test_words_that_cannot_be_read_hide_nothing(project: Path) -> None:
    head = commit(project, all_of(LEAK, written("words/nl.yaml", "home: [")))
    assert refused("--since", "HEAD~1") == in_commit(head, f"{GAMMA_LOW.at('grade')} W02")


def test_a_merge_is_looked_at_with_all_that_it_brings(project: Path) -> None:
    git(project, "switch", "--quiet", "--create", "branch")
    leak = commit(project, LEAK)
    commit(project, SEALED)
    git(project, "switch", "--quiet", "main")
    commit(project, cell(ALFA_FIRST_2020, "grade", "7.8"))
    git(project, "merge", "--quiet", "--no-edit", "branch")
    assert refused("--since", "HEAD^1") == in_commit(leak, f"{GAMMA_LOW.at('grade')} W02")


def test_a_commit_without_the_register_is_passed_over(project: Path) -> None:
    (project / "data").rename(project / "elders")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message=Verhuisd")
    (project / "elders").rename(project / "data")
    commit(project)
    assert refused() == []


def test_a_register_that_is_no_folder_in_a_commit_is_told(project: Path) -> None:
    git(project, "rm", "-r", "--quiet", "data")
    (project / "data").symlink_to("elders")
    git(project, "add", "data")
    git(project, "commit", "--quiet", "--message=Een link")
    (project / "data").unlink()
    git(project, "checkout", "HEAD~1", "--", "data")
    commit(project)
    done = guard()
    assert done.exit_code == 2
    assert f"data is no folder at {git(project, 'rev-parse', 'HEAD~1')}" in done.output


def test_a_part_of_a_history_is_not_taken_for_the_whole(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(project, LEAK)
    commit(project, SEALED)
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{project}", "ondiep")
    monkeypatch.chdir(tmp_path / "ondiep")
    done = guard()
    assert done.exit_code == 2
    assert "git fetch --unshallow" in done.output


@pytest.mark.parametrize(("arguments", "said"), [(["nergens"], "'nergens'"), (["--since", "nergens"], "'nergens'")])
def test_a_revision_that_is_not_there_is_named(project: Path, arguments: list[str], said: str) -> None:
    assert project.is_dir()
    done = guard(*arguments, "--only")
    assert done.exit_code == 2
    assert said in done.output


def test_a_pull_request_gets_an_annotation(project: Path) -> None:
    leak = commit(project, LEAK)
    place = f"::error file={leak[:12]}%3Adata/{RESULTS},line=7,col=7,title=W02::"
    assert guard("--since", "HEAD~1", "--format", "github").output.startswith(place)
