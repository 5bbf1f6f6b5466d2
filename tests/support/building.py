"""Building a site for a test."""

from pathlib import Path

from support.project import ROOT

from generator.engine.building import Engine, build
from generator.engine.reservation import reserved
from generator.site.content.content import Content

PROJECT = ROOT
# The generated pages that the menu names: no site can do without.
IN_THE_MENU = (
    "index.md",
    "aanbieders/index.md",
    "diensten/index.md",
    "vergelijken.md",
    "uitleg.md",
    "correcties.md",
    "open-data/index.md",
)


def build_site(
    content: Content, folder: Path, project: Path = PROJECT, engine: Engine = Engine.SHELLS, jobs: int = 1
) -> Path:
    """Make a site of ``content`` in ``folder``/site, with its Markdown beside it; returns the site."""
    with reserved(folder / "docs", folder / "site") as reservation:
        build(content, project, reservation, engine, jobs)
    return folder / "site"
