"""The rules of publication from data/policy.yaml, in versions: the end of a period decides which version applies."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationInfo, model_validator

from generator.charter import Charter
from generator.disclosure.public import Attacker, Means
from generator.findings.findings import Finding
from generator.register.charters import UNREAD
from generator.register.documents import Document, read_document
from generator.register.fields import Day, Text, choice, fault, scale_of
from generator.register.reading import POLICY_FILE
from generator.register.records import Result, YesNo
from generator.register.validation import validated

_HUNDRED = 100
_NUMBER = re.compile(r"[0-9]{1,3}(\.[0-9]{1,3})?")


class Repository(StrEnum):
    """Who can read data/ itself."""

    PUBLIC = "public"
    PRIVATE = "private"


def _number(value: object) -> Decimal:
    # Decimal accepts more, but 6_5 and 1e9 are slips.
    if not isinstance(value, str) or not _NUMBER.fullmatch(value):
        raise fault("Y06", f"{value!r} is no number", "a number with a dot for the decimals")
    return Decimal(value)


def _share(value: object) -> Decimal:
    return _within(value, Decimal(1), Decimal(_HUNDRED))


def _grade(value: object, info: ValidationInfo) -> Decimal:
    scale = scale_of(info)
    return _within(value, Decimal(scale.lowest), Decimal(scale.highest))


def _within(value: object, low: Decimal, high: Decimal) -> Decimal:
    """A number that makes sense: a typing mistake in a rule would publish, or hide, a whole year."""
    number = _number(value)
    if not low <= number <= high:
        raise fault("Y06", f"{value!r} is out of range", f"a number from {low} to {high}")
    return number


def _points(low: str) -> BeforeValidator:
    """A validator for a distance between grades. One as long as the scale says nothing: no two lie further apart."""

    def validate(value: object, info: ValidationInfo) -> Decimal:
        number, scale = _number(value), scale_of(info)
        length = scale.highest - scale.lowest
        if not Decimal(low) <= number < length:
            raise fault("Y06", f"{value!r} is out of range", f"a number from {low} to less than {length}")
        return number

    return BeforeValidator(validate)


def _insufficient(value: object, info: ValidationInfo) -> int:
    scale = scale_of(info)
    return _whole_within(value, scale.lowest, scale.highest - 1)


def _whole(low: int, high: int) -> BeforeValidator:
    """A validator for a whole number that makes sense."""
    return BeforeValidator(lambda value: _whole_within(value, low, high))


def _whole_within(value: object, low: int, high: int) -> int:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{1,6}", value) or not low <= int(value) <= high:
        raise fault("Y06", f"{value!r} is out of range", f"a whole number from {low} to {high}")
    return int(value)


class _Rule(BaseModel):
    """Every rule names its source."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: Text


class ReplyWindow(_Rule):
    """The days after the report's date in which the provider may reply, and nothing is public yet."""

    days: Annotated[int, _whole(1, 365)]


class Step(BaseModel):
    """A required response, in per cent, if fewer than ``invited_below`` people were invited; None: for any number."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    invited_below: Annotated[int, _whole(2, 999_999)] | None = None
    required: Annotated[Decimal, BeforeValidator(_share)]


def _stairs(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Steps that cover groups of every size: ``invited_below`` grows, and the last step is for any number."""
    *limits, last = [step.invited_below for step in steps] or [0]
    known = [limit for limit in limits if limit is not None]
    if last is not None or known != limits or known != sorted(set(known)):
        expected = "ever larger `invited_below`, and a last step without it"
        raise fault("Y06", "leaves some groups without a rule", expected)
    return steps


class ResponseRequirement(_Rule):
    """The steps, the smallest groups first; the last step is for any number.

    ``inferred`` says whether we worked them out from reports, and did not copy them from their source.
    """

    inferred: Annotated[YesNo, choice(YesNo)]
    steps: Annotated[tuple[Step, ...], AfterValidator(_stairs)]


class MinimumRespondents(_Rule):
    """The smallest number of answers with a public grade."""

    completed: Annotated[int, _whole(2, 1000)]


class Norm(_Rule):
    """The quality mark's norm, in points; ``insufficient`` is the highest grade that counts as insufficient."""

    total: Annotated[Decimal, BeforeValidator(_grade)]
    service: Annotated[Decimal, BeforeValidator(_grade)]
    insufficient: Annotated[int, BeforeValidator(_insufficient)]


class Certainty(_Rule):
    """When the site says that a grade gives an impression, or is fairly certain.

    By the width of its interval, in points (``within``; policies from before these keys go by the same widths), and
    where there is none by the number of answers (``from``).
    """

    impression_from: Annotated[int, _whole(2, 1000)]
    fairly_certain_from: Annotated[int, _whole(2, 10_000)]
    impression_within: Annotated[Decimal, _points("0.1")] = Decimal(2)
    fairly_certain_within: Annotated[Decimal, _points("0.1")] = Decimal(1)

    @model_validator(mode="after")
    def _ascends(self) -> Self:
        if self.fairly_certain_from <= self.impression_from:
            came = (
                f"is sure from {self.fairly_certain_from} answers, and gives an impression from {self.impression_from}"
            )
            raise fault("Y06", came, "`fairly_certain_from` above `impression_from`")
        if self.fairly_certain_within >= self.impression_within:
            came = (
                f"is sure within {self.fairly_certain_within} points, and an impression within {self.impression_within}"
            )
            raise fault("Y06", came, "`fairly_certain_within` below `impression_within`")
        return self


class Disclosure(_Rule):
    """How many points of doubt the ``attacker`` must have, about one answer and about several, and by what means."""

    attacker: Annotated[Attacker, choice(Attacker)]
    one_person: Annotated[Decimal, _points("1")]
    several: Annotated[Decimal, _points("0.1")]
    means: Annotated[Means, choice(Means)]


class PublicationRules(BaseModel):
    """One version of the rules, for periods that end on or after ``applies_from``.

    There is a ``norm`` while the register has a quality mark.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    applies_from: Day
    reply_window: ReplyWindow
    response_requirement: ResponseRequirement
    minimum_respondents: MinimumRespondents
    norm: Norm | None = None
    certainty: Certainty
    disclosure: Disclosure

    def required_response(self, net_sample: int) -> Decimal:
        """The share that must answer, in per cent, if ``net_sample`` people were invited."""
        *limited, last = self.response_requirement.steps
        for step in limited:
            if step.invited_below is None or net_sample < step.invited_below:
                return step.required
        return last.required

    def response_suffices(self, row: Result) -> bool:
        """Whether enough of the invited people answered. It compares whole numbers, so no rounding can decide."""
        return row.completed * 100 >= self.required_response(row.net_sample) * row.net_sample


class Policy(BaseModel):
    """All of policy.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    repository: Annotated[Repository, choice(Repository)]
    versions: tuple[PublicationRules, ...]

    def rules_for(self, period_end: date) -> PublicationRules | None:
        """The version that applies to a period with this last day; None before the first version."""
        for rules in reversed(self.versions):
            if rules.applies_from <= period_end:
                return rules
        return None


def read_policy(data: Path, charter: Charter = UNREAD) -> tuple[Policy | None, list[Finding]]:
    """Read policy.yaml in the folder ``data``; None instead of a policy when there are findings.

    Args:
        data: the folder.
        charter: that of the register, with which the rules must agree; what is `UNREAD` contradicts nothing.
    """
    document, findings = read_document(data / POLICY_FILE, data)
    if document is None:
        return None, findings
    policy, findings = validated(Policy, document.data, document.place, charter.scale)
    if policy is None:
        return None, findings
    findings = [*_order(policy, document), *_norms(policy, charter, document)]
    return (None, findings) if findings else (policy, [])


def _order(policy: Policy, document: Document) -> list[Finding]:
    if not policy.versions:
        return [Finding(document.place(("versions",)), "Y05", "no version of the rules", "at least one")]
    return [
        Finding(
            document.place(("versions", number, "applies_from")),
            "W06",
            f"{later.applies_from} comes after {earlier.applies_from}",
            "ever later dates",
        )
        for number, (earlier, later) in enumerate(pairwise(policy.versions), start=1)
        if later.applies_from <= earlier.applies_from
    ]


def _norms(policy: Policy, charter: Charter, document: Document) -> Iterator[Finding]:
    """A norm without the mark that asks it, or a mark without any. A norm may come, and go, with a version."""
    if charter is UNREAD:
        return
    with_norm = [number for number, rules in enumerate(policy.versions) if rules.norm]
    if charter.quality_mark and policy.versions and not with_norm:
        expected = f"the norm of {charter.quality_mark}, the quality_mark of register.yaml"
        yield Finding(document.place(("versions",)), "Y05", "no key 'norm'", expected)
    for number in () if charter.quality_mark else with_norm:
        at = document.place(("versions", number, "norm"))
        yield Finding(at, "Y04", "a norm", "none: register.yaml has no quality_mark")
