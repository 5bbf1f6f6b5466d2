"""A page that needs no more of Markdown than its headings: between them is HTML, which stands as it is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import markdown
import yaml

_HEAD = re.compile(r"---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
_BLANK = re.compile(r"\n\s*\n")
_ANCHOR = re.compile(r'<h\d id="([^"]*)"')
_TAG = re.compile(r"<(\w+)")
# As MkDocs reads a heading: `# Name { #anchor }`.
_MARKDOWN = markdown.Markdown(extensions=["toc", "attr_list"])
_BLOCKS = frozenset(_MARKDOWN.block_level_elements)


@dataclass(frozen=True, slots=True)
class Page:
    """A page whose Markdown is headings and HTML.

    Args:
        fields: what stands in its head, by name.
        body: the Markdown below it.
    """

    fields: Mapping[str, str]
    body: str

    @property
    def html(self) -> str:
        """What MkDocs makes of the body, but for white space between blocks."""
        return "\n".join(_as_html(part) for part in _parts(self.body))

    @property
    def has_anchor(self) -> bool:
        """Whether there is a heading."""
        return self.body.startswith("#") or "\n#" in self.body

    @property
    def anchor(self) -> str | None:
        """That of the first heading, to which a keyboard can skip; None if there is no heading."""
        first = next((line for line in self.body.splitlines() if line.startswith("#")), None)
        found = _ANCHOR.match(_heading(first)) if first else None
        return found[1] if found else None


def page_of(text: str) -> Page | None:
    """The page of a Markdown ``text``; None if it has no title, or more Markdown than headings."""
    head = _HEAD.match(text)
    if not head:
        return None
    page = Page(yaml.load(head[1], yaml.CSafeLoader), text[head.end() :])
    is_html = all(_is_html(part) for part in _parts(page.body) if not part.startswith("#"))
    return page if is_html and "title" in page.fields else None


def _is_html(between: str) -> bool:
    """Whether Markdown leaves what stands between two headings as it is: HTML in blocks, and no text beside them."""
    first, *others = _BLANK.split(between.strip())
    if not first:
        return True
    tag = _TAG.match(first)
    return tag is not None and tag[1] in _BLOCKS and all(block.startswith("<") for block in others)


def _parts(body: str) -> Iterator[str]:
    """Headings, and the HTML between them. What others wrote never begins a line as a heading does."""
    between: list[str] = []
    for line in body.splitlines():
        if line.startswith("#"):
            yield "\n".join(between)
            yield line
            between = []
        else:
            between.append(line)
    yield "\n".join(between)


def _as_html(part: str) -> str:
    return _heading(part) if part.startswith("#") else part.strip("\n")


@lru_cache(maxsize=1024)
def _heading(line: str) -> str:
    html: str = _MARKDOWN.reset().convert(line)
    return html
