"""A YAML file as plain values that remember their places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from generator.findings.findings import Finding, Location
from generator.register.text import LARGEST_DOCUMENT, control_character, first_unseen, read_text

# The path to a value in a document: the keys and list positions that lead to it, the same as pydantic's `loc`.
Route: TypeAlias = tuple[str | int, ...]

# Deeper than any of our documents, and still safe for a recursive walk.
_MAXIMUM_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file.

    Args:
        file: its name, relative to the register, with slashes.
        data: its content as plain dicts, lists and scalars. Scalars keep the text that was written, so that 2.0 stays
            a decimal, and the schema reads a date and gives its own finding.
        places: where each value stands.
    """

    file: str
    data: dict[str, Any]
    places: Mapping[Route, Location]

    def place(self, route: Route) -> Location:
        """The place of the value at ``route``, or of the nearest value around it."""
        while route and route not in self.places:
            route = route[:-1]
        return self.places.get(route, Location(self.file))


def read_document(path: Path, root: Path) -> tuple[Document | None, list[Finding]]:
    """Read one YAML file that holds a mapping; None instead of a document when there are findings."""
    text, findings = read_text(path, root, LARGEST_DOCUMENT)
    if text is None:
        return None, findings
    file = path.relative_to(root).as_posix()
    try:
        findings = [*_tricks(text, file)]
        if findings:
            return None, findings
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        came = ", ".join(filter(None, (error.context, error.problem)))
        return None, [Finding(_at(file, _start(error)), "Y01", came, "valid YAML")]
    except (yaml.YAMLError, RecursionError) as error:
        came = " ".join(f"the file cannot be read: {error}".split())
        return None, [Finding(Location(file), "Y01", came, "valid YAML")]
    if not isinstance(node, yaml.MappingNode):
        return None, [Finding(Location(file, 1), "Y06", "no keys with values", "lines of `key: value`")]
    walk = _Walk(file)
    data = walk.value(node, ())
    return (None, walk.findings) if walk.findings else (Document(file, data, walk.places), [])


def _tricks(text: str, file: str) -> Iterator[Finding]:
    """YAML features beyond plain data (tags, anchors, aliases), found before any value is built."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAXIMUM_DEPTH:
            yield Finding(
                _at(file, event.start_mark), "Y02", "values nested very deep", f"at most {_MAXIMUM_DEPTH} levels"
            )
            return
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            kind = "alias" if isinstance(event, yaml.AliasEvent) else "anchor"
            yield Finding(_at(file, event.start_mark), "Y02", f"the {kind} {event.anchor!r}", "a plain value")
        elif tag := getattr(event, "tag", None):
            yield Finding(_at(file, event.start_mark), "Y02", f"the tag {tag}", "a plain value")


class _Walk:
    """One pass over the nodes that builds values, places and findings."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.places: dict[Route, Location] = {}
        self.findings: list[Finding] = []

    def value(self, node: yaml.Node, route: Route) -> Any:  # noqa: ANN401 - a YAML value is any of five types
        self.places.setdefault(route, _at(self.file, node.start_mark))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, route)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*route, number)) for number, item in enumerate(node.value)]
        return None if node.tag == "tag:yaml.org,2002:null" else self.scalar(node)

    def scalar(self, node: yaml.Node) -> str:
        """The text of a value. An escape in quotes can stand for a character that the file itself does not hold."""
        text = str(node.value)
        unseen = first_unseen(text)
        if unseen is not None:
            self.findings.append(control_character(text[unseen], _at(self.file, node.start_mark)))
        return text

    def mapping(self, node: yaml.MappingNode, route: Route) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            at = _at(self.file, key_node.start_mark)
            key = key_node.value
            if not isinstance(key, str):
                self.findings.append(Finding(at, "Y06", "a key that is a list or a mapping", "a word"))
                continue
            if key in result:
                self.findings.append(Finding(at, "Y03", f"the key {key!r} once more", "each key once"))
                continue
            self.places[*route, key] = at
            result[key] = self.value(value_node, (*route, key))
        return result


def _start(error: yaml.MarkedYAMLError) -> Any:  # noqa: ANN401 - as in _at
    """Where to look: for a word or a quote without an end, its beginning; YAML reports the problem lines below that."""
    scanning = error.context is not None and error.context.startswith("while scanning a")
    return error.context_mark if scanning and error.context_mark else error.problem_mark


def _at(file: str, mark: Any) -> Location:  # noqa: ANN401 - the C loader has a class of its own for it
    return Location(file, mark.line + 1, mark.column + 1) if mark else Location(file)
