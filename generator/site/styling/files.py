"""Every file of this room."""

from collections.abc import Iterator, Mapping

from generator.site.styling.palette import Palette
from generator.site.styling.sheets import sheets
from generator.site.templating import rendered


def files(styles: Mapping[str, str], palette: Palette) -> Iterator[tuple[str, str]]:
    """The stylesheets, and the sign of the site in a tab of a browser; each as its path below the site and its text."""
    yield from sheets(styles)
    yield "images/favicon.svg", rendered("favicon.svg", palette=palette)
