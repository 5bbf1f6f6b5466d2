"""Every file of the open data of the whole register. Heavy: made once in a build, and never by a page."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.site.fingerprints import fingerprint
from generator.site.opendata import describing, formats, packages, ratings_schema, schemas
from generator.site.opendata.columns import Filled
from generator.site.opendata.csvs import csv_file
from generator.site.opendata.jsons import encoded, lines_file
from generator.site.opendata.parquets import parquet_file
from generator.site.opendata.releases import released_on
from generator.site.opendata.tables import filled
from generator.site.opendata.workbooks import workbook_file
from generator.site.origin import Origin


def files(origin: Origin) -> Iterator[tuple[str, bytes]]:
    """Each file as its path below the site and its content, in a fixed order; its date comes from the data."""
    yield from _schemas(origin)
    for name, content in _of_register(origin).items():
        yield formats.FOLDER + name, content


def compared(origin: Origin) -> Iterator[tuple[str, str | bytes]]:
    """The same paths, each with something that differs whenever its file does; in a fifth of the time."""
    yield from _schemas(origin)
    tables = filled(origin)
    index = _index(tables, origin)
    of_table = {each.table.name: fingerprint(each.lines) for each in tables}
    everything = fingerprint(of_table, index)
    for each in formats.DOWNLOADS:
        yield formats.FOLDER + each.name, of_table[each.table] if each.table else everything
    yield formats.FOLDER + formats.INDEX, index
    yield formats.FOLDER + formats.CATALOGUE, everything


def _schemas(origin: Origin) -> Iterator[tuple[str, bytes]]:
    settings, words = origin.settings, origin.words
    yield schemas.RATINGS, _schema(ratings_schema.schema(settings, words))
    yield schemas.OPEN_DATA, _schema(schemas.open_data_schema(settings, words))
    yield schemas.FORMER_OPEN_DATA, _schema(schemas.former_open_data_schema(settings))


def _schema(said: Mapping[str, Any]) -> bytes:
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _of_register(origin: Origin) -> Mapping[str, bytes]:
    tables = filled(origin)
    made: dict[str, bytes] = {}
    for each in tables:
        made[f"{each.table.name}.{formats.CSV.extension}"] = csv_file(each)
        made[f"{each.table.name}.{formats.PARQUET.extension}"] = parquet_file(each, origin.words)
        made[f"{each.table.name}.{formats.LINES.extension}"] = lines_file(each)
    made[formats.WORKBOOK.name] = workbook_file(tables, origin)
    # Each of these tells of the files before it.
    made[formats.INDEX] = _index(tables, origin)
    made[formats.PACKAGE.name] = packages.package_file(made, origin)
    made[formats.ARCHIVE.name] = packages.archive_file(made)
    made[formats.CATALOGUE] = describing.catalogue_file(made, origin)
    return made


def _index(tables: Sequence[Filled], origin: Origin) -> bytes:
    """Where each table is, as JSON Lines."""
    settings = origin.settings
    said = {
        "$schema": settings.at(schemas.OPEN_DATA),
        "version": schemas.VERSION,
        "title": origin.words("open_data.package_title", name=settings.name),
        "released": released_on(origin.news),
        "source": settings.source,
        "licence": {"title": settings.licence.title, "address": settings.licence_address},
        "tables": {
            each.table.name: {
                "address": settings.at(f"{formats.FOLDER}{each.table.name}.{formats.LINES.extension}"),
                "rows": len(each.lines),
            }
            for each in tables
        },
    }
    return f"{encoded(said)}\n".encode()
