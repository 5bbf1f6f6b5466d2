"""The words of the frozen register."""

from support.registers.empty import CHARTER

from generator.site.words.catalogue import words_of

WORDS = words_of(CHARTER)
