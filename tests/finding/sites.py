"""Sites to find something on."""

from pathlib import Path

from support.settings import SETTINGS

from generator.disclosure.public import PublicRegister
from generator.engine.building import Content, build
from generator.site.pages import pages
from generator.site.search import records
from generator.site.words import dutch

ROOT = Path(__file__).parents[2]


def built(register: PublicRegister, folder: Path) -> Path:
    """The site of a register, without the pages of the providers: the finder needs none of them."""
    texts = (
        (name, text)
        for name, text in pages(register, SETTINGS)
        if "/" not in name or name.endswith(("index.md", "words.json", ".css", ".svg"))
    )
    build(Content(texts, records=records(register, dutch())), ROOT, folder / "docs", folder / "site")
    return folder / "site"
