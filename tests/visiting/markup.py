"""What is wrong in a page's HTML."""

from collections import Counter

from justhtml import JustHTML, Node

# Attributes that name other elements of the page by their id.
REFERENCES = ("for", "form", "aria-labelledby", "aria-describedby", "aria-controls", "headers")


def errors(html: str) -> list[str]:
    """What the HTML standard calls a parse error, with its place."""
    parsed = JustHTML(html, sanitize=False, collect_errors=True)
    return [f"{error.line}:{error.column} {error.code}" for error in parsed.errors]


def loose_ends(html: str) -> list[str]:
    """Ids that stand twice, and names of ids that stand nowhere."""
    parsed = JustHTML(html, sanitize=False)
    ids = Counter(_value(each, "id") for each in parsed.query("[id]"))
    twice = [f"two of #{name}" for name, times in ids.items() if times > 1]
    nowhere = [
        f"{attribute}={name}"
        for attribute in REFERENCES
        for each in parsed.query(f"[{attribute}]")
        for name in _value(each, attribute).split()
        if name not in ids
    ]
    within = [_value(each, "href")[1:] for each in parsed.query("a[href^='#']")]
    return twice + nowhere + [f"href=#{name}" for name in within if name and name not in ids]


def _value(node: Node, attribute: str) -> str:
    return str((node.attrs or {})[attribute])
