"""What a page uses of the theme: no rule that was left out is about anything that stands on a page."""

import re
from collections.abc import Iterator

import pytest
import tinycss2
from playwright.sync_api import Page
from tinycss2.ast import Node

from generator.site.styling import theme

# What may come and go on an element, and what a selector can say of it that is no element.
_STATE = re.compile(r"::[\w-]+|:(?:before|after|hover|focus|active|visited|target|link)(?:-[\w-]+)?(?![\w-])")
# What the theme means to be sorted by a script, which is not there.
SORTED = "th[role=columnheader]"
FOUND = "selectors => selectors.filter(selector => document.querySelector(selector))"


def selectors(rules: list[Node]) -> Iterator[str]:
    """Each selector of a stylesheet, those within conditions too, without states; not of those that set properties."""
    for rule in rules:
        if rule.type == "qualified-rule":
            said = tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True)
            if all(each.name.startswith("--") for each in said):
                continue
            for each in tinycss2.serialize(rule.prelude).split(","):
                yield _STATE.sub(":nth-child(n)", each).strip()
        elif rule.type == "at-rule" and rule.lower_at_keyword in {"media", "supports"}:
            yield from selectors(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))


def parsed(text: str) -> list[Node]:
    rules: list[Node] = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    return rules


@pytest.fixture(scope="session")
def left_out() -> list[str]:
    whole = "\n".join(file.read_text(encoding="utf-8") for file in theme.sheets_of_the_theme())
    kept = set(selectors(parsed(theme.used_of_the_theme())))
    return sorted(each for each in set(selectors(parsed(whole))) - kept if SORTED not in each)


def test_no_rule_that_was_left_out_is_about_a_page(visited: Page, left_out: list[str]) -> None:
    assert visited.evaluate(FOUND, [*left_out, ".md-typeset h1"]) == [".md-typeset h1"]


def test_every_property_that_is_used_is_said() -> None:
    text = theme.used_of_the_theme()
    used = set(re.findall(r"var\(\s*(--[\w-]+)\s*\)", text))
    assert used - set(re.findall(r"(--[\w-]+)\s*:", text)) == set()
