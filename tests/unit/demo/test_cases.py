"""Each of the arranged providers plays its case, in the smallest register that has room for it as in a large one."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeAlias

import pytest
from support.registers.demos import demo, public_demo
from support.scales import TEN

from generator.demo import cases
from generator.demo.cases import CASES, Case
from generator.demo.plans import REFERENCE_DAY
from generator.disclosure.public import NoResponse, PublicProvider, PublicRegister, Published, Rating, Reason, Withheld
from generator.disclosure.withholding import withhold
from generator.register.records import Audience, ReportStatus
from generator.site.statistics.norm import Verdict, assess

Shown: TypeAlias = Callable[[Case], PublicProvider]
IN_TWELVE = CASES[:12]


@pytest.fixture(params=[12, 60])
def public(request: pytest.FixtureRequest) -> PublicRegister:
    return public_demo(request.param)


@pytest.fixture
def shown(public: PublicRegister) -> Shown:
    """The public provider that plays a case."""
    providers = {each.id: each for each in public.providers}
    return lambda case: providers[case.id]


def named(rating: Rating) -> str:
    return rating.reason.value if isinstance(rating, Withheld) else type(rating).__name__


def test_twelve_providers_play_all_that_the_public_can_see(public: PublicRegister) -> None:
    assert {case.id for case in IN_TWELVE} <= {each.id for each in public.providers}
    assert CASES[12:] == (cases.FIRST_IN_REPLY_WINDOW, cases.FIRST_DRAFT, cases.NEVER_MEASURED)


def test_the_job_coach_has_all_that_a_report_can_have(shown: Shown) -> None:
    coach = shown(cases.JOB_COACH)
    newest = coach.newest
    assert coach.provinces == ("utrecht",)
    assert [each.id for each in coach.services] == ["jobcoaching"]
    assert isinstance(newest.clients.total.rating, Published)
    assert newest.clients.total.completed == sum(newest.clients.total.rating.distribution or ()) == 64
    assert newest.commissioners
    assert isinstance(newest.commissioners.total.rating, Published)
    assert newest.commissioners.total.rating.distribution
    assert newest.opinion
    assert newest.opinion.shares
    assert newest.reply
    assert "\n- " in newest.reply
    assert "*" in newest.reply
    assert newest.by_telephone
    assert len(coach.reports) == 2


def test_low_response_is_withheld_by_the_policy_and_the_report_agrees(shown: Shown) -> None:
    newest, before = shown(cases.LOW_RESPONSE).reports
    assert newest.clients.total.rating == Withheld(Reason.INSUFFICIENT_RESPONSE, Decimal(30))
    assert newest.opinion is None
    assert isinstance(before.clients.total.rating, Published)
    assert newest.commissioners
    assert isinstance(newest.commissioners.total.rating, Published)


def test_one_answer_is_withheld_beside_commissioners_of_whom_nobody_answered(shown: Shown) -> None:
    newest = shown(cases.ONE_ANSWER).newest
    assert newest.clients.total.rating == Withheld(Reason.TOO_FEW_RESPONDENTS)
    assert newest.commissioners
    assert newest.commissioners.total.rating == NoResponse()
    assert newest.commissioners.total.net_sample > 0


def test_renamed_has_former_names_and_ids_and_a_correction(shown: Shown) -> None:
    provider = shown(cases.RENAMED)
    assert len(provider.former_names) == len(provider.former_ids) == 2
    assert len(provider.newest.corrections) == 1


def test_ended_ended_before_the_reference_day(shown: Shown) -> None:
    assert shown(cases.ENDED).ended_on == date(2026, 7, 1)


@pytest.mark.parametrize("case", [cases.DRAFT, cases.IN_REPLY_WINDOW])
def test_the_newest_report_does_not_show_yet(case: Case, shown: Shown) -> None:
    newest, before = case.plan.measurements
    assert [each.period_end for each in shown(case).reports] == [before.end]
    assert newest.end > before.end


def test_what_is_not_shown_is_a_draft_or_may_still_be_replied_to() -> None:
    register, policy = demo(12)
    draft, window = (
        register.reports[case.id, case.plan.measurements[0].end] for case in (cases.DRAFT, cases.IN_REPLY_WINDOW)
    )
    assert draft.status is ReportStatus.DRAFT
    assert window.status is ReportStatus.FINAL
    assert 0 <= (REFERENCE_DAY - window.report_date).days < 21
    assert window.key in {(reply.provider, reply.period_end) for reply in register.replies}
    later = withhold(register, policy, REFERENCE_DAY + timedelta(days=365))
    ends = {(each.id, report.period_end) for each in later.providers for report in each.reports}
    assert window.key in ends
    assert draft.key not in ends


def test_nobody_answered_and_nobody_was_invited(shown: Shown) -> None:
    newest, before = shown(cases.NOBODY).reports
    for report, invited in ((newest, 6), (before, 0)):
        assert report.clients.total.rating == NoResponse()
        assert report.clients.total.net_sample == invited
        assert report.commissioners
        assert report.commissioners.total.rating == NoResponse()


def test_nine_services_have_every_reason_to_have_no_grade(shown: Shown) -> None:
    provider = shown(cases.NINE_SERVICES)
    newest = provider.newest
    assert len(provider.name) > 80
    assert len(provider.services) == 9
    assert len(provider.provinces) == 12
    assert len(provider.reports) == 4
    rows = {row.service.id: row for row in newest.clients.services if row.service}
    own = {each.value for each in Reason} - {Reason.SECONDARY.value}  # which is for another service's sake
    assert {named(row.rating) for row in rows.values()} == {"Published", "NoResponse", *own}
    assert isinstance(newest.clients.total.rating, Published)
    assert rows["behandeling-of-begeleiding"].rating == Withheld(Reason.INSUFFICIENT_RESPONSE, Decimal(50))
    assert (rows["naar-werk-zonder-werk"].net_sample, rows["sociale-activering"].net_sample) == (4, 0)
    assert newest.commissioners
    assert len(newest.commissioners.services) == 3


def test_too_few_answers_are_an_asterisk_or_an_empty_cell() -> None:
    register, _ = demo(12)
    end = cases.NINE_SERVICES.plan.measurements[0].end
    rows = {
        row.service: row
        for row in register.results.values()
        if row.report_key == (cases.NINE_SERVICES.id, end) and row.audience is Audience.CLIENT
    }
    cells = [(rows[each].completed, rows[each].grade) for each in ("jobcoaching", "verzuimbegeleiding", "outplacement")]
    assert cells == [(1, "*"), (2, "*"), (1, "")]


def test_civic_integration_is_left_out_of_one_total_and_counted_in_the_other(shown: Shown) -> None:
    newest, before = shown(cases.CIVIC_INTEGRATION).reports
    assert [each.id for each in newest.clients.total_without] == ["inburgering"]
    assert before.clients.total_without == ()
    assert before.commissioners is None


def test_below_the_norm_it_is_missed_after_a_second_look(shown: Shown) -> None:
    report = shown(cases.BELOW_NORM).newest
    assert assess(report, TEN) is Verdict.MISSED
    assert len(report.corrections) == 2
    assert report.commissioners is None


def test_full_marks_are_a_10_and_nothing_besides(shown: Shown) -> None:
    provider = shown(cases.FULL_MARKS)
    rating = provider.newest.clients.total.rating
    assert isinstance(rating, Published)
    assert rating.grade == Decimal("10.0")
    assert provider.provinces == ()
    assert provider.website is None
    assert provider.newest.opinion is not None
    assert provider.newest.opinion.shares is None


@pytest.mark.parametrize("case", [cases.FIRST_IN_REPLY_WINDOW, cases.FIRST_DRAFT, cases.NEVER_MEASURED])
def test_who_has_no_public_report_is_in_the_register_and_not_on_the_site(case: Case) -> None:
    assert case.id in demo(len(CASES))[0].providers
    assert case.id not in {each.id for each in public_demo(len(CASES)).providers}


def test_names_are_of_every_kind() -> None:
    names = [each.name for each in demo(500)[0].providers.values()]
    for kind in (
        lambda name: name.startswith("'t "),
        lambda name: "'s " in name,
        lambda name: "&" in name,
        lambda name: not name.isascii(),
        str.isupper,
        lambda name: any(each.isdigit() for each in name),
        lambda name: name.endswith(" BV"),
        lambda name: len(name) > 80,
    ):
        assert any(map(kind, names))
