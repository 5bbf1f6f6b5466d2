"""Cells are parted in arrays: exactly as they are when it is done as plainly as the rule says it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.parted import Parted, parted
from support.scales import FIVE, TEN, scales
from support.worlds import ONE_PERSON, Small

from generator.disclosure import parting
from generator.disclosure.cells import Cells
from generator.disclosure.doubt import Doubt
from generator.disclosure.feasibility import TOTAL, BoundedRow, Group
from generator.disclosure.parting import Parting
from generator.disclosure.pictures import Picture, choices, picture_of
from generator.disclosure.public import Attacker, Means

FEW = 150  # sets of figures; plainly it takes long


@st.composite
def cells(draw: st.DrawFn) -> tuple[Doubt, Picture]:
    """A cell of a report with at most four services, of up to thirty people each."""
    sizes = draw(st.lists(st.integers(1, 30) | st.integers(1, 4), min_size=1, max_size=4))
    withheld = frozenset(draw(st.sets(st.sampled_from(range(len(sizes))), max_size=len(sizes))))
    starred = frozenset(place for place in withheld if draw(st.booleans()) and sizes[place] > 1)
    total = not withheld or (len(withheld) < len(sizes) and draw(st.booleans()))
    scale = draw(scales)
    doubt = Small(tuple(sizes), withheld, total, starred, scale).doubt(draw(st.sampled_from(Attacker)))
    lowest, highest = scale.tenths[0], scale.tenths[-1]
    near = draw(st.integers(lowest, highest))
    figures = [min(highest, max(lowest, near + draw(st.integers(-9, 9)))) for _ in doubt.published]
    rounded = draw(st.sets(st.sampled_from(range(len(figures)))))
    return doubt, picture_of(tuple(figures), rounded)


def check_that_it_is_plain(doubt: Doubt, cell: Picture) -> None:
    all_cells = Cells(doubt, Means.ROUND)
    options = all_cells.options(cell)
    free = frozenset(place for place, each in enumerate(cell) if each.precision)
    plain = parted(doubt, options, choices(all_cells.completed, all_cells.total, free))
    parts = all_cells.parts(cell)
    assert parts.left == plain.left
    assert {alike: rounded for rounded, alike in parts.classes} == plain.classes
    for alike, rounded in plain.classes.items():
        picture = picture_of(alike[0], rounded)
        assert parts.alike(picture) == alike
        assert {parts.picture(figures) for figures in alike} == {picture}


@given(cells())
def test_arrays_part_a_cell_as_it_is_done_plainly(drawn: tuple[Doubt, Picture]) -> None:
    doubt, cell = drawn
    if Cells(doubt, Means.ROUND).size(cell) <= FEW:
        check_that_it_is_plain(doubt, cell)


@given(cells(), st.sampled_from([Means.ROUND, Means.WITHHOLD]))
def test_what_is_left_of_a_cell_is_known_before_it_is_parted(drawn: tuple[Doubt, Picture], means: Means) -> None:
    doubt, cell = drawn
    assert list(Cells(doubt, means).left(cell)) == list(Cells(doubt, means).parts(cell).left)


@pytest.mark.parametrize("attacker", Attacker)
@pytest.mark.parametrize(
    "small",
    [
        Small((25, 1), frozenset({1})),
        Small((8, 1), frozenset({1})),
        Small((2, 1, 1), frozenset({1, 2})),
        Small((2, 3), frozenset({0})),
        Small((3, 2), frozenset(), total_is_withheld=True),
        Small((25, 1), frozenset({1}), scale=FIVE),
        Small((2, 1, 1), frozenset({1, 2}), scale=FIVE),
    ],
    ids=str,
)
def test_also_with_cover_and_in_small_batches(
    small: Small, attacker: Attacker, monkeypatch: pytest.MonkeyPatch
) -> None:
    doubt = small.doubt(attacker)
    for most in (parting._MOST_AT_ONCE, 0):  # noqa: SLF001 - memory's sake decides nothing
        monkeypatch.setattr(parting, "_MOST_AT_ONCE", most)
        for points in small.scale.grades:
            every = frozenset(range(len(doubt.published)))
            check_that_it_is_plain(doubt, picture_of((10 * points,) * len(every), every))


def test_the_lines_of_very_many_grades_are_told_apart() -> None:
    many = 45  # services with one of three grades: so many sets of figures that no number of a machine counts them
    services = tuple(BoundedRow(f"s{place:02}", 5) for place in range(many))
    group = Group(BoundedRow(TOTAL, 5 * many + 1), (*services, BoundedRow("secret", 1, ONE_PERSON, ONE_PERSON)), TEN)
    doubt = Doubt(group, {TOTAL, *(row.key for row in services)}, Attacker.OUTSIDER)
    lowest, highest = [], []  # what the secret one gave, if these are the figures
    for first in range(many):
        grades = [68 if (place - first) % many < 6 else 70 for place in range(many)]
        lowest.append((*grades, 69))
        lower = {(first + step) % many for step in range(6, 10)}
        highest.append((*(66 if place in lower else each for place, each in enumerate(grades)), 70))
    roundings = [
        frozenset(),
        frozenset({0}),
        frozenset({6, 7, 8, 9, many}),
        frozenset({0, 1, many}),
        frozenset(range(many + 1)),
    ]
    figures = sorted([*lowest, *highest])
    for few in (figures, sorted([*lowest[:9], *highest[:1]]), lowest):
        plain = Parted(doubt, few)
        plain.part(roundings)
        parting = Parting.of(doubt, few, frozenset())
        parting.part(roundings)
        assert {alike: rounded for rounded, alike in parting.parts().classes} == plain.classes
        assert parting.parts().left == plain.left
        assert bool(plain.classes) == (few is not lowest)
