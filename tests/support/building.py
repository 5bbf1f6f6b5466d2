"""Building a site for a test."""

from pathlib import Path

from support.project import ROOT

from generator.engine.building import build
from generator.engine.reservation import reserved
from generator.site.content.content import Content

PROJECT = ROOT


def build_site(content: Content, folder: Path, project: Path = PROJECT) -> Path:
    """Make a site of ``content`` in ``folder``/site, with its Markdown beside it; returns the site."""
    with reserved(folder / "docs", folder / "site") as reservation:
        build(content, project, reservation)
    return folder / "site"
