"""The files of the open data: what each is called, and what it is to others."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.site.opendata.tables import TABLES

FOLDER = "open-data/"
_FILE_TYPES = "http://publications.europa.eu/resource/authority/file-type/"


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. ``code`` is its name in the European list of file types."""

    extension: str
    code: str
    media_type: str

    @property
    def file_type(self) -> str:
        return _FILE_TYPES + self.code


CSV = Format("csv", "CSV", "text/csv")
PARQUET = Format("parquet", "PARQUET", "application/vnd.apache.parquet")
XLSX = Format("xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
JSON = Format("json", "JSON", "application/json")
ZIP = Format("zip", "ZIP", "application/zip")


@dataclass(frozen=True, slots=True)
class Download:
    """A file below ``open-data/``: a table in one format, or (``table`` None) all tables together."""

    name: str
    format: Format
    table: str | None = None


WORKBOOK = Download("klantcijfer.xlsx", XLSX)
ALL_JSON = Download("klantcijfer.json", JSON)
PACKAGE = Download("datapackage.json", JSON)
ARCHIVE = Download("klantcijfer.zip", ZIP)
CATALOGUE = "dcat.jsonld"


def of_tables(form: Format) -> Sequence[Download]:
    """The file of each table in that format."""
    return [Download(f"{table.name}.{form.extension}", form, table.name) for table in TABLES]


# The files with data, in the order of the package.
DATA: Sequence[Download] = (*of_tables(CSV), *of_tables(PARQUET), WORKBOOK, ALL_JSON)
DOWNLOADS: Sequence[Download] = (*DATA, PACKAGE, ARCHIVE)
