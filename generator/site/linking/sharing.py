"""The picture that goes with a shared link: 720 by 378 pixels, without a name or other free text.

That is large enough for a large picture beside a link wherever links are shared (at least 600 by 315), and half the
bytes of twice the size. Ink is drawn in one channel; each part of the picture turns that into its own colours.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TypeAlias

from PIL import Image, ImageDraw

from generator.site.linking import lettering
from generator.site.linking.summaries import AudienceSummary, ProviderSummary
from generator.site.ratings import GradeView
from generator.site.styling import mark
from generator.site.styling.palette import Palette, rgb
from generator.site.words.catalogue import Words

WIDTH, HEIGHT = 720, 378
_EDGE = 40
_HEAD = 88  # the height of the strip with the site's name
_MIDDLE = 428  # where the commissioners' part begins
_MARK = 48  # the side of the mark
_INK = 255
_FINER = 4  # how much larger round shapes are drawn first, so that their edges are smooth
# From the background to the ink in the fewest colours that look smooth.
_STEPS = 3

_Box: TypeAlias = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Column:
    """Where an audience's part stands and how large its texts are, in pixels; ``grade`` is the size of the figure."""

    left: int
    right: int
    text: int
    grade: int

    @property
    def start(self) -> int:
        return self.left + (0 if self.left else _EDGE)

    @property
    def room(self) -> int:
        return self.right - self.start - _EDGE // 2


_CLIENTS = _Column(0, _MIDDLE, 22, 148)
_COMMISSIONERS = _Column(_MIDDLE, WIDTH, 19, 96)
_TITLE, _GRADE, _LINES = 132, 270, (314, 348)  # baselines
_TITLED = 26  # the size of titles

# The colours of a part: ground and ink, by their names in the palette.
_HEADED, _STRONG, _LIGHT, _MARKED = ("page", "text"), ("accent", "page"), ("surface", "text"), ("page", "accent")
_COLOURS = (_HEADED, _STRONG, _LIGHT, _MARKED)


def picture(summary: ProviderSummary, palette: Palette, words: Words) -> bytes:
    """What the newest measurement of a provider says, as PNG."""
    image = _headed(summary.site).copy()
    period = words("linking.picture.period", period=summary.short_period)
    size = lettering.fitting(period, 20, WIDTH // 2 - _EDGE)
    lettering.write(image, (WIDTH - _EDGE - int(lettering.width(period, size)), 53), period, size)
    _audience(image, summary.clients, summary.clients.title, _CLIENTS, words)
    _audience(image, summary.commissioners, words("listing.commissioner"), _COMMISSIONERS, words)
    body = _STRONG if any(each.rating.is_graded for each in summary.both) else _LIGHT
    return _png(image, [((0, _HEAD, WIDTH, HEIGHT), body), (_marked((_EDGE, 20)), _MARKED)], palette)


def general(site: str, palette: Palette, words: Words) -> bytes:
    """What the site is about, for each page that has no picture of its own."""
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    room = WIDTH - 2 * _EDGE
    image.paste(_drawn_mark(), (_EDGE, 60))
    lettering.write(image, (_EDGE, 200), site, lettering.fitting(site, 80, room), 2)
    for base, key in ((268, "about"), (308, "of")):
        text = words(f"linking.picture.{key}")
        lettering.write(image, (_EDGE, base), text, lettering.fitting(text, 28, room))
    return _png(image, [((0, 0, WIDTH, HEIGHT), _STRONG)], palette)


@cache
def _headed(site: str) -> Image.Image:
    """The strip that all pictures of a site have: its mark and its name."""
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    image.paste(_drawn_mark(), (_EDGE, 20))
    left = _EDGE + _MARK + 14
    lettering.write(image, (left, 56), site, lettering.fitting(site, 37, WIDTH // 2 - left))
    return image


def _marked(place: tuple[int, int]) -> _Box:
    return (*place, place[0] + _MARK, place[1] + _MARK)


@cache
def _drawn_mark() -> Image.Image:
    side = _MARK * _FINER
    image = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(image)
    scale = side / mark.SIZE
    draw.rounded_rectangle((0, 0, side - 1, side - 1), mark.RADIUS * scale, fill=_INK)
    for left, top, right, bottom in mark.BARS:
        draw.rectangle((left * scale, top * scale, right * scale - 1, bottom * scale - 1), fill=0)
    return image.resize((_MARK, _MARK), Image.Resampling.BOX)


def _audience(image: Image.Image, audience: AudienceSummary, title: str, column: _Column, words: Words) -> None:
    """Write the grade of an audience, or that there is none, with how many answered and how sure that is."""
    rating, size = audience.rating, column.text
    lettering.write(image, (column.start, _TITLE), title, lettering.fitting(title, _TITLED, column.room))
    grade = rating.grade if isinstance(rating, GradeView) else _sentence(words("linking.no_grade"))
    large = lettering.fitting(grade, column.grade if rating.is_graded else 38, column.room)
    lettering.write(image, (column.start, _GRADE), grade, large, 2 if rating.is_graded else 1)
    if isinstance(rating, GradeView) and rating.word:
        beside = column.start + int(lettering.width(grade, large)) + size
        word = lettering.fitting(rating.word, 3 * size // 2, column.room - (beside - column.start))
        lettering.write(image, (beside, _GRADE), rating.word, word)
    for line, base in zip(audience.lines, _LINES, strict=False):
        left = column.start
        if isinstance(rating, GradeView) and base == _LINES[-1]:
            left += _sureness(image, (left, base), size, rating.level)
        lettering.write(image, (left, base), line, lettering.fitting(line, size, column.room - left + column.start))


def _sureness(image: Image.Image, place: tuple[int, int], size: int, level: int) -> int:
    """Draw three dots on a line, ``level`` of them filled; the room that they take, in pixels."""
    left, base = place
    across = size * 5 // 8
    for number in range(3):
        dot = _dot(across, is_filled=number < level)
        image.paste(dot, (left + number * (across + size // 5), base - across))
    return 3 * (across + size // 5) + size // 4


@cache
def _dot(across: int, *, is_filled: bool) -> Image.Image:
    side = across * _FINER
    image = Image.new("L", (side, side), 0)
    line = side // 7
    ImageDraw.Draw(image).ellipse((0, 0, side - 1, side - 1), fill=_INK if is_filled else 0, outline=_INK, width=line)
    return image.resize((across, across), Image.Resampling.BOX)


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"


def _png(image: Image.Image, parts: Iterable[tuple[_Box, tuple[str, str]]], palette: Palette) -> bytes:
    """The picture in few colours; ``parts`` has the colours of each part. It has no time and no other metadata."""
    coloured = image.point(_numbers(_HEADED))
    for box, colours in parts:
        coloured.paste(image.crop(box).point(_numbers(colours)), box)
    coloured.putpalette(_palette(palette))
    file = BytesIO()
    # Letters of one colour are runs of that colour: compressing only runs takes a tenth of the time of the best.
    coloured.save(file, "PNG", bits=4, compress_type=Image.RLE)
    return file.getvalue()


@cache
def _numbers(colours: tuple[str, str]) -> list[int]:
    """The number of the colour for each shade from ground to ink."""
    first = _STEPS * _COLOURS.index(colours)
    return [first + round(shade * (_STEPS - 1) / 255) for shade in range(256)]


@cache
def _palette(palette: Palette) -> list[int]:
    """The colours by their number: of each part those from its ground to its ink."""
    ramps = [(rgb(getattr(palette, ground)), rgb(getattr(palette, ink))) for ground, ink in _COLOURS]
    return [
        round(ground[part] + (ink[part] - ground[part]) * step / (_STEPS - 1))
        for ground, ink in ramps
        for step in range(_STEPS)
        for part in range(3)
    ]
