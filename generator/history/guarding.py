"""What is withheld must stand in no commit of a public repository: what a later one takes out stays in the history.

The rules that judge a version are those of the head, which is what people look at before it is merged. A policy that
was lax, or a count that was wrong, for one commit only would otherwise let a grade into the history.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from generator.disclosure.confidential import Confidential, confidential
from generator.disclosure.opening import Opened, read_data
from generator.disclosure.policy import Policy, Repository
from generator.disclosure.verdicts import Verdicts, verdicts
from generator.findings.codes import CODES, Severity
from generator.findings.findings import Finding, Location
from generator.history.versions import Version, extract
from generator.register.reading import POLICY_FILE
from generator.register.records import Register

Fact: TypeAlias = tuple[object, str, object]

# The folders whose rows are judged. An error elsewhere hides nothing, and is `generator check`'s.
_JUDGED = ("results/", "reports/", "distributions/")
# A file, or a folder, of which nothing is known.
_UNKNOWN = frozenset({"F07", "F11"})


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
    held = partial(_held, policy=now.policy, of_head=verdicts(now.register, now.policy))
    known = {_fact(each) for reading in before for each in held(reading.register)}
    for version in versions:
        reading = read(version.tree)
        forgiven = set() if version.tree == head.tree else known
        found = sorted({*_unread(reading), *_findings(held(reading.register), forgiven)})
        if found:
            yield version, found


def _held(register: Register, policy: Policy, of_head: Verdicts) -> list[Confidential]:
    """All that ``register`` holds and is withheld: by its own figures, or by those of the head."""
    return confidential(register, verdicts(register, policy, of_head))


def _read(data: Path, tree: str) -> Opened:
    with TemporaryDirectory() as name:
        folder = Path(name)
        extract(data, tree, folder)
        opened = read_data(folder)
        return replace(opened, findings=[*opened.findings, *_hidden(folder)])


def _hidden(folder: Path) -> Iterator[Finding]:
    """Files that the register passes over, as an editor's are; in a commit they are as public as all others."""
    for path in folder.rglob("*"):
        file = path.relative_to(folder).as_posix()
        if not path.is_dir() and "/." in f"/{file}":
            yield Finding(Location(file), "F07", "nothing reads this file", "only files that docs/data.md describes")


def _is_public(reading: Opened) -> bool:
    """Also where the policy cannot be read: and a repository is not private because its next commit says so."""
    return reading.policy is None or reading.policy.repository is Repository.PUBLIC


def _unread(reading: Opened) -> Iterator[Finding]:
    for finding in reading.findings:
        is_judged = finding.at.file.startswith(_JUDGED) or finding.code in _UNKNOWN
        if is_judged and finding.severity is Severity.ERROR:
            yield _unclear(finding)


def _unclear(finding: Finding) -> Finding:
    """A finding without what stands there: a grade with a comma is quoted by the check, and must not be by a log."""
    came = f"{finding.code}: {CODES[finding.code].title[0].lower()}{CODES[finding.code].title[1:]}"
    return Finding(finding.at, "G01", came, "rows that can be judged")


def _findings(held: Iterable[Confidential], known: AbstractSet[Fact]) -> Iterator[Finding]:
    for found in held:
        if _fact(found) not in known:
            yield Finding(found.at, "W02", f"{found.what}, in a public repository", found.expected)


def _fact(found: Confidential) -> Fact:
    """What it tells, wherever it stands."""
    value = getattr(found.record, found.name) if found.name else found.record.model_dump_json(exclude={"at"})
    return (found.record.key, found.name, value)
