"""The one door between what we know and what the public may know."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta

from generator.disclosure import public
from generator.disclosure.correcting import with_changes
from generator.disclosure.modelling import (
    audience_results,
    certainty_rules,
    client_opinion,
    disclosure_rules,
    norm_rules,
    public_rules,
    public_services,
    with_distributions,
    with_mergers,
)
from generator.disclosure.policy import Policy, PublicationRules
from generator.disclosure.public import Published
from generator.disclosure.rules import is_public, outcome
from generator.disclosure.suppression import protect
from generator.disclosure.withdrawing import PublicCorrections
from generator.register.records import (
    Audience,
    Provider,
    ProviderStatus,
    Register,
    Report,
    ReportKey,
    Result,
    YesNo,
)


def withhold(register: Register, policy: Policy, as_of: date) -> public.PublicRegister:
    """What the public may know about ``register`` on the day ``as_of``. Source of the rules: docs/publication-rules.md.

    A provider without a public report is not in the result: else a report in its reply window would show
    (docs/decisions/0003).

    Args:
        register: checked, and without errors.
        policy: each report is judged by the version that applies to the end of its period.
        as_of: the day for which the site is built.

    Raises:
        MissingGradeError: a row that must be published has no grade.
        LookupError: a report has no results of clients, or its period ends before the first version of the policy.
        UnsafeReportError: a withheld grade could be worked out, and rule 7 may not or cannot prevent it.
    """
    return with_changes(protect(by_row_rules(register, policy, as_of)), register)


def by_row_rules(register: Register, policy: Policy, as_of: date) -> public.PublicRegister:
    """The public model after rules 1 to 6, which look at one row at a time: not yet safe to show.

    The arguments are those of `withhold`, and so are the first two errors that it raises.
    """
    publishing = _Publishing(register, policy, as_of)
    applied = [rules for rules in policy.versions if rules.applies_from <= as_of]
    found = (publishing.provider(provider) for provider in register.providers.values())
    shown = sorted((each for each in found if each), key=lambda each: each.id)
    providers = with_mergers(shown, register.providers)
    return public.PublicRegister(
        as_of=as_of,
        charter=register.charter,
        services=tuple(publishing.services.values()),
        providers=providers,
        # On a day before the first version its rules are those to come: there are always some to explain.
        rules=tuple(public_rules(rules) for rules in reversed(applied or policy.versions[:1])),
        withdrawn=tuple(publishing.corrections.without_report(providers)),
    )


class _Publishing:
    """Makes the public model. It indexes the register, to find each report and each row quickly."""

    def __init__(self, register: Register, policy: Policy, as_of: date) -> None:
        self.policy = policy
        self.as_of = as_of
        self.outside_total = register.charter.outside_total
        self.services = public_services(register, as_of)
        self.distributions = register.distributions
        self.reports: Mapping[str, list[Report]] = defaultdict(list)
        for report in register.reports.values():
            self.reports[report.provider].append(report)
        self.results: Mapping[tuple[ReportKey, Audience], list[Result]] = defaultdict(list)
        for row in register.results.values():
            self.results[row.report_key, row.audience].append(row)
        self.replies = {(reply.provider, reply.period_end): reply.text for reply in register.replies}
        self.corrections = PublicCorrections(register, as_of)

    def provider(self, provider: Provider) -> public.PublicProvider | None:
        reports = [
            self.report(report, rules)
            for report in sorted(self.reports[provider.id], key=lambda report: report.period_end, reverse=True)
            if is_public(report, rules := self.rules(report), self.as_of)
        ]
        if not reports:
            return None
        return public.PublicProvider(
            id=provider.id,
            name=provider.name,
            former_names=provider.former_names,
            former_ids=provider.former_ids,
            website=provider.website,
            services=tuple(service for identity, service in self.services.items() if identity in provider.services),
            provinces=provider.provinces,
            ended_on=self.ended_on(provider),
            reports=tuple(reports),
            withdrawn=self.corrections.withdrawn(provider.id, {report.period_end for report in reports}),
            entered_on=self.passed(provider.entered_on) if self.ended_on(provider) else None,
        )

    def passed(self, day: date | None) -> date | None:
        """A day on which something came in; None before that day, for no site tells of a day to come."""
        return day if day and day <= self.as_of else None

    def ended_on(self, provider: Provider) -> date | None:
        """The day on which the provider ended; None before that day."""
        has_ended = provider.status is ProviderStatus.ENDED and provider.since and provider.since <= self.as_of
        return provider.since if has_ended else None

    def rules(self, report: Report) -> PublicationRules:
        rules = self.policy.rules_for(report.period_end)
        if rules is None:
            message = f"{report.at}: no version of the policy applies to a period that ends on {report.period_end}"
            raise LookupError(message)
        return rules

    def report(self, report: Report, rules: PublicationRules) -> public.PublicReport:
        clients = self.audience(report, Audience.CLIENT, rules)
        if clients is None:
            message = f"{report.at}: the report has no results of clients"
            raise LookupError(message)
        return public.PublicReport(
            period_start=report.period_start,
            period_end=report.period_end,
            report_date=report.report_date,
            public_on=report.report_date + timedelta(days=rules.reply_window.days),
            source=report.source,
            by_telephone=report.telephone_option is YesNo.YES,
            clients=clients,
            commissioners=self.audience(report, Audience.COMMISSIONER, rules),
            opinion=client_opinion(report) if isinstance(clients.total.rating, Published) else None,
            norm=norm_rules(rules),
            certainty=certainty_rules(rules),
            disclosure=disclosure_rules(rules),
            reply=self.replies.get(report.key),
            corrections=self.corrections.of_report(report.key),
            entered_on=self.passed(report.entered_on),
            replied_on=self.passed(report.replied_on) if report.key in self.replies else None,
            former_period_end=report.former_period_end,
        )

    def audience(self, report: Report, audience: Audience, rules: PublicationRules) -> public.AudienceResults | None:
        rows = self.results[report.key, audience]
        if not rows:
            return None
        ratings = with_distributions({row.key: outcome(row, rules) for row in rows}, self.distributions)
        return audience_results(rows, ratings, self.outside_total, self.services)
