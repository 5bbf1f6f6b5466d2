"""Random draws that are the same for the same seed, on every machine and in every version of Python.

Python promises that only for ``random.random()`` itself. So everything else is made from it here, with sums and
products alone: they give the same number everywhere, but logarithms may differ in their last digit.
"""

import random
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

_T = TypeVar("_T")


class Chance:
    """Draws that depend only on the words of ``seed``: more draws elsewhere change nothing here."""

    def __init__(self, *seed: object) -> None:
        # Nothing is kept secret by these draws.
        self._random = random.Random("/".join(map(str, seed))).random  # noqa: S311

    def happens(self, probability: float) -> bool:
        """Whether something of this probability, from 0 to 1, happens."""
        return self._random() < probability

    def times(self, number: int, probability: float) -> int:
        """How often something of this probability, from 0 to 1, happens in a ``number`` of tries."""
        return sum(self._random() < probability for _ in range(number))

    def between(self, low: float, high: float) -> float:
        """Any number from ``low`` to ``high``, all equally likely."""
        return low + (high - low) * self._random()

    def whole(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included."""
        return low + int((high - low + 1) * self._random())

    def bell(self) -> float:
        """A number around 0 with a standard deviation of 1, never more than 3 away from it."""
        return 2 * (self._random() + self._random() + self._random()) - 3

    def one_of(self, options: Sequence[_T]) -> _T:
        """One of the options, all equally likely."""
        return options[int(len(options) * self._random())]

    def weighted(self, options: Mapping[_T, float]) -> _T:
        """One of the options, by their weights."""
        left = self._random() * sum(options.values())
        for option, weight in options.items():
            left -= weight
            if left < 0:
                return option
        return option

    def several(self, options: Mapping[_T, float], number: int) -> list[_T]:
        """A ``number`` of different options by their weights; all of them if there are not more."""
        rest = dict(options)
        found: list[_T] = []
        while rest and len(found) < number:
            found.append(self.weighted(rest))
            del rest[found[-1]]
        return found

    def quantile(self, points: Sequence[tuple[float, float]]) -> float:
        """A random number from the distribution with these quantiles, and straight lines between them.

        Args:
            points: a share of all, from 0.0 to 1.0 in ascending order, and the number that this share does not exceed.
        """
        share = self._random()
        low_share, low, high_share, high = next((*a, *b) for a, b in pairwise(points) if share < b[0])
        return low + (high - low) * (share - low_share) / (high_share - low_share)
