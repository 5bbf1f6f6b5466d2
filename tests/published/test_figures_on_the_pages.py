"""The figures of data/ stand on the pages, and the withheld ones nowhere."""

import re

import pytest
from playwright.sync_api import Page
from published.watching import NewContext
from support.under_policy import add_styles

from generator.disclosure.public import PublicRegister, Published
from generator.site.words import grades
from generator.site.words.catalogue import dutch
from generator.site.words.ordering import letter_of
from generator.site.words.ratings import Graded, rated


def text_of(page: Page, address: str) -> str:
    """All text of the page as a reader meets it, its white space folded."""
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    # A promoter score is no grade, and can be 0,0.
    page.evaluate("document.querySelectorAll('.kc-score__value').forEach(each => { each.textContent += ' punten' })")
    return " ".join(page.locator("main").inner_text().split())


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
                "Geen cijfer. Te weinig antwoorden: maar één cliënt vulde de vragenlijst in (uitgenodigd: 1).",
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
                "e enige uitgenodigde opdrachtgever vulde de vragenlijst niet in",
            ],
        ),
        ("xs2more-bv", ["8,6", "12 van de 18 cliënten antwoordden (67%)", "8,4", "Ja, de norm is gehaald."]),
    ],
)
def test_the_three_real_reports(provider: str, there: list[str], base_url: str, page: Page) -> None:
    text = text_of(page, f"{base_url}aanbieders/{provider}/")
    for words in there:
        assert words in text


def test_every_provider_shows_each_figure_or_its_reason(public: PublicRegister, base_url: str, page: Page) -> None:
    for provider in public.providers[:200]:
        text = text_of(page, f"{base_url}aanbieders/{provider.id}/").lower()
        for report in provider.reports:
            for audience, results in (("client", report.clients), ("commissioner", report.commissioners)):
                for row in results.rows if results else ():
                    rating = rated(row, audience, report, dutch())
                    assert (str(rating) if isinstance(rating, Graded) else rating.reason.lower()) in text


def test_the_lists_from_a_to_z_show_every_provider_with_its_newest_grades(
    public: PublicRegister,
    base_url: str,
    page: Page,
) -> None:
    for provider in public.providers[:200]:
        page.goto(f"{base_url}a-z/{letter_of(provider.name)}/")
        row = page.locator(".kc-results > li", has=page.locator(f"a[href$='/{provider.id}/']"))
        text = row.inner_text()
        assert provider.name in text
        for results in (provider.newest.clients, provider.newest.commissioners):
            shown = results.total.rating if results else None
            assert grades.text(shown, dutch()) in text if isinstance(shown, Published) else "Geen cijfer" in text
        # A page that is named leads somewhere.
        assert page.request.get(f"{base_url}aanbieders/{provider.id}/").ok


def test_no_page_shows_a_mark_in_the_place_of_a_grade(public: PublicRegister, base_url: str, page: Page) -> None:
    for path in ["", "aanbieders/", *(f"aanbieders/{provider.id}/" for provider in public.providers[:200])]:
        text = text_of(page, base_url + path)
        assert not re.search(
            r"(?<![\d,])0,0(?!\d)(?! punten)|\*|--|\b(?:nan|none|null|undefined)\b", text, re.IGNORECASE
        ), path


def test_a_grade_that_is_not_published_has_no_figure_anywhere_in_the_source(base_url: str, page: Page) -> None:
    """Not even for a machine: of the withheld services there is no value, no bar, no sort key."""
    source = page.request.get(f"{base_url}aanbieders/jop-coaching/").text()
    # The choices of colours and of a badge have values of their own.
    values = set(re.findall(r'<(?!input)[^>]*\bvalue="([^"]*)"', source))
    assert values == {"8.9"}


def test_all_is_there_without_javascript(base_url: str, new_context: NewContext) -> None:
    with_scripts, without = new_context().new_page(), new_context(java_script_enabled=False).new_page()
    for path in (
        "a-z/j/",
        "aanbieders/step-by-step-priority/",
        "diensten/jobcoaching/",
        "provincies/utrecht/",
        "uitleg/",
    ):
        with_scripts.goto(base_url + path)
        without.goto(base_url + path)
        # What only a script can do is not offered without one.
        offered = ".kc-choose, .kc-if-script, .kc-finder__form, .kc-finder__head .kc-finder__choice, .kc-finder__begin"
        add_styles(with_scripts, f"{offered} {{ display: none !important }}")
        # And what only goes on in pages without one, goes on in the list with one.
        for each in (with_scripts, without):
            add_styles(each, ".kc-pages { display: none !important }")
        assert without.locator("main").inner_text() == with_scripts.locator("main").inner_text()
        assert without.locator("header nav a").count() == with_scripts.locator("header nav a").count() > 0


def test_the_site_is_whole_under_a_path_of_its_own(under_a_path: str, page: Page) -> None:
    missing: list[str] = []
    page.on("response", lambda response: missing.append(response.url) if response.status >= 400 else None)
    page.goto(under_a_path)
    page.get_by_role("link", name="Nieuw werk bij ontslag").click()
    page.get_by_role("link", name="Step by Step Priority").click()
    assert page.url == f"{under_a_path}aanbieders/step-by-step-priority/"
    page.get_by_role("link", name="Waarom staat er soms geen cijfer?").click()
    assert page.url == f"{under_a_path}uitleg/#geen-cijfer"
    page.get_by_role("link", name="Over deze site").click()
    page.get_by_role("link", name="Privacy").click()
    page.get_by_role("link", name="Klantcijfer").click()
    assert page.url.rstrip(".") == under_a_path
    assert missing == []
    assert page.locator("h1").evaluate("each => getComputedStyle(each).fontFamily").startswith("system-ui")


def test_every_link_of_the_site_leads_somewhere(base_url: str, page: Page) -> None:
    seen: set[str] = set()
    waiting = [base_url]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = page.request.get(address)
        assert answer.ok, address
        if "html" in answer.headers["content-type"]:
            page.goto(address)
            links = page.evaluate("[...document.querySelectorAll('a[href]')].map(each => each.href.split('#')[0])")
            waiting += [link for link in links if link.startswith(base_url)]
    assert len(seen) > 6
