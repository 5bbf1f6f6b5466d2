"""The list of all pages for search engines (sitemaps.org), each with the day of its last change."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.disclosure.public import PublicService
from generator.site.finder.lists import parts_of
from generator.site.finder.members import by_letter, of_region, of_service
from generator.site.news import changed_on, corrections_by_page, corrections_of
from generator.site.origin import Origin
from generator.site.profiles import Profile
from generator.site.rendering.templating import rendered
from generator.site.words.ordering import letter_in_address

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
    folders = origin.words.folders
    yield "", newest
    for folder in (folders.providers, folders.services, folders.regions, folders.compare, folders.open_data):
        if folder:
            yield f"{folder}/", newest
    for page, _ in enumerate(corrections_by_page(origin.news), start=1):
        yield _page(f"{folders.corrections}/", page), corrections[0].day if corrections else None
    yield f"{folders.explanation}/", None
    for name in origin.settings.hand_written:
        yield f"{name.removesuffix('.md')}/", None
    yield from _list(f"a-z/{origin.words('address.letter.all')}/", profiles)
    for service in origin.register.services:
        yield from _list(f"{folders.services}/{service.id}/", of_service(service, profiles), service)
    for region in origin.register.charter.regions:
        yield from _list(f"{folders.regions}/{region}/", of_region(region, profiles))
    for letter, named in by_letter(profiles).items():
        yield from _list(f"a-z/{letter_in_address(letter, origin.words)}/", named)
    for provider in origin.register.providers:
        yield f"{folders.providers}/{provider.id}/", changed_on(provider)


def _list(path: str, profiles: Sequence[Profile], service: PublicService | None = None) -> Iterator[Page]:
    """The pages of a list."""
    for page, part in enumerate(parts_of(profiles, service), start=1):
        yield _page(path, page), _last(part)


def _page(first: str, page: int) -> str:
    """The path of a page of a list; ``first`` is that of its first page."""
    return first if page == 1 else f"{first}{page}/"


def _last(profiles: Iterable[Profile]) -> date | None:
    return max((changed_on(each.provider) for each in profiles), default=None)
