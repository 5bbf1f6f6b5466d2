"""All that a visitor reads stands in the catalogue: a template holds none of it."""

import re
from pathlib import Path

import pytest
from support.project import ROOT

TEMPLATES = sorted((ROOT / "generator/site/rendering/templates").glob("*.jinja"))
FRAME = sorted((ROOT / "site_src/theme").rglob("*.html"))


def visible(template: str) -> str:
    """The text of a template without what Jinja reads, and without tags but for attributes that are read out."""
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", template, flags=re.DOTALL)
    spoken = " ".join(re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', text))
    heads = re.sub(r"^#.*\{ #[\w-]+ \}$", "", re.sub(r"<[^>]*>", " ", text), flags=re.MULTILINE)
    return f"{spoken} {re.sub(r'&[a-z]+;', ' ', heads)}"


@pytest.mark.parametrize("path", [*TEMPLATES, *FRAME], ids=lambda path: path.name)
def test_a_template_holds_no_words(path: Path) -> None:
    assert re.findall(r"[^\W\d_]{2,}", visible(path.read_text(encoding="utf-8"))) == []
