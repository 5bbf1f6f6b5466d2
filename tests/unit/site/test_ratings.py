"""A grade at a glance: its place on the scale, and when it is said how it stands to the average."""

from dataclasses import replace
from decimal import Decimal

import pytest
from support.registers.public import NOTHING_BESIDE, grade, profile, provider, report
from support.scales import TEN
from support.words import WORDS

from generator.disclosure.public import Published
from generator.site.ratings import GradeView, position, total_view
from generator.site.statistics.averages import Average, Averages
from generator.site.statistics.benchmarks import CLIENT, Benchmarks
from generator.site.statistics.pools import Pool, Pools

POOL = Pool((4, 2, 4, 8, 16, 40, 110, 150, 60, 26), providers=8, scale=TEN)
AVERAGE = Average(Decimal("7.3"), 40)
BESIDE = Benchmarks(Averages(AVERAGE, {}, AVERAGE), Pools(POOL, {}), TEN)


def view(rating: Published, completed: int, beside: Benchmarks = BESIDE) -> GradeView:
    newest = report(total=rating)
    row = replace(newest.clients.total, completed=completed, net_sample=2 * completed)
    results = replace(newest.clients, total=row)
    measured = replace(newest, clients=results)
    made = total_view(results, CLIENT, measured, profile(provider(measured), beside), WORDS)
    assert isinstance(made, GradeView)
    return made


@pytest.mark.parametrize(("points", "place"), [("1.0", "0.0"), ("5.5", "50.0"), ("7.3", "70.0"), ("10.0", "100.0")])
def test_the_scale_goes_from_one_to_ten(points: str, place: str) -> None:
    assert position(Decimal(points), TEN) == place


@pytest.mark.parametrize(
    ("completed", "level", "said"),
    [(9, 1, "weinig zeker"), (10, 2, "enigszins zeker"), (29, 2, "enigszins zeker"), (30, 3, "redelijk zeker")],
)
def test_a_sign_and_a_word_say_how_sure_it_is(completed: int, level: int, said: str) -> None:
    made = view(grade("8.0"), completed, NOTHING_BESIDE)
    assert (made.level, made.certainty) == (level, said)


@pytest.mark.parametrize(
    ("value", "completed", "said"),
    [
        ("9.0", 100, "hoger dan het gemiddelde"),
        ("6.0", 100, "lager dan het gemiddelde"),
        ("1.0", 9, "lager dan het gemiddelde"),
        ("7.4", 48, "rond het gemiddelde"),
        ("7.4", 47, None),  # the estimate of its interval is wider than a point
        ("6.0", 4, None),
    ],
)
def test_of_a_few_answers_it_is_never_said_that_a_grade_is_usual(value: str, completed: int, said: str | None) -> None:
    assert view(grade(value), completed).standing == said


@pytest.mark.parametrize(
    ("value", "answers", "said"),
    [
        # Answers that lie far apart: their interval holds the average, though the pool's limits do not hold the grade.
        ("8.2", (10, 0, 0, 0, 0, 0, 0, 0, 0, 40), None),
        ("8.2", (0, 0, 0, 0, 0, 0, 10, 60, 30, 0), "hoger dan het gemiddelde"),
        # Answers that hardly differ: their interval leaves out the average, which the limits of the pool do not.
        ("7.1", (0, 0, 0, 0, 0, 4, 172, 24, 0, 0), None),
        ("7.3", (0, 0, 0, 0, 0, 5, 60, 35, 0, 0), "rond het gemiddelde"),
    ],
)
def test_what_is_said_of_the_average_agrees_with_the_interval(
    value: str, answers: tuple[int, ...], said: str | None
) -> None:
    made = view(grade(value, answers), sum(answers))
    assert made.likely
    assert made.standing == said
    assert view(grade(value), sum(answers)).standing
