"""What can be worked out: the audit against every set of whole grades that there can be, and against known attacks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.public_model import provider, register, report, service

from generator.disclosure.audit import Cell, Interval, Observer, audit, audit_versions, sums_of
from generator.disclosure.protecting import UnsafeReportError, protect
from generator.disclosure.public import (
    Attacker,
    AudienceResults,
    ClientOpinion,
    DisclosureRules,
    Means,
    NoResponse,
    PublicProvider,
    PublicReport,
    PublicRow,
    Published,
    Rating,
    Reason,
    Withheld,
)
from generator.site import norm
from generator.site.statistics.averages import averages_of

FEW = Withheld(Reason.TOO_FEW_RESPONDENTS)
LOW = Withheld(Reason.INSUFFICIENT_RESPONSE, Decimal(50))
ALSO = Withheld(Reason.SECONDARY)
NAMES = ("aaa", "bbb", "ccc", "ddd")


def shown(grade: str, distribution: tuple[int, ...] | None = None) -> Published:
    return Published(Decimal(grade), distribution)


def of(
    total: tuple[int, Rating],
    *services: tuple[int, Rating],
    apart: tuple[tuple[int, Rating], ...] = (),
    period_end: date = date(2021, 12, 31),
) -> PublicReport:
    """A report of clients: how many answered and what the public sees, of the total and of each service."""
    rows = tuple(
        PublicRow(service(name), 2 * n, n, rating)
        for name, (n, rating) in zip(NAMES, (*services, *apart), strict=False)
    )
    without = tuple(service(name) for name in NAMES[len(services) : len(services) + len(apart)])
    made = report(total=total[1], period_end=period_end)
    return replace(made, clients=AudienceResults(PublicRow(None, 2 * total[0], total[0], total[1]), rows, without))


def cells(*reports: PublicReport) -> dict[str, Cell]:
    return {cell.service: cell for cell in audit(register(provider(*reports)))}


def between(low: str, high: str) -> Interval:
    return Interval(Fraction(low), Fraction(high))


def hidden_of(made: PublicReport) -> set[str]:
    """What rule 7 withholds of a report by itself."""
    (seen,) = protect(register(provider(made))).providers[0].reports
    return {row.service.id if row.service else "total" for row in seen.clients.rows if row.rating == ALSO}


# Every set of whole grades that gives what is public, by trying them all.


def sum_fits(given_: int, n: int, grade: Decimal) -> bool:
    """Whether a mean is printed as ``grade``: half up, or half to even."""
    mean = Decimal(given_) / n
    return grade in {mean.quantize(Decimal("0.1"), way) for way in (ROUND_HALF_UP, ROUND_HALF_EVEN)} or (
        abs(Fraction(given_, n) - Fraction(grade)) == Fraction(1, 20)  # half down
    )


def worlds(sizes: Sequence[int], seen: Mapping[int, Decimal], total: Decimal | None) -> Iterator[tuple[int, ...]]:
    """Every answer of everybody, service after service, that the published grades allow."""
    for answers in product(range(1, 11), repeat=sum(sizes)):
        sums = sums_by_service(answers, sizes)
        if total is not None and not sum_fits(sum(sums), sum(sizes), total):
            continue
        if all(sum_fits(sums[place], sizes[place], grade) for place, grade in seen.items()):
            yield answers


def sums_by_service(answers: Sequence[int], sizes: Sequence[int]) -> list[int]:
    starts = [sum(sizes[:place]) for place in range(len(sizes))]
    return [sum(answers[start : start + size]) for start, size in zip(starts, sizes, strict=True)]


def tried(fitting: list[tuple[int, ...]], sizes: Sequence[int], place: int | None) -> dict[object, set[Fraction]]:
    """The means that a service (None: the total) can have, for an outsider and for everybody with each own answer."""
    found: dict[object, set[Fraction]] = {}
    members = [index for index, size in enumerate(sizes) for _ in range(size)]
    inside = [index for index, owner in enumerate(members) if place is None or owner == place]
    for answers in fitting:
        found.setdefault(None, set()).add(Fraction(sum(answers[index] for index in inside), len(inside)))
        for person, answer in enumerate(answers):
            others = [answers[index] for index in inside if index != person]
            if others:
                found.setdefault((members[person], answer), set()).add(Fraction(sum(others), len(others)))
    return found


@st.composite
def small_reports(draw: st.DrawFn) -> tuple[list[int], list[int], set[int], bool]:
    """At most five people in at most three services: what each answered, which services are withheld, and the total."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3).filter(lambda each: sum(each) <= 4))
    answers = draw(st.lists(st.integers(1, 10), min_size=sum(sizes), max_size=sum(sizes)))
    withheld = draw(st.sets(st.integers(0, len(sizes) - 1)))
    return sizes, answers, withheld, draw(st.booleans())


@given(small_reports())
def test_the_intervals_are_those_of_every_set_of_whole_grades(
    made: tuple[list[int], list[int], set[int], bool],
) -> None:
    sizes, answers, withheld, total_is_hidden = made
    tenth = Decimal("0.1")
    sums = sums_by_service(answers, sizes)
    grades = [(Decimal(given_) / n).quantize(tenth, ROUND_HALF_UP) for given_, n in zip(sums, sizes, strict=True)]
    total = (Decimal(sum(sums)) / sum(sizes)).quantize(tenth, ROUND_HALF_UP)
    rows = [(n, FEW if place in withheld else Published(grades[place])) for place, n in enumerate(sizes)]
    found = cells(of((sum(sizes), LOW if total_is_hidden else Published(total)), *rows))
    seen = {place: grade for place, grade in enumerate(grades) if place not in withheld}
    fitting = list(worlds(sizes, seen, None if total_is_hidden else total))
    opened: list[int | None] = [*withheld, *([None] if total_is_hidden else [])]
    assert set(found) == {"total" if place is None else NAMES[place] for place in opened}
    for place in opened:
        cell = found["total" if place is None else NAMES[place]]
        means = tried(fitting, sizes, place)
        assert cell.outside == Interval(min(means[None]), max(means[None]))
        narrowest = min(max(each) - min(each) for each in means.values())
        assert cell.narrowest is not None
        assert cell.narrowest.width == narrowest
        if cell.observer is not None:
            whose = (NAMES.index(cell.observer.service), cell.observer.answer)
            assert cell.narrowest == Interval(min(means[whose]), max(means[whose]))


@given(st.integers(1, 400), st.integers(10, 100).map(lambda tenths: Decimal(tenths) / 10))
def test_the_sums_behind_a_grade_are_all_that_round_to_it(n: int, grade: Decimal) -> None:
    low, high = sums_of(grade, n)
    fitting = [
        given_ for given_ in range(n, 10 * n + 1) if abs(Fraction(given_, n) - Fraction(grade)) <= Fraction(1, 20)
    ]
    assert fitting == list(range(low, high + 1))


# Known attacks.


def test_the_total_less_the_other_services() -> None:
    found = cells(of((11, shown("7.5")), (10, shown("7.9")), (1, FEW)))
    # Of 79 in all but one, and 82 to 83 in all: 3 or 4.
    assert found["bbb"].outside == between("3", "4")
    assert found["bbb"].figures == ("aaa", "total")
    assert found["bbb"].is_narrow
    assert hidden_of(of((11, shown("7.5")), (10, shown("7.9")), (1, FEW))) == {"aaa"}


def test_two_who_answered_alone_protect_nobody_from_the_other() -> None:
    found = cells(of((22, shown("8.9")), (1, LOW), (20, shown("8.9")), (1, LOW)))  # a real report
    assert found["aaa"].outside == between("6", "10")
    assert found["aaa"].narrowest == between("10", "10")
    assert found["aaa"].observer == Observer("ccc", 6)
    assert found["aaa"].is_narrow
    assert hidden_of(of((22, shown("8.9")), (1, LOW), (20, shown("8.9")), (1, LOW))) == {"bbb"}


def test_of_two_who_answered_one_knows_the_own_answer() -> None:
    found = cells(of((22, shown("8.0")), (20, shown("8.0")), (2, FEW)))
    assert found["bbb"].outside == between("7", "9")
    assert found["bbb"].narrowest is not None
    assert found["bbb"].narrowest.width == 0
    assert found["bbb"].observer == Observer("bbb", 4)  # then the other gave a 10


def test_a_total_that_is_nearly_one_withheld_service() -> None:
    made = of((105, shown("7.0")), (100, LOW), (3, shown("8.0")), (2, shown("9.0")))
    assert cells(made)["aaa"].is_narrow
    # Whatever five others gave, a hundred of 105 gave about a 7: only without the total there is doubt.
    assert hidden_of(made) == {"bbb", "ccc", "total"}


def test_a_withheld_total_of_services_that_are_all_there() -> None:
    made = of((30, LOW), (10, shown("8.0")), (20, shown("7.0")))
    assert cells(made)["total"].outside == between("219/30", "221/30")
    assert hidden_of(made) == {"aaa"}


def test_a_service_that_the_total_leaves_out_tells_nothing() -> None:
    made = of((20, shown("8.0")), (20, shown("8.0")), apart=((1, FEW),))
    assert cells(made)["bbb"].narrowest == between("1", "10")
    assert cells(made)["bbb"].figures == ()
    assert hidden_of(made) == set()


def test_a_provider_that_was_renamed_and_is_there_twice() -> None:
    one = of((40, shown("7.0")), (20, FEW), (20, shown("6.5")))
    other = of((40, shown("7.0")), (20, shown("7.5")), (20, shown("6.5")))
    twice = register(provider(one), replace(provider(other), id="herdoopt"))
    (cell,) = audit(twice)
    assert cell.outside == between("149/20", "151/20")
    assert cell.is_narrow
    safe = protect(twice)
    assert not any(each.is_narrow for each in audit(safe))
    for each in safe.providers:
        assert not isinstance(each.newest.clients.services[0].rating, Published)
    # Another report of the same days and numbers is of other people.
    apart = register(provider(one), replace(provider(replace(other, source="Een ander rapport")), id="herdoopt"))
    assert [each.outside for each in audit(apart)] != [cell.outside]


def test_what_a_correction_shows_by_difference() -> None:
    before = of((12, shown("8.0")), (8, shown("8.0")), (2, shown("7.0")), (2, FEW))
    after = of((12, ALSO), (8, shown("8.0")), (2, ALSO), (2, FEW))
    assert cells(after)["ccc"].narrowest == between("1", "10")
    found = audit_versions([register(provider(before))], register(provider(after)))
    (cell,) = (each for each in found if each.service == "ccc")
    assert cell.outside == between("9", "9")
    assert cell.is_narrow
    renamed = replace(provider(after), id="nieuw", former_ids=("verzonnen",))
    assert [each.outside for each in audit_versions([register(provider(before))], register(renamed))] == [
        each.outside for each in found
    ]


def test_what_several_earlier_versions_showed_counts_together() -> None:
    others = (3, shown("8.0")), (4, FEW)
    after = register(provider(of((12, ALSO), others[0], (5, ALSO), others[1])))
    with_total = register(provider(of((12, shown("8.0")), others[0], (5, ALSO), others[1])))
    with_service = register(provider(of((12, ALSO), others[0], (5, shown("7.0")), others[1])))
    assert not any(cell.is_narrow for each in (with_total, with_service) for cell in audit_versions([each], after))
    assert [cell.service for cell in audit_versions([with_total, with_service], after) if cell.is_narrow] == ["ccc"]


def test_what_was_said_of_other_people_tells_nothing_of_these() -> None:
    before = of((12, shown("8.0")), (8, shown("8.0")), (4, FEW))
    after = of((13, ALSO), (8, shown("8.0")), (5, FEW))
    cell = audit_versions([register(provider(before))], register(provider(after)))[0]
    assert cell.outside == between("1", "10")


def test_a_figure_that_was_replaced_counts_no_more() -> None:
    before = of((31, shown("7.0")), (30, shown("7.0")), (1, FEW))
    after = of((31, ALSO), (30, shown("8.0")), (1, FEW))
    cell = next(
        each for each in audit_versions([register(provider(before))], register(provider(after))) if each.is_narrow
    )
    assert cell.narrowest is None  # one of the two versions is wrong, and nobody can tell which: not safe


def test_an_average_of_five_of_which_four_are_known_holds_no_withheld_grade() -> None:
    def five(last: Rating) -> list[PublicProvider]:
        known = [shown("8.0"), shown("7.0"), shown("7.5"), shown("8.5"), last]
        return [replace(provider(of((20, each))), id=f"verzonnen-{place}") for place, each in enumerate(known)]

    assert averages_of(register(*five(shown("1.0")))).total is not None
    assert averages_of(register(*five(LOW))).total is None


def test_the_norm_is_told_of_no_report_with_a_withheld_grade() -> None:
    made = of((22, shown("8.9")), (1, FEW), (21, ALSO))
    assert norm.assess(made) is norm.Verdict.HIDDEN_GRADE


# What is done about it.


def test_what_hangs_on_the_total_goes_with_it() -> None:
    opinion = ClientOpinion(None, Decimal(50), None, ())
    made = replace(of((105, shown("7.0")), (100, LOW), (5, shown("8.0"))), opinion=opinion)
    (safe,) = protect(register(provider(made))).providers[0].reports
    assert safe.clients.total.rating == ALSO
    assert safe.opinion is None


def test_counts_beside_what_is_hidden_go_too() -> None:
    counts = (0, 0, 0, 0, 0, 0, 20, 20, 0, 0)
    one = of((40, shown("7.5", counts)), (40, shown("7.5", counts)))
    other = of((40, shown("7.5")), (40, LOW))
    safe = protect(register(provider(one), replace(provider(other), id="herdoopt")))
    ratings = [row.rating for each in safe.providers for row in each.newest.clients.rows]
    assert all(not isinstance(rating, Published) or rating.distribution is None for rating in ratings)


def test_a_grade_hidden_for_anothers_sake_needs_no_protection_itself() -> None:
    cell = cells(of((22, shown("8.9")), (1, LOW), (20, ALSO), (1, LOW)))["bbb"]
    assert cell.narrowest is not None
    assert cell.narrowest.width < 2
    assert not cell.is_narrow


def test_the_fewest_answers_go_first_and_the_total_last() -> None:
    made = of((19, shown("7.6")), (1, FEW), (10, shown("7.0")), (8, shown("8.0")))
    assert cells(made)["aaa"].outside == between("10", "10")
    assert hidden_of(made) == {"ccc"}


def test_a_report_that_contradicts_itself_is_never_safe() -> None:
    impossible = of((20, shown("2.0")), (18, shown("9.0")), (2, FEW))
    assert cells(impossible)["bbb"].narrowest is None
    assert hidden_of(impossible) == {"aaa"}
    other_people = of((20, shown("8.0")), (15, shown("8.0")), (2, FEW))
    assert cells(other_people)["bbb"].narrowest is None
    assert hidden_of(other_people) == {"aaa", "total"}


def test_where_nothing_is_withheld_nothing_is_hidden() -> None:
    made = register(provider(of((10, shown("8.0")), (10, shown("8.0")), (0, NoResponse()))))
    assert audit(made) == []
    assert protect(made) == made


def test_a_policy_that_says_fail_lets_nothing_through() -> None:
    rules = DisclosureRules(Attacker.OUTSIDER, Decimal("2.0"), Decimal("0.5"), Means.FAIL)
    unsafe = replace(of((11, shown("7.5")), (10, shown("7.9")), (1, FEW)), disclosure=rules)
    with pytest.raises(UnsafeReportError, match="verzonnen, 2021-12-31"):
        protect(register(provider(unsafe)))
    safe = register(provider(replace(of((10, LOW)), disclosure=rules)))
    assert protect(safe) == safe


def test_protecting_twice_is_protecting_once() -> None:
    made = register(provider(of((22, shown("8.9")), (1, LOW), (20, shown("8.9")), (1, LOW))))
    assert protect(protect(made)) == protect(made)
