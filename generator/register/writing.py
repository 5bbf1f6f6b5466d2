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
from generator.register.grades import Rounded
from generator.register.records import Provider, Record
from generator.register.tables import Schema


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
    if isinstance(value, str | int | Decimal | Rounded):
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
    """Write files in ``folder``, all or none; nobody else may do so at the same time.

    Every new file, and a copy of each old one, is written beside them before the first takes its place. From there on
    it takes renames alone, to go on and to go back. Who is killed between two of them leaves each file old or new,
    whole; the same once more mends that, and takes away what was left.

    Raises:
        OSError: a file could not be written; the others are as they were.
    """
    beside = _empty_folder(folder / ".writing")
    replacements: list[_Replacement] = []
    made: list[Path] = []
    is_whole = True
    try:
        for number, (file, content) in enumerate(contents.items()):
            made += _with_folders((folder / file).parent)
            replacements.append(_prepared(folder / file, content, beside / str(number)))
        for each in replacements:
            each.swap()
        for parent in {each.path.parent for each in replacements}:
            _keep(parent)
    except BaseException:
        undone = [each.undo() for each in reversed(replacements)]
        is_whole = all(undone)
        for made_folder in reversed(made):
            with contextlib.suppress(OSError):
                made_folder.rmdir()
        raise
    finally:
        if is_whole:
            shutil.rmtree(beside, ignore_errors=True)
        else:  # the copies are all that is left of what could not be put back: under a name that nobody clears
            with contextlib.suppress(OSError):
                beside.rename(tempfile.mkdtemp(prefix=".not-put-back-", dir=folder))


def _empty_folder(path: Path) -> Path:
    if path.exists():
        shutil.rmtree(path)
    path.mkdir(mode=0o700)
    return path


def _keep(path: Path) -> None:
    """See that a file, or the names in a folder, outlive a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@dataclass(slots=True)
class _Replacement:
    """A file that is to be replaced: its new content and its old one, if any, in files elsewhere."""

    path: Path
    new: Path
    old: Path | None
    is_swapped: bool = False

    def swap(self) -> None:
        self.is_swapped = True
        os.replace(self.new, self.path)  # noqa: PTH105 - Path.replace does not say that it is atomic

    def undo(self) -> bool:
        """Put back what was there; whether that could be done."""
        if not self.is_swapped or self.new.exists():
            return True
        try:
            if self.old:
                self.old.rename(self.path)
            else:
                self.path.unlink(missing_ok=True)
        except OSError:
            return False
        return True


def _prepared(path: Path, content: bytes, beside: Path) -> _Replacement:
    """The new content in a file, and the old one in another, both named after ``beside``."""
    new = beside.with_suffix(".new")
    new.write_bytes(content)
    _keep(new)
    if not path.is_file():
        return _Replacement(path, new, None)
    shutil.copymode(path, new)
    old = beside.with_suffix(".old")
    shutil.copy2(path, old)
    return _Replacement(path, new, old)


def _with_folders(folder: Path) -> list[Path]:
    """Make ``folder`` and what is missing above it; what was made, the outermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]
