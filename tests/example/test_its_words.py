"""No word of the register that the program was first made for stands on the site of another, and no Dutch."""

import gzip
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

# Words of one sector, of one country, or of one register.
OTHERS = (
    "aan werk|re-?integrati\\w*|panteia|keurmerk|uwv|aanbieders?|klantcijfer|werkgevers?|gemeentes?|cliënt(?:en)?|"
    "opdrachtgevers?|diensten|provincies?|inburgering|jobcoach\\w*|nederlands?e?|netherlands|drenthe|utrecht"
)
# Nearly every sentence in Dutch has one of these.
DUTCH = "het|een|van|zijn|niet|geen|voor|wordt|worden|cijfers?|uitleg|vergelijken|deze|zoeken"
_COMMISSIONER = re.compile("commissioner", re.IGNORECASE)
_WORD = re.compile(rf"(?<!\w)(?:{OTHERS}|{DUTCH})(?!\w)", re.IGNORECASE)
# Of every register: it may know of commissioners.
_CODE = re.compile(r"\.(?:js|css)$")
# The code of others.
_NOT_OURS = re.compile(r"scripts/plotly|assets/|\.(?:png|parquet|woff2?)$")


def texts(site: Path) -> Iterator[tuple[str, str]]:
    """Each text of the site, by its name: its address is one too."""
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        name = file.relative_to(site).as_posix()
        if not _NOT_OURS.search(name):
            yield from ((where, f"{where} {content.decode()}") for where, content in opened(name, file.read_bytes()))


def opened(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    if name.endswith((".xlsx", ".zip")):
        archive = zipfile.ZipFile(io.BytesIO(content))
        yield from ((f"{name}/{inside}", archive.read(inside)) for inside in archive.namelist())
    else:
        yield name, gzip.decompress(content) if name.endswith(".gz") else content


def test_no_file_has_a_word_of_the_first_register_or_of_dutch(site: Path) -> None:
    read = dict(texts(site))
    assert len(read) > 100
    assert [name for name, text in read.items() if _COMMISSIONER.search(text) and not _CODE.search(name)] == []
    found = {name: sorted({each.lower() for each in _WORD.findall(text)}) for name, text in read.items()}
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize("word", ["aanbieder", "UWV", "mensen aan werk", "cijfer,"])
def test_such_a_word_would_be_found(word: str) -> None:
    assert _WORD.search(f"a {word} b")
