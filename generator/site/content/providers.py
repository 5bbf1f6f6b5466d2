"""What is made of one provider: its page, and the files in its folder."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from generator.progress import tracked
from generator.site.content.parts import File, Part
from generator.site.linking.files import picture, provider_files
from generator.site.linking.snippets import snippets
from generator.site.linking.summaries import ProviderSummary, in_brief, summary_of
from generator.site.opendata import ratings
from generator.site.origin import Origin
from generator.site.pages import comparing
from generator.site.pages.charts import figure
from generator.site.pages.charts.drawing import drawing
from generator.site.pages.charts.model import Chart
from generator.site.pages.views.contact import written_to
from generator.site.pages.views.developments import development
from generator.site.pages.views.provider import provider_view
from generator.site.profiles import Profile
from generator.site.rendering import structured_data
from generator.site.rendering.templating import rendered
from generator.site.settings import Settings
from generator.site.statistics.benchmarks import CLIENT
from generator.site.statistics.certainty import Certainty
from generator.site.words.catalogue import Words


def parts(origin: Origin) -> Iterator[Part]:
    """The part of each provider."""
    for profile in tracked(origin.profiles, "Preparing pages", of=origin.profiles):
        made = partial(_files, profile, origin.settings, origin.words)
        yield Part(f"{origin.words.folders.providers}/{profile.provider.id}.md", profile.fingerprint, made)


def _files(profile: Profile, settings: Settings, words: Words) -> Iterator[File]:
    """The page of a former id redirects to the provider's page.

    Files that others load under a former id stay complete: an image, a frame or a program cannot follow such a page.
    """
    provider, folder = profile.provider, words.folders.providers
    summary, chart = summary_of(profile, settings, words), development(profile, words)
    yield f"{folder}/{provider.id}.md", _page(profile, summary, chart, settings, words)
    if chart:
        yield f"{folder}/{provider.id}/{figure.FILE}", figure.as_json(chart)
    canonical, target = settings.page_of(provider.id), f"../{provider.id}/"
    for former in provider.former_ids:
        moved = rendered("redirect.html", words, name=provider.name, canonical=canonical, target=target)
        yield f"{folder}/{former}/index.html", moved
    own: Iterable[File] = chain[File](
        [(comparing.FILE, comparing.as_json(profile, words))],
        provider_files(summary, settings, words),
        ratings.provider_files(profile, settings, words),
    )
    for name, content in own:
        for identity in (provider.id, *provider.former_ids):
            yield f"{folder}/{identity}/{name}", content


def _page(profile: Profile, summary: ProviderSummary, chart: Chart | None, settings: Settings, words: Words) -> str:
    provider = profile.provider
    sure = profile.certainty(provider.newest, provider.newest.clients.total, CLIENT)
    return rendered(
        "provider.md",
        words,
        provider=provider_view(profile, words),
        drawing=drawing(chart) if chart else None,
        for_machines=structured_data.element(
            structured_data.organization(provider, settings, words, says_little=sure is Certainty.SAYS_LITTLE)
        ),
        contact=written_to("provider", provider.name, f"{words.folders.providers}/{provider.id}/", settings, words),
        snippets=snippets(summary, words),
        description=in_brief(summary, words),
        picture=f"{words.folders.providers}/{provider.id}/{picture(words)}",
    )
