"""By which words a text is known as a report, or as a part of one."""

import re

#: Words of a report as a whole.
A_REPORT = re.compile(r"tevredenheidsonderzoek|meetperiode|promotor[\s-]?score", re.IGNORECASE)
#: What begins a table of responses, in the words of its first line.
A_TABLE = re.compile(r"netto\W+steekproef|tabel\s+1[.,]1\b|rapportcijfer\W+publi", re.IGNORECASE)
