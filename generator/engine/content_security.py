"""What a page may do in a browser: a Content-Security-Policy in its head, and a policy for what it tells other sites.

A host of static files may not send headers, so the page says it itself. Only a header can say who may frame a page:
docs/hosting.md has those headers.
"""

import base64
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from generator.engine.errors import EngineError

# The 404 page: it has the scripts of the theme, and no text of a register or of a hand-written page.
_THEME_ALONE = "404.html"
# How every page begins. A policy counts only for what follows it, so nothing that it could refuse may come before it.
_HEAD = re.compile(r'\s*<!doctype html>\s*<html\b[^>]*>\s*<head>\s*<meta charset="utf-8">', re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<text>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_DATA = re.compile(r"""\stype\s*=\s*["']?application/(?:ld\+)?json["'\s>]""", re.IGNORECASE)
# The only difference of a theme's script between pages: the path to the root.
_TO_ROOT = re.compile(r'new URL\("(?!//)[\w./-]*",location\)')

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


def policy(scripts: Iterable[str]) -> str:
    """The policy of a page that has these inline scripts of the theme; no other script may run."""
    hashes = (f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'" for text in scripts)
    allowed = " ".join((DIRECTIVES["script-src"], *hashes))
    return "; ".join(f"{name} {value}" for name, value in {**DIRECTIVES, "script-src": allowed}.items())


def secure(site: Path) -> None:
    """Put the policy into every page of a built site.

    Raises:
        EngineError: a page has an inline script that is not of the theme, or does not begin like a page.
    """
    own = {_without_root(text) for text in inline_scripts((site / _THEME_ALONE).read_text(encoding="utf-8"))}
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        page.write_text(secured(text, own, page.relative_to(site).as_posix()), encoding="utf-8", newline="\n")


def secured(text: str, own: set[str], name: str) -> str:
    """A page with its policy, put before everything that the policy could refuse.

    Args:
        text: the HTML.
        own: the scripts of the theme, without the path to the root.
        name: the name of the page, for the message of an error.

    Raises:
        EngineError: the page has another inline script, or does not begin like a page.
    """
    scripts = list(inline_scripts(text))
    _refuse((script for script in scripts if _without_root(script) not in own), name)
    head = _HEAD.match(text)
    if not head:
        raise EngineError(
            f"{name}: begins with {text[:80]!r}, and has no place for a policy before all that it could refuse\n"
            'Begin it with <!doctype html>, <html>, <head> and <meta charset="utf-8">.'
        )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(scripts)}">'
    return f'{head[0]}\n{meta}\n<meta name="referrer" content="{REFERRER}">{text[head.end() :]}'


def refuse_inline_scripts(content: str, name: str) -> None:
    """Make sure that the content of the page ``name``, which gets a policy with its shell, has no script itself.

    Raises:
        EngineError: it has one.
    """
    _refuse(inline_scripts(content), name)


def _refuse(foreign: Iterable[str], name: str) -> None:
    script = next(iter(foreign), None)
    if script is not None:
        raise EngineError(
            f"{name}: a script that is not the theme's stands in the page: {script[:80]!r}\n"
            "No browser would run it there: make it a file in site_src/pages/scripts/, and let main.js import it."
        )


def inline_scripts(text: str) -> Iterator[str]:
    """The inline scripts of a page, as a browser hashes them; without script elements that hold data."""
    for script in _SCRIPT.finditer(text):
        attributes = script["attributes"] + " "
        if not _SOURCE.search(attributes) and not _DATA.search(attributes):
            yield script["text"]


def _without_root(script: str) -> str:
    return _TO_ROOT.sub('new URL("",location)', script)
