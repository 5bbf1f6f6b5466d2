"""From pages to a site: the new site is made beside the last one, and replaces it when it is whole.

Why: docs/decisions/0016-all-or-nothing.md.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.disk.swap import recover, remove, swap
from generator.engine.content_security import secure
from generator.engine.errors import EngineError, as_engine_error
from generator.engine.permanence import refuse_lost_addresses
from generator.engine.reservation import Reservation
from generator.site.content.content import Content

# Of the theme's assets: its scripts, styles and icon are not ours (site_src/theme/main.html).
_UNUSED = ("images", "javascripts", "stylesheets")
_REFUSED = re.compile(r"\w*Error: \[Errno \d+\] ")


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


def build(content: Content, project: Path, reservation: Reservation) -> None:
    """Make the site from generated and hand-written files.

    Args:
        content: the generated files.
        project: the folder with mkdocs.yml and site_src/.
        reservation: the folders of the last Markdown and the last site, reserved before ``content`` was made.

    Raises:
        EngineError: MkDocs failed, or a folder could not be written. Both folders are as they were.
    """
    docs, site = reservation.docs, reservation.site
    with as_engine_error(site), _beside(docs) as new_docs, _beside(site) as new_site:
        _lay_out(content.pages, project / "site_src" / "pages", new_docs)
        _bring(content.assets, new_docs)
        _run_mkdocs(project, new_docs, new_site)
        _leave_out(new_site)
        _write(content.files, new_site)
        secure(new_site)
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


def _bring(assets: Mapping[str, Path], docs: Path) -> None:
    for name, file in assets.items():
        path = docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, path)


def _leave_out(site: Path) -> None:
    """Without what MkDocs copies of the theme and no page asks for."""
    for name in _UNUSED:
        shutil.rmtree(site / "assets" / name, ignore_errors=True)


def _open_to_all(site: Path) -> None:
    """Give all files and folders the same modes, whatever the umask and the sources: any server can then read them."""
    for path in (site, *site.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _run_mkdocs(project: Path, docs: Path, site: Path) -> None:
    """Run MkDocs in another process, which gets its folders through the environment variables in mkdocs.yml."""
    environment = {
        **os.environ,
        "DOCS_DIR": str(docs.resolve()),
        "SITE_DIR": str(site.resolve()),
        "NO_MKDOCS_2_WARNING": "1",
        # Else MkDocs would write the time of the clock into its files.
        "SOURCE_DATE_EPOCH": "0",
        # With any locale: Markdown is UTF-8, and so are MkDocs' messages about it.
        "PYTHONUTF8": "1",
    }
    # Not --quiet: MkDocs counts only the warnings that it logs, and --strict needs that count.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "mkdocs.yml"]
    done = subprocess.run(  # noqa: S603 - a fixed command
        command,
        cwd=project,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        # It inherits the locks of the reservation: if it outlives this build, no other build begins while it writes.
        close_fds=False,
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        if said and _REFUSED.match(said[-1]):  # an error of the system: the place in MkDocs' code would not help
            raise EngineError(f"MkDocs: {said[-1]}")
        raise EngineError("\n".join(line for line in said if not line.startswith("INFO")).strip())
