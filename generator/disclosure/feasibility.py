"""Which whole grades of clients can lie behind figures: exact intervals, in sums of grades (points).

Each client gives a whole grade of the scale. On one from 1 to 10 the grades of ``n`` clients sum to a whole number from
n to 10n, and a printed grade bounds that sum by its rounding. The sum of a total is the sum of the services that it
counts. If whole numbers each run over an interval, their sum runs over an interval too, without gaps. So the bounds
below are exact, and neither linear programming nor enumeration is needed. Source of the rule: docs/decisions/0018.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache, reduce
from operator import add
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from generator.scale import Scale

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TOTAL = "total"

# The lowest and the highest sum that the grades of some clients can have; every whole number between them is possible.
Sums: TypeAlias = tuple[int, int]
# A number of points, or an array of them: one for each of many sets of figures.
Number = TypeVar("Number", int, "NDArray[np.int64]")
# The lesser and the greater of two numbers.
Ends: TypeAlias = tuple[Callable[[Number, Number | int], Number], Callable[[Number, Number | int], Number]]


@lru_cache(maxsize=65536)
def sums_of(tenths: int, completed: int, scale: Scale) -> Sums:
    """The lowest and the highest sum of whole grades with a mean that is printed as ``tenths``, in points.

    Both ends of the rounding, 0.05 each way, are included: we do not know how the agency rounds a half. If no sum fits,
    the two are crossed: the lowest is above the highest.

    Args:
        tenths: a grade of the scale, in tenths of a point.
        completed: how many people gave a grade.
        scale: what each of them could give.
    """
    low = -(-completed * (2 * tenths - 1) // 20)
    high = completed * (2 * tenths + 1) // 20
    return max(low, scale.lowest * completed), min(high, scale.highest * completed)


def any_sums(completed: int, scale: Scale) -> Sums:
    """The lowest and the highest sum of ``completed`` unknown grades of the ``scale``, in points."""
    return scale.lowest * completed, scale.highest * completed


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval of grades in which a mean lies, in points; both ends are possible."""

    low: Fraction
    high: Fraction

    @property
    def width(self) -> Fraction:
        """In points."""
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Observer:
    """Somebody who answered for ``service`` (``total`` if there are no services), and knows their own ``answer``."""

    service: str
    answer: int


@dataclass(frozen=True, slots=True)
class BoundedRow:
    """The clients of one service, or of all together.

    Args:
        key: the service's id, or ``total``.
        completed: how many answered; at least 1.
        level: the points of doubt that are promised about their mean; None if their grade is no secret.
        level_of_one: the same for a question about only one of the answers, if that is more.
    """

    key: str
    completed: int
    level: Fraction | None = None
    level_of_one: Fraction = Fraction(0)

    def needed(self, answers: int) -> Fraction:
        """The doubt that is promised about the sum of so many ``answers``, in points."""
        level = self.level or Fraction(0)
        return answers * (max(level, self.level_of_one) if answers == 1 else level)


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody may want to know: the sum of so many ``answers`` in ``row``, in points.

    An outsider asks about all answers, an ``observer`` about all except their own. ``needed`` is the doubt that is
    promised about the sum, in points.
    """

    row: str
    answers: int
    needed: Fraction
    observer: Observer | None = None


@dataclass(frozen=True)
class Group:
    """Rows that bound each other: at least one service, and the total that counts them.

    A row that no total counts is its own group, under a ``total`` about which nothing is known. Each of their clients
    gave a whole grade of the ``scale``.
    """

    total: BoundedRow
    services: tuple[BoundedRow, ...]
    scale: Scale

    @cached_property
    def rows(self) -> tuple[BoundedRow, ...]:
        """The services and then the total; lists of sums have this order."""
        return (*self.services, self.total)

    @cached_property
    def observers(self) -> tuple[Observer, ...]:
        """Everybody who may have answered: one observer for each service and each possible answer."""
        return tuple(Observer(row.key, answer) for row in self.services for answer in self.scale.grades)

    def questions(self, observer: Observer | None) -> tuple[Question, ...]:
        """What ``observer`` (None: an outsider) may want to know, in the order of `answers`."""
        asked = ((row, row.completed - self._is_within(observer, row)) for _, row in self._secrets)
        return tuple(Question(row.key, answers, row.needed(answers), observer) for row, answers in asked if answers)

    def answers(self, sums: Sequence[Sums], observer: Observer | None) -> tuple[Sums, ...] | None:
        """The bounds of each of the ``questions``, in points; None if no grades fit, or the observer cannot exist.

        Args:
            sums: the sums that each row can have by its own figure.
            observer: who asks; their own answer is not part of the question.
        """
        slack, found = self.bounds(sums, observer, (min, max))
        return found if slack >= 0 else None

    def bounds(
        self, sums: Sequence[tuple[Number, Number]], observer: Observer | None, ends: Ends[Number]
    ) -> tuple[Number, tuple[tuple[Number, Number], ...]]:
        """How many points there are to spare, and the bounds of `answers`; if that is below 0, no grades fit.

        ``sums`` may be those of many sets of figures at once: then each number here is an array, and so is each result.

        Args:
            sums: the sums that each row can have by its own figure.
            observer: who asks.
            ends: the lesser and the greater of two such numbers.
        """
        lesser, greater = ends
        if observer is not None:
            sums = self._with_own_answer(sums, observer, ends)
        *services, (least, most) = sums
        low, high = (reduce(add, each) for each in zip(*services, strict=True))
        lowest, highest = greater(low, least), lesser(high, most)
        slack = reduce(lesser, (most - least for least, most in services), highest - lowest)
        found = []
        for place, row in self._secrets:
            own = observer.answer if observer and self._is_within(observer, row) else 0
            if own and row.completed == 1:
                continue
            if row is self.total:
                found.append((lowest - own, highest - own))
                continue
            least, most = sums[place]
            found.append((greater(least, lowest - high + most) - own, lesser(most, highest - low + least) - own))
        return slack, tuple(found)

    @cached_property
    def _secrets(self) -> tuple[tuple[int, BoundedRow], ...]:
        return tuple((place, row) for place, row in enumerate(self.rows) if row.level is not None)

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {row.key: place for place, row in enumerate(self.services)}

    def _is_within(self, observer: Observer | None, row: BoundedRow) -> bool:
        return observer is not None and (row is self.total or observer.service == row.key)

    def _with_own_answer(
        self, sums: Sequence[tuple[Number, Number]], observer: Observer, ends: Ends[Number]
    ) -> Sequence[tuple[Number, Number]]:
        lesser, greater = ends
        place = self._places[observer.service]
        rest = self.services[place].completed - 1
        low, high = sums[place]
        changed = list(sums)
        changed[place] = (
            greater(low, observer.answer + self.scale.lowest * rest),
            lesser(high, observer.answer + self.scale.highest * rest),
        )
        return changed
