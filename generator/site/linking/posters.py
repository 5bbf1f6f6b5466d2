"""A poster: one sheet to print and hang up, with a code that leads to the provider's page."""

import base64
from io import BytesIO

import zxingcpp
from PIL import Image

from generator.site.linking.summaries import ProviderSummary
from generator.site.rendering.templating import rendered
from generator.site.words.catalogue import Words

# From how many characters a name gets smaller letters.
_LONG, _VERY_LONG = 28, 70


def poster(summary: ProviderSummary, words: Words) -> bytes:
    """The poster, as HTML without a script."""
    return rendered("poster.html", words, summary=summary, code=code(summary.page), size=_size(summary.name)).encode()


def code(address: str) -> str:
    """A QR code of ``address``, with the white around it that it needs, as the address of a picture.

    A module is a pixel, for the style sheet to enlarge: a quarter of the bytes of a drawing in SVG.

    Raises:
        ValueError: the address has more than about 2,000 characters.
    """
    made = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    file = BytesIO()
    Image.fromarray(made.to_image(add_quiet_zones=True)).convert("1").save(file, "PNG")
    return f"data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}"


def _size(name: str) -> str:
    if len(name) < _LONG:
        return "short"
    return "long" if len(name) < _VERY_LONG else "very-long"
