"""A provider's page on paper: one sheet of A4 with all that matters, whatever its margins are."""

from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from typing import cast

from playwright.sync_api import Page, PdfMargins, expect
from pypdf import PdfReader
from support.kinds import KINDS
from support.under_policy import add_styles
from support.words import WORDS

from generator.demo import cases
from generator.disclosure.public import PublicProvider, PublicRegister
from generator.site.words.catalogue import Words, words_of
from generator.site.words.ratings import Graded, rated

# Where `make demo` says that it will stand, what it is called, and a day that is in none of its reports.
ADDRESS, SITE, PRINTED = "https://klantcijfer.example/", "Klantcijfer", date(2031, 3, 5)
# The page's own, none, and those of a letter.
MARGINS = ("", "0", "25mm")


def services(provider: PublicProvider) -> int:
    audiences = (provider.newest.clients, provider.newest.commissioners)
    return sum(len(results.rows) for results in audiences if results)


def periods(provider: PublicProvider) -> int:
    return len(provider.reports)


def reply(provider: PublicProvider) -> int:
    return len(provider.newest.reply or "")


def folded(text: str) -> str:
    """Text without white space and case: a sheet breaks lines where it likes."""
    # Some fonts draw "fi" as one.
    return "".join(text.lower().split()).replace("\ufb01", "fi")


def said(provider: PublicProvider, words: Words) -> list[str]:
    """What must be read on the sheet: the name, each grade or why there is none, the source, an address and a day."""
    newest = provider.newest
    rows = [
        (audience, row)
        for audience, results in (("client", newest.clients), ("commissioner", newest.commissioners))
        for row in (results.rows if results else ())
    ]
    found = [rated(row, audience, newest, words) for audience, row in rows]
    ratings = [str(each) if isinstance(each, Graded) else each.reason for each in found]
    address = f"{ADDRESS}aanbieders/{provider.id}/"
    return [
        provider.name,
        *ratings,
        newest.source,
        words.figures.day(newest.report_date),
        SITE,
        address,
        words.figures.day(PRINTED),
    ]


def printed(page: Page, margin: str = "") -> PdfReader:
    """An open page, printed on the day of `PRINTED`, with margins of the reader's own if they are given."""
    page.clock.set_fixed_time(PRINTED.isoformat())
    if margin:
        add_styles(page, f"@page {{ margin: {margin} }}")
    sides = dict.fromkeys(("top", "right", "bottom", "left"), margin or 0)
    return PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True, margin=cast("PdfMargins", sides))))


def found_wrong(page: Page, words: Sequence[str], margin: str = "") -> list[str]:
    """What is not as it should be of an open page on paper, which must say all these words."""
    paper = printed(page, margin)
    width, height = (round(float(side) / 72 * 25.4) for side in paper.pages[0].mediabox.upper_right)
    size = [] if (width, height) == (210, 297) else [f"{width} by {height} mm"]
    more = [] if len(paper.pages) == 1 else [f"{len(paper.pages)} sheets"]
    text = folded(paper.pages[0].extract_text())
    return [*size, *more, *(each for each in words if folded(each) not in text)]


def case(which: cases.Case) -> Callable[[PublicRegister], PublicProvider]:
    return lambda public: next(each for each in public.providers if each.id == which.id)


def most(measure: Callable[[PublicProvider], int]) -> Callable[[PublicRegister], PublicProvider]:
    """The provider with most of one thing, and of those who have it the one with most rows to show."""
    return lambda public: max(public.providers, key=lambda each: (measure(each), services(each)))


CHOICES = {
    "most services": most(services),
    "most periods": most(periods),
    "longest reply": most(reply),
    "all that a report can have": case(cases.JOB_COACH),
    "every reason and the longest name": case(cases.NINE_SERVICES),
    "corrections": case(cases.BELOW_NORM),
}


def test_a_provider_is_one_sheet_whatever_its_margins(public: PublicRegister, home: str, page: Page) -> None:
    for why, choose in CHOICES.items():
        provider = choose(public)
        page.goto(f"{home}aanbieders/{provider.id}/")
        for margin in MARGINS:
            wrong = found_wrong(page, said(provider, words_of(public.charter)), margin)
            assert wrong == [], f"{provider.id} ({why}), margins {margin or 'of the page'}"


def test_what_does_not_fit_or_is_not_said_is_seen(home: str, page: Page) -> None:
    page.goto(home + KINDS["provider with absences"].path)
    add_styles(page, "@media print { html { font-size: 100% } .kc-printed, .kc-brand { visibility: hidden } }")
    assert found_wrong(page, [SITE, WORDS.figures.day(PRINTED)]) == ["2 sheets", SITE, WORDS.figures.day(PRINTED)]


def test_a_comparison_on_paper_says_who_are_compared(home: str, page: Page) -> None:
    page.goto(home + KINDS["comparison"].path)
    expect(page.locator(".kc-compared").first).to_be_visible()
    text = folded(printed(page).pages[0].extract_text())
    assert folded(f"{ADDRESS}{KINDS['comparison'].path} · {WORDS.figures.day(PRINTED)}") in text
