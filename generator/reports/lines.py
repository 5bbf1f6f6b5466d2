"""The lines of a report: where each stands, what it says without marks, and how it may be quoted."""

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.register.findings import Location

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
_ENTITY = re.compile(r"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_ROW_END = re.compile(r"</tr\s*>", re.IGNORECASE)
_CELL_END = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
# A cell or word of nothing but asterisks, escaped or not.
_STARS = re.compile(r"(?<![^\s|])(?:\\?\*)+(?![^\s|])")
_UNDERSCORED = re.compile(r"(?<!\w)_(\S(?:.*?\S)?)_(?!\w)")
_ESCAPED = re.compile(r"\\([^\w\s])")
_HEADING = re.compile(r"^\s*(?:#{1,6}|>)\s+")
_CELL_GAP = re.compile(r"\s*\t\s*|\s{2,}")
_LITERAL_STAR = "\ue000"
_SPACES = {"Zs", "Zl", "Zp"}
_BREAKS = "\n\r\v\f"
_UNSEEN = {"Cc", "Cf", "Cn", "Cs"}

MASK = "▒"
_LONGEST_QUOTE = 120


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a report. ``text`` has no marks of Markdown or HTML, and a tab between what look like cells."""

    at: Location
    text: str

    @property
    def cells(self) -> list[str]:
        return self.text.split("\t")

    @property
    def quote(self) -> str:
        """The line as a finding shows it."""
        text = self.text.replace("\t", " ")
        return f"'{text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + '…'}'"

    @property
    def masked(self) -> str:
        """The line as a finding shows it that may hold a withheld figure: without its digits."""
        return re.sub(r"[0-9]", MASK, self.quote)


def lines_of(text: str, place: Location) -> Iterator[Line]:
    """The lines of ``text`` that say something, numbered on from 1; ``place`` names the file, or a page of it."""
    for number, raw in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        at = Location(place.file, place.line or number, number if place.line else 0)
        for row in _ROW_END.split(raw):
            plain = without_marks(row)
            if plain:
                yield Line(at, plain)


def without_marks(text: str) -> str:
    """``text`` without the marks of Markdown and HTML, of lists and unseen characters; a tab between its cells."""
    text = _seen(_ENTITY.sub(lambda entity: html.unescape(entity[0]), text))
    text = _TAG.sub("", _BREAK.sub(" ", _CELL_END.sub("\t", text)))
    text = _LINK.sub(r"\1", _IMAGE.sub("", _HEADING.sub("", text)))
    # Bold round an asterisk makes three or five of them; an even number is a mark without text.
    text = _STARS.sub(lambda stars: _LITERAL_STAR if stars[0].count("*") % 2 else " ", text)
    text = text.replace("\\*", "").replace("*", "").replace("__", "").replace("`", "").replace(_LITERAL_STAR, "*")
    text = _ESCAPED.sub(r"\1", _UNDERSCORED.sub(r"\1", text)).replace("|", "\t")
    return _CELL_GAP.sub("\t", text.strip())


def _seen(text: str) -> str:
    """Characters that can be seen, spaces as spaces, letters with their accents in one."""
    text = unicodedata.normalize("NFC", text).translate(_LIGATURES).replace(_LITERAL_STAR, "")
    spaced = (" " if each in _BREAKS or unicodedata.category(each) in _SPACES else each for each in text)
    return "".join(each for each in spaced if each == "\t" or unicodedata.category(each) not in _UNSEEN)


class RunningText:
    """Lines joined by single spaces, so that a sentence is found where lines break it; remembers each line's place."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        texts = [" ".join(line.text.split()) for line in lines]
        self.text = " ".join(texts)
        self._starts = list(accumulate((len(text) + 1 for text in texts), initial=0))

    def index_at(self, offset: int) -> int:
        """The number, from 0, of the line in which the character at ``offset`` stands."""
        return bisect_right(self._starts, offset) - 1

    def line_at(self, offset: int) -> Line:
        """The line in which the character at ``offset`` stands."""
        return self._lines[self.index_at(offset)]

    def rest_of_line(self, offset: int) -> str:
        """What stands on a line before its end, from the character at ``offset`` on, or after the one before it."""
        return self.text[offset : self._starts[self.index_at(offset - 1) + 1]].strip()
