"""The page that compares: what a shared link shows, what it refuses, and that it says why a cell is empty."""

import json
import re
from dataclasses import replace
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect
from published.inspecting import inspect
from published.watching import LOOKS, NewContext, watched
from support.registers.compared import ADVIES, GROEP, LOOPBAAN, PROVIDERS, TRAJECT, WERKHUIS, Measured
from support.under_policy import add_styles
from support.words import WORDS

KEY = "klantcijfer.vergelijken"
EMPTY = "U hebt nog geen aanbieders gekozen"


def address(home: str, *providers: Measured) -> str:
    return f"{home}vergelijken/?aanbieders={','.join(each.id for each in providers)}"


def compared(context: BrowserContext, home: str, *providers: Measured) -> Page:
    page = context.new_page()
    page.goto(address(home, *providers))
    expect(page.get_by_role("columnheader")).to_have_count(len(providers))
    return page


def keep(context: BrowserContext, home: str, *providers: Measured) -> None:
    """Have the browser hold a choice from before."""
    page = context.new_page()
    page.goto(f"{home}over/")
    page.evaluate(
        f"held => localStorage.setItem('{KEY}', held)",
        json.dumps([{"id": each.id, "name": each.name} for each in providers]),
    )
    page.close()


def kept(page: Page) -> list[str]:
    return [each["id"] for each in json.loads(page.evaluate(f"localStorage.getItem('{KEY}')") or "[]")]


def cells(page: Page, row: str) -> Locator:
    """The cells of a row of grades; its note stands in a row of its own."""
    return page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=row)).get_by_role("cell")


def note(page: Page, row: str) -> Locator:
    return (
        page.get_by_role("rowgroup").filter(has=page.get_by_role("rowheader", name=row)).locator(".kc-compared__note")
    )


def names(page: Page) -> list[str]:
    return page.get_by_role("columnheader").get_by_role("link").all_inner_texts()


def test_a_shared_link_shows_each_provider_in_its_column_with_grade_and_answers(
    home: str,
    desktop: BrowserContext,
) -> None:
    page = compared(desktop, home, WERKHUIS, LOOPBAAN)
    assert names(page) == [WERKHUIS.name, LOOPBAAN.name]
    total = cells(page, "Cliënten, alle diensten samen")
    expect(total.nth(0)).to_contain_text(re.compile(r"8,3\s*redelijk zeker\s*69 van de 175 antwoordden \(39%\)"))
    expect(total.nth(1)).to_contain_text(re.compile(r"7,1\s*redelijk zeker\s*72 van de 162 antwoordden \(44%\)"))
    expect(cells(page, "Opdrachtgevers, alle diensten samen").nth(0)).to_contain_text("7,4")
    expect(cells(page, "Jobcoaching").nth(1)).to_contain_text("7,7")
    expect(page).to_have_title("Vergelijk Verzonnen Werkhuis en Bedachte Loopbaan B.V. - Klantcijfer")
    page.get_by_role("columnheader").get_by_role("link", name=LOOPBAAN.name).click()
    expect(page).to_have_url(f"{home}aanbieders/{LOOPBAAN.id}/")


def test_providers_stand_in_the_order_asked_for_and_services_in_the_registers(
    home: str, desktop: BrowserContext
) -> None:
    for order in ((LOOPBAAN, GROEP, WERKHUIS), (WERKHUIS, LOOPBAAN, GROEP)):
        page = compared(desktop, home, *order)
        assert names(page) == [each.name for each in order]
        services = page.locator(".kc-compared").first.locator("tbody th[scope=row]").all_inner_texts()[3:]
        assert services == [
            "Scholing en opleiding",
            "Jobcoaching",
            "Outplacement",
            "Toeleiden van werk naar werk (eerste en tweede spoor)",
            "Toeleiden naar werk vanuit situatie geen werk",
        ]


def test_a_service_of_one_of_them_alone_is_folded_behind_those_that_they_share(
    home: str, desktop: BrowserContext
) -> None:
    page = compared(desktop, home, LOOPBAAN, GROEP, WERKHUIS)
    alone = page.get_by_role("rowheader", name="Sociale activering en participatie")
    expect(alone).to_be_hidden()
    page.locator("summary", has_text="Bij maar één van hen: 1 dienst").click()
    expect(alone).to_be_visible()
    expect(page.get_by_role("table", name="Bij maar één van hen: 1 dienst")).to_be_visible()


def test_a_service_that_none_of_them_offers_has_no_row(home: str, desktop: BrowserContext) -> None:
    page = compared(desktop, home, WERKHUIS, LOOPBAAN)
    expect(page.get_by_role("rowheader", name="Sociale activering en participatie")).to_have_count(0)


def test_that_periods_differ_is_said_with_who_was_measured_when(home: str, desktop: BrowserContext) -> None:
    page = compared(desktop, home, WERKHUIS, TRAJECT, LOOPBAAN)
    notice = page.locator(".kc-notice", has_text="De meetperiodes zijn niet gelijk.")
    expect(notice.get_by_role("listitem")).to_have_text(
        [
            "1 januari 2021 tot en met 31 december 2021: Verzonnen Werkhuis en Bedachte Loopbaan B.V.",
            "1 juli 2020 tot en met 30 juni 2021: 't Denkbeeldig Traject",
        ],
    )
    expect(cells(page, "Meetperiode").nth(1)).to_contain_text("1 juli 2020 tot en met 30 juni 2021 · ouder dan 3 jaar")
    expect(page.get_by_role("columnheader").nth(1)).to_contain_text("Gestopt op 1 januari 2022")


def test_that_periods_are_the_same_is_said_too(home: str, desktop: BrowserContext) -> None:
    page = compared(desktop, home, WERKHUIS, LOOPBAAN)
    expect(page.get_by_text("Alle cijfers gaan over dezelfde periode: 1 januari 2021")).to_be_visible()
    expect(page.get_by_text("De meetperiodes zijn niet gelijk.")).to_have_count(0)


EMPTY_CELLS = [
    (LOOPBAAN, {"Scholing en opleiding": "Biedt deze dienst niet."}),
    (WERKHUIS, {"Scholing en opleiding": "Niet gemeten in deze periode."}),
    (
        ADVIES,
        {
            # Of a provider without a list of services nobody knows what else it offers.
            "Scholing en opleiding": "Niet gemeten in deze periode.",
            "Cliënten, alle diensten samen": (
                "Geen cijfer. Te weinig cliënten antwoordden: 4 van de 44 (9%). Nodig is 30%."
            ),
            "Opdrachtgevers, alle diensten samen": (
                "Geen cijfer: in deze periode zijn geen opdrachtgevers om een cijfer gevraagd."
            ),
        },
    ),
    (
        TRAJECT,
        {
            "Toeleiden naar werk": "Geen cijfer. Te weinig cliënten antwoordden: 5 van de 30 (17%). Nodig is 30%.",
            "Opdrachtgevers, alle diensten samen": (
                "Geen cijfer: er was 1 opdrachtgever uitgenodigd, zonder antwoord."
            ),
        },
    ),
]


@pytest.mark.parametrize(("provider", "reasons"), EMPTY_CELLS, ids=lambda each: getattr(each, "id", ""))
def test_an_empty_cell_says_why(
    provider: Measured, reasons: dict[str, str], home: str, desktop: BrowserContext
) -> None:
    # The big one offers every service, so that each has a row.
    page = compared(desktop, home, provider, GROEP)
    if page.locator(".kc-fold summary").count():
        page.locator(".kc-fold summary").click()
    for row, why in reasons.items():
        assert " ".join(cells(page, row).nth(0).inner_text().split()) == why


def test_a_comparison_that_was_shared_leaves_the_own_choice_alone_until_it_is_changed(
    home: str,
    desktop: BrowserContext,
) -> None:
    keep(desktop, home, GROEP)
    page = compared(desktop, home, WERKHUIS, LOOPBAAN, TRAJECT)
    expect(page.get_by_text(f"Uw eigen keuze ({GROEP.name}) is bewaard.")).to_be_visible()
    assert kept(page) == [GROEP.id]
    page.get_by_role("button", name=f"Verwijder {LOOPBAAN.name}").click()
    assert kept(page) == [WERKHUIS.id, TRAJECT.id]
    expect(page.get_by_text("Uw eigen keuze")).to_have_count(0)


def test_from_a_shared_comparison_there_is_a_way_back_to_the_own_choice(home: str, desktop: BrowserContext) -> None:
    keep(desktop, home, GROEP, ADVIES)
    page = compared(desktop, home, WERKHUIS, LOOPBAAN)
    page.get_by_role("link", name="Bekijk uw eigen keuze").click()
    expect(page.get_by_role("columnheader").get_by_role("link")).to_have_text([GROEP.name, ADVIES.name])


def test_who_goes_to_find_another_takes_the_comparison_along(home: str, desktop: BrowserContext) -> None:
    page = compared(desktop, home, WERKHUIS, LOOPBAAN)
    assert kept(page) == []
    page.get_by_role("link", name="Zoek nog een aanbieder").click()
    expect(page).to_have_url(f"{home}aanbieders/")
    assert kept(page) == [WERKHUIS.id, LOOPBAAN.id]
    page.get_by_role("link", name="Utrecht").click()
    for fold in page.locator(".kc-list details > summary").all()[::-1]:
        fold.click()
    page.get_by_role("button", name=f"Vergelijk {TRAJECT.name}").click()
    page.get_by_role("link", name="Vergelijk (3)").click()
    expect(page).to_have_url(address(home, WERKHUIS, LOOPBAAN, TRAJECT))


def test_without_an_address_the_own_choice_is_compared_and_can_be_shared(home: str, desktop: BrowserContext) -> None:
    keep(desktop, home, WERKHUIS, LOOPBAAN)
    page = desktop.new_page()
    page.goto(home)
    page.get_by_role("navigation").get_by_role("link", name="Vergelijken").click()
    expect(page.get_by_role("columnheader")).to_have_count(2)
    expect(page).to_have_url(address(home, WERKHUIS, LOOPBAAN))
    expect(page.get_by_text("Uw eigen keuze")).to_have_count(0)
    assert kept(page) == [WERKHUIS.id, LOOPBAAN.id]


def test_who_is_no_longer_there_is_no_longer_chosen(home: str, desktop: BrowserContext) -> None:
    keep(desktop, home, replace(WERKHUIS, id="verdwenen"), LOOPBAAN)
    page = desktop.new_page()
    page.goto(f"{home}vergelijken/")
    expect(page.get_by_text("Eén aanbieder uit deze link kennen we niet.")).to_be_visible()
    expect(page).to_have_url(address(home, LOOPBAAN))
    expect(page.get_by_text("Uw eigen keuze")).to_have_count(0)
    assert kept(page) == [LOOPBAAN.id]


def test_taking_one_out_changes_address_title_and_table_and_says_so(home: str, phone: BrowserContext) -> None:
    page = compared(phone, home, WERKHUIS, TRAJECT)
    page.get_by_role("button", name=f"Verwijder {TRAJECT.name}").press("Enter")
    expect(page.get_by_role("status")).to_have_text("'t Denkbeeldig Traject staat niet meer in de vergelijking.")
    expect(page).to_have_url(address(home, WERKHUIS))
    expect(page).to_have_title("Vergelijk Verzonnen Werkhuis - Klantcijfer")
    expect(page.get_by_role("heading", name="1 aanbieder")).to_be_focused()
    expect(page.get_by_text("Kies nog een aanbieder om te vergelijken.")).to_be_visible()
    expect(page.get_by_text("De meetperiodes zijn niet gelijk.")).to_have_count(0)
    page.get_by_role("button", name=f"Verwijder {WERKHUIS.name}").press("Enter")
    expect(page.get_by_role("heading", name=EMPTY)).to_be_focused()
    expect(page).to_have_url(f"{home}vergelijken/")
    expect(page).to_have_title("Vergelijken - Klantcijfer")
    assert kept(page) == []
    page.reload()
    expect(page.get_by_role("heading", name=EMPTY)).to_be_visible()


def test_with_nothing_chosen_the_page_says_how_to_begin(home: str, desktop: BrowserContext) -> None:
    with watched(desktop.new_page(), f"{home}vergelijken/") as page:
        expect(page.get_by_role("heading", name=EMPTY)).to_be_visible()
        expect(page.get_by_role("table")).to_have_count(0)
        page.get_by_role("link", name="Zoek aanbieders").click()
        expect(page).to_have_url(f"{home}aanbieders/")


HOSTILE = [
    "../../over",
    "..",
    "https://example.org/x",
    "//example.org",
    "javascript:alert(1)",
    "Verzonnen-Werkhuis",
    "<img src=x onerror=alert(1)>",
    "a/b",
    "a?b",
    "a#b",
    "a\\b",
    "-",
    "a--b",
    "\u00eb",
    "a" * 500,
    "__proto__",
    "verzonnen-werkhuis\n",
    " verzonnen-werkhuis",
]


def test_what_can_be_no_id_is_refused_and_asked_for_nowhere(home: str, desktop: BrowserContext) -> None:
    page = desktop.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{home}vergelijken/?aanbieders={quote(','.join([*HOSTILE, WERKHUIS.id]))}")
    expect(page.get_by_text(f"{len(HOSTILE)} aanbieders uit deze link kennen we niet.")).to_be_visible()
    assert names(page) == [WERKHUIS.name]
    expect(page).to_have_url(address(home, WERKHUIS))
    assert [url for url in asked if url.endswith(".json")] == [f"{home}aanbieders/{WERKHUIS.id}/comparison.json"]
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(home).netloc}


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", None),
        ("?aanbieders=", None),
        ("?aanbieders=,,", None),
        ("?iets=anders", None),
        ("?aanbieders=a,b", {"ids": ["a", "b"], "refused": 0, "tooMany": False}),
        ("?aanbieders=a&aanbieders=b", {"ids": ["a", "b"], "refused": 0, "tooMany": False}),
        ("?aanbieders=a%2Cb,a", {"ids": ["a", "b"], "refused": 0, "tooMany": False}),
        ("?aanbieders=a,%,b", {"ids": ["a", "b"], "refused": 1, "tooMany": False}),
        ("?aanbieders=a,b,c,d,e,f", {"ids": ["a", "b", "c", "d"], "refused": 0, "tooMany": True}),
        *[(f"?aanbieders={quote(each)}", {"ids": [], "refused": 1, "tooMany": False}) for each in HOSTILE],
    ],
)
def test_of_an_address_only_ids_are_taken(search: str, found: object, plain: Page) -> None:
    taken = "async (search) => (await import(new URL('../scripts/asked.js', location.href))).askedIn(search)"
    assert plain.evaluate(taken, search) == found


def test_of_an_address_with_only_strangers_nothing_is_left_but_the_way_to_begin(
    home: str,
    desktop: BrowserContext,
) -> None:
    page = desktop.new_page()
    page.goto(f"{home}vergelijken/?aanbieders=nooit-geweest,ook-niet")
    expect(page.get_by_text("2 aanbieders uit deze link kennen we niet.")).to_be_visible()
    expect(page.get_by_role("heading", name=EMPTY)).to_be_visible()


def test_a_name_twice_is_one_column_and_of_five_the_last_is_left_out(home: str, desktop: BrowserContext) -> None:
    page = desktop.new_page()
    page.goto(address(home, WERKHUIS, WERKHUIS, *PROVIDERS[1:]))
    expect(page.get_by_text("U kunt 4 aanbieders tegelijk vergelijken.")).to_be_visible()
    assert names(page) == [each.name for each in PROVIDERS[:4]]
    expect(page.get_by_role("link", name="Zoek nog een aanbieder")).to_have_count(0)


def test_a_former_id_is_the_same_provider(home: str, desktop: BrowserContext) -> None:
    page = desktop.new_page()
    page.goto(f"{home}vergelijken/?aanbieders=verzonnen-werkplaats,{LOOPBAAN.id},{WERKHUIS.id}")
    expect(page).to_have_url(address(home, WERKHUIS, LOOPBAAN))
    assert names(page) == [WERKHUIS.name, LOOPBAAN.name]


def test_when_figures_cannot_be_fetched_it_says_so_and_tries_again(home: str, desktop: BrowserContext) -> None:
    page = desktop.new_page()

    def fail(route: Route) -> None:
        route.abort()

    page.route("**/comparison.json", fail)
    page.goto(address(home, WERKHUIS, LOOPBAAN))
    expect(page.get_by_role("status")).to_have_text("De cijfers konden niet worden opgehaald.")
    expect(page).to_have_url(address(home, WERKHUIS, LOOPBAAN))
    page.unroute("**/comparison.json", fail)
    page.get_by_role("button", name="Probeer het opnieuw").click()
    expect(page.get_by_role("columnheader")).to_have_count(2)
    expect(page.get_by_role("status")).to_have_text("")


def test_on_a_phone_it_is_still_a_table_with_its_names_beside_the_grades(home: str, phone: BrowserContext) -> None:
    page = compared(phone, home, WERKHUIS, LOOPBAAN)
    expect(page.get_by_role("table", name="De nieuwste cijfers van elke aanbieder")).to_be_visible()
    expect(page.get_by_role("columnheader", name=WERKHUIS.name, exact=True)).to_be_visible()
    row = cells(page, "Jobcoaching")
    expect(row).to_have_count(2)
    for cell, provider, grade in ((row.nth(0), WERKHUIS, "8,3"), (row.nth(1), LOOPBAAN, "7,7")):
        box = cell.get_by_text(provider.name).bounding_box()
        figure = cell.get_by_text(grade, exact=True).bounding_box()
        assert box
        assert figure
        assert 0 <= figure["y"] - (box["y"] + box["height"]) < 12, "not beneath the name"


def test_at_every_width_each_grade_stands_by_the_name_of_its_provider(home: str, desktop: BrowserContext) -> None:
    """In a column under it, or beneath it: never with neither, as between 705 and 832 pixels before."""
    page = compared(desktop, home, WERKHUIS, LOOPBAAN)
    row = cells(page, "Jobcoaching")
    for width in (360, 703, 704, 705, 768, 820, 832, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for place, provider in enumerate((WERKHUIS, LOOPBAAN)):
            label = row.nth(place).locator(".kc-label")
            head = page.get_by_role("columnheader", name=provider.name, exact=True).bounding_box()
            cell = row.nth(place).bounding_box()
            assert head
            assert cell
            is_under = abs(head["x"] - cell["x"]) < 2 and head["width"] < width / 2
            assert label.is_visible() != is_under, width
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


def test_without_javascript_it_says_what_else_there_is(home: str, new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(address(home, WERKHUIS, LOOPBAAN))
    # Playwright looks into no noscript by role or text.
    expect(page.locator("noscript p")).to_contain_text("Vergelijken werkt alleen met JavaScript")
    expect(page.locator("noscript a")).to_be_visible()
    expect(page.get_by_role("heading", name=EMPTY)).to_be_hidden()
    expect(page.get_by_role("heading", name="Zo leest u de vergelijking")).to_be_visible()


def test_under_a_path_of_its_own_all_addresses_stay_below_it(under_a_path: str, desktop: BrowserContext) -> None:
    page = desktop.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{under_a_path}provincies/utrecht/")
    for provider in (WERKHUIS, LOOPBAAN):
        page.get_by_role("button", name=f"Vergelijk {provider.name}").click()
    page.get_by_role("link", name="Vergelijk (2)").click()
    expect(page).to_have_url(address(under_a_path, WERKHUIS, LOOPBAAN))
    page.get_by_role("columnheader").get_by_role("link", name=WERKHUIS.name).click()
    expect(page).to_have_url(f"{under_a_path}aanbieders/{WERKHUIS.id}/")
    assert all(url.startswith(under_a_path) for url in asked)


def test_at_twice_the_size_every_word_is_still_there(home: str, new_context: NewContext) -> None:
    page = compared(new_context(viewport={"width": 640, "height": 900}), home, *PROVIDERS[:4])
    before = page.locator("main").inner_text()
    add_styles(page, "html { font-size: 250% !important }")
    assert page.locator("main").inner_text() == before
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "it scrolls sideways"


def test_on_paper_it_is_a_table_with_all_that_was_folded_and_no_buttons(home: str, desktop: BrowserContext) -> None:
    page = compared(desktop, home, *PROVIDERS[:4])
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.set_viewport_size({"width": 680, "height": 900})
    page.emulate_media(media="print")
    expect(page.get_by_role("button")).to_have_count(0)
    expect(cells(page, "Jobcoaching").nth(1)).to_have_css("display", "table-cell")
    expect(page.locator(".kc-label:visible")).to_have_count(0)
    expect(page.locator("details:not([open])")).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("details[open]")).to_have_count(0)


@pytest.mark.parametrize("providers", [(), (WERKHUIS, LOOPBAAN, TRAJECT, GROEP)], ids=len)
def test_it_is_accessible_quiet_and_asks_no_other_host(
    providers: tuple[Measured, ...], home: str, new_context: NewContext
) -> None:
    page = new_context().new_page()
    with watched(page, address(home, *providers)):
        for folded in page.locator("summary").all():
            folded.press("Enter")
        for size, scheme in LOOKS:
            inspect(page, size, scheme)


def test_the_text_below_waits_for_the_comparison_lest_it_jump(home: str, phone: BrowserContext) -> None:
    page = phone.new_page()
    held: list[Route] = []
    page.route("**/comparison.json", lambda route: held.append(route))  # noqa: PLW0108 - Playwright takes no builtin
    page.goto(address(home, WERKHUIS, LOOPBAAN))
    expect(page.get_by_role("status")).to_have_text("De cijfers worden opgehaald.")
    below = page.locator("#lezen")
    expect(below).to_be_hidden()
    expect(page.locator("footer")).not_to_be_in_viewport()
    for route in held:
        route.continue_()
    expect(below).to_be_visible()


def test_text_that_waits_in_vain_appears_all_the_same(home: str, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.route("**/comparison.js", lambda route: route.abort())
    page.goto(address(home, WERKHUIS, LOOPBAAN))
    expect(page.locator("#lezen")).to_be_visible(timeout=10_000)


def test_the_words_of_the_script_come_through_markdown_untouched(home: str, desktop: BrowserContext) -> None:
    page = desktop.new_page()
    page.goto(f"{home}vergelijken/")
    given = json.loads(page.locator("#kc-compare-data").text_content() or "")
    assert given["phrases"] == WORDS.group("compare.script")
