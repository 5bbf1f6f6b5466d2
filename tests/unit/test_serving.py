"""The small web server, at the root and below a prefix."""

from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread

import pytest

from generator.engine.serving import site_server

Get = Callable[[str, str], tuple[int, bytes]]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site" / "uitleg").mkdir(parents=True)
    (tmp_path / "site" / "index.html").write_text("start", encoding="utf-8")
    (tmp_path / "site" / "uitleg" / "index.html").write_text("uitleg", encoding="utf-8")
    (tmp_path / "site" / "404.html").write_text("niet gevonden", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return tmp_path / "site"


@pytest.fixture
def get(site: Path) -> Iterator[Get]:
    started = []

    def fetch(prefix: str, path: str) -> tuple[int, bytes]:
        server = site_server(site, prefix=prefix)
        Thread(target=server.serve_forever, daemon=True).start()
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
