"""The picture that goes with a shared link: 1200 by 630 pixels, without a name or other free text.

The letters are drawn in one channel; each part of the picture turns that into its own colours.
"""

from collections.abc import Mapping
from functools import cache
from io import BytesIO

from PIL import Image

from generator.site.linking import lettering
from generator.site.linking.summaries import AudienceSummary, BriefGrade, ProviderSummary
from generator.site.styling.palette import Palette, rgb
from generator.site.words.catalogue import Words

WIDTH, HEIGHT = 1200, 630
_EDGE = 72
_BAND = 108  # the height of the band with the site's name
_RIGHT = 770  # where the commissioners' part begins
_TITLE, _GRADE, _LINES, _PERIOD = 178, 392, (484, 526), 592  # baselines
_GRADES = (_TITLE + 16, _LINES[0] - 38)  # between what heights the grades stand
# From the background to the ink in the fewest colours that look smooth; the background of the band is the accent.
_STEPS = 4
_ON_WHITE, _COLOURED, _INVERSE = 0, 1, 2


def picture(summary: ProviderSummary, palette: Palette, words: Words) -> bytes:
    """What the newest measurement of a provider says, as PNG."""
    image = _banded(summary.site).copy()
    _audience(image, summary.clients, (_EDGE, _RIGHT - _EDGE - 60), (40, 244), words)
    _audience(image, summary.commissioners, (_RIGHT, WIDTH - _RIGHT - 48), (32, 150), words)
    _line(image, (_EDGE, _PERIOD), words("listing.period", period=summary.short_period), 34, WIDTH - 2 * _EDGE)
    top, bottom = _GRADES
    middle = _RIGHT - 30
    columns = ((summary.clients, (0, top, middle, bottom)), (summary.commissioners, (middle, top, WIDTH, bottom)))
    coloured = {box: _COLOURED for audience, box in columns if audience.rating.is_graded}
    return _png(image, {(0, 0, WIDTH, _BAND): _INVERSE, **coloured}, palette)


def general(site: str, palette: Palette, words: Words) -> bytes:
    """What the site is about, for each page that has no picture of its own."""
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    room = WIDTH - 2 * _EDGE
    lettering.write(image, (_EDGE, 300), site, lettering.fitting(site, 150, room), 3)
    _line(image, (_EDGE, 420), words("linking.picture.about"), 48, room)
    _line(image, (_EDGE, 486), words("linking.picture.of"), 48, room)
    return _png(image, {(0, 0, WIDTH, HEIGHT): _INVERSE}, palette)


@cache
def _banded(site: str) -> Image.Image:
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    lettering.write(image, (_EDGE, 72), site, lettering.fitting(site, 54, WIDTH - 2 * _EDGE), 1)
    return image


def _audience(
    image: Image.Image,
    audience: AudienceSummary,
    column: tuple[int, int],
    sizes: tuple[int, int],
    words: Words,
) -> None:
    """Write the grade of an audience, or that there is none, with how many answered.

    Args:
        image: the picture.
        audience: what the audience said.
        column: where the text begins, and how wide it may be, in pixels.
        sizes: the sizes of text and of the grade, in pixels.
        words: the words of the site.
    """
    (left, room), (size, large) = column, sizes
    lettering.write(image, (left, _TITLE), audience.title, lettering.fitting(audience.title, size, room), 1)
    rating = audience.rating
    grade = rating.grade if isinstance(rating, BriefGrade) else words("linking.no_grade")
    fitting = lettering.fitting(grade, large, room)
    lettering.write(image, (left, _GRADE), grade, fitting, 3 if rating.is_graded else 1)
    if isinstance(rating, BriefGrade) and rating.word:
        beside = left + int(lettering.width(grade, fitting)) + size
        lettering.write(image, (beside, _GRADE), rating.word, lettering.fitting(rating.word, 2 * size, room // 2), 1)
    for line, base in zip(audience.lines, _LINES, strict=False):
        _line(image, (left, base), line, size - 4, room)


def _line(image: Image.Image, place: tuple[int, int], text: str, size: int, room: int) -> None:
    lettering.write(image, place, text, lettering.fitting(text, size, room))


def _png(image: Image.Image, parts: Mapping[tuple[int, int, int, int], int], palette: Palette) -> bytes:
    """The picture in few colours; ``parts`` has the colours of each part. It has no time and no other metadata."""
    coloured = image.point(_numbers(_ON_WHITE))
    for box, colours in parts.items():
        coloured.paste(image.crop(box).point(_numbers(colours)), box)
    coloured.putpalette(_colours(palette))
    file = BytesIO()
    # Letters of one colour are runs of that colour: compressing only runs takes half the time, and gives the same size.
    coloured.save(file, "PNG", bits=4, compress_type=Image.RLE)
    return file.getvalue()


@cache
def _numbers(colours: int) -> list[int]:
    """The number of the colour for each shade from ground to ink."""
    steps = [round(shade * (_STEPS - 1) / 255) for shade in range(256)]
    if colours == _INVERSE:
        return [2 * _STEPS - 1 - step for step in steps]
    return [_STEPS * colours + step for step in steps]


@cache
def _colours(palette: Palette) -> list[int]:
    """The colours by their number: from the page to text, then from the page to the accent."""
    ramps = [(rgb(palette.page), rgb(ink)) for ink in (palette.text, palette.accent)]
    return [
        round(ground[part] + (ink[part] - ground[part]) * step / (_STEPS - 1))
        for ground, ink in ramps
        for step in range(_STEPS)
        for part in range(3)
    ]
