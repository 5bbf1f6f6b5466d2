"""Opening a register: it is read, checked and judged once, and then handed on."""

from dataclasses import dataclass
from pathlib import Path

from generator.charter import Charter
from generator.disclosure.policy import Policy, read_policy
from generator.disclosure.review import review, review_repository
from generator.disclosure.verdicts import Verdicts, verdicts
from generator.findings.findings import Finding
from generator.register.charters import UNREAD
from generator.register.reading import read_register
from generator.register.records import Register


@dataclass(frozen=True, slots=True)
class Opened:
    """The content of a data folder, as far as it can be read. If a finding is an error, it is incomplete.

    Args:
        register: the records.
        policy: the rules; None if they cannot be read, and then a finding is an error.
        findings: all of them, sorted by place.
    """

    register: Register
    policy: Policy | None
    findings: list[Finding]


@dataclass(frozen=True, slots=True)
class Judged:
    """An opened register with its rules, and what those rules say about it."""

    register: Register
    policy: Policy
    verdicts: Verdicts
    findings: list[Finding]


def read_data(data: Path, charter: Charter | None = None) -> Opened:
    """Read and check everything in the folder ``data``; ``charter`` is that of a version from before register.yaml."""
    register, findings = read_register(data, charter)
    policy, of_policy = read_policy(data, register.charter)
    return Opened(register, policy, sorted([*findings, *of_policy]))


def open_register(data: Path, charter: Charter | None = None) -> Opened | Judged:
    """Read, check and judge everything in the folder ``data``; not judged if its rules or its scale cannot be read.

    ``charter`` is that of a version from before register.yaml.
    """
    opened = read_data(data, charter)
    if opened.policy is None or opened.register.charter is UNREAD:
        return opened
    said = verdicts(opened.register, opened.policy)
    reviewed = review(opened.register, opened.policy, said)
    unsealed = review_repository(opened.register, opened.policy, said, reviewed)
    return Judged(opened.register, opened.policy, said, sorted([*opened.findings, *reviewed, *unsealed]))
