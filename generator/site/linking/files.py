"""Every file of this room."""

from collections.abc import Iterator

from generator.site.linking import badges, sharing
from generator.site.linking.embedding import embed
from generator.site.linking.posters import poster
from generator.site.linking.summaries import ProviderSummary
from generator.site.settings import Settings
from generator.site.words.catalogue import Words

# The path below the site of the picture for pages without their own; site_src/theme/main.html names it.
GENERAL_PICTURE = "images/deel.png"
PICTURE = "deel.png"


def provider_files(summary: ProviderSummary, settings: Settings, words: Words) -> Iterator[tuple[str, bytes]]:
    """Each file of a provider, by its name below the provider's folder: the same below each former id."""
    for shape in badges.shapes(summary):
        yield shape.file, badges.badge(summary, shape, settings.palette, words)
    yield "badge.json", badges.endpoint(summary, settings.palette, words)
    yield "embed/index.html", embed(summary, words)
    yield "poster/index.html", poster(summary, words)
    yield PICTURE, sharing.picture(summary, settings.palette, words)
