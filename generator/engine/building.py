"""From pages to a site: the new site is made beside the last one, and replaces it when it is whole.

Why: docs/decisions/0016-all-or-nothing.md.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path

from generator.disk.swap import recover, remove, swap
from generator.engine.code import fingerprint_of_code
from generator.engine.errors import as_engine_error
from generator.engine.filling import written_by_hand
from generator.engine.making import Making
from generator.engine.manifest import forget_manifest, last_build, write_manifest
from generator.engine.permanence import refuse_lost_addresses
from generator.engine.reservation import Reservation
from generator.engine.tree import files_in
from generator.site.content.content import Content
from generator.site.fingerprints import fingerprint


class UnsafeFolderError(Exception):
    """A build would replace a folder that it must not replace; the message says which and why."""


def refuse_unsafe_folders(project: Path, data: Path, docs: Path, site: Path) -> None:
    """Make sure that a build replaces only folders that an earlier build made.

    Raises:
        UnsafeFolderError: ``docs`` or ``site`` holds, or lies in, something that no build may replace.
    """
    sources = {"the project": project, "the register": data, "the pages' source": project / "site_src"}
    for name, target, other in (("--docs", docs, site), ("--site", site, docs)):
        for what, source in sources.items():
            if _holds(target, source) or (what != "the project" and _holds(source, target)):
                message = f"{name} {target} would replace {what} at {source}"
                raise UnsafeFolderError(message)
        if _holds(target, other):
            message = f"{name} {target} would replace {other}: the site and its Markdown need a folder each"
            raise UnsafeFolderError(message)
        # Every site has a 404 page, and all Markdown that we make has a home page.
        sign = "404.html" if target == site else "index.md"
        if target.exists() and (not target.is_dir() or any(target.iterdir())) and not (target / sign).is_file():
            message = f"{name} {target} holds something that no build made: name another folder, or empty this one"
            raise UnsafeFolderError(message)


def _holds(outer: Path, inner: Path) -> bool:
    """Whether ``inner`` is ``outer``, or lies in it."""
    return inner.resolve().is_relative_to(outer.resolve())


class Engine(Enum):
    """What makes HTML of Markdown."""

    SHELLS = "shells"  # MkDocs renders a shell for each kind of page; filling it is ours
    MKDOCS = "mkdocs"  # MkDocs renders each page: the reference for the other one


def build(
    content: Content, project: Path, reservation: Reservation, engine: Engine = Engine.SHELLS, jobs: int = 1
) -> frozenset[str]:
    """Make the site from generated and hand-written files. What did not change since the last build is not made again.

    Args:
        content: the generated files.
        project: the folder with mkdocs.yml and site_src/.
        reservation: the folders of the last Markdown and the last site, reserved before ``content`` was made.
        engine: what makes HTML of the Markdown.
        jobs: in how many processes.

    Returns:
        every file of the site, by its path below it.

    Raises:
        EngineError: MkDocs failed, or a folder could not be written. Both folders are as they were.
    """
    docs, site = reservation.docs, reservation.site
    with as_engine_error(site), _modes_for_all(), _beside(docs) as new_docs, _beside(site) as new_site:
        common = fingerprint(content.common, fingerprint_of_code(project), engine)
        making = Making(
            project,
            new_docs,
            new_site,
            last_build(docs, site, common),
            by_hand=frozenset(written_by_hand(project)),
            all_by_mkdocs=engine is Engine.MKDOCS,
            jobs=jobs,
        )
        with _beside(docs.with_name(f"{docs.name}.shells")) as workshop:
            manifest = making.made(content.parts, common, workshop)
        files = files_in(new_site)
        refuse_lost_addresses(content.published_before, files)
        forget_manifest(docs)
        swap(new_docs, docs)
        try:
            swap(new_site, site)
        except OSError:
            swap(new_docs, docs)
            raise
        with suppress(OSError):  # without it, or half of it, the next build is a clean one
            write_manifest(manifest, docs)
    return files


@contextmanager
def _modes_for_all() -> Iterator[None]:
    """Whatever the umask: any server can read what is made."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


@contextmanager
def _beside(place: Path) -> Iterator[Path]:
    """A new folder next to ``place``, so on the same file system; it is removed afterwards with its content.

    Its name is fixed, so that a build finds the remains of another build that was killed.
    """
    folder = place.with_name(f".{place.name}.building")
    recover(folder, place)
    folder.mkdir()
    try:
        yield folder
    finally:
        with suppress(OSError):  # the next build says what it cannot remove
            remove(folder)
