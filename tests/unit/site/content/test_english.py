"""A site in English has no word of Dutch in any of its files, whatever the register has."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from support.catalogues import flat
from support.made import all_texts
from support.registers.empty import CHARTER
from support.registers.reading import contents, public_on
from support.settings import SETTINGS
from support.words import ENGLISH_REGISTER

from generator.charter import Charter
from generator.site.content.content import content
from generator.site.content.frame import frame
from generator.site.words.catalogue import words_of
from generator.site.words.phrases import phrases_of
from generator.starting.carrying import carried
from generator.starting.filling import named

# What is Dutch, and a word of HTML, CSS or SVG or a technical value too.
_NO_DUTCH_ALONE = {"begin", "commissioner", "key", "layout", "links", "map", "md", "section", "stand"}
# What both languages say, in words that no key of a phrase has. Written out: Dutch left in the English catalogue would
# else excuse itself.
_BOTH = """
ap as atom best browser counts csv dates days dcat decimals earth encoding even false format given gz gzip half
height import in is javascript json jsonl later lines logical markdown me most na natural new null pair parquet
parse pd people per percentages phrase png print python qr read rm rss sha site spelling spreadsheet strings subset
svg true typed utf value via want we who workbook years zip
"""
# A course is not given, a county not worked in, and a sentence begins with what it is about.
_TURNED = re.compile(
    r"\bgives? (?:this |a )?courses?\b|\bworks? (?:in|there)\b|\bAlso (?:if|the|from)\b|, also (?:if|from)\b|"
    r"you can read in|\bWhich of the people\b|\bletters\b"
)
_SAYS_DUTCH = re.compile(r"""lang(uage)?["']?\s*[:=]\s*["']nl""", re.IGNORECASE)
_NOUNS = """\
  commissioner: {one: council, other: councils, article: a}
  region: {one: county, other: counties, article: a}
"""
_REGIONS = """\
regions:
  north: North
  south: South
"""
_BIRCH = "birch-school-of-music,2024-12-31,client,piano"
_COUNCILS = f"alder-academy,2024-12-31,commissioner,total,9,4,4.3,ja\n{_BIRCH}"


@pytest.fixture
def clients_alone() -> Path:
    return ENGLISH_REGISTER


@pytest.fixture
def with_councils_and_counties(tmp_path: Path) -> Path:
    """The same register where those who pay are asked too, and with regions."""
    _written(tmp_path, "register.yaml", ("outside_total:", f"{_NOUNS}{_REGIONS}outside_total:"), ('""', "counties"))
    _written(tmp_path, "providers/alder-academy.yaml", ("status:", "provinces: [north]\nstatus:"))
    _written(tmp_path, "results/2024.csv", (_BIRCH, _COUNCILS))
    return tmp_path


def _written(folder: Path, changed: str, *changes: tuple[str, str]) -> None:
    """Change a file of a copy of the register: each text that stands there once becomes another."""
    if not any(folder.iterdir()):
        shutil.copytree(ENGLISH_REGISTER, folder, dirs_exist_ok=True)
    text = (folder / changed).read_text(encoding="utf-8")
    for before, after in changes:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    (folder / changed).write_text(text, encoding="utf-8")


def _words(text: str) -> set[str]:
    """Those of letters alone: a digest has digits too."""
    return {word for word in re.findall(r"[^\W_]{2,}", text.lower()) if word.isalpha()}


def _has_each_id_once(page: str) -> bool:
    ids = re.findall(r'\bid="([^"]+)"', page) + re.findall(r"\{ ?#([\w-]+) ?\}$", page, re.MULTILINE)
    return len(ids) == len(set(ids))


def _said(charter: Charter) -> set[str]:
    """Every word of a site in the language and with the nouns of ``charter``, in its addresses too."""
    return _words(" ".join([*(phrase for _, phrase in flat(phrases_of(charter))), str(charter)]))


def _no_dutch(charter: Charter) -> set[str]:
    """Words that are English, though a Dutch catalogue may have them too: keys are English, as all code is."""
    keys = " ".join(key.replace("_", " ") for key, _ in flat(phrases_of(charter)))
    return _words(f"{keys} {charter} {_BOTH}") | _NO_DUTCH_ALONE


def _hand_written(charter: Charter) -> dict[str, str]:
    pages = {name.removeprefix(f"pages/{charter.language}/"): page for name, page in carried().items()}
    return {
        f"{getattr(charter.folders, name)}.md": named(pages[f"{name}.md"].decode(), charter)
        for name in ("about", "accessibility", "privacy")
    }


@pytest.mark.parametrize("register", ["clients_alone", "with_councils_and_counties"])
def test_no_file_has_a_word_of_dutch(register: str, request: pytest.FixtureRequest) -> None:
    data: Path = request.getfixturevalue(register)
    public = public_on(data)
    charter = public.charter
    settings = replace(
        SETTINGS, charter=charter, address="https://chords.example/", hand_written=_hand_written(charter)
    )
    own = set().union(*(_words(text.decode()) for text in contents(data).values()))
    dutch = _said(CHARTER) - _no_dutch(charter) - own
    assert {"alle", "cijfer", "geen", "het", "uitleg", "vergelijken"} < dutch
    texts = all_texts(content(public, settings))
    texts["the frame of each page"] = str(frame(settings, words_of(charter)))
    assert {(name, word) for name, text in texts.items() for word in _words(f"{name} {text}") & dutch} == set()
    assert [name for name, text in texts.items() if _SAYS_DUTCH.search(text)] == []
    # Two words of Dutch may be one in English.
    pages = {name: text for name, text in texts.items() if name.endswith((".md", ".html"))}
    assert [name for name, text in pages.items() if not _has_each_id_once(text)] == []


@pytest.mark.parametrize("register", ["clients_alone", "with_councils_and_counties"])
def test_no_phrase_is_dutch_in_english_words(register: str, request: pytest.FixtureRequest) -> None:
    charter = public_on(request.getfixturevalue(register)).charter
    said = [phrase for _, phrase in flat(phrases_of(charter))]
    assert [each for each in [*said, *_hand_written(charter).values()] if _TURNED.search(each)] == []


@pytest.mark.parametrize(
    "phrase", ["It does not give this course.", "Academies that work in North.", "Also if there are few."]
)
def test_such_a_phrase_would_be_seen(phrase: str) -> None:
    assert _TURNED.search(phrase)
