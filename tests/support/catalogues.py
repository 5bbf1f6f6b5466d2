"""Whether the catalogues of words have the same phrases, with the same names in them: `make lint` asks it.

And whether nobody fills in a name of the sector, which a phrase has no more by then.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from support.project import ROOT
from support.registers.empty import CHARTER

from generator.charter import Language
from generator.site.words.sector import names_of

FOLDER = ROOT / "generator" / "site" / "words" / "locale"

_NAME = re.compile(r"\{(\w+)\}")
#: What the words of a sector are called: one language may need more of them in a sentence than another.
_OF_THE_SECTOR = frozenset(names_of(CHARTER))
#: What is laid over the rest: a sentence may need that in one language alone.
_OVER = "only_clients"
# Where a phrase is asked for, with what fills it in: by a keyword, or in scripts by a key of an object.
_CALL = re.compile(r"\b(?:words|rich|say)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
_KEYWORD, _KEY = re.compile(r"\b(\w+)=(?!=)"), re.compile(r"[{,]\s*(\w+)\s*(?=[:,}])")
_FILLED_IN = {".py": _KEYWORD, ".jinja": _KEYWORD, ".html": _KEYWORD, ".js": _KEY}


def read(language: Language) -> Mapping[str, Any]:
    """The phrases of a language, in their groups."""
    path = FOLDER / f"{language.value}.yaml"
    return dict(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))


def flat(phrases: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    """Each phrase, and each form of one, by its key with dots."""
    for name, phrase in phrases.items():
        if isinstance(phrase, Mapping):
            yield from flat(phrase, f"{before}{name}.")
        else:
            yield f"{before}{name}", phrase or ""  # a group that lost its last phrase


def faults(one: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[str]:
    """What ``other`` has that ``one`` lacks, or has with other names in it, in a line each."""
    there = dict(flat(one))
    for key, phrase in flat(other):
        at = key.removeprefix(f"{_OVER}.")
        if at not in there:
            yield f"{key} is missing"
        elif more := sorted(_values(phrase) - _values(there[at])):
            yield f"{key} has no {{{more[0]}}}"


def _values(phrase: str) -> frozenset[str]:
    """The names that are filled in where the phrase is used."""
    return frozenset(_NAME.findall(phrase)) - _OF_THE_SECTOR


def taken(text: str, suffix: str) -> list[str]:
    """The names of the sector by which a source text fills in values of its own, in the order of the text."""
    names = _FILLED_IN[suffix]
    values = (name for call in _CALL.finditer(text) for name in names.findall(call.group()))
    return [name for name in values if name in _OF_THE_SECTOR]


def _taken_names() -> Iterator[str]:
    for folder in ("generator", "site_src"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in _FILLED_IN:
                for name in taken(path.read_text(encoding="utf-8"), path.suffix):
                    yield f"{path.relative_to(ROOT)}: {{{name}}} is a name of the sector; another for the value"


def main() -> None:
    """Print what each catalogue lacks of any other, and of itself, and taken names; exit with 1 if there is any."""
    catalogues = {language: read(language) for language in Language}
    found = sorted(
        {
            f"{(FOLDER / language.value).relative_to(ROOT)}.yaml: {fault}; {other.value}.yaml has it"
            for language, phrases in catalogues.items()
            for other, others in catalogues.items()
            for fault in faults(phrases, others)
        }
    )
    found += _taken_names()
    for line in found:
        sys.stderr.write(f"{line}\n")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
