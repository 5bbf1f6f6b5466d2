"""Sites to find something on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from generator.disclosure.public import PublicRegister
from generator.engine.building import Content, build
from generator.engine.serving import site_server
from generator.site.pages import pages
from generator.site.search import records
from generator.site.words import dutch

ROOT = Path(__file__).parents[2]


@contextmanager
def served(site: Path, prefix: str = "/") -> Iterator[str]:
    """The address at which a site stands."""
    server = site_server(site, prefix=prefix)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()


def built(register: PublicRegister, folder: Path) -> Path:
    """The site of a register, without the pages of the providers: the finder needs none of them."""
    texts = (
        (name, text) for name, text in pages(register) if "/" not in name or name.endswith(("index.md", "words.json"))
    )
    build(Content(texts, records=records(register, dutch())), ROOT, folder / "docs", folder / "site")
    return folder / "site"
