"""No commit of a public repository may hold a withheld grade or an early report: a later one cannot take it back.

Each version is judged by the rules of the head, the version that people review before a merge. Otherwise a lax policy,
or a wrong count, in only one commit would let a grade into the history.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.disclosure.policy import Policy, Repository, read_policy
from generator.findings.findings import Finding
from generator.history.looking import Looking, UnruledError
from generator.history.versions import Version, extract
from generator.progress import tracked
from generator.register.reading import POLICY_FILE


def is_public(data: Path, versions: Iterable[Version]) -> bool:
    """Whether one of the versions counts as that of a public repository, also if its policy cannot be read.

    The bases are asked too: a repository is not private because its next commit says so.
    """
    return any(policy is None or policy.repository is Repository.PUBLIC for policy in _policies(data, versions))


def _policies(data: Path, versions: Iterable[Version]) -> Iterator[Policy | None]:
    for tree in dict.fromkeys(version.tree for version in versions):
        with TemporaryDirectory() as name:
            extract(data, tree, Path(name), [POLICY_FILE])
            yield read_policy(Path(name))[0]


def refusals(
    data: Path, head: Version, versions: Sequence[Version], bases: Sequence[Version], as_of: date
) -> Iterator[tuple[Version, list[Finding]]]:
    """The versions that a public repository (`is_public`) may not hold, each with the reasons.

    Args:
        data: the folder of the register, in a repository.
        head: the version that will become public; its rules judge all versions.
        versions: all versions that become public with it.
        bases: the versions that are public already. Only the head may not repeat what they hold: if a grade was rightly
            public until a correction withheld it, the history keeps it for ever.
        as_of: the day on which they become public: what is early on that day is refused, whenever it was committed.
    """
    if not versions:
        return
    try:
        looking = Looking(data, head.tree, as_of)
    except UnruledError as error:
        yield head, error.findings
        return
    before = [looking.at(base.tree) for base in bases]
    known = {held.fact for looked in before for held in looked.held}
    for version in tracked(versions, "Looking at versions", of=versions):
        looked = looking.at(version.tree)
        forgiven = set() if version.tree == head.tree else known
        found = sorted({*looked.unread, *(held.finding for held in looked.held if held.fact not in forgiven)})
        if found:
            yield version, found
