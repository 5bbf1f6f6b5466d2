"""Theme once, fill many: MkDocs renders a shell for each kind of page, and each page of that kind is filled into it.

What the theme makes of a page depends on where it stands, on the fields in its head, and on nothing in its content. So
pages with the same fields, equally deep below the same folder, differ only in the values of a few slots.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from generator.engine.errors import EngineError
from generator.engine.pages import Page

# Fields whose value the theme only copies; at any other it may look.
_COPIED = frozenset({"title", "description", "image"})
_SLOT = re.compile(r"kcslot(\w+?)kcslot")


def _slot(name: str) -> str:
    # Letters alone: no filter of the theme changes them, and no address escapes them.
    return f"kcslot{name}kcslot"


_INDENTED = re.compile(r">\s*\n\s*<")  # the space of the theme's templates between two elements
_CONTENT = re.compile(rf"<p>{_slot('content')}</p>.*?<p>{_slot('end')}</p>", re.DOTALL)


class Kind(NamedTuple):
    """Pages that the theme treats alike.

    Args:
        folder: the first part of their path; the whole path of a page that is a kind of its own: those of the menu.
        depth: how many parts their path has.
        copied: the names of the fields whose value is copied.
        looked_at: the other fields with their values.
        has_anchor: whether they have a heading to which a keyboard can skip.
    """

    folder: str
    depth: int
    copied: tuple[str, ...]
    looked_at: tuple[tuple[str, str], ...]
    has_anchor: bool


def kind_of(name: str, page: Page) -> Kind:
    """The kind of the page in the file ``name``; the first page of a folder, or one in none, may be in the menu."""
    parts = name.split("/")
    return Kind(
        folder=name if len(parts) == 1 or parts[-1] == "index.md" else parts[0],
        depth=len(parts),
        copied=tuple(sorted(_COPIED & page.fields.keys())),
        looked_at=tuple(sorted((field, value) for field, value in page.fields.items() if field not in _COPIED)),
        has_anchor=page.has_anchor,
    )


@dataclass(frozen=True, slots=True)
class Shell:
    """The HTML of a kind of page: texts, with the names of slots between them."""

    texts: tuple[str, ...]
    slots: tuple[str, ...]

    def filled(self, page: Page, address: str) -> str:
        """The HTML of ``page``; its ``address`` is a path below the site."""
        values = {**page.fields, "address": address, "anchor": page.anchor or "", "content": page.html}
        rest = (part for slot, text in zip(self.slots, self.texts[1:], strict=True) for part in (values[slot], text))
        return "".join((self.texts[0], *rest))


def place_of(kind: Kind, number: int) -> str:
    """The file of the shell of a ``kind`` among the pages that MkDocs reads; no two have the same ``number``."""
    if kind.folder.endswith(".md"):
        return kind.folder
    return "/".join([kind.folder, *["shell"] * (kind.depth - 2), f"shell{number}.md"])


def markdown_of(kind: Kind) -> str:
    """The page that MkDocs reads as the shell of a ``kind``."""
    fields = [*((name, _slot(name)) for name in kind.copied), *kind.looked_at]
    head = "".join(f"{name}: {value}\n" for name, value in fields)
    heading = f"# x {{ #{_slot('anchor')} }}" if kind.has_anchor else ""
    return f"---\n{head}---\n\n<p>{_slot('content')}</p>\n\n{heading}\n\n<p>{_slot('end')}</p>\n"


def shell_of(html: str, kind: Kind, address: str) -> Shell:
    """The shell that MkDocs made of `markdown_of` a ``kind``, at ``address`` below the site.

    Raises:
        EngineError: the theme does not show the content of a page.
    """
    if not kind.folder.endswith(".md"):
        html = html.replace(address, _slot("address"))
    html = _INDENTED.sub(">\n<", html)
    html, found = _CONTENT.subn(_slot("content"), html)
    if found != 1:
        raise EngineError(f"the theme shows the content of a page in {kind.folder} {found} times, not once")
    texts = _SLOT.split(html)
    return Shell(tuple(texts[::2]), tuple(texts[1::2]))
