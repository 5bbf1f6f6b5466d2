"""What two branches made of the register, and what both began with."""

from dataclasses import dataclass
from pathlib import Path

from generator.history.git import NoSuchVersionError, git, object_at, place


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
        root, _ = place(data)
        for ours, theirs, made in (("HEAD", "MERGE_HEAD", ""), ("HEAD^1", "HEAD^2", "HEAD")):
            if _is_there(root, theirs):
                one, other = (object_at(root, side, "commit") for side in (ours, theirs))
                return Merge(git(root, "merge-base", one, other).decode().strip(), one, other, made)
    except NoSuchVersionError:  # no repository, or the two sides have nothing in common
        return None
    return None


def file_at(data: Path, commit: str, name: str) -> str:
    """The text of a file of the register, by its name in the folder ``data``, in a commit; empty if it has none."""
    root, prefix = place(data)
    blob = f"{commit}:{prefix}/{name}"
    return git(root, "cat-file", "blob", blob).decode(errors="replace") if _is_there(root, blob) else ""


def common_commit(data: Path, revision: str) -> str:
    """The last commit that both a revision and the one that is checked out come from.

    Raises:
        NoSuchVersionError: the revision is unknown, or has no such commit here.
    """
    root, _ = place(data)
    try:
        return git(root, "merge-base", object_at(root, revision, "commit"), "HEAD").decode().strip()
    except NoSuchVersionError as error:
        raise NoSuchVersionError(f"{revision} and what is checked out have no commit in common here: {error}") from None


def _is_there(root: Path, name: str) -> bool:
    try:
        return bool(git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name))
    except NoSuchVersionError:
        return False
