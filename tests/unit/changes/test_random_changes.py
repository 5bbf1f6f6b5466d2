"""Whatever is done to a register: what the public saw is still there, or a line says so, or it is refused."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from support.registers.drawn import AS_OF, NOWHERE, can_be_built, grades, registers
from support.registers.empty import policy

from generator.changes.difference import difference, refused
from generator.disclosure.policy import Policy
from generator.disclosure.public import AnyProvider, PublicRegister, PublicReport, Published
from generator.disclosure.standing import changed_rules
from generator.disclosure.withholding import withhold
from generator.register.records import Correction, Provider, Register, ReportKey, ReportStatus, YesNo

POLICY = policy()
DAYS = st.integers(-3, 3)


def rekeyed(register: Register, keys: dict[ReportKey, ReportKey]) -> Register:
    """The register with some reports under another id or another end; where two come together, the first stays."""
    reports, results = {}, {}
    for key, report in register.reports.items():
        provider, end = keys.get(key, key)
        if (provider, end) not in reports:
            reports[provider, end] = report.model_copy(update={"provider": provider, "period_end": end})
            for row in register.results.values():
                if row.report_key == key:
                    moved = row.model_copy(update={"provider": provider, "period_end": end})
                    results[moved.key] = moved
    return replace(register, reports=reports, results=results)


def without(register: Register, key: ReportKey) -> Register:
    return replace(
        register,
        reports={each: report for each, report in register.reports.items() if each != key},
        results={each: row for each, row in register.results.items() if row.report_key != key},
    )


def with_report(register: Register, key: ReportKey, **changes: Any) -> Register:  # noqa: ANN401 - of any column
    report = register.reports[key].model_copy(update=changes)
    return replace(register, reports={**register.reports, key: report})


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


def with_grade(draw: st.DrawFn, register: Register, key: ReportKey) -> Register:
    """All that answered in a report gave other grades."""
    changed = {
        row.key: row.model_copy(update={"grade": draw(grades)})
        for row in register.results.values()
        if row.report_key == key and row.completed
    }
    return replace(register, results={**register.results, **changed})


def with_id(draw: st.DrawFn, register: Register, key: ReportKey) -> Register:
    """The provider has another id, and mostly says which it had."""
    provider = register.providers[key[0]]
    former = (*provider.former_ids, provider.id) if draw(st.booleans()) else provider.former_ids
    renamed = provider.model_copy(update={"id": f"{provider.id}-nu", "former_ids": former})
    return rekeyed(*given_to(register, provider.id, renamed))


def merged(draw: st.DrawFn, register: Register, key: ReportKey) -> Register:
    """The provider goes on as another one."""
    gone, kept = register.providers[key[0]], register.providers[draw(st.sampled_from(sorted(register.providers)))]
    if gone is kept:
        return register
    both = kept.model_copy(update={"former_ids": (*kept.former_ids, *gone.former_ids, gone.id)})
    return rekeyed(*given_to(register, gone.id, both))


def given_to(register: Register, provider: str, taker: Provider) -> tuple[Register, dict[ReportKey, ReportKey]]:
    """A provider makes place for another, and the keys that its reports get."""
    others = {each: other for each, other in register.providers.items() if each not in {provider, taker.id}}
    keys = {key: (taker.id, key[1]) for key in register.reports if key[0] == provider}
    return replace(register, providers={**others, taker.id: taker}), keys


def with_end(draw: st.DrawFn, register: Register, key: ReportKey) -> Register:
    return rekeyed(register, {key: (key[0], key[1] + timedelta(days=draw(DAYS)))})


def with_start(draw: st.DrawFn, register: Register, key: ReportKey) -> Register:
    return with_report(register, key, period_start=register.reports[key].period_start + timedelta(days=draw(DAYS)))


def with_date(draw: st.DrawFn, register: Register, key: ReportKey) -> Register:
    return with_report(register, key, report_date=draw(st.dates(key[1] + timedelta(days=1), AS_OF)))


def as_draft(_: st.DrawFn, register: Register, key: ReportKey) -> Register:
    return with_report(register, key, status=ReportStatus.DRAFT)


def gone(_: st.DrawFn, register: Register, key: ReportKey) -> Register:
    return without(register, key)


def provider_gone(_: st.DrawFn, register: Register, key: ReportKey) -> Register:
    for each in [each for each in register.reports if each[0] == key[0]]:
        register = without(register, each)
    others = {each: other for each, other in register.providers.items() if each != key[0]}
    return replace(register, providers=others)


#: What a maintainer, or somebody who hides something, might do to a report.
EDITS = (with_grade, with_id, with_end, with_start, with_date, as_draft, gone, provider_gone, merged)


@st.composite
def edited(draw: st.DrawFn, register: Register) -> Register:
    """The register after one of them, mostly the first."""
    if not register.reports:
        return register
    return draw(st.sampled_from((*[EDITS[0]] * 4, *EDITS)))(
        draw, register, draw(st.sampled_from(sorted(register.reports)))
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
    register = replace(register, reports=reports)
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


@st.composite
def pairs(draw: st.DrawFn) -> tuple[PublicRegister, PublicRegister, Policy]:
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


# The oracle: it looks at one grade at a time, and knows nothing of pairs or of counting.


def ids(provider: AnyProvider) -> set[str]:
    return {provider.id, *provider.former_ids}


def shown(report: PublicReport) -> set[tuple[str, str, Decimal, bool]]:
    """Every grade that a report shows, with whose it is and of which service."""
    return {
        (audience, row.service.id if row.service else "total", row.rating.grade, row.rating.is_rounded)
        for audience, results in (("client", report.clients), ("commissioner", report.commissioners))
        for row in (results.rows if results else ())
        if isinstance(row.rating, Published)
    }


def is_shown(grade: tuple[str, str, Decimal, bool], of: PublicReport, known: set[str], after: PublicRegister) -> bool:
    return any(
        grade in shown(report)
        for provider in after.providers
        if ids(provider) & known
        for report in provider.reports
        if report.period_start <= of.period_end and of.period_start <= report.period_end
    )


def lines_of(public: PublicRegister, known: set[str]) -> list[tuple[object, ...]]:
    return [
        (each.corrected_on, each.what, each.is_withdrawal, report.period_end)
        for provider in public.all_providers
        if ids(provider) & known
        for report in provider.all_reports
        for each in report.corrections
    ]


@given(pairs())
def test_a_grade_that_was_public_is_there_or_a_line_says_so_or_the_change_is_refused(
    pair: tuple[PublicRegister, PublicRegister, Policy],
) -> None:
    before, after, rules = pair
    ends = [report.period_end for provider in before.providers for report in provider.reports]
    if changed_rules(POLICY, rules, ends, AS_OF) or refused(difference(before, after)):
        return
    for provider in before.providers:
        known = ids(provider)
        for report in provider.reports:
            for grade in shown(report):
                if not is_shown(grade, report, known, after):
                    assert len(lines_of(after, known)) > len(lines_of(before, known)), (provider.id, grade)


@given(pairs())
def test_a_line_that_was_public_stays_or_the_change_is_refused(
    pair: tuple[PublicRegister, PublicRegister, Policy],
) -> None:
    before, after, _ = pair
    if refused(difference(before, after)):
        return
    for provider in before.all_providers:
        assert len(lines_of(after, ids(provider))) >= len(lines_of(before, ids(provider)))


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
