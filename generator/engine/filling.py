"""MkDocs renders the shells, and the pages that only it can read; all other pages are filled into a shell."""

import posixpath
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from generator.engine.content_security import refuse_inline_scripts, secure
from generator.engine.mkdocs import run_mkdocs
from generator.engine.pages import Page, page_of
from generator.engine.shells import Kind, Shell, kind_of, markdown_of, place_of, shell_of

_LINKED = re.compile(r"\]\(([^)#?\s]+\.md)\b")


def fill(project: Path, docs: Path, site: Path, workshop: Path) -> None:
    """Make the HTML of every page.

    Args:
        project: the folder with mkdocs.yml and site_src/.
        docs: pages in Markdown, and other files.
        site: an empty folder for the pages, and the other files.
        workshop: an empty folder, for what only the making needs.

    Raises:
        EngineError: MkDocs failed, or a page holds a script.
    """
    for_mkdocs, of_mkdocs = workshop / "docs", workshop / "site"
    not_ours = set(_written_by_hand(project))
    places: dict[Kind, str] = {}
    filled: list[tuple[str, Kind]] = []
    for file in sorted(path for path in docs.rglob("*") if path.is_file()):
        name = file.relative_to(docs).as_posix()
        page = None if name in not_ours or file.suffix != ".md" else _page(file)
        if page is None:
            _copy(file, (for_mkdocs if file.suffix == ".md" else site) / name)
            continue
        kind = kind_of(name, page)
        filled.append((name, kind))
        if kind not in places:
            places[kind] = place_of(kind, len(places))
            _write(for_mkdocs / places[kind], markdown_of(kind))
    run_mkdocs(project, for_mkdocs, of_mkdocs)
    secure(of_mkdocs)
    shells = {kind: _taken(of_mkdocs, kind, place) for kind, place in places.items()}
    for file in (path for path in of_mkdocs.rglob("*") if path.is_file()):
        _copy(file, site / file.relative_to(of_mkdocs))
    for name, kind in filled:
        if page := _page(docs / name):
            refuse_inline_scripts(page.body, name)
            _write(_html(site, name), shells[kind].filled(page, _address(name)))


def _written_by_hand(project: Path) -> Iterator[str]:
    """The pages that people wrote, in any Markdown, and the pages to which these link: MkDocs checks such links."""
    folder = project / "site_src" / "pages"
    for file in folder.rglob("*.md"):
        name = file.relative_to(folder).as_posix()
        yield name
        for link in _LINKED.findall(file.read_text(encoding="utf-8")):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(name), link))


def _page(file: Path) -> Page | None:
    return page_of(file.read_text(encoding="utf-8"))


def _taken(of_mkdocs: Path, kind: Kind, place: str) -> Shell:
    """A shell, which is no page of the site."""
    file = _html(of_mkdocs, place)
    shell = shell_of(file.read_text(encoding="utf-8"), kind, _address(place))
    file.unlink()
    return shell


def _address(name: str) -> str:
    """The address below the site of the page in the file ``name``, as MkDocs gives it."""
    path = name.removesuffix(".md")
    return path.removesuffix("index") if posixpath.basename(path) == "index" else f"{path}/"


def _html(site: Path, name: str) -> Path:
    return site / _address(name) / "index.html"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def _copy(file: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, to)
