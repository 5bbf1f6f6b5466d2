"""A small web server for a built site, on this machine only."""

import io
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit


def site_server(site: Path, port: int = 0, prefix: str = "/") -> ThreadingHTTPServer:
    """A server of the folder ``site``; the caller runs and closes it.

    Args:
        site: the folder.
        port: where to listen on 127.0.0.1; 0 takes any free one.
        prefix: the path under which the site stands, with a slash at both ends, as on a project page.

    Raises:
        OSError: the port is taken.
    """
    return ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(site), prefix=prefix))


class _Handler(SimpleHTTPRequestHandler):
    """Serves one folder below a prefix, with the site's own page for what is not there."""

    def __init__(self, *args: object, directory: str, prefix: str) -> None:
        self.prefix = prefix
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
            return super().send_head()
        except ValueError:
            self.send_error(HTTPStatus.NOT_FOUND)
            return None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: a visitor's requests are nobody's business."""
