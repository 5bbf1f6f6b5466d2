"""A reply: a little Markdown, and whatever else stands in it is text."""

import re
import time
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from justhtml import JustHTML
from markdown import markdown
from support.registers.editing import written
from support.registers.hostile import HOST, REPEATED, TEXTS
from support.registers.invented import write_register
from support.registers.reading import findings_of
from support.shapes import pieces

from generator.site.rendering.replies import reply_html

_REPLY = "replies/verzonnen-alfa/2021-12-31.md"
_LONGEST = 10_000

# What is known to turn into a script once a browser reads what a cleaner wrote (mutation XSS), and links of all kinds.
VECTORS = (
    *TEXTS.values(),
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    '<math><annotation-xml encoding="text/html"><style><img src=x onerror=alert(1)></style></annotation-xml></math>',
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<svg><desc><noscript></desc><img src=x onerror=alert(1)></noscript></svg>",
    '<table><td><select><style><a title="</style><img src=x onerror=alert(1)>">',
    '<img src="x` `<script>alert(1)</script>"` `>',
    '<a href="jav&#x09;ascript:alert(1)">x</a> <a href=javascript&colon;alert(1)>y</a>',
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<plaintext>",
    '<textarea></textarea><xmp><p title="</xmp><img src=x onerror=alert(1)>">',
    "[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](&#106;avascript:alert(1)) [d](java\nscript:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=) ![b](data:image/svg+xml,x) [c](vbscript:x) [d](//kwaad.example)",
    '[a](<javascript:alert(1)>) [b](  javascript:alert(1)  "t") [c][d]\n\n[d]: javascript:alert(1) "t"',
    '![a](https://kwaad.example/a.png "" onerror="alert(1)) ![b"onerror=alert(1)](x)',
    "<javascript:alert(1)> <https://kwaad.example> <naam@kwaad.example>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62; &#x3c;b&#x3e;",
    "`<img src=x onerror=alert(1)>` ``a`<b>`` \n\n    <script>alert(1)</script>\n\n```html\n<b>\n```",
    "*<b>* **<i>** _[a](javascript:x)_ # <u>\n\n# <script>\n\n<script>\n===\n\n> <b>\n\n- <i>\n\n1. <u>",
    "\\<script> \\[a](javascript:x) [a\\](javascript:x) \\![b](x)",
    "</div></details></main><h1>x</h1>\n\n</div>\n\n# x {: onclick=alert(1) }\n\n| a |\n| --- |\n| <b> |",
    '--8<-- "mkdocs.yml"\n\n!!! note\n    x\n\n???+ tip\n    y\n\n/// html | script\nalert(1)\n///',
)


@pytest.mark.parametrize("text", VECTORS, ids=range(len(VECTORS)))
def test_a_browser_makes_of_it_only_what_a_reply_may_have(text: str) -> None:
    page = pieces(f"<!doctype html><title>x</title><div>{reply_html(text)}</div>")
    begun = [piece for piece in page[page.index(("begin", "div", ())) + 1 :] if piece[0] == "begin"]
    assert {name for _, name, _ in begun} <= {"p", "br", "em", "strong", "ul", "li", "blockquote"}
    assert [attributes for _, _, attributes in begun if attributes] == []
    # Nothing came to stand outside of it.
    assert page[-3:] == [("end", "div"), ("end", "body"), ("end", "html")]
    assert page.count(("end", "div")) == 1
    assert "comment" not in {piece[0] for piece in page}


def test_a_browser_would_make_more_of_it_where_markdown_keeps_html() -> None:
    """Or the vectors above would prove nothing."""
    more = [text for text in VECTORS if {"script", "img", "a", "svg"} & names(markdown(text))]
    assert len(more) > 20


def names(html: str) -> set[str]:
    return {piece[1] for piece in pieces(html) if piece[0] == "begin"}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_is_shown_is_what_was_written(text: str) -> None:
    """But for the marks of Markdown, which are taken out of both: no letter is lost, and no reference is read."""
    without_links = re.sub(r"(!?\[([^\[\]]*)\]\([^()]*(\([^()]*\))?[^()]*\))", r"\2", text)
    without_links = re.sub(r"(!?\[([^\[\]]*)\]\([^()]*\))", r"\2", without_links)
    shown = JustHTML(str(reply_html(text)), sanitize=False).to_text()
    assert letters(shown) == letters(without_links)


def letters(text: str) -> str:
    """Without the marks of emphasis, and those of a quote, a list or a heading at the begin of a line."""
    text = re.sub(r"(?m)^\s*(?:(?:>+(?=[ >\n]|$)|[-*](?=\s)|#{1,6}(?=\s))\s*)+", "", text)
    return re.sub(r"[\s*_\\]", "", text)


def lines(html: str) -> list[str]:
    """What is shown, line by line."""
    return [line for line in unescape(re.sub("<[^>]*>", "", html)).splitlines() if line]


def test_numbers_points_and_lines_are_those_that_were_written() -> None:
    written_ = (Path(__file__).parent / "numbers.md").read_text(encoding="utf-8")
    shown = [line.removeprefix("- ") for line in written_.splitlines() if line]
    html = reply_html(written_)
    assert lines(html) == shown
    assert "<ol>" not in html
    assert html.count("<li>") == 2


_BEGINS = st.one_of(
    st.integers(0, 2030).flatmap(
        lambda number: st.sampled_from([f"{number}. ", f"{number}) ", f"#{number} ", f">{number}% "])
    ),
    st.sampled_from(
        ["", "", "=== ", "--", "(", "#1 in ", "'t ", "1.2.3 ", "€ ", "5*4*3 ", "a_b_c ", "f*ck ", "+ ", r"\\a\b "]
    ),
)
_LINE = st.tuples(
    _BEGINS, st.sampled_from(["Dat was een zwaar jaar.", "Jan Jansen", "C#", "foto`s", "2 + 2 = 4", "x & y < z"])
)


@given(st.lists(st.tuples(_LINE, st.sampled_from(["\n", "\n\n"])), min_size=1, max_size=8))
def test_prose_is_shown_as_it_was_written_line_by_line(written_: list[tuple[tuple[str, str], str]]) -> None:
    text = "".join(begin + rest + end for (begin, rest), end in written_)
    assert lines(reply_html(text)) == [begin + rest for (begin, rest), _ in written_]


@pytest.mark.parametrize(
    ("text", "shown"),
    {
        "# Kop ##": "<p><strong>Kop</strong></p>",
        "# Over C#": "<p><strong>Over C#</strong></p>",
        "Kop\n===\n---": "<p>Kop<br>\n===<br>\n---</p>",
        "Met groet\n--\nJan": "<p>Met groet<br>\n--<br>\nJan</p>",
        "> een\n> twee": "<blockquote>\n<p>een<br>\ntwee</p>\n</blockquote>",
        "*een* **twee** _drie_ ***vier***": (
            "<p><em>een</em> <strong>twee</strong> <em>drie</em> <strong><em>vier</em></strong></p>"
        ),
        "- 5. vijf\n- 6. zes": "<ul>\n<li>5. vijf</li>\n<li>6. zes</li>\n</ul>",
        "2021\\. Dat": "<p>2021. Dat</p>",
        "+ snel\n+ goed": "<p>+ snel<br>\n+ goed</p>",
        "- een\n1. twee\n+ drie\n- vier": "<ul>\n<li>een<br>\n1. twee<br>\n+ drie</li>\n<li>vier</li>\n</ul>",
        "* * *": "<p>* * *</p>",
        "Groet\n\n- - -\n\nJan": "<p>Groet</p>\n<p>- - -</p>\n<p>Jan</p>",
        r"\\server\map": r"<p>\\server\map</p>",
        "    ingesprongen": "<p>ingesprongen</p>",
    }.items(),
)
def test_what_is_markdown_is_read(text: str, shown: str) -> None:
    assert reply_html(text) == shown


def test_a_reference_spells_nothing_that_the_register_refuses() -> None:
    for reference in ("&#x202e;", "&#8238;", "&#0;", "&#x1b;", "&rlm;", "&ZeroWidthSpace;", "&#xfeff;", "&NewLine;"):
        html = str(reply_html(f"a{reference}b `{reference}` *{reference}*"))
        assert html.isprintable()
        assert JustHTML(html, sanitize=False).to_text().count(reference) == 3


def test_links_and_pictures_become_their_text() -> None:
    for written_, shown in {
        f'[tekst](https://{HOST}/a "t")': "tekst",
        f"![beeld](https://{HOST}/a.png)": "beeld",
        f"[![beeld](a.png)](https://{HOST})": "beeld",
        "[*schuin* en **vet**](x_(y))": "<em>schuin</em> en <strong>vet</strong>",
        "[een][twee]": "[een][twee]",
        f"[x]: https://{HOST}": f"[x]: https://{HOST}",
        r"\[geen](link)": "[geen](link)",
    }.items():
        assert reply_html(written_) == f"<p>{shown}</p>"


def test_no_reply_takes_long() -> None:
    """Markdown's own search for links takes 10 to 20 seconds for one of these; all of them together take 2 here."""
    started = time.process_time()
    for text in REPEATED:
        reply_html((text * _LONGEST)[:_LONGEST])
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("text", "code"),
    {
        "a" * (_LONGEST + 1): "M08",
        ">" * 6 + " a": "D06",
        "> " * 6 + "a": "D06",
        "> 1. > - > * > + > > a": "D06",
        "- a\n" + " " * 24 + "- b": "D06",
        "- a\n" + "\t" * 6 + "- b": "D06",
        "a\n\n> > > > > > a": "D06",
        "<b>": "D03",
        " \u200d ": "R02",
    }.items(),
)
def test_a_reply_that_is_too_long_or_too_deep_is_refused(text: str, code: str, tmp_path: Path) -> None:
    data = write_register(tmp_path)
    written(_REPLY, text)(data)
    assert [each.partition(" ")[0] for each in findings_of(data)] == [code]


@pytest.mark.parametrize(
    "text", ["a" * _LONGEST, "> > > > > a", "- a\n" + " " * 20 + "- b", "a > b >>>>>>>> c", "- - a"]
)
def test_a_reply_up_to_there_is_taken(text: str, tmp_path: Path) -> None:
    data = write_register(tmp_path)
    written(_REPLY, text)(data)
    assert findings_of(data) == []


def test_no_line_begins_as_a_heading_of_the_page_does() -> None:
    html = reply_html("Klachten:\n\\#1 is opgelost,\n\\# 2 niet.\n")
    assert [line for line in html.splitlines() if line.startswith("#")] == []
    assert html.count("&#35;") == 2
