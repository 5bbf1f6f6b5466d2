"""What must hold between the records of the register. Checks that depend on the policy are in disclosure/review.py."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TypeVar

from generator.findings.findings import Finding, Location, counted
from generator.letters import is_latin
from generator.register.arithmetic import shares_are_possible
from generator.register.corrections import check_corrections
from generator.register.days import check_days
from generator.register.descriptions import check_charter, check_mergers, check_services
from generator.register.discretion import is_like_a_grade
from generator.register.fields import TOTAL, Unpublished
from generator.register.gaps import Gaps, folder_of
from generator.register.grades import Rounded
from generator.register.records import (
    Audience,
    Provider,
    ProviderStatus,
    Publication,
    Record,
    Register,
    Reply,
    Report,
    ReportKey,
    Result,
    Row,
)
from generator.register.totals import counted_in

_RecordT = TypeVar("_RecordT", bound=Record)


def check(register: Register, gaps: Gaps) -> list[Finding]:
    """Every finding about how the records of ``register`` fit together."""
    return [
        *check_services(register.services.values()),
        *_providers(register, gaps),
        *check_mergers(register.providers, gaps.providers),
        *([] if gaps.charter else [*check_charter(register, gaps), *_totals(register, gaps)]),
        *_references(register, gaps),
        *_years(register),
        *_reports_that_are_missing(register, gaps),
        *check_corrections(register, gaps),
        *_replies(register.replies),
        *check_days(register),
        *_reports(register),
        *_periods(register.reports.values()),
        *_results(register),
        *_reports_without_results(register, gaps),
        *_distributions(register, gaps),
    ]


def _providers(register: Register, gaps: Gaps) -> Iterator[Finding]:
    taken = {identity: provider.at for identity, provider in register.providers.items()}
    yield from _names(register.providers.values())
    for provider in register.providers.values():
        for number, former in enumerate(provider.former_ids):
            first = taken.setdefault(former, provider.place("former_ids", number))
            if first != provider.place("former_ids", number):
                came = f"{former!r} is an id of {first.file} too"
                yield Finding(provider.place("former_ids", number), "P03", came, "an id that was never used before")
        for number, service in enumerate(provider.services):
            if service == TOTAL or _is_unknown(service, register, gaps):
                yield _unknown_service(provider.place("services", number), service, register)
        for name, values in (("services", provider.services), ("provinces", provider.provinces)):
            for number, value in enumerate(values):
                if value in values[:number]:
                    yield Finding(provider.place(name, number), "P10", f"{value} once more", "each once")
        if provider.status is ProviderStatus.ENDED and provider.since is None:
            yield Finding(provider.place("status"), "P09", "ended, without a date", "a line `since: 2024-06-30`")


def providers_without_report(register: Register) -> Iterator[Finding]:
    """Providers of whom nothing is told: of results, replies and corrections a report is missing, or was withdrawn.

    It is no part of `check`: where others cannot read the register, it would tell them that a first report is coming.
    """
    records = (register.reports.values(), register.results.values(), register.replies, register.corrections)
    told = {record.provider for group in records for record in group}
    for provider in register.providers.values():
        if told.isdisjoint({provider.id, *provider.former_ids}):
            yield Finding(provider.at, "P16", f"{provider.id} has no report", "a row of it in reports/")


def _names(providers: Iterable[Provider]) -> Iterator[Finding]:
    """Names with a letter that is not Latin, because it may look like a Latin one."""
    for provider in providers:
        places = [("name",), *(("former_names", number) for number, _ in enumerate(provider.former_names))]
        for route, name in zip(places, (provider.name, *provider.former_names), strict=True):
            other = next((letter for letter in name if letter.isalpha() and not is_latin(letter)), None)
            if other:
                came = f"U+{ord(other):04X} {unicodedata.name(other, 'without a name')} in {name!r}"
                yield Finding(provider.place(*route), "P11", came, "Latin letters")


def _references(register: Register, gaps: Gaps) -> Iterator[Finding]:
    """Rows that name something that does not exist: each name once for each file."""
    # A distribution names the same as its row in results/. If it has no such row, that is another finding.
    rows: list[Report | Row] = [*register.reports.values(), *register.results.values()]
    strangers = (row for row in rows if row.provider not in gaps.providers)
    for row in _first_of_each(strangers, lambda row: row.provider):
        yield _unknown_provider(row.place("provider"), row.provider)
    unknown = (row for row in register.results.values() if _is_unknown(row.service, register, gaps))
    for result in _first_of_each(unknown, lambda row: row.service):
        yield _unknown_service(result.place("service"), result.service, register)
    for result in register.results.values():
        service = register.services.get(result.service)
        if service and service.retired and result.period_end >= service.retired:
            came = f"{result.service} no longer existed on {result.period_end}"
            yield Finding(result.place("service"), "R12", came, f"a period that ends before {service.retired}")


def _first_of_each(rows: Iterable[_RecordT], name: Callable[[_RecordT], str]) -> Iterable[_RecordT]:
    """The first row in each file of those with the same name."""
    first: dict[tuple[str, str], _RecordT] = {}
    for row in rows:
        first.setdefault((row.at.file, name(row)), row)
    return first.values()


def _years(register: Register) -> Iterator[Finding]:
    """Rows in the file of another year."""
    rows: list[Report | Row] = [*register.reports.values(), *register.results.values()]
    for row in (*rows, *register.distributions.values()):
        year = str(row.period_end.year)
        if f"/{year}." not in row.at.file:
            expected = f"the file {folder_of(row.at.file)}/{year}.csv"
            yield Finding(row.place("period_end"), "F09", f"the period ends in {year}", expected)


def _reports_that_are_missing(register: Register, gaps: Gaps) -> Iterator[Finding]:
    """Records of a report that does not exist: its results once, and each reply."""
    strays = (row for row in register.results.values() if _report_is_missing(row.report_key, register, gaps))
    for row in _first_of_each(strays, lambda row: str(row.report_key)):
        expected = f"a row of {row.provider} in reports/{row.period_end.year}.csv with this period's end"
        yield Finding(row.place("period_end"), "R15", f"no report ends on {row.period_end}", expected)
    for reply in register.replies:
        key = (reply.provider, reply.period_end)
        if key not in register.reports and not gaps.touch("reports", key):
            came = f"{reply.provider} has no report that ends on {reply.period_end}"
            yield Finding(reply.at, "D04", came, "the period's end of a report in reports/")


def _replies(replies: Iterable[Reply]) -> Iterator[Finding]:
    for reply in replies:
        before, bracket, _ = reply.text.partition("<")
        if bracket:
            yield Finding(reply.at.after(before), "D03", "the character <", "plain Markdown without HTML")


def _report_is_missing(key: ReportKey, register: Register, gaps: Gaps) -> bool:
    return key not in register.reports and key[0] in gaps.providers and not gaps.touch("reports", key)


def _is_unknown(service: str, register: Register, gaps: Gaps) -> bool:
    if service == TOTAL or service in register.services or service in gaps.services:
        return False
    return "services.csv" not in gaps.files


def _unknown_provider(at: Location, provider: str) -> Finding:
    shown = "" if is_like_a_grade(provider) else provider
    named = f" {provider!r}" if shown == provider else " by what stands here"
    return Finding(at, "P06", f"there is no provider{named}", f"a file providers/{shown or '<id>'}.yaml")


def _unknown_service(at: Location, service: str, register: Register) -> Finding:
    named = " by what stands here" if is_like_a_grade(service) else f" {service!r}"  # a cell that changed places
    return Finding(at, "P07", f"there is no service{named}", f"one of {', '.join(sorted(register.services))}")


def _reports(register: Register) -> Iterator[Finding]:
    for report in register.reports.values():
        if report.period_end < report.period_start:
            came = f"the period starts on {report.period_start} and ends on {report.period_end}"
            yield Finding(report.place("period_end"), "M01", came, "an end after the start")
        elif report.report_date <= report.period_end:
            came = f"the report is of {report.report_date}, its period ends on {report.period_end}"
            yield Finding(report.place("report_date"), "M03", came, "a date after the period's end")
        shares = [share for share in report.shares if share is not None]
        if shares and len(shares) < len(report.shares):
            came = f"{len(shares)} of the five shares"
            yield Finding(report.place("very_satisfied"), "M07", came, "all five shares, or none")
        elif shares and not shares_are_possible(shares):
            came = f"the five shares sum to {sum(shares)}"
            yield Finding(report.place("very_satisfied"), "M04", came, "100, or as near as rounding allows")


def _periods(reports: Iterable[Report]) -> Iterator[Finding]:
    by_provider = defaultdict(list)
    for report in reports:
        if report.period_start <= report.period_end:
            by_provider[report.provider].append(report)
    for measurements in by_provider.values():
        measurements.sort(key=lambda report: (report.period_start, report.period_end))
        latest = measurements[0]
        for report in measurements[1:]:
            if report.period_start <= latest.period_end:
                came = f"the period starts on {report.period_start}, that of {latest.at} ends on {latest.period_end}"
                expected = f"a start after {latest.period_end}"
                yield Finding(report.place("period_start"), "M02", came, expected, mentions=(latest.at,))
            latest = max(latest, report, key=lambda each: each.period_end)


def _results(register: Register) -> Iterator[Finding]:
    language = register.charter.language
    for row in register.results.values():
        if row.completed > row.net_sample:
            came = f"{row.completed} completed, {row.net_sample} invited"
            yield Finding(row.place("completed"), "R06", came, f"at most {row.net_sample}")
        if row.completed == 0 and not isinstance(row.grade, Unpublished):
            yield Finding(row.place("grade"), "R10", "a grade, and nobody answered", "an empty cell")
        if row.audience is Audience.COMMISSIONER and isinstance(row.grade, Rounded):
            came = f"{row.grade} does not have one decimal, and of commissioners no grade is rounded"
            yield Finding(row.place("grade"), "R09", came, "the grade of the report, with one decimal and a dot")
        if row.audience is Audience.COMMISSIONER and row.publication is Publication.NO:
            came = f"{row.publication.word(language)} for commissioners"
            yield Finding(row.place("publication"), "R11", came, Publication.YES.word(language))


def _totals(register: Register, gaps: Gaps) -> Iterator[Finding]:
    """Whether the services of each audience agree with their total."""
    groups = defaultdict(list)
    for row in register.results.values():
        groups[row.report_key, row.audience].append(row)
    for (key, audience), rows in groups.items():
        if not gaps.touch("results", key):
            yield from _adds_up(audience, rows, register.charter.outside_total)


def _reports_without_results(register: Register, gaps: Gaps) -> Iterator[Finding]:
    answered = {row.report_key for row in register.results.values() if row.audience is Audience.CLIENT}
    for report in register.reports.values():
        if report.key not in answered and report.provider in gaps.providers and not gaps.touch("results", report.key):
            came = f"no row in results/ of {report.provider} for the period that ends on {report.period_end}"
            yield Finding(report.at, "R16", came, "a row for the total of the clients")


def _adds_up(audience: Audience, rows: Sequence[Result], outside: Collection[str]) -> Iterator[Finding]:
    services = [row for row in rows if not row.is_total]
    total = next((row for row in rows if row.is_total), None)
    if total is None:
        expected = f"a row `{services[0].provider},{services[0].period_end},{audience},total,…`"
        yield Finding(services[0].place("service"), "R17", f"no total of the {audience}s", expected)
        return
    if not services:
        return
    counted = counted_in(total, services, outside)
    for name in ("net_sample", "completed"):
        of_total, of_services = getattr(total, name), sum(getattr(row, name) for row in counted)
        if of_total != of_services:
            came = f"{name} is {of_total}, that of the services together {of_services}"
            yield Finding(total.place(name), "R13", came, f"{of_services}, or other numbers for the services")


def _distributions(register: Register, gaps: Gaps) -> Iterator[Finding]:
    for distribution in register.distributions.values():
        result = register.results.get(distribution.key)
        if result is not None and sum(distribution.counts) > result.completed:
            came = f"{counted(sum(distribution.counts), 'grade')} of {result.completed} who answered"
            first = distribution.place(f"grade_{register.charter.scale.lowest}")
            yield Finding(first, "D01", came, f"at most {result.completed}")
        if result is None and not gaps.touch("results", distribution.report_key):
            expected = "the same provider, period, audience and service as a row in results/"
            yield Finding(distribution.at, "D02", "a distribution of a row that is not there", expected)
