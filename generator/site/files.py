"""Every file of the site that is no page and needs no engine: a pure function of the public model and the settings."""

from collections.abc import Iterable, Iterator

from generator.disclosure.public import PublicProvider, PublicRegister
from generator.site import gone
from generator.site.linking import files as linking
from generator.site.linking import sharing
from generator.site.opendata import files as opendata
from generator.site.opendata import ratings
from generator.site.settings import Settings
from generator.site.syndication import feed, sitemap
from generator.site.templating import rendered
from generator.site.words import Words, dutch

File = tuple[str, bytes]


def files(register: PublicRegister, settings: Settings, promised: Iterable[str] = ()) -> Iterator[File]:
    """Every file, as its path below the site and what it holds, in a fixed order.

    Args:
        register: what the public may know.
        settings: of the site.
        promised: addresses that were published before, which must go on answering.
    """
    words = dutch()
    yield linking.GENERAL_PICTURE, sharing.general(settings.name, settings.palette, words)
    for provider in register.providers:
        yield from _of_provider(provider, settings, words)
    yield from gone.notices(gone.gone_providers(promised, register), settings, words)
    yield feed.PATH, feed.feed(register, settings, words).encode()
    yield sitemap.PATH, sitemap.sitemap(register, settings).encode()
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {settings.at(sitemap.PATH)}\n".encode()
    yield "llms.txt", rendered("llms.txt", settings=settings).encode()
    yield from opendata.files(register, settings, words)


def _of_provider(provider: PublicProvider, settings: Settings, words: Words) -> Iterator[File]:
    """What stands in the folder of a provider. A former id leads to its page."""
    page = f"aanbieders/{provider.id}/"
    for former in provider.former_ids:
        moved = rendered("redirect.html", name=provider.name, canonical=settings.at(page), target=f"../{provider.id}/")
        yield f"aanbieders/{former}/index.html", moved.encode()
    # What others fetch under a former id goes on as it is: to an image, a frame or a program a page that leads on is
    # nothing.
    for room in (linking, ratings):
        for name, content in room.provider_files(provider, settings, words):
            for identity in (provider.id, *provider.former_ids):
                yield f"aanbieders/{identity}/{name}", content
