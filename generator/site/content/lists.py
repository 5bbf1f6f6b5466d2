"""The pages that hold lists of providers: the home page, all providers, services, provinces, letters."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.disclosure.public import PublicProvider, PublicService
from generator.site.finder.form import form_view
from generator.site.finder.lists import ListView, list_views
from generator.site.origin import Origin
from generator.site.pages.charts import figure
from generator.site.pages.charts.drawing import drawing
from generator.site.pages.views.browsing import BrowseView, browse_view, by_letter, letter_name
from generator.site.pages.views.groups import GroupView, province_view, service_view
from generator.site.pages.views.mapping import map_view
from generator.site.rendering.templating import rendered
from generator.site.words.catalogue import Words

File = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Pages:
    """What the pages without the finder have in common: a name, and where their first page is, seen from the others.

    The pages from A to Z also have ``browse`` with the letters, and the one ``letter`` that they are of.
    """

    name: str
    first: str
    browse: BrowseView | None = None
    letter: str = ""


def pages(origin: Origin, providers: Sequence[PublicProvider]) -> Iterator[File]:
    """Every page with a list of ``providers`` (all of the register, by name), and the charts on them."""
    register, benchmarks, words = origin.register, origin.benchmarks, origin.words
    browse = browse_view(register, words)
    yield from _everyone(origin, providers, browse)
    yield "diensten/index.md", rendered("ways.md", words, kind="service", links=browse.services, map=None)
    for service in register.services:
        group = service_view(service, providers, benchmarks, words)
        yield from _group("diensten", group, service, origin)
    places = map_view(register, words)
    yield "provincies/index.md", rendered("ways.md", words, kind="province", links=browse.provinces, map=places)
    for province in words.group("province"):
        group = province_view(province, providers, benchmarks, words)
        yield from _group("provincies", group, None, origin)
    for letter, named in by_letter(providers):
        yield from _letter(letter, named, browse, origin)


def _everyone(origin: Origin, providers: Sequence[PublicProvider], browse: BrowseView) -> Iterator[File]:
    words = origin.words
    first, *_ = views = list(list_views(providers, None, origin.benchmarks, words, origin.register.as_of))
    form = form_view(origin.register, words) if providers else None
    yield "index.md", rendered("home.md", words, browse=browse, form=form, list=first)
    yield "aanbieders/index.md", rendered("providers.md", words, browse=browse, form=form, list=first)
    yield from _a_to_z("alle", views, _Pages(words("letter.all"), "../", browse), words)


def _letter(letter: str, providers: Sequence[PublicProvider], browse: BrowseView, origin: Origin) -> Iterator[File]:
    words = origin.words
    of_letter = _Pages(words("letter.title", letter=letter_name(letter, words)), "../", browse, letter)
    views = list_views(providers, None, origin.benchmarks, words, origin.register.as_of)
    yield from _a_to_z(letter, views, of_letter, words)


def _a_to_z(name: str, views: Iterable[ListView], of: _Pages, words: Words) -> Iterator[File]:
    for each in views:
        yield f"a-z/{name}/{each.page}.md" if each.page > 1 else f"a-z/{name}.md", _following(each, of, words)


def _group(folder: str, group: GroupView, service: PublicService | None, origin: Origin) -> Iterator[File]:
    """The pages of a service or a province, and its chart."""
    register, words = origin.register, origin.words
    first, *others = list_views(group.providers, service, origin.benchmarks, words, register.as_of)
    form = form_view(register, words, **{group.kind: group.id}) if group.providers else None
    drawn = drawing(group.chart) if group.chart else None
    yield f"{folder}/{group.id}.md", rendered("group.md", words, group=group, form=form, list=first, drawing=drawn)
    for each in others:
        yield f"{folder}/{group.id}/{each.page}.md", _following(each, _Pages(group.title, "../"), words)
    if group.chart:
        yield f"{folder}/{group.id}/grafiek.json", figure.as_json(group.chart)


def _following(view: ListView, of: _Pages, words: Words) -> str:
    """A page of a list without the finder."""
    is_first = view.page == 1
    return rendered(
        "following.md",
        words,
        list=view,
        heading=of.name,
        title=of.name if is_first else f"{of.name}, {words('list.part', page=view.page, pages=view.pages)}",
        description=words("letter.description", name=of.name),
        root="../../" if is_first else "../../../",
        first="" if is_first else of.first,
        rest="" if is_first else "../",
        browse=of.browse,
        letter=of.letter,
    )
