"""Whole reports in a repository: they are the agency's, and hold what is withheld. Every file is looked at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from generator.findings.findings import Finding, Location
from generator.history.files import is_plain, is_table
from generator.history.git import contents, git, object_at, place
from generator.history.program import is_program
from generator.history.versions import Version, extract
from generator.progress import tracked
from generator.register.charters import CHARTER_FILE
from generator.register.reading import read_register
from generator.scale import Scale

if TYPE_CHECKING:
    from generator.reports.terms import Terms

_WIDEST = Scale(1, 10)  # of all that a register can have
_AT_ONCE = 100  # files, of which the content is held in memory


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that a commit adds or changes: its name from the top of the repository, and git's id of its content."""

    commit: str
    name: str
    content: str


def new_files(data: Path, head: str, bases: Sequence[str], *, only: bool) -> list[NewFile]:
    """The files of the commits up to ``head`` that ``bases`` do not have, each content once under each name.

    Args:
        data: the folder of the register. The tables of rows in it are left out: those are judged as what they are.
        head: git's id of the last commit.
        bases: what is public already; any name that git knows.
        only: look at ``head`` alone, which may be a tree, and at what is in none of the ``bases``.
    """
    root, prefix = place(data)
    before = [object_at(root, base, "commit") for base in bases]
    known = {each for base in before for each in _listed(root, base)}
    if only:
        found = [("", name, content) for name, content in _listed(root, head)]
    else:
        commits = git(root, "rev-list", "--topo-order", "--reverse", head, "--not", *before)
        said = git(
            root, "diff-tree", "--stdin", "-r", "-m", "--root", "-z", "--no-renames", "--no-abbrev", said=commits
        )
        found = list(_added(said))
    first: dict[tuple[str, str], NewFile] = {}
    for commit, name, content in found:
        below = name.removeprefix(f"{prefix}/")
        is_of_years = name != below and "/" in below and is_table(below)
        if not is_of_years and (name, content) not in known:
            first.setdefault((name, content), NewFile(commit, name, content))
    return list(first.values())


def intruders(data: Path, head: Version, files: Sequence[NewFile]) -> Iterator[tuple[NewFile, Finding]]:
    """The files that are a report or a delivery, each with the finding; ``head`` knows the names of services.

    The register's own program is an archive, and none of them.
    """
    from generator.reports.recognising import kind_of  # noqa: PLC0415 - most pushes of data have no other file

    root, prefix = place(data)
    terms = cache(partial(_terms, data, head))
    kinds: dict[str, str | None] = {}
    wanted = list(dict.fromkeys(file.content for file in files))
    parts = range(0, len(wanted), _AT_ONCE)
    for number in tracked(parts, "Looking at files", of=parts):
        for content, raw in contents(root, wanted[number : number + _AT_ONCE]):
            kinds[content] = kind_of(raw, terms)
    for file in files:
        kind = kinds[file.content]
        if kind and not is_program(root, prefix, file.commit or head.commit, file.name, file.content):
            yield file, Finding(Location(file.name), "G03", kind, "no report in the repository, and nothing like one")


def _terms(data: Path, head: Version) -> "Terms":
    """The words of the register's reports, on the scale that holds every other: another one's report is one too."""
    from generator.reports.terms import Terms  # noqa: PLC0415 - loads what tells words apart; seldom asked

    with TemporaryDirectory() as name:
        extract(data, head.tree, Path(name), ["services.csv", CHARTER_FILE])
        register, _ = read_register(Path(name))
        charter = replace(register.charter, scale=_WIDEST)
        return Terms(register.services.values(), charter)


def _listed(root: Path, revision: str) -> Iterator[tuple[str, str]]:
    """The name and the content of each file at a revision."""
    for each in _parts(git(root, "ls-tree", "-r", "-z", "--full-tree", revision)):
        about, _, name = each.partition("\t")
        kind, _, content = about.split(" ")
        if is_plain(kind):
            yield name, content


def _added(said: bytes) -> Iterator[tuple[str, str, str]]:
    """The commit, the name and the content of each file in an answer of diff-tree."""
    commit = ""
    parts = iter(_parts(said))
    for part in parts:
        if not part.startswith(":"):
            commit = part.strip()
            continue
        name = next(parts)
        _, kind, _, content, change = part.split(" ")
        if change != "D" and is_plain(kind):
            yield commit, name, content


def _parts(said: bytes) -> list[str]:
    return said.decode("utf-8", "surrogateescape").split("\0")[:-1]
