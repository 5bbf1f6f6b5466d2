"""The order of names in an index, and its letters."""

from string import ascii_lowercase

from generator.letters import plain
from generator.site.words.catalogue import Words

#: For names that do not begin with a letter.
OTHER = "other"
LETTERS = (*ascii_lowercase, OTHER)


def by_name(name: str) -> str:
    """The key of a name in an index of either language: capitals, accents and a mark in front ('t Werk) do not count.

    A name is listed under its first word, whatever that is: The Fir Academy under its T.
    """
    return "".join(each for each in plain(name) if each.isalnum() or each.isspace()).strip()


def letter_of(name: str) -> str:
    """The one of ``LETTERS`` under which a name is listed."""
    first = by_name(name)[:1]
    return first if first in ascii_lowercase and first else OTHER


def letter_in_address(letter: str, words: Words) -> str:
    """One of ``LETTERS`` as the address of its page has it."""
    return words("address.letter.other") if letter == OTHER else letter
