"""What is made of the whole register, or of none of it: pages without a list, the open data, the finder, the feed."""

import json
from collections.abc import Iterator

from generator.site.content.looks import looks
from generator.site.content.parts import File, Part
from generator.site.finder import table
from generator.site.fingerprints import fingerprint
from generator.site.linking import sharing
from generator.site.linking.files import general_picture
from generator.site.opendata import describing
from generator.site.opendata import files as opendata
from generator.site.opendata.page import open_data_view
from generator.site.opendata.releases import Edition
from generator.site.origin import Origin
from generator.site.pages import comparing
from generator.site.pages.views.contact import hand_written
from generator.site.pages.views.corrections import corrections_views
from generator.site.pages.views.explanation import rules_view
from generator.site.rendering import plotly, structured_data
from generator.site.rendering.templating import rendered
from generator.site.statistics.averages import MINIMUM_PROVIDERS
from generator.site.syndication import feed, sitemap
from generator.site.words import scripts


def parts(origin: Origin) -> Iterator[Part]:
    """Each of them, by what it is made of."""
    register, settings = origin.register, origin.settings
    everything = fingerprint(origin.profiles, register.withdrawn, register.services, register.rules, origin.benchmarks)
    yield Part("always", "", lambda: _always(origin))
    yield Part("looks", fingerprint(settings.styles), lambda: looks(settings, origin.words))
    yield from _hand_written(origin)
    folders = origin.words.folders
    yield Part(f"{folders.explanation}.md", fingerprint(register.rules), lambda: _explanation(origin))
    yield Part(f"{folders.compare}.md", fingerprint(register.services), lambda: _comparison(origin))
    yield Part(f"{folders.corrections}.md", everything, lambda: _news(origin))
    yield Part("finder", everything, lambda: _finder(origin))
    yield Part("sitemap", fingerprint(everything, settings.hand_written), lambda: _sitemap(origin))
    yield Part(
        f"{folders.open_data}/index.md", everything, lambda: _open_data(origin), lambda: _open_data_compared(origin)
    )


def _always(origin: Origin) -> Iterator[File]:
    """What is the same for every register."""
    settings, words = origin.settings, origin.words
    yield "scripts/words.json", json.dumps({"choice": words.group("choice")}, ensure_ascii=False) + "\n"
    yield scripts.PATH, scripts.as_module(settings.charter.scale, words)
    yield plotly.SCRIPT, plotly.script_file().read_bytes()
    yield general_picture(words), sharing.general(settings.charter.name, settings.palette, words)
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {settings.at(sitemap.PATH)}\n"
    yield "llms.txt", rendered("llms.txt", words, settings=settings)


def _hand_written(origin: Origin) -> Iterator[Part]:
    for name, text in hand_written(origin.settings, origin.words).items():
        yield Part(name, fingerprint(text), lambda name=name, text=text: [(name, text)])  # type: ignore[misc]


def _explanation(origin: Origin) -> Iterator[File]:
    rules = [rules_view(each, origin.words) for each in origin.register.rules]
    page = rendered(
        "explanation.md",
        origin.words,
        rules=rules,
        average_of_at_least=MINIMUM_PROVIDERS,
        asks_commissioners=origin.register.charter.asks_commissioners,
    )
    yield f"{origin.words.folders.explanation}.md", page


def _comparison(origin: Origin) -> Iterator[File]:
    words = origin.words
    yield (
        f"{words.folders.compare}.md",
        rendered("compare.md", words, script=comparing.for_script(origin.register, words)),
    )


def _news(origin: Origin) -> Iterator[File]:
    for each in corrections_views(origin.news, origin.words):
        first = origin.words.folders.corrections
        name = f"{first}.md" if each.page == 1 else f"{first}/{each.page}.md"
        yield name, rendered("corrections.md", origin.words, view=each)
    yield feed.PATH, feed.feed(origin.news, origin.settings, origin.words)


def _finder(origin: Origin) -> Iterator[File]:
    columns = table.table(origin.register, origin.profiles, origin.benchmarks, origin.words)
    yield table.PATH, table.as_json(columns)


def _sitemap(origin: Origin) -> Iterator[File]:
    yield sitemap.PATH, sitemap.sitemap(origin)


def _open_data(origin: Origin) -> Iterator[File]:
    edition, files = opendata.files(origin)
    yield _open_data_page(edition, origin)
    yield from files


def _open_data_compared(origin: Origin) -> Iterator[File]:
    edition, files = opendata.compared(origin)
    yield _open_data_page(edition, origin)
    yield from files


def _open_data_page(edition: Edition, origin: Origin) -> File:
    for_machines = structured_data.element(describing.dataset(edition, origin))
    page = rendered("open-data.md", origin.words, data=open_data_view(edition, origin), for_machines=for_machines)
    return f"{origin.words.folders.open_data}/index.md", page
