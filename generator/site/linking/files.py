"""Every file of this room."""

from collections.abc import Iterator

from generator.site.linking import badges, sharing
from generator.site.linking.embedding import embed
from generator.site.linking.posters import poster
from generator.site.linking.summaries import ProviderSummary
from generator.site.settings import Settings
from generator.site.words.catalogue import Words


def picture(words: Words) -> str:
    """The name of a provider's picture below its folder."""
    return words("address.file.picture")


def general_picture(words: Words) -> str:
    """The path below the site of the picture for pages without their own."""
    return f"images/{picture(words)}"


def provider_files(summary: ProviderSummary, settings: Settings, words: Words) -> Iterator[tuple[str, bytes]]:
    """Each file of a provider, by its name below the provider's folder: the same below each former id."""
    for shape in badges.shapes(summary, words):
        yield shape.file, badges.badge(summary, shape, settings.palette, words)
    yield "badge.json", badges.endpoint(summary, settings.palette, words)
    yield "embed/index.html", embed(summary, words)
    yield "poster/index.html", poster(summary, words)
    yield picture(words), sharing.picture(summary, settings.palette, words)
