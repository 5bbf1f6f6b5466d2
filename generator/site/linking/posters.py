"""A poster: one sheet to print and hang up, with a code that leads to the provider's page."""

import segno
from markupsafe import Markup

from generator.site.linking.summaries import ProviderSummary
from generator.site.rendering.templating import rendered
from generator.site.styling.palette import Palette
from generator.site.words.catalogue import Words

# A telephone finds the code by the white around it: four modules, as the standard asks.
_QUIET = 4
# Each of the eight patterns can be read. To find the best one takes four times as long as to make the code.
_PATTERN = 2
# From how many characters a name gets smaller letters.
_LONG, _VERY_LONG = 28, 70


def poster(summary: ProviderSummary, palette: Palette, words: Words) -> bytes:
    """The poster, as HTML without a script."""
    size = _size(summary.name)
    return rendered("poster.html", words, summary=summary, code=code(summary.page, palette.page), size=size).encode()


def code(address: str, ground: str) -> Markup:
    """A QR code of ``address`` on a background of the colour ``ground``, as an SVG element.

    Raises:
        segno.DataOverflowError: the address has more than about 2,000 characters.
    """
    made = segno.make(address, error="m", micro=False, mask=_PATTERN)
    return Markup(made.svg_inline(border=_QUIET, omitsize=True, svgclass=None, lineclass=None, light=ground))  # noqa: S704 - the code's own drawing: it holds numbers only


def _size(name: str) -> str:
    if len(name) < _LONG:
        return "short"
    return "long" if len(name) < _VERY_LONG else "very-long"
