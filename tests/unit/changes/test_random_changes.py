"""Whatever is done to a register: what the public saw is still there, or a line says so, or it is refused."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from typing import TypeAlias

from hypothesis import assume, given
from hypothesis import strategies as st
from support.registers.drawn import AS_OF, NOWHERE, can_be_built, registers
from support.registers.edited import counts, edited, rekeyed, reply
from support.registers.empty import policy

from generator.changes.difference import difference, refused
from generator.changes.names import taken_over
from generator.disclosure.policy import Policy
from generator.disclosure.public import (
    AnyProvider,
    AudienceResults,
    ClientOpinion,
    NoResponse,
    PublicRegister,
    PublicReport,
    PublicRow,
    PublicService,
    Published,
    Shares,
    Withheld,
)
from generator.disclosure.standing import changed_rules
from generator.disclosure.withholding import withhold
from generator.register.records import (
    Correction,
    Register,
    ReportStatus,
    YesNo,
)

POLICY = policy()


@st.composite
def line(draw: st.DrawFn, *registers: Register) -> Correction:
    """A line about a report of one of these versions, or of no report."""
    keys = sorted({key for register in registers for key in register.reports})
    provider, end = draw(st.sampled_from([*keys, ("verzonnen-weg", date(2021, 12, 31))]))
    return Correction.model_construct(
        at=NOWHERE,
        corrected_on=draw(st.dates(date(2022, 6, 1), AS_OF)),
        provider=provider,
        period_end=end,
        what=draw(st.sampled_from(["Het cijfer", "Het rapport"])),
        reason="Een tikfout",
        withdrawn=draw(st.sampled_from([None, YesNo.YES])),
    )


@st.composite
def visible(draw: st.DrawFn) -> Register:
    """A register of which most reports are public."""
    register = draw(registers())
    seen = {"status": ReportStatus.FINAL, "report_date": date(2022, 2, 1)}
    reports = {
        key: report if key[1].year == draw(st.integers(2019, 2024)) else report.model_copy(update=seen)
        for key, report in register.reports.items()
    }
    register = replace(register, reports=reports, distributions=counts(register))
    replies = tuple(reply(key, "Wij zijn blij.") for key in sorted(reports) if draw(st.booleans()))
    register = replace(register, replies=replies)
    assume(can_be_built(register))
    return replace(register, corrections=tuple(draw(st.lists(line(register), max_size=3))))


def all_told(before: Register, after: Register) -> list[Correction]:
    """A line about every report of before, which says that it was withdrawn if no report has its place."""
    present = after.present_ids()
    public = {
        (provider.id, report.period_end)
        for provider in withhold(after, POLICY, AS_OF).providers
        for report in provider.reports
    }
    return [
        Correction.model_construct(
            at=NOWHERE,
            corrected_on=AS_OF,
            provider=provider,
            period_end=end,
            what="Alles",
            reason="Een tikfout",
            withdrawn=None if (present.get(provider, provider), end) in public else YesNo.YES,
        )
        for provider, end in before.reports
    ]


Pair: TypeAlias = tuple[PublicRegister, PublicRegister, Policy]


@st.composite
def pairs(draw: st.DrawFn) -> Pair:
    """What the public sees before and after some edits, and the rules that come with them."""
    before = draw(visible())
    after = before
    for _ in range(draw(st.integers(1, 3))):
        after = draw(edited(after))
    assume(can_be_built(after))
    kept = [each for each in before.corrections if draw(st.integers(0, 9))]
    told = draw(st.sampled_from([[], all_told(before, after), draw(st.lists(line(before, after), max_size=3))]))
    after = replace(after, corrections=(*kept, *told))
    rules = draw(st.sampled_from([POLICY, POLICY, POLICY, stricter(date(2021, 1, 1)), stricter(date(2023, 1, 1))]))
    return withhold(before, POLICY, AS_OF), withhold(after, rules, AS_OF), rules


def stricter(applies_from: date) -> Policy:
    """The rules, and another version at the end, by which nothing of fewer than 300 answers is shown."""
    last = POLICY.versions[-1]
    minimum = last.minimum_respondents.model_copy(update={"completed": 300})
    version = last.model_copy(update={"applies_from": applies_from, "minimum_respondents": minimum})
    return POLICY.model_copy(update={"versions": (*POLICY.versions, version)})


# The oracle: it looks at one figure at a time, and knows nothing of pairs, of facts or of counting.


def ids(provider: AnyProvider) -> set[str]:
    return {provider.id, *provider.former_ids}


# What a report does not say itself: the rules, of which none may change; and lines, which are counted.
NOT_SAID = {"public_on", "norm", "certainty", "disclosure", "corrections"}


def figures(value: object, *route: str) -> Iterator[tuple[object, ...]]:
    """Whatever the public model holds of a report, each with its route; a service by its id."""
    if isinstance(value, PublicService):
        yield *route, value.id
    elif isinstance(value, PublicReport | AudienceResults | PublicRow | ClientOpinion | Shares | Published | Withheld):
        named = (value.service.id,) if isinstance(value, PublicRow) and value.service else ()
        for each in fields(value):
            if each.name not in NOT_SAID:
                yield from figures(getattr(value, each.name), *route, *named, each.name)
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            # Rows are told by their services.
            yield from figures(each, *route, *([] if isinstance(each, PublicRow) else [str(number)]))
    elif isinstance(value, NoResponse):
        yield *route, "nobody"
    elif value is not None:
        yield *route, value


def of_same_people(report: PublicReport, provider: AnyProvider, pair: Pair) -> list[PublicReport]:
    """The reports of after about a day of a report of before, by whoever has its provider's ids and was no other."""
    before, after, _ = pair
    others = {each.id for each in before.all_providers} - {provider.id}
    return [
        each
        for heir in after.providers
        if ids(heir) & ids(provider) and heir.id not in others
        for each in heir.reports
        if each.period_start <= report.period_end and report.period_start <= each.period_end
    ]


def lines_about(public: PublicRegister, known: set[str], ends: set[date] | None = None) -> int:
    return sum(
        len(report.corrections)
        for provider in public.all_providers
        if ids(provider) & known
        for report in provider.all_reports
        if ends is None or report.period_end in ends
    )


def is_refused(pair: Pair) -> bool:
    before, after, rules = pair
    ends = [report.period_end for provider in before.providers for report in provider.reports]
    return bool(
        changed_rules(POLICY, rules, ends, AS_OF) or taken_over(before, after) or refused(difference(before, after))
    )


@given(pairs())
def test_what_was_public_is_there_or_a_line_says_so_or_the_change_is_refused(pair: Pair) -> None:
    if is_refused(pair):
        return
    before, after, _ = pair
    for provider in before.providers:
        for report in provider.reports:
            found = of_same_people(report, provider, pair)
            there = [set(figures(each)) for each in found]
            lost = [each for each in figures(report) if not any(each in figures for figures in there)]
            if lost:
                ends = {report.period_end, *(each.period_end for each in found)}
                lines = [lines_about(each, ids(provider), ends) for each in (before, after)]
                assert lines[0] < lines[1], (provider.id, lost)


@given(pairs())
def test_a_name_leads_to_the_same_provider_or_the_change_is_refused(pair: Pair) -> None:
    if is_refused(pair):
        return
    before, after, _ = pair
    was = {each.id: each for each in before.providers}
    for provider in after.providers:
        old = was.get(provider.id)
        if old and old.name != provider.name:
            assert provider.name not in {each.name for each in before.providers if not ids(each) & ids(provider)}


@given(pairs())
def test_a_line_that_was_public_stays_or_the_change_is_refused(pair: Pair) -> None:
    before, after, _ = pair
    if refused(difference(before, after)):
        return
    for provider in before.all_providers:
        ends = {
            each.period_end for register in (before, after) for of in register.all_providers for each in of.all_reports
        }
        assert lines_about(after, ids(provider), ends) >= lines_about(before, ids(provider), ends)


@given(registers(), st.data())
def test_another_id_and_a_line_more_are_never_refused(register: Register, data: st.DataObject) -> None:
    before = withhold(register, POLICY, AS_OF)
    renamed = {
        f"{each.id}-nu": each.model_copy(update={"id": f"{each.id}-nu", "former_ids": (each.id,)})
        for each in register.providers.values()
    }
    moved = {key: (f"{key[0]}-nu", key[1]) for key in register.reports}
    after = rekeyed(replace(register, providers=renamed), moved)
    lines = data.draw(st.lists(line(register), max_size=2))
    plain = tuple(each.model_copy(update={"withdrawn": None}) for each in lines)
    assert refused(difference(before, withhold(replace(after, corrections=plain), POLICY, AS_OF))) == ()
