"""The modules of the scripts: each page names those that it needs, so that they come together."""

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

from support.building import build_site
from support.registers.invented import write_register
from support.registers.reading import contents, public_on
from support.settings import SETTINGS

from generator.site.content.content import content

_PARTS = re.compile(r'^  ("[^"]+"|\w+): "\./([\w-]+)\.js"', re.MULTILINE)
_IMPORT = re.compile(r'^import [^;]*? from "([^"]+)";', re.MULTILINE | re.DOTALL)
_PRELOADED = re.compile(r'<link rel="modulepreload" href="[./]*scripts/([\w/-]+)\.js">')
# How a selector of main.js shows in the HTML of a page.
_SIGNS = {
    "figure[data-chart]": " data-chart=",
    "body": "<body",
    ".kc-compare": 'class="kc-compare ',
    "[data-badge]": " data-badge>",
    "[data-copy]": " data-copy=",
    "[data-finder]": " data-finder ",
    "[data-md-component=palette]": 'data-md-component="palette"',
}


def imported(name: str, scripts: Mapping[str, str]) -> set[str]:
    """A module and all that it imports, and they, by their paths below scripts/."""
    found, waiting = set(), [name]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            folder = each.rpartition("/")[0]
            named = (posixpath.normpath(posixpath.join(folder, path)) for path in _IMPORT.findall(scripts[each]))
            waiting += [path.removesuffix(".js") for path in named]
    return found


def test_each_page_asks_at_once_for_all_modules_that_it_needs_and_for_no_other(tmp_path: Path) -> None:
    """Each would name the next only when it is there: on a slow line a chain of ten takes ten times as long."""
    public = public_on(write_register(tmp_path))
    site = contents(build_site(content(public, SETTINGS), tmp_path / "out"))
    start = "scripts/"
    scripts = {
        name.removeprefix(start).removesuffix(".js"): script.decode()
        for name, script in site.items()
        if name.startswith(start) and name.endswith(".js")
    }
    parts = {selector.strip('"'): part for selector, part in _PARTS.findall(scripts["main"])}
    assert parts.keys() == _SIGNS.keys()
    needed_by = {selector: imported(part, scripts) for selector, part in parts.items()}
    seen = set()
    for name, file in site.items():
        html = file.decode() if name.endswith("index.html") else ""
        if "scripts/main.js" in html:
            there = {selector for selector, sign in _SIGNS.items() if sign in html}
            assert set(_PRELOADED.findall(html)) == {"main"}.union(*(needed_by[each] for each in there)), name
            seen |= there
    assert seen == set(_SIGNS), "some part stands on no page"
