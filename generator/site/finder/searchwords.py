"""The words that find a provider: what people type, as plain letters and digits, beside what stands in the register.

Pagefind finds each word of its index that begins with what was typed; where there is none, the longest word that what
was typed begins with. Two things follow for the words we give it:

- A word with the mark ``END`` behind it is never found by a longer one, and nobody can type that mark: scripts/finder
  leaves it out. Short words get it, so that "amsterdam" does not find a name with "AM" in it.
- The end of a name's word is a word as well, so that what was typed may stand in the middle of it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

END = "_"
_SHORT, _SHORTEST_END = 4, 3  # letters
_BETWEEN = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """Without capitals, accents and other marks on letters."""
    return "".join(each for each in unicodedata.normalize("NFKD", text) if unicodedata.category(each)[0] != "M").lower()


def words_of(text: str) -> Iterator[str]:
    """The words of ``text``; one with a hyphen or an apostrophe in it in parts, and joined."""
    for chunk in plain(text).split():
        parts = [part for part in _BETWEEN.split(chunk) if part]
        yield from parts
        if len(parts) > 1:
            yield "".join(parts)


def found_by_name(name: str) -> set[str]:
    """What is indexed of a name: its words, the ends of its words, and all of it written as one word."""
    words = {*words_of(name), "".join(words_of(name.replace("-", " ")))} - {""}
    ends = {word[start:] for word in words_of(name) for start in range(1, len(word) - _SHORTEST_END + 1)}
    return {_marked(word) for word in words} | {end + END for end in ends}


def found_by_phrases(phrases: Iterable[str], small_words: frozenset[str]) -> set[str]:
    """What is indexed of the names of a service or a place: their words, but for those that say nothing."""
    return {_marked(word) for phrase in phrases for word in words_of(phrase) if word not in small_words}


def facet(kind: str, value: str = "") -> str:
    """The word that stands for a choice in the form, such as a service by its id. It is like nothing that people type.

    A word and not one of Pagefind's filters, of which a browser loads all values at once, and without a word beside
    it the whole index.
    """
    return f"qx{_BETWEEN.sub('', kind + value)}{END}"


def _marked(word: str) -> str:
    return word if len(word) >= _SHORT else word + END
