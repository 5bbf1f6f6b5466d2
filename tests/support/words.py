"""The words of the frozen register, which is Dutch, and those of the one in English."""

from dataclasses import replace
from pathlib import Path

from support.registers import empty

from generator.charter import Noun
from generator.register.charters import read_charter
from generator.site.words.catalogue import words_of

#: The register in English: of another sector, on another scale, and of clients alone.
ENGLISH_REGISTER = Path(empty.__file__).with_name("english")
_CHARTER, _FINDINGS = read_charter(ENGLISH_REGISTER)
assert _CHARTER, _FINDINGS

WORDS = words_of(empty.CHARTER)
ENGLISH = words_of(_CHARTER)
#: Those of it where those who pay are asked too, and with regions.
_NOUNS = replace(_CHARTER.nouns, commissioner=Noun("council", "councils", "a"), region=Noun("county", "counties", "a"))
ENGLISH_OF_ALL = words_of(replace(_CHARTER, nouns=_NOUNS, regions={"north": "North", "south": "South"}))
