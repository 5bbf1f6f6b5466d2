"""The files that make the look of the site: its stylesheets, and its icon in a browser tab."""

from collections.abc import Iterator

from generator.site.rendering.templating import rendered
from generator.site.settings import Settings
from generator.site.styling import mark
from generator.site.styling.sheets import sheets
from generator.site.styling.theme import used_of_the_theme
from generator.site.words.catalogue import Words


def looks(settings: Settings, words: Words) -> Iterator[tuple[str, str]]:
    """Each file as its path below the site and its text: the same for every register."""
    yield from sheets(settings.styles, used_of_the_theme())
    yield "images/favicon.svg", rendered("favicon.svg", words, palette=settings.palette, mark=mark)
