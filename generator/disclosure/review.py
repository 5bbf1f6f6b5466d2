"""What the rules say about the register: findings for the maintainer, which may be about withheld grades.

No error here depends on the value of a withheld grade, because anybody can see whether a build stops. Only warnings may
depend on it, because they stop nothing. No finding quotes such a grade. Source of the rule: docs/decisions/0004.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.charter import Language
from generator.disclosure.confidential import Confidential, confidential
from generator.disclosure.policy import Policy, PublicationRules, Repository
from generator.disclosure.suppression import Verdict
from generator.disclosure.verdicts import Judgement, Verdicts
from generator.findings.findings import Finding, Location
from generator.register.arithmetic import Part, distribution_fits, total_is_possible
from generator.register.fields import Unpublished
from generator.register.grades import Printed, Rounded
from generator.register.records import Audience, Publication, Register, Result
from generator.register.totals import counted_in


def review(register: Register, policy: Policy, verdicts: Verdicts) -> list[Finding]:
    """The findings of the rules about every row and every report of ``register``, sorted by place."""
    findings: list[Finding] = []
    groups = defaultdict(list)
    unruled = set()
    for row in register.results.values():
        rules = policy.rules_for(row.period_end)
        if rules is None:
            if row.report_key not in unruled:
                unruled.add(row.report_key)
                expected = f"a period that ends on or after {policy.versions[0].applies_from}"
                findings.append(Finding(row.place("period_end"), "W05", f"no rules for {row.period_end}", expected))
            continue
        is_hidden = row.key in verdicts.withheld
        groups[row.report_key, row.audience].append((row, is_hidden))
        findings += _row(row, rules, register.charter.language, is_hidden=is_hidden)
    for rows in groups.values():
        findings += _total(rows, register)
        findings += _distributions(rows, register)
    findings += _worked_out(register, verdicts)
    return sorted(findings)


def review_repository(
    register: Register, policy: Policy, verdicts: Verdicts, others: Iterable[Finding]
) -> list[Finding]:
    """What a public repository may not hold: one finding per line of a file; none in a private repository.

    ``others`` are the other findings about this register: if one is on the same line, it must be mended first.
    """
    if policy.repository is not Repository.PUBLIC:
        return []
    doubted = {finding.at.in_column(0) for finding in others}
    lines: dict[Location, Confidential] = {}
    for found in confidential(register, verdicts):
        if policy.rules_for(found.record.period_end) is None:
            continue  # this has its own finding, and needs rules, not sealing
        lines.setdefault(found.at.in_column(0), found)
    care = "; mend this row's other finding first, lest a right grade be sealed for a wrong number"
    return [
        Finding(
            found.at,
            "W02",
            f"{found.what}, in a public repository",
            f"{found.expected}{care if line in doubted else ''}",
        )
        for line, found in lines.items()
    ]


def _row(row: Result, rules: PublicationRules, language: Language, *, is_hidden: bool) -> Iterator[Finding]:
    if row.completed and not is_hidden and isinstance(row.grade, Unpublished):
        came = f"grade {row.grade.value or 'empty'}, where the rules publish it"
        yield Finding(row.place("grade"), "W03", came, "the grade, with one decimal and a dot")
    if row.grade is Unpublished.SECONDARY:
        came = "secondary, a mark of the rule 7 of before, which hid more"
        yield Finding(row.place("grade"), "W11", came, "the grade of the report, with one decimal and a dot")
    if row.audience is Audience.CLIENT and row.net_sample:
        yield from _disagreement(row, rules, language)


def _disagreement(row: Result, rules: PublicationRules, language: Language) -> Iterator[Finding]:
    """Rows on which report and policy disagree about the response: either can withhold (rules 4 and 5)."""
    suffices = rules.response_suffices(row)
    if suffices is (row.publication is Publication.YES):
        return
    required = rules.required_response(row.net_sample)
    came = f"{row.completed} of {row.net_sample} answered, the policy asks {required}%, and the report says "
    agreeing = Publication.YES if suffices else Publication.NO
    expected = f"{agreeing.word(language)}, by the policy"
    yield Finding(row.place("publication"), "W01", f"{came}{row.publication.word(language)}", expected)


def _total(rows: Sequence[tuple[Result, bool]], register: Register) -> Iterator[Finding]:
    """Whether the total can come from the services: first from the public grades, then from all that we know."""
    total = next(((row, hidden) for row, hidden in rows if row.is_total), None)
    services = [(row, hidden) for row, hidden in rows if not row.is_total]
    if total is None or not services:
        return
    scale = register.charter.scale
    row, total_is_hidden = total
    counted = {each.key for each in counted_in(row, [each for each, _ in services], register.charter.outside_total)}
    services = [(each, hidden) for each, hidden in services if each.key in counted]
    grade = _printed(row)
    # Where the answers do not add up, a row is missing or wrong and has its own finding.
    if grade is None or row.completed != sum(each.completed for each, _ in services):
        return
    known = [Part(each.completed, None if hidden else _printed(each)) for each, hidden in services]
    everything = [Part(each.completed, _printed(each)) for each, _ in services]
    if not total_is_hidden and not total_is_possible(grade, known, scale):
        came = f"grade {grade}, which no grades within rounding of the services' give"
        yield Finding(row.place("grade"), "R14", came, "a mean of the services' grades, each as heavy as its answers")
    elif not total_is_possible(grade, everything, scale):
        came = "with the withheld grades of this report, its services do not give its total"
        yield Finding(row.place("grade"), "W04", came, "grades that fit each other")


def _printed(row: Result) -> Printed | None:
    """The grade of a row, exact or rounded; None if it has none."""
    return None if isinstance(row.grade, Unpublished) else row.grade


def _distributions(rows: Sequence[tuple[Result, bool]], register: Register) -> Iterator[Finding]:
    """Counts of grades that do not give the grade beside them. Beside a withheld grade none of them is published."""
    code = "W04" if any(hidden for _, hidden in rows) else "W07"
    scale = register.charter.scale
    for row, _ in rows:
        distribution = register.distributions.get(row.key)
        if distribution is None:
            continue
        # A commissioner may give decimals: then the counts are of rounded grades, and may not give the mean.
        grade = row.grade if row.audience is Audience.CLIENT and isinstance(row.grade, Decimal) else None
        too_many = sum(distribution.counts) > row.completed  # which has its own finding
        if grade is not None and not too_many and not distribution_fits(distribution.counts, grade, scale):
            came = "the mean of these counts is not the grade of the row in results/"
            yield Finding(distribution.place(f"grade_{scale.lowest}"), code, came, "counts that give that grade")


def _worked_out(register: Register, verdicts: Verdicts) -> Iterator[Finding]:
    """Rule 7, once for each report: whether the public could work out a withheld grade, said without any figure of it.

    Only grades that rules 2 to 6 publish decide this, so an error may depend on them (docs/decisions/0004).
    """
    reported: set[tuple[object, str]] = set()
    for judgement in verdicts.judgements:
        for finding in _of_judgement(judgement, register):
            first = judgement.measurement[0]
            report = (finding.at.file, first.id, first.period_end)
            if finding.code == "W10" or (report, finding.code) not in reported:
                reported.add((report, finding.code))
                yield finding


_WORKED_OUT = {
    Verdict.FORBIDDEN: (
        "W08",
        "withheld, and what stands beside it gives it away",
        "doubt about it, as policy.yaml asks",
    ),
    Verdict.HOPELESS: (
        "W08",
        "withheld, and what stands beside it gives it away, whatever is rounded or hidden",
        "grades that leave doubt about it",
    ),
    Verdict.IMPOSSIBLE: (
        "W08",
        "withheld, beside published grades that no whole grades of its clients can give, and nothing like them is safe",
        "grades that fit each other",
    ),
    Verdict.CONTRADICTED: (
        "W09",
        "withheld, beside published grades that no whole grades of its clients can give",
        "grades that fit each other",
    ),
}


def _of_judgement(judgement: Judgement, register: Register) -> Iterator[Finding]:
    if judgement.decision.verdict is Verdict.UNFOUNDED:
        for key in judgement.keys_of(judgement.rows.seen):
            row = register.results[key]
            if isinstance(row.grade, Rounded) or row.grade is Unpublished.HIDDEN:
                came = f"{row.grade}, and by rule 7 these rows are never shown so"
                yield Finding(row.place("grade"), "W10", came, "the grade of the report, with one decimal and a dot")
    elif judgement.decision.verdict in _WORKED_OUT:
        code, came, expected = _WORKED_OUT[judgement.decision.verdict]
        row = register.results[judgement.secrets[0]]
        yield Finding(row.place("grade"), code, came, expected)
