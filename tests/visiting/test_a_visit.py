"""What somebody does who looks for help, from the first page on: on a phone, and by keyboard alone."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect
from published.watching import NewContext
from visiting.focus import UNSEEN_FOCUS

from generator.demo import cases
from generator.disclosure.public import PublicRegister, Published
from generator.site.words.ordering import by_name

ANSWERED = re.compile(r"\d+ van de \d+ antwoordden \(\d+%\)")


def test_a_visitor_finds_a_job_coach_compares_and_learns_why_one_has_no_grade(
    home: str,
    new_context: NewContext,
) -> None:
    """The story of a visitor on a phone."""
    page = new_context(viewport={"width": 360, "height": 740}, has_touch=True).new_page()
    results = page.locator(".kc-results > li")

    # A job coach in Utrecht, and first those of whom most people told something.
    page.goto(home)
    page.get_by_text("Filters", exact=True).tap()
    page.get_by_label("Dienst", exact=True).select_option(label="Hulp van een jobcoach")
    page.get_by_label("Provincie", exact=True).select_option(label="Utrecht")
    expect(page.get_by_text("Filters (2)", exact=True)).to_be_visible()
    page.get_by_label("Sorteer op").select_option(label="aantal antwoorden")
    expect(page.get_by_role("status").first).to_have_text(re.compile(r"^\d+ aanbieders gevonden$"))
    expect(page.get_by_text("Cijfers van cliënten voor ‘Hulp van een jobcoach’.")).to_be_visible()  # noqa: RUF001
    expect(page.locator(".kc-list")).to_have_attribute("aria-busy", "false")
    first = results.first
    expect(first.locator("p:nth-of-type(3)")).to_have_text(re.compile("Utrecht|Heel Nederland"))
    expect(first.locator("p:nth-of-type(1) data")).to_have_text(re.compile(r"^\d(,\d)?$"))
    told = [text for text in results.locator("p:nth-of-type(1) > [data-certainty] > span").all_inner_texts() if text]
    counts = [int(text.split()[0]) for text in told]
    assert counts[0] > 20
    assert counts == sorted(counts, reverse=True)

    # That one and two others beside each other.
    chosen = results.get_by_role("heading").all_inner_texts()[:3]
    for number in range(3):
        results.nth(number).get_by_role("button", name="Vergelijk").tap()
        expect(results.nth(number).get_by_role("button", name="Gekozen")).to_be_visible()
    page.get_by_role("link", name="Vergelijk (3)").tap()
    expect(page.get_by_role("heading", name="3 aanbieders naast elkaar")).to_be_visible()
    expect(page.get_by_role("columnheader").get_by_role("link")).to_have_text(chosen)
    clients = page.get_by_role("rowgroup").filter(
        has=page.get_by_role("rowheader", name="Cliënten, alle diensten samen")
    )
    expect(clients.locator("td:not(.kc-compared__note)")).to_have_text([ANSWERED] * 3)
    expect(clients.locator(".kc-compared__note")).to_contain_text("toeval")

    # A fourth, of which the list says that it has no grade: its page says why.
    page.get_by_role("link", name="Zoek nog een aanbieder").tap()
    page.get_by_role("searchbox", name="Naam, dienst of plaats").fill("wulpennest")
    expect(results).to_have_count(1)
    expect(results.locator("p:nth-of-type(1)")).to_contain_text("Geen cijfer")
    results.get_by_role("link", name="'t Wulpennest").tap()
    expect(page).to_have_url(f"{home}aanbieders/{cases.LOW_RESPONSE.id}/")
    card = page.locator(".kc-card").filter(has=page.get_by_role("heading", name="Cijfer van cliënten"))
    expect(card).to_contain_text("Geen cijfer.")
    expect(card).to_contain_text("9 van de 41 (22%). Nodig is 30%")
    page.get_by_role("link", name="Waarom staat er soms geen cijfer?").tap()
    expect(page).to_have_url(f"{home}uitleg/#geen-cijfer")
    expect(page.locator("#geen-cijfer")).to_be_in_viewport()


def test_the_best_rated_job_coach_in_utrecht_with_thirty_answers_takes_four_actions(
    home: str, public: PublicRegister, new_context: NewContext
) -> None:
    """On a phone, from the home page; what comes first is what a look at every provider finds."""
    page = new_context(viewport={"width": 360, "height": 740}, has_touch=True).new_page()
    page.goto(home)
    page.get_by_role("searchbox").fill("jobcoach utrecht")
    page.get_by_text("Filters", exact=True).tap()
    page.get_by_label("Aantal antwoorden").select_option(label="30 of meer")
    page.get_by_label("Sorteer op").select_option(label="cijfer van cliënten")
    best = max(
        (row.rating.grade, row.completed, provider.name)
        for provider in public.providers
        for row in provider.newest.clients.services
        if "utrecht" in provider.provinces and not provider.ended_on
        if row.service and row.service.id == "jobcoaching" and row.completed >= 30
        if isinstance(row.rating, Published)
    )
    first = page.locator(".kc-results > li").first
    expect(first.get_by_role("heading")).to_have_text(best[-1])
    expect(first.locator("p:nth-of-type(1) data")).to_have_attribute("value", str(best[0]))
    expect(first).to_contain_text(f"{best[1]} antwoorden")


def test_providers_in_zeeland_with_an_eight_of_commissioners_take_three_actions(
    home: str, public: PublicRegister, new_context: NewContext
) -> None:
    page = new_context(viewport={"width": 360, "height": 740}, has_touch=True).new_page()
    page.goto(home)
    page.get_by_role("searchbox").fill("zeeland")
    page.get_by_text("Filters", exact=True).tap()
    page.get_by_label("Cijfer van opdrachtgevers").select_option(label="8 of hoger")
    rated = [
        (-row.rating.grade, -row.completed, by_name(provider.name), provider.name)
        for provider in public.providers
        if "zeeland" in provider.provinces and not provider.ended_on and provider.newest.commissioners
        for row in [provider.newest.commissioners.total]
        if isinstance(row.rating, Published) and row.rating.grade >= 8
    ]
    expected = [name for *_, name in sorted(rated)][:20]
    expect(page.locator(".kc-list__part").first.locator("li").get_by_role("heading")).to_have_text(expected)


def tab_to(page: Page, place: Locator, is_there: Callable[[Locator], bool]) -> None:
    """Press Tab until the place has the focus; wherever it is on its way, it is to be seen."""
    for _ in range(150):
        page.keyboard.press("Tab")
        assert page.evaluate(UNSEEN_FOCUS) is None
        if is_there(place):
            return
    raise AssertionError(f"Tab does not reach {place}")


def has_focus(place: Locator) -> bool:
    return bool(place.evaluate("each => each === document.activeElement"))


def test_all_of_it_goes_by_keyboard_and_the_focus_is_always_seen(home: str, new_context: NewContext) -> None:
    page = new_context(viewport={"width": 1280, "height": 900}).new_page()
    results = page.locator(".kc-results > li")
    page.goto(home)
    tab_to(page, page.get_by_role("searchbox", name="Naam, dienst of plaats"), has_focus)
    page.keyboard.type("jobcoach")
    expect(page.get_by_role("status").first).to_have_text(re.compile("gevonden$"))
    expect(page.locator(".kc-list")).to_have_attribute("aria-busy", "false")
    names = results.get_by_role("heading").all_inner_texts()[:2]
    for number in range(2):
        tab_to(page, results.nth(number).locator(".kc-choose"), has_focus)
        page.keyboard.press("Enter")
        expect(results.nth(number).locator(".kc-choose")).to_have_attribute("aria-pressed", "true")
    tab_to(page, page.get_by_role("link", name="Vergelijk (2)"), has_focus)
    page.keyboard.press("Enter")
    column = page.get_by_role("columnheader").get_by_role("link", name=names[1])
    expect(column).to_be_visible()
    tab_to(page, column, has_focus)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(names[1])
