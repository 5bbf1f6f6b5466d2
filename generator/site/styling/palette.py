"""The colours for badges, pictures and codes, which no stylesheet reaches: the light colours of tokens.css."""

import re
from dataclasses import dataclass, fields

_COLOUR = re.compile(r"#(?:[0-9a-f]{3}){1,2}")


@dataclass(frozen=True, slots=True)
class Palette:
    """Each colour as CSS and SVG write it: `#0b5c7a`, or `#fff` for `#ffffff`.

    Args:
        accent: the site's own colour.
        text: the colour of text.
        muted: for less important text, and for a missing grade.
        line: for lines between things.
        surface: the background of boxes.
        page: the background of everything else, and text on the accent or on the muted colour.
    """

    accent: str
    text: str
    muted: str
    line: str
    surface: str
    page: str


def palette_of(tokens: str) -> Palette:
    """The palette in a text of CSS.

    Args:
        tokens: for each colour a declaration such as ``--kc-light-accent: #0b5c7a;``.

    Raises:
        ValueError: a colour is missing, or is written in another way; the message says which.
    """
    said = dict(re.findall(r"--kc-light-([a-z-]+):\s*([^;]+);", tokens))
    found = {each.name: said.get(each.name, "") for each in fields(Palette)}
    for name, colour in found.items():
        if not _COLOUR.fullmatch(colour):
            raise ValueError(f"--kc-light-{name} must be a colour such as #0b5c7a or #fff, not {colour!r}")
    return Palette(**found)


def hexadecimal(colour: str) -> str:
    """The six digits of a colour: `fff` is short for `ffffff`."""
    digits = colour.removeprefix("#")
    return digits if len(digits) > len("fff") else "".join(2 * each for each in digits)


def rgb(colour: str) -> tuple[int, int, int]:
    """How much red, green and blue, each from 0 to 255."""
    red, green, blue = bytes.fromhex(hexadecimal(colour))
    return red, green, blue
