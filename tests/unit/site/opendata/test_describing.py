"""What catalogues and search engines read of the data."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pyld import jsonld
from support.made import texts
from support.open_data import open_data
from support.settings import SETTINGS, with_charter
from support.words import WORDS

from generator.charter import Contact, Licence
from generator.disclosure.public import PublicRegister
from generator.site.content.content import content
from generator.site.opendata import formats

DCAT, DCT = "http://www.w3.org/ns/dcat#", "http://purl.org/dc/terms/"
# What DCAT-AP-NL 3.0 asks of each class, with what DCAT-AP 3.0 asked already; True where there can be only one.
REQUIRED = {
    "Catalog": {
        f"{DCT}title": False,
        f"{DCT}description": False,
        f"{DCT}publisher": True,
        f"{DCAT}contactPoint": True,
        f"{DCAT}dataset": False,
    },
    "Dataset": {
        f"{DCT}title": False,
        f"{DCT}description": False,
        f"{DCT}accessRights": True,
        f"{DCAT}contactPoint": True,
        f"{DCT}creator": False,
        f"{DCT}identifier": True,
        f"{DCT}publisher": True,
        f"{DCAT}theme": False,
    },
    "Distribution": {f"{DCAT}accessURL": True, f"{DCT}license": True},
}


def nodes_of(document: Any, kind: str) -> list[dict[str, Any]]:  # noqa: ANN401 - JSON-LD
    """Every node of that class, however deep."""
    if isinstance(document, list):
        return [node for each in document for node in nodes_of(each, kind)]
    if not isinstance(document, dict):
        return []
    own = [document] if kind in document.get("@type", []) else []
    return own + [node for each in document.values() for node in nodes_of(each, kind)]


def offline(address: str, options: object) -> dict[str, Any]:
    """The words of schema.org, without asking anybody."""
    del options
    assert address.rstrip("/") == "https://schema.org"
    context = {"@context": {"@vocab": "http://schema.org/"}}
    return {"contextUrl": None, "documentUrl": address, "contentType": "application/ld+json", "document": context}


def test_the_catalogue_has_what_the_dutch_profile_asks(made: Mapping[str, bytes]) -> None:
    catalogue = jsonld.expand(json.loads(made["open-data/dcat.jsonld"]), {"documentLoader": None})
    counted = {}
    for kind, required in REQUIRED.items():
        nodes = nodes_of(catalogue, DCAT + kind)
        counted[kind] = len(nodes)
        for node in nodes:
            for name, only_one in required.items():
                assert len(node.get(name, [])) == 1 if only_one else node.get(name), f"{kind} {name}"
    assert counted == {"Catalog": 1, "Dataset": 1, "Distribution": len(formats.downloads(WORDS))}
    for node in nodes_of(catalogue, f"{DCAT}Distribution"):
        name = node[f"{DCAT}downloadURL"][0]["@id"].removeprefix(SETTINGS.address)
        assert node[f"{DCAT}byteSize"][0]["@value"] == str(len(made[name]))
        checksum = node["http://spdx.org/rdf/terms#checksum"][0]["http://spdx.org/rdf/terms#checksumValue"][0]
        assert checksum["@value"] == hashlib.sha256(made[name]).hexdigest()
    agents = nodes_of(catalogue, "http://xmlns.com/foaf/0.1/Agent")
    assert {agent["http://xmlns.com/foaf/0.1/name"][0]["@value"] for agent in agents} == {SETTINGS.charter.publisher}


def test_the_page_tells_search_engines_of_each_download(page: str, made: Mapping[str, bytes]) -> None:
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    (dataset,) = jsonld.expand(json.loads(block), {"documentLoader": offline})
    assert dataset["@type"] == ["http://schema.org/Dataset"]
    for name in ("name", "description", "license", "creator", "publisher", "dateModified"):
        assert dataset[f"http://schema.org/{name}"]
    downloads = [
        each["http://schema.org/contentUrl"][0]["@value"] for each in dataset["http://schema.org/distribution"]
    ]
    assert {address.removeprefix(SETTINGS.address) for address in downloads} <= set(made)


def test_conditions_and_contact_are_settings(public: PublicRegister) -> None:
    few = replace(public, providers=public.providers[:2])
    default = open_data(few)
    (licence,) = json.loads(default["open-data/datapackage.json"])["licenses"]
    assert licence == {"path": SETTINGS.licence_address, "title": "Aanhalen met de bron mag"}
    assert f"{SETTINGS.address}over/" in default["open-data/dcat.jsonld"].decode()
    chosen = with_charter(
        licence=Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.nl", "CC-BY-4.0"),
        contact=Contact("Verzonnen redactie", 5, email="data@klantcijfer.example"),
    )
    opened = open_data(few, chosen)
    (licence,) = json.loads(opened["open-data/datapackage.json"])["licenses"]
    assert licence["name"] == "CC-BY-4.0"
    catalogue = opened["open-data/dcat.jsonld"].decode()
    assert "authority/licence/CC_BY_4_0" in catalogue
    assert '"vcard:hasEmail": {\n    "@id": "mailto:data@klantcijfer.example"' in catalogue
    page = texts(content(few, chosen))["open-data/index.md"]
    assert '<a href="https://creativecommons.org/licenses/by/4.0/deed.nl">CC BY 4.0</a>' in page
