"""No commit of a public repository may hold a withheld grade: if a later commit removes it, the history still has it.

Each version is judged by the rules of the head, the version that people review before a merge. Otherwise a lax policy,
or a wrong count, in only one commit would let a grade into the history.
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
from generator.progress import tracked
from generator.register.reading import POLICY_FILE
from generator.register.records import Register

Fact: TypeAlias = tuple[object, str, object]

# The folders whose rows are judged. An error elsewhere hides nothing, and is `generator check`'s.
_JUDGED = ("results/", "reports/", "distributions/")
# Codes that say that nothing is known about a file or a folder.
_UNKNOWN = frozenset({"F07", "F11"})


def refusals(
    data: Path, head: Version, versions: Sequence[Version], bases: Sequence[Version]
) -> Iterator[tuple[Version, list[Finding]]]:
    """The versions that a public repository may not hold, each with the reasons.

    Args:
        data: the folder of the register, in a repository.
        head: the version that will become public; its rules judge all versions.
        versions: all versions that become public with it.
        bases: the versions that are public already. Only the head may not repeat a withheld grade that they hold: if a
            grade was rightly public until a correction withheld it, the history keeps it for ever.
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
    for version in tracked(versions, "Looking at versions", of=versions):
        reading = read(version.tree)
        forgiven = set() if version.tree == head.tree else known
        found = sorted({*_unread(reading), *_findings(held(reading.register), forgiven)})
        if found:
            yield version, found


def _held(register: Register, policy: Policy, of_head: Verdicts) -> list[Confidential]:
    """The withheld values in ``register``: withheld by its own figures, or by the figures of the head."""
    return confidential(register, verdicts(register, policy, of_head))


def _read(data: Path, tree: str) -> Opened:
    with TemporaryDirectory() as name:
        folder = Path(name)
        extract(data, tree, folder)
        opened = read_data(folder)
        return replace(opened, findings=[*opened.findings, *_hidden(folder)])


def _hidden(folder: Path) -> Iterator[Finding]:
    """Hidden files, for example of an editor: the register skips them, but in a commit they are public too."""
    for path in folder.rglob("*"):
        file = path.relative_to(folder).as_posix()
        if not path.is_dir() and "/." in f"/{file}":
            yield Finding(Location(file), "F07", "nothing reads this file", "only files that docs/data.md describes")


def _is_public(reading: Opened) -> bool:
    """Whether a version counts as public, also if its policy cannot be read.

    The guard asks this of the bases too: a repository is not private because its next commit says so.
    """
    return reading.policy is None or reading.policy.repository is Repository.PUBLIC


def _unread(reading: Opened) -> Iterator[Finding]:
    for finding in reading.findings:
        is_judged = finding.at.file.startswith(_JUDGED) or finding.code in _UNKNOWN
        if is_judged and finding.severity is Severity.ERROR:
            yield _unclear(finding)


def _unclear(finding: Finding) -> Finding:
    """A finding that quotes nothing: the check may quote a grade with a comma, but a log must not."""
    came = f"{finding.code}: {CODES[finding.code].title[0].lower()}{CODES[finding.code].title[1:]}"
    return Finding(finding.at, "G01", came, "rows that can be judged")


def _findings(held: Iterable[Confidential], known: AbstractSet[Fact]) -> Iterator[Finding]:
    for found in held:
        if _fact(found) not in known:
            yield Finding(found.at, "W02", f"{found.what}, in a public repository", found.expected)


def _fact(found: Confidential) -> Fact:
    """The withheld fact, without its place in the files."""
    value = getattr(found.record, found.name) if found.name else found.record.model_dump_json(exclude={"at"})
    return (found.record.key, found.name, value)
