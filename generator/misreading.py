"""Text that was read in a wrong encoding on its way to us: `cliÃ«nten`. Any room may use it; it uses none."""

import re
import unicodedata
from collections.abc import Mapping

# The byte for which each letter stood if the text was read as Windows-1252, or where that has no letter as Latin-1.
_WESTERN = {
    ord(bytes([byte]).decode("cp1252")): byte
    for byte in range(0x80, 0xA0)
    if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
_FIRST = 0xC0  # of the bytes with which a letter of UTF-8 begins
_LINES_OF_A_TABLE = {chr(number) for number in range(0x2500, 0x2580)}


def _only_of(encoding: str) -> Mapping[int, int]:
    """The byte for which each letter of an encoding stood; no other letter, and no line of a table, stood for one."""
    letters = enumerate(bytes(range(0x80, 0x100)).decode(encoding), start=0x80)
    known = {ord(letter): byte for byte, letter in letters if byte >= _FIRST or letter not in _LINES_OF_A_TABLE}
    return dict.fromkeys(range(0x80, 0x100), 0) | known


# As programs of Windows and of the web read it, as those of a Mac do, and those of a window with commands.
_READINGS = (_WESTERN, *map(_only_of, ("mac_roman", "cp850", "cp437")))
# One or more letters of UTF-8 that take several bytes each.
_SEQUENCES = re.compile("(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+")
# The sign for a hard space that was in the way became a space: `Ã la carte`. Only a word in capitals ends with a Ã.
_SPACED = re.compile("(?<![A-Z\xc0-\xde])\xc3 ")
# Letters as mail spells them on its way: `cli=C3=ABnten`.
_QUOTED = re.compile("(?:=[0-9A-F]{2})+")
_LOST = re.compile(r"(?<=\w)\ufffd|\ufffd(?=\w)")  # alone it may be the mark of a list
_LAST_OF_EUROPE = "\u017f"  # of the letters that languages near us write: Latin-1 and Latin Extended-A
_SIGNS = {"Pd", "Pi", "Pf", "Po", "Ps", "Sc", "So", "Zs"}  # quotes, dashes, signs, emoji, hard spaces
_LEAST = 2  # letters of a further script, such as Cyrillic: one alone may be chance


def misread(text: str) -> tuple[int, str] | None:
    """Where ``text`` was read in a wrong encoding first, and what probably stood there; None if nowhere.

    It was if some of its letters, taken as the bytes of the encoding in which they were read, are UTF-8 of letters that
    people use: `Ã«` is `ë`. Its bytes as mail spells them, `=C3=AB`, and a character for a lost letter count too.
    """
    if text.isascii():
        return _in_mail(text) if "=" in text else None
    whole = _SPACED.sub("\xc3\xa0", text)
    for reading in _READINGS:
        for found in _SEQUENCES.finditer(whole.translate(reading)):
            right = _decoded(found[0].encode("latin-1"))
            if right and (_is_plausible(right) or misread(right)):  # or it was misread twice
                return found.start(), right
    lost = _LOST.search(text)
    return (lost.start(), "") if lost else _in_mail(text)


def _in_mail(text: str) -> tuple[int, str] | None:
    for found in _QUOTED.finditer(text):
        right = _decoded(bytes.fromhex(found[0].replace("=", "")))
        if right and not right.isascii() and _is_plausible(right):
            return found.start(), right
    return None


def _decoded(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _is_plausible(right: str) -> bool:
    far = [each for each in right if each > _LAST_OF_EUROPE and unicodedata.category(each) not in _SIGNS]
    if any("\x80" <= each < "\xa0" for each in right) or not all(each.isalpha() for each in far):
        return False
    return not far or len(far) >= _LEAST
