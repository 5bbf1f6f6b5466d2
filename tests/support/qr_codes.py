"""Reads a QR code from a picture, as a telephone does."""

import base64
from io import BytesIO

import zxingcpp
from PIL import Image, ImageOps

_QUIET = 4  # modules, as ISO/IEC 18004 asks
_PREFIX = "data:image/png;base64,"
_LARGER = 8  # as a camera sees it


def read_code(address: str) -> str:
    """The text in a code that is the address of a picture; white must be around it, and enough in it for repair."""
    image = Image.open(BytesIO(base64.b64decode(address.removeprefix(_PREFIX)))).convert("L")
    dark = ImageOps.invert(image).getbbox()
    assert dark == (_QUIET, _QUIET, image.width - _QUIET, image.height - _QUIET), "the white around it is not white"
    larger = image.resize((image.width * _LARGER, image.height * _LARGER), Image.Resampling.BILINEAR)
    found = zxingcpp.read_barcode(larger)
    assert found is not None, "not to be read"
    assert found.format is zxingcpp.BarcodeFormat.QRCode
    assert found.ec_level in {"M", "Q", "H"}, "too little repair for paper"
    return found.text
