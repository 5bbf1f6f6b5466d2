"""What a new register in a language has where nobody said otherwise, and the charter that comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.charter import Agency, Charter, Contact, Folders, Language, Licence, Noun, Nouns
from generator.letters import slug
from generator.scale import Scale

_DAYS = 5  # within which visitors get an answer


@dataclass(frozen=True, slots=True)
class Usual:
    """The usual words of a language.

    Args:
        nouns: those of any sector.
        description: a site in a sentence; with ``{clients}`` and ``{providers}``.
        study: what an agency's reports are called; with ``{clients}``.
        licence: the conditions of use; with ``{agency}``.
        conditions: the name, in an address, of the part of a page where they stand.
        folders: of the addresses, but for those that nouns name.
    """

    nouns: Nouns
    description: str
    study: str
    licence: str
    conditions: str
    folders: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answers:
    """What whoever begins a register says of it.

    Args:
        name: what the register and its site are called.
        language: of the site.
        agency: whom the figures come from.
        nouns: the words of the sector; without regions.
        scale: of the grades.
        address: where the site will be served; empty if that is not known yet.
        email: whom visitors can write to; empty if there is nobody yet.
    """

    name: str
    language: Language
    agency: str
    nouns: Nouns
    scale: Scale
    address: str = ""
    email: str = ""


USUAL: Mapping[Language, Usual] = {
    Language.DUTCH: Usual(
        nouns=Nouns(
            provider=Noun("aanbieder", "aanbieders", "de"),
            client=Noun("cliënt", "cliënten", "de"),
            service=Noun("dienst", "diensten", "de"),
        ),
        description="Cijfers van {clients} voor {providers}, met de reden waarom een cijfer ontbreekt.",
        study="Onderzoek onder {clients}",
        licence="Cijfers mogen worden aangehaald met {agency} als bron",
        conditions="voorwaarden",
        folders={
            "compare": "vergelijken",
            "explanation": "uitleg",
            "open_data": "open-data",
            "corrections": "correcties",
            "about": "over",
            "accessibility": "toegankelijkheid",
            "privacy": "privacy",
        },
    ),
    Language.ENGLISH: Usual(
        nouns=Nouns(
            provider=Noun("provider", "providers", "a"),
            client=Noun("client", "clients", "a"),
            service=Noun("service", "services", "a"),
        ),
        description="What {clients} say of {providers}, with the reason where a grade is missing.",
        study="Survey of {clients}",
        licence="The figures may be quoted with {agency} as their source",
        conditions="conditions",
        folders={
            "compare": "compare",
            "explanation": "explanation",
            "open_data": "open-data",
            "corrections": "corrections",
            "about": "about",
            "accessibility": "accessibility",
            "privacy": "privacy",
        },
    ),
}


def charter_of(answers: Answers) -> Charter:
    """The charter of a new register, which has no regions and no quality mark."""
    usual, nouns = USUAL[answers.language], answers.nouns
    folders = Folders(providers=slug(nouns.provider.other), services=slug(nouns.service.other), **usual.folders)
    return Charter(
        name=answers.name,
        description=usual.description.format(clients=nouns.client.other, providers=nouns.provider.other),
        publisher=answers.name,
        language=answers.language,
        agency=Agency(answers.agency, usual.study.format(clients=nouns.client.other)),
        licence=Licence(usual.licence.format(agency=answers.agency), f"{folders.open_data}/#{usual.conditions}"),
        scale=answers.scale,
        nouns=nouns,
        folders=folders,
        address=answers.address or None,
        contact=Contact(answers.name, _DAYS, email=answers.email) if answers.email else None,
    )
