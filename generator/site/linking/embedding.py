"""The page that a provider shows in a frame on its own site."""

from generator.site.linking.summaries import ProviderSummary
from generator.site.rendering.templating import rendered
from generator.site.words.catalogue import Words

# In pixels: what a narrow frame needs for two grades below each other. More text scrolls; unused height stays clear.
HEIGHT = 540


def embed(summary: ProviderSummary, words: Words) -> bytes:
    """The page, as HTML without a script."""
    return rendered("embed.html", words, summary=summary).encode()
