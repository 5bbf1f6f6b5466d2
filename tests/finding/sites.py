"""Sites to find something on."""

from dataclasses import replace
from pathlib import Path

from support.building import build_site
from support.settings import SETTINGS

from generator.disclosure.public import PublicRegister
from generator.site.content.content import content


def built(register: PublicRegister, folder: Path) -> Path:
    """The site of a register, without the pages of the providers: the finder needs none of them."""
    whole = content(register, SETTINGS)
    needed = ("index.md", "words.json", ".css", ".svg")
    texts = ((name, text) for name, text in whole.pages if "/" not in name or name.endswith(needed))
    return build_site(replace(whole, pages=texts, assets={}, files=()), folder)
