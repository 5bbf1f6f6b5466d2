"""What rules 2 to 7 say about a whole register, public or not: judged once, for every command that maintains data/.

Which reports are public on a certain day is another question. `withholding.withhold` judges only those: a report that
is not public yet must not change a byte of what another report shows.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal

from generator.disclosure.measurements import Edition, Linked, Measurement, is_secret, key_of, linked, measurements
from generator.disclosure.modelling import audience_results, disclosure_rules, public_services
from generator.disclosure.pictures import Precision, Seen
from generator.disclosure.policy import Policy
from generator.disclosure.public import NoResponse, Published, Rating, Reason, Withheld
from generator.disclosure.rules import published, withheld
from generator.disclosure.suppression import Decision, decide
from generator.progress import tracked
from generator.register.arithmetic import Part, total_is_possible
from generator.register.fields import Unpublished
from generator.register.grades import Printed, Rounded
from generator.register.records import Audience, Register, ReportKey, Result, ResultKey
from generator.register.totals import counted_in


@dataclass(frozen=True, slots=True)
class Judgement:
    """What rule 7 says about rows of a measurement that bound each other."""

    measurement: Measurement
    rows: Linked
    decision: Decision

    def keys_of(self, services: Iterable[str]) -> list[ResultKey]:
        """The keys of the rows of ``services`` (or ``total``), in each edition."""
        wanted = set(services)
        return [
            (edition.id, edition.period_end, Audience.CLIENT, key_of(row))
            for edition in self.measurement
            for row in edition.rows
            if key_of(row) in wanted
        ]

    @property
    def secrets(self) -> list[ResultKey]:
        """The keys of the rows that rules 4 to 6 withhold, so not to protect another row."""
        own = {row.key for row in self.rows.group.rows}
        return [
            (edition.id, edition.period_end, Audience.CLIENT, key_of(row))
            for edition in self.measurement
            for row in edition.rows
            if is_secret(row) and key_of(row) in own
        ]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What the rules say about each row of a register.

    Args:
        withheld: rows that rules 3 to 6 withhold, or that data/ marks as hidden; also every row of clients with a
            period that has no rules.
        protected: rows that rule 7 rounds or hides, with what it shows of them; data/ may or may not have these marks.
        judgements: rule 7 for every report without another fault.
    """

    withheld: AbstractSet[ResultKey]
    protected: Mapping[ResultKey, Seen]
    judgements: Sequence[Judgement]


def verdicts(register: Register, policy: Policy, head: Verdicts | None = None) -> Verdicts:
    """Judge every row and every report of ``register``, with any status and any date.

    Args:
        register: may have faults; rule 7 does not judge a report with faults.
        policy: the rules.
        head: the verdicts about another version of the register; they also hold for the same rows of this one.
    """
    return _Judging(register, policy, head).verdicts()


class _Judging:
    """Judges one register."""

    def __init__(self, register: Register, policy: Policy, head: Verdicts | None) -> None:
        self.register = register
        self.policy = policy
        rows = register.results
        ruled = {key: rules for key, row in rows.items() if (rules := policy.rules_for(row.period_end))}
        self.reasons = {key: reason for key, rules in ruled.items() if (reason := withheld(rows[key], rules))}
        # Without rules nothing says what of the clients may be known.
        unruled = {key for key, row in rows.items() if key not in ruled and row.audience is Audience.CLIENT}
        self.also_withheld = (head.withheld - head.protected.keys() if head else set()) & rows.keys()
        self.withheld = self.reasons.keys() | unruled | self.also_withheld
        marked = {key: mark for key, row in rows.items() if (mark := _mark(row))}
        self.marked = marked | {key: seen for key, seen in (head.protected if head else {}).items() if key in rows}

    def verdicts(self) -> Verdicts:
        found = measurements(self.editions())
        judgements = [
            Judgement(measurement, rows, decide(rows, measurement[0].rules))
            for measurement in tracked(found, "Judging reports", of=found)
            for rows in linked(measurement, self.register.charter.scale)
        ]
        return Verdicts(self.withheld, {**self.protected(judgements), **self.marked}, judgements)

    def protected(self, judgements: Iterable[Judgement]) -> Mapping[ResultKey, Seen]:
        """The rows with an exact grade that rule 7 rounds or hides."""
        return {
            key: seen
            for judgement in judgements
            for service, seen in judgement.decision.grades.items()
            if seen.precision is not Precision.EXACT
            for key in judgement.keys_of([service])
            if isinstance(self.register.results[key].grade, Decimal) and key not in self.withheld
        }

    def editions(self) -> Iterable[Edition]:
        """Every report without another fault, with the clients' results that rules 2 to 6 leave."""
        groups: Mapping[ReportKey, list[Result]] = defaultdict(list)
        for row in self.register.results.values():
            if row.audience is Audience.CLIENT:
                groups[row.report_key].append(row)
        services = public_services(self.register)
        by_provider = sorted(self.register.reports, key=lambda key: (key[0], -key[1].toordinal()))
        for key in by_provider:
            rules = self.policy.rules_for(key[1])
            if rules is None or key[0] not in self.register.providers:
                continue
            ratings = {row.key: rating for row in groups[key] if (rating := self.rating(row))}
            if _can_be_judged(groups[key], ratings, self.register):
                report = self.register.reports[key]
                about = (report.report_date, report.source)
                clients = audience_results(groups[key], ratings, self.register.charter.outside_total, services)
                yield Edition((key[0],), report.period_start, key[1], about, clients, disclosure_rules(rules))

    def rating(self, row: Result) -> Rating | None:
        """The rating that rules 2 to 6, the head and the marks in data/ leave a row; None if its grade is missing."""
        if row.completed == 0:
            return NoResponse()
        if row.key in self.also_withheld:
            return Withheld(Reason.INSUFFICIENT_RESPONSE)
        own = self.reasons.get(row.key)
        if own and own.reason is not Reason.SECONDARY:
            return own
        mark = self.marked.get(row.key)
        if mark is None:
            return own or (None if isinstance(row.grade, Unpublished) else published(row.grade))
        return Withheld(Reason.SECONDARY) if mark.precision is Precision.HIDDEN else published(Rounded(mark.value))


def _mark(row: Result) -> Seen | None:
    """What rule 7 shows of a row, as marked in data/; `secondary`, the mark of the earlier rule, no longer counts."""
    if isinstance(row.grade, Rounded):
        return Seen(Precision.WHOLE, row.grade.points)
    return Seen(Precision.HIDDEN, 0) if row.grade is Unpublished.HIDDEN else None


def _can_be_judged(rows: Sequence[Result], ratings: Mapping[ResultKey, Rating], register: Register) -> bool:
    """Whether the clients' rows of one report are complete and can be true; if not, there is another finding."""
    totals = [row for row in rows if row.is_total]
    services = [row for row in rows if not row.is_total]
    if len(totals) != 1 or any(row.service not in register.services for row in services):
        return False
    if len(ratings) < len(rows):
        return False
    total, counted = totals[0], counted_in(totals[0], services, register.charter.outside_total)
    parts = [Part(row.completed, _printed(ratings[row.key])) for row in counted]
    if services and total.completed != sum(part.completed for part in parts):
        return False
    grade = _printed(ratings[total.key])
    return grade is None or total_is_possible(grade, parts, register.charter.scale)


def _printed(rating: Rating) -> Printed | None:
    """The grade that is shown; None if there is none."""
    if not isinstance(rating, Published):
        return None
    return Rounded(int(rating.grade)) if rating.is_rounded else rating.grade
