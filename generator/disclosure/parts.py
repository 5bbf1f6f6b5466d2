"""What was found of figures that look alike when every grade is rounded: which picture shows which of them."""

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.disclosure.pictures import Figures, Picture, Precision, picture_of, places_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Parts:
    """Figures, parted by their picture.

    Args:
        left: the figures that nothing protects yet.
        parted: the other ones, those of each class together; (sets of figures, places). An array, as few are asked for.
        sizes: the places that each class rounds, and how many figures it has.
        roundings: the places that classes round, in the order in which they were tried.
        hidden: the places that every picture hides.
    """

    left: Sequence[Figures]
    parted: "NDArray[np.int8] | None" = None
    sizes: Sequence[tuple[frozenset[int], int]] = ()
    roundings: Sequence[frozenset[int]] = ()
    hidden: frozenset[int] = frozenset()

    @property
    def classes(self) -> Iterator[tuple[frozenset[int], Sequence[Figures]]]:
        """The places that each class rounds, and its figures."""
        return ((rounded, self._alike(number)) for number, (rounded, _) in enumerate(self.sizes))

    def picture(self, figures: Figures) -> Picture | None:
        """What is shown of ``figures``; None if they are in none of the classes."""
        if self.parted is None:
            return None
        places = (self.parted == figures).all(axis=1).nonzero()[0].tolist()
        return picture_of(figures, self.sizes[bisect(self._starts, places[0]) - 1][0], self.hidden) if places else None

    def alike(self, picture: Picture) -> Sequence[Figures]:
        """The figures that ``picture`` is shown of; none if it is no picture of these."""
        number = self._pictures(places_of(picture, Precision.WHOLE)).get(picture)
        return () if number is None else self._alike(number)

    def look_alike(self, figures: Figures) -> Picture | None:
        """The picture of ``figures`` that were not parted themselves: the one with the least loss that fits them."""
        for rounded in self.roundings:
            if (picture := picture_of(figures, rounded, self.hidden)) in self._pictures(rounded):
                return picture
        return None

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Where each class begins in ``parted``, and where the last one ends."""
        return [0, *accumulate(size for _, size in self.sizes)]

    def _figures(self, start: int, end: int) -> Sequence[Figures]:
        return () if self.parted is None else tuple(map(tuple, self.parted[start:end].tolist()))

    def _alike(self, number: int) -> Sequence[Figures]:
        return self._figures(*self._starts[number : number + 2])

    def _pictures(self, rounded: frozenset[int]) -> Mapping[Picture, int]:
        """The number of each class that rounds these places, by its picture."""
        if rounded not in self._found:
            self._found[rounded] = {
                picture_of(self._figures(start, start + 1)[0], rounded, self.hidden): number
                for number, (start, (own, _)) in enumerate(zip(self._starts, self.sizes, strict=False))
                if own == rounded
            }
        return self._found[rounded]

    @cached_property
    def _found(self) -> dict[frozenset[int], Mapping[Picture, int]]:
        return {}
