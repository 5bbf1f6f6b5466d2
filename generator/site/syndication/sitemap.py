"""The list of all pages for search engines (sitemaps.org), each with the day of its last change."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.disclosure.public import PublicService
from generator.site.finder.lists import parts_of
from generator.site.finder.members import by_letter, of_province, of_service
from generator.site.news import changed_on, corrections_by_page, corrections_of
from generator.site.origin import Origin
from generator.site.profiles import Profile
from generator.site.rendering.templating import rendered

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
    profiles = origin.profiles
    corrections = corrections_of(origin.news)
    newest = origin.news[0].day if origin.news else None
    for path in ("", "aanbieders/", "diensten/", "provincies/", "vergelijken/", "open-data/"):
        yield path, newest
    for page, _ in enumerate(corrections_by_page(origin.news), start=1):
        yield _page("correcties/", page), corrections[0].day if corrections else None
    yield "uitleg/", None
    for name in origin.settings.hand_written:
        yield f"{name.removesuffix('.md')}/", None
    yield from _list("a-z/alle/", profiles)
    for service in origin.register.services:
        yield from _list(f"diensten/{service.id}/", of_service(service, profiles), service)
    for province in origin.words.group("province"):
        yield from _list(f"provincies/{province}/", of_province(province, profiles))
    for letter, named in by_letter(profiles).items():
        yield from _list(f"a-z/{letter}/", named)
    for provider in origin.register.providers:
        yield f"aanbieders/{provider.id}/", changed_on(provider)


def _list(path: str, profiles: Sequence[Profile], service: PublicService | None = None) -> Iterator[Page]:
    """The pages of a list."""
    for page, part in enumerate(parts_of(profiles, service), start=1):
        yield _page(path, page), _last(part)


def _page(first: str, page: int) -> str:
    """The path of a page of a list; ``first`` is that of its first page."""
    return first if page == 1 else f"{first}{page}/"


def _last(profiles: Iterable[Profile]) -> date | None:
    return max((changed_on(each.provider) for each in profiles), default=None)
