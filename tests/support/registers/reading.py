"""What comes of the register in a folder."""

from datetime import date
from pathlib import Path

from generator.disclosure.opening import Judged, open_register
from generator.disclosure.public import PublicRegister
from generator.disclosure.withholding import withhold


def judged(data: Path) -> Judged:
    """The register in a folder; it has rules."""
    opened = open_register(data)
    assert isinstance(opened, Judged), opened.findings
    return opened


def public_on(data: Path, as_of: date = date(2026, 1, 1)) -> PublicRegister:
    """What the public may know of the register in a folder on a day."""
    there = judged(data)
    return withhold(there.register, there.policy, as_of)


def findings_of(data: Path) -> list[str]:
    """Each finding as its code and its place, in the order of the places: ``R07 results/2021.csv:14:7``."""
    return [f"{finding.code} {finding.at}" for finding in open_register(data).findings]


def contents(data: Path) -> dict[str, bytes]:
    """Every file of the register, byte for byte."""
    return {path.relative_to(data).as_posix(): path.read_bytes() for path in data.rglob("*") if path.is_file()}
