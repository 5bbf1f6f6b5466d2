"""Expressions of a workflow, as far as ours use them; anything else is refused, so that nothing is taken for granted.

What they mean: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

Value = Any  # a text, a number, true, false, or names with values
Names = Mapping[str, Value]
Functions = Mapping[str, Callable[..., Value]]

STATUS = ("always", "cancelled", "failure", "success")
_WORD = re.compile(r"\s*('(?:[^']|'')*'|\d+|[A-Za-z_][\w-]*|==|!=|&&|\|\||[!().,])")
_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)


class UnknownError(Exception):
    """A workflow uses something of which is not known here what GitHub does with it."""


class Outputs(dict[str, str]):
    """What a step or a job gives out: what it does not name is empty."""

    def __missing__(self, name: str) -> str:
        return ""


def evaluated(text: object, names: Names, functions: Functions) -> Value:
    """What a value of a workflow says: of one expression its value, else a text with the values filled in."""
    if not isinstance(text, str):
        return text
    whole = _EXPRESSION.match(text.strip())
    if whole and whole.end() == len(text.strip()):
        return _Reading(whole[1], names, functions).value()
    return _EXPRESSION.sub(lambda each: written(_Reading(each[1], names, functions).value()), text)


def holds(condition: object, names: Names, functions: Functions) -> bool:
    """What an `if` comes to: one that asks for no status asks for success too."""
    if condition is None:
        return bool(functions["success"]())
    inner = str(condition).strip().removeprefix("${{").removesuffix("}}")
    value = true(_Reading(inner, names, functions).value())
    asks = any(re.search(rf"\b{name}\(", inner) for name in STATUS)
    return value and (asks or bool(functions["success"]()))


def true(value: Value) -> bool:
    """Of texts only the empty one is false."""
    return bool(value)


def written(value: Value) -> str:
    """As it stands in a text."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        raise UnknownError("a text with names in it")
    return str(value)


class _Reading:
    """One expression, read from left to right."""

    def __init__(self, text: str, names: Names, functions: Functions) -> None:
        self._text, self._names, self._functions = text, names, functions
        self._words = _words(text)

    def value(self) -> Value:
        value = self._either()
        if self._words:
            raise UnknownError(f"{self._words[0]!r} in {self._text!r}")
        return value

    def _next(self) -> str:
        if not self._words:
            raise UnknownError(f"{self._text!r} ends too early")
        return self._words.pop(0)

    def _takes(self, *signs: str) -> str:
        return self._words.pop(0) if self._words and self._words[0] in signs else ""

    def _either(self) -> Value:
        value = self._both()
        while self._takes("||"):
            other = self._both()
            value = value if true(value) else other
        return value

    def _both(self) -> Value:
        value = self._compared()
        while self._takes("&&"):
            other = self._compared()
            value = other if true(value) else value
        return value

    def _compared(self) -> Value:
        value = self._plain()
        if sign := self._takes("==", "!="):
            return _equal(value, self._plain()) == (sign == "==")
        return value

    def _plain(self) -> Value:
        word = self._next()
        if word == "!":
            return not true(self._plain())
        if word == "(":
            value = self._either()
            self._expect(")")
            return value
        if word.startswith("'"):
            return word[1:-1].replace("''", "'")
        if word.isdigit():
            return int(word)
        if word in ("true", "false"):
            return word == "true"
        return self._call(word) if self._takes("(") else self._named(word)

    def _call(self, name: str) -> Value:
        if name not in self._functions:
            raise UnknownError(f"the function {name}() in {self._text!r}")
        arguments = []
        while not self._takes(")"):
            arguments.append(self._either())
            self._takes(",")
        return self._functions[name](*arguments)

    def _named(self, word: str) -> Value:
        value: Value = self._names
        path = [word]
        while self._takes("."):
            path.append(self._next())
        for name in path:
            if not isinstance(value, Mapping) or (name not in value and not isinstance(value, Outputs)):
                raise UnknownError(f"{'.'.join(path)} in {self._text!r}")
            value = value[name]
        return value

    def _expect(self, sign: str) -> None:
        if self._next() != sign:
            raise UnknownError(f"{self._text!r} without its {sign!r}")


def _words(text: str) -> list[str]:
    words, place = [], 0
    while text[place:].strip():
        found = _WORD.match(text, place)
        if not found:
            raise UnknownError(f"{text[place:].strip()[:20]!r} in {text!r}")
        words.append(found[1])
        place = found.end()
    return words


def _equal(one: Value, other: Value) -> bool:
    """Texts are compared without regard to case; what is of two kinds GitHub makes numbers of, and is refused here."""
    if isinstance(one, str) and isinstance(other, str):
        return one.casefold() == other.casefold()
    if type(one) is not type(other):
        raise UnknownError(f"{one!r} compared with {other!r}")
    return bool(one == other)
