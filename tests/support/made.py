"""What a site is made of, as files by their paths."""

from collections.abc import Iterable
from itertools import takewhile

from generator.site.content.content import Content
from generator.site.content.parts import File, Part
from generator.site.fingerprints import fingerprint


def content_of(made: Iterable[File]) -> Content:
    """A site of these files, all in one part."""
    kept = list(made)
    return Content([Part("all", fingerprint(kept), lambda: kept)])


def texts(content: Content) -> dict[str, str]:
    """The pages and other texts that each part makes before anything else: no pictures, which take long."""
    made = (file for part in content.parts for file in takewhile(lambda file: isinstance(file[1], str), part.make()))
    return {name: str(text) for name, text in made}


def files(content: Content) -> dict[str, bytes]:
    """Every file."""
    return {name: made.encode() if isinstance(made, str) else made for name, made in content.files()}
