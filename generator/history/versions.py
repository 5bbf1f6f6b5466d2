"""Versions of the register in git."""

import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.history.git import NoSuchVersionError, git, object_at, place


@dataclass(frozen=True, slots=True)
class Version:
    """The register at one revision: git's ids of the commit and of the folder (tree). Equal bytes have equal trees."""

    commit: str
    tree: str


def version_at(data: Path, revision: str) -> Version:
    """The folder ``data`` at ``revision``: a commit, or the tree of a future commit.

    Raises:
        NoSuchVersionError: ``data`` is in no repository, or the revision is unknown or has no such folder.
    """
    root, prefix = place(data)
    found = object_at(root, revision)
    try:
        return Version(found, git(root, "rev-parse", "--verify", "--quiet", f"{found}:{prefix}").decode().strip())
    except NoSuchVersionError:
        raise NoSuchVersionError(f"there is no {prefix}/ at {revision}") from None


def versions_at(data: Path, revisions: Sequence[str]) -> list[Version]:
    """The folder ``data`` at each commit that has it.

    Raises:
        NoSuchVersionError: a revision is unknown, or ``data`` is no folder there.
    """
    root, prefix = place(data)
    commits = [object_at(root, revision, "commit") for revision in revisions]
    return [Version(*pair) for pair in zip(commits, _trees(root, prefix, commits), strict=True) if pair[1]]


def versions_since(data: Path, head: str, bases: Sequence[str]) -> list[Version]:
    """Each different content of ``data`` in the commits up to ``head``, without the commits up to ``bases``.

    Returns:
        The oldest first, each with the first commit that has it. A commit without the folder has no version.

    Raises:
        NoSuchVersionError: a revision is unknown, the history is incomplete here, or ``data`` is no folder in a commit.
    """
    root, prefix = place(data)
    if git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
        raise NoSuchVersionError("the history here is cut off: get the rest with `git fetch --unshallow`")
    known = [object_at(root, base, "commit") for base in bases]
    listed = git(root, "rev-list", "--topo-order", "--reverse", object_at(root, head, "commit"), "--not", *known)
    commits = listed.decode().split()
    first: dict[str, str] = {}
    for commit, tree in zip(commits, _trees(root, prefix, commits), strict=True):
        if tree:
            first.setdefault(tree, commit)
    before = set(_trees(root, prefix, known))
    return [Version(commit, tree) for tree, commit in first.items() if tree not in before]


@dataclass(frozen=True, slots=True)
class Dated:
    """A version with the day on which it was committed."""

    version: Version
    day: str


def versions_back_from(data: Path, revision: str, most: int) -> Iterator[Dated]:
    """The folder ``data`` at a commit, then as it was before each change of it, along first parents.

    Args:
        data: the folder of the register, in a repository.
        revision: names the commit.
        most: how many to give; fewer if the history here has no more.

    Raises:
        NoSuchVersionError: ``data`` is in no repository, or the revision is unknown or has no such folder.
    """
    root, prefix = place(data)
    first, here = version_at(data, revision), f":(top,literal){prefix}"
    said = git(root, "log", "--first-parent", "--format=%H %cs", f"--max-count={most}", first.commit, "--", here)
    days = dict(line.split() for line in said.decode().splitlines())
    for commit, tree in zip(days, _trees(root, prefix, list(days)), strict=True):
        if tree:
            yield Dated(Version(commit, tree), days[commit])


def extract(data: Path, tree: str, to: Path, names: Iterable[str] | None = None) -> None:
    """Write the folder ``data`` of the given ``tree`` into the folder ``to``: every file, or those of ``names``.

    It does not use `git archive`, because .gitattributes in that version could make that leave files out.

    Raises:
        OSError: there is no room for it.
    """
    root, _ = place(data)
    with TemporaryDirectory() as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        try:
            git(root, "read-tree", tree, settings=index)
            there = git(root, "ls-files", "-z", "--full-name", settings=index).split(b"\0")[:-1]
            wanted = there if names is None else {os.fsencode(name) for name in names}.intersection(there)
            said = b"".join(name + b"\0" for name in wanted)
            to_stdin = ["checkout-index", "-z", "--stdin", "--force", f"--prefix={to.resolve()}/"]
            git(root, *to_stdin, said=said, settings=index)
        except NoSuchVersionError:  # the tree is there: it could not be written
            raise OSError(errno.ENOSPC, "git has no room, or no right, to write a version there", str(to)) from None


def extract_version(data: Path, revision: str, to: Path) -> None:
    """Write the folder ``data`` as it was at ``revision`` into the folder ``to``.

    Raises:
        NoSuchVersionError: ``data`` is in no repository, or the revision is unknown or has no such folder.
    """
    to.mkdir(exist_ok=True)
    extract(data, version_at(data, revision).tree, to)


def newest_day(data: Path, without: str) -> date:
    """The newest day that the register bears, whatever the clock says: of its commit, and of files that differ.

    Args:
        data: the folder; in no repository, or one without a commit, each of its files counts.
        without: the name of a file that does not count.

    Raises:
        OSError: a file cannot be looked at.
    """
    try:
        root, prefix = place(data)
        days = {date.fromisoformat(git(root, "log", "-1", "--format=%cs").decode().strip())}
        said = git(root, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", prefix or ".")
        files = [root / os.fsdecode(line[3:]) for line in said.split(b"\0") if line]
    except NoSuchVersionError:
        days, files = {date.min}, list(data.rglob("*"))
    own = (file for file in files if file.is_file() and file.name != without and not file.name.startswith("."))
    return max(days | {date.fromtimestamp(file.stat().st_mtime) for file in own})  # noqa: DTZ012 - as the clock's day


def _trees(root: Path, prefix: str, commits: Sequence[str]) -> list[str]:
    """The tree of the folder in each commit; empty if a commit has no such folder."""
    asked = "".join(f"{commit}:{prefix}\n" for commit in commits)
    answers = git(root, "cat-file", "--batch-check=%(objecttype) %(objectname)", said=asked.encode())
    trees = []
    for commit, answer in zip(commits, answers.decode().splitlines(), strict=True):
        kind, _, tree = answer.partition(" ")
        if kind != "tree" and not answer.endswith(" missing"):
            raise NoSuchVersionError(f"{prefix} is no folder at {commit}")
        trees.append(tree if kind == "tree" else "")
    return trees
