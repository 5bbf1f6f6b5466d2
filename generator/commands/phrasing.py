"""Whether the register's own phrases fit: the register knows where each stands, and the site what it has."""

from pathlib import Path

from generator.charter import Charter
from generator.findings.findings import Finding
from generator.register.charters import read_phrases
from generator.site.words.phrases import faults


def phrase_findings(data: Path, charter: Charter) -> list[Finding]:
    """What does not fit among the own phrases of the register in the folder ``data``, whose ``charter`` has them."""
    document, _ = read_phrases(data, charter.language)
    if document is None:
        return []
    return [Finding(document.place(way), "S02", came, expected) for way, came, expected in faults(charter)]
