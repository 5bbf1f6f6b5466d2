"""The poster: the code leads to the permanent page, and all that a grade needs summary beside it."""

import re
from dataclasses import replace

import pytest
from justhtml import JustHTML
from support.qr_codes import read_code
from support.registers.demos import public_demo
from support.registers.public import WITHHELD, grade, profile, provider, report
from support.settings import SETTINGS
from support.words import WORDS

from generator.disclosure.public import PublicProvider
from generator.site.linking.posters import code, poster
from generator.site.linking.summaries import summary_of


def made(of: PublicProvider) -> str:
    return poster(summary_of(profile(of), SETTINGS, WORDS), WORDS).decode()


@pytest.mark.parametrize("length", [0, 20, 60, 120, 200])
def test_the_code_can_be_read_however_long_the_address(length: int) -> None:
    address = f"https://klantcijfer.example/aanbieders/{'abc-de' * length}"[: 60 + length] + "/"
    assert read_code(code(address)) == address


def test_each_poster_leads_to_its_own_page() -> None:
    for each in public_demo(60).providers[:12]:
        summary = summary_of(profile(each), SETTINGS, WORDS)
        text = poster(summary, WORDS).decode()
        (drawn,) = re.findall(r'src="(data:[^"]+)"', text)
        assert read_code(drawn) == f"https://klantcijfer.example/onder/aanbieders/{each.id}/"
        assert len(text.encode()) < 4_000


def test_a_poster_says_the_grade_or_why_there_is_none() -> None:
    of = provider(report(total=WITHHELD, commissioners=grade("7.5")))
    text = " ".join(JustHTML(made(of), sanitize=False).to_text().split())
    for words in (
        "Verzonnen",
        "Geen cijfer.",
        "Te weinig cliënten antwoordden: 10 van de 20 (50%)",
        "7,5 van de 10",
        "10 van de 20 opdrachtgevers antwoordden (50%)",
        "Meetperiode 1 januari 2021 tot en met 31 december 2021.",
        "Bron: Verzonnen bureau, 1 februari 2022.",
        "https://klantcijfer.example/onder/aanbieders/verzonnen/",
    ):
        assert words in text


@pytest.mark.parametrize(("length", "size"), [(10, "short"), (40, "long"), (300, "very-long")])
def test_a_long_name_gets_smaller_letters(length: int, size: str) -> None:
    of = replace(provider(report(total=grade("8.0"))), name="x" * length)
    assert re.findall(r'<h1 class="([\w-]+)">', made(of)) == [size]
