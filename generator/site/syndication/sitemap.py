"""The list of all pages for search engines (sitemaps.org), each with the day of its last change."""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.disclosure.public import PublicProvider
from generator.site.finder.listing import services_of
from generator.site.news import changed_on, corrections_of
from generator.site.origin import Origin
from generator.site.rendering.templating import rendered
from generator.site.words.ordering import LETTERS, letter_of

PATH = "sitemap.xml"
Page = tuple[str, date | None]


def sitemap(origin: Origin) -> str:
    """The text of the sitemap."""
    at = origin.settings.at
    pages = [(at(path), day.isoformat() if day else None) for path, day in all_pages(origin)]
    return rendered("sitemap.xml", origin.words, pages=pages)


def all_pages(origin: Origin) -> Iterator[Page]:
    """Every page's path below the site, and the day of its last change; None if the data does not tell the day.

    A page changes when a provider on it changes; a small change of an average does not count.
    """
    providers = origin.register.providers
    corrections = corrections_of(origin.news)
    newest = _last(providers)
    for path in ("", "aanbieders/", "diensten/", "provincies/", "vergelijken/", "open-data/"):
        yield path, newest
    yield "correcties/", corrections[0].day if corrections else None
    yield "uitleg/", None
    for name in origin.settings.hand_written:
        yield f"{name.removesuffix('.md')}/", None
    for service in origin.register.services:
        yield f"diensten/{service.id}/", _last(each for each in providers if service.id in services_of(each))
    for province in origin.words.group("province"):
        yield f"provincies/{province}/", _last(each for each in providers if province in each.provinces)
    for letter in LETTERS:
        yield f"a-z/{letter}/", _last(each for each in providers if letter_of(each.name) == letter)
    for provider in providers:
        yield f"aanbieders/{provider.id}/", changed_on(provider)


def _last(providers: Iterable[PublicProvider]) -> date | None:
    return max(map(changed_on, providers), default=None)
