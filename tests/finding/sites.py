"""Sites to find something on."""

from dataclasses import replace
from pathlib import Path

from support.settings import SETTINGS

from generator.disclosure.public import PublicRegister
from generator.engine.building import build
from generator.site.content.content import content

ROOT = Path(__file__).parents[2]


def built(register: PublicRegister, folder: Path) -> Path:
    """The site of a register, without the pages of the providers: the finder needs none of them."""
    whole = content(register, SETTINGS)
    texts = ((name, text) for name, text in whole.pages if "/" not in name or name.endswith(("index.md", "words.json")))
    build(replace(whole, pages=texts, assets={}, files=()), ROOT, folder / "docs", folder / "site")
    return folder / "site"
