"""Every file of this room."""

from collections.abc import Iterator

from generator.disclosure.public import PublicProvider
from generator.site.linking import badges, sharing
from generator.site.linking.embedding import embed
from generator.site.linking.posters import poster
from generator.site.linking.standing import standing
from generator.site.settings import Settings
from generator.site.words import Words

# Below the site: the picture of pages that have none of their own; site_src/theme/main.html names it.
GENERAL_PICTURE = "images/deel.png"
PICTURE = "deel.png"


def provider_files(provider: PublicProvider, settings: Settings, words: Words) -> Iterator[tuple[str, bytes]]:
    """Each file of a provider, by its name below the provider's folder: the same below each former id."""
    stands = standing(provider, settings, words)
    for shape in badges.shapes(stands):
        yield shape.file, badges.badge(stands, shape, settings.palette, words)
    yield "badge.json", badges.endpoint(stands, settings.palette, words)
    yield "embed/index.html", embed(stands)
    yield "poster/index.html", poster(stands, settings.palette)
    yield PICTURE, sharing.picture(stands, settings.palette, words)
