"""The lines of a report: the place of each, its text without marks, and how a finding may quote it."""

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.findings.findings import Location

MASK = "▒"
_LONGEST_QUOTE = 120

# Letters that a PDF's font, or text recognition, uses instead of others.
_LETTERS = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\u019f": "ti",
        "\u01a9": "tt",
        "\u0131": "i",
        "\u0130": "I",
        "\u017f": "s",
        "\u212a": "K",
        **{chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)},
    },
)
_SOFT_MINUS = re.compile(r"(?<!\d)\u00ad(?=\d)")
_FOOTNOTE = re.compile(r"(?<=\d)[\u00b9\u00b2\u00b3\u2070-\u2079]+")
_SPACES = {"Zs", "Zl", "Zp"}
_BREAKS = "\n\r\v\f"
_BREAKS_WITHIN = re.compile("[\v\x85\u2028\u2029]")  # of a word processor; an editor counts no line by them
_UNSEEN = {"Cc", "Cf", "Cn", "Cs"}

_ENTITY = re.compile(r"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_BLOCK_END = re.compile(r"</(?:tr|li|p|div|h[1-6])\s*>", re.IGNORECASE)
_CELL_END = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_IN_CELLS = re.compile(r"[\t|]|</?t[dhr]\b", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()]*\)")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
# A cell or word of only asterisks, escaped or not.
_STARS = re.compile(r"(?<![^\s|])(?:\\?\*)+(?![^\s|])")
_EMPHASIS = re.compile(r"(?<![^\W_])(?:\*+|__+)|(?:\*+|__+)(?![^\W_])")
_UNDERSCORED = re.compile(r"(?<!\w)_([^_]+)_(?!\w)")
_ESCAPED = re.compile(r"\\([^\w\s])")
_HEADING = re.compile(r"^\s*(?:#{1,6}|>)\s+")
_CELL_GAP = re.compile(r"\s*\t\s*|\s{2,}")
# A word with a digit, raised, lowered and circled ones included.
_WITH_FIGURE = re.compile(r"[^\s']*[\d\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u24ff\u2776-\u2793][^\s']*")
# Bullets, check marks, emoji, numbers, boxes, and the single letter that a PDF gives for a mark of a symbol font.
_BULLET = re.compile(
    r"^(?:[^\w(\[\"'\u2018\u201c]+|\[[ xX]?\]\s*|\([^\w\s]+\)\s*"
    r"|\d{1,2}[.)\ufe0f\u20e3]+\s*|[^\W\d_]\s+(?=[^\W\d_a-z]))+(?=\S)",
)
_LITERAL_STAR = "\ue000"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a report. ``text`` has no marks of Markdown or HTML, and a tab between what look like cells."""

    at: Location
    text: str

    @property
    def quote(self) -> str:
        """The line as a finding shows it."""
        text = self.text.replace("\t", " ")
        return f"'{text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + '…'}'"

    @property
    def masked(self) -> str:
        """The line as a finding shows it if it may hold a withheld figure."""
        return masked(self.quote)


def masked(text: str) -> str:
    """``text`` without any word that has a digit. The word's length is hidden too: only 10,0 has four characters."""
    return _WITH_FIGURE.sub(MASK, text)


def lines_of(text: str, place: Location, read: Callable[[str], str]) -> Iterator[Line]:
    """The lines of ``text`` that are not empty, numbered from 1, each as ``read`` gives it.

    ``place`` names the file, or a page of it; ``read`` is :func:`without_marks` or :func:`plain_text`.
    """
    for number, raw in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        at = Location(place.file, place.line or number, number if place.line else 0)
        for block in _blocks(raw) if read is without_marks else [raw]:
            yield from (Line(at, plain) for part in _BREAKS_WITHIN.split(block) if (plain := read(part)))


def _blocks(raw: str) -> list[str]:
    """What stands on lines of its own in a line of HTML."""
    blocks = _BLOCK_END.split(raw)
    return blocks if _IN_CELLS.search(raw) else [part for block in blocks for part in _BREAK.split(block)]


def plain_text(text: str) -> str:
    """A line of a PDF, where a mark of Markdown is a character like others; a tab between what look like cells."""
    return _CELL_GAP.sub("\t", _seen(text).strip())


def cell_text(text: str) -> str:
    """A cell of a spreadsheet as it was written: only unseen characters are removed, and white space is one space."""
    if not (text.isascii() and text.isprintable()):
        text = _SOFT_MINUS.sub("-", unicodedata.normalize("NFC", text.replace("\t", " ")))
        text = "".join(_seen_character(each) for each in text)
    return " ".join(text.split())


def without_marks(text: str) -> str:
    """``text`` without the marks of Markdown and HTML and without unseen characters; a tab between its cells."""
    text = _seen(_ENTITY.sub(lambda entity: html.unescape(entity[0]), text))
    text = _TAG.sub("", _BREAK.sub(" ", _CELL_END.sub("\t", text)))
    text = _LINK.sub(r"\1", _IMAGE.sub("", _HEADING.sub("", text)))
    # Bold round an asterisk makes three or five of them; an even number is a mark without text.
    text = _STARS.sub(lambda stars: _LITERAL_STAR if stars[0].count("*") % 2 else " ", text)
    text = _EMPHASIS.sub("", text.replace("\\*", "*").replace("`", "")).replace(_LITERAL_STAR, "*")
    text = _ESCAPED.sub(r"\1", _UNDERSCORED.sub(r"\1", text))
    if text.count("|") > 1 or text.startswith("|"):
        text = text.replace("|", "\t")
    return _CELL_GAP.sub("\t", text.strip())


def without_bullet(text: str) -> str:
    """An item of a list without the mark before it."""
    return _BULLET.sub("", text)


def _seen(text: str) -> str:
    """``text`` with visible characters only: plain spaces, a letter and its accent as one character, digits 0 to 9."""
    if text.isascii() and text.isprintable():
        return text
    text = _SOFT_MINUS.sub("-", text.replace(_LITERAL_STAR, ""))
    text = _FOOTNOTE.sub("", unicodedata.normalize("NFC", text).translate(_LETTERS))
    return "".join(_seen_character(each) for each in text)


def _seen_character(character: str) -> str:
    category = unicodedata.category(character)
    if character == "\t":
        return character
    if character in _BREAKS or category in _SPACES:
        return " "
    if category in _UNSEEN:
        return ""
    return str(unicodedata.decimal(character)) if category == "Nd" else character


class RunningText:
    """Lines joined by single spaces, to find a sentence that goes over several lines. It knows each line's place."""

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

    def excerpt(self, match: re.Match[str]) -> Line:
        """Exactly the matched text, at the place of the line where it begins."""
        return Line(self.line_at(match.start()).at, match[0].strip())

    def rest_of_line(self, offset: int) -> str:
        """The rest of the line from the character at ``offset`` to the end of the line."""
        return self.text[offset : self._starts[self.index_at(offset - 1) + 1]].strip()
