"""Two builds of one site at once, and a build that finds the MkDocs of one that was killed still at work."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import wait
from pathlib import Path

from interrupted.small_project import Build, SmallProject, built, snapshot, started

_PATIENCE = 120


class Gate:
    """Two pipes in which MkDocs says that it is at its end, and waits until it may go on."""

    def __init__(self, project: SmallProject) -> None:
        self._names = [project.folder / name for name in ("here", "go")]
        for name in self._names:
            os.mkfifo(name)
        # Open for both, so that neither side waits for the other just to open it.
        self._here, self._go = (os.open(name, os.O_RDWR) for name in self._names)

    def reached(self, build: Build) -> None:
        """Wait until MkDocs is there; the next one will find no gate."""
        assert self._here in wait([self._here, build.process.sentinel], _PATIENCE)
        for name in self._names:
            name.unlink()

    def open(self) -> None:
        os.write(self._go, b".")

    def close(self) -> None:
        os.close(self._here)
        os.close(self._go)


@contextmanager
def gate(project: SmallProject) -> Iterator[Gate]:
    made = Gate(project)
    try:
        yield made
    finally:
        made.open()
        made.close()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def test_a_build_waits_for_what_outlives_a_killed_one_and_touches_nothing_of_it(project: SmallProject) -> None:
    old = snapshot(project)
    with gate(project) as its:
        first = started(project, "nieuw")
        its.reached(first)
        first.kill(with_children=False)  # MkDocs writes on
        made = names(project.half_made)
        second = started(project, "nieuwer")
        assert second.said.poll(_PATIENCE)
        assert second.said.recv() == "waits for docs"
        assert names(project.half_made) == made != []
        assert snapshot(project) == old
        its.open()
        assert second.result() == (0, [])
    assert first.process.exitcode == -signal.SIGKILL
    assert "nieuwer.bin" in names(project.site)
    assert "nieuw.bin" not in names(project.site)
    assert project.beside == []
    assert snapshot(project) == built(project, "nieuwer")


def test_of_two_that_begin_together_one_is_served_whole(project: SmallProject) -> None:
    builds = [started(project, word) for word in ("een", "twee")]
    assert [build.result()[0] for build in builds] == [0, 0]
    assert project.beside == []
    now = snapshot(project)
    (word,) = {"een", "twee"} & {path.stem for path in project.site.glob("*.bin")}
    assert now == built(project, word)
