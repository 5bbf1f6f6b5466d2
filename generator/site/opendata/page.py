"""What the page about the open data shows. It is fast, because it is made with the other pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from generator.site.news import Kind
from generator.site.opendata import documenting, formats, schemas
from generator.site.opendata.columns import Column, Table
from generator.site.opendata.releases import Edition, Release, releases
from generator.site.opendata.tables import tables_of
from generator.site.origin import Origin
from generator.site.words.catalogue import Words

MOST_RELEASES = 12


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column, or several similar ones (``last`` names the last of them)."""

    name: str
    last: str | None
    title: str
    meaning: str
    holds: str


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with its files and its columns."""

    name: str
    title: str
    meaning: str
    files: Sequence[str]
    columns: Sequence[ColumnView]


@dataclass(frozen=True, slots=True)
class OpenDataView:
    """All that is on the page. ``own_licence``: the conditions are on the page itself."""

    released: str | None
    version: str
    tables: Sequence[TableView]
    workbook: str
    archive: str
    index: str
    others: Sequence[str]
    licence: str
    licence_address: str
    own_licence: bool
    citation: str
    releases: Sequence[str]
    earlier_releases: int
    pandas: str
    r: str
    excel: str
    schema: str
    ratings_schema: str


def open_data_view(edition: Edition, origin: Origin) -> OpenDataView:
    """The view of the page."""
    settings, words = origin.settings, origin.words
    changes = releases(origin.news)
    tables = tables_of(origin.register.charter)
    letters = {f"{column.name}_column": xl_col_to_name(place) for place, column in enumerate(tables[0].columns)}
    folder = settings.open_data
    return OpenDataView(
        released=words.figures.day(edition.day) if edition.day else None,
        version=edition.version,
        tables=[_table(table, words) for table in tables],
        workbook=formats.workbook(words).name,
        archive=formats.archive(words).name,
        index=formats.index(words),
        others=(formats.PACKAGE.name, formats.CATALOGUE, formats.index(words)),
        licence=settings.charter.licence.title,
        licence_address=settings.licence_address,
        own_licence=settings.licence_address.startswith(folder),
        citation=documenting.citation(settings, edition.day, words),
        releases=[_release(each, words) for each in changes[:MOST_RELEASES]],
        earlier_releases=max(0, len(changes) - MOST_RELEASES),
        pandas=words("open_data.example.pandas", address=folder),
        r=words("open_data.example.r", address=folder),
        excel=words("open_data.example.excel", **letters),
        schema=schemas.OPEN_DATA,
        ratings_schema=schemas.RATINGS,
    )


def _table(table: Table[Any], words: Words) -> TableView:
    alike = groupby(table.columns, key=lambda column: column.about or column.name)
    return TableView(
        name=table.name,
        title=table.title(words),
        meaning=table.meaning(words),
        files=[f"{table.name}.{form.extension}" for form in (formats.CSV, formats.PARQUET, formats.LINES)],
        columns=[_column(list(columns), words) for _, columns in alike],
    )


def _column(columns: Sequence[Column[Any]], words: Words) -> ColumnView:
    first, last = columns[0], columns[-1]
    several = f"open_data.column.{first.about}.several"
    return ColumnView(
        name=first.name,
        last=None if first is last else last.name,
        title=first.title(words) if first is last else words(f"{several}.title"),
        meaning=first.meaning(words) if first is last else words(f"{several}.meaning"),
        holds=documenting.holds(first, words),
    )


def _release(release: Release, words: Words) -> str:
    counted = [
        words(f"open_data.release.{kind}", number=release.counts[kind]) for kind in Kind if kind in release.counts
    ]
    return words("open_data.release.line", day=words.figures.day(release.day), what=", ".join(counted))
