"""MkDocs renders the shells, and the pages that only it can read; all other pages are filled into a shell."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.engine.content_security import refuse_inline_scripts, secure
from generator.engine.errors import EngineError
from generator.engine.mkdocs import lay_out, menu_of, run_mkdocs
from generator.engine.pages import page_of
from generator.engine.processes import shared_out
from generator.engine.shells import Kind, Shell, markdown_of, place_of, shell_of
from generator.engine.tree import Tree

_LINKED = re.compile(r"\]\(([^)#?\s]+\.md)\b")


def written_by_hand(project: Path) -> Iterator[str]:
    """The pages that people wrote, in any Markdown, and the pages to which these link: MkDocs checks such links."""
    folder = project / "site_src" / "pages"
    for file in folder.rglob("*.md"):
        name = file.relative_to(folder).as_posix()
        yield name
        for link in _LINKED.findall(file.read_text(encoding="utf-8")):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(name), link))


def rendered(
    project: Path, frame: Mapping[str, Any], pages: Mapping[str, str], kinds: Iterable[Kind], workshop: Path
) -> tuple[dict[Kind, Shell], dict[str, bytes]]:
    """What MkDocs makes: the shell of each kind of page, and every file of its site but those.

    Args:
        project: the folder with mkdocs.yml and site_src/.
        frame: what stands around each page, as settings of MkDocs.
        pages: the Markdown that it must read, by name.
        kinds: the kinds of which a shell is wanted.
        workshop: an empty folder, for what only the making needs.

    Raises:
        EngineError: MkDocs failed, or a page holds a script.
    """
    docs, site = workshop / "docs", workshop / "site"
    docs.mkdir()
    tree = Tree(docs)
    for name, text in pages.items():
        tree.write(name, text.encode())
    places = {kind: place_of(kind, number) for number, kind in enumerate(kinds)}
    for kind, place in places.items():
        tree.write(place, markdown_of(kind).encode())
    for_the_menu = [name for name in menu_of(frame) if not tree.has(name)]
    for name in for_the_menu:
        tree.write(name, b"# x\n")
    lay_out(project, frame, workshop)
    run_mkdocs(workshop)
    secure(site)
    shells = {kind: _shell(site, kind, place) for kind, place in places.items()}
    not_pages = {html_of(name) for name in (*places.values(), *for_the_menu)}
    files = ((file.relative_to(site).as_posix(), file) for file in site.rglob("*") if file.is_file())
    return shells, {name: file.read_bytes() for name, file in files if name not in not_pages}


def fill(pages: Mapping[str, Kind], shells: Mapping[Kind, Shell], docs: Path, site: Path, jobs: int) -> list[int]:
    """Make the HTML of each page, which is in the folder ``docs``, and tell its size.

    Raises:
        EngineError: a page holds a script.
        OSError: a file cannot be written.
    """

    def filled(name: str) -> int:
        page = page_of((docs / name).read_text(encoding="utf-8"))
        if page is None:
            raise EngineError(f"{name}: changed while the site was being built")
        refuse_inline_scripts(page.body, name)
        return Tree(site).write(html_of(name), shells[pages[name]].filled(page, address_of(name)).encode())

    return shared_out(filled, list(pages), jobs, "Laying out pages")


def _shell(site: Path, kind: Kind, place: str) -> Shell:
    return shell_of((site / html_of(place)).read_text(encoding="utf-8"), kind, address_of(place))


def address_of(name: str) -> str:
    """The address below the site of the page in the file ``name``, as MkDocs gives it."""
    path = name.removesuffix(".md")
    return path.removesuffix("index") if posixpath.basename(path) == "index" else f"{path}/"


def html_of(name: str) -> str:
    """The file below the site of that page."""
    return f"{address_of(name)}index.html"
