"""What whole grades of clients can lie behind figures: exact intervals, in sums of grades.

Each client gives a whole grade from 1 to 10, so what ``n`` clients gave sums to a whole number from n to 10n, and a
printed grade bounds that sum by its rounding. A total's sum is that of the services it counts. A sum of whole numbers
that each run over an interval runs over an interval itself, without gaps; so the bounds below are reached, and neither
linear programming nor enumeration is needed. Source of the rule: DESIGN.md, section 5; docs/decisions/0018.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import TypeAlias

from generator.scale import WHOLE_GRADES

TOTAL = "total"
# What one client can give, in points.
LOWEST, HIGHEST = WHOLE_GRADES[0], WHOLE_GRADES[-1]

# The lowest and the highest sum that some clients' grades can have; what lies between can all be.
Sums: TypeAlias = tuple[int, int]


@lru_cache(maxsize=65536)
def sums_of(tenths: int, completed: int) -> Sums:
    """The lowest and the highest sum of whole grades with a mean that is printed as ``tenths``; crossed where none is.

    Either end of the rounding, 0.05 each way, is included: how the agency rounds a half is not known.

    Args:
        tenths: a grade in tenths of a point, from 10 to 100.
        completed: how many gave a grade.
    """
    low = -(-completed * (2 * tenths - 1) // 20)
    high = completed * (2 * tenths + 1) // 20
    return max(low, LOWEST * completed), min(high, HIGHEST * completed)


def any_sums(completed: int) -> Sums:
    """The sums of ``completed`` grades of which nothing is known."""
    return LOWEST * completed, HIGHEST * completed


@dataclass(frozen=True, slots=True)
class Interval:
    """Between which grades a mean lies, both ends possible."""

    low: Fraction
    high: Fraction

    @property
    def width(self) -> Fraction:
        """In points."""
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Observer:
    """Somebody who answered for ``service`` (or ``total``, where it has no services), and knows the own ``answer``."""

    service: str
    answer: int


@dataclass(frozen=True, slots=True)
class BoundedRow:
    """The clients of one service, or of all together.

    Args:
        key: the service's id, or ``total``.
        completed: how many answered; at least 1.
        level: how many points of doubt are promised about their mean; None where their grade is no secret.
        level_of_one: the same about the answer of the only other one.
    """

    key: str
    completed: int
    level: Fraction | None = None
    level_of_one: Fraction = Fraction(0)

    def needed(self, answers: int) -> Fraction:
        """The doubt that is promised about ``answers`` of these, in sums of grades."""
        level = self.level or Fraction(0)
        return answers * (max(level, self.level_of_one) if answers == 1 else level)


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody may want to know: the sum of ``answers`` in ``row``; an outsider, or ``observer`` of the others.

    ``needed`` is the doubt that is promised about it, in sums of grades.
    """

    row: str
    answers: int
    needed: Fraction
    observer: Observer | None = None


@dataclass(frozen=True)
class Group:
    """Rows that bound each other: at least one service, and the total that counts them.

    A row that no total counts is a group of its own, under a ``total`` of which nothing is known.
    """

    total: BoundedRow
    services: tuple[BoundedRow, ...]

    @cached_property
    def rows(self) -> tuple[BoundedRow, ...]:
        """The services and then the total; sums come in this order."""
        return (*self.services, self.total)

    @cached_property
    def observers(self) -> tuple[Observer, ...]:
        """Everybody who answered, by service and answer."""
        return tuple(Observer(row.key, answer) for row in self.services for answer in WHOLE_GRADES)

    def questions(self, observer: Observer | None) -> tuple[Question, ...]:
        """What ``observer`` (None: an outsider) may want to know, in the order of `answers`."""
        asked = ((row, row.completed - self._is_within(observer, row)) for _, row in self._secrets)
        return tuple(Question(row.key, answers, row.needed(answers), observer) for row, answers in asked if answers)

    def answers(self, sums: Sequence[Sums], observer: Observer | None) -> tuple[Sums, ...] | None:
        """The bounds of each of the ``questions``; None where no grades fit, or the observer cannot be there.

        Args:
            sums: what each of the rows can sum to by its own figure.
            observer: who asks; the own answer is left out of what they ask for.
        """
        if observer is not None:
            sums = self._with_own_answer(sums, observer)
        low = high = 0
        for least, most in sums[:-1]:
            if least > most:
                return None
            low += least
            high += most
        lowest, highest = max(low, sums[-1][0]), min(high, sums[-1][1])
        if lowest > highest:
            return None
        found = []
        for place, row in self._secrets:
            own = observer.answer if observer and self._is_within(observer, row) else 0
            if own and row.completed == 1:
                continue
            if row is self.total:
                found.append((lowest - own, highest - own))
                continue
            least, most = sums[place]
            found.append((max(least, lowest - high + most) - own, min(most, highest - low + least) - own))
        return tuple(found)

    def learns(self, sums: Sequence[Sums], observer: Observer) -> bool:
        """Whether ``observer`` knows more than an outsider does, or asks something else; also where nobody is one."""
        place = self._places[observer.service]
        if any(self._is_within(observer, row) for _, row in self._secrets):
            return True
        return self._with_own_answer(sums, observer)[place] != sums[place]

    @cached_property
    def _secrets(self) -> tuple[tuple[int, BoundedRow], ...]:
        return tuple((place, row) for place, row in enumerate(self.rows) if row.level is not None)

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {row.key: place for place, row in enumerate(self.services)}

    def _is_within(self, observer: Observer | None, row: BoundedRow) -> bool:
        return observer is not None and (row is self.total or observer.service == row.key)

    def _with_own_answer(self, sums: Sequence[Sums], observer: Observer) -> Sequence[Sums]:
        place = self._places[observer.service]
        rest = self.services[place].completed - 1
        low, high = sums[place]
        own = max(low, observer.answer + LOWEST * rest), min(high, observer.answer + HIGHEST * rest)
        return (*sums[:place], own, *sums[place + 1 :])
