"""A full disk, a file that may not grow, a folder that may not be written: the old site stays, and it is said why."""

import errno
import os
import random
import resource
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from interrupted.faults import counted, disk_full_from
from interrupted.small_project import FAILED, SmallProject, built, in_a_process, small_project, snapshot, started

from generator.disk.swap import recover

_NOBODY = 65534
_FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "a file")


def limit_files(size: int) -> None:
    """From now on no file can be larger than ``size`` bytes: what would pass that fails halfway, as on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize(
    ("size", "what"),
    [
        (5, "over.md: File too large"),  # a page
        (9, "nieuw/0.md: File too large"),  # one in a folder
        (30, "nieuw.bin: File too large"),  # a file that is no page
        (5000, "MkDocs: OSError: [Errno 27] File too large"),
    ],
)
def test_a_file_that_cannot_be_written_whole(project: SmallProject, size: int, what: str) -> None:
    old = snapshot(project)
    end, (said,) = started(project, "nieuw", partial(limit_files, size)).result()
    assert (end, snapshot(project), project.beside) == (FAILED, old, [])
    assert said.endswith(what)


def test_a_disk_that_is_full_from_some_step_on(project: SmallProject, tmp_path: Path) -> None:
    old = snapshot(project)
    assert started(project, "nieuw", partial(counted, tmp_path / "steps")).result() == (0, [])
    new = snapshot(project)
    built(project, "oud")
    steps = range(1, (tmp_path / "steps").stat().st_size)
    ends = set()
    for step in sorted(random.Random(20261124).sample(steps, 5)):  # noqa: S311 - the same steps in each run
        end, said = started(project, "nieuw", partial(disk_full_from, step, _FULL)).result()
        assert project.beside == []
        ends.add(end)
        if end == 0:  # it needed no room any more
            assert snapshot(project) == new
            assert built(project, "oud") == old
        else:
            assert (end, said) == (FAILED, ["a file: No space left on device"])
        assert snapshot(project) == old
    assert FAILED in ends


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that others may pass through, unlike those of pytest."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        for path in (folder, *folder.rglob("*")):
            if path.is_dir():
                path.chmod(0o755)


def give_up_rights() -> None:
    """Become nobody, where the rights of a file do not count for who we are."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)


def give_away(folder: Path) -> None:
    """Let everything in the folder be of who we are after `give_up_rights`."""
    if os.getuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, _NOBODY, _NOBODY)


@pytest.mark.parametrize("name", ["build", "public"])
def test_a_folder_that_may_not_be_written(folder: Path, name: str) -> None:
    project = small_project(folder / "project")
    for place in (project.docs, project.site):
        place.mkdir(parents=True)
        (place / "page.html").write_text("oud", encoding="utf-8")
    old = snapshot(project)
    give_away(folder)
    (project.folder / name).chmod(0o555)
    end, said = started(project, "nieuw", give_up_rights).result()
    assert (end, snapshot(project), project.beside) == (FAILED, old, [])
    assert said[0].endswith(": Permission denied")
    assert f"{project.folder / name}/" in said[0]


def test_what_was_left_is_taken_away_even_where_it_may_not_be_written(folder: Path) -> None:
    leftover = folder / ".site.building"
    (leftover / "over").mkdir(parents=True)
    (leftover / "over" / "index.html").touch()
    give_away(folder)
    for path in (leftover / "over", leftover):
        path.chmod(0o555)
    assert in_a_process(partial(recover, leftover, folder / "site"), give_up_rights) == 0
    assert list(folder.iterdir()) == []
