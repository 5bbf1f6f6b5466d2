"""How a difference is printed: text for a terminal, Markdown for a pull request, JSON for a program."""

import json
from enum import StrEnum

from generator.changes.found import Difference
from generator.changes.markdown import as_markdown
from generator.changes.objects import as_object
from generator.changes.plain import as_text


class Layout(StrEnum):
    """How a difference is printed."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def print_difference(found: Difference, layout: Layout, longest: int | None = None) -> str:
    """The difference, without a newline at the end.

    Args:
        found: the difference.
        layout: for whom.
        longest: how many bytes Markdown may have; then what matters most comes first, and the rest is only counted.
    """
    if layout is Layout.JSON:
        return json.dumps(as_object(found), indent=2, ensure_ascii=False)
    return as_markdown(found, longest) if layout is Layout.MARKDOWN else as_text(found)
