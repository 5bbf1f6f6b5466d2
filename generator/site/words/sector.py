"""The names that stand for a register's own words in phrases: `{the_provider}` is 'de aanbieder', or 'het bureau'."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from itertools import zip_longest

from generator.charter import Charter, Noun

_DETERMINERS = ("the", "a", "this", "that", "each", "which")
# The same for the words of each article: those of Dutch, then those of English.
_OF_ARTICLE = {
    "de": ("de", "een", "deze", "die", "elke", "welke"),
    "het": ("het", "een", "dit", "dat", "elk", "welk"),
    "a": ("the", "a", "this", "that", "each", "which"),
    "an": ("the", "an", "this", "that", "each", "which"),
}


def names_of(charter: Charter) -> Mapping[str, str | None]:
    """What each name stands for; None where the register has no such thing, and so no phrase may tell of it."""
    nouns = {field.name: getattr(charter.nouns, field.name) for field in fields(charter.nouns)}
    return {
        "register": charter.name,
        "agency": charter.agency.name,
        "study": charter.agency.study,
        "quality_mark": charter.quality_mark,
        "lowest": str(charter.scale.lowest),
        "highest": str(charter.scale.highest),
        **{form: said for name, noun in nouns.items() for form, said in _forms(name, noun)},
    }


def _forms(name: str, noun: Noun | None) -> Iterator[tuple[str, str | None]]:
    """Each name of a noun with what it stands for: one, several, and one with a word before it; also as capitals."""
    keys = (name, f"{name}s", *(f"{each}_{name}" for each in _DETERMINERS))
    said = (noun.one, noun.other, *(f"{each} {noun.one}" for each in _OF_ARTICLE[noun.article])) if noun else ()
    for key, words in zip_longest(keys, said):
        yield key, words
        yield _capital(key), words and _capital(words)


def _capital(text: str) -> str:
    """The Dutch ij is one letter."""
    return f"{text[:2].upper()}{text[2:]}" if text.startswith("ij") else f"{text[:1].upper()}{text[1:]}"
