"""Turns records of the register into parts of the public model. Other modules decide what may be shown."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from generator.disclosure import public
from generator.disclosure.policy import PublicationRules
from generator.disclosure.public import Published, Rating, Withheld
from generator.register.records import Distribution, Provider, Register, Report, Result, ResultKey, Service, YesNo
from generator.register.totals import counted_in


def public_services(register: Register, as_of: date | None = None) -> Mapping[str, public.PublicService]:
    """Every service by its id, in the order of their numbers; it counts as retired if it is so on ``as_of``."""
    by_number = sorted(register.services.values(), key=lambda service: service.number)
    return {each.id: _service(each, as_of) for each in by_number}


def _service(service: Service, as_of: date | None) -> public.PublicService:
    has_ended = service.retired is not None and as_of is not None and service.retired <= as_of
    return public.PublicService(
        id=service.id,
        name=service.name,
        also_called=service.also_called,
        retired_on=service.retired if has_ended else None,
        plain_name=service.plain_name,
        about=service.about,
        former_names=service.former_names,
    )


def with_mergers(
    shown: Sequence[public.PublicProvider], known: Mapping[str, Provider]
) -> tuple[public.PublicProvider, ...]:
    """The providers that are ``shown``, with who went on in whom: only if both are shown, and from that day on."""
    others = {each.id: public.OtherProvider(each.id, each.name) for each in shown}
    into = {each.id: others.get(known[each.id].merged_into or "") for each in shown if each.ended_on}
    taken: dict[str, list[public.OtherProvider]] = defaultdict(list)
    for former, other in into.items():
        if other:
            taken[other.id].append(others[former])
    return tuple(replace(each, merged_into=into.get(each.id), took_over=tuple(taken[each.id])) for each in shown)


def audience_results(
    rows: Sequence[Result],
    ratings: Mapping[ResultKey, Rating],
    outside: Collection[str],
    services: Mapping[str, public.PublicService],
) -> public.AudienceResults:
    """The rows of one audience of a report, including a total, with what is shown of each.

    Args:
        rows: the rows of the register.
        ratings: the rating of each of these rows.
        outside: ids of services that a total may leave out.
        services: every service, by its id.
    """
    shown = {
        row.service: public.PublicRow(services.get(row.service), row.net_sample, row.completed, ratings[row.key])
        for row in rows
    }
    total = next(row for row in rows if row.is_total)
    own = [row for row in rows if not row.is_total]
    without = {row.service for row in own} - {row.service for row in counted_in(total, own, outside)}
    return public.AudienceResults(
        total=shown[total.service],
        services=tuple(shown[each] for each in services if each in shown),
        total_without=tuple(service for each, service in services.items() if each in without),
    )


def with_distributions(
    ratings: Mapping[ResultKey, Rating], distributions: Mapping[ResultKey, Distribution]
) -> Mapping[ResultKey, Rating]:
    """The ratings of one audience; with the counts of each grade, if none of these ratings is withheld.

    Beside a withheld grade, counts would tell it exactly: subtract the counts of the other services from the counts of
    the total. Source of the rule: docs/decisions/0001.
    """
    if any(isinstance(rating, Withheld) for rating in ratings.values()):
        return ratings
    return {
        key: replace(rating, distribution=distributions[key].counts)
        if isinstance(rating, Published) and key in distributions
        else rating
        for key, rating in ratings.items()
    }


def client_opinion(report: Report) -> public.ClientOpinion:
    """The other answers of the clients of a report."""
    return public.ClientOpinion(
        shares=_shares(report.shares),
        promoter_score=report.promoter_score,
        staff_strength=report.staff_strength or None,
        strengths=report.strengths,
    )


def _shares(shares: Iterable[int | None]) -> public.Shares | None:
    all_shares = list(shares)
    known = [share for share in all_shares if share is not None]
    return public.Shares(*known) if len(known) == len(all_shares) else None


def norm_rules(rules: PublicationRules) -> public.NormRules | None:
    """The norm of a version of the policy; None if there is none."""
    own = rules.norm
    return public.NormRules(own.total, own.service, own.insufficient) if own else None


def certainty_rules(rules: PublicationRules) -> public.CertaintyRules:
    """When a version of the policy uses each word for how sure a grade is."""
    own = rules.certainty
    return public.CertaintyRules(
        own.impression_from, own.fairly_certain_from, own.impression_within, own.fairly_certain_within
    )


def disclosure_rules(rules: PublicationRules) -> public.DisclosureRules:
    """How well a version of the policy protects withheld grades."""
    own = rules.disclosure
    return public.DisclosureRules(own.attacker, own.one_person, own.several, own.means)


def public_rules(rules: PublicationRules) -> public.PublicRules:
    """A version of the policy, for the page that explains it."""
    return public.PublicRules(
        applies_from=rules.applies_from,
        reply_window_days=rules.reply_window.days,
        response_steps=tuple(
            public.ResponseStep(step.invited_below, step.required) for step in rules.response_requirement.steps
        ),
        response_inferred=rules.response_requirement.inferred is YesNo.YES,
        minimum_respondents=rules.minimum_respondents.completed,
        norm=norm_rules(rules),
        certainty=certainty_rules(rules),
        disclosure=disclosure_rules(rules),
    )
