"""A provider's reply as safe HTML: a small part of Markdown, and nothing that could lead elsewhere or run."""

import markdown
import nh3
from markupsafe import Markup

# A heading of a reply would stand among the page's own, so its text becomes a paragraph in bold.
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_ALLOWED = frozenset({"p", "br", "em", "strong", "ul", "ol", "li", "blockquote"})


def reply_html(text: str) -> Markup:
    """``text``, Markdown, as HTML of paragraphs, lists, emphasis and quotes; links and pictures become their text."""
    html = markdown.markdown(text, output_format="html")
    for level in _HEADINGS:
        html = html.replace(f"<{level}>", "<p><strong>").replace(f"</{level}>", "</strong></p>")
    clean = nh3.clean(html, tags=set(_ALLOWED), attributes={}, url_schemes=set())
    # Markdown ends a block of HTML at an empty line.
    lines = (line for line in clean.splitlines() if line.strip())
    return Markup("\n".join(lines))  # noqa: S704 - cleaned by an allow-list
