"""From pages to a site: the new site is made beside the last one, and replaces it when it is whole.

Why: docs/decisions/0016-all-or-nothing.md.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path

from generator.charter import Folders
from generator.disk.interrupts import whole
from generator.disk.swap import recover, remove, swap
from generator.engine.code import fingerprint_of_code
from generator.engine.errors import as_engine_error
from generator.engine.filling import written_by_hand
from generator.engine.making import Making, brought
from generator.engine.manifest import forget_manifest, last_build, write_manifest
from generator.engine.permanence import refuse_lost_addresses
from generator.engine.reservation import Reservation
from generator.engine.shards import Shard, ShardFolder, shards_in, unite, whole_of
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
    with _in_new_folders(reservation) as (new_docs, new_site):
        parts = [*content.parts, brought(project)]
        common = fingerprint(content.common, content.frame, fingerprint_of_code(project), engine)
        last = last_build(docs, site, common)
        if last and last.is_of(parts):
            files = files_in(site)
            refuse_lost_addresses(content.published_before, files, content.folders)
            return files
        is_reference = engine is Engine.MKDOCS
        making = Making(
            project, content.frame, new_docs, new_site, last, frozenset(written_by_hand(project)), is_reference, jobs
        )
        with _beside(docs.with_name(f"{docs.name}.shells")) as workshop:
            manifest = making.made(parts, common, workshop)
        files = _put_in_place(new_docs, new_site, reservation, content.folders, content.published_before)
        with suppress(OSError):  # without it, or half of it, the next build is a clean one
            write_manifest(manifest, docs)
    return files


def build_shard(content: Content, project: Path, shard: Shard, reservation: Reservation, jobs: int = 1) -> None:
    """Make one share of the site, for `merge`.

    Raises:
        EngineError: as `build`; the folders of the shard are as they were.
    """
    with _in_new_folders(reservation) as (new_docs, new_site):
        common = fingerprint(content.common, content.frame, fingerprint_of_code(project))
        by_hand = frozenset(written_by_hand(project))
        parts = [*content.parts, brought(project)]
        making = Making(project, content.frame, new_docs, new_site, None, by_hand, all_by_mkdocs=False, jobs=jobs)
        with _beside(reservation.docs.with_name(f"{reservation.docs.name}.shells")) as workshop:
            making.made(shard.share(parts, by_hand), common, workshop)
        _put_in_place(new_docs, new_site, reservation, content.folders)
        ShardFolder(reservation.site.parent).note(shard, whole_of(parts, common))


def merge(shards: Path, reservation: Reservation, folders: Folders, published_before: frozenset[str]) -> frozenset[str]:
    """Make one site of all the shards in a folder: the same bytes as a whole build.

    Args:
        shards: a folder with a folder for each shard.
        reservation: the folders of the last Markdown and the last site.
        folders: those of the addresses.
        published_before: addresses that must answer in this site too.

    Returns:
        every file of the site, by its path below it.

    Raises:
        EngineError: the shards are not those of one site, or as `build`.
    """
    with _in_new_folders(reservation) as (new_docs, new_site):
        unite(shards_in(shards), new_docs, new_site)
        return _put_in_place(new_docs, new_site, reservation, folders, published_before)


@contextmanager
def _in_new_folders(reservation: Reservation) -> Iterator[tuple[Path, Path]]:
    docs, site = reservation.docs, reservation.site
    with as_engine_error(site), _modes_for_all(), _beside(docs) as new_docs, _beside(site) as new_site:
        yield new_docs, new_site


def _put_in_place(
    new_docs: Path,
    new_site: Path,
    reservation: Reservation,
    folders: Folders,
    published_before: frozenset[str] = frozenset(),
) -> frozenset[str]:
    """Let the new folders replace the last ones, both or none; every file of the site, by its path below it."""
    docs, site = reservation.docs, reservation.site
    files = files_in(new_site)
    refuse_lost_addresses(published_before, files, folders)
    with whole(docs, site):
        forget_manifest(docs)
        swap(new_docs, docs)
        try:
            swap(new_site, site)
        except OSError:
            swap(new_docs, docs)
            raise
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
