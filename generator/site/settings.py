"""What a site says of itself: its name, its address, who publishes it and on what conditions."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from generator.site.styling.palette import Palette


@dataclass(frozen=True, slots=True)
class Licence:
    """On what conditions the figures may be used again.

    Args:
        title: in words.
        address: where the conditions stand; below the site's own address unless it is a whole one.
        identifier: its id among the Open Definition's licences, such as CC-BY-4.0; None where it is none of those.
    """

    title: str
    address: str
    identifier: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a site, from mkdocs.yml and site_src/.

    Args:
        name: what the site is called.
        description: the site in a sentence.
        address: where it is served, absolute and with a slash at its end.
        publisher: who publishes it.
        source: the agency that must be named with a figure.
        licence: the conditions.
        palette: the colours of what is drawn.
        styles: the components of the stylesheets, each text by its name.
        contact: where to write to about the data: a page or a mailto: address, below the site unless it is a whole one.
        hand_written: the Markdown pages that are not generated, as paths below the folder of pages.
    """

    name: str
    description: str
    address: str
    publisher: str
    source: str
    licence: Licence
    palette: Palette
    styles: Mapping[str, str]
    contact: str = "over/"
    hand_written: tuple[str, ...] = ()

    def at(self, path: str) -> str:
        """The absolute address of ``path`` below the site."""
        return urljoin(self.address, path)

    @property
    def licence_address(self) -> str:
        return self.at(self.licence.address)

    @property
    def contact_address(self) -> str:
        return self.at(self.contact)
