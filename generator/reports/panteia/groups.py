"""The groups of people that a report counts, and what its text says of them beside the table."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.reports.lines import Line
from generator.reports.survey import Said

# People with another questionnaire do not count as clients in a report.
CLIENTS, COMMISSIONERS, SEPARATE = "clients", "commissioners", "apart"


@dataclass(frozen=True, slots=True)
class Invited:
    """What the sentence in section 2.3 says about one group: how many were invited, and the usable share."""

    count: Said[int] | None = None
    usable: Said[Decimal] | None = None


@dataclass(frozen=True, slots=True)
class Groups:
    """What the text says: of each group that it names, and the title of the chapter on commissioners if it has one."""

    invited: Mapping[str, Invited]
    chapter_of_commissioners: Line | None
