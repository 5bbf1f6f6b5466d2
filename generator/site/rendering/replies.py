"""A provider's reply as safe HTML: a small part of Markdown, without links, pictures or scripts."""

import re

import markdown
import nh3
from markdown.inlinepatterns import InlineProcessor
from markupsafe import Markup

# A heading of a reply would stand among the page's own, so its text becomes a paragraph in bold.
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_ALLOWED = frozenset({"p", "br", "em", "strong", "ul", "ol", "li", "blockquote"})
# What of Markdown means nothing here.
_LINKS = ("reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref")
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
    """Markdown in which HTML, character references and definitions of links are text like any other."""
    reader = markdown.Markdown(output_format="html")
    reader.preprocessors.deregister("html_block")
    reader.parser.blockprocessors.deregister("reference")
    for name in (*_LINKS, *_HTML):
        reader.inlinePatterns.deregister(name)
    reader.inlinePatterns.register(_Ampersand("&", reader), "ampersand", 80)
    return reader


class _Ampersand(InlineProcessor):  # type: ignore[misc]  # Markdown carries no types
    """An ampersand stays an ampersand: a character reference could stand for a character that the register refuses."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # noqa: ARG002, N802 - Markdown's names
        return self.md.htmlStash.store("&amp;"), m.start(), m.end()
