"""Badges: small pictures for a provider's own site, and the figures behind them for people who draw their own.

A badge has its own background, so it is readable on any page. It has no styles and no font of its own, so it is
complete also on a page that forbids those in pictures.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.site.linking.summaries import AudienceSummary, ProviderSummary, described
from generator.site.ratings import GradeView
from generator.site.rendering.templating import rendered
from generator.site.styling.palette import Palette, hexadecimal
from generator.site.words.catalogue import Words

WIDTH = 320
_ROW, _FOOT = 66, 30
_BLOCK = 78  # the width of the field with the grade
_EDGE = 12
# A wide letter of a wide system font, as a share of its size: a line that is estimated so stays within its room.
_LETTER = 0.58
_GRADE, _SIZE, _SMALL = 34, 12.5, 11.5
_ALONE, _ABOVE_REMARK, _REMARK = 45, 39, 56  # baselines in the field with the grade
# Characters that XML cannot hold, not even escaped.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Shape:
    """A badge: the name of its file, the key of its words, and the audiences that it is about."""

    file: str
    key: str
    audiences: tuple[AudienceSummary, ...]

    @property
    def height(self) -> int:
        """In pixels."""
        return _ROW * len(self.audiences) + _FOOT


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of text: its baseline ``y`` and its size in pixels."""

    text: str
    y: int
    size: str


@dataclass(frozen=True, slots=True)
class BadgePart:
    """The part of a badge about one audience, ``y`` pixels from its top; ``field`` is what stands on its colour."""

    y: int
    title: str
    field: tuple[LineView, ...]
    colour: str
    lines: tuple[LineView, ...]


def shapes(summary: ProviderSummary, words: Words) -> tuple[Shape, ...]:
    """Each badge of a provider."""
    if summary.commissioners is None:
        return (Shape("badge.svg", "client", summary.audiences),)
    return (
        Shape("badge.svg", "client", (summary.clients,)),
        Shape(words("address.file.badge_commissioner"), "commissioner", (summary.commissioners,)),
        Shape(words("address.file.badge_both"), "both", summary.audiences),
    )


def badge(summary: ProviderSummary, shape: Shape, palette: Palette, words: Words) -> bytes:
    """One badge, as SVG."""
    text = rendered(
        "badge.svg",
        words,
        width=WIDTH,
        height=shape.height,
        row_height=_ROW,
        foot=_FOOT,
        edge=_EDGE,
        size=str(_SIZE),
        block=_BLOCK,
        palette=palette,
        left=_BLOCK + _EDGE,
        title=_xml(words("linking.badge_title", name=summary.name)),
        description=_xml(described(summary, shape.audiences, words)),
        rows=[_row(audience, number * _ROW, palette, words) for number, audience in enumerate(shape.audiences)],
        site=_xml(summary.site),
        period=_fitted(summary.short_period, shape.height - 11, _SMALL, WIDTH - 9 * len(summary.site) - 2 * _EDGE),
    )
    return text.encode()


def endpoint(summary: ProviderSummary, palette: Palette, words: Words) -> bytes:
    """The figures behind the badge of the clients' grade, as JSON in the form of https://shields.io/endpoint."""
    clients, period = summary.clients, summary.short_period
    if isinstance(clients.rating, GradeView):
        message = words("linking.shield", grade=str(clients.rating), answered=clients.answered, period=period)
    else:
        message = words("linking.shield_none", short=clients.rating.short, period=period)
    said = {
        "schemaVersion": 1,
        "label": words("linking.shield_label"),
        "message": message,
        "color": hexadecimal(_colour(clients, palette)),
    }
    return (json.dumps(said, ensure_ascii=False) + "\n").encode()


def withdrawn_badge(site: str, palette: Palette, words: Words) -> bytes:
    """The badge of a provider that has nothing public any more."""
    return rendered("withdrawn.svg", words, width=WIDTH, height=_ROW, site=site, palette=palette).encode()


def withdrawn_endpoint(palette: Palette, words: Words) -> Mapping[str, object]:
    """The figures of such a badge: none."""
    return {
        "schemaVersion": 1,
        "label": words("linking.shield_label"),
        "message": words("withdrawn.short"),
        "color": hexadecimal(palette.muted),
    }


def _row(audience: AudienceSummary, y: int, palette: Palette, words: Words) -> BadgePart:
    room = WIDTH - _BLOCK - 2 * _EDGE
    lines = tuple(_fitted(line, y + 40 + 17 * place, _SIZE, room) for place, line in enumerate(audience.lines))
    return BadgePart(y, audience.title, tuple(_field(audience, y, words)), _colour(audience, palette), lines)


def _field(audience: AudienceSummary, y: int, words: Words) -> Iterator[LineView]:
    """The grade with its word, or that there is none."""
    rating = audience.rating
    if not isinstance(rating, GradeView):
        for place, word in enumerate(words("linking.no_grade").split()):
            yield LineView(word, y + 30 + 19 * place, "15")
        return
    room = _BLOCK - 8
    yield _fitted(rating.grade, y + (_ABOVE_REMARK if rating.word else _ALONE), _GRADE, room)
    if rating.word:
        yield _fitted(rating.word, y + _REMARK, _SIZE, room)


def _colour(audience: AudienceSummary, palette: Palette) -> str:
    return palette.accent if audience.rating.is_graded else palette.muted


def _fitted(text: str, y: int, size: float, room: int) -> LineView:
    """A line of text, with a smaller size if it would be too long; ``room`` is in pixels."""
    return LineView(text, y, f"{min(size, room / (_LETTER * len(text))):.4g}")


def _xml(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
