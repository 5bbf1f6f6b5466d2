"""Every generated file that goes through the engine: a pure function of the public model."""

import json
from collections.abc import Iterator, Sequence

from generator.disclosure.public import PublicProvider, PublicRegister
from generator.site.content.looks import looks
from generator.site.finder.form import finder_view
from generator.site.linking.files import PICTURE
from generator.site.linking.snippets import snippets
from generator.site.linking.summaries import described, in_brief, summary_of
from generator.site.opendata import describing
from generator.site.opendata.page import open_data_view
from generator.site.origin import Origin
from generator.site.pages import charts, comparing
from generator.site.pages.views.browsing import BrowseView, browse_view, letter_views
from generator.site.pages.views.contact import hand_written, written_to
from generator.site.pages.views.corrections import corrections_view
from generator.site.pages.views.developments import development, reading
from generator.site.pages.views.explanation import rules_view
from generator.site.pages.views.groups import GroupView, province_view, service_view
from generator.site.pages.views.provider import provider_view
from generator.site.rendering import structured_data
from generator.site.rendering.templating import rendered
from generator.site.settings import Settings
from generator.site.statistics.averages import MINIMUM_PROVIDERS
from generator.site.statistics.benchmarks import Benchmarks
from generator.site.words.catalogue import Words
from generator.site.words.ordering import by_name

File = tuple[str, str]


def pages(origin: Origin) -> Iterator[File]:
    """Every file, also those written by hand, as its path below the folder of pages and its text, in a fixed order.

    A path that ends in .md becomes a page; any other goes to the site as it is.
    """
    register, benchmarks, words = origin.register, origin.benchmarks, origin.words
    providers = sorted(register.providers, key=lambda each: (by_name(each.name), each.id))
    browse = browse_view(register, words)
    yield from _fixed_pages(origin, browse)
    yield "open-data/index.md", _open_data(origin)
    yield from _lists(register, providers, browse, benchmarks, words)
    for provider in providers:
        yield from _provider(provider, benchmarks, origin.settings, words)
    yield from comparing.files(register, benchmarks, words)
    yield from hand_written(origin.settings, words).items()
    yield from looks(origin.settings, words)


def _fixed_pages(origin: Origin, browse: BrowseView) -> Iterator[File]:
    register, words = origin.register, origin.words
    count = words("register.providers", count=len(register.providers))
    rules = [rules_view(each, words) for each in register.rules]
    finder = finder_view(register, words)
    yield "index.md", rendered("home.md", words, browse=browse, count=count, finder=finder)
    yield "aanbieders/index.md", rendered("providers.md", words, browse=browse, count=count, finder=finder)
    yield "vergelijken.md", rendered("compare.md", words, script=comparing.for_script(register, words))
    yield "scripts/words.json", json.dumps({"choice": words.group("choice")}, ensure_ascii=False) + "\n"
    yield "correcties.md", rendered("corrections.md", words, corrections=corrections_view(origin.news, words))
    yield "uitleg.md", rendered("explanation.md", words, rules=rules, average_of_at_least=MINIMUM_PROVIDERS)


def _open_data(origin: Origin) -> str:
    for_machines = structured_data.element(describing.dataset(origin))
    return rendered("open-data.md", origin.words, data=open_data_view(origin), for_machines=for_machines)


def _lists(
    register: PublicRegister,
    providers: Sequence[PublicProvider],
    browse: BrowseView,
    benchmarks: Benchmarks,
    words: Words,
) -> Iterator[File]:
    """The lists that need no search: by service, by province, from A to Z."""
    yield "diensten/index.md", rendered("ways.md", words, kind="service", links=browse.services)
    for service in register.services:
        yield from _group("diensten", service_view(service, providers, benchmarks, words), words)
    yield "provincies/index.md", rendered("ways.md", words, kind="province", links=browse.provinces)
    for province in browse.provinces:
        yield from _group("provincies", province_view(province.id, providers, benchmarks, words), words)
    for letter in letter_views(providers, words):
        yield f"a-z/{letter.id}.md", rendered("letter.md", words, letter=letter, browse=browse)


def _group(folder: str, group: GroupView, words: Words) -> Iterator[File]:
    yield f"{folder}/{group.id}.md", rendered("group.md", words, group=group)
    if group.chart:
        yield f"{folder}/{group.id}/grafiek.json", charts.as_json(group.chart)


def _provider(provider: PublicProvider, benchmarks: Benchmarks, settings: Settings, words: Words) -> Iterator[File]:
    view = provider_view(provider, benchmarks, words)
    chart = development(provider, benchmarks, words)
    for_machines = structured_data.element(structured_data.organization(provider, settings, words))
    summary = summary_of(provider, settings, words)
    yield (
        f"aanbieders/{provider.id}.md",
        rendered(
            "provider.md",
            words,
            provider=view,
            chart_reading=reading(chart, provider, words) if chart else None,
            for_machines=for_machines,
            contact=written_to("provider", provider.name, f"aanbieders/{provider.id}/", settings, words),
            snippets=snippets(summary, settings, words),
            description=in_brief(summary, words),
            picture=f"aanbieders/{provider.id}/{PICTURE}",
            said=described(summary, summary.both, words),
        ),
    )
    if chart:
        yield f"aanbieders/{provider.id}/grafiek.json", charts.as_json(chart)
