"""Text in Markdown: a character that Markdown, HTML or an extension could read as a mark becomes a reference."""

import re

import yaml
from markupsafe import Markup, escape

_MARKS = re.compile(r"[^\w\s]|_")


def text(value: str) -> Markup:
    """``value`` in Markdown, on one line; it is shown exactly as it is."""
    line = " ".join(value.split())
    return Markup(_MARKS.sub(lambda mark: f"&#{ord(mark.group())};", line))  # noqa: S704 - no mark is left unescaped


def front_matter(**fields: str) -> Markup:
    """The fields at the head of a page that say something. The theme copies them into HTML unchanged: escaped here."""
    escaped = {name: str(escape(" ".join(value.split()))) for name, value in fields.items() if value}
    head = yaml.dump(escaped, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
    return Markup(f"---\n{head}---\n")  # noqa: S704 - Markdown reads this head as YAML, never as HTML
