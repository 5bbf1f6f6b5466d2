"""The first providers of every invented register: each shows a case that chance may not give. Tests know their names.

How many people are asked and answer is fixed here, and the same for every seed. Their answers are drawn by chance,
unless the case needs fixed ones. docs/demo.md has the table.
"""

from generator.demo.cases.answers import (
    BELOW_NORM,
    CIVIC_INTEGRATION,
    FULL_MARKS,
    JOB_COACH,
    LOW_RESPONSE,
    NINE_SERVICES,
    NOBODY,
    ONE_ANSWER,
)
from generator.demo.cases.case import Case
from generator.demo.cases.lifecycle import (
    DRAFT,
    ENDED,
    FIRST_DRAFT,
    FIRST_IN_REPLY_WINDOW,
    IN_REPLY_WINDOW,
    NEVER_MEASURED,
    RENAMED,
)

__all__ = [
    "BELOW_NORM",
    "CASES",
    "CIVIC_INTEGRATION",
    "DRAFT",
    "ENDED",
    "FIRST_DRAFT",
    "FIRST_IN_REPLY_WINDOW",
    "FULL_MARKS",
    "IN_REPLY_WINDOW",
    "JOB_COACH",
    "LOW_RESPONSE",
    "NEVER_MEASURED",
    "NINE_SERVICES",
    "NOBODY",
    "ONE_ANSWER",
    "RENAMED",
    "Case",
]

#: In a fixed order: a small register has the first of them.
CASES: tuple[Case, ...] = (
    JOB_COACH,
    LOW_RESPONSE,
    ONE_ANSWER,
    RENAMED,
    ENDED,
    DRAFT,
    IN_REPLY_WINDOW,
    NOBODY,
    NINE_SERVICES,
    CIVIC_INTEGRATION,
    BELOW_NORM,
    FULL_MARKS,
    FIRST_IN_REPLY_WINDOW,
    FIRST_DRAFT,
    NEVER_MEASURED,
)
