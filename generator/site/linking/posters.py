"""A poster: one sheet to print and hang up, with a code that leads to the provider's page."""

import segno
from markupsafe import Markup

from generator.site.linking.standing import Standing
from generator.site.styling.palette import Palette
from generator.site.templating import rendered

# A telephone finds the code by the white around it: four modules, as the standard asks.
_QUIET = 4
# Any of the eight patterns can be read. To try which is best takes four times as long as to make the code.
_PATTERN = 2
# From how many characters a name gets smaller letters.
_LONG, _VERY_LONG = 28, 70


def poster(standing: Standing, palette: Palette) -> bytes:
    """The poster, as HTML without a script."""
    drawn = code(standing.page, palette.page)
    return rendered("poster.html", standing=standing, code=drawn, size=_size(standing.name)).encode()


def code(address: str, ground: str) -> Markup:
    """A QR code of that address on a ground of that colour, as an SVG element."""
    made = segno.make(address, error="m", micro=False, mask=_PATTERN)
    return Markup(made.svg_inline(border=_QUIET, omitsize=True, svgclass=None, lineclass=None, light=ground))  # noqa: S704 - the code's own drawing: it holds numbers only


def _size(name: str) -> str:
    if len(name) < _LONG:
        return "short"
    return "long" if len(name) < _VERY_LONG else "very-long"
