"""Every file of a tree as texts that can be searched, whatever its format hides: compressed, escaped or in metadata."""

import base64
import html
import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias
from urllib.parse import unquote

import pyarrow.parquet as pq
from PIL import Image

# Names of places, each with the text there: `klantcijfer.zip!ratings.csv`.
Texts: TypeAlias = Iterator[tuple[str, str]]


class UnknownFormatError(ValueError):
    """Something that nothing here can read, and so nobody can say what stands in it."""


def texts(files: Mapping[str, bytes]) -> Texts:
    """Every text in ``files``, and the name of every file.

    Raises:
        UnknownFormatError: a file, or a part of one, is of no format that can be read here.
    """
    for name, content in files.items():
        yield f"name of {name}", name
        yield from decoded(name, content)


def decoded(name: str, content: bytes) -> Texts:
    """Every text in one file. Where something is escaped, both as it stands there and as a reader sees it."""
    decode = _DECODERS.get(name.rpartition(".")[2].lower())
    if decode is None:
        raise UnknownFormatError(f"{name}: no decoder for files of this kind")
    for place, text in decode(name, content):
        yield place, text
        plain = unescaped(text)
        if plain != text:
            yield f"{place}, unescaped", plain
        for number, (kind, packed) in enumerate(_DATA.findall(plain), start=1):
            yield from decoded(f"{place}!{number}.{kind}", base64.b64decode(packed))


# What an address holds itself, by the last part of its media type: image/png, image/svg+xml.
_DATA = re.compile(r"data:[\w.-]+/([\w.-]+)[^,;\s]*(?:;[\w=-]+)*;base64,([A-Za-z0-9+/=]+)")


def unescaped(text: str) -> str:
    """Without entities, percent-encoding and escapes of JSON, JavaScript and CSS, also where one hides another."""
    while (plain := _ESCAPE.sub(_character, unquote(html.unescape(text)))) != text:
        text = plain
    return text


_ESCAPE = re.compile(r"\\(?:u\{?([0-9A-Fa-f]{4,6})\}?|x([0-9A-Fa-f]{2})|0*([0-9A-Fa-f]{2}) )")


def _character(escape: re.Match[str]) -> str:
    number = int(next(filter(None, escape.groups())), 16)
    return chr(number) if number <= 0x10FFFF else ""


def _text(name: str, content: bytes) -> Texts:
    try:
        yield name, content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnknownFormatError(f"{name}: is no UTF-8") from error


def _manifest(name: str, content: bytes) -> Texts:
    """Without the sizes of files, which may be any number: that they hang on nothing withheld, whole builds show."""
    yield from ((each, _SIZE.sub(r"\1", text)) for each, text in _text(name, content))


def _json(name: str, content: bytes) -> Texts:
    """As it stands there, and the columns of the finder's file, which have grades in tenths, in points."""
    yield from _text(name, content)
    held, _ = json.JSONDecoder().raw_decode(content.decode())  # what goes on behind it stands in the text
    tenths = list(_ratings(held))
    if tenths:
        yield f"{name}, in points", "\n".join(f"{each / 10}" for each in tenths)


def _ratings(held: Any) -> Iterator[int]:  # noqa: ANN401 - of JSON
    if isinstance(held, dict):
        for key, value in held.items():
            yield from value if key == "rating" and isinstance(value, list) else _ratings(value)


def _markup(name: str, content: bytes) -> Texts:
    """As it stands there, with its attributes; and as it is read, where a mark can stand in the middle of a number."""
    for place, text in _text(name, content):
        yield place, text
        yield f"{place}, without its marks", re.sub(r"<[^<>]*>", "", text)


def _zip(name: str, content: bytes) -> Texts:
    """A ZIP, which XLSX is too: its members, and what is written beside them."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        yield f"{name}, comment", _latin(archive.comment)
        for member in archive.infolist():
            inside = f"{name}!{member.filename}"
            yield f"{inside}, beside it", "\n".join([member.filename, _latin(member.comment), _latin(member.extra)])
            if not member.is_dir():
                yield from decoded(inside, archive.read(member))


def _gzip(name: str, content: bytes) -> Texts:
    """What is packed, and what is written beside it, such as the name it had: the header, and whatever follows."""
    packed = zlib.decompressobj(zlib.MAX_WBITS | 16)
    inside = packed.decompress(content)
    yield f"{name}, beside it", _latin(content[:_GZIP_HEAD] + packed.unused_data)
    if content[_GZIP_FLAGS]:
        raise UnknownFormatError(f"{name}: a gzip with a name, a comment or another extra")
    if packed.unused_data:
        raise UnknownFormatError(f"{name}: goes on behind its end")
    yield from decoded(name.removesuffix(".gz"), inside)


_GZIP_HEAD, _GZIP_FLAGS = 10, 3


def _latin(content: bytes) -> str:
    return content.decode("latin-1")


def _parquet(name: str, content: bytes) -> Texts:
    """Cells, the schema with its metadata, and what the footer tells of each column: its lowest and highest value."""
    file = pq.ParquetFile(io.BytesIO(content))
    said = [file.metadata.metadata, *(field.metadata for field in file.schema_arrow)]
    yield (
        f"{name}, metadata",
        "\n".join(_latin(part) for each in said if each for pair in each.items() for part in pair),
    )
    yield f"{name}, schema", f"{file.metadata.created_by}\n{file.schema}"
    for group in range(file.metadata.num_row_groups):
        for column in range(file.metadata.num_columns):
            chunk = file.metadata.row_group(group).column(column)
            known = chunk.statistics
            ends = (known.min, known.max) if known is not None and known.has_min_max else ()
            yield f"{name}, statistics of {chunk.path_in_schema}", "\n".join(map(str, ends))
    for row in file.read().to_pylist():
        yield f"{name}, a row", "\n".join(f"{key}: {_listed(value)}" for key, value in row.items())


def _listed(value: Any) -> str:  # noqa: ANN401 - a cell
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value)


# In the note of a build: the name of a file, and its size.
_SIZE = re.compile(r'("[^"]+\.\w+":)\d+')
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_DRAWN = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
_WRITTEN = {b"tEXt", b"zTXt", b"iTXt"}


def _png(name: str, content: bytes) -> Texts:
    """What is written beside the picture. Letters in the picture are no text: see what asks for them to be drawn."""
    strangers = set(_chunks(name, content)) - _DRAWN - _WRITTEN
    if strangers:
        raise UnknownFormatError(f"{name}: unknown chunks {sorted(strangers)}")
    with Image.open(io.BytesIO(content), formats=["PNG"]) as image:
        image.load()
        yield name, "\n".join(f"{key}: {value}" for key, value in image.info.items())


def _chunks(name: str, content: bytes) -> Iterator[bytes]:
    """The kinds of a PNG's chunks; nothing may lie before the first, nor behind the last."""
    at = len(_SIGNATURE)
    if not content.startswith(_SIGNATURE):
        raise UnknownFormatError(f"{name}: is no PNG")
    while at < len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        at += length + 12
        yield kind
        if kind == b"IEND" and at != len(content):
            raise UnknownFormatError(f"{name}: goes on behind its end")


# By how the name ends, without the dot.
_DECODERS: Mapping[str, Callable[[str, bytes], Texts]] = {
    **dict.fromkeys(["json", "jsonld"], _json),
    **dict.fromkeys(["csv", "jsonl", "txt", "css", "js", "map", "yaml"], _text),
    "manifest": _manifest,
    **dict.fromkeys(["html", "md", "xml", "rels", "svg"], _markup),
    **dict.fromkeys(("zip", "xlsx"), _zip),
    "gz": _gzip,
    "parquet": _parquet,
    "png": _png,
}
