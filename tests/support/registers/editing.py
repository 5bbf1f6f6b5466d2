"""Ways to change a register, and to damage it: an edit is a function of the register's folder.

Each fails where it finds nothing to change: a row is told by its key, other text by itself, a rule by its path.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import yaml

from generator.findings.findings import Location

Edit: TypeAlias = Callable[[Path], None]

# A cell as it is written, with its quotes.
_CELL = re.compile(r'(?:^|,)("(?:[^"]|"")*"|[^,]*)')


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, by its key.

    Args:
        file: the table.
        key: what its line begins with, and no other line does: its first cells.
        text: the table as it was written, which says where the row stands without an edit.
    """

    file: str
    key: str
    text: str = field(default="", repr=False, compare=False)

    def __str__(self) -> str:
        return str(self.at())

    @property
    def line(self) -> str:
        """The whole line, as it was written."""
        lines = self._lines()
        return lines[self.index(lines)]

    def line_in(self, data: Path) -> str:
        """The whole line, as it now stands in the register in ``data``."""
        lines = self._lines(data)
        return lines[self.index(lines)]

    def at(self, column: str = "", data: Path | None = None, below: int = 0) -> Location:
        """The place of a cell, or without a column of the line, to compare with that of a finding.

        Args:
            column: the cell's.
            data: the register in which it is looked for; without it the place is that without an edit.
            below: so many lines further down, where an edit adds or takes away rows above it.
        """
        lines = self._lines(data)
        place = lines[0].split(",").index(column) + 1 if column else 0
        return Location(self.file, self.index(lines) + 1 + below, place)

    def index(self, lines: list[str]) -> int:
        """The place of the row among ``lines``, of which the first is 0."""
        found = [index for index, line in enumerate(lines) if line.startswith(f"{self.key},")]
        assert len(found) == 1, f"{len(found)} lines of {self.file} begin with {self.key!r}"
        return found[0]

    def _lines(self, data: Path | None = None) -> list[str]:
        return _lines((data / self.file).read_text(encoding="utf-8") if data else self.text)


def _lines(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n")


def all_of(*edits: Edit) -> Edit:
    """Several edits, one after another."""

    def edit(data: Path) -> None:
        for each in edits:
            each(data)

    return edit


def cell(row: Row, column: str, value: str) -> Edit:
    """Put another value into a cell, quotes and all where it has them."""

    def change(lines: list[str], index: int) -> None:
        cells: list[str] = _CELL.findall(lines[index])
        header = lines[0].split(",")
        assert len(cells) == len(header), f"{row.key} has {len(cells)} cells, not {len(header)}"
        place = header.index(column)
        assert cells[place] != value, f"{column} of {row.key} is {value!r} already"
        cells[place] = value
        lines[index] = ",".join(cells)

    return _of_row(row, change)


def dated(row: Row, **values: str) -> Edit:
    """Give a report the columns that came later, with these values; the other reports of its file have them empty."""

    def change(lines: list[str], index: int) -> None:
        names = ("entered_on", "replied_on", "former_period_end")
        assert values.keys() <= set(names)
        lines[:] = [f"{lines[0]},{','.join(names)}", *(f"{line},,," for line in lines[1:])]
        lines[index] = f"{lines[index].removesuffix(',,,')},{','.join(values.get(name, '') for name in names)}"

    return _of_row(row, change)


def swapped(where: Row | str, old: str, new: str) -> Edit:
    """Replace ``old``, which must stand just once in that row or file."""
    if isinstance(where, Row):

        def change(lines: list[str], index: int) -> None:
            lines[index] = _replaced(lines[index], old, new)

        return _of_row(where, change)
    return _of_text(where, lambda text: _replaced(text, old, new))


def inserted(text: str, above: Row) -> Edit:
    """Insert a line above a row."""
    return _of_row(above, lambda lines, index: lines.insert(index, text))


def without(row: Row) -> Edit:
    """Take a row out."""
    return _of_row(row, lambda lines, index: lines.__delitem__(index))


def appended(file: str, text: str) -> Edit:
    """Add a line at the end."""
    return _of_text(file, lambda before: "\n".join([*_lines(before), text, ""]))


def written(file: str, content: str | bytes) -> Edit:
    """Write a whole file."""

    def edit(data: Path) -> None:
        path = data / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    return edit


def all_written(files: Mapping[str, str | bytes], data: Path) -> Path:
    """Write a register of these files into the folder ``data``, and return that."""
    for file, content in files.items():
        written(file, content)(data)
    return data


def removed(file: str) -> Edit:
    """Remove a file."""
    return lambda data: (data / file).unlink()


def piped(file: str) -> Edit:
    """Put a named pipe in a file's place: whoever reads it waits for ever."""
    return lambda data: os.mkfifo(data / file)


def made(folder: str) -> Edit:
    """Make a folder."""
    return lambda data: (data / folder).mkdir()


def moved(name: str, target: str) -> Edit:
    """Move a file or a folder."""

    def edit(data: Path) -> None:
        (data / name).rename(data / target)

    return edit


def linked(file: str, target: str) -> Edit:
    """Put a symbolic link in the place of a file."""

    def edit(data: Path) -> None:
        (data / file).unlink(missing_ok=True)
        (data / file).symlink_to(target)

    return edit


def ruled(path: str, value: str) -> Edit:
    """Put another value into the policy, by its keys and places in lists: ``versions.0.reply_window.days``."""

    def change(text: str) -> str:
        _, node = _rule(text, path)
        start = node.start_mark.index
        end = start + len(text[start : node.end_mark.index].rstrip())
        return text[:start] + value + text[end:]

    return _of_text("policy.yaml", change)


def unruled(path: str) -> Edit:
    """Take a key with its value, or an entry of a list, out of the policy; it must stand on a line of its own."""

    def change(text: str) -> str:
        key, _ = _rule(text, path)
        lines = text.splitlines(keepends=True)
        del lines[key.start_mark.line]
        return "".join(lines)

    return _of_text("policy.yaml", change)


def private() -> Edit:
    """Say that nobody else can read the repository, so that withheld grades may stand in it."""
    return swapped("policy.yaml", "repository: public", "repository: private")


def _rule(text: str, path: str) -> tuple[yaml.Node, yaml.Node]:
    """The key, or the entry itself in a list, and the value at a path of the policy."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    assert root is not None
    key = node = root
    for step in path.split("."):
        if isinstance(node, yaml.MappingNode):
            key, node = next(pair for pair in node.value if pair[0].value == step)
        else:
            key = node = node.value[int(step)]
    return key, node


def _replaced(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times there"
    return text.replace(old, new)


def _of_text(file: str, change: Callable[[str], str]) -> Edit:
    def edit(data: Path) -> None:
        path = data / file
        path.write_bytes(change(path.read_bytes().decode()).encode())

    return edit


def _of_row(row: Row, change: Callable[[list[str], int], None]) -> Edit:
    def of_lines(text: str) -> str:
        lines = _lines(text)
        change(lines, row.index(lines))
        return "\n".join([*lines, ""])

    return _of_text(row.file, of_lines)
