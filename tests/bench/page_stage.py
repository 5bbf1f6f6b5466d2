"""The page stage of a build alone: from a folder of Markdown to a folder of HTML, as `bench.building` measures it."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from support.made import FRAME
from support.project import ROOT

from generator.engine.filling import fill, rendered, written_by_hand
from generator.engine.pages import page_of
from generator.engine.shells import kind_of


def main() -> None:
    """Render every page in the first folder into the second."""
    docs, site = map(Path, sys.argv[1:])
    by_hand = set(written_by_hand(ROOT))
    kinds, for_mkdocs = {}, {}
    for file in sorted(docs.rglob("*.md")):
        name, text = file.relative_to(docs).as_posix(), file.read_text(encoding="utf-8")
        page = None if name in by_hand else page_of(text)
        if page:
            kinds[name] = kind_of(name, page)
        else:
            for_mkdocs[name] = text
    site.mkdir()
    with TemporaryDirectory() as workshop:
        shells, _ = rendered(ROOT, FRAME, for_mkdocs, set(kinds.values()), Path(workshop))
    fill(kinds, shells, docs, site, jobs=1)


if __name__ == "__main__":
    main()
