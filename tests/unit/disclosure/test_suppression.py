"""Rule 7 against known attacks: what is rounded, and what is hidden where rounding is not enough."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from support.registers.public import NOBODY, grade, provider, register, rounded
from support.registers.small import ALSO, FEW, LOW, in_short, of, protected, seen_of, under
from support.scales import TEN
from support.worlds import Shown, looks_rounded, spans_beside

from generator.disclosure.attack import audit
from generator.disclosure.measurements import editions, linked, measurements
from generator.disclosure.public import (
    Attacker,
    ClientOpinion,
    Means,
    PublicProvider,
    PublicReport,
    PublicRow,
    Published,
    Rating,
    Withheld,
)
from generator.disclosure.suppression import UnsafeReportError, Verdict, decide, protect
from generator.site.statistics import norm
from generator.site.statistics.averages import averages_of


def verdict(made: PublicReport) -> Verdict:
    """What the rule says of the rows that the total counts."""
    (measurement,) = measurements(editions(register(provider(made))))
    rows, *_ = linked(measurement, TEN)
    return decide(rows, made.disclosure).verdict


# What can be known without asking how the rule decides, by trying every sum.


def may_be(rating: Rating, *, all_rounded: bool) -> frozenset[int] | None:
    if not isinstance(rating, Published):
        return None
    tenths = int(rating.grade * 10)
    return looks_rounded(tenths) if all_rounded or rating.is_rounded else frozenset({tenths})


def doubts(made: PublicReport, *, all_rounded: bool = False) -> Sequence[Fraction]:
    """Of each withheld grade, how many points what can be lies apart; also if all that is published were rounded."""
    rows = [row for row in made.clients.rows if row.completed]
    total, *services = [Shown(row.completed, may_be(row.rating, all_rounded=all_rounded)) for row in rows]
    spans = spans_beside(total, services)
    found = []
    for row, span in zip((*rows[1:], rows[0]), spans, strict=True):
        if isinstance(row.rating, Withheld):
            assert span
            found.append(Fraction(span[1] - span[0], row.completed))
    return found


@pytest.mark.parametrize("single", ["25: 8.8 and 8.9", "45: 8.8 and 8.9", "36: 8.1 and 8.2"])
def test_one_answer_beside_many(single: str) -> None:
    """A single answer that the total less the others gives away exactly, or nearly."""
    answered, grades = single.split(": ")
    others, total = grades.split(" and ")
    made = of((int(answered) + 1, grade(total)), (int(answered), grade(others)), (1, FEW))
    assert max(doubts(made)) < 2
    safe = protected(made)
    whole = "8" if others == "8.1" else "9"
    assert in_short(safe) == {"total": total, "aaa": f"{whole} rounded", "bbb": "-"}
    # Without the program anything can be; with it there is as much doubt as is promised.
    assert min(doubts(safe)) > 2
    (cell,) = audit(register(provider(safe)))
    assert cell.outsider
    assert 2 <= cell.outsider.interval.width <= min(doubts(safe))


def test_figures_that_are_safe_are_rounded_where_the_others_would_stand_out() -> None:
    """Were 45 who gave 8.9 shown so, only 8.8 could lead to a 9, and the single answer would be a 10."""
    made = of((46, grade("8.9")), (45, grade("8.9")), (1, FEW))
    assert min(doubts(made)) >= 2
    assert seen_of(made) == {"total": "8.9", "aaa": "9 rounded", "bbb": "-"}


def test_the_total_less_the_other_services() -> None:
    made = of((11, grade("7.5")), (10, grade("7.9")), (1, FEW))
    assert seen_of(made) == {"total": "7.5", "aaa": "8 rounded", "bbb": "-"}


def test_the_service_with_the_fewest_answers_is_rounded_first() -> None:
    made = of((19, grade("7.6")), (1, FEW), (10, grade("7.0")), (8, grade("8.0")))
    assert seen_of(made) == {"total": "7.6", "aaa": "-", "bbb": "7.0", "ccc": "8 rounded"}


def test_two_single_answers_hide_each_other_from_an_outsider() -> None:
    made = of((22, grade("8.9")), (1, LOW), (20, grade("8.9")), (1, LOW))  # a real report
    assert seen_of(made) == {"total": "8.9", "aaa": "-", "bbb": "8.9", "ccc": "-"}
    assert verdict(made) is Verdict.SAFE


def test_two_single_answers_that_are_all_there_is_hide_their_total() -> None:
    made = of((2, grade("9.5")), (1, FEW), (1, FEW))
    assert max(doubts(made)) < 2
    assert max(doubts(made, all_rounded=True)) < 2  # of 9.5 and more the lowest is a 9
    assert seen_of(made) == {"total": "hidden", "aaa": "-", "bbb": "-"}


def test_where_rounding_all_is_not_enough_two_are_hidden() -> None:
    made = of((3, grade("1.3")), (2, grade("1.0")), (1, FEW))
    assert max(doubts(made, all_rounded=True)) < 2
    assert seen_of(made) == {"total": "hidden", "aaa": "hidden", "bbb": "-"}
    (cell,) = (each for each in audit(register(provider(protected(made)))) if each.is_protected)
    assert not cell.is_narrow


@pytest.mark.parametrize(
    "made",
    [
        of((24, grade("7.2")), (8, grade("6.5")), (15, grade("7.3")), (1, FEW)),
        of((23, grade("7.1")), (10, grade("6.5")), (12, grade("7.3")), (1, FEW)),
        of((19, grade("6.9")), (8, grade("6.5")), (9, grade("6.6")), (2, FEW)),
        of((29, grade("6.6")), (12, grade("6.5")), (15, grade("7.5")), (1, LOW), (1, FEW)),
        of(
            (35, grade("7.6")),
            (7, grade("7.4")),
            (8, grade("8.1")),
            (9, grade("7.3")),
            (10, grade("7.3")),
            (1, FEW),
        ),
    ],
    ids=lambda made: str(in_short(made)),
)
def test_in_larger_reports_too_nothing_is_hidden_where_rounding_all_is_enough(made: PublicReport) -> None:
    """Here the exposed figures stand out, until safe ones that look like them are rounded too."""
    assert min(doubts(made)) < 2
    assert min(doubts(made, all_rounded=True)) >= 2
    assert "hidden" not in seen_of(made).values()


def test_at_the_very_end_of_the_scale_nothing_may_be_enough() -> None:
    """Two who all gave a 1: of all grades only this one would be hidden, and so tell itself."""
    made = of((2, LOW), (2, grade("1.0")))
    assert verdict(made) is Verdict.HOPELESS
    with pytest.raises(UnsafeReportError, match=r"verzonnen, 2021-12-31: .* whatever is done about it"):
        protected(made)
    assert seen_of(of((2, LOW), (2, grade("9.5")))) == {"total": "-", "aaa": "10 rounded"}


def test_a_total_that_is_nearly_one_withheld_service() -> None:
    made = of((105, grade("7.0")), (100, LOW), (3, grade("8.0")), (2, grade("9.0")))
    assert max(doubts(made)) < Fraction(1, 2)
    # Whatever five others gave, a hundred of 105 gave about a 7: only without the total's decimal there is doubt.
    assert seen_of(made) == {"total": "7 rounded", "aaa": "-", "bbb": "8.0", "ccc": "9.0"}


def test_a_withheld_total_of_services_that_are_all_there() -> None:
    made = of((30, LOW), (10, grade("8.0")), (20, grade("7.0")))
    assert max(doubts(made)) < Fraction(1, 2)
    # Ten answers, rounded, would leave less than half a point of thirty.
    assert seen_of(made) == {"total": "-", "aaa": "8.0", "bbb": "7 rounded"}


def test_a_service_that_the_total_leaves_out_is_told_by_nothing() -> None:
    made = of((20, grade("8.0")), (20, grade("8.0")), apart=((1, FEW),))
    assert protected(made) == made


def test_where_nothing_is_withheld_nothing_changes() -> None:
    made = of((20, grade("8.0")), (20, grade("8.0")), (0, NOBODY))
    assert protected(made) == made


# More than one publication.


def twice(one: PublicReport, other: PublicReport) -> tuple[PublicProvider, ...]:
    """The same measurement under two names, as rule 7 shows it."""
    return protect(register(provider(one), replace(provider(other), id="herdoopt"))).providers


def test_what_one_publication_withholds_the_other_does_not_show() -> None:
    one = of((40, grade("7.2")), (20, LOW), (20, grade("6.8")))
    other = of((40, grade("7.2")), (20, grade("7.6")), (20, grade("6.8")))
    safe = twice(one, other)
    assert not any(each.is_narrow for each in audit(register(*safe)))
    first, second = (in_short(each.newest) for each in safe)
    # The total too: with its decimal, others that look alike could not be rounded enough and would be hidden.
    assert first == {"total": "7 rounded", "aaa": "-", "bbb": "7 rounded"}
    assert second == {"total": "7 rounded", "aaa": "8 rounded", "bbb": "7 rounded"}


def test_one_persons_answer_that_another_publication_shows_is_hidden_there() -> None:
    one = of((21, grade("7.2")), (1, FEW), (20, grade("7.1")))
    other = of((21, grade("7.2")), (1, grade("9.0")), (20, grade("7.1")))
    first, second = (in_short(each.newest) for each in twice(one, other))
    assert second["aaa"] == "hidden"  # a whole answer has no decimal to lose
    assert {**first, "aaa": ""} == {**second, "aaa": ""}


def test_two_publications_of_one_grade_that_differ_are_both_hidden() -> None:
    one = of((40, grade("7.0")), (20, LOW), (20, grade("6.5")))
    for each in twice(one, of((40, grade("7.1")), (20, LOW), (20, grade("6.5")))):
        assert in_short(each.newest) == {"total": "hidden", "aaa": "-", "bbb": "hidden"}


# What contradicts itself.


def test_figures_that_no_grades_can_give_are_not_shown() -> None:
    impossible = of((20, grade("2.0")), (18, grade("9.0")), (2, FEW))
    assert seen_of(impossible) == {"total": "hidden", "aaa": "hidden", "bbb": "-"}
    assert verdict(impossible) is Verdict.CONTRADICTED


@pytest.mark.parametrize("tenths", range(10, 101))
def test_what_was_decided_is_decided_again(tenths: int) -> None:
    """Also where no two whole grades give the grade: a register that was sealed is read, and judged, like any other."""
    made = of((2, LOW), (2, grade(f"{tenths / 10}")))
    if verdict(made) in {Verdict.HOPELESS, Verdict.IMPOSSIBLE}:
        assert tenths < 15  # beside a grade that can only be a 1 nothing leaves doubt
    else:
        assert verdict(protected(made)) in {Verdict.SAFE, Verdict.CONTRADICTED}
        assert protected(protected(made)) == protected(made)


def test_a_total_of_other_people_is_not_shown() -> None:
    # Three more than the services have; and yet two who gave 9.5 to 10 would fit.
    other_people = of((20, grade("7.0")), (15, grade("8.0")), (2, FEW))
    assert doubts(other_people) == [Fraction(1, 2)]
    assert seen_of(other_people) == {"total": "hidden", "aaa": "hidden", "bbb": "-"}
    assert verdict(other_people) is Verdict.CONTRADICTED


# By other policies.


def test_a_policy_that_withholds_hides_and_never_rounds() -> None:
    made = under(of((11, grade("7.5")), (10, grade("7.9")), (1, FEW)), means=Means.WITHHOLD)
    assert seen_of(made) == {"total": "7.5", "aaa": "hidden", "bbb": "-"}
    made = under(of((26, grade("8.9")), (25, grade("8.8")), (1, FEW)), means=Means.WITHHOLD)
    # Without the 25 alone, who has this program would know that they gave 8.8.
    assert seen_of(made) == {"total": "hidden", "aaa": "hidden", "bbb": "-"}


def test_a_policy_that_fails_lets_nothing_through() -> None:
    unsafe = under(of((11, grade("7.5")), (10, grade("7.9")), (1, FEW)), means=Means.FAIL)
    assert verdict(unsafe) is Verdict.FORBIDDEN
    with pytest.raises(UnsafeReportError, match="verzonnen, 2021-12-31: a withheld grade could be worked out"):
        protected(unsafe)
    marked = under(of((11, grade("7.5")), (10, rounded("8")), (1, FEW)), means=Means.FAIL)
    assert verdict(marked) is Verdict.UNFOUNDED
    safe = under(of((22, grade("8.9")), (1, LOW), (20, grade("8.9")), (1, LOW)), means=Means.FAIL)
    assert protected(safe) == safe


def test_a_policy_that_protects_from_who_answered_rounds_more() -> None:
    made = of((22, grade("8.9")), (1, LOW), (20, grade("8.9")), (1, LOW))
    safe = protected(under(made, attacker=Attacker.RESPONDENT))
    assert in_short(safe) == {"total": "8.9", "aaa": "-", "bbb": "9 rounded", "ccc": "-"}
    for cell in audit(register(provider(safe))):
        assert cell.respondent
        assert cell.respondent.interval.width >= 2


def test_a_policy_that_promises_less_doubt_rounds_less() -> None:
    made = of((11, grade("7.5")), (10, grade("7.9")), (1, FEW))
    assert seen_of(under(made, one_person="1.0")) == {"total": "7.5", "aaa": "7.9", "bbb": "-"}


# What is there already.


MADE = (
    of((22, grade("8.9")), (1, LOW), (20, grade("8.9")), (1, LOW)),
    of((26, grade("8.9")), (25, grade("8.8")), (1, FEW)),
    of((3, grade("1.3")), (2, grade("1.0")), (1, FEW)),
    of((30, LOW), (10, grade("8.0")), (20, grade("7.0"))),
    of((105, grade("7.0")), (100, LOW), (5, grade("8.0"))),
)


@pytest.mark.parametrize("means", [Means.ROUND, Means.WITHHOLD])
@pytest.mark.parametrize("made", MADE, ids=lambda made: str(in_short(made)))
def test_protecting_twice_is_protecting_once(made: PublicReport, means: Means) -> None:
    once = protected(under(made, means=means))
    assert verdict(once) is Verdict.SAFE
    assert protected(once) == once


@pytest.mark.parametrize(
    "made",
    [
        of((11, rounded("8")), (10, grade("7.9")), (1, FEW)),  # the total, before the service
        of((19, grade("7.6")), (1, FEW), (10, rounded("7")), (8, grade("8.0"))),  # the larger one
        of((61, grade("8.0")), (60, rounded("8")), (1, FEW)),  # whatever they gave, nobody needs it
        of((61, grade("8.0")), (60, ALSO), (1, FEW)),
        of((11, grade("7.5")), (10, ALSO), (1, FEW)),  # where rounding is enough
        of((20, rounded("8")), (20, grade("8.0"))),  # nothing is withheld
        of((11, ALSO), (10, ALSO)),
    ],
    ids=lambda made: str(in_short(made)),
)
def test_a_mark_that_the_rule_never_sets_is_refused(made: PublicReport) -> None:
    assert verdict(made) is Verdict.UNFOUNDED
    with pytest.raises(UnsafeReportError, match="rounded or hidden that the rule shows"):
        protected(made)


def test_a_rounded_grade_is_refused_where_the_policy_hides() -> None:
    assert verdict(under(of((11, grade("7.5")), (10, rounded("8")), (1, FEW)), means=Means.WITHHOLD)) is (
        Verdict.UNFOUNDED
    )


# What hangs on a grade.


COUNTS = (0, 0, 0, 0, 0, 0, 20, 20, 0, 0)
OPINION = ClientOpinion(None, Decimal(50), None, ())


def test_what_hangs_on_a_hidden_total_goes_with_it() -> None:
    made = replace(of((2, grade("9.5")), (1, FEW), (1, FEW)), opinion=OPINION)
    safe = protected(made)
    assert safe.clients.total.rating == ALSO
    assert safe.opinion is None


def test_what_hangs_on_a_rounded_total_stays() -> None:
    made = replace(of((105, grade("7.0")), (100, LOW), (5, grade("8.0"))), opinion=OPINION)
    safe = protected(made)
    assert safe.clients.total.rating == rounded("7")
    assert safe.opinion == OPINION


def test_counts_beside_what_is_rounded_go_too() -> None:
    one = of((40, grade("7.5", COUNTS)), (40, grade("7.5", COUNTS)))
    other = of((40, grade("7.5")), (40, LOW))
    rows: list[PublicRow] = [row for each in twice(one, other) for row in each.newest.clients.rows]
    assert any(isinstance(row.rating, Published) for row in rows)
    assert all(row.rating.distribution is None for row in rows if isinstance(row.rating, Published))


def test_an_average_of_five_of_which_four_are_known_holds_no_withheld_grade() -> None:
    def five(last: Rating) -> list[PublicProvider]:
        known = [grade("8.0"), grade("7.0"), grade("7.5"), grade("8.5"), last]
        return [replace(provider(of((20, each))), id=f"verzonnen-{place}") for place, each in enumerate(known)]

    assert averages_of(register(*five(grade("1.0")))).total is not None
    assert averages_of(register(*five(LOW))).total is None


def test_the_norm_is_told_of_no_report_with_a_withheld_grade() -> None:
    made = of((22, grade("8.9")), (1, FEW), (21, ALSO))
    assert norm.assess(made, TEN) is norm.Verdict.HIDDEN_GRADE
