"""What must be looked at in a version of which another version was looked at: the providers of whom anything differs.

Rows are judged provider by provider. The exception is a provider that is in the register under two names: both publish
one measurement (docs/decisions/0018), and name the same source.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TypeAlias

from generator.findings.findings import Location
from generator.history.files import Files, Lines, Tables, files_of, is_plain
from generator.history.git import contents
from generator.register.charters import CHARTER_FILE
from generator.register.reading import POLICY_FILE
from generator.scale import Scale

_SERVICES = "services.csv"
#: By the name of a narrowed table, the number that each of its lines has in the whole table; the first is line 1.
Numbers: TypeAlias = Mapping[str, list[int]]


class Narrowing:
    """Compares versions of the register in one repository."""

    def __init__(self, root: Path, scale: Scale) -> None:
        self._root = root
        self._tables = Tables(root, scale)
        self._files: dict[str, Files] = {}

    def write(self, before: str, after: str, also: AbstractSet[str], folder: Path) -> Numbers | None:
        """Write as much of a version as is needed to look at what may be another than in the version before.

        Args:
            before: the tree of the other version, of which every table can be read.
            after: the tree of this one.
            also: providers that must be looked at in any case.
            folder: where it is written: the rows and the files of some providers.

        Returns:
            The numbers of the lines that are written; None if the whole version must be looked at.
        """
        old, new = self._of(before, after)
        changed = {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
        if not changed.isdisjoint({_SERVICES, CHARTER_FILE}) or not all(
            _is_simple(name, kind) for name, (kind, _) in new.items()
        ):
            return None
        were, are = self._tables.of(old, new)
        if not all(lines.is_sound for lines in are.values()):
            return None
        pairs = {pair for lines in (*were.values(), *are.values()) for pair in lines.sources}
        concerned = _with_partners({*also, *_described(changed), *_listed(were, are, changed)}, pairs)
        needed = {_SERVICES, CHARTER_FILE, POLICY_FILE, *(f"providers/{each}.yaml" for each in concerned), *changed}
        self._copy({name: new[name][1] for name in needed & new.keys() - are.keys()}, folder)
        return {name: _narrowed(folder / name, lines, concerned) for name, lines in are.items()}

    def _of(self, *trees: str) -> list[Files]:
        self._files = {tree: self._files.get(tree) or files_of(self._root, tree) for tree in trees}
        return list(self._files.values())

    def _copy(self, files: Mapping[str, str], folder: Path) -> None:
        read = dict(contents(self._root, list(set(files.values()))))
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(read[content])


def placed(at: Location, numbers: Numbers) -> Location:
    """The place in the whole table of a place in a narrowed one."""
    if at.file not in numbers or not at.line:
        return at
    return Location(at.file, numbers[at.file][at.line - 1], at.column)


def _is_simple(name: str, kind: str) -> bool:
    """Whether it is a file in a folder of the register, which can be written anywhere."""
    return is_plain(kind) and ".." not in name.split("/")


def _described(changed: AbstractSet[str]) -> Iterator[str]:
    """The providers of whom the file changed."""
    for name in changed:
        folder, _, file = name.rpartition("/")
        if folder == "providers":
            yield file.removesuffix(".yaml")


def _listed(were: Mapping[str, Lines], are: Mapping[str, Lines], changed: AbstractSet[str]) -> Iterator[str]:
    """The providers of whom a line changed, in whatever place it stands."""
    for name in changed & (were.keys() | are.keys()):
        old, new = were.get(name), are.get(name)
        same_columns = old is not None and new is not None and old.first == new.first
        lines = [{each: rows[0] for each, rows in table.of.items()} if table else {} for table in (old, new)]
        for provider in lines[0].keys() | lines[1].keys():
            if not same_columns or lines[0].get(provider) != lines[1].get(provider):
                yield provider


def _with_partners(providers: AbstractSet[str], pairs: AbstractSet[tuple[str, str]]) -> AbstractSet[str]:
    """These providers, and those that name the same source."""
    found: set[str] = set()
    more = {*providers}
    while more - found:
        found |= more
        sources = {source for provider, source in pairs if provider in found}
        more = {provider for provider, source in pairs if source in sources}
    return found


def _narrowed(path: Path, lines: Lines, concerned: AbstractSet[str]) -> list[int]:
    """Write the lines of some providers, in their order; the number of each in the whole table."""
    found = [
        (number, line) for each in concerned & lines.of.keys() for line, number in zip(*lines.of[each], strict=True)
    ]
    found.sort()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([lines.first, *(line for _, line in found), ""]), encoding="utf-8", newline="")
    return [1, *(number for number, _ in found)]
