"""Whether the register's own phrases fit: the register knows where each stands, and the site what it has."""

from pathlib import Path

from generator.charter import Charter
from generator.findings.findings import Finding, Location
from generator.register.charters import CHARTER_FILE, UNREAD, read_phrases
from generator.register.documents import Document
from generator.site.words.phrases import Way, address_faults, faults


def phrase_findings(data: Path, charter: Charter) -> list[Finding]:
    """What does not fit among the phrases of the register in the folder ``data``, whose ``charter`` has its own.

    An own phrase has a place; what the words of register.yaml make of the program's is told of that file.
    """
    if charter is UNREAD:
        return []
    document, _ = read_phrases(data, charter.language)
    found = list(faults(charter)) or list(address_faults(charter))
    return [Finding(_place(way, document), "S02", came, expected) for way, came, expected in found]


def _place(way: Way, document: Document | None) -> Location:
    return document.places[way] if document and way in document.places else Location(CHARTER_FILE)
