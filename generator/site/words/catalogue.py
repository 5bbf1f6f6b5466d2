"""The words of a site."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from babel import Locale
from markupsafe import Markup, escape

from generator.charter import Charter, Folders, Language
from generator.site.words.directions import apart
from generator.site.words.figures import Figures
from generator.site.words.phrases import ends_a_sentence, phrases_of

Text = TypeVar("Text", str, Markup)


class Words:
    """The phrases of one language.

    A phrase is a text with names in braces, or several such texts, one for each plural form of a number. ``figures``
    writes numbers and days as the language does, and ``folders`` are the words with which each address begins.
    """

    def __init__(self, phrases: Mapping[str, Any], figures: Figures, folders: Folders) -> None:
        self.figures = figures
        self.folders = folders
        self._at_key = dict(_with_paths(phrases))
        self._plural_form = Locale.parse(figures.locale).plural_form

    @property
    def language(self) -> Language:
        """The language of all phrases."""
        return self.figures.language

    def __call__(self, key: str, **values: object) -> str:
        """The phrase at ``key`` (dots lead into groups) with ``values`` filled in.

        Numbers are written as the language does. If the phrase has plural forms, the first value chooses the form; 0
        can have its own form. The script ``phrases.js`` has the same rules.

        Raises:
            KeyError: there is no such phrase, or one of its names has no value.
            TypeError: the phrase has plural forms, and the first value is not a whole number.
        """
        return self._filled(self._phrase(key, values), values)

    def rich(self, key: str, **values: object) -> Markup:
        """The phrase at ``key`` as HTML: its own text and plain values are escaped; values that are markup are not."""
        return self._filled(escape(self._phrase(key, values)), values)

    def find(self, key: str) -> str | None:
        """The phrase at ``key``, without names and plural forms; None if there is no such phrase."""
        try:
            return self(key)
        except KeyError:
            return None

    def _phrase(self, key: str, values: Mapping[str, object]) -> str:
        phrase = self._at_key[key]
        return str(phrase if isinstance(phrase, str) else phrase[self._form(phrase, next(iter(values.values())))])

    def group(self, key: str) -> Mapping[str, Any]:
        """The phrases of a group, unchanged, for a script that fills them in by the same rules.

        Raises:
            KeyError: there is no such group.
        """
        return dict(self._at_key[key])

    def _form(self, phrase: Mapping[str, str], number: object) -> str:
        if not isinstance(number, int):
            message = f"a plural form is chosen by a whole number, not by {number!r}"
            raise TypeError(message)
        if number == 0 and "zero" in phrase:
            return "zero"
        return self._plural_form(number)

    def _filled(self, phrase: Text, values: Mapping[str, object]) -> Text:
        """The phrase with what others wrote as they wrote it: what stands beside it keeps its place, and its full stop.

        Where a value ends a sentence, the phrase does not end it again: 'Bron B.V.', and not 'Bron B.V..'.
        """
        written = {name: self._written(value) for name, value in values.items()}
        for name, value in written.items():
            if f"{{{name}}}." in phrase and _ends_a_sentence(value):
                phrase = phrase.replace(f"{{{name}}}.", f"{{{name}}}")
        return phrase.format_map(written)

    def _written(self, value: object) -> object:
        if isinstance(value, int):
            return self.figures.count(value)
        return value if isinstance(value, Markup) else apart(value) if isinstance(value, str) else value


def _with_paths(phrases: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Every phrase, its forms and every group of phrases, by its key with dots."""
    for name, found in phrases.items():
        yield f"{before}{name}", found
        if isinstance(found, Mapping):
            yield from _with_paths(found, f"{before}{name}.")


def _ends_a_sentence(value: object) -> bool:
    return ends_a_sentence(value.striptags() if isinstance(value, Markup) else str(value))


def words_of(charter: Charter) -> Words:
    """The words of a register's site. ``origin`` asks for them, and hands them to everything that needs words.

    Raises:
        OSError: the package was installed without its catalogues.
    """
    phrases = {**phrases_of(charter), "region": charter.regions}
    return Words(phrases, Figures(charter.language, phrases["period"]), charter.folders)
