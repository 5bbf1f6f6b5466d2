"""The program of a register, which the register's own repository may hold: `generator init` puts it there."""

import re
from hashlib import sha256
from pathlib import Path, PurePosixPath

from generator.history.git import NoSuchVersionError, git

_PLACE = re.compile(r"requirements/generator-[^/\s]+\.whl")
_REQUIREMENT = "requirements/generator.txt"


def is_program(root: Path, prefix: str, commit: str, name: str, content: str) -> bool:
    """Whether a file of a commit is the very one that the commit's requirements/generator.txt names, by its hash.

    Args:
        root: the top folder of the repository.
        prefix: the path from there to the register, beside which requirements/ is.
        commit: git's id of the commit, or of a tree.
        name: the path of the file from the top.
        content: git's id of its content.
    """
    project = PurePosixPath(prefix).parent
    if not PurePosixPath(name).is_relative_to(project):
        return False
    place = PurePosixPath(name).relative_to(project).as_posix()
    if not _PLACE.fullmatch(place):
        return False
    try:
        said = git(root, "cat-file", "blob", f"{commit}:{project / _REQUIREMENT}")
    except NoSuchVersionError:  # no such file, so it names nothing
        return False
    digest = sha256(git(root, "cat-file", "blob", content)).hexdigest()
    return f"./{place} --hash=sha256:{digest}" in said.decode("utf-8", "replace").splitlines()
