"""The files of the open data: what each is called, and what it is to others."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.site.opendata.tables import NAMES
from generator.site.words.catalogue import Words

_FILE_TYPES = "http://publications.europa.eu/resource/authority/file-type/"


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file.

    Args:
        extension: how its name ends.
        code: its name in the European list of file types.
        media_type: as a server sends it.
        name: what people call it.
        is_packed: whether it is compressed as a whole, with gzip.
    """

    extension: str
    code: str
    media_type: str
    name: str
    is_packed: bool = False

    @property
    def file_type(self) -> str:
        return _FILE_TYPES + self.code


CSV = Format("csv", "CSV", "text/csv", "CSV")
PARQUET = Format("parquet", "PARQUET", "application/vnd.apache.parquet", "Parquet")
# A row is JSON, but a file of rows has no media type of its own: so the one of what packs it.
LINES = Format("jsonl.gz", "JSON", "application/gzip", "JSON Lines, gzip", is_packed=True)
XLSX = Format("xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel")
JSON = Format("json", "JSON", "application/json", "JSON")
ZIP = Format("zip", "ZIP", "application/zip", "zip")


@dataclass(frozen=True, slots=True)
class Download:
    """A file of the open data: a table in one format, or (``table`` None) all tables together."""

    name: str
    format: Format
    table: str | None = None


PACKAGE = Download("datapackage.json", JSON)
CATALOGUE = "dcat.jsonld"


def workbook(words: Words) -> Download:
    """All tables as one workbook."""
    return Download(f"{words('address.file.register')}.xlsx", XLSX)


def archive(words: Words) -> Download:
    """The package with all that it describes."""
    return Download(f"{words('address.file.register')}.zip", ZIP)


def index(words: Words) -> str:
    """The name of a file that once held all tables. Its address is for ever, so it says where they are."""
    return f"{words('address.file.register')}.json"


def of_tables(form: Format) -> Sequence[Download]:
    """The file of each table in that format."""
    return [Download(f"{name}.{form.extension}", form, name) for name in NAMES]


# The package holds each table once, in the form that every program reads.
PACKAGED: Sequence[Download] = of_tables(CSV)


def downloads(words: Words) -> Sequence[Download]:
    """Every file to download."""
    return (
        *PACKAGED,
        *of_tables(PARQUET),
        *of_tables(LINES),
        workbook(words),
        PACKAGE,
        archive(words),
    )
