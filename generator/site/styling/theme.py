"""What our pages use of the theme's stylesheets: a sixth of them. A visitor does not load the rest."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import groupby, pairwise
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Declaration, LiteralToken, Node, QualifiedRule

# What the frame of a page (site_src/theme) has of the theme; tests/built compares with pages.
CLASSES = frozenset(
    {
        "md-container",
        "md-content",
        "md-content__inner",
        "md-footer",
        "md-grid",
        "md-header",
        "md-header__button",
        "md-header__inner",
        "md-header__option",
        "md-main",
        "md-main__inner",
        "md-option",
        "md-skip",
        "md-typeset",
    }
)
# And of its attributes: by name, or by name and value. Its menu and its search are not there to be opened, nor are its
# columns there to be sorted.
ATTRIBUTES = frozenset({"hidden", "dir=ltr", "data-md-color-scheme=default", "data-md-color-scheme=slate"})
_GROUPS = ("media", "supports")
_USE = re.compile(r"var\(\s*(--[\w-]+)")
_FILES = ("main.*.min.css", "palette.*.min.css")


@cache
def used_of_the_theme() -> str:
    """The rules of the theme that can apply to a page, in the theme's order, without properties that none of them uses.

    Raises:
        FileNotFoundError: the theme is not installed, or has no stylesheet of such a name.
        ValueError: a stylesheet has what this cannot read.
    """
    rules = [rule for file in sheets_of_the_theme() for rule in _parsed(file.read_text(encoding="utf-8"))]
    used: frozenset[str] | None = None
    while True:  # a property may be used only by another that nothing uses
        text = "\n".join(kept(rules, used))
        if (now := frozenset(_USE.findall(text))) == used:
            return text
        used = now


def sheets_of_the_theme() -> Iterator[Path]:
    """The files of the installed theme, in the order of the cascade.

    Raises:
        FileNotFoundError: the theme is not installed, or has no stylesheet of such a name.
    """
    theme = find_spec("material")
    folder = Path(*(theme.submodule_search_locations or ()) if theme else ()) / "templates/assets/stylesheets"
    for name in _FILES:
        found = sorted(folder.glob(name))
        if len(found) != 1:
            message = f"the theme should have one stylesheet {name}, in {folder}: {len(found)} found"
            raise FileNotFoundError(message)
        yield found[0]


def _parsed(text: str) -> list[Node]:
    rules: list[Node] = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    return rules


def _parsed_within(condition: AtRule) -> list[Node]:
    rules: list[Node] = tinycss2.parse_rule_list(condition.content, skip_comments=True, skip_whitespace=True)
    return rules


def kept(rules: Iterable[Node], used: frozenset[str] | None) -> Iterator[str]:
    """Each rule that can apply, as text.

    Args:
        rules: of a stylesheet, or of a condition in one.
        used: the custom properties that may be used; None for all.
    """
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = ",".join(_text(each) for each in _selectors(rule.prelude) if _can_match(each))
            declarations = ";".join(_declarations(rule, used))
            if selectors and declarations:
                yield f"{selectors}{{{declarations}}}"
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in _GROUPS:
            within = "".join(kept(_parsed_within(rule), used))
            if within:
                yield f"@{rule.lower_at_keyword} {_text(rule.prelude)}{{{within}}}"


def _declarations(rule: QualifiedRule, used: frozenset[str] | None) -> Iterator[str]:
    for each in tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True):
        if not isinstance(each, Declaration):
            message = f"the theme has a rule that cannot be read: {_text(rule.prelude)}"
            raise ValueError(message)  # noqa: TRY004 - of what the file says
        if used is None or each.name in used or not each.name.startswith("--"):
            yield f"{each.name}:{_text(each.value)}{'!important' if each.important else ''}"


def _selectors(prelude: Sequence[Node]) -> Iterator[list[Node]]:
    """The selectors of a list; a comma within brackets parts nothing."""
    for is_comma, nodes in groupby(prelude, lambda node: isinstance(node, LiteralToken) and node.value == ","):
        if not is_comma:
            yield list(nodes)


def _can_match(selector: Sequence[Node]) -> bool:
    """Whether an element of ours may be meant: what stands in `:not()` or `:is()` is not looked at."""
    classes = {_text([name]) for dot, name in pairwise(selector) if isinstance(dot, LiteralToken) and dot.value == "."}
    attributes = {_text(node.content).replace('"', "") for node in selector if node.type == "[] block"}
    return classes <= CLASSES and attributes <= ATTRIBUTES


def _text(nodes: Sequence[Node]) -> str:
    return " ".join(tinycss2.serialize(nodes).split())
