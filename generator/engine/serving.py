"""A small web server for a built site, on this machine only; it compresses text, like a real host."""

import gzip
import io
import re
import sys
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias
from urllib.parse import urlsplit

# Files that are sent compressed, by the ending of their name. Pictures are small already. The
# types are named here, because machines differ in the types that they know.
_TEXT = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
}
_KEPT = 500  # compressed files that are kept, so that a visit does not wait for the same work again

# A file's bytes compressed, by its path and the time in nanoseconds at which it was last changed.
_Compress: TypeAlias = Callable[[Path, int], bytes]


def site_server(site: Path, port: int = 0, prefix: str = "/") -> ThreadingHTTPServer:
    """A server for the folder ``site``; the caller runs and closes it.

    Args:
        site: the folder.
        port: the port on 127.0.0.1; 0 takes any free one.
        prefix: the path of the site, with a slash at both ends, like a project page.

    Raises:
        OSError: the port is taken.
    """
    compress = lru_cache(_KEPT)(_compressed)
    handler = partial(_Handler, directory=str(site), prefix=prefix, compress=compress)
    return _Server(("127.0.0.1", port), handler)


def _compressed(file: Path, changed: int) -> bytes:
    del changed  # only a key for the cache: a changed file is another entry
    return gzip.compress(file.read_bytes(), compresslevel=6, mtime=0)


class _Server(ThreadingHTTPServer):
    """Logs nothing if a browser leaves before it has its answer."""

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as in the class above
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    """Serves one folder below a prefix, with the site's own 404 page."""

    # One connection for many requests, as a browser finds on a real host.
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, *args: object, directory: str, prefix: str, compress: _Compress) -> None:
        self.prefix = prefix
        self.compress = compress
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        nowhere = str(Path(self.directory) / ".nowhere")
        try:
            name = urlsplit(path).path
        except ValueError:
            return nowhere
        if not name.startswith(self.prefix) or "%00" in name:
            return nowhere
        return super().translate_path("/" + name.removeprefix(self.prefix))

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        try:
            file = self._text()
            return self._send_text(file, HTTPStatus.OK) if file else super().send_head()
        except (OSError, ValueError):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None

    def _text(self) -> Path | None:
        """The requested text file; None if it is another kind of file, or does not exist."""
        name = self.translate_path(self.path)
        file = Path(name)
        if file.is_dir() and urlsplit(self.path).path.endswith("/"):
            file /= "index.html"
        elif name.endswith("/"):
            return None
        return file if file.suffix in _TEXT and file.is_file() else None

    def _send_text(self, file: Path, status: HTTPStatus) -> io.BytesIO | None:
        """Send the headers of a text file, and return its body; None if the browser has it already."""
        changed = file.stat()
        if status is HTTPStatus.OK and self._has_it(changed.st_mtime):
            self.send_response(HTTPStatus.NOT_MODIFIED)
            self.send_header("Vary", "Accept-Encoding")
            self.end_headers()
            return None
        packed = _accepts_gzip(self.headers.get("Accept-Encoding", ""))
        body = self.compress(file, changed.st_mtime_ns) if packed else file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", _TEXT[file.suffix])
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Vary", "Accept-Encoding")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        if status is HTTPStatus.OK:
            self.send_header("Last-Modified", self.date_time_string(int(changed.st_mtime)))
        self.end_headers()
        return io.BytesIO(body)

    def _has_it(self, changed: float) -> bool:
        """Whether the browser says that it has the file of this time of change, in seconds since 1970."""
        try:
            since = parsedate_to_datetime(self.headers.get("If-Modified-Since", ""))
        except (TypeError, ValueError):
            return False
        return since.tzinfo is not None and int(changed) <= since.timestamp()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = self._send_text(page, HTTPStatus.NOT_FOUND)
        if body and self.command != "HEAD":
            self.wfile.write(body.getvalue())

    def log_message(self, *_: object) -> None:
        """Log nothing: the requests of a visitor are private."""


def _accepts_gzip(header: str) -> bool:
    """Whether an Accept-Encoding header allows gzip; a weight of 0 refuses it."""
    for each in header.lower().split(","):
        name, _, weight = each.partition(";")
        if name.strip() == "gzip":
            return not re.fullmatch(r"q=0(\.0*)?", weight.strip())
    return False
