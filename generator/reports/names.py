"""Whose report it is: a known provider by its exact name, a new one, or a name that a person must judge."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from generator.register.records import Provider

_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
_LEGAL_FORMS = frozenset({"bv", "nv", "vof", "cv", "ug", "gmbh", "stichting", "holding", "cooperatie", "maatschap"})
_LONGEST_ID = 80
# One letter in so many may differ before two words, or two names, are no longer alike.
_LETTERS_OF_A_WORD, _LETTERS_OF_A_NAME = 4, 8


def slug(name: str) -> str:
    """The id that a provider by this name would get: small letters, digits and single hyphens."""
    letters = _plain(name).replace("'", "").replace("\u2019", "")
    return "-".join(re.findall(r"[a-z0-9]+", letters))[:_LONGEST_ID].rstrip("-")


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    return "".join(each for each in letters if not unicodedata.combining(each))


def _significant(name: str) -> tuple[str, ...]:
    """The words of a name without its legal form: B.V. and BV alike."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=\b[a-z])\.", "", _plain(name)))
    return tuple(word for word in words if word not in _LEGAL_FORMS) or tuple(words)


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names of providers, present and former, by which a report is known to be theirs."""

    exact: Mapping[str, frozenset[str]]
    words: Mapping[tuple[str, ...], frozenset[str]]

    def ids(self, name: str) -> frozenset[str]:
        """The providers that have exactly this name."""
        return self.exact.get(name, frozenset())

    def like(self, name: str) -> frozenset[str]:
        """The providers whose name resembles this one, which may be a slip for it or not."""
        words = _significant(name)
        return frozenset(found for known, ids in self.words.items() if _alike(words, known) for found in ids)


def known_names(providers: Iterable[Provider]) -> KnownNames:
    """All names of ``providers``."""
    exact: dict[str, frozenset[str]] = {}
    words: dict[tuple[str, ...], frozenset[str]] = {}
    for provider in providers:
        for name in (provider.name, *provider.former_names):
            exact[name] = exact.get(name, frozenset()) | {provider.id}
            key = _significant(name)
            words[key] = words.get(key, frozenset()) | {provider.id}
    return KnownNames(exact, words)


def resembles(one: str, other: str) -> bool:
    """Whether one name may be a slip for the other."""
    return _alike(_significant(one), _significant(other))


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether names resemble: the same letters, words that differ by a slip, or one name within the other.

    A number tells names apart: Werk 1 is no slip for Werk 2.
    """
    joined, joined_other = "".join(one), "".join(other)
    if joined == joined_other:
        return True
    if re.findall(r"\d+", joined) != re.findall(r"\d+", joined_other):
        return False
    if len(one) == len(other):
        return all(_is_slip(a, b, _LETTERS_OF_A_WORD) for a, b in zip(one, other, strict=True))
    shorter, longer = sorted((one, other), key=len)
    return set(shorter) <= set(longer) or _is_slip(joined, joined_other, _LETTERS_OF_A_NAME)


def _is_slip(one: str, other: str, letters: int) -> bool:
    most = min(len(one), len(other)) // letters
    return Levenshtein.distance(one, other, score_cutoff=most) <= most
