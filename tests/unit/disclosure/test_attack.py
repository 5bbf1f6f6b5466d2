"""What can be worked out of a withheld grade: the audit against all that there can be, and what it remembers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from support.knowledge import between, outsider
from support.registers.public import NOBODY, grade, provider, register, rounded
from support.registers.small import ALSO, FEW, LOW, of, protected, under
from support.scales import FIVE, FROM_FOUR, TEN
from support.worlds import Small, Spans, together, tried

from generator.disclosure.attack import WithheldGrade, audit
from generator.disclosure.feasibility import TOTAL, Interval, Observer
from generator.disclosure.pictures import Figures, Picture, Precision, Seen, places_of
from generator.disclosure.protection import Protection
from generator.disclosure.public import Attacker, Means, PublicReport, Rating
from generator.scale import Scale


def cells(*reports: PublicReport, scale: Scale = TEN) -> dict[str, WithheldGrade]:
    public = register(provider(*reports))
    return {cell.service: cell for cell in audit(replace(public, charter=replace(public.charter, scale=scale)))}


def respondent(cell: WithheldGrade) -> Interval:
    assert cell.respondent
    return cell.respondent.interval


# Against everything that there can be.


REPORTS = (
    Small((2, 1), frozenset({1})),
    Small((2, 2), frozenset({1})),
    Small((2, 2), frozenset({1}), starred=frozenset({1})),
    Small((2, 1, 1), frozenset({1, 2})),
    Small((2, 2), total_is_withheld=True),
    Small((2, 2, 1), frozenset({2}), total_is_withheld=True),
    Small((2, 1), frozenset({1}), scale=FIVE),
    Small((2, 2), frozenset({1}), scale=FROM_FOUR),
    Small((2, 2, 1), frozenset({2}), scale=FIVE),
)


def rating_of(seen: Seen) -> Rating:
    if seen.precision is Precision.HIDDEN:
        return ALSO
    return rounded(str(seen.value)) if seen.precision is Precision.WHOLE else grade(f"{seen.value / 10:.1f}")


def public_report(small: Small, order: Sequence[str], picture: Picture, attacker: Attacker) -> PublicReport:
    """A report as the public sees it."""
    seen = dict(zip(order, map(rating_of, picture), strict=True))
    own: dict[str, Rating] = {
        key: FEW if small.promised((key, None)) == 2 * small.completed[key] else LOW for key in small.secrets
    }
    rows = [(n, (own | seen)[key]) for key, n in small.completed.items()]
    return under(of(rows[-1], *rows[:-1]), attacker=attacker)


def some(pictures: Mapping[Picture, list[Figures]]) -> list[Picture]:
    """Some of each kind: exact, rounded and hidden."""
    kinds = defaultdict(list)
    for picture in sorted(pictures):
        kinds[tuple(each.precision for each in picture)].append(picture)
    return [picture for of_kind in kinds.values() for picture in of_kind[:: max(1, len(of_kind) // 4)]]


@pytest.mark.parametrize("attacker", Attacker)
@pytest.mark.parametrize("small", REPORTS, ids=str)
def test_the_audit_knows_what_all_figures_together_tell_that_lead_to_a_picture(
    small: Small, attacker: Attacker
) -> None:
    doubt = small.doubt(attacker)
    rule = Protection(doubt, Means.ROUND)
    order = tuple(row.key for row in doubt.published)
    spans = tried(small, order, Attacker.RESPONDENT)
    pictures = defaultdict(list)
    for figures in spans:
        pictures[rule.picture(figures)].append(figures)
    for picture in some(pictures):
        if not rule.alike(picture):
            continue  # nothing is safe: such a report is refused
        known = together([spans[figures] for figures in pictures[picture]])
        found = cells(public_report(small, order, picture, attacker), scale=small.scale)
        assert set(found) == {*small.secrets, *(order[place] for place in places_of(picture, Precision.HIDDEN))}
        for key in small.secrets:
            check(found[key], known, small)


def check(cell: WithheldGrade, known: Spans, small: Small) -> None:
    """Whether a cell says what is known."""
    low, high = known[cell.service, None]
    n = small.completed[cell.service]
    assert cell.outsider
    assert outsider(cell) == Interval(Fraction(low, n), Fraction(high, n))
    assert cell.outsider.needed * n == small.promised((cell.service, None))
    assert not cell.is_narrow
    asked = [each for each in known if each[0] == cell.service and each[1] is not None]
    assert (cell.respondent is None) is (not asked)
    if cell.respondent is None or cell.respondent.observer is None:
        return
    room = {each: Fraction(known[each][1] - known[each][0]) - small.promised(each) for each in asked}
    narrowest = min(room[each] / small.answers(each) for each in asked)
    assert cell.respondent.interval.width - cell.respondent.needed == narrowest
    whose = (cell.service, (cell.respondent.observer.service, cell.respondent.observer.answer))
    others = small.answers(whose)
    assert respondent(cell) == Interval(Fraction(known[whose][0], others), Fraction(known[whose][1], others))


# In figures.


def test_the_total_less_the_other_services() -> None:
    exact = of((11, grade("7.5")), (10, grade("7.9")), (1, FEW))
    found = cells(exact)["bbb"]
    # Of 79 in all but one, and 82 to 83 in all: 3 or 4.
    assert outsider(found) == between("3", "4")
    assert found.figures == ("aaa", "total")
    assert found.is_narrow
    assert outsider(cells(protected(exact))["bbb"]) == between("1", "8")


def test_of_two_who_answered_alone_each_knows_more_of_the_other_than_an_outsider() -> None:
    made = of((22, grade("8.9")), (1, LOW), (20, grade("8.9")), (1, LOW))  # a real report
    found = cells(made)["aaa"]
    assert outsider(found) == between("6", "10")
    assert not found.is_narrow
    assert respondent(found) == between("10", "10")
    assert found.respondent
    assert found.respondent.observer == Observer("ccc", 6)
    assert cells(under(made, attacker=Attacker.RESPONDENT))["aaa"].is_narrow


def test_of_two_who_answered_one_knows_the_own_answer() -> None:
    found = cells(of((22, grade("8.0")), (20, grade("8.0")), (2, FEW)))["bbb"]
    assert outsider(found) == between("7", "9")
    assert found.respondent
    assert found.respondent.interval.width == 0
    assert found.respondent.observer == Observer("bbb", 4)  # then the other gave a 10
    assert found.respondent.needed == 2


def test_that_a_grade_is_rounded_tells_something_and_the_audit_counts_it() -> None:
    # Of 26 who gave 8.9, all but one from 8.5 to 9.4: by itself that would leave anything from 1 to 10.
    found = cells(of((26, grade("8.9")), (25, rounded("9")), (1, FEW)))["bbb"]
    assert outsider(found) == between("8", "10")
    assert not found.is_narrow


def test_a_picture_that_the_rule_never_shows_tells_what_its_figures_tell() -> None:
    found = cells(of((26, rounded("1")), (25, grade("8.9")), (1, FEW)))["bbb"]
    assert found.outsider is None  # it contradicts itself
    assert found.is_narrow
    # Rounded without need: of the total alone, and of twenty-five from 6.5 to 7.4.
    found = cells(of((61, rounded("7")), (60, rounded("7")), (1, FEW)))["bbb"]
    assert outsider(found) == between("1", "10")


def test_a_grade_hidden_for_anothers_sake_needs_no_protection_itself() -> None:
    found = cells(of((30, LOW), (10, ALSO), (20, grade("7.0"))))["aaa"]
    assert not found.is_protected
    assert not found.is_narrow


def test_a_service_that_the_total_leaves_out_tells_nothing() -> None:
    found = cells(of((20, grade("8.0")), (20, grade("8.0")), apart=((1, FEW),)))["bbb"]
    assert outsider(found) == between("1", "10")
    assert found.figures == ()


def test_without_a_total_the_services_tell_nothing_of_each_other() -> None:
    found = cells(of((30, LOW), (10, grade("8.0")), (1, FEW), (19, grade("7.0"))))
    assert outsider(found["bbb"]) == between("1", "10")
    assert found["bbb"].figures == ()
    assert found[TOTAL].figures == ("aaa", "ccc")


def test_where_nothing_is_withheld_there_is_nothing_to_work_out() -> None:
    assert audit(register(provider(of((20, grade("8.0")), (20, grade("8.0")), (0, NOBODY))))) == []


def test_a_report_that_contradicts_itself_is_never_safe() -> None:
    impossible = cells(of((20, grade("2.0")), (18, grade("9.0")), (2, FEW)))["bbb"]
    assert impossible.outsider is None
    assert impossible.is_narrow
    other_people = cells(of((20, grade("7.0")), (15, grade("8.0")), (2, FEW)))["bbb"]
    assert other_people.outsider is None
    assert other_people.is_narrow


# Two publications of one measurement.


def test_a_provider_that_was_renamed_and_is_there_twice() -> None:
    one = of((40, grade("7.0")), (20, FEW), (20, grade("6.5")))
    other = of((40, grade("7.0")), (20, grade("7.5")), (20, grade("6.5")))
    twice = register(provider(one), replace(provider(other), id="herdoopt"))
    (cell,) = audit(twice)
    assert outsider(cell) == between("149/20", "151/20")
    assert cell.is_narrow
    # Another report of the same days and numbers is of other people.
    apart = register(provider(one), replace(provider(replace(other, source="Een ander rapport")), id="herdoopt"))
    assert [outsider(each) for each in audit(apart)] != [outsider(cell)]
