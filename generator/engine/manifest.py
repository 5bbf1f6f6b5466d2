"""What a build made, for the next one: of what each part was made, and which files it is.

It is of use only on the machine that built, beside the folders that it tells of. It holds fingerprints of what is
public, names and sizes: nothing that the site does not show.
"""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from generator.engine.shells import Kind, Shell
from generator.engine.tree import files_in
from generator.site.content.parts import Part

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """Files that were made together.

    Args:
        made_of: a fingerprint of all that they were made of, except what all files have in common.
        docs: their Markdown: how many bytes each file has, by its name below the folder of pages.
        site: the same of what they are in the site.
    """

    made_of: str
    docs: dict[str, int]
    site: dict[str, int]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a build made.

    Args:
        common: a fingerprint of what all files have in common, code included.
        parts: the files of each part, by its name.
        by_mkdocs: the pages that MkDocs read, and what it made beside the shells.
        shells: what MkDocs made of each kind of page.
    """

    common: str
    parts: Mapping[str, Kept]
    by_mkdocs: Kept
    shells: Mapping[Kind, Shell]


def place_of_manifest(docs: Path) -> Path:
    """Where the manifest of the last build is: beside its Markdown."""
    return docs.with_name(f".{docs.name}.manifest")


def write_manifest(manifest: Manifest, docs: Path) -> None:
    """Write it. Where that is cut short, what is there is not whole, and no build reads it.

    Raises:
        OSError: it cannot be written.
    """
    shells = [[*kind, shell.texts, shell.slots] for kind, shell in manifest.shells.items()]
    said = {
        "version": _VERSION,
        "common": manifest.common,
        "parts": {name: _of(kept) for name, kept in manifest.parts.items()},
        "by_mkdocs": _of(manifest.by_mkdocs),
        "shells": shells,
    }
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    place_of_manifest(docs).write_text(f"{_digest(text)}\n{text}", encoding="utf-8", newline="\n")


def read_manifest(docs: Path, common: str) -> Manifest | None:
    """The manifest of the last build; None if there is none, if it is not whole, or if it has another ``common``."""
    try:
        digest, _, text = place_of_manifest(docs).read_text(encoding="utf-8").partition("\n")
    except (OSError, ValueError):
        return None
    if digest != _digest(text):
        return None
    said = json.loads(text)
    if said["version"] != _VERSION or said["common"] != common:
        return None
    return Manifest(
        common=said["common"],
        parts={name: Kept(*of) for name, of in said["parts"].items()},
        by_mkdocs=Kept(*said["by_mkdocs"]),
        shells=dict(map(_shell, said["shells"])),
    )


def forget_manifest(docs: Path) -> None:
    """Remove it, before the folders that it tells of change.

    Raises:
        OSError: it cannot be removed.
    """
    place_of_manifest(docs).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Last:
    """What the last build made and nobody has touched since."""

    manifest: Manifest
    docs: Path
    site: Path
    ended: int  # when it was done, in nanoseconds since 1970

    def is_of(self, parts: Iterable[Part]) -> bool:
        """Whether a build of ``parts`` would make just what is there: then nothing has to be done."""
        made_of = {part.name: part.made_of for part in parts}
        manifest = self.manifest
        if made_of != {name: kept.made_of for name, kept in manifest.parts.items()}:
            return False
        everything = (*manifest.parts.values(), manifest.by_mkdocs)
        docs = {name for kept in manifest.parts.values() for name in kept.docs}
        site = {name for kept in everything for name in kept.site}
        return files_in(self.docs) == docs and files_in(self.site) == site and all(map(self.has, everything))

    def has(self, kept: Kept) -> bool:
        """Whether all these files are still as they were made."""
        places = ((self.docs, kept.docs), (self.site, kept.site))
        return all(self._is_there(f"{folder}/{name}", size) for folder, names in places for name, size in names.items())

    def _is_there(self, path: str, size: int) -> bool:
        try:
            found = os.stat(path, follow_symlinks=False)  # noqa: PTH116 - some 200,000 times, and this is the quickest
        except OSError:
            return False
        return found.st_size == size and found.st_mtime_ns <= self.ended


def last_build(docs: Path, site: Path, common: str) -> Last | None:
    """The last build of these folders; None if nothing of it can be used."""
    manifest = read_manifest(docs, common)
    if manifest is None:
        return None
    return Last(manifest, docs, site, place_of_manifest(docs).stat().st_mtime_ns)


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _of(kept: Kept) -> list[Any]:
    return [kept.made_of, kept.docs, kept.site]


def _shell(said: list[Any]) -> tuple[Kind, Shell]:
    folder, depth, copied, looked_at, has_anchor, texts, slots = said
    kind = Kind(folder, depth, tuple(copied), tuple((name, value) for name, value in looked_at), has_anchor)
    return kind, Shell(tuple(texts), tuple(slots))
