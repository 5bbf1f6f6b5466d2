"""What a site is made of, as files by their paths."""

import gzip
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import takewhile
from typing import Any

import pyarrow.parquet as pq
from support.registers.demos import public_demo
from support.registers.empty import CHARTER
from support.settings import SETTINGS
from support.words import WORDS

from generator.site.content import content as contents
from generator.site.content.content import Content
from generator.site.content.frame import frame
from generator.site.content.parts import File, Part
from generator.site.fingerprints import fingerprint
from generator.site.rendering import plotly

FRAME = frame(SETTINGS, WORDS)


def content_of(made: Iterable[File], frame: Mapping[str, Any] = FRAME) -> Content:
    """A site of these files, all in one part."""
    kept = list(made)
    return Content([Part("all", fingerprint(kept), lambda: kept)], CHARTER.folders, frame)


def texts(content: Content, parts: str = "") -> dict[str, str]:
    """The pages and other texts that each part makes before anything else: no pictures, which take long.

    Only of ``parts`` whose name begins like that: "aanbieders/" are those of the providers.
    """
    chosen = (part for part in content.parts if part.name.startswith(parts))
    made = (file for part in chosen for file in takewhile(lambda file: isinstance(file[1], str), part.make()))
    return {name: str(text) for name, text in made}


@cache
def files_of_demo() -> Mapping[str, bytes]:
    """Every file of the site of sixty invented providers; nobody may change them."""
    return files(contents.content(public_demo(60), SETTINGS))


def files(content: Content) -> dict[str, bytes]:
    """Every file."""
    return {name: made.encode() if isinstance(made, str) else made for name, made in content.files()}


def all_texts(content: Content) -> dict[str, str]:
    """The text of every file and of each file within one, by its name; not of pictures, and of the code of others."""
    return dict(text for name, made in files(content).items() for text in _texts(name, made))


def _texts(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """The text of a file, or of each file in it, by its name."""
    if name.endswith((".xlsx", ".zip")):
        archive = zipfile.ZipFile(io.BytesIO(content))
        for inside in archive.namelist():
            yield from _texts(f"{name}/{inside}", archive.read(inside))
    elif name.endswith(".gz"):
        yield name, gzip.decompress(content).decode()
    elif name.endswith(".parquet"):
        yield name, str(pq.read_schema(io.BytesIO(content)).to_string(truncate_metadata=False))
    elif not name.endswith((".png", plotly.SCRIPT)):
        yield name, content.decode()
