"""Versions of the register in git."""

import os
import subprocess
from collections.abc import Mapping, Sequence
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
    try:
        said = _git(data, "rev-parse", "--show-toplevel", "--show-prefix").decode()
    except NoSuchVersionError as error:
        said = "clone the register, or begin a repository with `git init` and commit it"
        raise NoSuchVersionError(f"{data} is in no repository that git can read ({error}): {said}") from error
    root, prefix = said.removesuffix("\n").rsplit("\n", 1)
    return Path(root), prefix.rstrip("/")


def _object(root: Path, revision: str, kind: str = "") -> str:
    """Git's id of the object that a revision names; without a ``kind``, of any object that is not a tag."""
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{{kind}}}")
    return found.decode().strip()


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
