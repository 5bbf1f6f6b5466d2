"""The settings of the site: whom visitors can write to, and what is told about a setting that is wrong."""

from pathlib import Path

import pytest
import yaml
from support.project import ROOT

from generator.site.settings import Contact, SettingsError, findings_about, read_settings

EMAIL = {"name": "Verzonnen redactie", "days": 5, "email": "vraag@klantcijfer.example"}
FORM = {"name": "Verzonnen redactie", "days": 1, "form": "https://klantcijfer.example/vraag?soort=fout"}


def project(folder: Path, contact: object) -> Path:
    """A project with the styles of ours, and with this contact; None for none."""
    publication = {
        "publisher": "Verzonnen",
        "source": "Verzonnen bureau",
        "licence": {"title": "Aanhalen mag", "address": "open-data/"},
        **({} if contact is None else {"contact": contact}),
    }
    settings = {
        "site_name": "Klantcijfer",
        "site_description": "Verzonnen cijfers.",
        "site_url": "https://klantcijfer.example/",
        "extra": {"publication": publication},
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    (folder / "site_src").mkdir()
    (folder / "site_src" / "styles").symlink_to(ROOT / "site_src" / "styles")
    return folder


@pytest.mark.parametrize("contact", [EMAIL, FORM], ids=["e-mail", "form"])
def test_who_can_be_written_to_is_a_setting(contact: dict[str, str | int], tmp_path: Path) -> None:
    settings = read_settings(project(tmp_path, contact))
    assert settings.contact == Contact(**contact)  # type: ignore[arg-type]
    assert findings_about(settings) == []


def test_without_anybody_to_write_to_there_is_a_warning(tmp_path: Path) -> None:
    settings = read_settings(project(tmp_path, None))
    assert settings.contact is None
    assert settings.contact_address == "https://klantcijfer.example/over/"
    (finding,) = findings_about(settings)
    assert (finding.code, str(finding.severity), finding.at.file) == ("S01", "warning", "mkdocs.yml")


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        ("over/", "contact: "),
        ({**EMAIL, "form": FORM["form"]}, "contact: must have either email or form"),
        ({"name": "Verzonnen", "days": 5}, "contact: must have either email or form"),
        ({**EMAIL, "days": 0}, "contact.days: "),
        ({**EMAIL, "days": "gauw"}, "contact.days: "),
        ({**EMAIL, "name": ""}, "contact.name: "),
        ({**EMAIL, "email": "vraag klantcijfer.example"}, "contact.email: must be an e-mail address"),
        ({**EMAIL, "email": "vraag@klantcijfer.example?cc=een@ander.example"}, "contact.email: must be an e-mail"),
        ({**FORM, "form": "javascript:alert(1)"}, "contact.form: must be the address of a page"),
        ({**FORM, "form": "https://klantcijfer.example/vraag#fout"}, "contact.form: must be the address"),
        ({**EMAIL, "phone": "112"}, "contact.phone: "),
    ],
)
def test_a_contact_that_cannot_be_used_is_told(contact: object, told: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"mkdocs\.yml: extra\.publication\.") as refused:
        read_settings(project(tmp_path, contact))
    assert f"extra.publication.{told}" in str(refused.value)
