"""From pages to a site: the new site is made beside the last one, and replaces it when it is whole.

Why: docs/decisions/0016-all-or-nothing.md.
"""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path

from generator.disk.swap import recover, remove, swap
from generator.engine.content_security import secure, secured
from generator.engine.errors import as_engine_error
from generator.engine.filling import fill
from generator.engine.mkdocs import run_mkdocs
from generator.engine.permanence import refuse_lost_addresses
from generator.engine.reservation import Reservation
from generator.site.content.content import Content


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


def build(content: Content, project: Path, reservation: Reservation, engine: Engine = Engine.SHELLS) -> None:
    """Make the site from generated and hand-written files.

    Args:
        content: the generated files.
        project: the folder with mkdocs.yml and site_src/.
        reservation: the folders of the last Markdown and the last site, reserved before ``content`` was made.
        engine: what makes HTML of the Markdown.

    Raises:
        EngineError: MkDocs failed, or a folder could not be written. Both folders are as they were.
    """
    docs, site = reservation.docs, reservation.site
    with as_engine_error(site), _beside(docs) as new_docs, _beside(site) as new_site:
        _lay_out(content.pages, project / "site_src" / "pages", new_docs)
        _bring(content.assets, new_docs)
        if engine is Engine.MKDOCS:
            run_mkdocs(project, new_docs, new_site)
            secure(new_site)
        else:
            with _beside(docs.with_name(f"{docs.name}.shells")) as workshop:
                fill(project, new_docs, new_site, workshop)
        _write(((name, _secured(name, file)) for name, file in content.files), new_site)
        refuse_lost_addresses(content.published_before, new_site)
        _open_to_all(new_site)
        swap(new_docs, docs)
        try:
            swap(new_site, site)
        except OSError:
            swap(new_docs, docs)
            raise


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


def _lay_out(pages: Iterable[tuple[str, str]], written_by_hand: Path, docs: Path) -> None:
    shutil.copytree(written_by_hand, docs, dirs_exist_ok=True)
    _write(((name, text.encode()) for name, text in pages), docs)


def _write(files: Iterable[tuple[str, bytes]], folder: Path) -> None:
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _secured(name: str, file: bytes) -> bytes:
    """A page that needs no engine has a policy too, and no script."""
    return secured(file.decode(), set(), name).encode() if name.endswith(".html") else file


def _bring(assets: Mapping[str, Path], docs: Path) -> None:
    for name, file in assets.items():
        path = docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, path)


def _open_to_all(site: Path) -> None:
    """Give all files and folders the same modes, whatever the umask and the sources: any server can then read them."""
    for path in (site, *site.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
