"""The picture that goes along when somebody shares a page: 1200 by 630 pixels, without a name or other free text.

The letters are drawn in one channel; which colours that becomes depends on the part of the picture.
"""

from collections.abc import Sequence
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from generator.site.linking import lettering
from generator.site.linking.standing import Opinion, Standing
from generator.site.words import Words

WIDTH, HEIGHT = 1200, 630
_EDGE = 72
_BAND = 116  # the height of the band with the site's name
_RIGHT = 780  # where the commissioners' part begins
_TITLE, _TEXT, _LAST = 202, 500, 582  # the baselines
# Three ramps of colours, from the ground to the ink: text, a grade, the band. As in klantcijfer.css, in light.
_WHITE, _TEXT_INK, _MUTED, _ACCENT = (255, 255, 255), (28, 37, 41), (81, 93, 99), (11, 92, 122)
_RAMPS = ((_WHITE, _TEXT_INK), (_WHITE, _ACCENT), (_ACCENT, _WHITE))
_STEPS = 5  # three times five colours fit into four bits


def picture(standing: Standing, words: Words) -> bytes:
    """What the newest measurement of a provider says, as PNG."""
    image, draw = _begun(standing.site)
    _opinion(draw, standing.clients, (_EDGE, _RIGHT - _EDGE - 60), 250, words)
    _opinion(draw, standing.commissioners, (_RIGHT, WIDTH - _RIGHT - _EDGE), 130, words)
    _line(draw, (_EDGE, _LAST), standing.period, 30, WIDTH - 2 * _EDGE)
    return _png(image, ((_EDGE, _TITLE + 20, WIDTH - _EDGE, _TEXT - 60),))


def general(site: str, words: Words) -> bytes:
    """What the site is about, for each page that has no picture of its own."""
    image, draw = _begun("")
    lettering.write(draw, (_EDGE, 330), site, lettering.fitting(site, 150, WIDTH - 2 * _EDGE), 3)
    _line(draw, (_EDGE, 440), words("linking.picture.about"), 48, WIDTH - 2 * _EDGE)
    _line(draw, (_EDGE, 510), words("linking.picture.honest"), 48, WIDTH - 2 * _EDGE)
    return _png(image, ((_EDGE, _BAND + 20, WIDTH, 380),))


@cache
def _ground(site: str) -> Image.Image:
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    lettering.write(ImageDraw.Draw(image), (_EDGE, 78), site, lettering.fitting(site, 56, WIDTH - 2 * _EDGE), 1)
    return image


def _begun(site: str) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = _ground(site).copy()
    return image, ImageDraw.Draw(image)


def _opinion(
    draw: ImageDraw.ImageDraw, opinion: Opinion, column: tuple[int, int], size: int, words: Words
) -> None:
    """The grade, or that there is none, with what it rests on; ``column`` is where it begins and how wide it is."""
    left, room = column
    text = 38 if size > _TITLE else 28
    lettering.write(draw, (left, _TITLE), opinion.title, lettering.fitting(opinion.title, text, room), 1)
    big = opinion.grade or words("linking.no_grade")
    lettering.write(draw, (left, 420), big, lettering.fitting(big, size, room), 3 if opinion.grade else 1)
    for line, base in zip(opinion.lines, (_TEXT - 20, _TEXT + 22), strict=False):
        _line(draw, (left, base), line, text - 4, room)


def _line(draw: ImageDraw.ImageDraw, place: tuple[int, int], text: str, size: int, room: int) -> None:
    lettering.write(draw, place, text, lettering.fitting(text, size, room))


def _png(image: Image.Image, accents: Sequence[tuple[int, int, int, int]]) -> bytes:
    """The picture in few colours, with the accent colour in the boxes ``accents``; no time and no other metadata."""
    coloured = image.point(_steps(0))
    for box, ramp in ((((0, 0, WIDTH, _BAND)), 2), *((box, 1) for box in accents)):
        coloured.paste(image.crop(box).point(_steps(ramp)), box)
    coloured = coloured.convert("L")
    coloured.putpalette(_palette())
    file = BytesIO()
    coloured.save(file, "PNG", bits=4, compress_level=4)
    return file.getvalue()


@cache
def _steps(ramp: int) -> list[int]:
    """The number of the colour for each shade from ground to ink."""
    return [_STEPS * ramp + round(shade * (_STEPS - 1) / 255) for shade in range(256)]


@cache
def _palette() -> list[int]:
    return [
        round(ground[part] + (ink[part] - ground[part]) * step / (_STEPS - 1))
        for ground, ink in _RAMPS
        for step in range(_STEPS)
        for part in range(3)
    ]
