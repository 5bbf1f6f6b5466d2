"""A provider's reply as safe HTML: a small part of Markdown, without links, pictures or scripts.

What is shown is what was written: lines end where they ended, and no number and no character is lost but the marks of
lists with bullets, quotes, headings and emphasis.
"""

import re

import markdown
import nh3
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockQuoteProcessor, HashHeaderProcessor, UListProcessor
from markdown.inlinepatterns import InlineProcessor
from markupsafe import Markup

# A heading of a reply would stand among the page's own, so its text becomes a paragraph in bold.
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_ALLOWED = frozenset({"p", "br", "em", "strong", "ul", "li", "blockquote"})
# What of Markdown means nothing here: it would number a provider's points anew, or lose lines of dashes and quotes.
_BLOCKS = ("reference", "olist", "setextheader", "hr", "code")
_MARKS = ("reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref", "backtick")
_HTML = ("autolink", "automail", "html", "entity")
# A link or a picture, found in one pass: the time of Markdown's own search grows with the square of the length.
_LINK = re.compile(r"(?<!\\)!?\[([^\[\]]*)\]\((?:[^()\[\]]|\([^()\[\]]*\))*\)")


def reply_html(text: str) -> Markup:
    """``text``, Markdown, as HTML of paragraphs, lists, emphasis and quotes; links and pictures become their text."""
    unlinked = _LINK.sub(r"\1", _LINK.sub(r"\1", text))  # twice: a picture can stand in a link
    html = _reader().convert(unlinked)
    for level in _HEADINGS:
        html = html.replace(f"<{level}>", "<p><strong>").replace(f"</{level}>", "</strong></p>")
    clean = nh3.clean(html, tags=set(_ALLOWED), attributes={}, url_schemes=set())
    # Markdown ends a block of HTML at an empty line, and a line of a page that begins with a # is a heading.
    lines = (re.sub("^#", "&#35;", line) for line in clean.splitlines() if line.strip())
    return Markup("\n".join(lines))  # noqa: S704 - cleaned by an allow-list


def _reader() -> markdown.Markdown:
    """Markdown in which HTML, character references, numbers and lines of dashes are text like any other."""
    reader = markdown.Markdown(output_format="html", extensions=["nl2br"])
    reader.preprocessors.deregister("html_block")
    for name in _BLOCKS:
        reader.parser.blockprocessors.deregister(name)
    reader.parser.blockprocessors.register(_Heading(reader.parser), "hashheader", 70)
    reader.parser.blockprocessors.register(_Quote(reader.parser), "quote", 20)
    reader.parser.blockprocessors.register(_Points(reader.parser), "ulist", 30)
    reader.ESCAPED_CHARS = [each for each in reader.ESCAPED_CHARS if each != "\\"]  # of \\\\server\\map each one stays
    for name in (*_MARKS, *_HTML):
        reader.inlinePatterns.deregister(name)
    reader.inlinePatterns.register(_Ampersand("&", reader), "ampersand", 80)
    reader.delimiters.add("*", "strong,em", smart=True)  # around words, as _ does, and not within one: 2*3*4
    return reader


class _Heading(HashHeaderProcessor):  # type: ignore[misc]  # Markdown carries no types
    """A heading has a blank after its marks: '#1' is none. Marks at its end stay: they can be those of 'C#'."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})[ \t]+(?P<header>[^\n]*?)(?:[ \t]+#+)?[ \t]*(?:\n|$)")


class _Quote(BlockQuoteProcessor):  # type: ignore[misc]
    """A quote has a blank after its mark: '>50%' is none."""

    RE = re.compile(r"(^|\n)[ ]{0,3}>(?=[ >\n]|$)[ ]?(.*)")


class _Points(UListProcessor):  # type: ignore[misc]
    """A list has dashes or asterisks: '+ snel' is a good point, and a number is its own. A line of marks is no list."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        point = r"(?!(?:[*-][ ]*)+$)(()[*-])[ ]+(.*)"  # in three groups, as the library takes them
        self.RE = re.compile(rf"^[ ]{{0,3}}{point}")
        self.CHILD_RE = self.RE
        self.INDENT_RE = re.compile(rf"^[ ]{{4,7}}{point}")


class _Ampersand(InlineProcessor):  # type: ignore[misc]
    """An ampersand stays an ampersand: a character reference could stand for a character that the register refuses."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # noqa: ARG002, N802 - Markdown's names
        return self.md.htmlStash.store("&amp;"), m.start(), m.end()
