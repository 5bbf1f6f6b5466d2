"""Text in a picture, with the one font that Pillow contains: the same bytes on every machine.

The font has only ASCII letters, so accents are drawn above the letter. A picture holds our own words, and no free text.
"""

import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

_ACUTE, _DIAERESIS = "\N{COMBINING ACUTE ACCENT}", "\N{COMBINING DIAERESIS}"
_PLAIN = str.maketrans({"\N{EN DASH}": "-", "\N{MINUS SIGN}": "-", "\N{NO-BREAK SPACE}": " "})
_INK = 255


class Ramp(NamedTuple):
    """The numbers of the colours from ground to ink: three, the fewest that look smooth."""

    ground: int
    between: int
    ink: int

    def of(self, image: Image.Image) -> Image.Image:
        """A picture of shades from 0 (ground) to 255 (ink) in these numbers."""
        return image.point(_numbers(self))


@cache
def _numbers(ramp: Ramp) -> list[int]:
    """The number of the colour for each shade."""
    return [ramp[round(shade * 2 / _INK)] for shade in range(_INK + 1)]


class Pen(NamedTuple):
    """How letters look: how large the font is and how much is added around each stroke, in pixels, and the colours."""

    size: int
    ramp: Ramp
    weight: int = 0


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


def width(text: str, size: int) -> float:
    """How wide the text is, in pixels."""
    words = text.split(" ")
    return sum(_advance(word, size) for word in words) + (len(words) - 1) * _advance(" ", size)


@lru_cache(2000)
def _advance(word: str, size: int) -> float:
    return _font(size).getlength(parted(word)[0])


def fitting(text: str, size: int, room: int) -> int:
    """``size``, or the smaller one at which the text fits into ``room``; all in pixels."""
    return min(size, int(size * room / max(1.0, width(text, size))))


def write(image: Image.Image, place: tuple[int, int], text: str, pen: Pen) -> None:
    """Write a line.

    Args:
        image: a picture of one channel, with the numbers of colours.
        place: where the line begins, and its baseline, in pixels.
        text: the line.
        pen: how its letters look.
    """
    left, base = float(place[0]), place[1]
    for word in text.split(" "):
        across, above, drawn = _drawn(word, pen)
        image.paste(drawn, (round(left) + across, base + above))
        left += _advance(word, pen.size) + _advance(" ", pen.size)


@lru_cache(2000)
def _drawn(word: str, pen: Pen) -> tuple[int, int, Image.Image]:
    """The word as far as it has ink, and where that begins, seen from the beginning of the baseline.

    Drawn once: lines differ from provider to provider, their words hardly.
    """
    size, font, (letters, accents) = pen.size, _font(pen.size), parted(word)
    margin, base = size // 4, size * 5 // 4  # room for accents, and for bold letters
    image = Image.new("L", (int(font.getlength(letters)) + 2 * margin, base + size // 2), 0)
    draw = ImageDraw.Draw(image)
    draw.text((margin, base), letters, font=font, fill=_INK, anchor="ls", stroke_width=pen.weight)
    for at, accent in accents.items():
        advance = font.getlength(letters[at])
        middle = margin + font.getlength(letters[: at + 1]) - advance / 2
        _accent(draw, accent, (middle, base + font.getbbox(letters[at], anchor="ls")[1]), pen)
    box = image.getbbox() or (0, 0, 0, 0)
    return box[0] - margin, box[1] - base, pen.ramp.of(image.crop(box))


def _accent(draw: ImageDraw.ImageDraw, accent: str, place: tuple[float, float], pen: Pen) -> None:
    """An accent above a letter whose top is in the middle at ``place``."""
    (middle, top), size = place, pen.size
    thick = size / 22 + pen.weight / 2
    height = top - size / 8
    if accent == _DIAERESIS:
        for side in (-1, 1):
            draw.circle((middle + side * size / 8, height), thick, fill=_INK)
        return
    rising = (middle - size / 24, height + size / 20, middle + size / 9, height - size / 10)
    draw.line(rising, fill=_INK, width=max(1, round(1.6 * thick)))
