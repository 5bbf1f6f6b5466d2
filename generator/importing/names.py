"""Whose report it is: a known provider by its exact name, a new one, or a name that a person must judge."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from generator.letters import words_of
from generator.register.records import Provider

_LEGAL_FORMS = frozenset(
    {
        *("bv", "nv", "vof", "cv", "ug", "gmbh", "stichting", "holding", "cooperatie", "maatschap"),
        *("ltd", "limited", "llp", "plc", "inc", "cic"),
    }
)
# Two words, or two names, are alike if at most one letter in so many differs, or changes places with the next letter.
_LETTERS_OF_A_WORD, _LETTERS_OF_A_NAME = 4, 8
# A name that is longer than so many times another name says something else.
_MOST_LONGER = 1.8


@dataclass(frozen=True, slots=True)
class _Significant:
    """The parts of a name that differ from other names: its words without the legal form, and its figures."""

    words: tuple[str, ...]
    letters: str
    figures: tuple[str, ...]


def _significant(name: str) -> _Significant:
    every = words_of(name)
    words = tuple(word for word in every if word not in _LEGAL_FORMS) or tuple(every)
    letters = "".join(words)
    return _Significant(words, letters, tuple(re.findall(r"\d+", letters)))


@dataclass(slots=True)
class KnownNames:
    """The present and former names of providers, to find the provider of a report."""

    exact: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    significant: dict[_Significant, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, name: str, identity: str) -> None:
        """Note that the provider ``identity`` has this name."""
        self.exact[_composed(name)].add(identity)
        self.significant[_significant(name)].add(identity)

    def ids(self, name: str) -> AbstractSet[str]:
        """The providers that have exactly this name."""
        return self.exact.get(_composed(name), set())

    def like(self, name: str) -> AbstractSet[str]:
        """The providers whose name resembles this one, which may be a slip for it or not."""
        own = _significant(name)
        return {found for known, ids in self.significant.items() if _alike(own, known) for found in ids}


def _composed(name: str) -> str:
    """A name with each letter and its mark as one character: some systems write them as two."""
    return unicodedata.normalize("NFC", name)


def known_names(providers: Iterable[Provider]) -> KnownNames:
    """All names of ``providers``."""
    known = KnownNames()
    for provider in providers:
        for name in (provider.name, *provider.former_names):
            known.add(name, provider.id)
    return known


def resembles(one: str, other: str) -> bool:
    """Whether one name may be a slip for the other."""
    return _alike(_significant(one), _significant(other))


def _alike(one: _Significant, other: _Significant) -> bool:
    """Whether names resemble each other: the same letters, words that differ by a slip, or some more words.

    Different numbers mean different names: Werk 1 is not a slip for Werk 2.
    """
    if not one.letters or not other.letters or one.figures != other.figures:
        return False
    shorter, longer = sorted((one, other), key=lambda each: len(each.letters))
    if len(shorter.letters) * _MOST_LONGER < len(longer.letters):
        return False
    if len(one.words) == len(other.words):
        return all(_is_slip(a, b, _LETTERS_OF_A_WORD) for a, b in zip(one.words, other.words, strict=True))
    return set(shorter.words) <= set(longer.words) or _is_slip(one.letters, other.letters, _LETTERS_OF_A_NAME)


def _is_slip(one: str, other: str, letters: int) -> bool:
    most = min(len(one), len(other)) // letters
    return OSA.distance(one, other, score_cutoff=most) <= most


def likeliest(names: Sequence[str]) -> list[str]:
    """Spellings of one name; first the one from which all others differ by the fewest slips, else in their order."""
    return sorted(names, key=lambda name: sum(OSA.distance(name, other) for other in names))
