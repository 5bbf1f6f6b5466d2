"""Writing data/: the cells of a record, and rows at their place in a table."""

import csv
import heapq
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

import yaml

from generator.charter import Language
from generator.register.fields import Unpublished
from generator.register.grades import Rounded
from generator.register.records import Provider, Publication, Record
from generator.register.tables import Schema


def cells(record: Record, language: Language) -> tuple[str, ...]:
    """The cells of a record, in the order of its table's columns, in a register in that ``language``.

    Raises:
        TypeError: a value is of a kind that no cell can hold.
    """
    return tuple(_cell(value, language) for value in record.values())


def _cell(value: object, language: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, Publication):
        return value.word(language)
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
    """``text`` of a CSV file with ``rows`` at their place; every other line stays as it was written.

    Args:
        text: the whole file; empty if there is none yet. A last line without a line end gets one.
        schema: the columns, and the key by which the rows are sorted.
        rows: the cells of each row.
        is_replaced: whether to remove a line that is not one of ``rows``, given its cells by column.
    """
    header, *lines = list(lines_of(text)) or [f"{_line(schema.columns)}\n"]
    end = "\r\n" if header.endswith("\r\n") else "\n"
    lacking = len(schema.columns) - len(next(csv.reader([header])))
    if lacking:  # an older file, without the columns that came later
        header = f"{_line(schema.columns)}{end}"
        lines = [line.rstrip("\r\n") + "," * lacking + end for line in lines]
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


def lines_of(text: str) -> Iterator[str]:
    """The lines with their own line ends, which may differ; a last line without one gets one."""
    for line in io.StringIO(text, newline="\n"):
        yield line if line.endswith("\n") else f"{line}\n"


def _line(fields: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(fields)
    return buffer.getvalue()


class _Indented(yaml.SafeDumper):
    """Indents lists below their key, as in the files of the register."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002 - PyYAML's
        del indentless
        super().increase_indent(flow, False)


def provider_text(provider: Provider) -> str:
    """The YAML text of a provider's file, with only the keys that have a value."""
    values = provider.model_dump(mode="json", exclude={"at", "places"})
    known = {name: value for name, value in values.items() if value}
    return yaml.dump(known, Dumper=_Indented, sort_keys=False, allow_unicode=True, width=float("inf"))
