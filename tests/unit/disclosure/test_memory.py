"""What an earlier version showed of the same people counts as known, and what it showed of others does not."""

from dataclasses import replace
from datetime import timedelta

import pytest
from support.knowledge import between, outsider
from support.registers.public import grade, provider, register
from support.registers.small import ALSO, FEW, of, protected, under

from generator.disclosure.attack import WithheldGrade, audit
from generator.disclosure.feasibility import Interval
from generator.disclosure.public import Means, PublicProvider, PublicReport, Rating

NONE, DAY = timedelta(), timedelta(days=1)


def versions(*before: PublicReport, after: PublicReport, means: Means = Means.FAIL) -> dict[str, WithheldGrade]:
    """The cells of ``after`` for who remembers ``before``; mostly by a policy of which nothing follows itself."""
    now = register(provider(under(after, means=means)))
    found = audit(now, [register(provider(each)) for each in before])
    return {cell.service: cell for cell in found}


def test_what_a_correction_shows_by_difference() -> None:
    before = of((12, grade("8.0")), (8, grade("8.0")), (2, grade("7.0")), (2, FEW))
    after = of((12, ALSO), (8, grade("8.0")), (2, ALSO), (2, FEW))
    assert outsider(versions(after=after)["ccc"]) == between("1", "10")
    found = versions(before, after=after)["ccc"]
    assert outsider(found) == between("9", "9")
    assert found.is_narrow


SHOWN = of((12, grade("8.0")), (8, grade("8.0")), (2, grade("7.0")), (2, FEW))
HIDDEN = under(of((12, ALSO), (8, grade("8.0")), (2, ALSO), (2, FEW)), means=Means.FAIL)


def known(was: PublicProvider, now: PublicProvider) -> Interval:
    """What is known of the one grade of ``HIDDEN`` that needs protection."""
    (cell,) = (each for each in audit(register(now), [register(was)]) if each.is_protected)
    return outsider(cell)


@pytest.mark.parametrize("identity", ["verzonnen", "vroeger", "nu-vroeger"])
@pytest.mark.parametrize("start", [-DAY, NONE, DAY])
@pytest.mark.parametrize("end", [-DAY, NONE, DAY])
def test_a_report_is_remembered_under_any_id_and_by_any_period_that_overlaps(
    identity: str, start: timedelta, end: timedelta
) -> None:
    moved = replace(HIDDEN, period_start=SHOWN.period_start + start, period_end=SHOWN.period_end + end)
    was = replace(provider(SHOWN), id=identity, former_ids=("eerst",))
    now = replace(provider(moved), former_ids=("vroeger", "eerst"))
    assert known(was, now) == between("9", "9")


def test_a_report_is_remembered_that_stood_under_a_wrong_name() -> None:
    wrong = replace(provider(SHOWN), id="een-ander")
    assert known(wrong, provider(HIDDEN)) == between("9", "9")
    # Another report of the same days and numbers is of other people.
    apart = replace(wrong, reports=(replace(SHOWN, source="Een ander rapport"),))
    assert known(apart, provider(HIDDEN)) == between("1", "10")


def test_a_period_without_a_day_in_common_is_another_measurement() -> None:
    earlier = replace(SHOWN, period_start=SHOWN.period_start - 400 * DAY, period_end=SHOWN.period_start - DAY)
    assert known(provider(earlier), provider(HIDDEN)) == between("1", "10")


def test_what_was_exact_before_it_was_rounded() -> None:
    before = of((26, grade("8.9")), (25, grade("8.8")), (1, FEW))
    after = protected(before)
    assert not versions(after=after, means=Means.ROUND)["bbb"].is_narrow
    found = versions(before, after=after, means=Means.ROUND)["bbb"]
    assert outsider(found) == between("10", "10")
    assert found.is_narrow
    assert not versions(after, after=after, means=Means.ROUND)["bbb"].is_narrow


def test_what_several_earlier_versions_showed_counts_together() -> None:
    def version(total: Rating, third: Rating) -> PublicReport:
        return of((12, total), (3, grade("8.0")), (5, third), (4, FEW))

    after = version(ALSO, ALSO)
    with_total, with_service = version(grade("8.0"), ALSO), version(ALSO, grade("7.0"))
    for each in (with_total, with_service):
        assert not any(cell.is_narrow for cell in versions(each, after=after).values())
    found = versions(with_total, with_service, after=after)
    assert [cell.service for cell in found.values() if cell.is_narrow] == ["ccc"]


def test_what_was_said_of_other_people_tells_nothing_of_these() -> None:
    before = of((12, grade("8.0")), (8, grade("8.0")), (4, FEW))
    after = of((13, ALSO), (8, grade("8.0")), (5, FEW))
    assert outsider(versions(before, after=after)["bbb"]) == between("1", "10")


def test_a_total_of_before_counts_only_where_all_services_have_as_many_answers() -> None:
    before = of((14, grade("8.0")), (5, grade("8.0")), (5, grade("7.0")), (4, FEW))
    after = of((14, ALSO), (5, grade("8.0")), (6, ALSO), (3, FEW))
    assert outsider(versions(before, after=after)["ccc"]) == between("1", "10")


def test_a_figure_that_was_replaced_counts_no_more() -> None:
    before = of((31, grade("7.0")), (30, grade("7.0")), (1, FEW))
    after = of((31, ALSO), (30, grade("8.0")), (1, FEW))
    found = versions(before, after=after)["bbb"]
    assert found.outsider is None  # one of the two versions is wrong, and nobody can tell which: not safe
    assert found.is_narrow
