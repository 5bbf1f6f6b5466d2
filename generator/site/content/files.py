"""Every file of the site that is no page and needs no engine: a pure function of the public model and the settings."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from generator.disclosure.public import PublicProvider
from generator.site.content.withdrawn import notices
from generator.site.linking import files as linking
from generator.site.linking import sharing
from generator.site.opendata import files as opendata
from generator.site.opendata import ratings
from generator.site.origin import Origin
from generator.site.rendering.templating import rendered
from generator.site.syndication import feed, sitemap

File = tuple[str, bytes]


def files(origin: Origin, withdrawn: Mapping[str, Sequence[str]]) -> Iterator[File]:
    """Every file, as its path below the site and its content, in a fixed order.

    Args:
        origin: what the site is made from.
        withdrawn: ids of providers that have nothing public now, with the addresses that must still answer.
    """
    settings, words = origin.settings, origin.words
    yield linking.GENERAL_PICTURE, sharing.general(settings.name, settings.palette, words)
    for provider in origin.register.providers:
        yield from _of_provider(provider, origin)
    yield from notices(withdrawn, settings, words)
    yield feed.PATH, feed.feed(origin.news, settings, words).encode()
    yield sitemap.PATH, sitemap.sitemap(origin).encode()
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {settings.at(sitemap.PATH)}\n".encode()
    yield "llms.txt", rendered("llms.txt", words, settings=settings).encode()
    yield from opendata.files(origin)


def _of_provider(provider: PublicProvider, origin: Origin) -> Iterator[File]:
    """The files in the folder of a provider. The page of a former id redirects to the provider's page."""
    settings, words = origin.settings, origin.words
    page = f"aanbieders/{provider.id}/"
    for former in provider.former_ids:
        target = f"../{provider.id}/"
        moved = rendered("redirect.html", words, name=provider.name, canonical=settings.at(page), target=target)
        yield f"aanbieders/{former}/index.html", moved.encode()
    # Files that others load under a former id stay complete: an image, a frame or a program cannot follow a page that
    # redirects.
    made = chain(
        linking.provider_files(provider, origin.benchmarks, settings, words),
        ratings.provider_files(provider, settings, words),
    )
    for name, content in made:
        for identity in (provider.id, *provider.former_ids):
            yield f"aanbieders/{identity}/{name}", content
