"""How the finder behaves: its list, its address, its keyboard, and what is left when something is not there."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from finding.finder import Finder, opened
from finding.sites import built
from playwright.sync_api import Page, Route, expect
from published.watching import NewContext
from support.registers.public import invented
from support.sites import served
from support.under_policy import until

from generator.disclosure.public import PublicRegister
from generator.site.words.ordering import by_name

REGISTER = "**/scripts/register.json"
FAILED = "Zoeken lukt nu niet."


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site whose whole list stands in its page."""
    with served(built(invented(50), tmp_path_factory.mktemp("small"))) as address:
        yield address


def fetched(page: Page, address: str) -> list[str]:
    """Open a page; the paths of all that it asks for, then and later."""
    paths: list[str] = []
    page.on("request", lambda request: paths.append(urlsplit(request.url).path))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return paths


def test_the_first_providers_stand_in_the_page_and_nothing_is_fetched_before_somebody_is_about_to_ask(
    address: str, new_context: NewContext
) -> None:
    page = new_context().new_page()
    paths = fetched(page, f"{address}aanbieders/")
    finder = Finder(page)
    assert finder.results.count() == 20
    assert finder.results.first.locator("data").first.is_visible()
    assert finder.status.inner_text() == "120 aanbieders"
    assert "/scripts/register.json" not in paths
    with page.expect_response(REGISTER):
        finder.field.focus()
    assert finder.results.count() == 20
    assert paths.count("/scripts/register.json") == 1


@pytest.mark.parametrize("path", ["", "aanbieders/"])
def test_a_list_of_fifty_stands_in_the_page_whole(path: str, small: str, new_context: NewContext) -> None:
    page = new_context().new_page()
    page.goto(small + path)
    assert Finder(page).results.count() == 50
    assert page.locator(".kc-pages").count() == 0
    assert not Finder(page).more.is_visible()


def test_the_list_goes_on_where_it_stands_and_in_the_same_order(finder: Finder) -> None:
    first = finder.results.locator("h2, h3").all_text_contents()
    expect(finder.page.locator(".kc-pages")).to_be_hidden()
    finder.more.click()
    expect(finder.results.nth(20).get_by_role("link")).to_be_focused()
    assert finder.results.locator("h2, h3").all_text_contents()[:20] == first
    assert first == sorted(first, key=by_name)
    assert finder.page.locator(".kc-list__part").first.locator("li").count() == 40
    assert finder.asked == {}


@pytest.mark.parametrize("path", ["diensten/jobcoaching/", "provincies/utrecht/"])
def test_the_page_of_a_service_or_a_province_asks_within_it(
    path: str, register: PublicRegister, address: str, new_context: NewContext
) -> None:
    finder = opened(address + path, new_context, viewport={"width": 1280, "height": 900})
    name = "Dienst" if path.startswith("diensten") else "Provincie"
    assert finder.page.get_by_label(name, exact=True).count() == 0
    finder.choose("Sorteer op", "nieuwste meting")
    kind, identity, _ = path.split("/")
    newest = {each.name: each.newest for each in register.providers}
    offering = {
        each.name
        for each in register.providers
        if identity in (each.provinces if kind == "provincies" else {service.id for service in each.services})
    }
    assert offering == set(finder.names()) != set(newest)
    subject = finder.page.locator(".kc-finder__subject").inner_text()
    assert ("Jobcoaching" in subject) == (kind == "diensten")


def test_what_is_cleared_is_everybody_again(finder: Finder) -> None:
    clear = finder.page.get_by_role("button", name="Wis zoekopdracht")
    expect(clear).to_be_hidden()
    before = finder.results.locator("h2, h3").all_text_contents()
    finder.type("jobcoach")
    finder.choose("Aantal antwoorden", "30 of meer")
    assert finder.count() < 120
    clear.click()
    finder.wait_until_asked(zoek="", antwoorden="")
    expect(finder.field).to_be_focused()
    expect(clear).to_be_hidden()
    assert finder.count() == 120
    assert finder.page.locator(".kc-list__part").first.locator("h2, h3").all_text_contents() == before
    assert finder.asked == {}


def test_filters_are_folded_and_counted(address: str, new_context: NewContext) -> None:
    phone = opened(f"{address}aanbieders/?antwoorden=10&actief=ja", new_context, viewport={"width": 360, "height": 740})
    phone.wait()
    summary = phone.page.locator(".kc-finder__filters > summary")
    expect(summary).to_have_text("Filters (2)")
    service = phone.page.get_by_label("Dienst", exact=True)
    expect(service).to_be_hidden()
    summary.click()
    expect(service).to_be_visible()
    nothing = opened(f"{address}aanbieders/", new_context)
    expect(nothing.page.locator(".kc-finder__filters > summary")).to_have_text("Filters")


@pytest.mark.parametrize("query", ["zoek=jobcoach", "dienst=jobcoaching&antwoorden=30", "zoek=priority"])
@pytest.mark.parametrize("path", ["", "aanbieders/"])
def test_with_something_asked_the_first_result_is_in_view_on_a_phone(
    path: str, query: str, address: str, new_context: NewContext
) -> None:
    finder = opened(f"{address}{path}?{query}", new_context, viewport={"width": 360, "height": 740})
    finder.count()
    place = finder.results.first.bounding_box()
    assert place
    assert place["y"] + 60 < 740, "its name and its grade are below the screen"
    assert place["height"] < 200


def test_who_has_no_grade_and_who_stopped_are_folded_with_how_many_they_are(finder: Finder) -> None:
    finder.choose("Dienst", "Jobcoaching")
    total = finder.count()
    titles = finder.page.locator(".kc-list__part > summary").all_inner_texts()
    assert [title.partition(" (")[0] for title in titles] == ["Zonder cijfer", "Gestopt"]
    finder.names()
    parts = [part.locator("li").count() for part in finder.page.locator(".kc-list__part").all()]
    assert [int(re.findall(r"\d+", title)[0]) for title in titles] == parts[1:]
    assert sum(parts) == total
    without = finder.part("Zonder cijfer")
    expect(without.locator("li").first).to_be_hidden()
    without.locator("summary").click()
    expect(without.locator("li").first).to_be_visible()
    expect(without.locator("p:nth-of-type(1)").first).to_contain_text("Geen cijfer")


def test_what_is_asked_stands_in_the_address_and_a_shared_link_shows_the_same(
    finder: Finder, new_context: NewContext
) -> None:
    finder.type("coach & werk")
    finder.choose("Provincie", "Utrecht")
    finder.choose("Cijfer van cliënten", "Met cijfer")
    finder.wait_until_asked(cijfer="ja", volgorde="cijfer")
    finder.field.fill("coach")
    finder.wait_until_asked(zoek="coach")
    finder.count()
    finder.choose("Sorteer op", "aantal antwoorden")
    finder.check("Zonder aanbieders die zijn gestopt")
    asked = {"zoek": "coach", "provincie": "utrecht", "cijfer": "ja", "volgorde": "antwoorden", "actief": "ja"}
    assert finder.asked == asked
    shared = opened(finder.page.url, new_context)
    assert shared.names() == finder.names() != []
    assert shared.field.input_value() == "coach"
    assert shared.page.get_by_label("Provincie", exact=True).input_value() == "utrecht"
    assert shared.page.get_by_label("Cijfer van cliënten").input_value() == "ja"
    assert shared.page.get_by_label("Cijfer van opdrachtgevers").input_value() == ""
    assert shared.page.get_by_label("Zonder aanbieders die zijn gestopt").is_checked()
    assert shared.page.get_by_label("Sorteer op").input_value() == "antwoorden"


def test_an_address_that_asks_for_what_does_not_exist_asks_nothing(address: str, new_context: NewContext) -> None:
    finder = opened(f"{address}aanbieders/?dienst=bestaat-niet&volgorde=omgekeerd&cijfer=nee&zoek=+", new_context)
    assert finder.count() == 120
    assert finder.page.get_by_label("Dienst", exact=True).input_value() == ""
    assert finder.notes == []
    expect(finder.page.get_by_role("button", name="Wis zoekopdracht")).to_be_hidden()


def test_what_others_keep_in_the_address_stays_there(address: str, new_context: NewContext) -> None:
    finder = opened(f"{address}aanbieders/?aanbieders=a%2Cb", new_context)
    finder.type("coach")
    assert finder.asked == {"aanbieders": "a,b", "zoek": "coach"}


def test_back_leads_from_search_to_search_and_out_of_them(finder: Finder) -> None:
    finder.type("jobcoach")
    finder.field.press("Enter")
    coaches = finder.names()
    finder.field.press_sequentially("ing")
    finder.wait_until_asked(zoek="jobcoaching")
    finder.type("outplacement")
    outplacement = finder.names()
    assert outplacement != coaches
    finder.page.go_back()
    finder.wait_until_asked(zoek="jobcoach")
    expect(finder.field).to_have_value("jobcoach")
    assert finder.names() == coaches
    finder.page.go_forward()
    expect(finder.field).to_have_value("outplacement")
    assert finder.names() == outplacement
    finder.page.go_back()
    finder.page.go_back()
    expect(finder.field).to_have_value("")
    assert finder.count() == 120


def test_the_title_says_what_is_asked_and_how_many_are_found(finder: Finder) -> None:
    own = finder.page.title()
    finder.type("stepbystep")
    expect(finder.page).to_have_title(f"stepbystep: 1 aanbieder gevonden - {own}")
    finder.type("")
    expect(finder.page).to_have_title(own)
    finder.choose("Dienst", "Outplacement")
    expect(finder.page).to_have_title(f"Outplacement: {finder.count()} aanbieders gevonden - {own}")
    finder.choose("Provincie", "Utrecht")
    expect(finder.page).to_have_title(f"Outplacement, Utrecht: {finder.count()} aanbieders gevonden - {own}")
    finder.type("step")
    expect(finder.page).to_have_title(re.compile(rf"^step, Outplacement, Utrecht: .* gevonden - {re.escape(own)}$"))
    finder.page.get_by_role("button", name="Wis zoekopdracht").click()
    expect(finder.page).to_have_title(own)


def test_the_title_follows_whoever_goes_back_and_comes_with_a_link(address: str, finder: Finder) -> None:
    own = finder.page.title()
    finder.type("qwertyqwerty")
    nothing = f"qwertyqwerty: Geen aanbieders gevonden - {own}"
    expect(finder.page).to_have_title(nothing)
    finder.page.go_back()
    expect(finder.page).to_have_title(own)
    finder.page.go_forward()
    expect(finder.page).to_have_title(nothing)
    finder.page.goto(f"{address}aanbieders/?dienst=outplacement")
    expect(finder.page).to_have_title(f"Outplacement: {finder.count()} aanbieders gevonden - {own}")


def test_the_pages_of_a_list_name_their_number(address: str, new_context: NewContext) -> None:
    page = new_context().new_page()
    titles = []
    for path in ("a-z/alle/", "a-z/alle/2/", "a-z/alle/3/"):
        page.goto(address + path)
        titles.append(page.title().removesuffix(" - Klantcijfer"))
    assert titles == ["Alle aanbieders", "Alle aanbieders, deel 2 van 3", "Alle aanbieders, deel 3 van 3"]


def test_back_from_another_page_shows_as_many_results_as_there_were(address: str, finder: Finder) -> None:
    finder.choose("Sorteer op", "aantal antwoorden")
    finder.count()
    finder.more.click()
    first = finder.page.locator(".kc-list__part").first.locator("li")
    expect(first).to_have_count(40)
    first.nth(30).scroll_into_view_if_needed()
    scrolled = finder.page.evaluate("scrollY")
    finder.page.goto(f"{address}uitleg/")
    finder.page.go_back()
    expect(first).to_have_count(40)
    until(finder.page, "scrolled => Math.abs(scrollY - scrolled) < 5", scrolled)


def test_a_page_that_is_loaded_again_shows_the_same(finder: Finder) -> None:
    finder.type("jobcoach")
    finder.choose("Sorteer op", "aantal antwoorden")
    before = finder.names()
    finder.page.reload()
    assert finder.names() == before
    assert finder.field.input_value() == "jobcoach"


@pytest.mark.parametrize(
    ("typed", "said"), [("riority", "1 aanbieder gevonden"), ("qwerty", "Geen aanbieders gevonden")]
)
def test_the_number_of_results_is_announced(typed: str, said: str, finder: Finder) -> None:
    """The line is there from the start: a screen reader tells what changes in it."""
    assert finder.page.locator("[role=status][aria-live=polite]").count() == 1
    finder.type(typed)
    expect(finder.status).to_have_text(said)


def test_more_results_come_behind_and_the_first_of_them_gets_the_focus(finder: Finder) -> None:
    finder.choose("Sorteer op", "nieuwste meting")
    finder.count()
    part = finder.page.locator(".kc-list__part").first
    shown, more = part.locator("li"), part.get_by_role("button", name="Toon meer aanbieders")
    total = int(part.get_by_text("U ziet 20 van de").inner_text().rstrip(".").split()[-1])
    assert total > 40
    for first in range(20, total, 20):
        more.click()
        expect(shown.nth(first).get_by_role("heading").get_by_role("link")).to_be_focused()
        expect(shown).to_have_count(min(first + 20, total))
    expect(more).to_have_count(0)


def test_each_list_of_results_is_announced_to_other_parts_of_the_page(finder: Finder) -> None:
    """The buttons to compare come from there: each result has one that can be used."""
    finder.choose("Sorteer op", "nieuwste meting")
    finder.count()
    finder.more.first.click()
    first = finder.page.locator(".kc-list__part").first
    expect(first.locator("li")).to_have_count(40)
    expect(first.get_by_role("button", name=re.compile("^Vergelijk "))).to_have_count(40)


def test_everything_works_by_keyboard(address: str, new_context: NewContext) -> None:
    finder = opened(f"{address}aanbieders/", new_context, viewport={"width": 1280, "height": 900})
    keyboard = finder.page.keyboard
    while not finder.field.evaluate("field => field === document.activeElement"):
        keyboard.press("Tab")
    keyboard.type("coach")
    keyboard.press("Tab")
    expect(finder.page.get_by_role("button", name="Zoek", exact=True)).to_be_focused()
    keyboard.press("Tab")
    expect(finder.page.locator(".kc-finder__filters > summary")).to_be_focused()
    keyboard.press("Enter")
    keyboard.press("Tab")
    keyboard.type("Job")
    finder.wait_until_asked(dienst="jobcoaching")
    for _ in range(5):
        keyboard.press("Tab")
    keyboard.press("Space")
    finder.wait_until_asked(actief="ja")
    keyboard.press("Tab")
    expect(finder.page.get_by_role("button", name="Wis zoekopdracht")).to_be_focused()
    keyboard.press("Tab")
    keyboard.type("aantal")
    finder.wait_until_asked(volgorde="antwoorden")
    assert finder.count() > 1
    keyboard.press("Tab")
    expect(finder.results.first.get_by_role("heading").get_by_role("link")).to_be_focused()
    keyboard.press("Enter")
    finder.page.wait_for_url("**/aanbieders/verzonnen-*/")


def test_what_is_typed_before_the_script_is_there_is_searched(address: str, new_context: NewContext) -> None:
    held: list[Route] = []
    page = new_context().new_page()
    page.route("**/scripts/finder.js", lambda route: held.append(route))  # noqa: PLW0108 - it takes no method
    with page.expect_request("**/scripts/finder.js"):
        page.goto(address)
    finder = Finder(page)
    finder.field.fill("priority")
    held[0].continue_()
    finder.wait_until_asked(zoek="priority")
    assert finder.names() == ["Step by Step Priority"]


def test_an_answer_that_comes_too_late_is_not_shown(finder: Finder) -> None:
    """While the register is on its way, something else is asked: only the last question is answered."""
    held: list[Route] = []
    finder.page.route(REGISTER, lambda route: held.append(route))  # noqa: PLW0108 - it takes no method
    finder.page.evaluate(
        """() => {
          const status = document.querySelector('.kc-finder__status');
          window.said = [];
          new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
        }"""
    )
    with finder.page.expect_request(REGISTER):
        finder.type("outplacement")
    finder.type("priority")
    held[0].continue_()
    assert finder.names() == ["Step by Step Priority"]
    assert finder.page.evaluate("said") == ["1 aanbieder gevonden"]


def test_when_the_register_cannot_be_fetched_the_list_stays_and_a_link_leads_on(finder: Finder) -> None:
    finder.page.route(REGISTER, lambda route: route.abort())
    finder.field.fill("jobcoach")
    expect(finder.page.get_by_text(FAILED)).to_be_visible()
    assert finder.page.get_by_role("link", name="Bekijk alle aanbieders van A tot Z").is_visible()
    assert finder.results.count() == 20
    assert finder.results.first.is_visible()


@pytest.mark.parametrize("status", [404, 500])
def test_after_a_failure_the_next_question_tries_again(status: int, finder: Finder) -> None:
    finder.page.route(REGISTER, lambda route: route.fulfill(status=status, body="{}"))
    finder.field.fill("jobcoach")
    expect(finder.page.get_by_text(FAILED)).to_be_visible()
    finder.page.unroute(REGISTER)
    finder.type("priority")
    assert finder.names() == ["Step by Step Priority"]
    expect(finder.page.get_by_text(FAILED)).to_be_hidden()


def test_without_scripts_there_is_the_list_with_its_pages_and_nothing_that_needs_one(
    address: str, register: PublicRegister, new_context: NewContext
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}aanbieders/?zoek=coach")
    assert page.get_by_role("search").is_hidden()
    assert page.get_by_role("combobox").count() == 0
    assert page.get_by_role("main").get_by_role("button").count() == 0
    names = page.locator(".kc-results :is(h2, h3)").all_text_contents()
    while (following := page.get_by_role("link", name="Volgende")).count():
        following.click()
        names += page.locator(".kc-results :is(h2, h3)").all_text_contents()
    assert sorted(names) == sorted(provider.name for provider in register.providers)


def test_without_scripts_what_is_not_on_the_first_page_is_a_link_to_where_it_begins(
    address: str, new_context: NewContext
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}aanbieders/")
    title = page.locator(".kc-list__elsewhere").get_by_role("link").first
    text = title.inner_text()
    title.click()
    assert page.locator(".kc-list__part > summary").get_by_text(text, exact=True).is_visible()


def test_no_page_of_a_list_is_very_long_on_a_phone(site: Path, address: str, new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}).new_page()
    for path in ("", "aanbieders/", "a-z/alle/2/", "diensten/jobcoaching/"):
        page.goto(address + path)
        assert (site / path / "index.html").is_file()
        assert page.evaluate("document.documentElement.scrollHeight") < 10_000, path


def test_the_finder_works_on_the_home_page_and_under_a_path(under_a_path: str, new_context: NewContext) -> None:
    page = new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(under_a_path)
    finder = Finder(page)
    finder.type("priority")
    assert finder.names() == ["Step by Step Priority"]
    link = finder.results.get_by_role("link").get_attribute("href")
    assert link == f"{under_a_path}aanbieders/step-by-step-priority/"
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(under_a_path).netloc}
    assert all(urlsplit(url).path.startswith("/klantcijfer/") for url in asked)


def test_only_results_move_while_somebody_goes_on_typing(finder: Finder) -> None:
    """What stands above the results, where somebody types and chooses, stays where it is."""
    place = "document.querySelector('.kc-finder__form').getBoundingClientRect().toJSON()"
    finder.type("werk")
    finder.count()
    before = finder.page.evaluate(place)
    for typed in ("werkzoekend", "qwertyuiop", "priority"):
        finder.type(typed)
        finder.count()
        assert finder.page.evaluate(place) == before
