"""Text in Markdown: whatever Markdown, HTML or an extension could read as a mark becomes a character reference."""

import re

import yaml
from markupsafe import Markup, escape

_MARKS = re.compile(r"[^\w\s]|_")


def text(value: str) -> Markup:
    """``value`` as it is, on one line, whatever stands in it."""
    line = " ".join(value.split())
    return Markup(_MARKS.sub(lambda mark: f"&#{ord(mark.group())};", line))  # noqa: S704 - no mark is left unescaped


def front_matter(**fields: str) -> Markup:
    """The fields at the head of a page. The theme writes them into HTML as they are, so they are escaped for that."""
    escaped = {name: str(escape(" ".join(value.split()))) for name, value in fields.items()}
    head = yaml.safe_dump(escaped, allow_unicode=True, sort_keys=False, width=10_000)
    return Markup(f"---\n{head}---\n")  # noqa: S704 - Markdown reads this head as YAML, never as HTML
