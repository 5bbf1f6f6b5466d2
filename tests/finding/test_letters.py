"""The finder's scripts read letters as the program does: else a name would lead to an address that is not there."""
# ruff: noqa: RUF001 - letters that look like others are what this is about

import random
import unicodedata
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator.letters import plain, slug, words_of

_ASKED = """async texts => {
  const { plain, wordsOf, slug } = await import(new URL("scripts/finder/letters.js", document.baseURI));
  return texts.map(text => [plain(text), wordsOf(text), slug(text)]);
}"""
# Each character that has a meaning, also beside letters: Unicode of another year may know more of them.
_CHARACTERS = [
    chr(number)
    for number in range(0x20000)
    if not unicodedata.category(chr(number)).startswith("C") or chr(number) in "\u200b\u200c\u200d\u00ad\u2060\ufeff"
]
_NAMES = (
    "A.B. Coaching",
    "a. b. coaching",
    "J. P. van Dam B.V.",
    "S.T.A.P.",
    "Werk.B.V.",
    "A.Werk",
    "4.5 Werk",
    "X",
    "Ø",
    "Ærø & Łódź",
    "ẞtraße ıİ Ŋ.Ŋ.",
    "ʼt Werk `s-Gravenzande",
    "Colŀectiu ŉ",
    "ΣΟΦΟΣ ΣΑΣ.",
    "ﬁjn Ǆ ǽ Ǿ",
    "Werk™ ²³ ½",
    "ir. A.B. Werk",
    "x" * 300,
)


@pytest.fixture(scope="module")
def page(address: str, browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(address)
    yield page
    page.close()


def _ours(text: str) -> list[object]:
    return [plain(text), words_of(text), slug(text)]


def test_each_character_is_read_the_same(page: Page) -> None:
    texts = [f"a{character}b {character}" for character in _CHARACTERS]
    found = page.evaluate(_ASKED, texts)
    differ = [
        (text, ours, theirs) for text, theirs in zip(texts, found, strict=True) if theirs != (ours := _ours(text))
    ]
    assert differ == []


def test_names_are_read_the_same(page: Page) -> None:
    chance = random.Random(20261129)  # noqa: S311 - the same names in each run
    letters = "aBzØłßæđıİŉǾ.'’ʼʽ՚ -–&49\u0301\u00b7Σς"
    names = [*_NAMES, *("".join(chance.choices(letters, k=chance.randrange(12))) for _ in range(20_000))]
    found = page.evaluate(_ASKED, names)
    differ = [
        (name, ours, theirs) for name, theirs in zip(names, found, strict=True) if theirs != (ours := _ours(name))
    ]
    assert differ == []
