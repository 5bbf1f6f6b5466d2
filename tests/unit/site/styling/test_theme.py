"""What is kept of the theme's stylesheets, on rules of every kind that they have."""

import tinycss2

from generator.site.styling import theme


def kept(text: str, used: frozenset[str] | None = None) -> list[str]:
    rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    return list(theme.kept(rules, used))


def test_a_rule_stays_with_those_of_its_selectors_that_can_be_about_a_page() -> None:
    assert kept(".md-grid,.md-nav,.md-grid .md-nav,a{color:red}") == [".md-grid,a{color:red}"]
    assert kept(".md-nav{color:red}") == []


def test_what_a_selector_excludes_or_offers_is_not_looked_at() -> None:
    rule = ".md-grid:not(.md-nav,[dir=rtl]) :is(h1,.md-nav){color:red}"
    assert kept(rule) == [rule]


def test_an_attribute_counts_with_its_value() -> None:
    text = '[dir=ltr] a,[dir=rtl] a,[data-md-color-scheme="slate"],[data-md-color-primary=red],[hidden]{color:red}'
    assert kept(text) == ['[dir=ltr] a,[data-md-color-scheme="slate"],[hidden]{color:red}']


def test_a_condition_stays_while_it_holds_something() -> None:
    assert kept("@media print{.md-nav{top:0}.md-grid{top:0}}") == ["@media print{.md-grid{top:0}}"]
    assert kept("@media print{.md-nav{top:0}}") == []
    assert kept("@charset 'utf-8';@keyframes turn{to{top:0}}") == []


def test_a_property_stays_if_it_is_used() -> None:
    text = "a{--one:1;--two:2;color:var(--one)!important}b{--two:2}"
    assert kept(text, frozenset({"--one"})) == ["a{--one:1;color:var(--one)!important}"]


def test_a_line_that_is_parted_in_a_value_is_one_line() -> None:
    assert kept("a{box-shadow:0 0 1px red,\n    0 1px blue}") == ["a{box-shadow:0 0 1px red, 0 1px blue}"]


def test_of_the_installed_theme_a_fifth_is_kept() -> None:
    whole = sum(file.stat().st_size for file in theme.sheets_of_the_theme())
    text = theme.used_of_the_theme()
    assert ".md-typeset h1{" in text
    assert ".md-nav" not in text
    assert 0 < len(text) < whole / 5
