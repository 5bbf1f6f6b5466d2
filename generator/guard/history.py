"""What is withheld must stand in no commit of a public repository: what a later one takes out stays in the history.

The rules that judge a version are those of the head, which is what people look at before it is merged. A policy that
was lax, or a count that was wrong, for one commit only would otherwise let a grade into the history.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self, TypeAlias

from generator.changes.versions import Version, extract
from generator.disclosure.confidential import Confidential, confidential, grade_of, is_withheld, protected_grade
from generator.disclosure.judging import protected
from generator.disclosure.pictures import Precision, Seen
from generator.disclosure.policy import Policy, Repository, read_policy
from generator.register.codes import CODES, Severity
from generator.register.fields import Unpublished
from generator.register.findings import Finding, Location
from generator.register.grades import Rounded
from generator.register.reading import POLICY_FILE, read_register
from generator.register.records import Publication, Register, Result, ResultKey

Fact: TypeAlias = tuple[object, str, object]

# The folders whose rows are judged. An error elsewhere hides nothing, and is `generator check`'s.
_JUDGED = ("results/", "reports/", "distributions/")
# A file, or a folder, of which nothing is known.
_UNKNOWN = frozenset({"F07", "F11"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One version of the register, as far as it can be read."""

    register: Register
    policy: Policy | None
    findings: list[Finding]


@dataclass(frozen=True, slots=True)
class Rules:
    """By which a version is judged: the policy of the head, and the rows that are withheld there.

    Args:
        policy: that of the head.
        withheld: rows that are withheld for themselves.
        protected: rows of which rule 7 shows less than their grade, and what it shows.
    """

    policy: Policy
    withheld: AbstractSet[ResultKey]
    protected: Mapping[ResultKey, Seen]

    @classmethod
    def of(cls, register: Register, policy: Policy) -> Self:
        """The rules of a version, by its own figures."""
        marked = {key: seen for key, row in register.results.items() if (seen := _marked(row))}
        withheld = {key for key, row in register.results.items() if is_withheld(row, policy)}
        return cls(policy, withheld - marked.keys(), {**marked, **protected(register, policy)})

    def confidential(self, register: Register) -> list[Confidential]:
        """All that ``register`` holds and is withheld: by its own figures, or by those of the head."""
        rows = register.results
        beside = [(rows[key], self.protected[key]) for key in sorted(self.protected.keys() & rows.keys())]
        marked = [protected_grade(row, seen) for row, seen in beside if _tells_more(row, seen)]
        judged = {key: self._judged(row) for key, row in rows.items()}
        return [*marked, *confidential(replace(register, results=judged), self.policy)]

    def _judged(self, row: Result) -> Result:
        """A row as the head would have it."""
        if row.key in self.withheld:
            return row.model_copy(update={"publication": Publication.NO})
        return row.model_copy(update={"grade": grade_of(self.protected[row.key])}) if row.key in self.protected else row


def refusals(
    data: Path, head: Version, versions: Sequence[Version], bases: Sequence[Version]
) -> Iterator[tuple[Version, list[Finding]]]:
    """The versions that a public repository may not hold, each with why.

    Args:
        data: the folder of the register, in a repository.
        head: the version that is to become public, with the rules that judge.
        versions: all that become public with it.
        bases: what is public already. What they hold is held against the head alone: a grade that was rightly public
            until a correction withheld it is in the history for good.
    """
    read = cache(partial(_read, data))
    now, before = read(head.tree), [read(base.tree) for base in bases]
    if now.policy is None:
        yield head, [_unclear(finding) for finding in now.findings if finding.at.file == POLICY_FILE]
        return
    if not any(_is_public(reading) for reading in (now, *before)):
        return
    rules = Rules.of(now.register, now.policy)
    known = {_fact(each) for reading in before for each in rules.confidential(reading.register)}
    for version in versions:
        reading = read(version.tree)
        forgiven = set() if version.tree == head.tree else known
        found = sorted({*_unread(reading), *_held(reading.register, rules, forgiven)})
        if found:
            yield version, found


def _marked(row: Result) -> Seen | None:
    """What a row says that rule 7 shows of it; the mark of the rule of before says nothing any more."""
    if isinstance(row.grade, Rounded):
        return Seen(Precision.WHOLE, row.grade.points)
    return Seen(Precision.HIDDEN, 0) if row.grade is Unpublished.HIDDEN else None


def _tells_more(row: Result, seen: Seen) -> bool:
    """Whether a row tells more of its grade than is ``seen``, which is not all of it."""
    return isinstance(row.grade, Decimal) or (isinstance(row.grade, Rounded) and seen.precision is Precision.HIDDEN)


def _read(data: Path, tree: str) -> Reading:
    with TemporaryDirectory() as name:
        folder = Path(name)
        extract(data, tree, folder)
        register, findings = read_register(folder)
        policy, of_policy = read_policy(folder)
        return Reading(register, policy, [*findings, *of_policy, *_hidden(folder)])


def _hidden(folder: Path) -> Iterator[Finding]:
    """Files that the register passes over, as an editor's are; in a commit they are as public as all others."""
    for path in folder.rglob("*"):
        file = path.relative_to(folder).as_posix()
        if not path.is_dir() and "/." in f"/{file}":
            yield Finding(Location(file), "F07", "nothing reads this file", "only files that docs/data.md describes")


def _is_public(reading: Reading) -> bool:
    """Also where the policy cannot be read: and a repository is not private because its next commit says so."""
    return reading.policy is None or reading.policy.repository is Repository.PUBLIC


def _unread(reading: Reading) -> Iterator[Finding]:
    for finding in reading.findings:
        is_judged = finding.at.file.startswith(_JUDGED) or finding.code in _UNKNOWN
        if is_judged and finding.severity is Severity.ERROR:
            yield _unclear(finding)


def _unclear(finding: Finding) -> Finding:
    """A finding without what stands there: a grade with a comma is quoted by the check, and must not be by a log."""
    came = f"{finding.code}: {CODES[finding.code].title[0].lower()}{CODES[finding.code].title[1:]}"
    return Finding(finding.at, "G01", came, "rows that can be judged")


def _held(register: Register, rules: Rules, known: AbstractSet[Fact]) -> Iterator[Finding]:
    for found in rules.confidential(register):
        if _fact(found) not in known:
            yield Finding(found.at, "W02", f"{found.what}, in a public repository", found.expected)


def _fact(found: Confidential) -> Fact:
    """What it tells, wherever it stands."""
    value = getattr(found.record, found.name) if found.name else found.record.model_dump_json(exclude={"at"})
    return (found.record.key, found.name, value)
