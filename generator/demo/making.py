"""The invented register as a whole: which providers are in it, and how it is made."""

from collections.abc import Iterable

from generator.demo.cases import CASES
from generator.demo.measuring import measured
from generator.demo.names import Names
from generator.demo.ordinary import ordinary
from generator.demo.plans import Plan
from generator.disclosure.policy import Policy
from generator.disclosure.sealing import sealed_records
from generator.disclosure.verdicts import verdicts
from generator.findings.findings import Location
from generator.register.records import (
    Correction,
    Distribution,
    Provider,
    Register,
    Reply,
    Report,
    ReportKey,
    Result,
    ResultKey,
)


class UnfitRegisterError(ValueError):
    """The given services or policy do not fit the invented register; the message says why."""


def planned(seed: int, providers: int, real: Register) -> list[Plan]:
    """The plans of a number of ``providers`` with the services of ``real``: first the special cases, then ordinary.

    A larger register of the same seed begins with the same providers.

    Raises:
        UnfitRegisterError: a service of the special cases does not exist, or no longer exists.
    """
    current = sorted(each.id for each in real.services.values() if each.retired is None)
    special = [case.plan for case in CASES[:providers]]
    missing = {service for plan in special for service in plan.provider.services} - set(current)
    if missing:
        raise UnfitRegisterError(
            f"invented providers help people to work, and services.csv has no {', no '.join(sorted(missing))}"
        )
    names = Names(identity for case in CASES for identity in (case.id, *case.plan.provider.former_ids))
    outside = real.charter.outside_total
    return special + [ordinary(seed, number, current, outside, names) for number in range(len(CASES), providers)]


def demo_register(seed: int, plans: Iterable[Plan], real: Register, policy: Policy) -> Register:
    """The register of these providers, sealed, as a public repository may hold it; what it is like is of ``real``.

    Raises:
        UnfitRegisterError: the policy has no rules for a period.
    """
    providers: dict[str, Provider] = {}
    reports: dict[ReportKey, Report] = {}
    results: dict[ResultKey, Result] = {}
    distributions: dict[ResultKey, Distribution] = {}
    replies: list[Reply] = []
    corrections: list[Correction] = []
    for plan in plans:
        providers[plan.provider.id] = plan.provider
        replies += _replies(plan)
        corrections += _corrections(plan)
        for measurement in plan.measurements:
            rules = policy.rules_for(measurement.end)
            if rules is None:
                raise UnfitRegisterError(f"policy.yaml has no rules for a period that ends on {measurement.end}")
            found = measured(seed, plan, measurement, rules, real.charter.scale)
            reports[found.report.key] = found.report
            results |= {row.key: row for row in found.results}
            distributions |= {each.key: each for each in found.distributions}
    register = Register(
        real.charter,
        real.services,
        providers,
        reports,
        results,
        distributions,
        tuple(replies),
        tuple(corrections),
    )
    return sealed_records(register, verdicts(register, policy))


def _replies(plan: Plan) -> list[Reply]:
    return [
        Reply.model_construct(
            at=Location(f"replies/{plan.provider.id}/{each.end}.md", 1, 1),
            provider=plan.provider.id,
            period_end=each.end,
            text=each.reply,
        )
        for each in plan.measurements
        if each.reply
    ]


def _corrections(plan: Plan) -> list[Correction]:
    return [
        Correction.model_construct(
            at=Location(f"corrections/{plan.provider.id}/{each.end}", number),
            corrected_on=amendment.day,
            provider=plan.provider.id,
            period_end=each.end,
            what=amendment.what,
            reason=amendment.reason,
        )
        for each in plan.measurements
        for number, amendment in enumerate(each.amendments, start=1)
    ]
