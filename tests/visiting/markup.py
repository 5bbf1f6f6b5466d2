"""What is wrong in a page's HTML."""

from collections import Counter

from justhtml import JustHTML

# Attributes that name other elements of the page by their id.
REFERENCES = ("for", "form", "aria-labelledby", "aria-describedby", "aria-controls", "headers")


def errors(html: str) -> list[str]:
    """What the HTML standard calls a parse error, with its place."""
    parsed = JustHTML(html, sanitize=False, collect_errors=True)
    return [f"{error.line}:{error.column} {error.code}" for error in parsed.errors]


def loose_ends(html: str) -> list[str]:
    """Ids that stand twice, and names of ids that stand nowhere."""
    parsed = JustHTML(html, sanitize=False)
    ids = Counter(values(parsed, "id"))
    twice = [f"two of #{name}" for name, times in ids.items() if times > 1]
    named = [(each, name) for each in REFERENCES for value in values(parsed, each) for name in value.split()]
    named += [("href=#", value[1:]) for value in values(parsed, "href") if value.startswith("#") and value != "#"]
    return twice + [f"{attribute} {name}" for attribute, name in named if name not in ids]


def values(parsed: JustHTML, attribute: str) -> list[str]:
    """The values of an attribute, wherever it stands."""
    return [(each.attrs or {}).get(attribute) or "" for each in parsed.query(f"[{attribute}]")]
