"""What a page may do in a browser: a Content-Security-Policy in the head of each, and what it tells other sites.

A host of static files need not send headers, so the page says it itself. What only a header can say (who may frame a
page) is in docs/hosting.md.
"""

import base64
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from generator.engine.errors import EngineError

# The theme's page for what is not there: it has the theme's own scripts, and no word of anybody else's.
_THEME_ALONE = "404.html"
_HEAD = '<meta charset="utf-8">'
_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<text>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_DATA = re.compile(r"""\stype\s*=\s*["']?application/(?:ld\+)?json["'\s>]""", re.IGNORECASE)
# The one thing in which a script of the theme differs between pages: the way to the root.
_TO_ROOT = re.compile(r'new URL\("(?!//)[\w./-]*",location\)')

# What a page may use; nothing else, and nothing from another host. docs/hosting.md says why of each.
_DIRECTIVES = {
    "default-src": "'none'",
    # The index of the finder is searched by a program in WebAssembly.
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    # The theme's signs are pictures in its stylesheets.
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self'",
    # A provider sees what its frame will look like.
    "frame-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
# A comparison stands in the address, and is nobody else's business.
_REFERRER = '<meta name="referrer" content="same-origin">'


def policy(scripts: Iterable[str]) -> str:
    """The policy of a page in which these inline scripts of the theme stand, and no other may run."""
    hashes = (f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'" for text in scripts)
    allowed = " ".join((_DIRECTIVES["script-src"], *hashes))
    return "; ".join(f"{name} {value}" for name, value in {**_DIRECTIVES, "script-src": allowed}.items())


def guard(site: Path) -> None:
    """Put the policy into every page of a built site.

    Raises:
        EngineError: a page has an inline script that is not the theme's own, or no head to put the policy in.
    """
    own = {_without_root(text) for text in inline_scripts((site / _THEME_ALONE).read_text(encoding="utf-8"))}
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        page.write_text(guarded(text, own, page.relative_to(site).as_posix()), encoding="utf-8", newline="\n")


def guarded(text: str, own: set[str], name: str) -> str:
    """A page with its policy, before anything that it could forbid.

    Args:
        text: the HTML.
        own: the scripts of the theme, without the way to the root.
        name: of the page, for the message of an error.
    """
    scripts = list(inline_scripts(text))
    foreign = [script for script in scripts if _without_root(script) not in own]
    if foreign:
        raise EngineError(f"{name}: a script that is not the theme's stands in the page: {foreign[0][:80]!r}")
    before, head, after = text.partition(_HEAD)
    if not head or _SCRIPT.search(before):
        raise EngineError(f"{name}: there is no {_HEAD} before its first script")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(scripts)}">'
    return f"{before}{head}\n{meta}\n{_REFERRER}{after}"


def inline_scripts(text: str) -> Iterator[str]:
    """The scripts that stand in a page, as a browser hashes them; not the data that only looks like one."""
    for script in _SCRIPT.finditer(text):
        attributes = script["attributes"] + " "
        if not _SOURCE.search(attributes) and not _DATA.search(attributes):
            yield script["text"]


def _without_root(script: str) -> str:
    return _TO_ROOT.sub('new URL("",location)', script)
