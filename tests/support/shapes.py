"""A page as what a parser makes of it: elements, their attributes, and text; to compare pages by."""

import json
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from justhtml import JustHTML

#: An element's begin with its attributes, its end, or a text.
Piece: TypeAlias = tuple[Any, ...]


_OF_TEXT = ("script", "textarea")


def pieces(html: str) -> list[Piece]:
    """The pieces of a page, in their order. JSON in a script is one by its value, code to take over is parsed too."""
    return list(_pieces(JustHTML(html, sanitize=False).root))


def _pieces(node: Any) -> Iterator[Piece]:  # noqa: ANN401 - a node of any kind
    if node.name == "#text":
        yield ("text", node.data)
        return
    if node.name == "!doctype":
        return
    if node.name == "#comment":
        yield ("comment", node.data)
        return
    if node.name.startswith("#"):
        yield from _within(node)
        return
    attributes = dict(node.attrs or {})
    yield ("begin", node.name, tuple(sorted(attributes.items())))
    text = "".join(child.data for child in node.children) if node.name in _OF_TEXT else ""
    if node.name == "script" and "json" in attributes.get("type", ""):
        yield ("json", json.loads(text))
    elif node.name == "textarea":
        yield from pieces(text)
    else:
        yield from _within(node)
    yield ("end", node.name)


def _within(node: Any) -> Iterator[Piece]:  # noqa: ANN401 - the same
    for child in node.children or ():
        yield from _pieces(child)
    if node.name == "template" and node.template_content is not None:
        yield from _pieces(node.template_content)


def replaced(value: Any, replace: Callable[[str], str]) -> Any:  # noqa: ANN401 - whatever holds text
    """``value`` with each text in it, however deep, replaced."""
    if isinstance(value, str):
        return replace(value)
    if isinstance(value, dict):
        return {replace(key): replaced(each, replace) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(replaced(each, replace) for each in value)
    return value


def together(text: str) -> str:
    """``text`` without the marks that set a name apart from what stands beside it."""
    return text.replace("\u2068", "").replace("\u2069", "")
