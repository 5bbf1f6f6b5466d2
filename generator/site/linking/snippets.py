"""The HTML that a provider copies to show its grades on its own site; it links to the provider's permanent page."""

from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.site.linking import badges, embedding
from generator.site.linking.summaries import ProviderSummary, described
from generator.site.words.catalogue import Words

_BADGE = Markup('<a href="{}"><img src="{}" width="{}" height="{}" alt="{}"></a>')
_EMBED = Markup('<iframe src="{}" width="100%" height="{}" frameborder="0" loading="lazy" title="{}"></iframe>')


@dataclass(frozen=True, slots=True)
class BadgeChoice:
    """A badge to choose: its name, its file and its height in pixels.

    ``without`` is what its code lacks of the code of all grades: a space, and the words about the others.
    """

    label: str
    file: str
    height: int
    without: str


@dataclass(frozen=True, slots=True)
class Snippets:
    """HTML to copy: the ``badge`` with all grades, and a ``frame`` that holds a page.

    Code is written once. A script makes the other badges of it: the first of ``choices`` is that with all grades.
    """

    choices: tuple[BadgeChoice, ...]
    width: int
    badge: str
    frame: str
    frame_height: int
    frame_title: str


def snippets(summary: ProviderSummary, words: Words) -> Snippets:
    """What the page of a provider offers."""
    whole, *parts = sorted(badges.shapes(summary, words), key=lambda shape: -len(shape.audiences))
    title = words("linking.embed_title", name=summary.name)
    alt = described(summary, whole.audiences, words)
    return Snippets(
        choices=tuple(_choice(summary, shape, words) for shape in (whole, *parts)),
        width=badges.WIDTH,
        badge=str(_BADGE.format(summary.page, summary.page + whole.file, badges.WIDTH, whole.height, alt)),
        frame=str(_EMBED.format(f"{summary.page}embed/", embedding.HEIGHT, title)),
        frame_height=embedding.HEIGHT,
        frame_title=title,
    )


def _choice(summary: ProviderSummary, shape: badges.Shape, words: Words) -> BadgeChoice:
    others = [each.sentence for each in summary.audiences if each not in shape.audiences]
    return BadgeChoice(
        label=words(f"linking.shape.{shape.key}"),
        file=shape.file,
        height=shape.height,
        without="".join(f" {escape(each)}" for each in others),
    )
