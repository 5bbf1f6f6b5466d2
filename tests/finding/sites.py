"""Sites to find something on."""

from dataclasses import replace
from pathlib import Path

from support.building import build_site
from support.settings import SETTINGS

from generator.disclosure.public import PublicRegister
from generator.site.content.content import content
from generator.site.content.parts import Part

_EVERYONE = "aanbieders/index.md"


def built(register: PublicRegister, folder: Path) -> Path:
    """The site of a register without the pages of the providers, and without those from A to Z that have one letter."""
    whole = content(register, SETTINGS)
    return build_site(replace(whole, parts=[part for part in whole.parts if _is_needed(part)]), folder)


def _is_needed(part: Part) -> bool:
    return part.name == _EVERYONE or not part.name.startswith(("aanbieders/", "open-data"))
