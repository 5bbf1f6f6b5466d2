"""A page of headings and HTML, as the engine reads it without MkDocs."""

import pytest

from generator.engine.pages import Page, page_of

HEAD = "---\ntitle: Een naam\nimage: een/pad.png\n---\n"


def test_a_page_is_its_fields_and_its_body() -> None:
    page = page_of(f"{HEAD}\n# Kop {{ #kop }}\n\n<p>Tekst</p>\n")
    assert page
    assert page.fields == {"title": "Een naam", "image": "een/pad.png"}
    assert page.anchor == "kop"
    assert page.html.split() == ["<h1", 'id="kop">Kop</h1>', "<p>Tekst</p>"]


def test_html_between_headings_stands_as_it_is() -> None:
    html = "<div>\n<pre>een\n  twee *drie*</pre>\n\n<p>&amp; [vier](vijf.md)</p>\n</div>"
    page = page_of(f"{HEAD}\n{html}\n\n## Kop {{#kop}}\n")
    assert page
    assert html in page.html


@pytest.mark.parametrize(
    "text",
    [
        "# Kop\n",  # the title is in the heading
        "---\nimage: x\n---\n# Kop\n",
        f"{HEAD}Tekst\n",
        f"{HEAD}<p>Tekst</p>\n\n- een\n- twee\n",
        f"{HEAD}<p>Tekst</p>\n\n[een](twee.md)\n",
        f"{HEAD}<span>Tekst</span> *nadruk*\n",
        f"{HEAD}\n# Kop\n\n<svg></svg>\n",
    ],
)
def test_what_only_mkdocs_can_read_is_no_such_page(text: str) -> None:
    assert page_of(text) is None


def test_a_page_without_a_heading_has_no_anchor() -> None:
    assert Page({"title": "x"}, "<p>Tekst</p>").anchor is None
