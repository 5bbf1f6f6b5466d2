"""Writing data/: the cells of a record, rows in their place in a table, and files that are replaced all or none."""

import contextlib
import csv
import heapq
import io
import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import yaml

from generator.register.fields import Unpublished
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
    if isinstance(value, str | int | Decimal):
        return str(value)
    message = f"a cell cannot hold {value!r}"
    raise TypeError(message)


def with_rows(
    text: str, schema: Schema, rows: Iterable[Sequence[str]], is_replaced: Callable[[Mapping[str, str]], bool]
) -> str:
    """``text`` of a CSV file with ``rows`` in their place; every other line stays as it was written.

    Args:
        text: the whole file; empty where there is none yet.
        schema: the columns, and the key by which the rows are sorted.
        rows: the cells of each row.
        is_replaced: whether a line, its cells by column, goes where it is not one of ``rows``.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    header, *lines = text.removesuffix(end).split(end) if text else [_line(schema.columns)]
    wanted = {tuple(row) for row in rows}
    kept: list[tuple[tuple[str, ...], str]] = []
    for line in lines:
        fields = tuple(field.strip() for field in next(csv.reader([line])))
        if fields in wanted or not is_replaced(dict(zip(schema.columns, fields, strict=False))):
            kept.append((fields, line))
    new = sorted(wanted - {fields for fields, _ in kept}, key=schema.sort_key)
    merged = heapq.merge(kept, ((fields, _line(fields)) for fields in new), key=lambda row: schema.sort_key(row[0]))
    return end.join([header, *(line for _, line in merged), ""])


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
    status = known.pop("status")
    since = known.pop("since", None)
    known |= {"status": status} | ({"since": since} if since else {})
    return yaml.dump(known, Dumper=_Indented, sort_keys=False, allow_unicode=True, width=float("inf"))


def replace_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files in ``folder``, all or none: what was there stays until every new one is whole.

    Raises:
        OSError: a file could not be written; the folder is as it was.
    """
    before = {file: (folder / file).read_bytes() if (folder / file).is_file() else None for file in contents}
    made: list[Path] = []
    done: list[str] = []
    try:
        for file in contents:
            made += _with_folders((folder / file).parent)
            _beside(folder / file).write_bytes(contents[file])
        for file in contents:
            done.append(file)
            os.replace(_beside(folder / file), folder / file)  # noqa: PTH105 - Path.replace does not say it is atomic
    except BaseException:
        _put_back(folder, {file: before[file] for file in done})
        _remove([_beside(folder / file) for file in contents], made)
        raise


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def _with_folders(folder: Path) -> list[Path]:
    """Make ``folder`` and what is missing above it; what was made, the innermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _put_back(folder: Path, before: Mapping[str, bytes | None]) -> None:
    for file, content in before.items():
        if content is None:
            (folder / file).unlink(missing_ok=True)
        else:
            (folder / file).write_bytes(content)


def _remove(files: Iterable[Path], folders: Collection[Path]) -> None:
    for file in files:
        with contextlib.suppress(OSError):
            file.unlink()
    for each in folders:
        with contextlib.suppress(OSError):
            each.rmdir()
