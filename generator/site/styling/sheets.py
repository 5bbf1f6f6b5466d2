"""The stylesheets of the site: components one after another, so that a visitor loads one file and not thirty."""

from collections.abc import Iterator, Mapping, Sequence

TOKENS = "tokens"

# The components of a page. If two rules have the same weight, the later one counts: so first the frame of the page,
# then components of any page, then those of certain pages, and paper last.
_FRAME = ("scheme", "base", "header", "footer")
_ANYWHERE = (
    "text",
    "sentence",
    "notice",
    "button",
    "terms",
    "card",
    "grade-card",
    "grade",
    "rating",
    "table",
    "bar",
    "service-table",
    "ways",
    "map",
    "letters",
    "contents",
    "fold",
)
_SUBJECTS = (
    "provider",
    "shares",
    "reply",
    "dated",
    "open-data",
    "own-website",
    "chart",
    "plot",
    "choose",
    "tray",
    "comparison",
    "finder",
    "answer",
    "list",
    "result",
    "hero",
)

PAGES = "site"

SHEETS: Mapping[str, Sequence[str]] = {
    PAGES: (TOKENS, *_FRAME, *_ANYWHERE, *_SUBJECTS, "conditions", "print"),
    "embed": (TOKENS, "system-scheme", "sentence", "card", "rating", "standalone", "embed"),
    "poster": (TOKENS, "sentence", "card", "rating", "standalone", "poster"),
    "bare": (TOKENS, "system-scheme", "bare"),
}
"""Which components make which sheet, in the order of the cascade."""

COMPONENTS = frozenset(name for names in SHEETS.values() for name in names)
"""Every component that a sheet needs."""


def sheets(components: Mapping[str, str], theme: str) -> Iterator[tuple[str, str]]:
    """Each stylesheet, as its path below the site and its text.

    Args:
        components: the text of each of `COMPONENTS`, by its name.
        theme: the styles that a page of the site stands on.
    """
    for name, parts in SHEETS.items():
        below = [theme] if name == PAGES else []
        yield f"stylesheets/{name}.css", "\n".join([*below, *(components[part] for part in parts)])
