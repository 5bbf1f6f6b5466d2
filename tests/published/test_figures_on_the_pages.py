"""The figures of data/ stand on the pages, and the withheld ones nowhere; whatever is in data/."""

import json
import re
from collections import defaultdict
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from published.answers import ask, each, rows_of
from published.plainly import Row, rows
from published.watching import NewContext
from support.under_policy import add_styles

from generator.disclosure.public import PublicProvider, PublicRegister, Published
from generator.site.words import grades
from generator.site.words.catalogue import Words
from generator.site.words.ordering import letter_in_address, letter_of
from generator.site.words.ratings import Graded, rated


def text_of(page: Page, address: str) -> str:
    """All text of the page as a reader meets it, its white space folded."""
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    # A promoter score is no grade, and can be 0,0.
    page.evaluate("document.querySelectorAll('.kc-score__value').forEach(each => { each.textContent += ' points' })")
    return " ".join(page.locator("main").inner_text().split()).replace(" ,", ",")


@pytest.fixture(scope="module")
def said(project: Path, today: date) -> dict[tuple[str, str], list[Row]]:
    """The rows of each public report in data/, read another way than the site reads them; by provider and period."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows(project / "data", today):
        found[row.provider, str(row.period_end)].append(row)
    return found


def test_a_grade_is_shown_where_data_says_so_by_the_plain_rules_and_nowhere_else(
    said: dict[tuple[str, str], list[Row]], public: PublicRegister, providers: str
) -> None:
    """Only beside something withheld may it be another one: rounded, or hidden."""
    wanted = [provider.id for provider in public.providers[:200]]
    wrong = []
    for provider, answer in each(lambda one: ask(f"{providers}{one}/ratings.json"), wanted):
        for report in json.loads(answer.body)["reports"]:
            shown = {(each["audience"], _service(each)): each for each in report["ratings"]}
            told = said.pop((provider, report["period_end"]))
            assert {(row.audience, row.service) for row in told} == set(shown)
            wrong += [row for row in told if not _agrees(row, shown[row.audience, row.service])]
    assert wrong == []
    assert {provider for provider, _ in said} & set(wanted) == set()


def _service(rating: dict[str, Any]) -> str:
    return str(rating["service"]["id"]) if rating["service"] else "total"


def _agrees(row: Row, rating: dict[str, Any]) -> bool:
    if (row.net_sample, row.completed) != (rating["net_sample"], rating["completed"]):
        return False
    shown = None if rating["grade"] is None else Decimal(str(rating["grade"]))
    if row.grade is None or not (row.beside_withheld and row.audience == "client"):
        return shown == (None if row.grade is None else Decimal(row.grade))
    whole = Decimal(row.grade).quantize(Decimal(1), ROUND_HALF_UP)
    return shown in {None, Decimal(row.grade), whole}


def test_a_page_says_how_many_answered_of_its_newest_report(
    said: dict[tuple[str, str], list[Row]], public: PublicRegister, words: Words, providers: str, page: Page
) -> None:
    for provider in public.providers[:20]:
        text = text_of(page, f"{providers}{provider.id}/")
        for row in said[provider.id, str(provider.newest.period_end)]:
            # Of one client alone it says so in words.
            if row.completed > (row.audience == "client") and row.net_sample > 1:
                completed, invited = map(words.figures.count, (row.completed, row.net_sample))
                assert re.search(rf"(?<!\d){completed} [a-z ]+ {invited}(?!\d)", text), row


def test_every_provider_shows_each_figure_or_its_reason(
    public: PublicRegister, words: Words, providers: str, page: Page
) -> None:
    for provider in public.providers[:200]:
        text = text_of(page, f"{providers}{provider.id}/").lower()
        for report in provider.reports:
            for audience, results in (("client", report.clients), ("commissioner", report.commissioners)):
                for row in results.rows if results else ():
                    rating = rated(row, audience, report, words)
                    assert (str(rating) if isinstance(rating, Graded) else rating.reason.lower()) in text


def test_the_lists_from_a_to_z_show_every_provider_with_its_newest_grades(
    public: PublicRegister, words: Words, base_url: str, providers: str, page: Page
) -> None:
    for provider in public.providers[:200]:
        page.goto(f"{base_url}{_letter(provider, words)}")
        row = page.locator(".kc-results > li", has=page.locator(f"a[href$='/{provider.id}/']"))
        text = row.inner_text()
        assert provider.name in text
        newest = provider.newest
        for results in (newest.clients, newest.commissioners)[: 1 + public.charter.asks_commissioners]:
            shown = results.total.rating if results else None
            wanted = grades.text(shown, words) if isinstance(shown, Published) else words("listing.absent")
            assert wanted in text
        # A page that is named leads somewhere.
        assert page.request.get(f"{providers}{provider.id}/").ok


def test_no_page_shows_a_mark_in_the_place_of_a_grade(
    public: PublicRegister, words: Words, base_url: str, providers: str, page: Page
) -> None:
    nothing = re.escape(words.figures.grade(Decimal(0)))
    pages = [base_url, providers, *(f"{providers}{provider.id}/" for provider in public.providers[:200])]
    for address in pages:
        text = text_of(page, address)
        assert not re.search(
            rf"(?<![\d.,]){nothing}(?!\d)(?! points)|\*|--|\b(?:nan|NaN|None|null|undefined)\b(?! of)", text
        ), address


def test_a_grade_that_is_not_published_has_no_figure_anywhere_in_the_source(
    public: PublicRegister, providers: str
) -> None:
    """Not even for a machine: of the withheld services there is no value, no bar, no sort key."""
    for provider, answer in each(lambda one: ask(f"{providers}{one.id}/"), public.providers[:200]):
        # The choices of colours and of a badge have values of their own.
        values = set(re.findall(r'<(?!input)[^>]*\bvalue="([^"]*)"', answer.body.decode()))
        assert values <= {str(row.rating.grade) for row in rows_of(provider) if isinstance(row.rating, Published)}


def test_all_is_there_without_javascript(places: dict[str, str], base_url: str, new_context: NewContext) -> None:
    with_scripts, without = new_context().new_page(), new_context(java_script_enabled=False).new_page()
    for kind in {"letter", "provider with grades", "service", "region", "explanation"} & places.keys():
        with_scripts.goto(base_url + places[kind])
        without.goto(base_url + places[kind])
        # What only a script can do is not offered without one.
        offered = ".kc-choose, .kc-if-script, .kc-finder__form, .kc-finder__head .kc-finder__choice, .kc-finder__begin"
        add_styles(with_scripts, f"{offered} {{ display: none !important }}")
        # And what only goes on in pages without one, goes on in the list with one.
        for opened in (with_scripts, without):
            add_styles(opened, ".kc-pages { display: none !important }")
        assert without.locator("main").inner_text() == with_scripts.locator("main").inner_text()
        assert without.locator("header nav a").count() == with_scripts.locator("header nav a").count() > 0


def test_the_site_is_whole_under_a_path_of_its_own(
    public: PublicRegister, words: Words, under_a_path: str, site_name: str, page: Page
) -> None:
    missing: list[str] = []
    page.on("response", lambda response: missing.append(response.url) if response.status >= 400 else None)
    page.goto(under_a_path)
    for provider in public.providers[:1]:
        page.locator(f"main a[href$='{_letter(provider, words)}']").first.click()
        page.locator(f"main a[href$='{words.folders.providers}/{provider.id}/']").first.click()
        assert page.url == f"{under_a_path}{words.folders.providers}/{provider.id}/"
    page.locator("header").get_by_role("link", name=words("frame.page.explanation")).click()
    page.get_by_role("link", name=words("frame.page.about")).click()
    page.get_by_role("link", name=words("frame.page.privacy")).click()
    page.get_by_role("link", name=site_name).first.click()
    assert page.url.rstrip(".") == under_a_path
    assert missing == []
    assert page.locator("h1").evaluate("each => getComputedStyle(each).fontFamily").startswith("system-ui")


def _letter(provider: PublicProvider, words: Words) -> str:
    """The path of the list in which a provider stands by its name."""
    return f"a-z/{letter_in_address(letter_of(provider.name), words)}/"


# Those of a drawing too, which are no texts to a script.
LINKS = """
[...document.querySelectorAll('a[href]')]
  .map(each => new URL(each.getAttribute('href'), document.baseURI).href.split('#')[0])
"""


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
            links = page.evaluate(LINKS)
            waiting += [link for link in links if link.startswith(base_url)]
    assert len(seen) > 6
