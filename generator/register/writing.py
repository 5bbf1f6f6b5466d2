"""Writing data/: the cells of a record, rows in their place in a table, and files that are replaced all or none."""

import contextlib
import csv
import heapq
import io
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import yaml

from generator.register.fields import Unpublished
from generator.register.records import Provider, Record
from generator.register.tables import Schema

_MODE = 0o644  # of a file that is new


def cells(record: Record) -> tuple[str, ...]:
    """The cells of a record of a table, in the order of its columns."""
    return tuple(_cell(getattr(record, name)) for name in record.columns())


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Unpublished):
        return value.value
    if isinstance(value, str | int | Decimal):
        return str(value)
    message = f"a cell cannot hold {value!r}"
    raise TypeError(message)


def with_rows(
    text: str, schema: Schema, rows: Iterable[Sequence[str]], is_replaced: Callable[[Mapping[str, str]], bool]
) -> str:
    """``text`` of a CSV file with ``rows`` in their place; every other line stays as it was written.

    Args:
        text: the whole file; empty where there is none yet. A last line without an end gets one.
        schema: the columns, and the key by which the rows are sorted.
        rows: the cells of each row.
        is_replaced: whether a line, its cells by column, goes where it is not one of ``rows``.
    """
    header, *lines = list(_lines(text)) or [f"{_line(schema.columns)}\n"]
    end = "\r\n" if header.endswith("\r\n") else "\n"
    wanted = {tuple(row) for row in rows}
    kept: list[tuple[tuple[str, ...], str]] = []
    for line in lines:
        fields = tuple(field.strip() for field in next(csv.reader([line.rstrip("\r\n")])))
        if fields in wanted or not is_replaced(dict(zip(schema.columns, fields, strict=False))):
            kept.append((fields, line))
    new = sorted(wanted - {fields for fields, _ in kept}, key=schema.sort_key)
    added = ((fields, f"{_line(fields)}{end}") for fields in new)
    merged = heapq.merge(kept, added, key=lambda row: schema.sort_key(row[0]))
    return "".join([header, *(line for _, line in merged)])


def _lines(text: str) -> Iterator[str]:
    """The lines with the ends that they have, which need not all be the same."""
    for line in io.StringIO(text, newline="\n"):
        yield line if line.endswith("\n") else f"{line}\n"


def _line(fields: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(fields)
    return buffer.getvalue()


class _Indented(yaml.SafeDumper):
    """Lists stand further in than the key above them, as in the files of the register."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002 - PyYAML's
        del indentless
        super().increase_indent(flow, False)


def provider_text(provider: Provider) -> str:
    """The file of a provider, with the keys that have a value."""
    values = provider.model_dump(mode="json", exclude={"at", "places"})
    known = {name: value for name, value in values.items() if value}
    return yaml.dump(known, Dumper=_Indented, sort_keys=False, allow_unicode=True, width=float("inf"))


def replace_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files in ``folder``, all or none.

    Every new file, and a copy of each old one, is whole on the disk before the first takes its place. From there on it
    takes renames alone, to go on and to go back.

    Raises:
        OSError: a file could not be written; the folder is as it was.
    """
    replacements: list[_Replacement] = []
    made: list[Path] = []
    try:
        for file, content in contents.items():
            made += _with_folders((folder / file).parent)
            replacements.append(_Replacement.prepare(folder / file, content))
        for each in replacements:
            each.swap()
    except BaseException:
        for each in reversed(replacements):
            each.undo()
            each.clean()
        for made_folder in reversed(made):
            with contextlib.suppress(OSError):
                made_folder.rmdir()
        raise
    finally:
        for each in replacements:
            each.clean()


@dataclass(slots=True)
class _Replacement:
    """A file that is to be replaced: its new content and its old one, if any, in files beside it."""

    path: Path
    new: Path
    old: Path | None
    is_swapped: bool = False

    @classmethod
    def prepare(cls, path: Path, content: bytes) -> "_Replacement":
        new = _beside(path, "new")
        replacement = cls(path, new, None)
        try:
            new.write_bytes(content)
            if path.is_file():
                shutil.copymode(path, new)
                replacement.old = _beside(path, "old")
                shutil.copy2(path, replacement.old)
        except BaseException:
            replacement.clean()
            raise
        return replacement

    def swap(self) -> None:
        self.is_swapped = True
        os.replace(self.new, self.path)  # noqa: PTH105 - Path.replace does not say that it is atomic

    def undo(self) -> None:
        """Put back what was there; where even that fails, its copy stays beside it."""
        if not self.is_swapped or self.new.exists():
            return
        try:
            if self.old:
                self.old.rename(self.path)
            else:
                self.path.unlink(missing_ok=True)
        except OSError:
            self.old = None  # so that it is not cleaned away

    def clean(self) -> None:
        for each in filter(None, (self.new, self.old)):
            with contextlib.suppress(OSError):
                each.unlink(missing_ok=True)


def _beside(path: Path, what: str) -> Path:
    """A new file of its own beside ``path``, which no reader of the register looks at."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=f".{what}", dir=path.parent)
    os.close(handle)
    created = Path(name)
    created.chmod(_MODE)
    return created


def _with_folders(folder: Path) -> list[Path]:
    """Make ``folder`` and what is missing above it; what was made, the outermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]
