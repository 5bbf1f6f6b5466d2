"""The promises of the project, over random registers. The same over whole built sites: test_built_site.py."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from support.made import texts
from support.registers.drawn import AS_OF, bounded_registers, can_be_built, registers
from support.registers.empty import policy
from support.scales import grades, scales
from support.settings import SETTINGS
from support.words import WORDS
from support.worlds import Shown, looks_rounded, spans_beside

from generator.disclosure.attack import audit
from generator.disclosure.public import PublicRegister, PublicReport, Published, Rating, Reason, Withheld
from generator.disclosure.review import review
from generator.disclosure.rules import is_public, withheld
from generator.disclosure.sealing import sealed_records
from generator.disclosure.verdicts import verdicts
from generator.disclosure.withholding import by_row_rules, withhold
from generator.findings.codes import Severity
from generator.findings.findings import Finding, Location
from generator.register.fields import Unpublished
from generator.register.records import Audience, Register, ReportStatus, Result
from generator.site.content.content import Content, content
from generator.site.words.ratings import Graded, rated

POLICY = policy()
RULES = POLICY.versions[-1]


def with_rows(register: Register, rows: list[Result]) -> Register:
    return replace(register, results={row.key: row for row in rows})


def made_of(public: PublicRegister) -> Content:
    """Its site, on its own scale."""
    return content(public, replace(SETTINGS, charter=public.charter))


def reports_by_key(public: PublicRegister) -> dict[tuple[str, date], PublicReport]:
    return {(provider.id, report.period_end): report for provider in public.providers for report in provider.reports}


def published_keys(public: PublicRegister) -> set[tuple[str, date, str, str]]:
    """Which rows show a grade, as provider, period, audience and service; with what hangs on the clients' total."""
    shown = set()
    for (provider, end), report in reports_by_key(public).items():
        for audience, results in (("client", report.clients), ("commissioner", report.commissioners)):
            for row in results.rows if results else ():
                if isinstance(row.rating, Published):
                    shown.add((provider, end, audience, row.service.id if row.service else "total"))
        if report.opinion is not None:
            shown.add((provider, end, "client", "opinion"))
    return shown


@given(registers(scales), st.data())
def test_monotone_fewer_completed_questionnaires_never_publish_more_by_the_rules_about_a_row(
    register: Register, data: st.DataObject
) -> None:
    """Rules 1 to 6. With rule 7 it cannot hold: where nobody is left to protect, what hid them shows again."""
    rows = list(register.results.values())
    fewer = [row.model_copy(update={"completed": data.draw(st.integers(0, row.completed))}) for row in rows]
    before = published_keys(by_row_rules(register, POLICY, AS_OF))
    after = with_rows(register, fewer)
    assert published_keys(by_row_rules(after, POLICY, AS_OF)) <= before
    if can_be_built(after):
        assert published_keys(withhold(after, POLICY, AS_OF)) <= before


@given(registers(scales))
def test_rule_7_only_takes_away_and_changes_nothing_else(register: Register) -> None:
    before, after = by_row_rules(register, POLICY, AS_OF), withhold(register, POLICY, AS_OF)
    assert reports_by_key(before).keys() == reports_by_key(after).keys()
    for key, report in reports_by_key(after).items():
        same = reports_by_key(before)[key]
        assert report.commissioners == same.commissioners
        for row, as_it_was in zip(report.clients.rows, same.clients.rows, strict=True):
            assert replace(row, rating=as_it_was.rating) == as_it_was
            assert row.rating in less_of(as_it_was.rating)
        if report.clients == same.clients:
            assert report == same
        total_is_shown = isinstance(report.clients.total.rating, Published)
        assert report.opinion == (same.opinion if total_is_shown else None)


def less_of(rating: Rating) -> tuple[Rating, ...]:
    """What rule 7 may make of a rating."""
    if not isinstance(rating, Published):
        return (rating,)
    exact = replace(rating, distribution=None)
    return rating, exact, Published(in_whole_points(rating.grade), is_rounded=True), Withheld(Reason.SECONDARY)


def in_whole_points(grade: Decimal) -> Decimal:
    return grade.quantize(Decimal(1), ROUND_HALF_UP)


@given(st.one_of(bounded_registers(), registers(scales)))
def test_nothing_that_is_withheld_is_known_better_than_promised(register: Register) -> None:
    public = withhold(register, POLICY, AS_OF)
    assert [cell for cell in audit(public) if cell.is_narrow] == []


@given(st.one_of(bounded_registers(), registers(scales)))
def test_what_a_report_publishes_is_shown(register: Register) -> None:
    """Each grade that rules 2 to 6 leave, exact or in whole points; hidden only where rounding all is not enough."""
    public = withhold(register, POLICY, AS_OF)
    for (provider, end), report in reports_by_key(public).items():
        for row in report.clients.rows:
            own = register.results[provider, end, Audience.CLIENT, row.service.id if row.service else "total"]
            if not own.completed or withheld(own, RULES):
                assert not isinstance(row.rating, Published)
                continue
            assert isinstance(own.grade, Decimal)
            exact, whole = Published(own.grade), Published(in_whole_points(own.grade), is_rounded=True)
            if row.rating not in {exact, whole}:
                assert row.rating == Withheld(Reason.SECONDARY)
                assert not rounding_is_enough(register, report, provider)


def rounding_is_enough(register: Register, report: PublicReport, provider: str) -> bool:
    """Whether each withheld grade would be as doubtful as is promised if all that is published were rounded.

    By trying every sum, and not if the exact grades contradict each other: then a reader can believe none of them.
    """
    scale = register.charter.scale
    apart = {service.id for service in report.clients.total_without}
    rows = [
        register.results[provider, report.period_end, Audience.CLIENT, row.service.id if row.service else "total"]
        for row in report.clients.rows
        if row.completed and not (row.service and row.service.id in apart)
    ]
    total, *services = rows
    exact = [Shown(row.completed, grades_of(row, is_rounded=False), scale) for row in rows]
    rounded = [Shown(row.completed, grades_of(row, is_rounded=True), scale) for row in rows]
    if None in spans_beside(exact[0], exact[1:]):
        return False
    spans = spans_beside(rounded[0], rounded[1:])
    return all(
        span is not None and span[1] - span[0] >= promised(row)
        for row, span in zip((*services, total), spans, strict=True)
        if withheld(row, RULES)
    )


def grades_of(row: Result, *, is_rounded: bool) -> frozenset[int] | None:
    if withheld(row, RULES):
        return None
    assert isinstance(row.grade, Decimal)
    tenths = int(row.grade * 10)
    return looks_rounded(tenths) if is_rounded else frozenset({tenths})


def promised(row: Result) -> Fraction:
    """How far apart the sums that a withheld row may have must lie."""
    why = withheld(row, RULES)
    is_of_one = row.completed == 1 or (why and why.reason is Reason.TOO_FEW_RESPONDENTS)
    return row.completed * Fraction(RULES.disclosure.one_person if is_of_one else RULES.disclosure.several)


@given(registers(scales))
def test_sealing_changes_nothing_that_the_public_sees(register: Register) -> None:
    # What is sealed is told by its place, so that each needs its own.
    rows = [
        row.model_copy(update={"at": Location("rows.csv", line)})
        for line, row in enumerate(register.results.values(), start=2)
    ]
    reports = {
        key: report.model_copy(update={"at": Location("reports.csv", line)})
        for line, (key, report) in enumerate(register.reports.items(), start=2)
    }
    register = replace(with_rows(register, rows), reports=reports)
    sealed = sealed_records(register, verdicts(register, POLICY))
    assert withhold(sealed, POLICY, AS_OF) == withhold(register, POLICY, AS_OF)
    assert sealed_records(sealed, verdicts(sealed, POLICY)) == sealed


@given(registers(scales))
def test_commissioners_with_an_answer_always_show_their_grade(register: Register) -> None:
    public = withhold(register, POLICY, AS_OF)
    pages = texts(made_of(public), "aanbieders/")
    reports = reports_by_key(public)
    for row in register.results.values():
        if row.audience is Audience.COMMISSIONER and row.completed and row.report_key in reports:
            commissioners = reports[row.report_key].commissioners
            assert commissioners is not None
            assert commissioners.total.rating == Published(row.grade)  # type: ignore[arg-type]
            assert f'value="{row.grade:.1f}"' in pages[f"aanbieders/{row.provider}.md"]


@given(registers(scales))
def test_every_absence_is_explained_with_the_numbers_that_decided_it(register: Register) -> None:
    public = withhold(register, POLICY, AS_OF)
    pages = texts(made_of(public), "aanbieders/")
    for (provider, _), report in reports_by_key(public).items():
        page = pages[f"aanbieders/{provider}.md"]
        for audience, results in (("client", report.clients), ("commissioner", report.commissioners)):
            if results is None:
                assert WORDS("reason.not_asked") in page
                continue
            for row in results.rows:
                rating = rated(row, audience, report, WORDS)
                assert rating.is_graded == isinstance(row.rating, Published)
                if isinstance(rating, Graded):
                    continue
                reason = rating.reason
                assert row.net_sample == 0 or WORDS.figures.count(row.net_sample) in reason
                assert row.completed == 0 or WORDS.figures.count(row.completed) in reason or "één" in reason
                # In a card the reason stands on a line of its own.
                card = f'<strong>Geen cijfer.</strong> <span class="kc-sentence">{reason}</span>'
                assert f"<strong>{rating.absence}</strong> {reason}" in page or card in page


@given(registers(scales), st.data())
def test_no_withheld_grade_makes_any_difference(register: Register, data: st.DataObject) -> None:
    cells = st.one_of(grades(register.charter.scale), st.just(Unpublished.ABSENT))
    changed = [
        row.model_copy(update={"grade": data.draw(cells)})
        if withheld(row, RULES) and row.grade is not Unpublished.ANONYMISED
        else row
        for row in register.results.values()
    ]
    before = withhold(register, POLICY, AS_OF)
    after = withhold(with_rows(register, changed), POLICY, AS_OF)
    assert after == before
    assert list(made_of(after).files()) == list(made_of(before).files())


@given(registers(scales), st.data())
def test_no_error_depends_on_a_withheld_grade(register: Register, data: st.DataObject) -> None:
    def with_grades(choose: st.SearchStrategy[Decimal]) -> list[Finding]:
        rows = [
            row.model_copy(update={"grade": data.draw(choose)})
            if withheld(row, RULES) and row.grade is not Unpublished.ANONYMISED
            else row
            for row in register.results.values()
        ]
        changed = with_rows(register, rows)
        found = review(changed, POLICY, verdicts(changed, POLICY))
        return [finding for finding in found if finding.severity is Severity.ERROR]

    assert with_grades(grades(register.charter.scale)) == with_grades(grades(register.charter.scale))


@given(registers(scales))
def test_nothing_early_a_report_that_is_not_public_yet_makes_no_difference(register: Register) -> None:
    seen = {key: report for key, report in register.reports.items() if is_public(report, RULES, AS_OF)}
    rows = {key: row for key, row in register.results.items() if row.report_key in seen}
    without = replace(register, reports=seen, results=rows)
    assert withhold(register, POLICY, AS_OF) == withhold(without, POLICY, AS_OF)


@given(registers(scales))
def test_a_draft_is_never_public(register: Register) -> None:
    drafts = {key: report.model_copy(update={"status": ReportStatus.DRAFT}) for key, report in register.reports.items()}
    assert withhold(replace(register, reports=drafts), POLICY, date.max).providers == ()


@given(registers(scales))
def test_the_public_model_holds_no_grade_but_published_ones(register: Register) -> None:
    public = withhold(register, POLICY, AS_OF)
    allowed = {
        row.grade
        for row in register.results.values()
        if isinstance(row.grade, Decimal) and row.completed and not withheld(row, RULES)
    }
    shown = _all_of(public, Published)
    assert {each.grade for each in shown if not each.is_rounded} <= allowed
    assert {each.grade for each in shown if each.is_rounded} <= set(map(in_whole_points, allowed))


def _all_of(value: object, kind: type[Published]) -> list[Published]:
    """Every ``kind`` anywhere within ``value``."""
    if isinstance(value, kind):
        return [value]
    if isinstance(value, tuple):
        return [found for each in value for found in _all_of(each, kind)]
    if is_dataclass(value):
        return [found for field in fields(value) for found in _all_of(getattr(value, field.name), kind)]
    return []
