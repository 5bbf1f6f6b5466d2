"""Rule 7 for the rows of one report that bound each other: what is shown of its grades, so that no secret is told.

Sometimes a withheld grade can be worked out from the grades beside it. Then these lose their decimal, as few as
possible. A grade is hidden only where that is not enough. But that a grade is rounded says something too: somebody who
has this program can ask which exact figures lead to the same picture. So a picture is safe only if *all* figures that
lead to it, by this very rule, leave the promised doubt together. Source of the rule: docs/decisions/0018.

All figures that look alike when every grade is rounded are a *cell*. No rounding takes figures out of their cell, so
each cell is parted by itself:

1. Figures that are safe by themselves are shown exact. The others are *exposed*.
2. For exposed figures, take the first rounding with which all figures that look the same, and are not parted yet, leave
   the promised doubt.
3. Some figures may be left. If rounding would protect them, but too few figures look like them, safe figures are
   rounded beside them as *cover*, as few as needed.
4. No rounding can protect the figures that are still left. Grades are hidden, as few as possible. All these figures
   that look alike with those grades hidden are parted like a cell.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from math import prod

from generator.disclosure.cells import Cells
from generator.disclosure.doubt import Doubt
from generator.disclosure.parts import Parts
from generator.disclosure.pictures import (
    Figures,
    Picture,
    Precision,
    Seen,
    choices,
    picture_of,
    places_of,
    seen,
)
from generator.disclosure.public import Means

# How many figures, and cells, that look alike with hidden grades are tried; if there are more, an even sample of them.
# That is still safe: figures that are left out could only add to the doubt.
_MOST_FIGURES = 200_000
_MOST_CELLS = 10_000
_MOST_CELLS_UNROUNDED = 2_000
# Up to so many grades, each choice to hide some of them is tried.
_MOST_CHOICES = 3


class Protection:
    """Rule 7 for one group of rows. It keeps its intermediate results for the next question.

    Args:
        doubt: the rows, and the promise about them.
        means: ROUND or WITHHOLD.
    """

    def __init__(self, doubt: Doubt, means: Means) -> None:
        self._doubt = doubt
        self._cells = Cells(doubt, means)
        self._hidings: dict[Picture, Parts] = {}

    def picture(self, figures: Figures) -> Picture:
        """What is shown of ``figures``. If nothing is safe, nothing is shown, and `alike` is empty for that picture.

        Figures that contradict each other are shown like other figures that look the same.
        """
        if self._cells.stands(figures):
            return picture_of(figures)
        cell = self._cells.key_of(picture_of(figures))
        parts = self._cells.parts(cell)
        if picture := parts.picture(figures):
            return picture
        if not self._doubt.is_possible(figures) and (picture := parts.look_alike(figures)):
            return picture
        hidings = (self._hidden(figures, hidden) for hidden in self._hidings_from(cell))
        return next((picture for picture in hidings if picture), picture_of(figures, hidden=self._cells.places))

    def alike(self, picture: Picture) -> Sequence[Figures]:
        """The exact figures that lead to ``picture``, and leave the promised doubt together.

        Empty if there are no such figures: the rule never shows this picture.
        """
        if len(places_of(picture, Precision.EXACT)) == len(picture):
            figures = tuple(each.value for each in picture)
            return (figures,) if self._cells.stands(figures) else ()
        if not self._cells.may_round and places_of(picture, Precision.WHOLE):
            return ()
        blurred = self._cells.blurred(picture)
        alike: Sequence[Figures] = ()
        hides = bool(places_of(picture, Precision.HIDDEN))
        if not hides and places_of(picture, Precision.WHOLE) <= self._cells.free(blurred):
            alike = self._cells.parts(self._cells.key_of(picture)).alike(picture)
        return alike or self._hiding(blurred).alike(picture)

    def _hidden(self, figures: Figures, hidden: frozenset[int]) -> Picture | None:
        """The picture of ``figures``, if hiding ``hidden`` protects them and hiding less does not; else None."""
        return self._hiding(self._cells.blurred(picture_of(figures, hidden=hidden))).look_alike(figures)

    def _hidings_from(self, cell: Picture) -> Iterable[frozenset[int]]:
        """The choices to hide grades of figures that are left in ``cell``; also no grade, if other cells look alike."""
        completed, total, places = self._cells.completed, self._cells.total, self._cells.places
        if not self._cells.may_round:
            return choices(completed, total, places, few=1)[1:]
        if self._doubt.breadth > 1 or len(places) > _MOST_CHOICES:
            # To try each choice would take too long: hide the total first, then the largest services with it.
            found = [frozenset(range(place, len(places))) for place in range(len(places), -1, -1)]
        else:
            found = list(choices(completed, total, places))
        return found[1:] if self._cells.blurred(cell) == cell else found

    def _hiding(self, blurred: Picture) -> Parts:
        if blurred not in self._hidings:
            self._hidings[blurred] = self._parted_hiding(blurred)
        return self._hidings[blurred]

    def _parted_hiding(self, blurred: Picture) -> Parts:
        """The figures left in all cells that look like ``blurred``, which hiding less does not protect; parted."""
        options = self._cells.options(blurred)
        if not all(options) or not self._doubt.could_be_enough(options):
            return Parts([])
        hidden = places_of(blurred, Precision.HIDDEN)
        left = {each for cell in self._cells_like(blurred) for each in self._cells.left(cell)}
        return self._cells.parted(
            [each for each in sorted(left) if self._is_left(each, hidden)], self._cells.places - hidden, hidden
        )

    def _is_left(self, figures: Figures, hidden: frozenset[int]) -> bool:
        """Whether no choice that comes before hiding ``hidden`` protects ``figures``."""
        before = takewhile(lambda less: less != hidden, self._hidings_from(self._cells.key_of(picture_of(figures))))
        return not any(self._hidden(figures, less) for less in before)

    def _cells_like(self, blurred: Picture) -> Iterator[Picture]:
        """Cells of figures that look like ``blurred``: all of them, or an even sample if there are many."""
        whole = Precision.WHOLE if self._cells.may_round else Precision.EXACT
        options = [
            sorted({seen(tenths, whole) for tenths in of}) if each.precision is Precision.HIDDEN else [each]
            for each, of in zip(blurred, self._cells.options(blurred), strict=True)
        ]
        size = self._cells.size(tuple(of[0] for of in options))
        most = min(_MOST_CELLS, 1 + _MOST_FIGURES // size) if self._cells.may_round else _MOST_CELLS_UNROUNDED
        for looks in _spread(options, most):
            for end in (0, -1):
                yield self._cells.key_of(picture_of(tuple(of[end] for of in self._cells.options(looks))))


def _spread(options: Sequence[Sequence[Seen]], most: int) -> Iterator[Picture]:
    """Pictures with one of each of ``options``: all of them, or an even sample of about ``most``."""
    count = prod(map(len, options))
    for number in range(0, count, -(-count // most)):
        chosen = []
        rest = number
        for of in options:
            rest, place = divmod(rest, len(of))
            chosen.append(of[place])
        yield tuple(chosen)
