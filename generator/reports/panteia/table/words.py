"""What a word of a table is: a value, a decision or a mark; and whether a line is a heading."""

import re
from collections.abc import Sequence

from generator.charter import Language
from generator.register.records import Publication
from generator.reports.lines import Line
from generator.reports.panteia.groups import CLIENTS, COMMISSIONERS, SEPARATE
from generator.reports.terms import folded

_TITLE = re.compile(r"^tabel\s+\d+(?:[.,]\d+)*[.:]?(?:\s|$)", re.IGNORECASE)
_NUMBER = re.compile(r"^\d+(?:[.,]\d+)*%?$", re.ASCII)
_HEADINGS = {
    "clienten": CLIENTS,
    "opdrachtgevers": COMMISSIONERS,
    "opdrachtgever": COMMISSIONERS,
    "inburgeraars": SEPARATE,
    "inburgeren": SEPARATE,
    "dienstinburgeren": SEPARATE,
    "inburgering": SEPARATE,
    "inburgerclienten": SEPARATE,
    "inburgeringsclienten": SEPARATE,
    "clienteninburgering": SEPARATE,
}


def publication_of(word: str) -> Publication | None:
    """The agency's decision, if the word is `ja` or `nee`; None for any other word."""
    return next((each for each in Publication if each.word(Language.DUTCH) == word.casefold().rstrip(".")), None)


def heading_of(line: Line) -> str | None:
    """The section that begins here. A line with a small letter continues a label: Totaal, below it opdrachtgevers."""
    return _HEADINGS.get(folded(line.text)) if line.text[:1].isupper() else None


def is_title(line: Line) -> bool:
    """Whether a line begins with the number of a table."""
    return bool(_TITLE.match(line.text))


def words_below_title(line: Line) -> Sequence[str]:
    """The words of a line without the number of a table."""
    return _TITLE.sub("", line.text).split()


def is_number(word: str) -> bool:
    """Whether a word is a number, with or without a per cent sign."""
    return bool(_NUMBER.match(word))
