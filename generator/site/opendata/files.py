"""Every file of the open data of the whole register. Heavy: made once in a build, and never by a page."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, TypeAlias

from generator.site.fingerprints import fingerprint
from generator.site.opendata import describing, formats, packages, ratings_schema, schemas
from generator.site.opendata.columns import Filled
from generator.site.opendata.csvs import csv_file
from generator.site.opendata.jsons import encoded, lines_file
from generator.site.opendata.parquets import parquet_file
from generator.site.opendata.releases import Edition, edition
from generator.site.opendata.tables import filled, tables_of
from generator.site.opendata.workbooks import workbook_file
from generator.site.origin import Origin

File: TypeAlias = tuple[str, str | bytes]


def files(origin: Origin) -> tuple[Edition, Iterator[tuple[str, bytes]]]:
    """The edition, and each file as its path below the site and its content, in a fixed order; no clock is asked."""
    tables = filled(origin)
    made = edition(origin.news, fingerprint(_by_table(tables)))
    return made, chain(_schemas(origin), _of_register(tables, made, origin))


def compared(origin: Origin) -> tuple[Edition, Iterator[File]]:
    """The same, with something that differs whenever the file does for its content; in a fifth of the time."""
    tables = filled(origin)
    of_table = _by_table(tables)
    made = edition(origin.news, fingerprint(of_table))
    return made, chain(_schemas(origin), _compared(of_table, _index(tables, made, origin), origin))


def _by_table(tables: Iterable[Filled]) -> Mapping[str, str]:
    """A fingerprint of all that is in each table: columns and cells, before any format makes two values the same."""
    return {each.table.name: fingerprint([column.name for column in each.table.columns], each.lines) for each in tables}


def _compared(of_table: Mapping[str, str], index: bytes, origin: Origin) -> Iterator[File]:
    words, folder = origin.words, origin.words.folders.open_data
    everything = fingerprint(of_table, index)
    for each in formats.downloads(words):
        yield f"{folder}/{each.name}", of_table[each.table] if each.table else everything
    yield f"{folder}/{formats.index(words)}", index
    yield f"{folder}/{formats.CATALOGUE}", everything


def _schemas(origin: Origin) -> Iterator[tuple[str, bytes]]:
    charter, settings, words = origin.register.charter, origin.settings, origin.words
    yield schemas.RATINGS, _schema(ratings_schema.schema(settings, words))
    yield schemas.OPEN_DATA, _schema(schemas.open_data_schema(tables_of(charter), settings, words))
    yield schemas.FORMER_OPEN_DATA, _schema(schemas.former_open_data_schema(settings))


def _schema(said: Mapping[str, Any]) -> bytes:
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _of_register(tables: Sequence[Filled], edition: Edition, origin: Origin) -> Iterator[tuple[str, bytes]]:
    words, made = origin.words, dict[str, bytes]()
    for each in tables:
        made[f"{each.table.name}.{formats.CSV.extension}"] = csv_file(each)
        made[f"{each.table.name}.{formats.PARQUET.extension}"] = parquet_file(each, origin.words)
        made[f"{each.table.name}.{formats.LINES.extension}"] = lines_file(each)
    made[formats.workbook(words).name] = workbook_file(tables, edition, origin)
    # Each of these tells of the files before it.
    made[formats.index(words)] = _index(tables, edition, origin)
    made[formats.PACKAGE.name] = packages.package_file(made, edition, origin)
    made[formats.archive(words).name] = packages.archive_file(made)
    made[formats.CATALOGUE] = describing.catalogue_file(made, edition, origin)
    for name, content in made.items():
        yield f"{origin.words.folders.open_data}/{name}", content


def _index(tables: Sequence[Filled], edition: Edition, origin: Origin) -> bytes:
    """Where each table is, as JSON Lines."""
    settings = origin.settings
    said = {
        "$schema": settings.at(schemas.OPEN_DATA),
        "version": schemas.VERSION,
        "title": origin.words("open_data.package_title"),
        "released": edition.day,
        "data_version": edition.version,
        "source": settings.charter.agency.name,
        "licence": {"title": settings.charter.licence.title, "address": settings.licence_address},
        "tables": {
            each.table.name: {
                "address": f"{settings.open_data}{each.table.name}.{formats.LINES.extension}",
                "rows": len(each.lines),
            }
            for each in tables
        },
    }
    return f"{encoded(said)}\n".encode()
