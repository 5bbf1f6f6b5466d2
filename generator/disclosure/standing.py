"""Whether the rules by which something was published still stand, and the scale on which it was given."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from generator.charter import Charter
from generator.disclosure.policy import Policy, PublicationRules
from generator.disclosure.public import PublicRegister
from generator.findings.findings import Finding, Location
from generator.register.charters import CHARTER_FILE
from generator.register.documents import Route
from generator.register.reading import POLICY_FILE

_SOURCE = "source"


def changed_rules(before: Policy, after: Policy, ends: Iterable[date], as_of: date) -> list[Finding]:
    """A finding for each value of a rule that the public knows, and that is not what it was.

    A version that applies already stays as it is, except for the words of its sources. Who can read the repository may
    change, and so may a version until the day from which it applies. A new version may be anywhere, as long as no
    report that is public comes under it.

    Args:
        before: the policy by which the public sees what it sees.
        after: the policy that comes.
        ends: the last day of the period of each report that is public.
        as_of: today.
    """
    return [*_changed_versions(before, after, as_of), *_taken_over(before, after, ends)]


def changed_scale(before: PublicRegister, after: Charter) -> list[Finding]:
    """A finding if grades that are public were given on another scale than the one that comes.

    On it each of them would mean something else, and no line in corrections.csv could say so.

    Args:
        before: what the public sees.
        after: the charter that comes.
    """
    was, will = before.charter.scale, after.scale
    if was == will or not before.providers:
        return []
    came = f"the scale was {was.lowest} to {was.highest}, is {will.lowest} to {will.highest}"
    expected = f"lowest {was.lowest} and highest {was.highest}: what is public was given on that scale"
    return [Finding(Location(CHARTER_FILE), "V05", came, expected)]


def _changed_versions(before: Policy, after: Policy, as_of: date) -> Iterator[Finding]:
    there = {rules.applies_from: rules for rules in after.versions}
    for rules in before.versions:
        new = there.get(rules.applies_from)
        if rules.applies_from > as_of:
            continue
        if new is None:
            came = f"the version of {rules.applies_from} is gone"
            yield _finding(came, "this version as it was")
            continue
        old_values, new_values = _values(rules), _values(new)
        for route in dict.fromkeys((*old_values, *new_values)):
            old_value, new_value = old_values.get(route, "nothing"), new_values.get(route, "nothing")
            if old_value != new_value:
                came = (
                    f"the version of {rules.applies_from}: {'.'.join(map(str, route))} was {old_value}, is {new_value}"
                )
                yield _finding(came, f"{old_value}, and another value in a new version at the end")


def _taken_over(before: Policy, after: Policy, ends: Iterable[date]) -> Iterator[Finding]:
    """New versions under which reports come that are public by an older one."""
    latest: dict[date, date] = {}
    for end in ends:
        old, new = before.rules_for(end), after.rules_for(end)
        if old and new and new.applies_from > old.applies_from:
            latest[new.applies_from] = max(end, latest.get(new.applies_from, end))
    for applies_from, end in sorted(latest.items()):
        came = f"the version of {applies_from} decides about a period that ends on {end}, whose report is public"
        yield _finding(came, f"`applies_from` after {end}")


def _values(rules: PublicationRules) -> dict[Route, Any]:
    """Each value of the rules by its route, without the words of their sources."""
    return dict(_leaves(rules.model_dump(), ()))


def _leaves(value: object, route: Route) -> Iterator[tuple[Route, object]]:
    if isinstance(value, dict):
        for key, each in value.items():
            if key != _SOURCE:
                yield from _leaves(each, (*route, key))
    elif isinstance(value, tuple | list):
        for number, each in enumerate(value):
            yield from _leaves(each, (*route, number))
    elif value is not None:
        yield route, value


def _finding(came: str, expected: str) -> Finding:
    return Finding(Location(POLICY_FILE), "V01", came, expected)
