"""A build that is killed, at whatever moment: what is served is the old site or the new one, whole."""

import random
import signal
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from time import perf_counter

import pytest
from interrupted.faults import counted, killed_at, swap_in_two_steps
from interrupted.small_project import (
    SmallProject,
    Snapshot,
    built,
    digest,
    in_a_process,
    snapshot,
    started,
)

from generator.disk.replacing import replace_files
from generator.disk.swap import recover, swap

KILLS = 15  # of either kind: at a moment of the clock, and at a step of the program; `make kills` has fifty
KILLED = -signal.SIGKILL
OTHER = {"oud": "nieuw", "nieuw": "oud"}


@pytest.fixture(scope="module")
def whole(project: SmallProject) -> dict[str, Snapshot]:
    """The two sites as they should be."""
    return {"oud": snapshot(project), "nieuw": built(project, "nieuw")}


def served(project: SmallProject, whole: dict[str, Snapshot]) -> str:
    """Which of the two is served; it must be one of them, and so must the Markdown."""
    now = snapshot(project)
    assert now.docs in {each.docs for each in whole.values()}
    (word,) = [word for word, each in whole.items() if each.site == now.site]
    return word


def test_at_moments_of_the_clock(project: SmallProject, whole: dict[str, Snapshot]) -> None:
    begun = perf_counter()
    word = "oud"
    built(project, word)
    shortest = perf_counter() - begun
    chance = random.Random(20261122)  # noqa: S311 - the same parts of a build in each run
    killed = 0
    while killed < KILLS:
        build = started(project, OTHER[word])
        moment = chance.uniform(0, shortest)
        build.process.join(moment)
        # Now and then alone, so that MkDocs outlives it and the next build finds it at work.
        build.kill(with_children=killed % 5 > 0)
        if build.process.exitcode == KILLED:
            killed += 1
        else:  # it was done before, so this machine has become faster
            shortest = moment
        word = served(project, whole)
    assert built(project, OTHER[word]) == whole[OTHER[word]]
    assert project.beside == []


def test_at_steps_of_the_program(project: SmallProject, whole: dict[str, Snapshot], tmp_path: Path) -> None:
    word = OTHER[served(project, whole)]  # the same site again would take no steps
    assert started(project, word, partial(counted, tmp_path / "steps")).result() == (0, [])
    steps = range(1, (tmp_path / "steps").stat().st_size)
    changes = 0
    for step in random.Random(20261123).sample(steps, KILLS):  # noqa: S311 - the same steps in each run
        asked = OTHER[word]
        assert started(project, asked, partial(killed_at, step)).result() == (KILLED, [])
        word = served(project, whole)
        changes += word == asked
    assert 0 < changes < KILLS  # some were killed before the swap, and some after it
    assert built(project, OTHER[word]) == whole[OTHER[word]]
    assert project.beside == []


def killed_at_each_step(work: Callable[[], None]) -> Iterator[None]:
    """Do ``work`` again and again, killed each time at the next step, until it comes to its end."""
    for step in count(1):
        end = in_a_process(work, partial(killed_at, step))
        assert end in {0, KILLED}
        if end == 0:
            assert step > 1
            return
        yield


def folders(tmp_path: Path) -> tuple[Path, Path]:
    """An old folder in its place and a new one beside it."""
    new, place = tmp_path / ".site.building", tmp_path / "site"
    for folder in (new, place):
        folder.mkdir(exist_ok=True)
        (folder / "page.html").write_text(folder.name, encoding="utf-8")
    return new, place


@pytest.mark.parametrize("is_atomic", [True, False])
def test_at_each_step_of_the_swap(tmp_path: Path, is_atomic: bool) -> None:  # noqa: FBT001 - a parameter of the test
    new, place = folders(tmp_path)
    old, made = digest(place), digest(new)
    for _ in killed_at_each_step(partial(swap if is_atomic else swap_in_two_steps, new, place)):
        if is_atomic:
            assert digest(place) in {old, made}
        recover(new, place)
        assert digest(place) in {old, made}
        assert list(tmp_path.iterdir()) == [place]
        folders(tmp_path)
    assert digest(place) == made


def test_at_each_step_of_the_first_site(tmp_path: Path) -> None:
    new, place = folders(tmp_path)
    made = digest(new)
    recover(place, tmp_path / "nothing")
    for _ in killed_at_each_step(partial(swap, new, place)):
        assert not place.exists() or digest(place) == made
        folders(tmp_path)
        recover(place, tmp_path / "nothing")
    assert digest(place) == made


def test_at_each_step_of_writing_the_register(tmp_path: Path) -> None:
    old = {"results/2021.csv": b"old results"}
    new = {"results/2021.csv": b"new results", "urls.txt": b"new addresses"}
    replace_files(tmp_path, old)
    for _ in killed_at_each_step(partial(replace_files, tmp_path, new)):
        for name, content in new.items():
            file = tmp_path / name
            assert (file.read_bytes() if file.exists() else None) in {old.get(name), content}
        replace_files(tmp_path, new)
        files = {path.relative_to(tmp_path).as_posix(): path for path in tmp_path.rglob("*") if path.is_file()}
        assert {name: path.read_bytes() for name, path in files.items()} == new
        assert sorted(path.name for path in tmp_path.iterdir()) == ["results", "urls.txt"]
        replace_files(tmp_path, old)
        (tmp_path / "urls.txt").unlink()
