"""Random edits of a register: what a maintainer, or somebody who hides something, might do to a report."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from support.registers.drawn import AS_OF, NOWHERE
from support.scales import TEN, grades

from generator.register.records import (
    Audience,
    Distribution,
    Provider,
    Register,
    Reply,
    ReportKey,
    ReportStatus,
    ResultKey,
    Row,
    YesNo,
    distribution_of,
)

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
    replies = {
        own: each.model_copy(update={"provider": own[0], "period_end": own[1]})
        for each in register.replies
        if (own := keys.get((each.provider, each.period_end), (each.provider, each.period_end))) in reports
    }
    moved_on = replace(register, reports=reports, results=results, replies=tuple(replies.values()))
    return replace(moved_on, distributions=counts(moved_on) if register.distributions else {})


def without(register: Register, key: ReportKey) -> Register:
    return replace(
        register,
        reports={each: report for each, report in register.reports.items() if each != key},
        results={each: row for each, row in register.results.items() if row.report_key != key},
        distributions={each: row for each, row in register.distributions.items() if row.report_key != key},
        replies=tuple(each for each in register.replies if (each.provider, each.period_end) != key),
    )


def with_report(register: Register, key: ReportKey, **changes: Any) -> Register:  # noqa: ANN401 - of any column
    report = register.reports[key].model_copy(update=changes)
    return replace(register, reports={**register.reports, key: report})


def reply(key: ReportKey, text: str) -> Reply:
    return Reply.model_construct(at=NOWHERE, provider=key[0], period_end=key[1], text=text)


def counts(register: Register) -> dict[ResultKey, Distribution]:
    """How many gave each grade, of each row of which it is known: nobody asks here whether they give the mean."""
    found: dict[ResultKey, Distribution] = {}
    for row in register.results.values():
        if row.completed % 2:
            cells: dict[str, Any] = {f"grade_{grade}": 0 for grade in TEN.grades} | {"grade_8": row.completed}
            about = {name: getattr(row, name) for name in Row.model_fields}
            found[row.key] = distribution_of(TEN).model_construct(None, **about, **cells)
    return found


def with_grade(draw: st.DrawFn, register: Register, key: ReportKey) -> Register:
    """All that answered in a report gave other grades."""
    changed = {
        row.key: row.model_copy(update={"grade": draw(grades(TEN))})
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


def with_figures(draw: st.DrawFn, register: Register, key: ReportKey) -> Register:
    """Something else of what the report says changes, or goes."""
    own = register.reports[key]
    columns: dict[str, st.SearchStrategy[Any]] = {
        "source": st.just("Een ander bureau"),
        "telephone_option": st.sampled_from(YesNo),
        "promoter_score": st.sampled_from([None, Decimal("0.0"), Decimal("-3.5")]),
        "staff_strength": st.sampled_from(["", own.strength_1]),
        "strength_1": st.sampled_from(["", own.staff_strength]),
        "very_satisfied": st.sampled_from([None, 7]),
    }
    column = draw(st.sampled_from(sorted(columns)))
    return with_report(register, key, **{column: draw(columns[column])})


def with_counts(draw: st.DrawFn, register: Register, key: ReportKey) -> Register:
    """More people were invited, or a row is gone, or how many gave each grade is."""
    row = draw(st.sampled_from([row for row in register.results.values() if row.report_key == key]))
    others = {each: other for each, other in register.results.items() if each != row.key}
    invited = row.model_copy(update={"net_sample": row.net_sample + 1})
    if draw(st.booleans()):
        return replace(register, results={**others, row.key: invited})
    if row.audience is Audience.COMMISSIONER:
        return replace(register, results=others)
    counts = {each: given for each, given in register.distributions.items() if given.report_key != key}
    return replace(register, distributions=counts)


def with_reply(draw: st.DrawFn, register: Register, key: ReportKey) -> Register:
    """The provider's reply is another one, or gone, or that of another report."""
    others = tuple(each for each in register.replies if (each.provider, each.period_end) != key)
    text = draw(st.sampled_from([None, "Wij zijn blij.", "Wij zijn niet blij."]))
    return replace(register, replies=(*others, reply(key, text)) if text else others)


def with_name_of_another(draw: st.DrawFn, register: Register, key: ReportKey) -> Register:
    """The provider is called as another one, which mostly is called as it was."""
    one, other = register.providers[key[0]], register.providers[draw(st.sampled_from(sorted(register.providers)))]
    names = {one.id: other.name, other.id: one.name if draw(st.booleans()) else other.name}
    renamed = {each: register.providers[each].model_copy(update={"name": name}) for each, name in names.items()}
    return replace(register, providers={**register.providers, **renamed})


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
EDITS = (
    with_grade,
    with_figures,
    with_counts,
    with_reply,
    with_name_of_another,
    with_id,
    with_end,
    with_start,
    with_date,
    as_draft,
    gone,
    provider_gone,
    merged,
)


@st.composite
def edited(draw: st.DrawFn, register: Register) -> Register:
    """The register after one of them, mostly the first."""
    if not register.reports:
        return register
    return draw(st.sampled_from((*[EDITS[0]] * 4, *EDITS)))(
        draw, register, draw(st.sampled_from(sorted(register.reports)))
    )
