"""Ways in which the text of a report comes out wrong."""

import random
from collections.abc import Callable

Damage = Callable[[str, random.Random], str]


def _lines_lost(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(chance.randint(1, 4)):
        del lines[chance.randrange(len(lines))]
    return "\n".join(lines)


def _truncated(text: str, chance: random.Random) -> str:
    return text[: chance.randrange(len(text))]


def _lines_swapped(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    one = chance.randrange(len(lines) - 1)
    lines[one], lines[one + 1] = lines[one + 1], lines[one]
    return "\n".join(lines)


def _words_swapped(text: str, chance: random.Random) -> str:
    """Two neighbours of the table change places."""
    start = text.index("Cliënten", text.index("Publicatie"))
    words = text[start:].split(" " if "\t" not in text[start:] else "\t")
    one = chance.randrange(len(words) - 1)
    words[one], words[one + 1] = words[one + 1], words[one]
    return text[:start] + (" " if "\t" not in text[start:] else "\t").join(words)


def _lines_doubled(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    one = chance.randrange(len(lines))
    return "\n".join([*lines[:one], lines[one], *lines[one:]])


def _lines_joined(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    one = chance.randrange(len(lines) - 1)
    return "\n".join([*lines[:one], lines[one] + lines[one + 1], *lines[one + 2 :]])


def _comma_lost(text: str, chance: random.Random) -> str:
    places = [place for place, character in enumerate(text) if character == ","]
    one = chance.choice(places)
    return text[:one] + text[one + 1 :]


def _spaces_lost(text: str, chance: random.Random) -> str:
    """Two cells of the table are one."""
    start = text.index("Cliënten", text.index("Publicatie"))
    places = [place for place in range(start, len(text)) if text[place] in " \t|"]
    one = chance.choice(places)
    return text[:one] + text[one:].lstrip(" \t|")


DAMAGE: dict[str, Damage] = {
    "lines lost": _lines_lost,
    "truncated": _truncated,
    "lines swapped": _lines_swapped,
    "words swapped": _words_swapped,
    "a line twice": _lines_doubled,
    "lines joined": _lines_joined,
    "a comma lost": _comma_lost,
    "spaces lost": _spaces_lost,
}
