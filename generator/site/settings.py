"""The settings of a site: what register.yaml says of it, its address, its colours, and what was written by hand."""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

from generator.charter import Charter, Folders
from generator.findings.findings import Finding, Location
from generator.site.styling.palette import Palette, palette_of
from generator.site.styling.sheets import COMPONENTS, TOKENS
from generator.sources import STYLES, sources

_ENGINE = "mkdocs.yml"
# That of `make serve`.
_LOCAL = "http://127.0.0.1:8000/"
_WHOLE = re.compile(r"https?://[\w.-]+(:\d{1,5})?(/[^\s<>\"?#]*)?")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a site, from register.yaml and site_src/.

    Args:
        charter: what makes the register this one.
        address: where it is served, absolute and with a slash at its end.
        palette: the colours for badges, pictures and codes.
        styles: the components of the stylesheets, each text by its name.
        hand_written: the Markdown pages that are not generated: the text of each by its file's name.
    """

    charter: Charter
    address: str
    palette: Palette
    styles: Mapping[str, str]
    hand_written: Mapping[str, str] = field(default_factory=dict)

    def at(self, path: str) -> str:
        """The absolute address of ``path`` below the site."""
        return urljoin(self.address, path)

    def page_of(self, identity: str) -> str:
        """The absolute address of the page of the provider with that id."""
        return self.at(f"{self.charter.folders.providers}/{identity}/")

    @property
    def open_data(self) -> str:
        """The absolute address of the open data, which is a folder."""
        return self.at(f"{self.charter.folders.open_data}/")

    @property
    def licence_address(self) -> str:
        return self.at(self.charter.licence.address)

    @property
    def contact_address(self) -> str:
        """Where to write about the data; the page about the site if there is nobody to write to."""
        contact = self.charter.contact
        return contact.address if contact else self.at(f"{self.charter.folders.about}/")


class SettingsError(Exception):
    """There is no project here, or a setting of it is wrong; the message says what it should be."""


def refuse_no_project(project: Path) -> None:
    """Make sure that a site can be built in that folder.

    Raises:
        SettingsError: it is no project's.
    """
    if not (project / _ENGINE).is_file():
        raise SettingsError(f"there is no {_ENGINE} in {project.resolve()}: run this in the project's folder")


def read_settings(project: Path, charter: Charter) -> Settings:
    """The settings of the project in that folder, with the register of that charter.

    Raises:
        SettingsError: a setting is missing or wrong.
    """
    refuse_no_project(project)
    styles, palette = _look(project)
    return Settings(charter, _address(charter), palette, styles, _hand_written(project, charter.folders))


def findings_about(charter: Charter) -> list[Finding]:
    """What a visitor misses because register.yaml does not say it."""
    if charter.contact:
        return []
    expected = "name, days, and email or form (docs/open-data.md)"
    return [Finding(Location("register.yaml"), "S01", "there is no contact", expected)]


def _address(charter: Charter) -> str:
    """That which the workflow that deploys says, or else the register."""
    said = os.environ.get("SITE_URL", charter.address or _LOCAL)
    if not _WHOLE.fullmatch(said):
        raise SettingsError(f"SITE_URL: {said!r} must be a whole web address such as https://example.org/register/")
    return said.rstrip("/") + "/"


def _hand_written(project: Path, folders: Folders) -> Mapping[str, str]:
    folder = project / "site_src" / "pages"
    try:
        pages = {page.name: page.read_text(encoding="utf-8") for page in sorted(folder.glob("*.md"))}
    except (OSError, ValueError) as error:
        raise SettingsError(f"{folder}: {_reason(error)}") from error
    for page in (folders.about, folders.accessibility, folders.privacy):
        if f"{page}.md" not in pages:
            raise SettingsError(f"there is no {folder / page}.md, to which every page of the site leads: write it")
    return pages


def _look(project: Path) -> tuple[Mapping[str, str], Palette]:
    """The text of each component of the stylesheets, by its name, and the colours in one of them."""
    files, folder = sources(project, STYLES), project / "site_src" / STYLES
    _refuse_strange(files, folder)
    try:
        styles = {name: files[f"{name}.css"].read_text(encoding="utf-8") for name in sorted(COMPONENTS)}
    except (OSError, ValueError) as error:
        raise SettingsError(f"{folder}: {_reason(error)}") from error
    try:
        return styles, palette_of(styles[TOKENS])
    except ValueError as error:
        raise SettingsError(f"{folder / TOKENS}.css: {_reason(error)}") from error


def _refuse_strange(files: Iterable[str], folder: Path) -> None:
    """Make sure that each of the styles is one that pages ask for: another would have no effect, without a word."""
    for name in files:
        if name.endswith(".css") and name.removesuffix(".css") not in COMPONENTS:
            takes = ", ".join(sorted(COMPONENTS))
            raise SettingsError(
                f"no page asks for {folder / name}: name it as the style that it is to replace, one of {takes}"
            )


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())
