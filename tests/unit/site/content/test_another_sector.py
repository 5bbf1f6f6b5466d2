"""A register of another sector, in Dutch: no file of its site has a word of this sector, or of what it has not."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from support.made import all_texts
from support.registers.editing import all_written
from support.registers.invented import FILES
from support.registers.reading import public_on
from support.settings import SETTINGS

from generator.site.content.content import content
from generator.site.content.frame import frame
from generator.site.words.catalogue import words_of

_CHARTER = """\
name: Schoolmeting
description: Wat kinderen van hun school vinden.
publisher: Stichting Schoolmeting
language: nl
agency: {name: Bureau Zes, study: Kinderonderzoek}
licence: {title: Aanhalen met de bron mag, address: gegevens/}
quality_mark: Fijne School
scale: {lowest: 1, highest: 10}
nouns:
  provider: {one: school, other: scholen, article: de}
  client: {one: kind, other: kinderen, article: het}
  service: {one: vak, other: vakken, article: het}
folders:
  providers: scholen
  services: vakken
  compare: naast-elkaar
  explanation: meer-weten
  open_data: gegevens
  corrections: verbeterd
  about: wij
  accessibility: voor-iedereen
  privacy: geheim
"""
_PARENTS = """\
  commissioner: {one: ouder, other: ouders, article: de}
  region: {one: wijk, other: wijken, article: de}
regions: {utrecht: Utrecht}
folders:
  regions: wijken
"""
_FOR = {
    "eerste-hulp": "lezen",
    "tweede-hulp": "rekenen",
    "vierde-hulp": "zingen",
    "vroegere-hulp": "schrijven",
    "hulp": "leerstof",
    "cliënten": "kinderen",
    "opdrachtgevers": "leraren",
    "aanbieder": "school",
}
_OF_THIS_SECTOR = re.compile(
    "|".join(
        (
            *(
                "aanbieder",
                r"cli(ë|\\u00eb)nt|clienten",
                "opdrachtgever",
                r"\bdienst",
                "provincie",
                "keurmerk",
                "panteia",
            ),
            *(
                "re-?integratie",
                r"\buwv\b",
                r"\bgemeente",
                "werkgever",
                r"\bwerk\b",
                r"\bwerkt in\b",
                r"\bwerken\b",
                r"\bhulp",
                "traject",
            ),
            *("klantcijfer", "onderzoeksbureau", "heel nederland", r"(deze|die|elke|welke|de) (vak|kind)\b"),
        )
    ),
    re.IGNORECASE,
)
_OF_PARENTS = re.compile(r"\bouders?\b(?! dan)|commissioner|opdrachtgever|\bwijk", re.IGNORECASE)
# Of the program, whatever the register has.
_OF_PROGRAM = (".css", ".js")


def _other(text: str) -> str:
    for word, instead in _FOR.items():
        text = text.replace(word, instead).replace(word.capitalize(), instead.capitalize())
    return text


def _site(files: Mapping[str, str], folder: Path) -> dict[str, str]:
    """All that the site of these files says, by its file's name."""
    public = public_on(all_written(files, folder / "data"))
    settings = replace(SETTINGS, charter=public.charter, address="https://scholen.example/")
    made = {name: f"{name} {text}" for name, text in all_texts(content(public, settings)).items()}
    return {**made, "the frame": str(frame(settings, words_of(public.charter)))}


@pytest.fixture
def of_children_and_parents(tmp_path: Path) -> dict[str, str]:
    files = {name: _other(text) for name, text in FILES.items()}
    return _site({**files, "register.yaml": _CHARTER.replace("folders:\n", _PARENTS)}, tmp_path)


@pytest.fixture
def of_children_alone(tmp_path: Path) -> dict[str, str]:
    """Nobody else is asked, and there are no regions."""
    files = {
        name: re.sub(r"provinces:\n  - utrecht\n|^.*,commissioner,.*\n", "", _other(text), flags=re.MULTILINE)
        for name, text in FILES.items()
    }
    return _site({**files, "register.yaml": _CHARTER}, tmp_path)


def _found(pattern: re.Pattern[str], texts: Mapping[str, str]) -> list[tuple[str, str]]:
    return [
        (name, text[max(0, found.start() - 40) : found.end() + 40])
        for name, text in texts.items()
        for found in pattern.finditer(text)
    ]


def test_no_word_of_this_sector_is_left(of_children_and_parents: dict[str, str]) -> None:
    assert _found(_OF_THIS_SECTOR, of_children_and_parents) == []
    assert "Kies een vak. U ziet dan alle scholen van dat vak" in of_children_and_parents["vakken/index.md"]
    assert "Ouders gaven een 7,5: 4 van de 20 antwoordden" in of_children_and_parents["scholen/verzonnen-alfa.md"]
    assert "scholen/verzonnen-alfa/badge-ouders.svg" in of_children_and_parents


def test_nothing_is_said_of_those_who_are_not_asked(of_children_alone: dict[str, str]) -> None:
    assert _found(_OF_THIS_SECTOR, of_children_alone) == []
    said = {name: text for name, text in of_children_alone.items() if not name.endswith(_OF_PROGRAM)}
    assert _found(_OF_PARENTS, said) == []
