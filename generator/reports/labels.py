"""What the label of a row means: a service, or a total. Services are known by the names in services.csv."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from generator.letters import words_of
from generator.register.fields import TOTAL
from generator.register.records import Audience, Service

#: A label that is less like a known one than this is unknown. From here to 1 it is read, with a finding that says how.
ALIKE = 0.9

# Spellings in the reports that can mean nothing else.
_SPELLINGS = {"toeiden": "toeleiden", "1e": "eerste", "2e": "tweede"}
_NUMBERED = re.compile(r"^(?:dienst\s*(\d{1,2})\s*[:.)-]?|(\d{1,2})[:.)])(?:\s+|$)", re.IGNORECASE)
_ASIDE = re.compile(r"\([^)]*\)?")
_NUMBER_ASIDE = re.compile(r"\s*\(dienst\s*\d{1,2}\)", re.IGNORECASE)
_LONGEST = 200  # letters that a label can have
_LEAD = 0.1  # by how much the nearest service must be nearer than the next

_TOTALS = {
    "totaal": None,
    "totaalclienten": Audience.CLIENT,
    "clienten": Audience.CLIENT,
    "totaalopdrachtgevers": Audience.COMMISSIONER,
    "totaalopdrachtgever": Audience.COMMISSIONER,
    "opdrachtgevers": Audience.COMMISSIONER,
}
_SEPARATE_TOTAL = {"totaalinburgeraars", "totaalinburgering", "inburgeraars", "inburgering"}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a label stands for.

    Args:
        service: a service's id, or ``total``.
        audience: the audience, if the label itself names it.
        is_separate: whether it is the total of a service that is reported separately.
        alike: how similar the label is to the known one, from 0 to 1; 1 is the same.
        known: the known label, as it is written.
    """

    service: str
    audience: Audience | None = None
    is_separate: bool = False
    alike: float = 1.0
    known: str = ""


class Labels:
    """All labels that a row can have."""

    def __init__(self, services: Iterable[Service], outside_total: Collection[str]) -> None:
        """``outside_total`` has the ids of services that a report may give a total of their own."""
        services = list(services)
        self.services = {service.id for service in services}
        self._numbers = {service.number: service for service in services}
        self._meanings = {label: Meaning(TOTAL, audience, known=label) for label, audience in _TOTALS.items()}
        self.separate = next((service.id for service in services if service.id in outside_total), None)
        if self.separate:
            self._meanings |= {
                label: Meaning(self.separate, is_separate=True, known=label) for label in _SEPARATE_TOTAL
            }
        for service in services:
            for name in (service.name, _ASIDE.sub("", service.name), service.id):
                self._meanings.setdefault(folded(name), Meaning(service.id, known=service.name))
        for service in services:  # a name of today counts before a former one
            for name in service.former_names:
                self._meanings.setdefault(folded(name), Meaning(service.id, known=name))

    def meaning(self, label: str) -> Meaning | None:
        """What ``label`` means, or the nearest known label, at any distance; None if there is no label."""
        numbered = _NUMBERED.match(label)
        words = label[numbered.end() :] if numbered else label
        service = self._numbers.get(int(numbered[1] or numbered[2])) if numbered else None
        if service and not words.strip():
            return Meaning(service.id, known=service.name)
        found = self._nearest(folded(_NUMBER_ASIDE.sub("", words)))
        if found and service and found.service != service.id:
            return Meaning(service.id, alike=0.0, known=service.name)
        return found

    def _nearest(self, label: str) -> Meaning | None:
        if not label:
            return None
        if label in self._meanings:
            return self._meanings[label]
        if len(label) > _LONGEST:
            return Meaning(TOTAL, alike=0.0)
        # A total is one word or two: a label that only resembles it is something else.
        likeness = {known: ratio(label, known) / 100 for known in self._meanings if known not in _TOTALS}
        if not likeness:
            return None
        nearest = max(likeness, key=lambda known: likeness[known])
        meaning = self._meanings[nearest]
        rivals = (likeness[known] for known in likeness if self._meanings[known].service != meaning.service)
        alike = likeness[nearest] if likeness[nearest] - max(rivals, default=0.0) > _LEAD else 0.0
        return Meaning(meaning.service, meaning.audience, meaning.is_separate, alike, meaning.known)


def folded(text: str) -> str:
    """``text`` in the form for comparing labels: plain letters and digits, known slips mended."""
    return "".join(_SPELLINGS.get(word, word) for word in words_of(text))
