"""Choosing providers on the pages of the site: it stays in the browser, and the tray leads to the comparison."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect
from published.inspecting import inspect
from published.watching import LOOKS, SIZES, NewContext, watched
from support.registers.compared import ADVIES, GROEP, LOOPBAAN, PROVIDERS, TRAJECT, WERKHUIS, Measured
from support.under_policy import add_styles

# A page on which all of them can be chosen.
LIST = "provincies/utrecht/"
KEY = "klantcijfer.vergelijken"
HOLD = f"held => localStorage.setItem('{KEY}', held)"
ONE_CANNOT_BE_COMPARED = "Kies nog een aanbieder om te vergelijken."
FULL = "U kunt 4 aanbieders tegelijk vergelijken. Verwijder er eerst één."


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


def button_of(page: Page, provider: Measured) -> Locator:
    return page.locator(f".kc-choose[data-choose='{provider.id}']")


def tray_of(page: Page) -> Locator:
    return page.get_by_role("region", name="Uw keuze om te vergelijken")


def unfold(page: Page) -> None:
    """Show who has no grade, or stopped."""
    for fold in page.locator(".kc-list details:not([open]) > summary").all()[::-1]:
        fold.click()


def choose(page: Page, *providers: Measured) -> None:
    unfold(page)
    for provider in providers:
        button_of(page, provider).click()
        expect(button_of(page, provider)).to_have_attribute("aria-pressed", "true")


def stored(page: Page) -> Any:  # noqa: ANN401 - whatever the browser holds
    return json.loads(page.evaluate("JSON.stringify({...localStorage})"))


def test_a_button_names_its_provider_and_says_whether_it_is_chosen(home: str, desktop: BrowserContext) -> None:
    page = opened(desktop, f"{home}aanbieders/{WERKHUIS.id}/")
    button = page.get_by_role("button", name="Vergelijk Verzonnen Werkhuis", pressed=False)
    button.click()
    chosen = page.get_by_role("button", name="Gekozen Verzonnen Werkhuis", pressed=True)
    expect(chosen).to_be_visible()
    expect(page.locator(".kc-tray__said")).to_have_text("Verzonnen Werkhuis is gekozen, 1 van de 4.")
    chosen.click()
    expect(button).to_be_visible()
    expect(page.locator(".kc-tray__said")).to_have_text("Verzonnen Werkhuis is niet meer gekozen.")
    expect(tray_of(page)).to_be_hidden()


def test_what_is_chosen_goes_along_from_page_to_page_and_to_the_comparison(home: str, phone: BrowserContext) -> None:
    page = opened(phone, f"{home}aanbieders/{WERKHUIS.id}/")
    choose(page, WERKHUIS)
    expect(tray_of(page)).to_contain_text(ONE_CANNOT_BE_COMPARED)
    page.get_by_role("link", name="Utrecht").click()
    expect(button_of(page, WERKHUIS)).to_have_text(re.compile("^Gekozen"))
    choose(page, TRAJECT)
    page.get_by_role("link", name="Privacy").click()
    tray_of(page).get_by_role("link", name="Vergelijk (2)").click()
    expect(page).to_have_url(f"{home}vergelijken/?aanbieders={WERKHUIS.id},{TRAJECT.id}")
    expect(page.get_by_role("columnheader")).to_have_text([re.compile(each) for each in ("Werk", "Traj")])


def test_the_browser_keeps_ids_and_names_under_one_key_and_nothing_when_nothing_is_chosen(
    home: str,
    desktop: BrowserContext,
) -> None:
    page = opened(desktop, f"{home}{LIST}")
    before = stored(page)
    choose(page, LOOPBAAN)
    kept = stored(page)
    assert json.loads(kept.pop(KEY)) == [{"id": LOOPBAAN.id, "name": LOOPBAAN.name}]
    assert kept == before
    assert desktop.cookies() == []
    button_of(page, LOOPBAAN).click()
    assert stored(page) == before


def test_a_fifth_is_refused_with_a_friendly_word(home: str, desktop: BrowserContext) -> None:
    page = opened(desktop, f"{home}{LIST}")
    *four, fifth = PROVIDERS
    choose(page, *four)
    button_of(page, fifth).click()
    expect(page.locator(".kc-tray__said")).to_have_text(FULL)
    expect(page.get_by_text(FULL)).to_be_in_viewport()
    expect(button_of(page, fifth)).to_have_attribute("aria-pressed", "false")
    expect(tray_of(page).get_by_role("link")).to_have_text("Vergelijk (4)")
    tray_of(page).get_by_role("button", name=f"Verwijder {four[0].name}").click()
    choose(page, fifth)
    assert [each["id"] for each in json.loads(stored(page)[KEY])] == [each.id for each in (*four[1:], fifth)]


def test_on_a_phone_the_names_fold_open_and_can_be_taken_out(home: str, phone: BrowserContext) -> None:
    page = opened(phone, f"{home}{LIST}")
    choose(page, WERKHUIS, GROEP)
    name = tray_of(page).get_by_text(GROEP.name, exact=True)
    expect(name).to_be_hidden()
    tray_of(page).get_by_role("button", name="2 gekozen", expanded=False).click()
    expect(name).to_be_in_viewport(ratio=1)
    tray_of(page).get_by_role("button", name=f"Verwijder {WERKHUIS.name}").click()
    expect(tray_of(page).get_by_role("button", name=f"Verwijder {GROEP.name}")).to_be_focused()
    expect(page.locator(".kc-tray__said")).to_have_text("Verzonnen Werkhuis is niet meer gekozen.")
    page.keyboard.press("Enter")
    expect(tray_of(page)).to_be_hidden()
    expect(button_of(page, GROEP)).to_be_focused()


def test_two_tabs_show_the_same_choice(home: str, desktop: BrowserContext) -> None:
    here, there = (opened(desktop, f"{home}{LIST}") for _ in range(2))
    choose(here, WERKHUIS)
    expect(button_of(there, WERKHUIS)).to_have_attribute("aria-pressed", "true")
    expect(tray_of(there)).to_be_visible()
    button_of(there, WERKHUIS).click()
    expect(tray_of(here)).to_be_hidden()


def test_a_page_that_the_browser_kept_shows_what_was_chosen_since(home: str, desktop: BrowserContext) -> None:
    page = opened(desktop, f"{home}{LIST}")
    expect(button_of(page, WERKHUIS)).to_have_attribute("aria-pressed", "false")
    page.evaluate(HOLD, json.dumps([{"id": WERKHUIS.id, "name": WERKHUIS.name}]))
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(button_of(page, WERKHUIS)).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(
    "refusing",
    [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })",
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }",
    ],
)
def test_where_the_browser_keeps_nothing_choosing_works_on_the_page_at_hand(
    refusing: str,
    home: str,
    desktop: BrowserContext,
) -> None:
    desktop.add_init_script(f"try {{ {refusing} }} catch {{}}")
    page = opened(desktop, f"{home}{LIST}")
    choose(page, WERKHUIS, LOOPBAAN)
    tray_of(page).get_by_role("link", name="Vergelijk (2)").click()
    expect(page.get_by_role("columnheader")).to_have_count(2)


NO_CHOICES = (
    "geen JSON",
    "null",
    '{"id": "verzonnen-werkhuis"}',
    json.dumps([{"id": "../../x", "name": "A"}, {"id": "https://example.org", "name": "B"}, {"id": 7, "name": "C"}]),
    json.dumps([{"id": "zonder-naam"}, None, "tekst", ["verzonnen-werkhuis"]]),
)


def test_what_cannot_be_a_choice_is_none(home: str, desktop: BrowserContext) -> None:
    page = opened(desktop, f"{home}{LIST}")
    for held in NO_CHOICES:
        page.evaluate(HOLD, held)
        page.reload()
        choose(page, WERKHUIS)
        expect(tray_of(page).get_by_role("listitem")).to_have_text([re.compile(WERKHUIS.name)])


def test_a_name_that_was_stored_is_text_and_never_markup(home: str, desktop: BrowserContext) -> None:
    hostile = "<img src=x onerror=document.title='weg'>"
    page = opened(desktop, f"{home}over/")
    page.evaluate(HOLD, json.dumps([{"id": "a", "name": hostile}]))
    page.goto(f"{home}over/")
    expect(tray_of(page).get_by_role("listitem")).to_contain_text(hostile)
    assert page.locator(".kc-tray img").count() == 0
    assert "weg" not in page.title()


def test_a_button_that_is_added_later_works_too(home: str, desktop: BrowserContext) -> None:
    page = opened(desktop, f"{home}over/")
    page.evaluate(
        """() => {
          const place = document.querySelector("main");
          const button = Object.assign(document.createElement("button"), { type: "button", className: "kc-choose" });
          button.hidden = true;
          Object.assign(button.dataset, { choose: "verzonnen-werkhuis", name: "Verzonnen Werkhuis" });
          place.append(button);
          place.dispatchEvent(new Event("kc:rendered", { bubbles: true }));
        }""",
    )
    choose(page, WERKHUIS)
    expect(tray_of(page)).to_be_visible()


def test_a_page_without_a_button_or_a_choice_fetches_no_words(home: str, desktop: BrowserContext) -> None:
    page = desktop.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{home}over/")
    page.wait_for_load_state("networkidle")
    assert any(url.endswith("/choice.js") for url in asked)
    assert not any(url.endswith("words.json") for url in asked)


def test_without_its_words_a_page_is_as_it_is_without_a_script(home: str, desktop: BrowserContext) -> None:
    page = desktop.new_page()
    page.route("**/words.json", lambda route: route.fulfill(status=503, body=""))
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{home}{LIST}")
    page.wait_for_load_state("networkidle")
    expect(button_of(page, WERKHUIS)).to_be_hidden()
    assert wrong == []


def test_without_javascript_there_is_no_button(home: str, new_context: NewContext) -> None:
    page = opened(new_context(java_script_enabled=False), f"{home}aanbieders/{WERKHUIS.id}/")
    expect(button_of(page, WERKHUIS)).to_be_hidden()


def test_the_keyboard_chooses_and_goes_on_to_the_comparison(home: str, desktop: BrowserContext) -> None:
    page = opened(desktop, f"{home}{LIST}")
    unfold(page)
    for provider in (LOOPBAAN, ADVIES):
        while not button_of(page, provider).evaluate("each => each === document.activeElement"):
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
        expect(button_of(page, provider)).to_be_focused()
    link = tray_of(page).get_by_role("link")
    while not link.evaluate("each => each === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"aanbieders={LOOPBAAN.id},{ADVIES.id}$"))


@pytest.mark.parametrize("size", SIZES)
def test_the_tray_never_covers_what_has_focus(size: str, home: str, new_context: NewContext) -> None:
    width, height = SIZES[size]
    page = opened(new_context(viewport={"width": width, "height": height}), f"{home}{LIST}")
    choose(page, WERKHUIS, LOOPBAAN, TRAJECT, GROEP)
    if size == "phone":
        tray_of(page).get_by_role("button", name="4 gekozen").click()
    page.evaluate("scrollTo(0, 0)")
    page.locator(".kc-brand").focus()
    covered = """() => {
      const it = document.activeElement.getBoundingClientRect();
      const tray = document.querySelector(".kc-tray");
      const isElsewhere = document.activeElement === document.body || tray.contains(document.activeElement);
      return !isElsewhere && it.bottom > tray.getBoundingClientRect().top + 1;
    }"""
    for _ in range(page.locator("a:visible, button:visible").count()):
        page.keyboard.press("Tab")
        assert not page.evaluate(covered), page.evaluate("document.activeElement.outerHTML")


def test_at_the_foot_of_the_page_the_tray_stands_below_all_text(home: str, phone: BrowserContext) -> None:
    page = opened(phone, f"{home}aanbieders/{WERKHUIS.id}/")
    choose(page, WERKHUIS)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    footer, tray = (page.locator(each).bounding_box() for each in (".kc-footer", ".kc-tray"))
    assert footer
    assert tray
    assert footer["y"] + footer["height"] <= tray["y"] + 1


def test_a_window_too_low_for_a_tray_scrolls_it_along(home: str, new_context: NewContext) -> None:
    page = opened(new_context(viewport={"width": 640, "height": 300}), f"{home}{LIST}")
    choose(page, WERKHUIS)
    page.evaluate("scrollTo(0, 0)")
    expect(tray_of(page)).not_to_be_in_viewport()


@pytest.mark.parametrize("path", [LIST, f"aanbieders/{WERKHUIS.id}/"])
def test_nothing_moves_when_the_buttons_appear(path: str, home: str, phone: BrowserContext) -> None:
    page = phone.new_page()
    held: list[Route] = []
    page.route("**/words.json", lambda route: held.append(route))  # noqa: PLW0108 - Playwright takes no builtin
    with page.expect_request("**/words.json"):
        page.goto(home + path)
    expect(button_of(page, WERKHUIS)).to_be_hidden()
    before = page.locator("main").bounding_box()
    for route in held:
        route.continue_()
    expect(button_of(page, WERKHUIS)).to_be_visible()
    after = page.locator("main").bounding_box()
    assert before
    assert after
    assert after["height"] == before["height"]


def test_neither_button_nor_tray_is_printed(home: str, desktop: BrowserContext) -> None:
    page = opened(desktop, f"{home}{LIST}")
    choose(page, WERKHUIS)
    page.emulate_media(media="print")
    expect(tray_of(page)).to_be_hidden()
    expect(button_of(page, WERKHUIS)).to_be_hidden()


def test_at_twice_the_size_the_tray_still_says_all(home: str, new_context: NewContext) -> None:
    page = opened(new_context(viewport={"width": 640, "height": 900}), f"{home}{LIST}")
    choose(page, WERKHUIS, GROEP)
    add_styles(page, "html { font-size: 250% !important }")
    tray_of(page).get_by_role("button", name="2 gekozen").click()
    for words in (WERKHUIS.name, GROEP.name, "Vergelijk (2)"):
        expect(tray_of(page).get_by_text(words, exact=True)).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "it scrolls sideways"


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
def test_a_page_with_buttons_and_a_tray_is_accessible_and_quiet(
    size: str,
    scheme: str,
    home: str,
    new_context: NewContext,
) -> None:
    width, height = SIZES[size]
    page = new_context(color_scheme=scheme, viewport={"width": width, "height": height}).new_page()
    with watched(page, f"{home}{LIST}"):
        choose(page, *PROVIDERS[:4])
        button_of(page, PROVIDERS[4]).click()
        if size == "phone":
            tray_of(page).get_by_role("button", name="4 gekozen").click()
        inspect(page, size, scheme)
