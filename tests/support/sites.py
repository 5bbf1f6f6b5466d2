"""A built site behind an address on this machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from generator.engine.serving import site_server


@contextmanager
def served(site: Path, prefix: str = "/") -> Iterator[str]:
    """The address at which ``site`` stands below ``prefix``, with a slash behind it."""
    server = site_server(site, prefix=prefix)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
