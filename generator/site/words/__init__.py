"""How things are said, in Dutch or in English: the words, numbers and days, ratings and reasons, the order of names.

The words stand in ``locale/``, a file for each language with the same keys; a register has its own in ``data/words/``,
and those of hand-written pages stand in ``site_src/``. No template is known here, and of addresses the words alone.
"""
