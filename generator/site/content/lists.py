"""The pages that hold lists of providers: the home page, all providers, services, regions, letters.

Each page of a list is a part of its own: it changes with the providers that stand on it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from generator.disclosure.public import PublicService
from generator.site.content.parts import File, Part
from generator.site.finder.form import form_view
from generator.site.finder.lists import ListPage, list_pages, list_view
from generator.site.finder.members import by_letter, of_region, of_service
from generator.site.fingerprints import fingerprint
from generator.site.origin import Origin
from generator.site.pages.charts import figure
from generator.site.pages.charts.drawing import drawing
from generator.site.pages.views.browsing import BrowseView, browse_view, letter_name
from generator.site.pages.views.groups import GroupView, region_view, service_view
from generator.site.pages.views.mapping import map_view
from generator.site.profiles import Profile
from generator.site.rendering.templating import rendered
from generator.site.statistics.benchmarks import CLIENT, Benchmarks
from generator.site.words.catalogue import Words
from generator.site.words.ordering import letter_in_address

_View: TypeAlias = Callable[[Sequence[Profile], Benchmarks, Words], GroupView]


@dataclass(frozen=True, slots=True)
class _Following:
    """What the pages without the finder have in common: a name, and where their first page is, seen from the others.

    The pages from A to Z also have ``browse`` with the letters, and the one ``letter`` that they are of.
    """

    name: str
    first: str
    browse: BrowseView | None = None
    letter: str = ""


def parts(origin: Origin) -> Iterator[Part]:
    """Every page with a list of providers, and the charts on them."""
    register, words, profiles = origin.register, origin.words, origin.profiles
    browse = browse_view(register, words)
    form = form_view(register, words) if profiles else None
    first, *_ = everyone = list(_pages_of(profiles, None, origin))
    asks = register.charter.asks_commissioners
    yield _page("index.md", "home.md", words, browse=browse, form=form, list=first, asks_commissioners=asks)
    folders = words.folders
    yield _page(f"{folders.providers}/index.md", "providers.md", words, browse=browse, form=form, list=first)
    yield _page(f"{folders.services}/index.md", "ways.md", words, kind="service", links=browse.services, map=None)
    if register.charter.regions:
        places = map_view(register, words)
        yield _page(f"{folders.regions}/index.md", "ways.md", words, kind="region", links=browse.regions, map=places)
    yield from _a_to_z(words("address.letter.all"), everyone, _Following(words("letter.all"), "../", browse), words)
    for letter, named in by_letter(profiles).items():
        title, name = words("letter.title", letter=letter_name(letter, words)), letter_in_address(letter, words)
        following = _Following(title, "../", browse, name)
        yield from _a_to_z(name, _pages_of(named, None, origin), following, words)
    for service in register.services:
        view = partial(service_view, service)
        yield from _group(f"{folders.services}/{service.id}", of_service(service, profiles), service, view, origin)
    for region in register.charter.regions:
        view = partial(region_view, region)
        yield from _group(f"{folders.regions}/{region}", of_region(region, profiles), None, view, origin)


def _pages_of(profiles: Iterable[Profile], service: PublicService | None, origin: Origin) -> Iterator[ListPage]:
    benchmarks = origin.benchmarks
    return list_pages(list(profiles), service, benchmarks.average(service, CLIENT), benchmarks.scale)


def _page(name: str, template: str, words: Words, *, list: ListPage | None = None, **values: object) -> Part:  # noqa: A002 - as the templates name it
    def made() -> Iterator[File]:
        shown = {"list": list_view(list, words)} if list else {}
        yield name, rendered(template, words, **shown, **values)

    return Part(name, fingerprint(list, values), made)


def _a_to_z(name: str, pages: Iterable[ListPage], of: _Following, words: Words) -> Iterator[Part]:
    for each in pages:
        yield _following(f"a-z/{name}/{each.number}.md" if each.number > 1 else f"a-z/{name}.md", each, of, words)


def _group(
    name: str, members: Sequence[Profile], service: PublicService | None, view: _View, origin: Origin
) -> Iterator[Part]:
    """The pages of a service or a region, and its chart."""
    benchmarks, words = origin.benchmarks, origin.words
    first, *others = _pages_of(members, service, origin)

    def made() -> Iterator[File]:
        group = view(members, benchmarks, words)
        form = form_view(origin.register, words, **{group.kind: group.id}) if members else None
        drawn = drawing(group.chart) if group.chart else None
        shown = list_view(first, words)
        yield f"{name}.md", rendered("group.md", words, group=group, form=form, list=shown, drawing=drawn)
        if group.chart:
            yield f"{name}/{figure.FILE}", figure.as_json(group.chart)

    choices = form_view(origin.register, words)
    yield Part(f"{name}.md", fingerprint(service, members, first, choices, benchmarks.pool(service)), made)
    title = service.shown_name if service else words(f"region.{name.rpartition('/')[2]}")
    for each in others:
        yield _following(f"{name}/{each.number}.md", each, _Following(title, "../"), words)


def _following(name: str, page: ListPage, of: _Following, words: Words) -> Part:
    """A page of a list without the finder."""

    def made() -> Iterator[File]:
        is_first = page.number == 1
        part = words("list.part", page=page.number, pages=page.pages)
        yield (
            name,
            rendered(
                "following.md",
                words,
                list=list_view(page, words),
                heading=of.name,
                title=of.name if is_first else f"{of.name}, {part}",
                description=words("letter.description", name=of.name),
                root="../../" if is_first else "../../../",
                first="" if is_first else of.first,
                rest="" if is_first else "../",
                browse=of.browse,
                letter=of.letter,
            ),
        )

    return Part(name, fingerprint(page, of), made)
