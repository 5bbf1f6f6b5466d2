"""The settings of a site in mkdocs.yml: its name, its address, who publishes it and on what conditions."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urljoin

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from yaml_env_tag import add_env_tag

from generator.site.styling.palette import Palette, palette_of
from generator.site.styling.sheets import COMPONENTS, TOKENS


@dataclass(frozen=True, slots=True)
class Licence:
    """On what conditions the figures may be used again.

    Args:
        title: the conditions in words.
        address: the page with the conditions; a path in this site, or a whole address.
        identifier: its id among the Open Definition's licences, such as CC-BY-4.0; None if it is not one of those.
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
        palette: the colours for badges, pictures and codes.
        styles: the components of the stylesheets, each text by its name.
        contact: where to write about the data: a mailto: address, a path in this site, or a whole address.
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


class SettingsError(Exception):
    """A setting of mkdocs.yml, a variable that it names, or a style is wrong; the message says what it should be."""


class _Loader(yaml.SafeLoader):
    """A safe YAML loader that also knows MkDocs' tag for environment variables."""


add_env_tag(_Loader)


def _address(value: str) -> str:
    if not value.startswith(("http://", "https://")) or any(each.isspace() or each in '<>"?#' for each in value):
        raise ValueError("must be a whole web address such as https://example.org/register/ (SITE_URL sets it)")
    return value.rstrip("/") + "/"


_Text = Annotated[str, Field(min_length=1)]


class _Licence(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: _Text
    address: _Text
    identifier: _Text | None = None


class _Publication(BaseModel):
    model_config = ConfigDict(extra="forbid")

    publisher: _Text
    source: _Text
    licence: _Licence
    contact: _Text = "over/"


class _Extra(BaseModel):
    publication: _Publication


class _File(BaseModel):
    site_name: _Text
    site_description: _Text
    site_url: Annotated[_Text, AfterValidator(_address)]
    extra: _Extra


def read_settings(project: Path) -> Settings:
    """The settings of the project in that folder.

    Raises:
        SettingsError: a setting is missing or wrong.
    """
    file = project / "mkdocs.yml"
    try:
        read: Any = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
        said = _File.model_validate(read)
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise SettingsError(f"{file}: {_reason(error)}") from error
    styles, palette = _look(project / "site_src" / "styles")
    publication = said.extra.publication
    return Settings(
        name=said.site_name,
        description=said.site_description,
        address=said.site_url,
        publisher=publication.publisher,
        source=publication.source,
        licence=Licence(**publication.licence.model_dump()),
        palette=palette,
        styles=styles,
        contact=publication.contact,
        hand_written=tuple(sorted(page.name for page in (project / "site_src" / "pages").glob("*.md"))),
    )


def _look(folder: Path) -> tuple[Mapping[str, str], Palette]:
    try:
        styles = _styles(folder)
        return styles, palette_of(styles[TOKENS])
    except (OSError, ValueError) as error:
        raise SettingsError(f"{folder}: {_reason(error)}") from error


def _styles(folder: Path) -> Mapping[str, str]:
    """The text of each component of the stylesheets, by its name."""
    return {name: (folder / f"{name}.css").read_text(encoding="utf-8") for name in sorted(COMPONENTS)}


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        wrong = error.errors()[0]
        return f"{'.'.join(map(str, wrong['loc']))}: {wrong['msg'].removeprefix('Value error, ')}"
    return " ".join(str(error).split())
