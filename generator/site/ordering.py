"""The order of names in an index."""

import unicodedata


def by_name(name: str) -> str:
    """The key of a name in a Dutch index: capitals, accents and a mark in front ('t Werk) make no difference."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(each for each in plain if each.isalnum() or each.isspace()).strip().casefold()
