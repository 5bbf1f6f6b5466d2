"""Rule 7 for rows that bound each other, against every report that there can be: what looks alike leaves doubt."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import scales
from support.worlds import Small, Spans, is_kept, tried

from generator.disclosure import cells, protection
from generator.disclosure.cells import Cells
from generator.disclosure.parting import Parting
from generator.disclosure.pictures import Figures, Picture, Precision, choices, picture_of, places_of, whole
from generator.disclosure.protection import Protection
from generator.disclosure.public import Attacker, Means
from generator.scale import Scale


def small(*sizes: int, withheld: Iterable[int] = (), total: bool = False, starred: Iterable[int] = ()) -> Small:
    return Small(sizes, frozenset(withheld) | frozenset(starred), total, frozenset(starred))


ONE_BESIDE_TWO = small(2, 1, withheld=[1])
TOTAL_OF_TWO = small(2, total=True)
TWO_STARRED = small(2, 2, starred=[1])
TWO_ALONE = small(2, 1, 1, withheld=[1, 2])
FEW = (
    TOTAL_OF_TWO,
    small(3, total=True),
    ONE_BESIDE_TWO,
    small(3, 1, withheld=[1]),
    small(2, 2, withheld=[1]),
    TWO_STARRED,
    small(2, 3, withheld=[0]),
    TWO_ALONE,
    small(1, 1, withheld=[0, 1]),
    small(1, 1, 1, withheld=[0, 1, 2]),
    small(2, 2, total=True),
    small(2, 2, withheld=[1], total=True),
    small(2, 2, 1, withheld=[2], total=True),
)
MORE = (small(2, 2, 1, withheld=[2]), small(3, 1, 1, withheld=[1, 2]))
MOST = small(3, 2, 1, withheld=[2])


@dataclass(frozen=True)
class Case:
    """What is asked of which report."""

    report: Small
    attacker: Attacker = Attacker.OUTSIDER
    means: Means = Means.ROUND

    def __str__(self) -> str:
        return f"{self.report}, {self.attacker}, {self.means}"


@dataclass(frozen=True)
class Everything:
    """Every set of figures that one report can have: what can be behind it, and what rule 7 shows of it."""

    case: Case
    rule: Protection
    spans: Mapping[Figures, Spans]
    pictures: Mapping[Figures, Picture]
    classes: Mapping[Picture, Sequence[Figures]]
    completed: tuple[int, ...]

    def is_kept(self, figures: Iterable[Figures]) -> bool:
        """Whether the promise is where any of ``figures`` may be what was measured: by trying everything."""
        return is_kept(self.case.report, [self.spans[each] for each in figures])

    @property
    def total(self) -> int | None:
        return None if self.case.report.total_is_withheld else len(self.completed) - 1


@cache
def everything(case: Case) -> Everything:
    doubt = case.report.doubt(case.attacker)
    rule = Protection(doubt, case.means)
    spans = tried(case.report, tuple(row.key for row in doubt.published), case.attacker)
    pictures = {figures: rule.picture(figures) for figures in spans}
    classes = defaultdict(list)
    for figures, picture in pictures.items():
        classes[picture].append(figures)
    return Everything(case, rule, spans, pictures, classes, tuple(row.completed for row in doubt.published))


def is_all_hidden(picture: Picture) -> bool:
    return len(places_of(picture, Precision.HIDDEN)) == len(picture)


ON_OTHER_SCALES = tuple(
    replace(each, scale=scale)
    for scale in scales.OTHERS
    for each in (TOTAL_OF_TWO, ONE_BESIDE_TWO, TWO_STARRED, TWO_ALONE, MORE[0])
)
ROUNDED = tuple(Case(each) for each in (*FEW, *ON_OTHER_SCALES, *MORE, MOST))
OTHERS = tuple(
    Case(report, attacker, means)
    for report in FEW
    for attacker in Attacker
    for means in (Means.ROUND, Means.WITHHOLD)
    if (attacker, means) != (Attacker.OUTSIDER, Means.ROUND)
)
# How many sets of figures of these reports nothing protects.
HOPELESS = {
    Case(replace(report, scale=scale)): number
    for report, scale, number in (
        (TOTAL_OF_TWO, scales.TEN, 1),
        (TOTAL_OF_TWO, scales.FIVE, 1),
        (TOTAL_OF_TWO, scales.SEVEN, 1),
        (TOTAL_OF_TWO, scales.FROM_FOUR, 1),
        (TWO_STARRED, scales.TEN, 35),
        (TWO_STARRED, scales.SEVEN, 20),
        (TWO_STARRED, scales.FROM_FOUR, 20),
        (TWO_ALONE, scales.FIVE, 3),
        (TWO_ALONE, scales.SEVEN, 3),
        (TWO_ALONE, scales.FROM_FOUR, 3),
        (MORE[0], scales.FIVE, 1),
    )
}


def check_that_it_is_safe(seen: Everything) -> None:
    """All that leads to a picture leaves the promised doubt together; nothing does only where all is hidden."""
    for picture, alike in seen.classes.items():
        if seen.rule.alike(picture):
            assert seen.is_kept(alike), picture
        else:
            assert is_all_hidden(picture)


@pytest.mark.parametrize("case", [*ROUNDED, *OTHERS], ids=str)
def test_whoever_has_this_program_is_left_in_doubt_too(case: Case) -> None:
    check_that_it_is_safe(everything(case))


@given(
    scales.scales,
    st.lists(st.integers(1, 3), min_size=1, max_size=3).filter(lambda sizes: sum(sizes) <= 4),
    st.data(),
    st.sampled_from(Attacker),
    st.sampled_from([Means.ROUND, Means.WITHHOLD]),
)
def test_whoever_has_this_program_is_left_in_doubt_whatever_is_withheld(
    scale: Scale, sizes: list[int], data: st.DataObject, attacker: Attacker, means: Means
) -> None:
    withheld = {place for place, size in enumerate(sizes) if size == 1 or data.draw(st.booleans())}
    starred = {place for place in withheld if sizes[place] > 1 and data.draw(st.booleans())}
    total = data.draw(st.booleans())
    if total and len(withheld) == len(sizes):
        return  # nothing is published
    report = replace(small(*sizes, withheld=withheld, total=total, starred=starred), scale=scale)
    case = Case(report, attacker, means)
    check_that_it_is_safe(everything(case))


@pytest.mark.parametrize("case", [*ROUNDED, *OTHERS], ids=str)
def test_the_rule_can_tell_which_figures_look_alike(case: Case) -> None:
    seen = everything(case)
    for picture, alike in seen.classes.items():
        told = set(seen.rule.alike(picture))
        if case.means is Means.ROUND and told:
            assert told == set(alike)
        assert told <= set(alike)


@pytest.mark.parametrize("case", [*ROUNDED, *OTHERS], ids=str)
def test_only_for_these_reports_nothing_at_all_is_safe(case: Case) -> None:
    """The very end of the scale, and nearly all of a short one, where hardly anything is left to hide among."""
    seen = everything(case)
    lost = [figures for picture, alike in seen.classes.items() if not seen.rule.alike(picture) for figures in alike]
    assert len(lost) == HOPELESS.get(case, 0)
    if case.report.sizes == TOTAL_OF_TWO.sizes:
        assert lost in ([], [(10 * case.report.scale.lowest,)])
    assert not lost or not seen.is_kept(lost)


@pytest.mark.parametrize("case", [each for each in (*ROUNDED, *OTHERS) if each.means is Means.ROUND], ids=str)
def test_a_grade_is_hidden_only_where_rounding_all_is_not_enough(case: Case) -> None:
    seen = everything(case)
    in_whole_points = defaultdict(list)
    for figures in seen.spans:
        in_whole_points[tuple(map(whole, figures))].append(figures)
    is_enough = {points: seen.is_kept(alike) for points, alike in in_whole_points.items()}
    for figures, picture in seen.pictures.items():
        if places_of(picture, Precision.HIDDEN):
            assert not is_enough[tuple(map(whole, figures))], figures


@pytest.mark.parametrize("case", [*ROUNDED, *OTHERS], ids=str)
def test_nothing_is_lost_without_need(case: Case) -> None:
    seen = everything(case)
    for picture, alike in seen.classes.items():
        exposed = [figures for figures in alike if not seen.is_kept([figures])]
        if picture == picture_of(alike[0]):
            assert not exposed
            continue
        assert exposed
        # What is safe by itself is there as cover: without it the others stand out.
        for figures in set(alike) - set(exposed):
            assert not seen.is_kept(set(alike) - {figures}), figures


def forbid_cover(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is rounded as cover; so what is left is not known before a cell is parted."""
    monkeypatch.setattr(Parting, "cover", lambda *_: None)
    monkeypatch.setattr(Cells, "left", lambda self, cell: self.parts(cell).left)


@pytest.mark.parametrize("case", ROUNDED[:-1], ids=str)
def test_none_could_lose_less_not_even_together(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the exposed figures that look alike if less were lost, all that lose more now are not enough together."""
    forbid_cover(monkeypatch)  # some lose more for others' sake: the next test
    seen = everything.__wrapped__(case)
    every_choice = choices(seen.completed, seen.total, frozenset(range(len(seen.completed))))
    order = {chosen: place for place, chosen in enumerate(every_choice)}
    lost = {
        figures: (order[places_of(picture, Precision.HIDDEN)], order[places_of(picture, Precision.WHOLE)])
        for figures, picture in seen.pictures.items()
    }
    for hidden, rounded in ((hidden, rounded) for hidden in order for rounded in order if not hidden & rounded):
        better = defaultdict(list)
        for figures in seen.spans:
            if lost[figures] > (order[hidden], order[rounded]):
                better[picture_of(figures, rounded, hidden)].append(figures)
        for together in better.values():
            assert not seen.is_kept(together), (together, hidden, rounded)


@pytest.mark.parametrize("case", ROUNDED[:-1], ids=str)
def test_more_is_rounded_only_so_that_less_is_hidden(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    with_cover = everything(case)
    forbid_cover(monkeypatch)
    without = everything.__wrapped__(case)
    rounded_for_others = {
        figures
        for figures, picture in with_cover.pictures.items()
        if picture != without.pictures[figures] and not places_of(without.pictures[figures], Precision.HIDDEN)
    }
    for figures, picture in with_cover.pictures.items():
        if places_of(picture, Precision.HIDDEN):
            assert places_of(without.pictures[figures], Precision.HIDDEN)
    for picture in {with_cover.pictures[figures] for figures in rounded_for_others}:
        assert any(places_of(without.pictures[each], Precision.HIDDEN) for each in with_cover.classes[picture])


@pytest.mark.parametrize("case", [each for each in OTHERS if each.means is Means.WITHHOLD], ids=str)
def test_a_policy_that_withholds_never_rounds(case: Case) -> None:
    for picture in everything(case).classes:
        assert not places_of(picture, Precision.WHOLE)
    assert (
        Protection(case.report.doubt(case.attacker), case.means).alike(
            picture_of((55,) * len(everything(case).completed), rounded=(0,))
        )
        == ()
    )


@pytest.mark.parametrize("means", [Means.ROUND, Means.WITHHOLD])
@pytest.mark.parametrize("report", [ONE_BESIDE_TWO, TWO_ALONE, small(2, 2, 1, withheld=[2])], ids=str)
def test_what_is_not_looked_at_costs_no_safety(report: Small, means: Means, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the limits so low that even small reports are too large."""
    for module, limit, value in (
        (cells, "_LARGEST", 20),
        (cells, "_MOST_LOOKS", 30),
        (protection, "_MOST_FIGURES", 100),
        (protection, "_MOST_CELLS", 3),
        (protection, "_MOST_CELLS_UNROUNDED", 20),
        (protection, "_MOST_CHOICES", 1),
    ):
        monkeypatch.setattr(module, limit, value)
    check_that_it_is_safe(everything.__wrapped__(Case(report, means=means)))
