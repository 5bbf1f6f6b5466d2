"""The settings of a site in mkdocs.yml: its name, its address, who publishes it and on what conditions."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Self
from urllib.parse import quote, urljoin

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator
from yaml_env_tag import add_env_tag

from generator.findings.findings import Finding, Location
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
class Contact:
    """Whom to write to about the site, by e-mail or with a form; one of ``email`` and ``form`` is None.

    Args:
        name: who reads it.
        days: within how many days they answer.
        email: the address.
        form: the address of a page with a form, which is told the page in ``pagina``.
    """

    name: str
    days: int
    email: str | None = None
    form: str | None = None

    @property
    def address(self) -> str:
        """The address without a subject: a mailto: address, or that of the form."""
        return f"mailto:{self.email}" if self.email else str(self.form)

    def about(self, subject: str, page: str) -> str:
        """The address with what it is about filled in; ``page`` is the whole address of a page."""
        if self.email:
            return f"{self.address}?subject={quote(subject, safe='')}&body={quote(page, safe='')}"
        return f"{self.address}{'&' if '?' in self.address else '?'}pagina={quote(page, safe='')}"


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
        contact: whom to write to; None if there is nobody yet.
        hand_written: the Markdown pages that are not generated: the text of each by its file's name.
    """

    name: str
    description: str
    address: str
    publisher: str
    source: str
    licence: Licence
    palette: Palette
    styles: Mapping[str, str]
    contact: Contact | None = None
    hand_written: Mapping[str, str] = field(default_factory=dict)

    def at(self, path: str) -> str:
        """The absolute address of ``path`` below the site."""
        return urljoin(self.address, path)

    @property
    def licence_address(self) -> str:
        return self.at(self.licence.address)

    @property
    def contact_address(self) -> str:
        """Where to write about the data; the page about the site if there is nobody to write to."""
        return self.contact.address if self.contact else self.at("over/")


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


def _email(value: str) -> str:
    if not re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", value, re.ASCII):
        raise ValueError("must be an e-mail address such as vraag@example.org")
    return value


def _form(value: str) -> str:
    if not re.fullmatch(r"https://[^\s<>\"#]+", value):
        raise ValueError("must be the address of a page with a form, which begins with https:// and has no #")
    return value


class _Contact(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: _Text
    days: Annotated[int, Field(ge=1, le=90)]
    email: Annotated[_Text, AfterValidator(_email)] | None = None
    form: Annotated[_Text, AfterValidator(_form)] | None = None

    @model_validator(mode="after")
    def one_way(self) -> Self:
        if (self.email is None) == (self.form is None):
            raise ValueError("must have either email or form")
        return self


class _Publication(BaseModel):
    model_config = ConfigDict(extra="forbid")

    publisher: _Text
    source: _Text
    licence: _Licence
    contact: _Contact | None = None


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
    if not file.is_file():
        raise SettingsError(f"there is no mkdocs.yml in {project.resolve()}: run this in the project's folder")
    try:
        said = _File.model_validate(of_mkdocs(project))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise SettingsError(f"{file}: {_reason(error)}") from error
    styles, palette = _look(project / "site_src" / "styles")
    publication = said.extra.publication
    contact = publication.contact
    return Settings(
        name=said.site_name,
        description=said.site_description,
        address=said.site_url,
        publisher=publication.publisher,
        source=publication.source,
        licence=Licence(**publication.licence.model_dump()),
        palette=palette,
        styles=styles,
        contact=Contact(**contact.model_dump()) if contact else None,
        hand_written=_hand_written(project / "site_src" / "pages"),
    )


def of_mkdocs(project: Path) -> Any:  # noqa: ANN401 - as YAML has it
    """All that mkdocs.yml says.

    Raises:
        OSError, ValueError, yaml.YAMLError: it cannot be read.
    """
    return yaml.load((project / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader


def findings_about(settings: Settings) -> list[Finding]:
    """What a visitor misses because a setting is not there."""
    if settings.contact:
        return []
    expected = "name, days, and email or form (docs/open-data.md)"
    return [Finding(Location("mkdocs.yml"), "S01", "extra.publication has no contact", expected)]


def _hand_written(folder: Path) -> Mapping[str, str]:
    try:
        return {page.name: page.read_text(encoding="utf-8") for page in sorted(folder.glob("*.md"))}
    except (OSError, ValueError) as error:
        raise SettingsError(f"{folder}: {_reason(error)}") from error


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
