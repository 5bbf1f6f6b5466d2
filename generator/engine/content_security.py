"""What a page may do in a browser: a Content-Security-Policy in its head, and a policy for what it tells other sites.

A host of static files may not send headers, so the page says it itself. Only a header can say who may frame a page:
docs/hosting.md has those headers.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from generator.engine.errors import EngineError

# How every page begins. A policy counts only for what follows it, so nothing that it could refuse may come before it.
_HEAD = re.compile(r'\s*<!doctype html>\s*<html\b[^>]*>\s*<head>\s*<meta charset="utf-8">', re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<text>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_DATA = re.compile(r"""\stype\s*=\s*["']?application/(?:ld\+)?json["'\s>]""", re.IGNORECASE)

# All that a page may use; docs/hosting.md says why for each.
DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "frame-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
# The address of a comparison names the compared providers; other sites must not see it.
REFERRER = "same-origin"


POLICY = "; ".join(f"{name} {value}" for name, value in DIRECTIVES.items())
_METAS = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n<meta name="referrer" content="{REFERRER}">'


def secure(site: Path) -> None:
    """Put the policy into every page of a built site.

    Raises:
        EngineError: a script stands in a page, or it does not begin like a page.
    """
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        page.write_text(secured(text, page.relative_to(site).as_posix()), encoding="utf-8", newline="\n")


def secured(text: str, name: str) -> str:
    """A page with its policy, put before everything that the policy could refuse.

    Args:
        text: the HTML.
        name: the name of the page, for the message of an error.

    Raises:
        EngineError: a script stands in the page, or it does not begin like a page.
    """
    refuse_inline_scripts(text, name)
    head = _HEAD.match(text)
    if not head:
        raise EngineError(
            f"{name}: begins with {text[:80]!r}, and has no place for a policy before all that it could refuse\n"
            'Begin it with <!doctype html>, <html>, <head> and <meta charset="utf-8">.'
        )
    return f"{head[0]}\n{_METAS}{text[head.end() :]}"


def refuse_inline_scripts(text: str, name: str) -> None:
    """Make sure that no script stands in the page ``name``, or in a part of it.

    Raises:
        EngineError: one does.
    """
    script = next(inline_scripts(text), None)
    if script is not None:
        raise EngineError(
            f"{name}: a script stands in the page: {script[:80]!r}\n"
            "No browser would run it there: make it a file in site_src/pages/scripts/, and let main.js import it."
        )


def inline_scripts(text: str) -> Iterator[str]:
    """The scripts that stand in a page; without script elements that hold data."""
    for script in _SCRIPT.finditer(text):
        attributes = script["attributes"] + " "
        if not _SOURCE.search(attributes) and not _DATA.search(attributes):
            yield script["text"]
