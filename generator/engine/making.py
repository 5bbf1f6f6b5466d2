"""Makes the files of a site in two new folders: those that changed since the last build; the others are linked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.engine.content_security import secured
from generator.engine.filling import fill, html_of, rendered
from generator.engine.manifest import Kept, Last, Manifest
from generator.engine.pages import page_of
from generator.engine.processes import shared_out
from generator.engine.shells import Kind, Shell, kind_of
from generator.engine.tree import Tree
from generator.site.content.parts import File, Part
from generator.site.fingerprints import fingerprint
from generator.sources import SCRIPTS, sources


@dataclass(frozen=True, slots=True)
class _Made:
    """What was made of a part: its files, and the kind of each page; None if MkDocs must read it."""

    files: Kept
    pages: Mapping[str, Kind | None]


@dataclass(frozen=True, slots=True)
class Making:
    """How a site is made.

    Args:
        project: the folder with mkdocs.yml and site_src/.
        frame: what stands around each page, as settings of MkDocs.
        docs: a new folder for the Markdown.
        site: a new folder for the site.
        last: what the last build made; None if nothing of it can be used.
        by_hand: the pages that MkDocs must read, whatever is in them.
        all_by_mkdocs: it reads every page.
        jobs: in how many processes.
    """

    project: Path
    frame: Mapping[str, Any]
    docs: Path
    site: Path
    last: Last | None
    by_hand: frozenset[str]
    all_by_mkdocs: bool
    jobs: int

    def made(self, parts: Sequence[Part], common: str, workshop: Path) -> Manifest:
        """Make the files of all ``parts``; ``workshop`` is an empty folder, for what only the making needs.

        Raises:
            EngineError: MkDocs failed, or a file cannot be made.
            OSError: a file cannot be written.
        """
        kept = self._kept(parts)
        changed = [part for part in parts if part.name not in kept]
        made = shared_out(self._made, changed, self.jobs, "Making pages and files")
        pages = {name: kind for each in made for name, kind in each.pages.items()}
        kinds = {name: kind for name, kind in pages.items() if kind}
        shells, by_mkdocs = self._by_mkdocs(pages, workshop)
        sizes = dict(zip(kinds, fill(kinds, shells, self.docs, self.site, self.jobs), strict=True))
        for each in made:
            each.files.site.update((html_of(name), sizes[name]) for name in each.pages if name in sizes)
        new = {part.name: each.files for part, each in zip(changed, made, strict=True)}
        return Manifest(common, kept | new, by_mkdocs, shells)

    def _kept(self, parts: Iterable[Part]) -> dict[str, Kept]:
        """The files of each part that did not change, which are in the new folders now."""
        if self.last is None:
            return {}
        before, kept = self.last.manifest.parts, {}
        for part in parts:
            files = before.get(part.name)
            if files and files.made_of == part.made_of and self.last.has(files):
                kept[part.name] = files
        docs, site = Tree(self.docs), Tree(self.site)
        for files in kept.values():
            docs.link(files.docs, self.last.docs)
            site.link(files.site, self.last.site)
        return kept

    def _made(self, part: Part) -> _Made:
        docs, site = Tree(self.docs), Tree(self.site)
        files, pages = Kept(part.made_of, {}, {}), {}
        for name, content in part.make():
            if name.endswith(".md"):
                text = str(content)
                files.docs[name] = docs.write(name, text.encode())
                page = None if self.all_by_mkdocs or name in self.by_hand else page_of(text)
                pages[name] = kind_of(name, page) if page else None
            else:
                files.site[name] = site.write(name, _secured(name, content))
        return _Made(files, pages)

    def _by_mkdocs(self, made: Mapping[str, Kind | None], workshop: Path) -> tuple[Mapping[Kind, Shell], Kept]:
        """The shells of the kinds of all pages that were ``made``, and what MkDocs makes of those that it must read."""
        before = self.last.manifest if self.last else None
        kinds = {kind for kind in made.values() if kind}
        of_old_parts = before.by_mkdocs.docs.keys() - made.keys() if before else ()
        names = {*(name for name, kind in made.items() if not kind), *self.by_hand, *of_old_parts}
        texts = {name: (self.docs / name).read_text(encoding="utf-8") for name in sorted(names) if self._has(name)}
        of, site, known = fingerprint(texts), Tree(self.site), before.shells if before else {}
        missing = kinds - known.keys()
        if self.last and before and not missing and before.by_mkdocs.made_of == of and self.last.has(before.by_mkdocs):
            site.link(before.by_mkdocs.site, self.last.site)
            return known, before.by_mkdocs
        shells, files = rendered(self.project, self.frame, texts, sorted(missing), workshop)
        sizes = {name: site.write(name, content) for name, content in files.items() if not site.has(name)}
        return {**known, **shells}, Kept(of, {name: len(text.encode()) for name, text in texts.items()}, sizes)

    def _has(self, name: str) -> bool:
        return (self.docs / name).is_file()


def brought(project: Path) -> Part:
    """The scripts, and what people wrote in site_src/pages but for the pages at its top: those are of the content."""
    folder = project / "site_src" / "pages"
    pages = set(folder.glob("*.md"))
    own = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
    scripts = {f"scripts/{name}": file for name, file in sources(project, SCRIPTS).items()}
    files = sorted((scripts | own).items())
    contents = {name: file.read_bytes() for name, file in files if file not in pages}

    def made() -> Iterable[File]:
        return ((name, content.decode() if name.endswith(".md") else content) for name, content in contents.items())

    return Part("brought", fingerprint(contents), made)


def _secured(name: str, content: str | bytes) -> bytes:
    """A page that needs no engine has a policy too, and no script."""
    if name.endswith(".html"):
        return secured(content if isinstance(content, str) else content.decode(), name).encode()
    return content.encode() if isinstance(content, str) else content
