"""What versions of a register hold that the public may not have, by the rules of the head and on one day.

Each version is compared with one that was looked at before, and only the providers of whom anything differs are judged
again. The answers are those of judging every version whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from generator.charter import Charter
from generator.disclosure.confidential import confidential
from generator.disclosure.early import early_reports
from generator.disclosure.opening import Opened, read_data
from generator.disclosure.verdicts import verdicts
from generator.findings.codes import CODES, Severity
from generator.findings.findings import Finding, Location
from generator.history.files import is_table
from generator.history.git import place
from generator.history.narrowing import Narrowing, Numbers, placed
from generator.history.versions import extract
from generator.register.charters import CHARTER_FILE, UNREAD
from generator.register.reading import POLICY_FILE
from generator.register.records import Register

Fact: TypeAlias = tuple[object, str, object]

# The folders whose rows are judged. An error elsewhere hides nothing, and is `generator check`'s.
_JUDGED = ("results/", "reports/", "distributions/")
# Without these nothing can be judged.
_RULING = frozenset({POLICY_FILE, CHARTER_FILE})
# Codes that say that nothing is known about a file or a folder.
_UNKNOWN = frozenset({"F07", "F11"})


@dataclass(frozen=True, slots=True)
class Held:
    """A fact that the public may not have: whose it is, the fact without its place in the files, and the finding."""

    provider: str
    fact: Fact
    finding: Finding


@dataclass(frozen=True, slots=True)
class Looked:
    """What was seen in one version.

    Args:
        tree: the version.
        held: what the public may not have.
        unread: what could not be read, and so could not be judged.
        is_whole: whether every table could be read; if not, no other version can be compared with it.
    """

    tree: str
    held: Sequence[Held]
    unread: Sequence[Finding]
    is_whole: bool


class Looking:
    """Looks at versions of the folder ``data``, by the rules and the figures of one of them.

    Args:
        data: the folder, in a repository.
        head: the tree of the version that will become public.
        as_of: the day on which it will.

    Raises:
        UnruledError: the rules of the head, or its scale, cannot be read.
    """

    def __init__(self, data: Path, head: str, as_of: date) -> None:
        self._data, self._as_of = data, as_of
        with TemporaryDirectory() as name:
            extract(data, head, Path(name))
            opened = _read(Path(name))
        self._charter = opened.register.charter
        self._narrowing = Narrowing(place(data)[0], self._charter.scale)
        if opened.policy is None or self._charter is UNREAD:
            raise UnruledError([unclear(each) for each in opened.findings if each.at.file in _RULING])
        self._policy = opened.policy
        self._verdicts = verdicts(opened.register, opened.policy)
        self._early = {each.report.key for each in early_reports(opened.register, opened.policy, as_of)}
        self._last = self._looked(head, opened, {})
        self._known = {head: self._last}

    def at(self, tree: str) -> Looked:
        """What is seen in the version with this tree."""
        if tree not in self._known:
            self._known[tree] = self._compared(tree) or self._whole(tree)
            if self._known[tree].is_whole:
                self._last = self._known[tree]
        return self._known[tree]

    def _whole(self, tree: str) -> Looked:
        with TemporaryDirectory() as name:
            extract(self._data, tree, Path(name))
            return self._looked(tree, _read(Path(name), self._charter), {})

    def _compared(self, tree: str) -> Looked | None:
        """What is seen in a version, by what differs from the last one; None if it must be judged whole."""
        if not self._last.is_whole:
            return None
        with TemporaryDirectory() as name:
            doubted = {held.provider for held in self._last.held}
            numbers = self._narrowing.write(self._last.tree, tree, doubted, Path(name))
            return None if numbers is None else self._looked(tree, _read(Path(name), self._charter), numbers)

    def _looked(self, tree: str, opened: Opened, numbers: Numbers) -> Looked:
        held = [
            replace(each, finding=_at(placed(each.finding.at, numbers), each.finding))
            for each in self._held(opened.register)
        ]
        errors = [_at(placed(each.at, numbers), each) for each in opened.findings if each.severity is Severity.ERROR]
        unread = [each for each in errors if each.at.file.startswith(_JUDGED) or each.code in _UNKNOWN]
        is_whole = not unread and not any(is_table(each.at.file) for each in errors)
        return Looked(tree, held, [unclear(each) for each in unread], is_whole)

    def _held(self, register: Register) -> Iterator[Held]:
        """What may not be public by the version's own figures, or by the figures of the head; on the head's scale."""
        register = replace(register, charter=self._charter)
        for each in confidential(register, verdicts(register, self._policy, self._verdicts)):
            value = getattr(each.record, each.name) if each.name else each.record.model_dump_json(exclude={"at"})
            finding = Finding(each.at, "W02", f"{each.what}, in a public repository", each.expected)
            yield Held(each.record.provider, (each.record.key, each.name, value), finding)
        for early in early_reports(register, self._policy, self._as_of, self._early):
            yield Held(early.report.provider, (early.report.key, "early", None), early.finding("G02"))


class UnruledError(Exception):
    """The rules by which everything is judged cannot be read; ``findings`` say why."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


def unclear(finding: Finding) -> Finding:
    """A finding that quotes nothing: the check may quote a grade with a comma, but a log must not."""
    came = f"{finding.code}: {CODES[finding.code].title[0].lower()}{CODES[finding.code].title[1:]}"
    return Finding(finding.at, "G01", came, "rows that can be judged")


def _at(at: Location, finding: Finding) -> Finding:
    return replace(finding, at=at)


def _read(folder: Path, charter: Charter | None = None) -> Opened:
    opened = read_data(folder, charter)
    return replace(opened, findings=[*opened.findings, *_hidden(folder)])


def _hidden(folder: Path) -> Iterator[Finding]:
    """Hidden files, for example of an editor: the register skips them, but in a commit they are public too."""
    for path in folder.rglob("*"):
        file = path.relative_to(folder).as_posix()
        if not path.is_dir() and "/." in f"/{file}":
            yield Finding(Location(file), "F07", "nothing reads this file", "only files that docs/data.md describes")
