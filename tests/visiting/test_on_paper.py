"""A provider's page on paper: one sheet of A4 with all that matters."""

from collections.abc import Callable
from io import BytesIO

from playwright.sync_api import Page
from pypdf import PdfReader

from generator.demo import cases
from generator.disclosure.public import PublicProvider, PublicRegister
from generator.site.words import figures
from generator.site.words.catalogue import dutch
from generator.site.words.ratings import Graded, rated


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


def said(provider: PublicProvider) -> list[str]:
    """What must be read on the sheet: the name, each grade or why there is none, and the source."""
    newest = provider.newest
    rows = [
        (audience, row)
        for audience, results in (("client", newest.clients), ("commissioner", newest.commissioners))
        for row in (results.rows if results else ())
    ]
    found = [rated(row, audience, newest, dutch()) for audience, row in rows]
    ratings = [str(each) if isinstance(each, Graded) else each.reason for each in found]
    return [provider.name, *ratings, newest.source, figures.day(newest.report_date)]


def printed(page: Page, address: str) -> PdfReader:
    page.goto(address)
    return PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))


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


def test_a_provider_is_one_sheet_with_its_grades_reasons_and_source(
    public: PublicRegister,
    home: str,
    page: Page,
) -> None:
    for why, choose in CHOICES.items():
        provider = choose(public)
        paper = printed(page, f"{home}aanbieders/{provider.id}/")
        assert len(paper.pages) == 1, f"{provider.id} ({why})"
        width, height = (round(float(side) / 72 * 25.4) for side in paper.pages[0].mediabox.upper_right)
        assert (width, height) == (210, 297)
        text = folded(paper.pages[0].extract_text())
        assert [words for words in said(provider) if folded(words) not in text] == [], f"{provider.id} ({why})"
