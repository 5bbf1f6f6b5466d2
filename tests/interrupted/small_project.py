"""A project of a few pages through the real engine, and processes to build it in, which can be killed.

Whole sites take too long to make fifty times. This one takes the same way: Markdown, MkDocs, files, the swap.
"""

import hashlib
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

from support.made import content_of

from generator.engine.building import build
from generator.engine.errors import EngineError
from generator.engine.manifest import place_of_manifest
from generator.engine.reservation import reserved
from generator.site.content.content import Content

# Each build is a process of its own, forked from one that has read the code already.
_PROCESSES = get_context("forkserver")
_PROCESSES.set_forkserver_preload(["interrupted.faults", "interrupted.small_project", "generator.register.writing"])

_SETTINGS = """\
site_name: Verzonnen
theme:
  name: null
  static_templates: [404.html]
plugins: []
hooks: [{hook}]
"""
_HEAD = '<!doctype html><html lang="nl"><head><meta charset="utf-8">'
_PAGE = f"{_HEAD}<title>{{{{ page.title }}}}</title></head><body>{{{{ page.content }}}}</body></html>\n"
# Larger than anything of which MkDocs makes it.
_NOT_FOUND = f"{_HEAD}<title>Niet gevonden</title></head><body>{{{{ 'Niets. ' * 1000 }}}}</body></html>\n"
# Where a test has put two pipes, MkDocs says that it is there, and waits until it may go on.
_HOOK = """\
from pathlib import Path

def on_post_build(config):
    folder = Path(__file__).parent
    if (folder / "here").exists():
        with (folder / "go").open("rb", buffering=0) as go:
            (folder / "here").write_bytes(b".")
            go.read(1)
"""
_PAGES = 5
FAILED = 3
_PATIENCE = 120  # seconds after which a test fails that waits for something that does not happen


@dataclass(frozen=True, slots=True)
class SmallProject:
    """The folder of the project, which holds its site as well."""

    folder: Path

    @property
    def docs(self) -> Path:
        """The Markdown of the last build."""
        return self.folder / "build" / "docs"

    @property
    def site(self) -> Path:
        """What is served."""
        return self.folder / "public" / "site"

    @property
    def beside(self) -> list[str]:
        """What else stands where the site and the Markdown are, and does not belong there: leftovers."""
        own = {self.docs, self.site, place_of_manifest(self.docs)}
        return sorted(path.name for place in (self.docs, self.site) for path in {*place.parent.iterdir()} - own)

    @property
    def half_made(self) -> Path:
        """Where MkDocs makes its part of the next site."""
        return self.folder / "build" / ".docs.shells.building" / "site"

    def pages(self, word: str) -> dict[str, str]:
        """The Markdown of the site about ``word``, which is on every page."""
        return {"index.md": f"# {word}\n"} | {f"{word}/{number}.md": f"# {word} {number}\n" for number in range(_PAGES)}

    def content(self, word: str) -> Content:
        """All that the site about ``word`` is made of."""
        files = [(f"{word}.bin", word.encode() * 8)]
        return content_of([("over.md", "# Over\n"), *self.pages(word).items(), *files], frame={})


class Snapshot(NamedTuple):
    """Digests of both folders: every name, mode and byte."""

    docs: str
    site: str


def snapshot(project: SmallProject) -> Snapshot:
    """Both folders as they are now."""
    return Snapshot(digest(project.docs), digest(project.site))


def digest(folder: Path) -> str:
    """One hash of every name, mode and byte in a folder; of a folder that is not there, too."""
    parts = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        parts.update(repr((path.relative_to(folder).as_posix(), path.stat().st_mode, content)).encode())
    return parts.hexdigest()


def small_project(folder: Path) -> SmallProject:
    """Write the project into ``folder``."""
    theme = folder / "site_src" / "theme"
    theme.mkdir(parents=True)
    (theme / "main.html").write_text(_PAGE, encoding="utf-8")
    (theme / "404.html").write_text(_NOT_FOUND, encoding="utf-8")
    (folder / "site_src" / "pages").mkdir(parents=True)
    (folder / "site_src" / "pages" / "over.md").write_text("# Over\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_SETTINGS.format(hook=folder / "hook.py"), encoding="utf-8")
    (folder / "hook.py").write_text(_HOOK, encoding="utf-8")
    return SmallProject(folder)


@dataclass(frozen=True, slots=True)
class Build:
    """A build in a process of its own; ``said`` gets what it says."""

    process: BaseProcess
    said: Connection

    def result(self) -> tuple[int | None, list[str]]:
        """Wait for its end: with what it exits, and all that it said."""
        self.process.join(_PATIENCE)
        lines = []
        while self.said.poll():
            try:
                lines.append(self.said.recv())
            except EOFError:
                break
        return self.process.exitcode, lines

    def kill(self, *, with_children: bool = True) -> None:
        """Kill it as the system does, which asks nobody."""
        assert self.process.pid
        if with_children:
            with suppress(ProcessLookupError):  # it has had no time for a group of its own, so it has no children
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.join(_PATIENCE)


def started(project: SmallProject, word: str, prepare: Callable[[], object] = int) -> Build:
    """Begin to build the site about ``word``, with ``prepare`` called there first; it exits with 0 or `FAILED`."""
    said, says = _PROCESSES.Pipe(duplex=False)
    process = _PROCESSES.Process(target=_build, args=(project, word, prepare, says))
    process.start()
    says.close()
    return Build(process, said)


def built(project: SmallProject, word: str) -> Snapshot:
    """Build the site about ``word`` undisturbed."""
    end, said = started(project, word).result()
    assert end == 0, said
    return snapshot(project)


def _build(project: SmallProject, word: str, prepare: Callable[[], object], says: Connection) -> None:
    os.setpgid(0, 0)  # so that it can be killed together with what it starts
    prepare()
    try:
        with reserved(project.docs, project.site, lambda place: says.send(f"waits for {place.name}")) as reservation:
            build(project.content(word), project.folder, reservation)
    except EngineError as error:
        says.send(str(error))
        sys.exit(FAILED)


def in_a_process(work: Callable[[], object], prepare: Callable[[], object]) -> int | None:
    """Do ``work`` in a process of its own, ``prepare`` first, and return how that ended."""
    process = _PROCESSES.Process(target=_work, args=(work, prepare))
    process.start()
    process.join(_PATIENCE)
    return process.exitcode


def _work(work: Callable[[], object], prepare: Callable[[], object]) -> None:
    prepare()
    work()
