"""What people answer, and the figures of a report. All figures of a report come from the same answers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

from generator.demo.chance import Chance
from generator.register.records import Audience
from generator.scale import Scale

#: Clients give whole grades, commissioners halves as well.
STEPS = {Audience.CLIENT: Decimal(1), Audience.COMMISSIONER: Decimal("0.5")}
Grades: TypeAlias = Sequence[int | Decimal]

# What people think runs over this scale, whatever that of the register is: `on` says what they give.
_THOUGHT = Scale(1, 10)
# How the grades of one provider vary: most lie close together, with a tail of people who were not helped.
_SPREAD = 1.0
_TAIL_OF_A_GOOD_PROVIDER, _GOOD = 0.06, 8.0
_MORE_TAIL_FOR_EACH_POINT = 0.06
_LONGEST_TAIL = 0.4
_TAIL = (1, 2, 2, 3, 3, 4, 4, 5, 5, 5, 6, 6, 6)
_MEAN_OF_TAIL = sum(_TAIL) / len(_TAIL)
_COMMISSIONERS_SPREAD = 0.9

_PROMOTERS_FROM, _DETRACTORS_TO = 9, 6
_TENTH, _HALF, _WHOLE = Decimal("0.1"), Decimal("0.5"), Decimal(1)
# Of each grade: very satisfied, satisfied, dissatisfied, very dissatisfied, no opinion; in hundredths.
_ANSWERS = {
    1: (0, 1, 20, 78, 1),
    2: (0, 2, 30, 67, 1),
    3: (0, 4, 55, 39, 2),
    4: (0, 12, 66, 19, 3),
    5: (1, 35, 55, 5, 4),
    6: (3, 78, 14, 0, 5),
    7: (10, 85, 2, 0, 3),
    8: (36, 62, 0, 0, 2),
    9: (82, 17, 0, 0, 1),
    10: (95, 5, 0, 0, 0),
}
_SATISFACTION = {grade: dict(enumerate(answers)) for grade, answers in _ANSWERS.items()}


def client_grades(chance: Chance, quality: float, number: int) -> tuple[int, ...]:
    """The whole grades that a ``number`` of clients give; their mean is about ``quality``, in points."""
    tail = _TAIL_OF_A_GOOD_PROVIDER + _MORE_TAIL_FOR_EACH_POINT * (_GOOD - quality)
    tail = min(max(tail, 0.02), _LONGEST_TAIL)
    rest = (quality - tail * _MEAN_OF_TAIL) / (1 - tail)
    return tuple(
        chance.one_of(_TAIL) if chance.happens(tail) else _within(int(rest + _SPREAD * chance.bell() + 0.5))
        for _ in range(number)
    )


def commissioner_grades(chance: Chance, quality: float, number: int) -> tuple[Decimal, ...]:
    """The whole and half grades that a ``number`` of commissioners give, in points."""
    halves = (int(2 * (quality + _COMMISSIONERS_SPREAD * chance.bell()) + 0.5) for _ in range(number))
    return tuple(_THOUGHT.nearest(Decimal(each) / 2) for each in halves)


def _within(grade: int) -> int:
    return min(max(grade, _THOUGHT.lowest), _THOUGHT.highest)


def mean(grades: Grades) -> Decimal:
    """The mean of at least one grade, rounded half up to one decimal, as a report prints it."""
    return (Decimal(sum(grades)) / len(grades)).quantize(_TENTH, ROUND_HALF_UP)


def on(scale: Scale, grades: Grades, step: Decimal) -> Grades:
    """What people give on a ``scale`` who would give ``grades`` on one from 1 to 10, in steps of so many points."""
    stretch = Decimal(scale.highest - scale.lowest) / (_THOUGHT.highest - _THOUGHT.lowest)
    points = (scale.lowest + (each - _THOUGHT.lowest) * stretch for each in grades)
    return [(each / step).quantize(_WHOLE, ROUND_HALF_UP) * step for each in points]


def counts(grades: Grades, scale: Scale) -> tuple[int, ...]:
    """How often each whole grade of the ``scale`` was given, the lowest first; a half counts as the grade above it."""
    found = Counter(int(each + _HALF) for each in grades)
    return tuple(found[grade] for grade in scale.grades)


@dataclass(frozen=True, slots=True)
class Opinion:
    """The other answers of clients: five whole percentages, as in a report's columns, and the promoter score."""

    shares: tuple[int, ...]
    promoter_score: Decimal


def opinion(chance: Chance, grades: Sequence[int]) -> Opinion:
    """The other answers of the clients that gave these ``grades`` (at least one)."""
    satisfaction = Counter(chance.weighted(_SATISFACTION[grade]) for grade in grades)
    recommended = [_within(grade + chance.one_of((-1, 0, 0, 0, 1))) for grade in grades]
    promoters = sum(each >= _PROMOTERS_FROM for each in recommended)
    detractors = sum(each <= _DETRACTORS_TO for each in recommended)
    return Opinion(
        shares=tuple(int(_share(satisfaction[each], len(grades), _WHOLE)) for each in range(5)),
        promoter_score=_share(promoters - detractors, len(grades), _TENTH),
    )


def _share(part: int, whole: int, step: Decimal) -> Decimal:
    """The part in per cent, rounded to ``step``; never -0."""
    return (Decimal(100 * part) / whole).quantize(step, ROUND_HALF_UP) + 0
