"""A provider as a line of a list: its two grades or why not, how many answered, and when."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from justhtml import JustHTML
from support.registers.reading import public_on

from generator.disclosure.public import NoResponse, PublicProvider, PublicRow, Published, Rating, Reason, Withheld
from generator.site.finder.listing import ListedGrade, listing_view
from generator.site.rendering.templating import templates
from generator.site.words import figures
from generator.site.words.catalogue import dutch
from generator.site.words.ratings import Absent


@pytest.fixture
def alfa(register_folder: Path) -> PublicProvider:
    return public_on(register_folder).providers[0]


def rated(provider: PublicProvider, rating: Rating, completed: int = 20) -> PublicProvider:
    """The provider with one report, in which this is the rating by all clients together."""
    newest = provider.newest
    total = PublicRow(None, 40, completed, rating)
    return replace(provider, reports=(replace(newest, clients=replace(newest.clients, total=total)),))


def rendered(provider: PublicProvider, prefix: str = "") -> str:
    module = templates().get_template("result.jinja").make_module({"words": dutch()})
    return str(module.result(listing_view(provider, dutch()), prefix))  # type: ignore[attr-defined]


def test_a_listing_is_what_the_newest_report_says(alfa: PublicProvider) -> None:
    listing = listing_view(alfa, dutch())
    assert (listing.id, listing.name) == ("verzonnen-alfa", "Verzonnen Alfa")
    assert listing.services == ("Verzonnen eerste hulp", "Hulp in gewone woorden")
    assert listing.provinces == ("Utrecht",)
    assert listing.clients == ListedGrade(grade="8,3", value="8.3", answered="20 antwoorden, geeft een indruk")
    assert listing.commissioners == ListedGrade(grade="7,5", value="7.5", answered="4 antwoorden, zegt weinig")
    assert listing.period == "Meting over 2021"
    assert listing.ended is None


def test_who_works_everywhere_has_the_country_for_a_place(alfa: PublicProvider) -> None:
    everywhere = tuple(dutch().group("province"))
    assert listing_view(replace(alfa, provinces=everywhere), dutch()).provinces == ("Heel Nederland",)
    assert len(listing_view(replace(alfa, provinces=everywhere[1:]), dutch()).provinces) == 11


def test_one_answer_is_no_plural(alfa: PublicProvider) -> None:
    rating = listing_view(rated(alfa, Published(Decimal("8.0")), 1), dutch()).clients
    assert rating == ListedGrade(grade="8,0", value="8.0", answered="1 antwoord, zegt weinig")


@pytest.mark.parametrize(
    ("rating", "absence", "reason"),
    [
        (
            Withheld(Reason.INSUFFICIENT_RESPONSE, Decimal(30)),
            "Geen cijfer.",
            "Te weinig cliënten antwoordden: 5 van de 40",
        ),
        (Withheld(Reason.TOO_FEW_RESPONDENTS), "Geen cijfer.", "Te weinig antwoorden: 5 van de 40"),
        (NoResponse(), "Geen cijfer:", "niemand van de 40 uitgenodigde cliënten"),
    ],
)
def test_a_grade_that_is_not_there_says_why(alfa: PublicProvider, rating: Rating, absence: str, reason: str) -> None:
    shown = listing_view(rated(alfa, rating, 5), dutch()).clients
    assert isinstance(shown, Absent)
    assert shown.absence == absence
    assert shown.reason.startswith(reason)


def test_commissioners_that_were_not_asked_are_explained(alfa: PublicProvider) -> None:
    unasked = replace(alfa, reports=(replace(alfa.newest, commissioners=None),))
    assert "geen opdrachtgevers om een cijfer gevraagd" in str(listing_view(unasked, dutch()).commissioners)


def test_a_provider_that_ended_says_when(alfa: PublicProvider) -> None:
    assert listing_view(replace(alfa, ended_on=date(2022, 1, 1)), dutch()).ended == "Gestopt op 1 januari 2022"


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (date(2021, 1, 1), date(2021, 12, 31), "2021"),
        (date(2020, 4, 1), date(2021, 3, 31), "april 2020 -- maart 2021"),
        (date(2019, 3, 1), date(2020, 2, 29), "maart 2019 -- februari 2020"),
        (date(2019, 3, 1), date(2020, 2, 28), "1 maart 2019 -- 28 februari 2020"),
        (date(2020, 4, 15), date(2021, 4, 14), "15 april 2020 -- 14 april 2021"),
        (date(2020, 1, 1), date(2021, 12, 31), "januari 2020 -- december 2021"),
        (date(2021, 1, 1), date(2021, 6, 30), "januari 2021 -- juni 2021"),
    ],
)
def test_a_period_is_as_short_as_it_can_be(start: date, end: date, shown: str) -> None:
    assert figures.short_period(start, end) == shown.replace("--", "\N{EN DASH}")


def test_an_item_links_to_the_provider_and_shows_both_grades(alfa: PublicProvider) -> None:
    html = rendered(alfa, "../aanbieders/")
    assert '<h3 class="kc-result__name"><a href="../aanbieders/verzonnen-alfa/">Verzonnen Alfa</a></h3>' in html
    assert '<data class="kc-grade" value="8.3">8,3</data>' in html
    assert "4 antwoorden" in html
    assert "kc-result__reason" not in html
    assert "kc-result__ended" not in html


def test_an_item_without_a_grade_holds_no_figure(alfa: PublicProvider) -> None:
    html = rendered(rated(replace(alfa, reports=alfa.reports), Withheld(Reason.TOO_FEW_RESPONDENTS), 1))
    assert html.count("<data ") == 1
    assert "maar één cliënt" in html


@pytest.mark.parametrize("name", ["<b>\"A\" & 'B'</b>", "{{ 7 * 7 }}"])
def test_a_name_is_text(alfa: PublicProvider, name: str) -> None:
    document = JustHTML(rendered(replace(alfa, name=name)), sanitize=False)
    (link,) = document.query("h3 a")
    assert link.to_text() == name
    (button,) = document.query("button")
    assert (button.attrs or {})["data-name"] == name


def test_an_item_has_no_blank_line_that_would_end_it_in_markdown(alfa: PublicProvider) -> None:
    assert "\n\n" not in rendered(replace(alfa, ended_on=date(2022, 1, 1))).strip()


def test_the_blank_item_has_every_slot_of_every_item() -> None:
    html = str(templates().get_template("result.jinja").make_module({"words": dutch()}).blank_result())  # type: ignore[attr-defined]
    for slot in ("name", "ended", "services", "provinces", "period"):
        assert html.count(f'class="kc-result__{slot}"') == 1
    for slot in ("given", "none", "answered", "absence", "reason"):
        assert html.count(f'class="kc-result__{slot}"') == 2
