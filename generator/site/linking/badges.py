"""Badges: small pictures for a provider's own site, and the figures behind them for who draws one himself.

A badge brings its own ground, so that it reads on any page, and has neither a style nor a font of its own: whatever a
page forbids in pictures, nothing goes missing.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.site.linking.standing import Opinion, Standing, summary
from generator.site.styling.palette import Palette, hexadecimal
from generator.site.templating import rendered
from generator.site.words import Words

WIDTH, ROW = 320, 66  # of a badge, and how high the part about one audience is
_FOOT = 30
_BLOCK = 78  # the width of the field with the grade
_EDGE = 12
# A wide letter of a wide system font, as a share of its size: a line that is estimated so stays within its room.
_LETTER = 0.58
_GRADE, _SIZE, _SMALL = 34, 12.5, 11.5
_ALONE, _ABOVE_REMARK, _REMARK = 45, 39, 56  # baselines in the field with the grade
# What XML has no place for, not even escaped.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Shape:
    """A badge: the name of its file, the key of its words, and whom it is about."""

    file: str
    key: str
    opinions: tuple[Opinion, ...]

    @property
    def height(self) -> int:
        """In pixels."""
        return ROW * len(self.opinions) + _FOOT


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of text: where it stands, and how large."""

    text: str
    y: int
    size: str


@dataclass(frozen=True, slots=True)
class RowView:
    """The part of a badge about one audience, ``y`` from its top."""

    y: int
    title: str
    grade: LineView | None
    remark: LineView | None
    colour: str
    lines: tuple[LineView, ...]


def shapes(standing: Standing) -> tuple[Shape, ...]:
    """Each badge of a provider."""
    return (
        Shape("badge.svg", "client", (standing.clients,)),
        Shape("badge-opdrachtgevers.svg", "commissioner", (standing.commissioners,)),
        Shape("badge-beide.svg", "both", standing.both),
    )


def badge(standing: Standing, shape: Shape, palette: Palette, words: Words) -> bytes:
    """One badge, as SVG."""
    text = rendered(
        "badge.svg",
        width=WIDTH,
        height=shape.height,
        row_height=ROW,
        foot=_FOOT,
        edge=_EDGE,
        block=_BLOCK,
        left=_BLOCK + _EDGE,
        palette=palette,
        title=_xml(words("linking.badge_title", name=standing.name, site=standing.site)),
        summary=_xml(summary(standing, shape.opinions, words)),
        rows=[_row(opinion, number * ROW, palette) for number, opinion in enumerate(shape.opinions)],
        site=_xml(standing.site),
        period=_fitted(standing.short_period, shape.height - 11, _SMALL, WIDTH - 9 * len(standing.site) - 2 * _EDGE),
    )
    return text.encode()


def endpoint(standing: Standing, palette: Palette, words: Words) -> bytes:
    """The figures behind the badge of the clients' grade, in the form of a shields.io endpoint."""
    clients = standing.clients
    message = (
        words(
            "linking.shield",
            grade=f"{clients.grade}{clients.remark}",
            answered=clients.answered,
            period=standing.short_period,
        )
        if clients.grade
        else words("linking.shield_none", short=clients.short, period=standing.short_period)
    )
    said = {
        "schemaVersion": 1,
        "label": words("linking.shield_label"),
        "message": message,
        "color": hexadecimal(palette.accent if clients.grade else palette.muted),
    }
    return (json.dumps(said, ensure_ascii=False) + "\n").encode()


def endpoint_of_nobody(palette: Palette, words: Words) -> Mapping[str, object]:
    """The same where nothing is public any more."""
    return {
        "schemaVersion": 1,
        "label": words("linking.shield_label"),
        "message": words("gone.short"),
        "color": hexadecimal(palette.muted),
    }


def _row(opinion: Opinion, y: int, palette: Palette) -> RowView:
    room = WIDTH - _BLOCK - 2 * _EDGE
    lines = tuple(_fitted(line, y + 40 + 17 * place, _SIZE, room) for place, line in enumerate(opinion.lines))
    room = _BLOCK - 8
    base = y + (_ABOVE_REMARK if opinion.remark else _ALONE)
    grade = _fitted(opinion.grade, base, _GRADE, room) if opinion.grade else None
    remark = _fitted(opinion.word, y + _REMARK, _SIZE, room) if opinion.word else None
    return RowView(y, opinion.title, grade, remark, palette.accent if grade else palette.muted, lines)


def _fitted(text: str, y: int, size: float, room: int) -> LineView:
    """A line that is smaller where it would be too long."""
    return LineView(text, y, f"{min(size, room / (_LETTER * len(text))):.4g}")


def _xml(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
