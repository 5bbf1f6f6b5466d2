"""The words of the frozen register, which is Dutch, and those of the one in English."""

from pathlib import Path

from support.registers import empty

from generator.register.charters import read_charter
from generator.site.words.catalogue import words_of

#: The register in English: of another sector, on another scale, and of clients alone.
ENGLISH_REGISTER = Path(empty.__file__).with_name("english")
_CHARTER, _FINDINGS = read_charter(ENGLISH_REGISTER)
assert _CHARTER, _FINDINGS

WORDS = words_of(empty.CHARTER)
ENGLISH = words_of(_CHARTER)
