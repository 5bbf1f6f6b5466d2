"""The phrases of a site: those of the program, under the register's own, with the words of its sector filled in."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

import yaml

from generator.charter import Charter, Language
from generator.letters import slug
from generator.site.words.directions import apart
from generator.site.words.sector import names_of

Way: TypeAlias = tuple[str, ...]
#: Where something does not fit, by the keys that lead there; what came; and what was expected.
Fault: TypeAlias = tuple[Way, str, str]

_ADDRESS = "address"
# The group of a catalogue with what it says instead where nobody but clients is asked.
_ONLY_CLIENTS = "only_clients"
#: A phrase with forms has the same names in each.
_FORMS = frozenset({"zero", "one", "other"})
_NAME = re.compile(r"\{(\w+)\}(\.?)")
_IN_ADDRESS = re.compile(r"[a-z0-9_{}]+([.-][a-z0-9_{}]+)*")
# With them the reason why there is no grade is given, with the numbers that decided it: no register says it without.
_KEPT = frozenset({"completed", "net_sample", "reason", "required"})
# The end of a sentence in any script, also within quotation marks or set apart.
_END = re.compile(r"[.!?\u2026\u203d\u3002\uff01\uff1f\u061f\u06d4\u0964]['\"\u2019\u201d\u00bb\u2069]*$")


def phrases_of(charter: Charter) -> Mapping[str, Any]:
    """The phrases by their keys, in groups; what tells of something that the register does not have is left out.

    Raises:
        OSError: the package was installed without its catalogues.
    """
    phrases, names = _laid_over(_catalogue(charter), charter.phrases), names_of(charter)
    in_addresses = {name: said and slug(said) for name, said in names.items()}
    return {**_named(phrases, names), _ADDRESS: _named(phrases[_ADDRESS], in_addresses)}


def faults(charter: Charter) -> Iterator[Fault]:
    """What does not fit among the register's own phrases."""
    names = frozenset(name for name, said in names_of(charter).items() if said is not None)
    yield from _faults(charter.phrases, _catalogue(charter), names)
    for way, phrase in _texts(charter.phrases.get(_ADDRESS, {}), (_ADDRESS,)):
        if not _IN_ADDRESS.fullmatch(phrase):
            yield way, f"{phrase!r} in an address", "small letters, digits, dots and single hyphens"


def address_faults(charter: Charter) -> Iterator[Fault]:
    """What cannot stand in an address with the register's words filled in; its own phrases have no `faults`."""
    for group, phrases in phrases_of(charter)[_ADDRESS].items():
        there: dict[str, str] = {}
        for key, phrase in phrases.items():
            came = f"{key} of {_ADDRESS}.{group} becomes {phrase!r} with the words of register.yaml"
            if not _IN_ADDRESS.fullmatch(phrase):
                yield (_ADDRESS, group, key), came, "words with letters or digits that an address can have"
            elif phrase in there:
                yield (_ADDRESS, group, key), f"{came}, as {there[phrase]} does", "another word for each"
            there[phrase] = key


def ends_a_sentence(text: str) -> bool:
    """Whether no full stop can follow ``text``."""
    return _END.search(text) is not None


def _catalogue(charter: Charter) -> Mapping[str, Any]:
    """What the program says in the language of the register, to the audiences that it has."""
    phrases = dict(_read(charter.language))
    only_clients = phrases.pop(_ONLY_CLIENTS)
    return phrases if charter.asks_commissioners else _laid_over(phrases, only_clients)


@cache
def _read(language: Language) -> Mapping[str, Any]:
    text = files("generator.site.words").joinpath(f"locale/{language.value}.yaml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=yaml.CSafeLoader))


def _laid_over(phrases: Mapping[str, Any], others: Mapping[str, Any]) -> Mapping[str, Any]:
    """``phrases`` with those of ``others`` that have their keys."""
    laid = dict(phrases)
    for key, other in others.items():
        there = laid.get(key)
        if isinstance(there, Mapping) and isinstance(other, Mapping):
            laid[key] = _laid_over(there, other)
        elif isinstance(there, str) and isinstance(other, str):
            laid[key] = other
    return laid


def _named(phrases: Mapping[str, Any], names: Mapping[str, str | None]) -> Mapping[str, Any]:
    """The phrases with ``names`` filled in; without those in which a name stands for nothing."""
    named: dict[str, Any] = {}
    for key, phrase in phrases.items():
        if isinstance(phrase, Mapping):
            named[key] = _named(phrase, names)
        elif all(names.get(name, name) is not None for name in _names(phrase)):
            named[key] = _NAME.sub(lambda found: _filled(found, names), phrase)
    return named


def _filled(found: re.Match[str], names: Mapping[str, str | None]) -> str:
    name, stop = found.groups()
    said = names.get(name)
    if said is None:
        return found.group()
    return apart(said) + ("" if ends_a_sentence(said) else stop)


def _names(phrase: str) -> frozenset[str]:
    return frozenset(name for name, _ in _NAME.findall(phrase))


def _texts(phrases: object, way: Way) -> Iterator[tuple[Way, str]]:
    if isinstance(phrases, Mapping):
        for key, phrase in phrases.items():
            yield from _texts(phrase, (*way, key))
    elif isinstance(phrases, str):
        yield way, phrases


def _faults(own: Mapping[str, Any], phrases: Mapping[str, Any], names: frozenset[str]) -> Iterator[Fault]:
    for key, phrase in own.items():
        there = phrases.get(key)
        if there is None:
            yield (key,), f"no phrase of the site has the key {key!r}", f"one of {', '.join(phrases)}"
        elif isinstance(there, Mapping) and isinstance(phrase, Mapping):
            known = names | _names(" ".join(there.values())) if there.keys() <= _FORMS else names
            yield from (((key, *way), came, expected) for way, came, expected in _faults(phrase, there, known))
        elif isinstance(there, Mapping):
            yield (key,), f"{key} is no group of phrases", f"the keys {', '.join(there)}, with a text each"
        elif not isinstance(phrase, str) or not phrase.strip():
            yield (key,), f"{key} is no text", f"a text instead of {there!r}"
        elif re.search("[{}]", _NAME.sub("", phrase)):
            yield (key,), f"{key} has a brace alone", "braces only around a name"
        elif "\n" in phrase and "\n" not in there:
            yield (key,), f"{key} is of more than one line", "one line; `>-` makes one of several"
        elif unknown := sorted(_names(phrase) - _names(there) - names):
            expected = ", ".join(sorted(_names(there))) or "only words of the sector"
            yield (key,), f"{key} has {{{unknown[0]}}}, which nothing fills in", expected
        elif left_out := sorted((_names(there) - _names(phrase)) & _KEPT):
            yield (key,), f"{key} leaves out {{{left_out[0]}}}", f"a text with it, as in {there!r}"
