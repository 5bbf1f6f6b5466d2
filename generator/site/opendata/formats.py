"""The files of the open data: what each is called, and what it is to others."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.charter import Charter
from generator.letters import slug
from generator.site.opendata.tables import NAMES

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


def workbook(charter: Charter) -> Download:
    """All tables as one workbook."""
    return Download(f"{slug(charter.name)}.xlsx", XLSX)


def archive(charter: Charter) -> Download:
    """The package with all that it describes."""
    return Download(f"{slug(charter.name)}.zip", ZIP)


def index(charter: Charter) -> str:
    """The name of a file that once held all tables. Its address is for ever, so it says where they are."""
    return f"{slug(charter.name)}.json"


def of_tables(form: Format) -> Sequence[Download]:
    """The file of each table in that format."""
    return [Download(f"{name}.{form.extension}", form, name) for name in NAMES]


# The package holds each table once, in the form that every program reads.
PACKAGED: Sequence[Download] = of_tables(CSV)


def downloads(charter: Charter) -> Sequence[Download]:
    """Every file to download, of a register by its charter."""
    return (
        *PACKAGED,
        *of_tables(PARQUET),
        *of_tables(LINES),
        workbook(charter),
        PACKAGE,
        archive(charter),
    )
