"""Shells: which pages the theme treats alike, and that each gets its own values."""

import pytest

from generator.engine.errors import EngineError
from generator.engine.pages import Page
from generator.engine.shells import kind_of, markdown_of, place_of, shell_of

PAGE = Page({"title": "Alfa &amp; zoon", "image": "alfa.png", "scripts": "charts"}, "# Alfa { #naam }\n\n<p>8,3</p>\n")


def rendered(markdown: str) -> str:
    """As a theme would: the fields in the head, and the body."""
    head, _, body = markdown.removeprefix("---\n").partition("---\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    return f'<title>{fields["title"]}</title>{fields.get("image")}<a href="/aanbieders/shell0/">x</a>{body}'


def test_a_page_is_filled_into_the_shell_of_its_kind() -> None:
    kind = kind_of("aanbieders/alfa.md", PAGE)
    shell = shell_of(rendered(markdown_of(kind)), kind, "aanbieders/shell0/")
    html = shell.filled(PAGE, "aanbieders/alfa/")
    assert html.startswith('<title>Alfa &amp; zoon</title>alfa.png<a href="/aanbieders/alfa/">x</a>')
    assert '<h1 id="naam">Alfa</h1>' in html
    assert html.count("<p>8,3</p>") == 1
    assert "kcslot" not in html


def test_pages_of_a_kind_stand_equally_deep_and_have_the_same_fields() -> None:
    kind = kind_of("aanbieders/alfa.md", PAGE)
    without_picture = Page({name: value for name, value in PAGE.fields.items() if name != "image"}, PAGE.body)
    assert kind_of("aanbieders/beta.md", Page({**PAGE.fields, "title": "Beta"}, PAGE.body)) == kind
    for name, page in (
        ("diensten/alfa.md", PAGE),
        ("aanbieders/alfa/2.md", PAGE),
        ("aanbieders/alfa.md", without_picture),
        ("aanbieders/alfa.md", Page({**PAGE.fields, "scripts": "finder"}, PAGE.body)),
        ("aanbieders/alfa.md", Page(PAGE.fields, "<p>8,3</p>")),
    ):
        assert kind_of(name, page) != kind


@pytest.mark.parametrize("name", ["index.md", "uitleg.md", "diensten/index.md"])
def test_a_page_that_may_be_in_the_menu_is_its_own_kind_in_its_own_place(name: str) -> None:
    kind = kind_of(name, PAGE)
    assert kind.folder == name
    assert place_of(kind, 3) == name


def test_shells_of_a_folder_stand_as_deep_as_their_pages_and_apart() -> None:
    kind = kind_of("diensten/jobcoaching/2.md", PAGE)
    assert place_of(kind, 3) == "diensten/shell/shell3.md"
    assert place_of(kind, 4) != place_of(kind, 3)


def test_a_theme_that_does_not_show_the_content_once_is_refused() -> None:
    kind = kind_of("aanbieders/alfa.md", PAGE)
    for html in ("<html></html>", rendered(markdown_of(kind)) * 2):
        with pytest.raises(EngineError, match="aanbieders"):
            shell_of(html, kind, "aanbieders/shell0/")
