"""The small web server, at the root and below a prefix."""

import gzip
import os
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from threading import Thread

import pytest

from generator.engine.serving import site_server

Get = Callable[[str, str], tuple[int, bytes]]
Ask = Callable[..., tuple[int, HTTPMessage, bytes]]
GZIP = "gzip, deflate, br"
SCRIPT = "const a = 1;\n" * 200


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site" / "uitleg").mkdir(parents=True)
    (tmp_path / "site" / "index.html").write_text("start", encoding="utf-8")
    (tmp_path / "site" / "uitleg" / "index.html").write_text("uitleg", encoding="utf-8")
    (tmp_path / "site" / "404.html").write_text("niet gevonden", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return tmp_path / "site"


@pytest.fixture
def ask(site: Path) -> Iterator[Ask]:
    """Ask one server, over one connection, for a path; keywords are headers."""
    server = site_server(site)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)

    def fetch(path: str, method: str = "GET", **headers: str) -> tuple[int, HTTPMessage, bytes]:
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        return response.status, response.headers, response.read()

    yield fetch
    connection.close()
    server.shutdown()
    server.server_close()


@pytest.fixture
def get(site: Path) -> Iterator[Get]:
    started = []

    def fetch(prefix: str, path: str) -> tuple[int, bytes]:
        server = site_server(site, prefix=prefix)
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        started.append(server)
        connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        connection.request("GET", path)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response.status, body

    yield fetch
    for server in started:
        server.shutdown()
        server.server_close()


def test_pages_are_found_by_their_address(get: Get) -> None:
    assert get("/", "/") == (200, b"start")
    assert get("/", "/uitleg/") == (200, b"uitleg")
    assert get("/klantcijfer/", "/klantcijfer/uitleg/") == (200, b"uitleg")


@pytest.mark.parametrize(
    "path",
    ["/weg/", "/../secret.txt", "/%2e%2e/secret.txt", "/uitleg/../../secret.txt", "/%00"],
)
def test_what_is_not_there_gets_the_sites_own_page(get: Get, path: str) -> None:
    assert get("/", path) == (404, b"niet gevonden")


def test_nothing_stands_outside_the_prefix(get: Get) -> None:
    assert get("/klantcijfer/", "/uitleg/") == (404, b"niet gevonden")
    assert get("/klantcijfer/", "/") == (404, b"niet gevonden")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("main.js", "text/javascript; charset=utf-8"),
        ("look.css", "text/css; charset=utf-8"),
        ("chart.json", "application/json"),
        ("badge.svg", "image/svg+xml"),
        ("page.html", "text/html; charset=utf-8"),
    ],
)
def test_text_is_compressed_for_who_can_read_that(name: str, kind: str, site: Path, ask: Ask) -> None:
    (site / name).write_text(SCRIPT, encoding="utf-8")
    status, headers, body = ask(f"/{name}", Accept_Encoding=GZIP)
    assert (status, headers["Content-Type"], headers["Content-Encoding"]) == (200, kind, "gzip")
    assert gzip.decompress(body).decode() == SCRIPT
    assert int(headers["Content-Length"]) == len(body) < len(SCRIPT)
    assert headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("accepted", ["", "identity", "br", "gzip;q=0", "br, gzip; q=0.0"])
def test_and_sent_as_it_is_to_who_cannot(accepted: str, site: Path, ask: Ask) -> None:
    (site / "main.js").write_text(SCRIPT, encoding="utf-8")
    _, headers, body = ask("/main.js", Accept_Encoding=accepted)
    assert body.decode() == SCRIPT
    assert headers["Content-Encoding"] is None
    assert int(headers["Content-Length"]) == len(SCRIPT)
    assert headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("name", ["cijfers.parquet", "photo.png"])
def test_what_is_small_already_is_left_alone(name: str, site: Path, ask: Ask) -> None:
    (site / name).write_bytes(bytes(5000))
    _, headers, body = ask(f"/{name}", Accept_Encoding=GZIP)
    assert headers["Content-Encoding"] is None
    assert body == bytes(5000)


def test_a_page_that_is_not_there_is_compressed_too(ask: Ask) -> None:
    status, headers, body = ask("/weg/", Accept_Encoding=GZIP)
    assert (status, headers["Content-Encoding"]) == (404, "gzip")
    assert gzip.decompress(body) == b"niet gevonden"


def test_a_browser_that_has_the_page_is_told_so_until_it_changes(site: Path, ask: Ask) -> None:
    _, headers, _ = ask("/uitleg/", Accept_Encoding=GZIP)
    status, _, body = ask("/uitleg/", Accept_Encoding=GZIP, If_Modified_Since=headers["Last-Modified"])
    assert (status, body) == (304, b"")
    page = site / "uitleg" / "index.html"
    page.write_text("anders", encoding="utf-8")
    later = page.stat().st_mtime + 60
    os.utime(page, (later, later))
    status, _, body = ask("/uitleg/", Accept_Encoding=GZIP, If_Modified_Since=headers["Last-Modified"])
    assert (status, gzip.decompress(body)) == (200, b"anders")


def test_a_date_that_is_none_is_no_reason_to_send_nothing(ask: Ask) -> None:
    assert ask("/uitleg/", If_Modified_Since="gisteren")[0] == 200


def test_who_asks_for_the_headers_alone_gets_those_of_the_page(ask: Ask) -> None:
    for path in ("/uitleg/", "/weg/"):
        _, of_page, _ = ask(path, Accept_Encoding=GZIP)
        _, alone, body = ask(path, method="HEAD", Accept_Encoding=GZIP)
        assert body == b""
        assert alone["Content-Length"] == of_page["Content-Length"]


def test_a_folder_without_a_slash_is_sent_on_to_the_one_with(ask: Ask) -> None:
    status, headers, _ = ask("/uitleg")
    assert (status, headers["Location"]) == (301, "/uitleg/")


def test_a_page_with_a_slash_behind_it_is_not_there(ask: Ask) -> None:
    assert ask("/index.html/")[0] == 404


def test_a_browser_that_goes_away_is_no_news(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    server = site_server(site)
    for error, is_told in ((BrokenPipeError(), False), (ConnectionResetError(), False), (ZeroDivisionError(), True)):
        try:
            raise error
        except (OSError, ArithmeticError):
            server.handle_error((b"", server.socket), ("127.0.0.1", 1))
        assert bool(capsys.readouterr().err) is is_told
    server.server_close()
