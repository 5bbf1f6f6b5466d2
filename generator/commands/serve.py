"""`generator serve`."""

from datetime import date
from pathlib import Path

import click

from generator.commands.common import SITE
from generator.commands.terminal import say
from generator.commands.waiting import WAITING, mention_due
from generator.engine import serving


@click.command("serve")
@SITE
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free one.")
@WAITING
def command(site: Path, port: int, waiting: Path) -> None:
    """Serve the finished site on this machine, until you press Ctrl-C."""
    if not (site / "index.html").is_file():
        raise click.UsageError(f"there is no site in {site}: make it first, with `make site` in the project's folder")
    try:
        server = serving.site_server(site, port)
    except OSError as error:
        raise click.UsageError(f"port {port} cannot be used ({error.strerror}): choose another with --port") from None
    say(f"{site} is at http://127.0.0.1:{server.server_port}/  (Ctrl-C stops)")
    mention_due(waiting, date.today())  # noqa: DTZ011 - the maintainer's own day
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        say("stopped")
    finally:
        server.server_close()
