"""Text that was read in a wrong encoding on its way to us: `cliÃ«nten`. Any room may use it; it uses none."""

import re
import unicodedata

# The byte for which each letter stood if the text was read as Windows-1252, or where that has no letter as Latin-1.
_BYTES = {
    ord(bytes([byte]).decode("cp1252")): byte
    for byte in range(0x80, 0xA0)
    if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
# One or more letters of UTF-8 that take several bytes each.
_SEQUENCES = re.compile("(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+")
_LOST = re.compile(r"(?<=\w)\ufffd|\ufffd(?=\w)")  # alone it may be the mark of a list
_LAST_OF_EUROPE = "\u017f"  # of the letters that languages near us write: Latin-1 and Latin Extended-A
_SIGNS = {"Pd", "Pi", "Pf", "Po", "Ps", "Sc", "So", "Zs"}  # quotes, dashes, signs, emoji, hard spaces
_LEAST = 2  # letters of a further script, such as Cyrillic: one alone may be chance


def misread(text: str) -> tuple[int, str] | None:
    """Where ``text`` was read in a wrong encoding first, and what probably stood there; None if nowhere.

    It was if some of its letters, taken as the bytes of Windows-1252 or Latin-1, are UTF-8 of letters that people use:
    `Ã«` is `ë`. A character that stands for a lost letter counts too.
    """
    if text.isascii():
        return None
    for found in _SEQUENCES.finditer(text.translate(_BYTES)):
        right = _decoded(found[0])
        if right and _is_plausible(right):
            return found.start(), right
    lost = _LOST.search(text)
    return (lost.start(), "") if lost else None


def _decoded(letters: str) -> str | None:
    try:
        return letters.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return None


def _is_plausible(right: str) -> bool:
    far = [each for each in right if each > _LAST_OF_EUROPE and unicodedata.category(each) not in _SIGNS]
    if any("\x80" <= each < "\xa0" for each in right) or not all(each.isalpha() for each in far):
        return False
    return not far or len(far) >= _LEAST
