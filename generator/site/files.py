"""Every file of the site that is no page and needs no engine: a pure function of the public model and the settings."""

from collections.abc import Iterator

from generator.disclosure.public import PublicProvider, PublicRegister
from generator.site.linking import sharing
from generator.site.linking.files import GENERAL_PICTURE, provider_files
from generator.site.settings import Settings
from generator.site.templating import rendered
from generator.site.words import dutch

File = tuple[str, bytes]


def files(register: PublicRegister, settings: Settings) -> Iterator[File]:
    """Every file, as its path below the site and what it holds, in a fixed order."""
    yield GENERAL_PICTURE, sharing.general(settings.name, dutch())
    for provider in register.providers:
        yield from _of_provider(provider, settings)


def _of_provider(provider: PublicProvider, settings: Settings) -> Iterator[File]:
    """What stands in the folder of a provider. A former id leads to its page."""
    page = f"aanbieders/{provider.id}/"
    for former in provider.former_ids:
        moved = rendered("redirect.html", name=provider.name, canonical=settings.at(page), target=f"../{provider.id}/")
        yield f"aanbieders/{former}/index.html", moved.encode()
    # What other sites show under a former id goes on as it is: to an image or a frame a redirect's page is nothing.
    for name, content in provider_files(provider, settings, dutch()):
        for known_as in (provider.id, *provider.former_ids):
            yield f"aanbieders/{known_as}/{name}", content
