"""The settings of the site: its address, and what is told where nobody can be written to."""

import shutil
from pathlib import Path

import pytest
from support.project import ROOT
from support.settings import with_charter

from generator.charter import Contact
from generator.site.settings import SettingsError, findings_about, read_settings

OF_THE_REGISTER = with_charter(address="https://klantcijfer.example/").charter
SOMEBODY = Contact("Verzonnen redactie", 5, email="vraag@klantcijfer.example")


def test_without_anybody_to_write_to_there_is_a_warning() -> None:
    settings = read_settings(ROOT, OF_THE_REGISTER)
    assert settings.contact_address == "https://klantcijfer.example/over/"
    (finding,) = findings_about(OF_THE_REGISTER)
    assert (finding.code, str(finding.severity), finding.at.file) == ("S01", "warning", "register.yaml")
    asked = with_charter(contact=SOMEBODY)
    assert asked.contact_address == "mailto:vraag@klantcijfer.example"
    assert findings_about(asked.charter) == []


def test_who_deploys_says_where_the_site_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_settings(ROOT, OF_THE_REGISTER).address == "https://klantcijfer.example/"
    assert read_settings(ROOT, with_charter(address=None).charter).address == "http://127.0.0.1:8000/"
    monkeypatch.setenv("SITE_URL", "https://elders.example/onder")
    assert read_settings(ROOT, OF_THE_REGISTER).address == "https://elders.example/onder/"


@pytest.mark.parametrize(
    "said",
    [
        "",
        "klantcijfer.example",
        "https://klantcijfer.example/?a",
        "https://a b.example/",
        "https://[a/",
        "https://u:p@a/",
    ],
)
def test_an_address_that_cannot_be_one_is_told(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", said)
    with pytest.raises(SettingsError, match=r"SITE_URL: .* must be a whole web address"):
        read_settings(ROOT, OF_THE_REGISTER)


def test_a_folder_without_a_project_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"there is no mkdocs\.yml"):
        read_settings(tmp_path, OF_THE_REGISTER)


def test_a_page_to_which_every_other_leads_must_have_been_written(tmp_path: Path) -> None:
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "site_src" / "pages", tmp_path / "site_src" / "pages")
    assert set(read_settings(tmp_path, OF_THE_REGISTER).hand_written) == {
        "over.md",
        "privacy.md",
        "toegankelijkheid.md",
    }
    (tmp_path / "site_src" / "pages" / "privacy.md").unlink()
    with pytest.raises(SettingsError, match=r"there is no .*privacy\.md"):
        read_settings(tmp_path, OF_THE_REGISTER)


def test_a_style_that_replaces_none_is_told(tmp_path: Path) -> None:
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "site_src" / "pages", tmp_path / "site_src" / "pages")
    styles = tmp_path / "site_src" / "styles"
    styles.mkdir()
    (styles / "card.css").write_text("a {}", encoding="utf-8")
    assert read_settings(tmp_path, OF_THE_REGISTER).styles["card"] == "a {}"
    (styles / "mine.css").write_text("a {}", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"no page asks for .*mine\.css: .* one of answer, bar, .*tokens"):
        read_settings(tmp_path, OF_THE_REGISTER)
