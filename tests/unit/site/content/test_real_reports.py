"""What pages say of the first real reports, word for word; they stand in tests/support, as they once were."""

import re
from html import unescape

import pytest
from support.made import texts
from support.registers.reading import public_on
from support.registers.real import REAL
from support.settings import SETTINGS

from generator.site.content.content import content


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The text of each provider's page, without its tags and with its white space folded."""
    made = texts(content(public_on(REAL), SETTINGS), "aanbieders/")
    return {name: " ".join(unescape(re.sub("<[^>]*>", "", text)).split()) for name, text in made.items()}


@pytest.mark.parametrize(
    ("provider", "there"),
    [
        (
            "step-by-step-priority",
            [
                "8,3",
                "55 van de 139 cliënten antwoordden (40%)",
                "7,9",
                "34 van de 99 opdrachtgevers antwoordden (34%)",
                "8,6",
                "8,2",
                "Te weinig antwoorden: maar één cliënt vulde de vragenlijst in (uitgenodigd: 1).",
                "36,4",
                "31 december 2021",
            ],
        ),
        (
            "jop-coaching",
            [
                "8,9",
                "22 van de 49 cliënten antwoordden (45%)",
                "Te weinig cliënten antwoordden: 1 van de 5 (20%). Nodig is 50%",
                "Te weinig cliënten antwoordden: 1 van de 4 (25%). Nodig is 50%",
                "20 van de 40",
                "er was 1 opdrachtgever uitgenodigd, zonder antwoord",
            ],
        ),
        ("xs2more-bv", ["8,6", "12 van de 18 cliënten antwoordden (67%)", "8,4", "Ja, de norm is gehaald."]),
    ],
)
def test_each_figure_has_its_words(provider: str, there: list[str], pages: dict[str, str]) -> None:
    for words in there:
        assert words in pages[f"aanbieders/{provider}.md"]
