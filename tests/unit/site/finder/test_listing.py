"""A provider as a line of a list: what clients and commissioners gave for one service or all, or why not; and when."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from justhtml import JustHTML
from support.registers.public import grade, profile, provider, report, rounded, service
from support.registers.reading import public_on
from support.words import WORDS

from generator.disclosure.public import (
    NoResponse,
    PublicProvider,
    PublicReport,
    PublicRow,
    PublicService,
    Published,
    Rating,
    Reason,
    Withheld,
)
from generator.site.finder.listing import ListedGrade, ListingView, Section, listing_view, section_of
from generator.site.rendering.templating import templates
from generator.site.words.ratings import Absent

AS_OF = date(2024, 12, 31)
HELP, OTHER, THIRD = service("hulp"), service("andere"), service("derde")


@pytest.fixture
def alfa(register_folder: Path) -> PublicProvider:
    return public_on(register_folder).providers[0]


def rated(provider: PublicProvider, rating: Rating, completed: int = 20, net_sample: int = 40) -> PublicProvider:
    """The provider with one report, in which this is the rating by all clients together."""
    newest = provider.newest
    total = PublicRow(None, net_sample, completed, rating)
    return replace(provider, reports=(replace(newest, clients=replace(newest.clients, total=total)),))


def of_services(**by_commissioners: Rating) -> PublicProvider:
    """A provider whose clients gave an 8.4 together, a 5.0 for help, and nothing public for other help."""
    measured: PublicReport = report(
        total=grade("8.4"),
        services={HELP: grade("5.0"), OTHER: Withheld(Reason.TOO_FEW_RESPONDENTS)},
        commissioners=grade("7.0"),
    )
    asked = tuple(PublicRow(service(name), 9, 3, rating) for name, rating in by_commissioners.items())
    commissioners = replace(measured.commissioners, services=asked)  # type: ignore[type-var]
    return replace(provider(replace(measured, commissioners=commissioners)), services=(HELP, THIRD))


def line(of: PublicProvider, about: PublicService | None, as_of: date = AS_OF) -> ListingView:
    return listing_view(profile(of, as_of=as_of), about, WORDS)


def rendered(listing: ListingView, average: str | None = None, prefix: str = "") -> str:
    module = templates().get_template("result.jinja").make_module({"words": WORDS})
    return str(module.result(listing, average, prefix))  # type: ignore[attr-defined]


def test_a_line_is_what_the_newest_report_says(alfa: PublicProvider) -> None:
    assert line(alfa, None) == ListingView(
        id="verzonnen-alfa",
        name="Verzonnen Alfa",
        clients=ListedGrade(
            grade="8,3", value="8.3", level=2, certainty="enigszins zeker", answered="20 antwoorden", position="81.1"
        ),
        commissioners=ListedGrade(
            grade="7,5", value="7.5", level=1, certainty="weinig zeker", answered="4 antwoorden", position="72.2"
        ),
        commissioners_label="Opdrachtgevers",
        facts="2021 · Utrecht",
        ended=None,
    )


def test_a_list_about_a_service_shows_the_grade_of_that_service() -> None:
    assert str(line(of_services(), HELP).clients) == "5,0"
    assert str(line(of_services(), None).clients) == "8,4"


@pytest.mark.parametrize(
    ("about", "why"),
    [
        (OTHER, "er antwoordden 10 van de 20 cliënten, en dan kunt u misschien zien wie wat antwoordde"),
        (THIRD, "niet gemeten in deze periode"),
        (service("vierde"), "geeft deze dienst niet, voor zover wij weten"),
    ],
)
def test_without_a_grade_for_the_service_a_line_says_why_and_shows_no_other(about: object, why: str) -> None:
    made = line(of_services(), about)  # type: ignore[arg-type]
    assert made.clients == Absent("Geen cijfer", why)
    assert "8,4" not in rendered(made)


def test_commissioners_who_were_asked_about_the_service_count_before_all_of_them() -> None:
    own = line(of_services(hulp=grade("6.0")), HELP)
    assert (str(own.commissioners), own.commissioners_label) == ("6,0", "Opdrachtgevers")
    total = line(of_services(hulp=grade("6.0")), THIRD)
    assert (str(total.commissioners), total.commissioners_label) == ("7,0", "Opdrachtgevers, totaal")
    nobody = line(of_services(hulp=NoResponse()), HELP)
    assert nobody.commissioners == Absent("Geen cijfer", "niemand antwoordde (uitgenodigd: 9)")


def test_grades_of_years_ago_say_so_beside_their_period(alfa: PublicProvider) -> None:
    for as_of, facts in (
        (AS_OF, "2021 · Utrecht"),
        (date(2025, 1, 1), "2021 · ouder dan 3\N{NO-BREAK SPACE}jaar · Utrecht"),
    ):
        assert line(alfa, None, as_of).facts == facts


def test_who_works_everywhere_has_the_country_for_a_place(alfa: PublicProvider) -> None:
    everywhere = tuple(WORDS.group("region"))
    assert line(replace(alfa, provinces=everywhere), None).facts == "2021 · Alle provincies"
    assert line(replace(alfa, provinces=everywhere[1:]), None).facts.count(" · ") == 11


@pytest.mark.parametrize(
    ("value", "position"), [("1.0", "0.0"), ("10.0", "100.0"), ("5.5", "50.0"), ("8.3", "81.1"), ("7.7", "74.4")]
)
def test_a_grade_has_its_place_on_the_scale(alfa: PublicProvider, value: str, position: str) -> None:
    made = line(rated(alfa, Published(Decimal(value))), None)
    assert f'cx="{position}%"' in rendered(made)


@pytest.mark.parametrize(("completed", "level"), [(9, 1), (10, 2), (29, 2), (30, 3)])
def test_the_more_answers_the_more_dots(alfa: PublicProvider, completed: int, level: int) -> None:
    made = line(rated(alfa, grade("8.0"), completed), None).clients
    assert isinstance(made, ListedGrade)
    assert made.level == level


def test_one_answer_is_no_plural(alfa: PublicProvider) -> None:
    made = line(rated(alfa, grade("8.0"), 1), None).clients
    assert isinstance(made, ListedGrade)
    assert made.answered == "1 antwoord"


@pytest.mark.parametrize(
    ("rating", "completed", "invited", "why"),
    [
        (Withheld(Reason.INSUFFICIENT_RESPONSE, Decimal(30)), 5, 40, "antwoordden, 5 van de 40; nodig is 30%"),
        (Withheld(Reason.INSUFFICIENT_RESPONSE), 5, 40, "volgens het rapport, 5 van de 40"),
        (Withheld(Reason.TOO_FEW_RESPONDENTS), 1, 40, "maar één cliënt antwoordde (uitgenodigd: 40)"),
        (Withheld(Reason.SECONDARY), 5, 40, "niet openbaar is; 5 van de 40 antwoordden"),
        (NoResponse(), 0, 40, "niemand antwoordde (uitgenodigd: 40)"),
        (NoResponse(), 0, 0, "er was niemand om uit te nodigen"),
    ],
)
def test_a_grade_that_is_not_there_says_why_with_its_numbers(
    alfa: PublicProvider, rating: Rating, completed: int, invited: int, why: str
) -> None:
    shown = line(rated(alfa, rating, completed, invited), None).clients
    assert isinstance(shown, Absent)
    assert why in shown.reason


def test_commissioners_that_were_not_asked_are_explained(alfa: PublicProvider) -> None:
    unasked = replace(alfa, reports=(replace(alfa.newest, commissioners=None),))
    made = line(unasked, None)
    assert made.commissioners == Absent("Geen cijfer", "niet gevraagd in deze periode")
    assert line(unasked, HELP).commissioners_label == "Opdrachtgevers"


def test_a_provider_that_ended_says_when(alfa: PublicProvider) -> None:
    made = line(replace(alfa, ended_on=date(2022, 1, 1)), None)
    assert made.ended == "Gestopt op 1 januari 2022"
    assert "Gestopt op 1 januari 2022" in rendered(made)


def test_who_stopped_comes_last_with_a_grade_or_without() -> None:
    assert section_of(of_services(), HELP) is Section.GRADED
    assert section_of(of_services(), OTHER) is Section.UNGRADED
    assert section_of(replace(of_services(), ended_on=date(2022, 1, 1)), HELP) is Section.STOPPED


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
    assert WORDS.figures.short_period(start, end) == shown.replace("--", "\N{EN DASH}")


def test_an_item_links_to_the_provider_and_shows_both_grades(alfa: PublicProvider) -> None:
    html = rendered(line(alfa, None), "74.4", "../aanbieders/")
    assert '<h3><a href="../aanbieders/verzonnen-alfa/"><bdi>Verzonnen Alfa</bdi></a></h3>' in html
    assert '<data value="8.3">8,3</data>' in html
    assert '<rect x="74.4%"/>' in html
    assert "4 antwoorden" in html
    assert "<strong>" not in html


def test_an_item_without_a_grade_or_an_average_has_no_figure_and_no_mark(alfa: PublicProvider) -> None:
    html = rendered(line(rated(alfa, Withheld(Reason.TOO_FEW_RESPONDENTS), 1), None))
    assert html.count("<data ") == 1
    assert "<svg" not in html
    assert "<rect x=" not in rendered(line(alfa, None))


def test_a_rounded_grade_says_so(alfa: PublicProvider) -> None:
    html = rendered(line(rated(alfa, rounded("8")), None))
    assert 'value="8">8</data><i>, afgerond</i>' in html


@pytest.mark.parametrize("name", ["<b>\"A\" & 'B'</b>", "{{ 7 * 7 }}"])
def test_a_name_is_text(alfa: PublicProvider, name: str) -> None:
    document = JustHTML(rendered(line(replace(alfa, name=name), None)), sanitize=False)
    (link,) = document.query("h3 a")
    assert link.to_text() == name


def test_an_item_has_no_blank_line_that_would_end_it_in_markdown(alfa: PublicProvider) -> None:
    assert "\n\n" not in rendered(line(replace(alfa, ended_on=date(2022, 1, 1)), None)).strip()


def test_the_blank_item_has_every_slot_of_every_item() -> None:
    html = str(templates().get_template("result.jinja").make_module({"words": WORDS}).blank_result())  # type: ignore[attr-defined]
    assert [html.count(slot) for slot in ("<a ", "<bdi>", "<p>", "<rect x=", "<circle ")] == [1, 1, 3, 1, 1]
    assert [html.count(slot) for slot in ("<data ", "<i>", "<small>")] == [2, 2, 2]
