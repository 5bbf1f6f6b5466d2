"""The rooms of the program and what each uses, as its own code says: for docs/architecture.md."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

import grimp
from support.project import ROOT

PROGRAM = "generator"
SITE = "generator.site"

# What a room uses, by its name.
_Uses = Mapping[str, AbstractSet[str]]


def rooms(package: str) -> Sequence[str]:
    """The rooms of a package, folders and modules, each after those that it uses."""
    uses = _uses(package)
    found: list[str] = []
    while len(found) < len(uses):
        found += sorted(room for room in uses if room not in found and uses[room] <= set(found))
    return found


def table(package: str) -> Iterator[Sequence[str]]:
    """Each room with what it is for, and with what may not enter it, in the words of its docstring."""
    for room in rooms(package):
        path = ROOT / package.replace(".", "/") / room
        file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        said = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
        purpose, *more = (" ".join(part.split()) for part in said.split("\n\n"))
        yield f"`{room}{'/' if path.is_dir() else '.py'}`", purpose, " ".join(more)


def drawing(package: str) -> Sequence[str]:
    """The rooms as a picture in Mermaid: an arrow to each room that one uses, where no way over another leads there."""
    uses = _uses(package)
    arrows = (
        f"    {room} --> {used}"
        for room in reversed(rooms(package))
        for used in sorted(uses[room])
        if not any(used in _reached(uses, other) for other in uses[room] - {used})
    )
    return ["```mermaid", "flowchart TD", *arrows, "```"]


def _uses(package: str) -> _Uses:
    """Which rooms of a package each of its rooms imports from."""
    graph = grimp.build_graph(PROGRAM)
    children = graph.find_children(package)
    inside = {child: {child, *graph.find_descendants(child)} for child in children}
    of = {module: child for child, modules in inside.items() for module in modules}
    return {
        _name(child): {
            _name(of[imported])
            for module in inside[child]
            for imported in graph.find_modules_directly_imported_by(module)
            if of.get(imported, child) != child
        }
        for child in children
        if not child.endswith("__main__")
    }


def _reached(uses: _Uses, room: str) -> AbstractSet[str]:
    """All rooms that a room uses, also over others."""
    return {used for direct in uses[room] for used in ({direct} | _reached(uses, direct))}


def _name(module: str) -> str:
    return module.rpartition(".")[2]
