"""Reads mkdocs.yml, the settings of the site as a whole, and how it looks."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from yaml_env_tag import add_env_tag

from generator.engine.styles import read_styles
from generator.site.settings import Licence, Settings
from generator.site.styling.palette import Palette, palette_of
from generator.site.styling.sheets import TOKENS


class SettingsError(Exception):
    """mkdocs.yml, a variable that it names, or a style does not say what it must; the message tells what it should."""


class _Loader(yaml.SafeLoader):
    """A safe loader of its own, which knows the tag that MkDocs reads environment variables by."""


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
        SettingsError: a setting is missing, or not what it must be.
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
        styles = read_styles(folder)
        return styles, palette_of(styles[TOKENS])
    except (OSError, ValueError) as error:
        raise SettingsError(f"{folder}: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        wrong = error.errors()[0]
        return f"{'.'.join(map(str, wrong['loc']))}: {wrong['msg'].removeprefix('Value error, ')}"
    return " ".join(str(error).split())
