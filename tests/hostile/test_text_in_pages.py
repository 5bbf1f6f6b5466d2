"""Text stays text in every page: what a parser makes of it is what it makes of a page with an ordinary name.

Each example has a provider and a service of its own, with the same figures as the ordinary one, so that its pages are
those of the ordinary one but for the texts.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from support.registers.hostile import COMMON, EXAMPLES, HOSTILE, ORDINARY_EXAMPLE, Example
from support.settings import SETTINGS
from support.shapes import Piece, pieces, replaced, together

from generator.site.rendering.replies import reply_html

KINDS = {
    "provider": "aanbieders/{0.provider}/index.html",
    "frame": "aanbieders/{0.provider}/embed/index.html",
    "poster": "aanbieders/{0.provider}/poster/index.html",
    "former id": "aanbieders/{0.former}/index.html",
    "service": "diensten/{0.service}/index.html",
}
# Whose address differs, and whose name is longer: the code of a poster, and the size of its letters.
_OWN = {("poster", "img"), ("poster", "h1")}
_REPLY = ("begin", "div", (("class", "kc-reply"), ("dir", "auto")))
_PROVIDER = ORDINARY_EXAMPLE.provider.partition("-")[0]
# What only lists have: forms, terms, and lines that break.
_OF_LISTS = {"form", "input", "option", "select", "template", "noscript", "dl", "dt", "dd", "br", "blockquote"}
_OF_LISTS |= {"ol", "pre", "code"}
_TO_ROOT = re.compile(r'"\.[./]*"')  # the theme's own script names the way to the site's root
_ATTRIBUTES_WITH_ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "srcdoc", "srcset", "xlink:href")


def page_of(site: Path, kind: str, example: Example) -> list[Piece]:
    found = pieces((site / KINDS[kind].format(example)).read_text(encoding="utf-8"))
    if kind == "provider":
        found[reply_of(found)] = []
    return [piece[:2] if piece[0] == "begin" and (kind, piece[1]) in _OWN else piece for piece in found]


def reply_of(page: list[Piece]) -> slice:
    """Where the reply stands, with the element that holds it: it may have marks of its own."""
    start = page.index(_REPLY)
    return slice(start, page.index(("end", "div"), start) + 1)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_differs_from_an_ordinary_one_by_its_texts_alone(kind: str, site: Path) -> None:
    ordinary = page_of(site, kind, ORDINARY_EXAMPLE)
    wrong = {}
    for example in HOSTILE:
        is_ = replaced(page_of(site, kind, example), together)
        should_be = replaced(ordinary, example.instead)
        if is_ != should_be:
            wrong[example.name] = next(pair for pair in zip(is_, should_be, strict=False) if pair[0] != pair[1])
    assert wrong == {}


def test_a_name_stands_apart_on_the_page_of_a_former_id(site: Path) -> None:
    for example in (each for each in EXAMPLES if each.name in {"ordinary", "right to left"}):
        html = (site / KINDS["former id"].format(example)).read_text(encoding="utf-8")
        body = html.partition("<body>")[2]
        assert body.count(f"<bdi>{example.read}</bdi>") == body.count(example.read) == 2


def test_a_reply_is_on_its_page_as_it_was_made(site: Path) -> None:
    for example in EXAMPLES:
        page = pieces((site / KINDS["provider"].format(example)).read_text(encoding="utf-8"))
        made = pieces(f'<div class="kc-reply" dir="auto">\n{reply_html(example.reply)}\n</div>')
        assert page[reply_of(page)] == made[reply_of(made)], example.name


@pytest.fixture(scope="module")
def lists(site: Path) -> dict[str, list[Piece]]:
    """The pages that show many."""
    fixed = (
        "",
        "aanbieders/",
        "diensten/",
        f"diensten/{COMMON}/",
        "provincies/utrecht/",
        "correcties/",
        "vergelijken/",
    )
    following = [*site.glob("a-z/*"), *site.glob("a-z/*/*/"), *site.glob("*/*/[0-9]*/"), *site.glob("*/[0-9]*/")]
    others = sorted(f"{path.relative_to(site).as_posix()}/" for path in following if path.is_dir())
    folders = [*fixed, "open-data/", *others]
    return {each: pieces((site / each / "index.html").read_text(encoding="utf-8")) for each in folders}


def links(page: list[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    """Each link to a page of a provider: its id, and all that is in the link."""
    for start, piece in enumerate(page):
        address = dict(piece[2]).get("href", "") if piece[:2] == ("begin", "a") else ""
        identity = address.rpartition("aanbieders/")[2].partition("/")[0]
        if identity.startswith(_PROVIDER):
            yield identity, page[start + 1 : page.index(("end", "a"), start)]


def test_lists_link_each_name_as_it_is(lists: dict[str, list[Piece]]) -> None:
    names = {each.provider: [("begin", "bdi", ()), ("text", each.read), ("end", "bdi")] for each in EXAMPLES}
    of_letters = {identity for name, page in lists.items() if name.startswith("a-z/") for identity, _ in links(page)}
    assert of_letters == set(names)
    for name, page in lists.items():
        shown = list(links(page))
        assert [each for each in shown if each[1] != names[each[0]]] == [], name
    for whole in (f"diensten/{COMMON}/", "provincies/utrecht/", "correcties/", "a-z/alle/"):
        shown_there = {
            identity for name, page in lists.items() if name.startswith(whole) for identity, _ in links(page)
        }
        assert shown_there == set(names), whole


def test_nothing_in_lists_is_an_element_that_was_not_meant(lists: dict[str, list[Piece]], site: Path) -> None:
    known = {piece[1] for kind in KINDS for piece in page_of(site, kind, ORDINARY_EXAMPLE) if piece[0] == "begin"}
    for name, page in lists.items():
        begun = [piece for piece in page if piece[0] == "begin"]
        assert {piece[1] for piece in begun} <= known | _OF_LISTS, name
        assert [each for piece in begun for each in piece[2] if each[0].startswith("on")] == [], name
        assert hosts(page) <= {urlsplit(SETTINGS.address).netloc, "127.0.0.1:8000", ""}, name


def test_no_page_has_a_script_of_its_own(lists: dict[str, list[Piece]]) -> None:
    assert scripts(pieces("<script>let own;</script>")) == {"let own;"}
    for name, page in lists.items():
        assert scripts(page) == set(), name


def scripts(page: list[Piece]) -> set[str]:
    """The text of each script that is no data."""
    pairs = pairwise(page)
    found = (after[1] for before, after in pairs if before[:2] == ("begin", "script") and after[0] == "text")
    return {_TO_ROOT.sub('""', each) for each in found}


def hosts(page: list[Piece]) -> set[str]:
    """The hosts that a page names where a browser would go to them."""
    addresses = [
        value
        for piece in page
        if piece[0] == "begin"
        for name, value in piece[2]
        if name in _ATTRIBUTES_WITH_ADDRESSES and not value.startswith("data:image/")
    ]
    assert not [each for each in addresses if urlsplit(each).scheme not in {"http", "https", ""}]
    return {urlsplit(each).netloc for each in addresses}


def test_an_ordinary_page_shows_each_of_its_texts(site: Path) -> None:
    """Or the comparison above would be of nothing."""
    ordinary = str(page_of(site, "provider", ORDINARY_EXAMPLE))
    assert ordinary.count(ORDINARY_EXAMPLE.text) > 20
    service = str(page_of(site, "service", ORDINARY_EXAMPLE))
    assert ORDINARY_EXAMPLE.text in service
    for place in ("<title>", "og:title", "og:image:alt", "ld+json", "<h1"):
        assert place.strip("<>") in ordinary
