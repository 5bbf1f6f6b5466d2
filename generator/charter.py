"""What makes a register this one: its names, its words, its scale, its regions. All of it is public.

Any room may use it; it uses the scale alone. `register/charters.py` reads and checks it, docs/data.md describes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from generator.scale import Scale


class Language(StrEnum):
    """The language of a site, by its ISO 639 code."""

    DUTCH = "nl"
    ENGLISH = "en"

    @property
    def tag(self) -> str:
        """The language with the country whose habits it keeps where that matters, by BCP 47: for pages and files."""
        return "en-GB" if self is Language.ENGLISH else self.value


class Reader(StrEnum):
    """Who makes the reports that an import reads: an agency with a layout of its own, or anybody by a delivery."""

    PANTEIA = "panteia"
    DELIVERY = "delivery"


@dataclass(frozen=True, slots=True)
class Noun:
    """A word of the sector: one of them, several, and its article (de or het; a or an)."""

    one: str
    other: str
    article: str


@dataclass(frozen=True, slots=True)
class Nouns:
    """The words of the sector.

    Args:
        provider: who gives the service.
        client: who gets it; these grades are protected.
        service: what is given.
        commissioner: who pays for it, whose grades are always shown; None if nobody but clients is asked.
        region: where a provider works; None if the register has no regions.
    """

    provider: Noun
    client: Noun
    service: Noun
    commissioner: Noun | None = None
    region: Noun | None = None


@dataclass(frozen=True, slots=True)
class Agency:
    """Who measures.

    Args:
        name: as it must be named with every figure.
        study: what its reports are called.
        reader: whose layout its reports have.
    """

    name: str
    study: str
    reader: Reader = Reader.DELIVERY


@dataclass(frozen=True, slots=True)
class Licence:
    """On what conditions the figures may be used again.

    Args:
        title: the conditions in words.
        address: the page with the conditions; a path in the site, or a whole address.
        identifier: its id among the Open Definition's licences, such as CC-BY-4.0; None if it is not one of those.
    """

    title: str
    address: str
    identifier: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to write to about the site, by e-mail or with a form; one of ``email`` and ``form`` is None.

    Args:
        name: who reads it.
        days: within how many days they answer.
        email: the address.
        form: the address of a page with a form, which is told the page in a parameter.
    """

    name: str
    days: int
    email: str | None = None
    form: str | None = None

    @property
    def address(self) -> str:
        """The address without a subject: a mailto: address, or that of the form."""
        return f"mailto:{self.email}" if self.email else str(self.form)


@dataclass(frozen=True, slots=True)
class Folders:
    """The first part of each address, for ever: `/providers/<id>/`. ``regions`` is empty if there are none."""

    providers: str
    services: str
    compare: str
    explanation: str
    open_data: str
    corrections: str
    about: str
    accessibility: str
    privacy: str
    regions: str = ""


@dataclass(frozen=True, slots=True)
class Charter:
    """All of register.yaml, and the register's own words.

    Args:
        name: what the register and its site are called.
        description: the site in a sentence.
        publisher: who publishes it.
        language: of the whole site.
        agency: who measures.
        licence: the conditions of use.
        scale: of the grades.
        nouns: the words of the sector.
        folders: of its addresses.
        quality_mark: the name of the mark whose norm policy.yaml has; None if there is none.
        regions: the name of each by its id, in the order in which they are listed.
        map: which of the program's maps shows the regions; None if none does.
        outside_total: ids of services that a report's total may leave out, because their clients get other questions.
        address: where the site is served, absolute; None if only the workflow that deploys it knows.
        contact: whom to write to; None if there is nobody yet.
        phrases: the register's own words (data/words/), by the keys of the program's catalogue.
    """

    name: str
    description: str
    publisher: str
    language: Language
    agency: Agency
    licence: Licence
    scale: Scale
    nouns: Nouns
    folders: Folders
    quality_mark: str | None = None
    regions: Mapping[str, str] = field(default_factory=dict)
    map: str | None = None
    outside_total: tuple[str, ...] = ()
    address: str | None = None
    contact: Contact | None = None
    phrases: Mapping[str, Any] = field(default_factory=dict)

    @property
    def asks_commissioners(self) -> bool:
        """Whether those who pay are asked too."""
        return self.nouns.commissioner is not None
