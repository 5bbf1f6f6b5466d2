"""The pages written by hand that a new register begins with, in each language."""

import re
from dataclasses import replace

import pytest
from justhtml import JustHTML
from markdown import Markdown
from support.project import ROOT

from generator.charter import Charter, Language, Noun
from generator.scale import Scale
from generator.site.words.catalogue import words_of
from generator.starting.filling import named
from generator.starting.usual import USUAL, Answers, charter_of

_PAGES = ROOT / "starter" / "pages"
_NAMES = ("about", "accessibility", "privacy")


def _charter(language: Language) -> Charter:
    return charter_of(Answers("Tellers", language, "Meetbureau", USUAL[language].nouns, Scale(1, 5)))


def _pages(charter: Charter) -> dict[str, str]:
    folder = _PAGES / charter.language
    return {name: named((folder / f"{name}.md").read_text(encoding="utf-8"), charter) for name in _NAMES}


@pytest.mark.parametrize("language", Language)
def test_a_language_has_each_of_them_and_nothing_else(language: Language) -> None:
    assert sorted(path.stem for path in (_PAGES / language).iterdir()) == sorted(_NAMES)


@pytest.mark.parametrize("language", Language)
def test_they_have_the_words_of_the_register_and_the_places_to_which_others_link(language: Language) -> None:
    charter = _charter(language)
    words, pages = words_of(charter), _pages(charter)
    assert charter.nouns.provider.other in pages["about"]
    assert charter.agency.name in pages["about"]
    ids = set(re.findall(r"\{ #([\w-]+) \}$", pages["about"], re.MULTILINE))
    assert {words("address.anchor.mistake"), words("address.anchor.publisher")} <= ids
    links = {link for text in pages.values() for link in re.findall(r"\]\((.*?)\)", text)}
    assert links == {f"{charter.folders.explanation}.md"}


@pytest.mark.parametrize(("name", "problem"), [("about", "mistake"), ("accessibility", "accessibility")])
@pytest.mark.parametrize("language", Language)
def test_they_say_whom_to_write_to(language: Language, name: str, problem: str) -> None:
    assert f"\n<!-- contact: {problem} -->\n" in _pages(_charter(language))[name]


def test_what_was_said_stays_text_on_them() -> None:
    nouns = replace(USUAL[Language.ENGLISH].nouns, client=Noun("R&D client", "R&D clients", "an"))
    said = Answers("<b>Sport_en_Spel</b> *", Language.ENGLISH, "[Bureau](javascript:1) B.V.", nouns, Scale(1, 5))
    about = _pages(charter_of(said))["about"]
    read = JustHTML(Markdown(extensions=["attr_list"]).convert(about.partition("---\n# ")[2]), sanitize=False)
    assert "<b>Sport_en_Spel</b> * shows how satisfied R&D clients are" in read.to_text()
    assert "[Bureau](javascript:1) B.V" in read.to_text()
    assert "B.V" in about
    assert read.query("b, em") == []
