"""Every generated file that goes through the engine: a pure function of the public model."""

import json
from collections.abc import Iterator

from generator.disclosure.public import PublicProvider
from generator.site.content import lists
from generator.site.content.looks import looks
from generator.site.finder import table
from generator.site.linking.files import PICTURE
from generator.site.linking.snippets import snippets
from generator.site.linking.summaries import described, in_brief, summary_of
from generator.site.opendata import describing
from generator.site.opendata.page import open_data_view
from generator.site.origin import Origin
from generator.site.pages import comparing
from generator.site.pages.charts import figure
from generator.site.pages.charts.drawing import drawing
from generator.site.pages.views.contact import hand_written, written_to
from generator.site.pages.views.corrections import corrections_views
from generator.site.pages.views.developments import development
from generator.site.pages.views.explanation import rules_view
from generator.site.pages.views.provider import provider_view
from generator.site.rendering import structured_data
from generator.site.rendering.templating import rendered
from generator.site.statistics.averages import MINIMUM_PROVIDERS
from generator.site.words.ordering import by_name

File = tuple[str, str]


def pages(origin: Origin) -> Iterator[File]:
    """Every file, also those written by hand, as its path below the folder of pages and its text, in a fixed order.

    A path that ends in .md becomes a page; any other goes to the site as it is.
    """
    register, words = origin.register, origin.words
    providers = sorted(register.providers, key=lambda each: (by_name(each.name), each.id))
    yield from _fixed_pages(origin)
    yield "open-data/index.md", _open_data(origin)
    yield from lists.pages(origin, providers)
    for provider in providers:
        yield from _provider(provider, origin)
    yield table.PATH, table.as_json(table.table(register, providers, origin.benchmarks, words))
    yield from comparing.files(register, origin.benchmarks, words)
    yield from hand_written(origin.settings, words).items()
    yield from looks(origin.settings, words)


def _fixed_pages(origin: Origin) -> Iterator[File]:
    register, words = origin.register, origin.words
    rules = [rules_view(each, words) for each in register.rules]
    yield "vergelijken.md", rendered("compare.md", words, script=comparing.for_script(register, words))
    yield "scripts/words.json", json.dumps({"choice": words.group("choice")}, ensure_ascii=False) + "\n"
    for each in corrections_views(origin.news, words):
        name = "correcties.md" if each.page == 1 else f"correcties/{each.page}.md"
        yield name, rendered("corrections.md", words, view=each)
    yield "uitleg.md", rendered("explanation.md", words, rules=rules, average_of_at_least=MINIMUM_PROVIDERS)


def _open_data(origin: Origin) -> str:
    for_machines = structured_data.element(describing.dataset(origin))
    return rendered("open-data.md", origin.words, data=open_data_view(origin), for_machines=for_machines)


def _provider(provider: PublicProvider, origin: Origin) -> Iterator[File]:
    benchmarks, settings, words = origin.benchmarks, origin.settings, origin.words
    view = provider_view(provider, benchmarks, words, origin.register.as_of)
    chart = development(provider, benchmarks, words)
    for_machines = structured_data.element(structured_data.organization(provider, settings, words))
    summary = summary_of(provider, benchmarks, settings, words)
    yield (
        f"aanbieders/{provider.id}.md",
        rendered(
            "provider.md",
            words,
            provider=view,
            drawing=drawing(chart) if chart else None,
            for_machines=for_machines,
            contact=written_to("provider", provider.name, f"aanbieders/{provider.id}/", settings, words),
            snippets=snippets(summary, settings, words),
            description=in_brief(summary, words),
            picture=f"aanbieders/{provider.id}/{PICTURE}",
            said=described(summary, summary.both, words),
        ),
    )
    if chart:
        yield f"aanbieders/{provider.id}/grafiek.json", figure.as_json(chart)
