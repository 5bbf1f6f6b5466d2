"""The Data Package: the tables as CSV with their columns, keys and checksums; and an archive of it."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

from generator.site.opendata import formats, schemas
from generator.site.opendata.formats import Download
from generator.site.opendata.releases import Edition
from generator.site.opendata.tables import tables_of
from generator.site.origin import Origin

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_NO_CLOCK = (1980, 1, 1, 0, 0, 0)  # the first day that an archive can name
_EVERYBODY_READS = 0o644 << 16


def package_file(files: Mapping[str, bytes], edition: Edition, origin: Origin) -> bytes:
    """``datapackage.json`` for the data in ``files``, by their names."""
    return (json.dumps(_descriptor(files, edition, origin), ensure_ascii=False, indent=1) + "\n").encode()


def _descriptor(files: Mapping[str, bytes], edition: Edition, origin: Origin) -> Mapping[str, Any]:
    settings, words = origin.settings, origin.words
    licence = settings.charter.licence
    named = {"name": licence.identifier} if licence.identifier else {}
    return {
        "$schema": PROFILE,
        "name": words("address.file.register"),
        "id": settings.open_data + formats.PACKAGE.name,
        "title": words("open_data.package_title"),
        "description": f"{settings.charter.description} {words('open_data.package_description')}",
        "homepage": settings.open_data,
        "version": edition.version,
        **({"created": f"{edition.day}T00:00:00Z"} if edition.day else {}),
        "licenses": [{**named, "path": settings.licence_address, "title": licence.title}],
        "sources": [{"title": settings.charter.agency.name}],
        "contributors": [{"title": settings.charter.publisher, "path": settings.address, "roles": ["publisher"]}],
        "resources": [_resource(each, files[each.name], origin) for each in formats.PACKAGED],
    }


def _resource(download: Download, content: bytes, origin: Origin) -> Mapping[str, Any]:
    words = origin.words
    table = next(each for each in tables_of(origin.register.charter) if each.name == download.table)
    return {
        "name": table.name,
        "path": download.name,
        "type": "table",
        "format": download.format.extension,
        "mediatype": download.format.media_type,
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{checksum(content)}",
        "title": table.title(words),
        "description": table.meaning(words),
        "schema": schemas.table_schema(table, words),
    }


def checksum(content: bytes) -> str:
    """The SHA-256 of a public file."""
    return hashlib.sha256(content).hexdigest()


def archive_file(files: Mapping[str, bytes]) -> bytes:
    """The package of ``files`` in one archive, the description first; the same files give the same bytes."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        for name in (formats.PACKAGE.name, *(each.name for each in formats.PACKAGED)):
            entry = zipfile.ZipInfo(name, _NO_CLOCK)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _EVERYBODY_READS
            entry.create_system = 3  # as on Unix, wherever it is made
            archive.writestr(entry, files[name])
    return sink.getvalue()
