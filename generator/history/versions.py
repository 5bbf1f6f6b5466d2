"""Versions of the register in git."""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory


class NoSuchVersionError(Exception):
    """Git has no such version of the register; the message says what is missing."""


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
    root, prefix = _place(data)
    found = _object(root, revision)
    try:
        return Version(found, _git(root, "rev-parse", "--verify", "--quiet", f"{found}:{prefix}").decode().strip())
    except NoSuchVersionError:
        raise NoSuchVersionError(f"there is no {prefix}/ at {revision}") from None


def versions_at(data: Path, revisions: Sequence[str]) -> list[Version]:
    """The folder ``data`` at each commit that has it.

    Raises:
        NoSuchVersionError: a revision is unknown, or ``data`` is no folder there.
    """
    root, prefix = _place(data)
    commits = [_object(root, revision, "commit") for revision in revisions]
    return [Version(*pair) for pair in zip(commits, _trees(root, prefix, commits), strict=True) if pair[1]]


def versions_since(data: Path, head: str, bases: Sequence[str]) -> list[Version]:
    """Each different content of ``data`` in the commits up to ``head``, without the commits up to ``bases``.

    Returns:
        The oldest first, each with the first commit that has it. A commit without the folder has no version.

    Raises:
        NoSuchVersionError: a revision is unknown, the history is incomplete here, or ``data`` is no folder in a commit.
    """
    root, prefix = _place(data)
    if _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
        raise NoSuchVersionError("the history here is cut off: get the rest with `git fetch --unshallow`")
    known = [_object(root, base, "commit") for base in bases]
    listed = _git(root, "rev-list", "--topo-order", "--reverse", _object(root, head, "commit"), "--not", *known)
    commits = listed.decode().split()
    first: dict[str, str] = {}
    for commit, tree in zip(commits, _trees(root, prefix, commits), strict=True):
        if tree:
            first.setdefault(tree, commit)
    before = set(_trees(root, prefix, known))
    return [Version(commit, tree) for tree, commit in first.items() if tree not in before]


@dataclass(frozen=True, slots=True)
class Merge:
    """The commits that a merge brings together: its two sides, and what both began with; ``made`` is the merge itself.

    ``made`` is empty while git is in the middle of it.
    """

    before: str
    ours: str
    theirs: str
    made: str = ""


def merge_here(data: Path) -> Merge | None:
    """The merge that git is in the middle of, or else the last commit if it is one; None if there is no such thing."""
    try:
        root, _ = _place(data)
        for ours, theirs, made in (("HEAD", "MERGE_HEAD", ""), ("HEAD^1", "HEAD^2", "HEAD")):
            if _is_there(root, theirs):
                one, other = (_object(root, side, "commit") for side in (ours, theirs))
                return Merge(_git(root, "merge-base", one, other).decode().strip(), one, other, made)
    except NoSuchVersionError:  # no repository, or the two sides have nothing in common
        return None
    return None


def file_at(data: Path, commit: str, name: str) -> str:
    """The text of a file of the register, by its name in the folder ``data``, in a commit; empty if it has none."""
    root, prefix = _place(data)
    place = f"{commit}:{prefix}/{name}"
    return _git(root, "cat-file", "blob", place).decode(errors="replace") if _is_there(root, place) else ""


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
    root, prefix = _place(data)
    first, here = version_at(data, revision), f":(top,literal){prefix}"
    said = _git(root, "log", "--first-parent", "--format=%H %cs", f"--max-count={most}", first.commit, "--", here)
    days = dict(line.split() for line in said.decode().splitlines())
    for commit, tree in zip(days, _trees(root, prefix, list(days)), strict=True):
        if tree:
            yield Dated(Version(commit, tree), days[commit])


def common_commit(data: Path, revision: str) -> str:
    """The last commit that both a revision and the one that is checked out come from.

    Raises:
        NoSuchVersionError: the revision is unknown, or has no such commit here.
    """
    root, _ = _place(data)
    try:
        return _git(root, "merge-base", _object(root, revision, "commit"), "HEAD").decode().strip()
    except NoSuchVersionError as error:
        raise NoSuchVersionError(f"{revision} and what is checked out have no commit in common here: {error}") from None


def extract(data: Path, tree: str, to: Path) -> None:
    """Write the folder ``data`` of the given ``tree`` into the folder ``to``, with every file.

    It does not use `git archive`, because .gitattributes in that version could make that leave files out.
    """
    root, _ = _place(data)
    with TemporaryDirectory() as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        _git(root, "read-tree", tree, settings=index)
        _git(root, "checkout-index", "--all", "--force", f"--prefix={to.resolve()}/", settings=index)


def extract_version(data: Path, revision: str, to: Path) -> None:
    """Write the folder ``data`` as it was at ``revision`` into the folder ``to``.

    Raises:
        NoSuchVersionError: ``data`` is in no repository, or the revision is unknown or has no such folder.
    """
    to.mkdir(exist_ok=True)
    extract(data, version_at(data, revision).tree, to)


def _place(data: Path) -> tuple[Path, str]:
    """The top folder of the repository, and the path from there to ``data``."""
    said = _git(data, "rev-parse", "--show-toplevel", "--show-prefix").decode()
    root, prefix = said.removesuffix("\n").rsplit("\n", 1)
    return Path(root), prefix.rstrip("/")


def _object(root: Path, revision: str, kind: str = "") -> str:
    """Git's id of the object that a revision names; without a ``kind``, of any object that is not a tag."""
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{{kind}}}")
    return found.decode().strip()


def _is_there(root: Path, name: str) -> bool:
    try:
        return bool(_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name))
    except NoSuchVersionError:
        return False


def _trees(root: Path, prefix: str, commits: Sequence[str]) -> list[str]:
    """The tree of the folder in each commit; empty if a commit has no such folder."""
    asked = "".join(f"{commit}:{prefix}\n" for commit in commits)
    answers = _git(root, "cat-file", "--batch-check=%(objecttype) %(objectname)", said=asked.encode())
    trees = []
    for commit, answer in zip(commits, answers.decode().splitlines(), strict=True):
        kind, _, tree = answer.partition(" ")
        if kind != "tree" and not answer.endswith(" missing"):
            raise NoSuchVersionError(f"{prefix} is no folder at {commit}")
        trees.append(tree if kind == "tree" else "")
    return trees


def _git(folder: Path, *arguments: str, said: bytes = b"", settings: Mapping[str, str] | None = None) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program; a revision cannot be taken for an option
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - the maintainer's own git
            capture_output=True,
            check=False,
            env={**os.environ, **(settings or {})},
            input=said,
        )
    except OSError as error:
        raise NoSuchVersionError(f"git cannot be run: {error.strerror}") from error
    if done.returncode:
        message = done.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        revision = arguments[-1].removesuffix("^{commit}").removesuffix("^{}")
        raise NoSuchVersionError(message or f"git knows no version {revision!r}")
    return done.stdout
