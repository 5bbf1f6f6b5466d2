"""The picture that goes with a shared link: 600 by 315 pixels, without a name or other free text.

That is the smallest that gets a large picture beside a link wherever links are shared; each provider has one, so it
counts. It has four colours, and is drawn in their numbers.
"""

from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from generator.site.linking import lettering
from generator.site.linking.lettering import Pen, Ramp
from generator.site.linking.summaries import AudienceSummary, ProviderSummary
from generator.site.ratings import GradeView
from generator.site.styling import mark
from generator.site.styling.palette import Palette, rgb
from generator.site.words.catalogue import Words

WIDTH, HEIGHT = 600, 315
_EDGE = 33
_HEAD = 73  # the height of the strip with the site's name
_MIDDLE = 357  # where the commissioners' part begins
_MARK = 40  # the side of the mark
_PERIOD = 270  # where the period may begin
_INK = 255
_FINER = 4  # how much larger round shapes are drawn first, so that their edges are smooth
_EFFORT = 4  # of compressing: the most takes ten times as long for a tenth less


@dataclass(frozen=True, slots=True)
class _Column:
    """Where an audience's part stands and how large its texts are, in pixels; ``grade`` is the size of the figure.

    ``title`` is the key of what stands above it.
    """

    title: str
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


_CLIENTS = _Column("rating.card.client", 0, _MIDDLE, 18, 124)
_COMMISSIONERS = _Column("listing.commissioner", _MIDDLE, WIDTH, 16, 80)
_ALONE = _Column("rating.card.client", 0, WIDTH, 18, 124)
_TITLE, _GRADE, _LINES = 110, 225, (262, 290)  # baselines
_TITLED = 22  # the size of titles
_NONE = 32  # that of the words where there is no grade

# The colours by their numbers: page, between page and accent, accent, surface. A part goes from its ground to its ink.
_HEADED, _STRONG, _LIGHT = Ramp(0, 1, 2), Ramp(2, 1, 0), Ramp(3, 1, 2)


def picture(summary: ProviderSummary, palette: Palette, words: Words) -> bytes:
    """What the newest measurement of a provider says, as PNG."""
    body = _STRONG if any(each.rating.is_graded for each in summary.audiences) else _LIGHT
    image = _ground(summary.site, body).copy()
    period = words("linking.picture.period", period=summary.short_period)
    size = lettering.fitting(period, 17, WIDTH - _EDGE - _PERIOD)
    lettering.write(image, (WIDTH - _EDGE - int(lettering.width(period, size)), 44), period, Pen(size, _HEADED))
    _audience(image, body, summary.clients, _CLIENTS if summary.commissioners else _ALONE, words)
    if summary.commissioners:
        _audience(image, body, summary.commissioners, _COMMISSIONERS, words)
    return _png(image, palette)


def general(site: str, palette: Palette, words: Words) -> bytes:
    """What the site is about, for each page that has no picture of its own."""
    image = Image.new("L", (WIDTH, HEIGHT), _STRONG.ground)
    room = WIDTH - 2 * _EDGE
    image.paste(_mark(_STRONG), (_EDGE, 50))
    lettering.write(image, (_EDGE, 167), site, Pen(lettering.fitting(site, 67, room), _STRONG, 2))
    for base, key in ((223, "about"), (257, "of")):
        text = words(f"linking.picture.{key}")
        lettering.write(image, (_EDGE, base), text, Pen(lettering.fitting(text, 24, room), _STRONG))
    return _png(image, palette)


@cache
def _ground(site: str, body: Ramp) -> Image.Image:
    """What many pictures of a site have: the strip with its mark and its name, and an empty body."""
    image = Image.new("L", (WIDTH, HEIGHT), body.ground)
    image.paste(_HEADED.ground, (0, 0, WIDTH, _HEAD))
    image.paste(_mark(_HEADED), (_EDGE, 17))
    left = _EDGE + _MARK + 12
    lettering.write(image, (left, 47), site, Pen(lettering.fitting(site, 31, _PERIOD - _EDGE // 2 - left), _HEADED))
    return image


def _mark(ramp: Ramp) -> Image.Image:
    side = _MARK * _FINER
    image = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(image)
    scale = side / mark.SIZE
    draw.rounded_rectangle((0, 0, side - 1, side - 1), mark.RADIUS * scale, fill=_INK)
    for left, top, right, bottom in mark.BARS:
        draw.rectangle((left * scale, top * scale, right * scale - 1, bottom * scale - 1), fill=0)
    return ramp.of(image.resize((_MARK, _MARK), Image.Resampling.BOX))


def _audience(image: Image.Image, ramp: Ramp, audience: AudienceSummary, column: _Column, words: Words) -> None:
    """Write the grade of an audience, or that there is none, with how many answered and how sure that is."""
    rating, size, start = audience.rating, column.text, column.start

    def line(left: int, base: int, text: str, most: int, weight: int = 0) -> int:
        """Write in letters of ``most`` pixels or smaller ones; where the text ends."""
        pen = Pen(lettering.fitting(text, most, start + column.room - left), ramp, weight)
        lettering.write(image, (left, base), text, pen)
        return left + int(lettering.width(text, pen.size))

    line(start, _TITLE, words(column.title), _TITLED)
    if isinstance(rating, GradeView):
        end = line(start, _GRADE, rating.grade, column.grade, 2)
        if rating.word:
            line(end + size, _GRADE, rating.word, 3 * size // 2)
    else:
        line(start, _GRADE, _sentence(words("linking.no_grade")), _NONE, 1)
    for text, base in zip(audience.lines, _LINES, strict=False):
        left = start
        if isinstance(rating, GradeView) and base == _LINES[-1]:
            dots = _sureness(size, rating.level, ramp)
            image.paste(dots, (left, base - dots.height))
            left += dots.width + size // 2
        line(left, base, text, size)


@cache
def _sureness(size: int, level: int, ramp: Ramp) -> Image.Image:
    """Three dots beside letters of that size, ``level`` of them filled."""
    across, step = size * 5 // 8, size * 5 // 8 + size // 5
    image = Image.new("L", ((2 * step + across) * _FINER, across * _FINER), 0)
    draw, side = ImageDraw.Draw(image), across * _FINER
    for number in range(3):
        left = number * step * _FINER
        fill = _INK if number < level else 0
        draw.ellipse((left, 0, left + side - 1, side - 1), fill=fill, outline=_INK, width=side // 7)
    return ramp.of(image.resize((2 * step + across, across), Image.Resampling.BOX))


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"


def _png(image: Image.Image, palette: Palette) -> bytes:
    """The picture, of numbers until now, in its colours. It has no time and no other metadata."""
    image.putpalette(_palette(palette))
    file = BytesIO()
    image.save(file, "PNG", bits=2, compress_level=_EFFORT)
    return file.getvalue()


@cache
def _palette(palette: Palette) -> list[int]:
    """The colours in the order of their numbers."""
    page, accent, surface = (rgb(each) for each in (palette.page, palette.accent, palette.surface))
    between = (round((one + other) / 2) for one, other in zip(page, accent, strict=True))
    return [*page, *between, *accent, *surface]
