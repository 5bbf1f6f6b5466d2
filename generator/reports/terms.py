"""What the words of a report mean in one register: which service or total a row is of, and who was asked."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from generator.charter import Charter, Nouns, Reader
from generator.letters import words_of
from generator.register.fields import TOTAL
from generator.register.records import Audience, Service

#: A label that is less like a known one than this is unknown. From here to 1 it is read, with a finding that says how.
ALIKE = 0.9

# Spellings in reports that can mean nothing else.
_SPELLINGS = {"toeiden": "toeleiden", "1e": "eerste", "2e": "tweede"}
_NUMBERED = re.compile(r"^(?:(?:dienst|service)\s*(\d{1,3})\s*[:.)-]?|(\d{1,3})[:.)])(?:\s+|$)", re.IGNORECASE)
_ASIDE = re.compile(r"\([^)]*\)?")
_NUMBER_ASIDE = re.compile(r"\s*\((?:dienst|service)\s*\d{1,3}\)", re.IGNORECASE)
_LONGEST = 200  # letters that a label can have
_LEAD = 0.1  # by how much the nearest service must be nearer than the next

# What a total is called, whatever the language of the register: a delivery may come from another country.
_TOTAL = ("totaal", "total")
# What an agency calls the people of the service that it reports separately, and their total.
_SEPARATE = {Reader.PANTEIA: ("inburgeraars", "inburgering", "totaalinburgeraars", "totaalinburgering")}


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


class Terms:
    """The words of a register's reports; services are known by the names in services.csv, people by the sector's nouns.

    Args:
        services: those of the register.
        charter: has the nouns, the agency with its own words, and the scale of the grades.
    """

    def __init__(self, services: Iterable[Service], charter: Charter) -> None:
        services = list(services)
        self.nouns, self.scale, self.reader = charter.nouns, charter.scale, charter.agency.reader
        self.services = {service.id for service in services}
        #: The service that a report may give a total of its own.
        self.separate = next((service.id for service in services if service.id in charter.outside_total), None)
        asked = (charter.nouns.client, charter.nouns.commissioner)
        #: Who can be asked, for people who write a delivery.
        self.audiences = " or ".join(noun.other for noun in asked if noun)
        self._numbers = {service.number: service for service in services}
        self._audiences = dict(_audiences(charter.nouns))
        self._totals = _totals(self._audiences)
        self._meanings = dict(self._totals)
        if self.separate:
            labels = _SEPARATE.get(self.reader, ())
            self._audiences |= dict.fromkeys(labels, Audience.CLIENT)
            self._meanings |= {label: Meaning(self.separate, is_separate=True, known=label) for label in labels}
        for service in services:
            for name in (service.name, _ASIDE.sub("", service.name), service.id):
                self._meanings.setdefault(folded(name), Meaning(service.id, known=service.name))
        for service in services:  # a name of today counts before a former one
            for name in service.former_names:
                self._meanings.setdefault(folded(name), Meaning(service.id, known=name))

    def audience(self, text: str) -> Audience | None:
        """Whom ``text`` names, in one form or several; None if it may be somebody else."""
        return self._audiences.get(folded(text))

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
        likeness = {known: ratio(label, known) / 100 for known in self._meanings if known not in self._totals}
        if not likeness:
            return None
        nearest = max(likeness, key=lambda known: likeness[known])
        meaning = self._meanings[nearest]
        rivals = (likeness[known] for known in likeness if self._meanings[known].service != meaning.service)
        alike = likeness[nearest] if likeness[nearest] - max(rivals, default=0.0) > _LEAD else 0.0
        return Meaning(meaning.service, meaning.audience, meaning.is_separate, alike, meaning.known)


def _audiences(nouns: Nouns) -> Mapping[str, Audience]:
    """Who is meant by each word: our own names and the nouns of the sector, but none that could mean either."""
    meant = defaultdict(set)
    for audience, noun in ((Audience.CLIENT, nouns.client), (Audience.COMMISSIONER, nouns.commissioner)):
        for word in (audience.value, noun.one, noun.other) if noun else ():
            meant[folded(word)].add(audience)
    return {word: audiences.pop() for word, audiences in meant.items() if word and len(audiences) == 1}


def _totals(audiences: Mapping[str, Audience]) -> Mapping[str, Meaning]:
    """What the label of a total means: of everybody, or of an audience that it names."""
    labels: dict[str, Audience | None] = dict.fromkeys(_TOTAL)
    for word, audience in audiences.items():
        labels |= dict.fromkeys((word, *(each for total in _TOTAL for each in (total + word, word + total))), audience)
    return {label: Meaning(TOTAL, audience, known=label) for label, audience in labels.items()}


def folded(text: str) -> str:
    """``text`` in the form for comparing labels: plain letters and digits, known slips mended."""
    return "".join(_SPELLINGS.get(word, word) for word in words_of(text))
