"""Whom to write to stands on the pages, with what it is about; and if there is nobody, they say so."""

from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from support.made import texts
from support.registers.reading import public_on
from support.settings import SETTINGS, with_charter
from support.words import WORDS

from generator.charter import Contact
from generator.site.content.content import content
from generator.site.pages.views.contact import hand_written, written_to

EMAIL = with_charter(contact=Contact("de redactie", 5, email="vraag@klantcijfer.example"))
FORM = with_charter(contact=Contact("de redactie", 1, form="https://klantcijfer.example/vraag?soort=fout"))
NAME = 'Fantasie & "Zn." <b>'
PAGE = f"{SETTINGS.address}aanbieders/fantasie/"


def address(said: str) -> str:
    return unescape(str(said).partition('href="')[2].partition('"')[0])


def test_an_e_mail_has_the_name_and_the_address_of_the_page() -> None:
    said = written_to("provider", NAME, "aanbieders/fantasie/", EMAIL, WORDS)
    mail = urlsplit(address(said))
    assert (mail.scheme, mail.path) == ("mailto", "vraag@klantcijfer.example")
    assert parse_qs(mail.query) == {"subject": [f"Klantcijfer: {NAME}"], "body": [PAGE]}
    assert ">Mail de redactie</a>. U krijgt binnen 5 dagen antwoord." in said
    assert "<b>" not in said


def test_a_form_gets_the_address_of_the_page_beside_its_own_question() -> None:
    said = written_to("provider", NAME, "aanbieders/fantasie/", FORM, WORDS)
    form = urlsplit(address(said))
    assert (form.hostname, form.path) == ("klantcijfer.example", "/vraag")
    assert parse_qs(form.query) == {"soort": ["fout"], "pagina": [PAGE]}
    assert "binnen 1 dag antwoord" in said


@pytest.mark.parametrize("problem", ["provider", "mistake", "accessibility"])
def test_where_there_is_nobody_no_page_claims_that_there_is(problem: str) -> None:
    said = written_to(problem, NAME, "over/", SETTINGS, WORDS)
    assert "nog geen adres" in said
    assert "href" not in said


def test_a_page_written_by_hand_gets_it_in_its_place() -> None:
    text = "---\ntitle: Over ons\n---\n# Over ons\n\n<!-- contact: mistake -->\n\nEn verder.\n"
    settings = replace(EMAIL, hand_written={"over.md": text, "privacy.md": "Niets.\n"})
    pages = hand_written(settings, WORDS)
    before, link, after = pages["over.md"].partition("<p><a ")
    assert before == text.partition("<!--")[0]
    assert parse_qs(urlsplit(address(link + after)).query)["body"] == [f"{SETTINGS.address}over/"]
    assert after.endswith("</p>\n\nEn verder.\n")
    assert pages["privacy.md"] == "Niets.\n"


def test_each_providers_page_says_it(register_folder: Path) -> None:
    made = texts(content(public_on(register_folder), EMAIL))["aanbieders/verzonnen-alfa.md"]
    said = written_to("provider", "Verzonnen Alfa", "aanbieders/verzonnen-alfa/", EMAIL, WORDS)
    assert f"<p>{said}</p>" in made
