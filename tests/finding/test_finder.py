"""How the finder behaves: its address, its count, its keyboard, and what is left when something is not there."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from finding.finder import Finder, opened
from finding.sites import built
from playwright.sync_api import BrowserContext, Route, expect
from support.registers.public import invented
from support.sites import served
from support.under_policy import until

from generator.disclosure.public import PublicRegister
from generator.site.finder.listing import ListedGrade, listing_view
from generator.site.words.catalogue import dutch
from generator.site.words.ordering import by_name

NewContext = Callable[..., BrowserContext]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of more providers than are searched at once."""
    with served(built(invented(1200), tmp_path_factory.mktemp("large"))) as address:
        yield address


def test_a_result_shows_what_its_line_in_any_list_shows(register: PublicRegister, finder: Finder) -> None:
    finder.type("werk")
    finder.names()
    listings = {provider.name: listing_view(provider, dutch()) for provider in register.providers}
    for result in finder.results.all():
        listing = listings[result.get_by_role("heading").inner_text()]
        assert result.get_by_role("link").get_attribute("href") == f"{finder.page.url.partition('?')[0]}{listing.id}/"
        text = " ".join(result.inner_text().split())
        for part in (*listing.services, *listing.provinces, listing.period, listing.ended or ""):
            assert part in text
        for rating in (listing.clients, listing.commissioners):
            said = (
                (str(rating), rating.answered) if isinstance(rating, ListedGrade) else (rating.absence, rating.reason)
            )
            assert all(part in text for part in said)
        assert result.locator(".kc-choose").get_attribute("data-choose") == listing.id
        assert result.locator("data").count() == sum(
            rating.is_graded for rating in (listing.clients, listing.commissioners)
        )


def test_before_anything_is_asked_nothing_is_fetched_and_the_rest_of_the_page_is_there(
    address: str, new_context: NewContext
) -> None:
    page = new_context().new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{address}aanbieders/")
    page.wait_for_load_state("networkidle")
    assert not any("pagefind" in url for url in fetched)
    assert page.locator("[data-browse]").first.is_visible()
    assert Finder(page).results.count() == 0


def test_the_rest_of_the_page_gives_way_to_results_and_comes_back(finder: Finder) -> None:
    browse = finder.page.locator("[data-browse]").first
    finder.type("coach")
    finder.count()
    assert browse.is_hidden()
    finder.page.get_by_role("button", name="Wis alles").click()
    expect(browse).to_be_visible()
    expect(finder.results).to_have_count(0)
    expect(finder.field).to_be_focused()
    assert finder.status.inner_text() == ""
    finder.wait_until_asked(zoek="")
    assert finder.asked == {}


def test_what_is_asked_stands_in_the_address_and_a_shared_link_shows_the_same(
    finder: Finder, new_context: NewContext
) -> None:
    finder.type("coach & werk")
    finder.choose("Dienst", "Jobcoaching")
    finder.check("Alleen met cijfer van cliënten")
    finder.wait_until_asked(cijfer="ja")
    finder.field.fill("coach")
    finder.wait_until_asked(zoek="coach")
    finder.count()
    finder.choose("Sorteer op", "aantal antwoorden")
    finder.wait_until_asked(volgorde="antwoorden")
    assert finder.asked == {"zoek": "coach", "dienst": "jobcoaching", "cijfer": "ja", "volgorde": "antwoorden"}
    shared = opened(finder.page.url, new_context)
    assert shared.names() == finder.names() != []
    assert shared.field.input_value() == "coach"
    assert shared.page.get_by_label("Dienst", exact=True).input_value() == "jobcoaching"
    assert shared.page.get_by_label("Alleen met cijfer van cliënten").is_checked()
    assert not shared.page.get_by_label("Alleen met cijfer van opdrachtgevers").is_checked()
    assert shared.page.get_by_label("Sorteer op").input_value() == "antwoorden"


def test_an_address_that_asks_for_what_does_not_exist_is_an_ordinary_page(
    address: str, new_context: NewContext
) -> None:
    finder = opened(f"{address}aanbieders/?dienst=bestaat-niet&volgorde=omgekeerd&cijfer=nee&zoek=+", new_context)
    finder.page.wait_for_load_state("networkidle")
    assert finder.page.locator("[data-browse]").first.is_visible()
    assert finder.page.get_by_label("Dienst", exact=True).input_value() == ""


def test_what_others_keep_in_the_address_stays_there(address: str, new_context: NewContext) -> None:
    finder = opened(f"{address}aanbieders/?aanbieders=a%2Cb", new_context)
    finder.type("coach")
    assert finder.asked == {"aanbieders": "a,b", "zoek": "coach"}


def test_back_leads_from_search_to_search_and_out_of_them(finder: Finder) -> None:
    finder.type("coach")
    finder.field.press("Enter")
    coaches = finder.names()
    finder.field.press_sequentially("ing")
    finder.wait_until_asked(zoek="coaching")
    finder.type("outplacement")
    outplacement = finder.names()
    assert outplacement != coaches
    finder.page.go_back()
    finder.wait_until_asked(zoek="coach")
    expect(finder.field).to_have_value("coach")
    assert finder.names() == coaches
    finder.page.go_forward()
    expect(finder.field).to_have_value("outplacement")
    assert finder.names() == outplacement
    finder.page.go_back()
    finder.page.go_back()
    expect(finder.results).to_have_count(0)
    assert finder.page.locator("[data-browse]").first.is_visible()


def test_back_from_another_page_shows_as_many_results_as_there_were(address: str, finder: Finder) -> None:
    finder.type("werk")
    finder.count()
    finder.more.click()
    expect(finder.results).to_have_count(40)
    finder.results.nth(30).scroll_into_view_if_needed()
    scrolled = finder.page.evaluate("scrollY")
    finder.page.goto(f"{address}uitleg/")
    finder.page.go_back()
    expect(finder.results).to_have_count(40)
    until(finder.page, "scrolled => Math.abs(scrollY - scrolled) < 5", scrolled)


@pytest.mark.parametrize(
    ("typed", "said"), [("riority", "1 aanbieder gevonden"), ("qwerty", "Geen aanbieders gevonden")]
)
def test_the_number_of_results_is_announced(typed: str, said: str, finder: Finder) -> None:
    """The line is there from the start: a screen reader tells what changes in it."""
    assert finder.page.locator("[role=status][aria-live=polite]").count() == 1
    finder.type(typed)
    expect(finder.status).to_have_text(said)


def test_more_results_come_behind_and_the_first_of_them_gets_the_focus(finder: Finder) -> None:
    finder.type("werk")
    total = finder.count()
    assert total > 40
    expect(finder.page.get_by_text(f"U ziet 20 van de {total}.")).to_be_visible()
    finder.more.click()
    expect(finder.results).to_have_count(40)
    expect(finder.results.nth(20).get_by_role("link")).to_be_focused()
    expect(finder.page.get_by_text(f"U ziet 40 van de {total}.")).to_be_visible()
    while finder.more.is_visible():
        shown = finder.results.count()
        finder.more.click()
        expect(finder.results).to_have_count(min(shown + 20, total))
    assert finder.results.count() == total


def test_each_list_of_results_is_announced_to_other_parts_of_the_page(finder: Finder) -> None:
    finder.page.evaluate(
        "window.lists = []; document.addEventListener('kc:rendered', event => lists.push(event.target.children.length))"
    )
    finder.type("werk")
    finder.count()
    finder.more.click()
    expect(finder.results).to_have_count(40)
    assert finder.page.evaluate("lists") == [20, 40]


def test_everything_works_by_keyboard(address: str, new_context: NewContext) -> None:
    finder = opened(f"{address}aanbieders/", new_context)
    keyboard = finder.page.keyboard
    while not finder.field.evaluate("field => field === document.activeElement"):
        keyboard.press("Tab")
    keyboard.type("werk")
    keyboard.press("Tab")
    expect(finder.page.get_by_role("button", name="Zoek", exact=True)).to_be_focused()
    keyboard.press("Tab")
    keyboard.type("Job")
    finder.wait_until_asked(dienst="jobcoaching")
    keyboard.press("Tab")
    keyboard.press("Tab")
    keyboard.press("Space")
    finder.wait_until_asked(cijfer="ja")
    assert finder.count() > 1
    keyboard.press("Tab")
    keyboard.press("Tab")
    expect(finder.page.get_by_role("button", name="Wis alles")).to_be_focused()
    keyboard.press("Tab")
    keyboard.type("aantal")
    finder.wait_until_asked(volgorde="antwoorden")
    finder.count()
    keyboard.press("Tab")
    expect(finder.results.first.get_by_role("link")).to_be_focused()
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
    held: list[Route] = []
    finder.type("priority")
    assert finder.names() == ["Step by Step Priority"]
    finder.page.route("**/*.pf_fragment", lambda route: held.append(route))  # noqa: PLW0108 - it takes no method
    with finder.page.expect_request("**/*.pf_fragment"):
        finder.field.fill("mikado")
    finder.type("priority")
    for route in held:
        route.continue_()
    finder.page.wait_for_load_state("networkidle")
    assert finder.names() == ["Step by Step Priority"]


@pytest.mark.parametrize("missing", ["pagefind.js", "*.pf_meta", "wasm.*", "*.pf_fragment"])
def test_when_the_index_cannot_be_fetched_a_sentence_and_a_link_lead_on(missing: str, finder: Finder) -> None:
    finder.page.route(f"**/{missing}*", lambda route: route.abort())
    finder.field.fill("coach")
    expect(finder.status).to_have_text("Zoeken lukt nu niet.")
    assert finder.page.get_by_role("link", name="Bekijk alle aanbieders van A tot Z").is_visible()
    assert finder.page.locator("[data-browse]").first.is_visible()
    assert finder.results.count() == 0


@pytest.mark.parametrize("missing", ["pagefind.js", "*.pf_meta"])
def test_after_a_failure_the_next_search_tries_again(missing: str, finder: Finder) -> None:
    finder.page.route(f"**/{missing}*", lambda route: route.abort())
    finder.field.fill("coach")
    expect(finder.status).to_have_text("Zoeken lukt nu niet.")
    finder.page.unroute(f"**/{missing}*")
    finder.type("priority")
    assert finder.names() == ["Step by Step Priority"]


def test_without_scripts_there_is_no_form_but_everything_else(address: str, new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}aanbieders/?zoek=coach")
    assert page.get_by_role("search").is_hidden()
    assert page.get_by_text("Toon meer aanbieders").is_hidden()
    assert page.get_by_role("link", name="Outplacement").is_visible()


def test_the_finder_works_on_the_home_page_and_under_a_path(under_a_path: str, new_context: NewContext) -> None:
    page = new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(under_a_path)
    finder = Finder(page)
    finder.type("priority")
    assert finder.names() == ["Step by Step Priority"]
    link = finder.results.get_by_role("link").get_attribute("href")
    assert link == f"{under_a_path}aanbieders/met-naam-0/"
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(under_a_path).netloc}
    assert all(urlsplit(url).path.startswith("/klantcijfer/") for url in asked)


def test_a_large_register_shows_the_same_first_results_before_it_has_counted(
    large: str, new_context: NewContext
) -> None:
    finder = opened(f"{large}aanbieders/", new_context)
    finder.type("coach")
    everyone = finder.names()
    assert len(finder.page.workers) == 1, "the page's policy lets it search beside the page"
    assert len(everyone) > 200
    assert everyone == sorted(everyone, key=by_name)
    few = opened(f"{large}aanbieders/?zoek=jobcoach+zeeland&cijfer=ja&volgorde=cijfer", new_context)
    grades = few.page.locator(".kc-result__clients data")
    assert few.count() == len(few.names()) == grades.count()
    values = [float(str(grade.get_attribute("value"))) for grade in grades.all()]
    assert values == sorted(values, reverse=True)


def test_only_results_move_while_somebody_types(finder: Finder) -> None:
    """What stands above the results, where somebody types and chooses, stays where it is."""
    place = "document.querySelector('.kc-finder__form').getBoundingClientRect().toJSON()"
    before = finder.page.evaluate(place)
    finder.type("werk")
    finder.count()
    assert finder.page.evaluate(place) == before
