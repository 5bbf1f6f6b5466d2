"""A site that several machines make: each reads the whole register, and makes its share of the files."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.engine.errors import EngineError
from generator.engine.tree import Tree, files_in
from generator.findings.findings import counted
from generator.progress import tracked
from generator.site.content.parts import Part
from generator.site.fingerprints import fingerprint

_NOTE = "shard.json"


@dataclass(frozen=True, slots=True)
class Shard:
    """The ``number``-th of ``count`` shares of a site, from 1."""

    number: int
    count: int

    def __str__(self) -> str:
        return f"{self.number}/{self.count}"

    @property
    def is_first(self) -> bool:
        """Whether it has what was written by hand, and the pages to which that links."""
        return self.number == 1

    def share(self, parts: Iterable[Part], by_hand: frozenset[str]) -> list[Part]:
        """Its part of all ``parts``; the first has the pages ``by_hand``, so that MkDocs finds what they link to."""
        return [
            part
            for place, part in enumerate(parts)
            if (self.is_first if part.name in by_hand else place % self.count == self.number - 1)
        ]


@dataclass(frozen=True, slots=True)
class ShardFolder:
    """A folder with the Markdown and the files of one shard, and a note of what it is part of."""

    folder: Path

    @property
    def docs(self) -> Path:
        return self.folder / "docs"

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def note(self, shard: Shard, whole: str) -> None:
        """Write down which share of what is in the folder. It tells nothing that the site does not show."""
        said = {"shard": shard.number, "of": shard.count, "whole": whole, "files": self._count()}
        (self.folder / _NOTE).write_text(json.dumps(said) + "\n", encoding="utf-8")

    def read(self) -> dict[str, Any]:
        """The note.

        Raises:
            EngineError: there is none, it cannot be read, or files are missing.
        """
        place = self.folder / _NOTE
        try:
            said: dict[str, Any] = json.loads(place.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise EngineError(f"{place}: no shard was built here, or it was not brought whole ({error})") from None
        if said["files"] != self._count():
            raise EngineError(f"{self.folder}: has {counted(self._count(), 'file')}, and {said['files']} were made")
        return said

    def _count(self) -> int:
        return len(files_in(self.docs)) + len(files_in(self.site))


def whole_of(parts: Sequence[Part], common: str) -> str:
    """A fingerprint of the whole site: the same for each of its shards."""
    return fingerprint(common, [(part.name, part.made_of) for part in parts])


def shards_in(folder: Path) -> list[ShardFolder]:
    """The shards in a folder: all of one site.

    Raises:
        EngineError: one is missing, or they are not of the same site.
    """
    found = [ShardFolder(place) for place in sorted(folder.iterdir()) if place.is_dir()] if folder.is_dir() else []
    if not found:
        raise EngineError(f"{folder}: there are no shards; build them with --shard 1/4, 2/4, and so on")
    notes = [each.read() for each in found]
    if len({(note["of"], note["whole"]) for note in notes}) > 1:
        raise EngineError(
            f"{folder}: the shards are not of the same site\n"
            "Build each of the same commit, with the same versions, the same SITE_URL and the same --as-of."
        )
    missing = sorted({*range(1, notes[0]["of"] + 1)} - {note["shard"] for note in notes})
    if missing:
        raise EngineError(f"{folder}: shard {', '.join(map(str, missing))} of {notes[0]['of']} is missing")
    return found


def unite(shards: Iterable[ShardFolder], docs: Path, site: Path) -> None:
    """Bring the files of all shards together in two new folders.

    Raises:
        EngineError: two shards have a file that should be the same, and is not.
    """
    new_docs, new_site = Tree(docs), Tree(site)
    every = [
        (tree, folder, name)
        for shard in shards
        for tree, folder in ((new_docs, shard.docs), (new_site, shard.site))
        for name in sorted(files_in(folder))
    ]
    for tree, folder, name in tracked(every, "Bringing shards together", of=every):
        content = (folder / name).read_bytes()
        if not tree.has(name):
            tree.write(name, content)
        elif tree.read(name) != content:
            raise EngineError(f"{folder / name}: another shard has another file of that name")
