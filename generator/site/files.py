"""Every file of the site that is no page and needs no engine: a pure function of the public model and the settings."""

from collections.abc import Iterable, Iterator

from generator.disclosure.public import PublicProvider, PublicRegister
from generator.site.gone import gone_providers, notices
from generator.site.opendata.files import files as open_data
from generator.site.opendata.ratings import provider_files
from generator.site.settings import Settings
from generator.site.syndication import feed, sitemap
from generator.site.templating import rendered
from generator.site.words import dutch

File = tuple[str, bytes]


def files(register: PublicRegister, settings: Settings, promised: Iterable[str] = ()) -> Iterator[File]:
    """Every file, as its path below the site and what it holds, in a fixed order.

    Args:
        register: what the public may know.
        settings: of the site.
        promised: addresses that were published before.
    """
    words = dutch()
    for provider in register.providers:
        yield from _of_provider(provider, settings)
    yield from notices(gone_providers(promised, register))
    yield feed.PATH, feed.feed(register, settings, words).encode()
    yield sitemap.PATH, sitemap.sitemap(register, settings).encode()
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {settings.at(sitemap.PATH)}\n".encode()
    yield "llms.txt", rendered("llms.txt", settings=settings).encode()
    yield from open_data(register, settings, words)


def _of_provider(provider: PublicProvider, settings: Settings) -> Iterator[File]:
    """What stands in the folder of a provider. A former id leads to its page, and has the same files."""
    for name, content in provider_files(provider, settings, dutch()):
        for identity in (provider.id, *provider.former_ids):
            yield f"aanbieders/{identity}/{name}", content
    page = f"aanbieders/{provider.id}/"
    for former in provider.former_ids:
        moved = rendered("redirect.html", name=provider.name, canonical=settings.at(page), target=f"../{provider.id}/")
        yield f"aanbieders/{former}/index.html", moved.encode()
