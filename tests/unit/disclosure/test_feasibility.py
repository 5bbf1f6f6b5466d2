"""What grades can lie behind figures: against every set of whole grades that there can be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from support.scales import TEN, scales
from support.worlds import NAMES, printed

from generator.disclosure.feasibility import TOTAL, BoundedRow, Group, Observer, Sums, any_sums, sums_of
from generator.scale import Scale


@given(scales, st.integers(1, 400), st.data())
def test_the_sums_behind_a_grade_are_all_that_round_to_it(scale: Scale, completed: int, data: st.DataObject) -> None:
    tenths = data.draw(st.sampled_from(scale.tenths))
    low, high = sums_of(tenths, completed, scale)
    fitting = [
        given_
        for given_ in range(scale.lowest * completed, scale.highest * completed + 1)
        if abs(Fraction(given_, completed) - Fraction(tenths, 10)) <= Fraction(1, 20)
    ]
    assert fitting == list(range(low, high + 1))
    assert all(tenths in printed(given_, completed) for given_ in fitting)


@dataclass(frozen=True)
class Asked:
    """Some people in services, some rows of them with a figure, in tenths, and some secret."""

    scale: Scale
    sizes: tuple[int, ...]
    figures: dict[str, int]
    secrets: frozenset[str]

    @property
    def group(self) -> Group:
        rows = [
            BoundedRow(key, n, Fraction(2) if key in self.secrets else None, Fraction(2))
            for key, n in self.completed.items()
        ]
        return Group(rows[-1], tuple(rows[:-1]), self.scale)

    @property
    def completed(self) -> dict[str, int]:
        return dict(zip(NAMES, self.sizes, strict=False)) | {TOTAL: sum(self.sizes)}

    @property
    def sums(self) -> list[Sums]:
        """What each row can sum to by its own figure, for the code under test."""
        return [
            sums_of(self.figures[key], n, self.scale) if key in self.figures else any_sums(n, self.scale)
            for key, n in self.completed.items()
        ]

    def worlds(self) -> Iterator[dict[str, Sequence[int]]]:
        """Every answer of everybody that fits the figures, by row."""
        for answers in product(self.scale.grades, repeat=sum(self.sizes)):
            starts = [sum(self.sizes[:place]) for place in range(len(self.sizes))]
            rows: dict[str, Sequence[int]] = {
                name: answers[start : start + size]
                for name, start, size in zip(NAMES, starts, self.sizes, strict=False)
            }
            rows[TOTAL] = answers
            if all(tenths in printed(sum(rows[key]), len(rows[key])) for key, tenths in self.figures.items()):
                yield rows


@st.composite
def groups(draw: st.DrawFn) -> Asked:
    """At most four people in at most three services; the figures are mostly those of somebody's answers."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3).filter(lambda each: sum(each) <= 4))
    scale = draw(scales)
    asked = Asked(scale, tuple(sizes), {}, frozenset())
    secrets = draw(st.sets(st.sampled_from(sorted(asked.completed)), min_size=1))
    answers = draw(st.lists(st.sampled_from(scale.grades), min_size=sum(sizes), max_size=sum(sizes)))
    is_true = draw(st.integers(0, 4))
    figures = {}
    start = 0
    for key, n in asked.completed.items():
        given_ = sum(answers) if key == TOTAL else sum(answers[start : start + n])
        start += n
        if key not in secrets and draw(st.booleans()):
            figures[key] = draw(st.sampled_from(printed(given_, n)) if is_true else st.sampled_from(scale.tenths))
    return Asked(scale, tuple(sizes), figures, frozenset(secrets))


def spans(asked: Asked, observer: Observer | None, fitting: list[dict[str, Sequence[int]]]) -> list[Sums] | None:
    """The lowest and highest sum of each secret row, the own answer left out; None where the observer cannot be."""
    if observer is not None:
        fitting = [rows for rows in fitting if observer.answer in rows[observer.service]]
    if not fitting:
        return None
    found = []
    for key in asked.completed:
        is_inside = observer is not None and key in {observer.service, TOTAL}
        if key in asked.secrets and not (is_inside and asked.completed[key] == 1):
            own = observer.answer if observer and is_inside else 0
            found.append((min(sum(rows[key]) for rows in fitting) - own, max(sum(rows[key]) for rows in fitting) - own))
    return found


@given(groups())
def test_the_bounds_are_those_of_every_set_of_whole_grades(asked: Asked) -> None:
    group, fitting = asked.group, list(asked.worlds())
    for observer in (None, *group.observers):
        bounds = group.answers(asked.sums, observer)
        assert (None if bounds is None else list(bounds)) == spans(asked, observer, fitting)
        if bounds is not None:
            assert len(bounds) == len(group.questions(observer))


def test_of_one_other_person_as_much_doubt_is_promised_as_of_one_person() -> None:
    services = (BoundedRow("aaa", 2, Fraction(1, 2), Fraction(2)), BoundedRow("bbb", 3))
    group = Group(BoundedRow(TOTAL, 5), services, TEN)
    assert [each.needed for each in group.questions(None)] == [1]  # half a point, of two answers
    (of_the_other,) = group.questions(Observer("aaa", 7))
    assert of_the_other.answers == 1
    assert of_the_other.needed == 2
    (of_both,) = group.questions(Observer("bbb", 7))
    assert of_both.answers == 2
    assert of_both.needed == 1
