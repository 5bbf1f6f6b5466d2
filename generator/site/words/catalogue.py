"""The words of the site, from one catalogue for each language."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from babel import Locale
from markupsafe import Markup, escape

from generator.site.words.figures import LOCALE, count


class Words:
    """The phrases of one language.

    A phrase is a text with names in braces, or several such texts, one for each plural form of a number.
    """

    def __init__(self, phrases: Mapping[str, Any], locale: Locale) -> None:
        self._phrases = phrases
        self._locale = locale

    def __call__(self, key: str, **values: object) -> str:
        """The phrase at ``key`` (dots lead into groups) with ``values`` filled in.

        Numbers are written as the language does. If the phrase has plural forms, the first value chooses the form; 0
        can have its own form. The script ``phrases.js`` has the same rules.

        Raises:
            KeyError: there is no such phrase, or one of its names has no value.
            TypeError: the phrase has plural forms, and the first value is not a whole number.
        """
        return self._phrase(key, values).format_map({name: _written(value) for name, value in values.items()})

    def rich(self, key: str, **values: object) -> Markup:
        """The phrase at ``key`` as HTML: its own text and plain values are escaped; values that are markup are not."""
        phrase = escape(self._phrase(key, values))
        return phrase.format_map({name: _written(value) for name, value in values.items()})

    def find(self, key: str) -> str | None:
        """The phrase at ``key``, without names and plural forms; None if there is no such phrase."""
        try:
            return self(key)
        except KeyError:
            return None

    def _phrase(self, key: str, values: Mapping[str, object]) -> str:
        phrase = self._at(key)
        return str(phrase if isinstance(phrase, str) else phrase[self._form(phrase, next(iter(values.values())))])

    def group(self, key: str) -> Mapping[str, Any]:
        """The phrases of a group, unchanged, for a script that fills them in by the same rules.

        Raises:
            KeyError: there is no such group.
        """
        return dict(self._at(key))

    def _at(self, key: str) -> Any:  # noqa: ANN401 - a phrase, its forms, or a group of phrases
        found: Any = self._phrases
        for part in key.split("."):
            found = found[part]
        return found

    def _form(self, phrase: Mapping[str, str], number: object) -> str:
        if not isinstance(number, int):
            message = f"a plural form is chosen by a whole number, not by {number!r}"
            raise TypeError(message)
        if number == 0 and "zero" in phrase:
            return "zero"
        return self._locale.plural_form(number)


def _written(value: object) -> object:
    return count(value) if isinstance(value, int) else value


@cache
def dutch() -> Words:
    """The Dutch catalogue, read once. ``content`` asks for it, and hands it to everything that needs words.

    Raises:
        OSError: the package was installed without its catalogue.
    """
    text = files("generator.site.words").joinpath("locale/nl.yaml").read_text(encoding="utf-8")
    return Words(yaml.load(text, Loader=yaml.CSafeLoader), Locale.parse(LOCALE))
