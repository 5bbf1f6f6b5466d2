"""What was found of figures that look alike when every grade is rounded: which picture shows which of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
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

    @cached_property
    def classes(self) -> Mapping[frozenset[int], Sequence[Sequence[Figures]]]:
        """The figures of each class, by the places that it rounds."""
        found: dict[frozenset[int], list[Sequence[Figures]]] = defaultdict(list)
        figures = map(tuple, () if self.parted is None else self.parted.tolist())
        for rounded, size in self.sizes:
            found[rounded].append(tuple(islice(figures, size)))
        return found

    def picture(self, figures: Figures) -> Picture | None:
        """What is shown of ``figures``; None if they are in none of the classes."""
        rounded = self._shown.get(figures)
        return None if rounded is None else picture_of(figures, rounded, self.hidden)

    def alike(self, picture: Picture) -> Sequence[Figures]:
        """The figures that ``picture`` is shown of; none if it is no picture of these."""
        return self._pictures(places_of(picture, Precision.WHOLE)).get(picture, ())

    def look_alike(self, figures: Figures) -> Picture | None:
        """The picture of ``figures`` that were not parted themselves: the one with the least loss that fits them."""
        for rounded in self.roundings:
            if (picture := picture_of(figures, rounded, self.hidden)) in self._pictures(rounded):
                return picture
        return None

    @cached_property
    def _shown(self) -> Mapping[Figures, frozenset[int]]:
        return {each: rounded for rounded, classes in self.classes.items() for alike in classes for each in alike}

    def _pictures(self, rounded: frozenset[int]) -> Mapping[Picture, Sequence[Figures]]:
        if rounded not in self._found:
            classes = self.classes.get(rounded, ())
            self._found[rounded] = {picture_of(alike[0], rounded, self.hidden): alike for alike in classes}
        return self._found[rounded]

    @cached_property
    def _found(self) -> dict[frozenset[int], Mapping[Picture, Sequence[Figures]]]:
        return {}
