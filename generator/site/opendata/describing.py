"""What catalogues and search engines read of the data: DCAT-AP-NL 3.0, and a Dataset in the words of schema.org."""

import json
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from generator.charter import Language
from generator.site.opendata import documenting, formats
from generator.site.opendata.formats import Download
from generator.site.opendata.packages import checksum
from generator.site.opendata.releases import Edition
from generator.site.origin import Origin
from generator.site.settings import Settings
from generator.site.words.catalogue import Words

_EU = "http://publications.europa.eu/resource/authority/"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
# Licences in the European list, by their id among those of the Open Definition. Any other is named by its address.
_LICENCES = {"CC0-1.0": "CC0", "CC-BY-4.0": "CC_BY_4_0", "CC-BY-SA-4.0": "CC_BYSA_4_0"}
# Languages, and the countries of maps, in the European lists.
_LANGUAGES = {Language.DUTCH: "NLD", Language.ENGLISH: "ENG"}
_COUNTRIES = {"netherlands": "NLD"}
# The whole context is here, so that nobody has to load it.
_CONTEXT: Mapping[str, Any] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def catalogue_file(files: Mapping[str, bytes], edition: Edition, origin: Origin) -> bytes:
    """``dcat.jsonld``: a catalogue of one dataset, with a distribution for each of the downloads in ``files``."""
    return (json.dumps(_catalogue(files, edition, origin), ensure_ascii=False, indent=1) + "\n").encode()


def _catalogue(files: Mapping[str, bytes], edition: Edition, origin: Origin) -> Mapping[str, Any]:
    settings, words = origin.settings, origin.words
    said = partial(_said, language=words.language)
    shared = {
        "dct:publisher": _publisher(settings, words),
        "dct:creator": {"@id": _publisher_address(settings, words)},
        "dcat:contactPoint": _contact(settings),
        "dct:language": {"@id": f"{_EU}language/{_LANGUAGES[words.language]}"},
        "dct:license": _licence(settings),
        **({"dct:modified": _literal(edition.day)} if edition.day else {}),
    }
    page = settings.open_data
    dataset = {
        "@id": f"{page}#dataset",
        "@type": "dcat:Dataset",
        "dct:title": said(words("open_data.package_title")),
        "dct:description": said(f"{settings.charter.description} {words('open_data.package_description')}"),
        "dct:identifier": f"{page}#dataset",
        **shared,
        "dct:accessRights": {"@id": f"{_EU}access-right/PUBLIC"},
        "dcat:theme": {"@id": f"{_EU}data-theme/SOCI"},
        "dcat:keyword": [said(word) for word in words("open_data.keywords").split(", ")],
        "dcat:landingPage": {"@id": page},
        **_spatial(settings),
        **_temporal(origin),
        "dct:accrualPeriodicity": {"@id": f"{_EU}frequency/IRREG"},
        "dcat:version": edition.version,
        "dcat:distribution": [
            _distribution(each, files[each.name], edition, origin) for each in formats.downloads(words)
        ],
    }
    return {
        "@context": _CONTEXT,
        "@id": f"{page}#{words('address.anchor.catalogue')}",
        "@type": "dcat:Catalog",
        "dct:title": said(words("open_data.catalogue_title")),
        "dct:description": said(settings.charter.description),
        **shared,
        "foaf:homepage": {"@id": settings.address},
        "dcat:dataset": dataset,
    }


def _publisher_address(settings: Settings, words: Words) -> str:
    return settings.at(f"{words.folders.about}/#{words('address.anchor.publisher')}")


def _publisher(settings: Settings, words: Words) -> Mapping[str, Any]:
    return {"@id": _publisher_address(settings, words), "@type": "foaf:Agent", "foaf:name": settings.charter.publisher}


def _contact(settings: Settings) -> Mapping[str, Any]:
    contact = settings.charter.contact
    by = "vcard:hasEmail" if contact and contact.email else "vcard:hasURL"
    name = contact.name if contact else settings.charter.publisher
    return {"@type": "vcard:Organization", "vcard:fn": name, by: {"@id": settings.contact_address}}


def _licence(settings: Settings) -> Mapping[str, Any]:
    licence = settings.charter.licence
    code = _LICENCES.get(licence.identifier or "")
    address = f"{_EU}licence/{code}" if code else settings.licence_address
    title = _said(licence.title, settings.charter.language)
    return {"@id": address, "@type": "dct:LicenseDocument", "dct:title": title}


def _spatial(settings: Settings) -> Mapping[str, Any]:
    """The country that the register's map shows; nothing if it has none."""
    return {"dct:spatial": {"@id": f"{_EU}country/{_COUNTRIES[settings.charter.map]}"}} if settings.charter.map else {}


def _temporal(origin: Origin) -> Mapping[str, Any]:
    reports = [report for provider in origin.register.providers for report in provider.reports]
    if not reports:
        return {}
    return {
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _literal(min(report.period_start for report in reports)),
            "dcat:endDate": _literal(max(report.period_end for report in reports)),
        }
    }


def _distribution(download: Download, content: bytes, edition: Edition, origin: Origin) -> Mapping[str, Any]:
    settings = origin.settings
    page = settings.open_data
    return {
        "@id": f"{page}#{download.name}",
        "@type": "dcat:Distribution",
        "dct:title": _said(title(download, origin), origin.words.language),
        "dcat:accessURL": {"@id": page},
        "dcat:downloadURL": {"@id": page + download.name},
        "dcat:mediaType": {"@id": _MEDIA_TYPES + download.format.media_type},
        **({"dcat:compressFormat": {"@id": f"{_MEDIA_TYPES}application/gzip"}} if download.format.is_packed else {}),
        "dct:format": {"@id": download.format.file_type},
        "dcat:byteSize": {"@value": str(len(content)), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": checksum(content), "@type": "xsd:hexBinary"},
        },
        "dct:license": _licence(settings),
        "dct:rights": {
            "@type": "dct:RightsStatement",
            "rdfs:label": _said(documenting.citation(settings, edition.day, origin.words), origin.words.language),
        },
    }


def title(download: Download, origin: Origin) -> str:
    """A download in words."""
    if download.table:
        return f"{origin.words(f'open_data.table.{download.table}.title')} ({download.format.name})"
    if download is formats.PACKAGE:
        return origin.words("open_data.package_file")
    return origin.words("open_data.all_tables", format=download.format.name)


def _said(text: str, language: Language) -> Mapping[str, str]:
    return {"@value": text, "@language": language.tag}


def _literal(day: date) -> Mapping[str, str]:
    return {"@value": day.isoformat(), "@type": "xsd:date"}


def dataset(edition: Edition, origin: Origin) -> Mapping[str, Any]:
    """The data as a Dataset, with its downloads."""
    settings, words = origin.settings, origin.words
    page = settings.open_data
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": f"{page}#dataset",
        "name": words("open_data.package_title"),
        "description": f"{settings.charter.description} {words('open_data.package_description')}",
        "url": page,
        "inLanguage": words.language.tag,
        "isAccessibleForFree": True,
        "license": settings.licence_address,
        "creditText": documenting.citation(settings, edition.day, words),
        "publisher": {"@type": "Organization", "name": settings.charter.publisher, "url": settings.address},
        "creator": {"@type": "Organization", "name": settings.charter.publisher, "url": settings.address},
        "keywords": words("open_data.keywords").split(", "),
        **({"dateModified": edition.day.isoformat(), "version": edition.version} if edition.day else {}),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": title(each, origin),
                "encodingFormat": each.format.media_type,
                "contentUrl": page + each.name,
            }
            for each in formats.downloads(words)
        ],
    }
