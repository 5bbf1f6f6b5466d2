"""Every generated file of the site but the search records: a pure function of the public model."""

import json
from collections.abc import Iterator, Sequence

from generator.disclosure.public import PublicProvider, PublicRegister
from generator.site import charts, comparing, explaining_rules, structured_data
from generator.site.benchmarks import Benchmarks, benchmarks_of
from generator.site.finding import finder_view
from generator.site.linking.files import PICTURE
from generator.site.linking.snippets import snippets
from generator.site.linking.standing import standing, summary
from generator.site.opendata import describing
from generator.site.opendata.columns import Origin
from generator.site.opendata.page import open_data_view
from generator.site.ordering import by_name
from generator.site.settings import Settings
from generator.site.statistics.averages import MINIMUM_PROVIDERS
from generator.site.styling import files as styling
from generator.site.templating import rendered
from generator.site.views.browsing import BrowseView, browse_view, letter_views
from generator.site.views.corrections import corrections_view
from generator.site.views.developments import development, reading
from generator.site.views.groups import GroupView, province_view, service_view
from generator.site.views.providers import provider_view
from generator.site.words import Words, dutch

File = tuple[str, str]


def pages(register: PublicRegister, settings: Settings) -> Iterator[File]:
    """Every file, as its path below the folder of pages and its text, in a fixed order.

    A path that ends in .md becomes a page; any other goes to the site as it is.
    """
    words = dutch()
    benchmarks = benchmarks_of(register)
    providers = sorted(register.providers, key=lambda each: (by_name(each.name), each.id))
    browse = browse_view(register, words)
    yield from _fixed_pages(register, browse, words)
    yield "open-data/index.md", _open_data(register, settings, words)
    yield from _lists(register, providers, browse, benchmarks, words)
    for provider in providers:
        yield from _provider(provider, benchmarks, settings, words)
    yield from comparing.files(register, words)
    yield from styling.files(settings.styles, settings.palette)


def _fixed_pages(register: PublicRegister, browse: BrowseView, words: Words) -> Iterator[File]:
    count = words("register.providers", count=len(register.providers))
    rules = [explaining_rules.rules_view(each, words) for each in register.rules]
    finder = finder_view(register, words)
    yield "index.md", rendered("home.md", browse=browse, count=count, finder=finder)
    yield "aanbieders/index.md", rendered("providers.md", browse=browse, count=count, finder=finder)
    yield "vergelijken.md", rendered("compare.md", script=comparing.for_script(register, words))
    yield "scripts/words.json", json.dumps({"choice": words.group("choice")}, ensure_ascii=False) + "\n"
    yield "correcties.md", rendered("corrections.md", corrections=corrections_view(register))
    yield "uitleg.md", rendered("explanation.md", rules=rules, average_of_at_least=MINIMUM_PROVIDERS)


def _open_data(register: PublicRegister, settings: Settings, words: Words) -> str:
    for_machines = structured_data.element(describing.dataset(Origin(register, settings, words)))
    return rendered("open-data.md", data=open_data_view(register, settings, words), for_machines=for_machines)


def _lists(
    register: PublicRegister,
    providers: Sequence[PublicProvider],
    browse: BrowseView,
    benchmarks: Benchmarks,
    words: Words,
) -> Iterator[File]:
    """The ways that need no search: by service, by province, from A to Z."""
    yield "diensten/index.md", rendered("ways.md", kind="service", links=browse.services)
    for service in register.services:
        yield from _group("diensten", service_view(service, providers, benchmarks, words))
    yield "provincies/index.md", rendered("ways.md", kind="province", links=browse.provinces)
    for province in browse.provinces:
        yield from _group("provincies", province_view(province.id, providers, benchmarks, words))
    for letter in letter_views(providers, words):
        yield f"a-z/{letter.id}.md", rendered("letter.md", letter=letter, browse=browse)


def _group(folder: str, group: GroupView) -> Iterator[File]:
    yield f"{folder}/{group.id}.md", rendered("group.md", group=group)
    if group.chart:
        yield f"{folder}/{group.id}/grafiek.json", charts.as_json(group.chart)


def _provider(provider: PublicProvider, benchmarks: Benchmarks, settings: Settings, words: Words) -> Iterator[File]:
    view = provider_view(provider, benchmarks, words)
    chart = development(provider, benchmarks, words)
    for_machines = structured_data.element(structured_data.organization(provider, settings, words))
    stands = standing(provider, settings, words)
    yield (
        f"aanbieders/{provider.id}.md",
        rendered(
            "provider.md",
            provider=view,
            chart_reading=reading(chart, provider, words) if chart else None,
            for_machines=for_machines,
            snippets=snippets(stands, settings, words),
            picture=f"aanbieders/{provider.id}/{PICTURE}",
            said=summary(stands, stands.both, words),
        ),
    )
    if chart:
        yield f"aanbieders/{provider.id}/grafiek.json", charts.as_json(chart)
