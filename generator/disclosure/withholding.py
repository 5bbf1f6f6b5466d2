"""The one door between what we know and what the public may know."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from generator.disclosure import public
from generator.disclosure.policy import Policy, PublicationRules
from generator.disclosure.protecting import protect
from generator.disclosure.public import Published, Rating, Withheld
from generator.disclosure.rules import is_public, outcome
from generator.register.records import (
    Audience,
    Distribution,
    Provider,
    ProviderStatus,
    Register,
    Report,
    ReportKey,
    Result,
    ResultKey,
    Service,
    YesNo,
)
from generator.register.totals import counted_in


def withhold(register: Register, policy: Policy, as_of: date) -> public.PublicRegister:
    """What the public may know of ``register`` on the day ``as_of``.

    A provider without a public report is not there at all: a report in its reply window would show otherwise.

    Args:
        register: checked; one with an error in it must not come here.
        policy: each report is judged by the version that applies to the end of its period.
        as_of: the day from which the calendar is judged.

    Raises:
        MissingGradeError: a row that must be published holds no grade.
        LookupError: a report falls before the first version of the policy.
        UnsafeReportError: a withheld grade could be worked out, and the policy says `fail`.
    """
    return protect(by_rows(register, policy, as_of))


def by_rows(register: Register, policy: Policy, as_of: date) -> public.PublicRegister:
    """What rules 1 to 6 leave, which look at one row at a time: not yet safe to show. For arguments see `withhold`."""
    door = _Door(register, policy, as_of)
    providers = (door.provider(provider) for provider in register.providers.values())
    return public.PublicRegister(
        services=tuple(door.services.values()),
        providers=tuple(sorted((found for found in providers if found), key=lambda found: found.id)),
        rules=tuple(_rules(rules) for rules in reversed(policy.versions) if rules.applies_from <= as_of),
    )


class _Door:
    """The register, ordered so that each report and each row is found at once."""

    def __init__(self, register: Register, policy: Policy, as_of: date) -> None:
        self.policy = policy
        self.as_of = as_of
        self.known_services = register.services
        by_number = sorted(register.services.values(), key=lambda service: service.number)
        self.services = {each.id: self.service(each) for each in by_number}
        self.distributions = register.distributions
        self.reports: Mapping[str, list[Report]] = defaultdict(list)
        for report in register.reports.values():
            self.reports[report.provider].append(report)
        self.results: Mapping[tuple[ReportKey, Audience], list[Result]] = defaultdict(list)
        for row in register.results.values():
            self.results[row.report_key, row.audience].append(row)
        self.replies = {(reply.provider, reply.period_end): reply.text for reply in register.replies}
        self.corrections: Mapping[ReportKey, list[public.PublicCorrection]] = defaultdict(list)
        for each in sorted(register.corrections, key=lambda correction: correction.corrected_on, reverse=True):
            if each.corrected_on <= as_of:
                shown = public.PublicCorrection(each.corrected_on, each.what, each.reason)
                self.corrections[each.provider, each.period_end].append(shown)

    def service(self, service: Service) -> public.PublicService:
        has_ended = service.retired is not None and service.retired <= self.as_of
        retired_on = service.retired if has_ended else None
        return public.PublicService(service.id, service.name_nl, service.also_called, retired_on)

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
        )

    def ended_on(self, provider: Provider) -> date | None:
        """The day it ended, from that day on."""
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
            opinion=_opinion(report) if isinstance(clients.total.rating, Published) else None,
            norm=_norm(rules),
            certainty=_certainty(rules),
            disclosure=_disclosure(rules),
            reply=self.replies.get(report.key),
            corrections=tuple(self.corrections[report.key]),
        )

    def audience(self, report: Report, audience: Audience, rules: PublicationRules) -> public.AudienceResults | None:
        rows = self.results[report.key, audience]
        if not rows:
            return None
        ratings = _with_distributions({row.key: outcome(row, rules) for row in rows}, self.distributions)
        shown = {
            row.service: public.PublicRow(
                self.services.get(row.service),
                row.net_sample,
                row.completed,
                ratings[row.key],
            )
            for row in rows
        }
        total = next(row for row in rows if row.is_total)
        services = [row for row in rows if not row.is_total]
        counted = {row.service for row in counted_in(total, services, self.known_services)}
        without = {row.service for row in services} - counted
        return public.AudienceResults(
            total=shown[total.service],
            services=tuple(shown[each] for each in self.services if each in shown),
            total_without=tuple(service for each, service in self.services.items() if each in without),
        )


def _with_distributions(
    ratings: Mapping[ResultKey, Rating],
    distributions: Mapping[ResultKey, Distribution],
) -> Mapping[ResultKey, Rating]:
    """The ratings with how often each grade was given, where nothing beside them is withheld.

    Counts subtract without rounding: the total's less those of the other services would be the withheld row's.
    """
    if any(isinstance(rating, Withheld) for rating in ratings.values()):
        return ratings
    return {
        key: replace(rating, distribution=distributions[key].counts)
        if isinstance(rating, Published) and key in distributions
        else rating
        for key, rating in ratings.items()
    }


def _opinion(report: Report) -> public.ClientOpinion:
    return public.ClientOpinion(
        shares=_shares(report.shares),
        promoter_score=report.promoter_score,
        staff_strength=report.staff_strength or None,
        strengths=report.strengths,
    )


def _shares(shares: Sequence[int | None]) -> public.Shares | None:
    known = [share for share in shares if share is not None]
    return public.Shares(*known) if len(known) == len(shares) else None


def _norm(rules: PublicationRules) -> public.NormRules:
    return public.NormRules(rules.norm.total, rules.norm.service, rules.norm.insufficient)


def _certainty(rules: PublicationRules) -> public.CertaintyRules:
    return public.CertaintyRules(rules.certainty.impression_from, rules.certainty.fairly_certain_from)


def _disclosure(rules: PublicationRules) -> public.DisclosureRules:
    own = rules.disclosure
    return public.DisclosureRules(own.attacker, own.one_person, own.several, own.means)


def _rules(rules: PublicationRules) -> public.PublicRules:
    return public.PublicRules(
        applies_from=rules.applies_from,
        reply_window_days=rules.reply_window.days,
        response_steps=tuple(
            public.ResponseStep(step.invited_below, step.required) for step in rules.response_requirement.steps
        ),
        response_inferred=rules.response_requirement.inferred is YesNo.YES,
        minimum_respondents=rules.minimum_respondents.completed,
        norm=_norm(rules),
        certainty=_certainty(rules),
        disclosure=_disclosure(rules),
    )
