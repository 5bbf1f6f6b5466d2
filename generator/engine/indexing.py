"""The search index of the site: Pagefind's program gets records, and returns the files that a browser searches.

We use its service, not a folder of files: it numbers pages in the order in which they come, and the order of files in a
folder differs between machines. Why: docs/decisions/0011-finder.md.
"""

import base64
import gzip
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from threading import Thread
from typing import IO, Any

from generator.engine import cbor
from generator.engine.errors import EngineError
from generator.site.finder.records import Record

FOLDER = "pagefind"
# Without a language Pagefind keeps the endings of words: so each beginning of a word finds it while it is typed.
_NO_LANGUAGE = "unknown"
_ENTRY = "pagefind-entry.json"
# The files that scripts/finder loads. Pagefind's other files are its own interface, and the values of filters.
_NEEDED = (
    "pagefind.js",
    "pagefind-worker.js",
    f"wasm.{_NO_LANGUAGE}.pagefind",
    "index/*.pf_index",
    "fragment/*.pf_fragment",
)
# A visitor loads the parts of the index that have the typed words: these are a quarter of Pagefind's usual size.
_SETTINGS = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "5000"}
_SIGNATURE = b"pagefind_dcd"
_FILTERS, _SORTS = 3, 4  # places in the metadata


def write_index(records: Iterable[Record], site: Path) -> None:
    """Write the index of ``records`` into the folder ``pagefind`` of ``site``; nothing if there are no records.

    The files depend only on the records and on the version of Pagefind. Records that are equal in a sort order keep
    their own order.

    Raises:
        EngineError: Pagefind failed.
        OSError: a file could not be written.
    """
    additions = [_addition(place, record) for place, record in enumerate(records)]
    if not additions:
        return
    files = _indexed(additions)
    for name, content in (*_needed(files), *_settled(files)):
        path = site / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _addition(place: int, record: Record) -> dict[str, Any]:
    """The request that adds a record.

    The text of a result is a filter, because Pagefind returns a filter with a result but does not search it. So a
    visitor who types "respons" does not find every provider with "Te weinig respons".
    """
    return {
        "type": "AddRecord",
        "index_id": 0,
        "url": str(place),
        "content": " ".join(record.words),
        "language": _NO_LANGUAGE,
        "meta": {},
        "filters": {"shown": [record.shown]},
        "sort": {order: str(number) for order, number in record.orders.items()},
    }


def _indexed(additions: Sequence[Mapping[str, Any]]) -> dict[str, bytes]:
    """The files that Pagefind makes of the records: their content by name."""
    beginning = {"type": "NewIndex", "config": {"force_language": _NO_LANGUAGE}}
    end = {"type": "GetFiles", "index_id": 0}
    *_, last = _asked([beginning, *additions, end])
    return {file["path"]: base64.b64decode(file["content"]) for file in last["files"]}


def _asked(requests: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Pagefind's answers. All requests are sent at once, and its input stays open, because it stops when that ends."""
    with _pagefind(requests) as output:
        answers = _answers(output)
        for number, _ in enumerate(requests):
            answer = next(answers, {"type": "Error", "message": f"it stopped after {number} of {len(requests)} steps"})
            if answer["type"] == "Error":
                raise EngineError(f"Pagefind: {answer.get('message', answer)}")
            yield answer


@contextmanager
def _pagefind(requests: Iterable[Mapping[str, Any]]) -> Iterator[IO[bytes]]:
    """The output of Pagefind's service while it gets the requests; the service ends with the block."""
    with TemporaryDirectory() as folder:  # its own empty folder, so that it reads no settings of another one
        process = subprocess.Popen(
            [sys.executable, "-m", "pagefind_bin", "--service"],
            cwd=folder,
            env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")} | _SETTINGS,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        asking = Thread(target=_put, args=(requests, process.stdin))
        asking.start()
        try:
            yield process.stdout  # type: ignore[misc]
        finally:
            process.kill()
            asking.join()
            with suppress(OSError):
                process.communicate()


def _put(requests: Iterable[Mapping[str, Any]], place: IO[bytes]) -> None:
    try:
        for number, request in enumerate(requests, start=1):
            message = json.dumps({"message_id": number, "payload": request}).encode()
            place.write(base64.b64encode(message) + b",")
        place.flush()
    except OSError:
        return  # it stopped: its answers, or missing answers, say why


def _answers(place: IO[bytes]) -> Iterator[Mapping[str, Any]]:
    pieces: list[bytes] = []
    while read := place.read1(1 << 16):  # type: ignore[attr-defined]
        first, *others = read.split(b",")
        pieces.append(first)
        for piece in others:
            yield _answer(b"".join(pieces))
            pieces = [piece]


def _answer(message: bytes) -> Mapping[str, Any]:
    try:
        return json.loads(base64.b64decode(message, validate=True))["payload"]  # type: ignore[no-any-return]
    except ValueError:
        return {"type": "Error", "message": message.decode(errors="replace")}


def _needed(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name, content in files.items():
        if any(PurePosixPath(name).match(pattern) for pattern in _NEEDED):
            yield name, content


def _settled(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The metadata and the entry that names it, in a fixed order: Pagefind's order differs each time.

    Sorts have the order of a hash map there. So have the values of a filter, and the name of the filter's file is a
    hash of its content. Nobody loads that file, so the metadata leave it out. The name of the metadata is a hash too.
    """
    entry = json.loads(files[_ENTRY])
    language = entry["languages"][_NO_LANGUAGE]
    metadata = gzip.decompress(files[f"pagefind.{language['hash']}.pf_meta"])
    parts = cbor.elements(metadata.removeprefix(_SIGNATURE))
    parts[_FILTERS] = cbor.array([])
    parts[_SORTS] = cbor.array(sorted(cbor.elements(parts[_SORTS])))
    content = _SIGNATURE + cbor.array(parts)
    language["hash"] = f"{_NO_LANGUAGE}_{hashlib.sha256(content).hexdigest()[:15]}"
    yield f"pagefind.{language['hash']}.pf_meta", gzip.compress(content, mtime=0)
    yield _ENTRY, json.dumps(entry, ensure_ascii=False).encode()
