"""Ids that are made of names."""

import re
import unicodedata

_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
_LONGEST_ID = 80


def slug(name: str) -> str:
    """The id that a provider by this name would get: small letters, digits and single hyphens."""
    letters = plain(name).replace("'", "").replace("\u2019", "")
    return "-".join(re.findall(r"[a-z0-9]+", letters))[:_LONGEST_ID].rstrip("-")


def plain(name: str) -> str:
    """A name in small letters without their marks: `Bèta` is `beta`, `Øst` is `ost`."""
    letters = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    return "".join(each for each in letters if not unicodedata.combining(each))
