"""Reads what makes the register this one: register.yaml, and its own words in words/."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from generator.charter import Agency, Charter, Contact, Folders, Language, Licence, Noun, Nouns
from generator.findings.findings import Finding
from generator.register.documents import Document, Route, read_document
from generator.register.fields import ProviderId, Slug, Text, choice, fault, text
from generator.register.validation import validated
from generator.register.websites import UnusableError, linked
from generator.scale import Scale

CHARTER_FILE = "register.yaml"
#: The folder of the register's own words, with a file for each language.
WORDS = "words"

_LEAST, _MOST = 1, 10  # points of a scale
_SHORTEST = 2  # on a scale of two grades there is no doubt to leave about an answer
#: The maps that the program has, each with the ids of the regions that it draws.
MAPS: Mapping[str, frozenset[str]] = {
    "netherlands": frozenset(
        {
            "drenthe",
            "flevoland",
            "friesland",
            "gelderland",
            "groningen",
            "limburg",
            "noord-brabant",
            "noord-holland",
            "overijssel",
            "utrecht",
            "zeeland",
            "zuid-holland",
        }
    )
}
#: Stands for a charter that cannot be read, so that the rest of data/ can be checked. It never becomes a site.
UNREAD = Charter(
    name="",
    description="",
    publisher="",
    language=Language.ENGLISH,
    agency=Agency("", ""),
    licence=Licence("", ""),
    scale=Scale(_LEAST, _MOST),
    nouns=Nouns(*(Noun("", "", "") for _ in range(5))),
    folders=Folders(*("" for _ in fields(Folders))),
)
_ARTICLES = {Language.DUTCH: ("de", "het"), Language.ENGLISH: ("a", "an")}
# What a site has beside the register's own folders.
_OF_THE_PROGRAM = frozenset({"a-z", "assets", "images", "index", "schema", "scripts", "stylesheets"})
_LONGEST_WAIT = 90  # days
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
# A page of the site itself, or a part of it. Its first part has no dot: then it would be a host.
_PATH = re.compile(r"[\w-]+(/[\w.-]+)*/?(#[\w-]+)?", re.ASCII)
_LONGEST_FOLDER = 80

# Where it is, what came, and what was expected.
_Contradiction: TypeAlias = tuple[Route, str, str]


def _texts(value: object) -> object:
    """Keys with values, each of which is text with something to see."""
    if isinstance(value, dict):
        return {key: text(each) if isinstance(each, str) else each for key, each in value.items()}
    return value


def checked_scale(scale: Scale) -> Scale:
    """The scale, if grades can be given on it.

    Raises:
        PydanticCustomError: they cannot.
    """
    if not _LEAST <= scale.lowest <= scale.highest - _SHORTEST <= _MOST - _SHORTEST:
        expected = f"a lowest grade from {_LEAST}, and one up to {_MOST} that is at least {_SHORTEST} higher"
        raise fault("Y06", f"runs from {scale.lowest} to {scale.highest}", expected)
    return scale


def checked_contact(contact: Contact) -> Contact:
    """The contact, if visitors can write to it.

    Raises:
        PydanticCustomError: they cannot.
    """
    if (contact.email is None) == (contact.form is None):
        raise fault("Y06", "has not one way to write", "either email or form")
    if contact.email is not None and not _EMAIL.fullmatch(contact.email):
        raise fault("Y06", f"{contact.email!r} is no e-mail address", "an address such as vraag@example.org")
    if contact.form is not None and (not contact.form.startswith("https://") or "#" in contact.form):
        expected = "the address of a page with a form, which begins with https:// and has no #"
        raise fault("Y06", f"{contact.form!r} is no form", expected)
    if not 1 <= contact.days <= _LONGEST_WAIT:
        raise fault("Y06", f"answers within {contact.days} days", f"from 1 to {_LONGEST_WAIT} days")
    return replace(contact, form=_linked(contact.form)) if contact.form else contact


def _linked(address: str) -> str:
    try:
        return linked(address)
    except UnusableError as error:
        raise fault("Y06", f"{address!r} {error.why}", error.expected) from None


def _checked_licence(licence: Licence) -> Licence:
    """The licence, if people can read it: on a page of the site, or on another website."""
    return licence if _PATH.fullmatch(licence.address) else replace(licence, address=_linked(licence.address))


def checked_address(value: str) -> str:
    """A whole web address, with a slash at its end.

    Raises:
        PydanticCustomError: it is none.
    """
    if "?" in value or "#" in value:
        raise fault(
            "Y06", f"{value!r} is a page, or a part of one", "where the site begins: the address without ? and #"
        )
    return _linked(value).rstrip("/") + "/"


def _folders(value: object) -> object:
    """Slugs, no two of which are the same, and none of which is the program's."""
    if not isinstance(value, dict):
        return value
    known = {field.name for field in fields(Folders)}
    slugs = [each for key, each in value.items() if key in known and (key, each) != ("regions", "")]
    for each in slugs:
        if not isinstance(each, str) or not re.fullmatch(r"[a-z]+(-[a-z]+)*", each) or len(each) > _LONGEST_FOLDER:
            expected = f"small letters and single hyphens, at most {_LONGEST_FOLDER} of them"
            raise fault("P01", f"{each!r} is no slug", expected)
        if each in _OF_THE_PROGRAM:
            raise fault("P10", f"{each!r} has files of the program", "another folder")
        if slugs.count(each) > 1:
            raise fault("P10", f"{each!r} is there twice", "another folder for each")
    return value


def _texts_of_each(value: object) -> object:
    return {key: _texts(each) for key, each in value.items()} if isinstance(value, dict) else value


class _File(BaseModel):
    """The keys of register.yaml, which are those of the charter but for its words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Text
    description: Text
    publisher: Text
    language: Annotated[Language, choice(Language)]
    agency: Annotated[Agency, BeforeValidator(_texts)]
    licence: Annotated[Licence, BeforeValidator(_texts), AfterValidator(_checked_licence)]
    scale: Annotated[Scale, AfterValidator(checked_scale)]
    nouns: Annotated[Nouns, BeforeValidator(_texts_of_each)]
    folders: Annotated[Folders, BeforeValidator(_folders)]
    quality_mark: Text | None = None
    regions: dict[ProviderId, Text] = {}
    map: str | None = None
    outside_total: tuple[Slug, ...] = ()
    address: Annotated[Text, AfterValidator(checked_address)] | None = None
    contact: Annotated[Contact, BeforeValidator(_texts), AfterValidator(checked_contact)] | None = None


def read_charter(data: Path) -> tuple[Charter | None, list[Finding]]:
    """Read register.yaml and the words in the folder ``data``; None instead of a charter when the first has errors.

    Words with errors are left out: all else is judged by the charter, and on its scale.
    """
    document, findings = read_document(data / CHARTER_FILE, data)
    if document is None:
        return None, findings
    said, findings = validated(_File, document.data, document.place)
    if said is None:
        return None, findings
    charter = Charter(**{name: getattr(said, name) for name in _File.model_fields})
    findings = [
        Finding(document.place(route), "Y06", came, expected) for route, came, expected in _contradictions(charter)
    ]
    if findings:
        return None, findings
    phrases, findings = read_phrases(data, charter.language)
    return replace(charter, phrases=phrases.data if phrases else {}), findings


def read_phrases(data: Path, language: Language) -> tuple[Document | None, list[Finding]]:
    """Read the register's own words in the folder ``data``, of which there may be none."""
    path = data / WORDS / f"{language.value}.yaml"
    return read_document(path, data) if path.exists() else (None, [])


def _contradictions(charter: Charter) -> Iterator[_Contradiction]:
    """What does not go together in register.yaml."""
    yield from _articles(charter)
    yield from _braces(charter)
    yield from _parts_of_regions(charter)
    yield from _map(charter)


def _nouns(charter: Charter) -> Iterator[tuple[str, Noun]]:
    """The nouns that there are, by their names."""
    for field in fields(charter.nouns):
        if noun := getattr(charter.nouns, field.name):
            yield field.name, noun


def _articles(charter: Charter) -> Iterator[_Contradiction]:
    articles = _ARTICLES[charter.language]
    for name, noun in _nouns(charter):
        if noun.article not in articles:
            came = f"the article {noun.article!r} in a site in {charter.language.value!r}"
            yield ("nouns", name, "article"), came, " or ".join(articles)


def _braces(charter: Charter) -> Iterator[_Contradiction]:
    """Braces in words that stand in phrases."""
    filled_in: dict[Route, str] = {
        ("name",): charter.name,
        ("agency",): f"{charter.agency.name} {charter.agency.study}",
        ("quality_mark",): charter.quality_mark or "",
        **{("nouns", name): f"{noun.one} {noun.other}" for name, noun in _nouns(charter)},
        **{("regions", region): name for region, name in charter.regions.items()},
    }
    for route, said in filled_in.items():
        if re.search("[{}]", said):
            yield route, f"a brace in {said!r}", "words without one: in a phrase, braces mark where they come"


def _parts_of_regions(charter: Charter) -> Iterator[_Contradiction]:
    if len({bool(charter.regions), bool(charter.nouns.region), bool(charter.folders.regions)}) > 1:
        expected = "regions, a noun for a region and a folder for their pages; or none of the three"
        yield ("regions",), "only a part of what regions need", expected


def _map(charter: Charter) -> Iterator[_Contradiction]:
    if charter.map is None:
        return
    drawn = MAPS.get(charter.map)
    if drawn is None:
        yield ("map",), f"the map {charter.map!r}", f"one of {', '.join(MAPS)}"
    elif set(charter.regions) != drawn:
        expected = f"the regions {', '.join(sorted(drawn))}, or no map"
        yield ("map",), f"the map {charter.map!r}, which draws other regions", expected
