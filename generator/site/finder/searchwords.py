"""The words that find a provider: what people type, as plain letters and digits, beside what stands in the register.

Pagefind finds each word of its index that begins with the typed text. If there is none, it takes the longest word that
the typed text begins with. So we give it two special kinds of words:

- A short word gets the mark ``END`` at its end. A longer typed word never finds it, so "amsterdam" does not find a name
  with "AM" in it. Nobody can type that mark: scripts/finder removes it.
- The end of each word of a name is a word too, so that the typed text may be in the middle of a name's word.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

END = "_"
_SHORT, _SHORTEST_END = 4, 3  # letters
_BETWEEN = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """``text`` without capitals, accents and other marks on letters."""
    return "".join(each for each in unicodedata.normalize("NFKD", text) if unicodedata.category(each)[0] != "M").lower()


def words_of(text: str) -> Iterator[str]:
    """The words of ``text``; a word with a hyphen or an apostrophe gives its parts, and the parts joined."""
    for chunk in plain(text).split():
        parts = [part for part in _BETWEEN.split(chunk) if part]
        yield from parts
        if len(parts) > 1:
            yield "".join(parts)


def found_by_name(name: str) -> set[str]:
    """The index words of a name: its words, the ends of its words, and the whole name written as one word."""
    words = {*words_of(name), "".join(words_of(name.replace("-", " ")))} - {""}
    ends = {word[start:] for word in words_of(name) for start in range(1, len(word) - _SHORTEST_END + 1)}
    return {_marked(word) for word in words} | {end + END for end in ends}


def found_by_phrases(phrases: Iterable[str], small_words: frozenset[str]) -> set[str]:
    """The index words of the names of a service or a place: their words, without the ``small_words``."""
    return {_marked(word) for phrase in phrases for word in words_of(phrase) if word not in small_words}


def facet(kind: str, value: str = "") -> str:
    """The word that stands for a choice in the form, such as a service by its id. Nobody would type it.

    It is not one of Pagefind's filters: with a filter a browser loads all its values at once, and with a filter alone
    it loads the whole index (docs/decisions/0011).
    """
    return f"qx{_BETWEEN.sub('', kind + value)}{END}"


def _marked(word: str) -> str:
    return word if len(word) >= _SHORT else word + END
