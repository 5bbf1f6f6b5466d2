"""Shells that are filled give the same pages as MkDocs, which renders each page whole: the reference."""

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from support.building import build_site
from support.registers.demos import public_demo
from support.registers.hostile import write_hostile
from support.registers.reading import contents, public_on
from support.settings import SETTINGS

from generator.disclosure.public import PublicRegister
from generator.engine.building import Engine
from generator.site.content.content import content


class Elements(HTMLParser):
    """What a page consists of, without white space that nobody sees."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[object] = []
        self.pre = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pre += tag == "pre"
        self.found.append((tag, sorted(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.pre -= tag == "pre"
        self.found.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        text = data if self.pre else " ".join(data.split())
        if text:
            self.found.append(text)

    handle_entityref = handle_charref = handle_comment = handle_data  # type: ignore[assignment]


def elements(html: bytes) -> list[object]:
    return Elements(html.decode()).found


def demo(_: Path) -> PublicRegister:
    return public_demo(30)


def hostile(folder: Path) -> PublicRegister:
    return public_on(write_hostile(folder / "data"))


@pytest.mark.parametrize("register", [demo, hostile])
def test_every_page_has_the_same_elements_and_every_other_file_the_same_bytes(
    register: Callable[[Path], PublicRegister], tmp_path: Path
) -> None:
    public = register(tmp_path)
    one, other = (
        contents(build_site(content(public, SETTINGS), tmp_path / engine.value, engine=engine)) for engine in Engine
    )
    assert one.keys() == other.keys()
    pages = {name for name in one if name.endswith(".html")}
    assert len(pages) > len(public.providers)
    assert [name for name in sorted(one.keys() - pages) if one[name] != other[name]] == []
    assert [name for name in sorted(pages) if elements(one[name]) != elements(other[name])] == []


def test_a_difference_is_seen() -> None:
    page = b"<p class='a' id=b>x  y</p><pre>1\n 2</pre>"
    assert elements(page) == elements(b"<p id='b' class='a'>\nx\ny </p>\n\n<pre>1\n 2</pre>")
    for other in (page.replace(b"y", b"z"), page.replace(b" 2", b"2"), page.replace(b"b", b"c"), page + b"<p>"):
        assert elements(page) != elements(other)
