"""The HTML that a provider copies to show its grades on its own site; it links to the provider's permanent page."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.site.linking import badges, embedding
from generator.site.linking.summaries import ProviderSummary, described
from generator.site.settings import Settings
from generator.site.words.catalogue import Words

_BADGE = Markup('<a href="{}"><img src="{}" width="{}" height="{}" alt="{}"></a>')
_EMBED = Markup('<iframe src="{}" width="100%" height="{}" frameborder="0" loading="lazy" title="{}"></iframe>')


@dataclass(frozen=True, slots=True)
class Snippet:
    """HTML to copy: how it looks (``file`` at its size), what it says in words, and the code itself.

    ``width`` and ``height`` are in pixels; ``width`` is None if it is the width of the page.
    """

    id: str
    label: str
    file: str
    width: int | None
    height: int
    alt: str
    code: str


def snippets(summary: ProviderSummary, settings: Settings, words: Words) -> tuple[Snippet, ...]:
    """Each badge, and the page for a frame."""
    folder = f"aanbieders/{summary.id}/"
    pictures = [_badge(summary, shape, settings.at(folder + shape.file), words) for shape in badges.shapes(summary)]
    title = words("linking.embed_title", name=summary.name, site=summary.site)
    code = _EMBED.format(settings.at(f"{folder}embed/"), embedding.HEIGHT, title)
    frame = Snippet("embed", words("linking.shape.embed"), "embed/", None, embedding.HEIGHT, title, str(code))
    return (*pictures, frame)


def _badge(summary: ProviderSummary, shape: badges.Shape, address: str, words: Words) -> Snippet:
    alt = described(summary, shape.audiences, words)
    return Snippet(
        id=shape.file.removesuffix(".svg"),
        label=words(f"linking.shape.{shape.key}"),
        file=shape.file,
        width=badges.WIDTH,
        height=shape.height,
        alt=alt,
        code=str(_BADGE.format(summary.page, address, badges.WIDTH, shape.height, alt)),
    )
