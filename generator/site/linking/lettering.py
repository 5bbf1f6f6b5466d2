"""Text in a picture, with the one font that Pillow contains: the same bytes on every machine.

The font has only ASCII letters, so accents are drawn above the letter. A picture holds our own words, and no free text.
"""

import unicodedata
from functools import cache, lru_cache

from PIL import Image, ImageDraw, ImageFont

_ACUTE, _DIAERESIS = "\N{COMBINING ACUTE ACCENT}", "\N{COMBINING DIAERESIS}"
_PLAIN = str.maketrans({"\N{EN DASH}": "-", "\N{MINUS SIGN}": "-", "\N{NO-BREAK SPACE}": " "})
_INK = 255


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise TypeError("Pillow was built without FreeType, which its own font needs")
    # Letters at whole pixels: the same letter is drawn the same each time, which compresses better.
    return font.font_variant(layout_engine=ImageFont.Layout.BASIC)


def parted(text: str) -> tuple[str, dict[int, str]]:
    """The letters of ``text`` that the font has, and the accents by the place of their letter.

    A character that the font cannot show is left out.
    """
    letters: list[str] = []
    accents: dict[int, str] = {}
    for each in unicodedata.normalize("NFD", text.translate(_PLAIN)):
        if each in {_ACUTE, _DIAERESIS} and letters:
            accents[len(letters) - 1] = each
        elif each.isascii() and each.isprintable():
            letters.append(each)
    return "".join(letters), accents


@lru_cache(2000)
def width(text: str, size: int) -> float:
    """How wide the text is, in pixels."""
    return _font(size).getlength(parted(text)[0])


def fitting(text: str, size: int, room: int) -> int:
    """``size``, or the smaller one at which the text fits into ``room``; all in pixels."""
    return min(size, int(size * room / max(1.0, width(text, size))))


def write(image: Image.Image, place: tuple[int, int], text: str, size: int, weight: int = 0) -> None:
    """Write a line.

    Args:
        image: a picture with one channel; the highest value is ink.
        place: where the line begins, and its baseline, in pixels.
        text: the line.
        size: the size of the font, in pixels.
        weight: how many pixels are added around each stroke, for bold letters.
    """
    left, base = place
    drawn = _drawn(text, size, weight)
    image.paste(_INK, (left - size // 4, base - _above(size)), drawn)


@lru_cache(500)
def _drawn(text: str, size: int, weight: int) -> Image.Image:
    """The line with a margin around it. Grades, titles and half of the lines are the same for many providers."""
    font, (letters, accents) = _font(size), parted(text)
    margin, base = size // 4, _above(size)
    image = Image.new("L", (int(font.getlength(letters)) + 2 * margin, base + size // 2), 0)
    draw = ImageDraw.Draw(image)
    draw.text((margin, base), letters, font=font, fill=_INK, anchor="ls", stroke_width=weight)
    for at, accent in accents.items():
        advance = font.getlength(letters[at])
        middle = margin + font.getlength(letters[: at + 1]) - advance / 2
        _accent(draw, accent, (middle, base + font.getbbox(letters[at], anchor="ls")[1]), size, weight)
    return image


def _above(size: int) -> int:
    """The room above the baseline, accents included."""
    return size * 5 // 4


def _accent(draw: ImageDraw.ImageDraw, accent: str, place: tuple[float, float], size: int, weight: int) -> None:
    """An accent above a letter whose top is in the middle at ``place``."""
    middle, top = place
    thick = size / 22 + weight / 2
    height = top - size / 8
    if accent == _DIAERESIS:
        for side in (-1, 1):
            draw.circle((middle + side * size / 8, height), thick, fill=_INK)
        return
    rising = (middle - size / 24, height + size / 20, middle + size / 9, height - size / 10)
    draw.line(rising, fill=_INK, width=max(1, round(1.6 * thick)))
