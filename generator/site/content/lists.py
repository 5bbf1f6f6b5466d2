"""The pages that hold lists of providers: the home page, all providers, services, provinces, letters."""

from collections.abc import Iterator, Sequence

from generator.disclosure.public import PublicProvider, PublicService
from generator.site.finder.form import form_view
from generator.site.finder.lists import ListView, list_views
from generator.site.origin import Origin
from generator.site.pages import charts
from generator.site.pages.views.browsing import BrowseView, browse_view, by_letter, letter_name
from generator.site.pages.views.groups import GroupView, province_view, service_view
from generator.site.rendering.templating import rendered
from generator.site.words.catalogue import Words

File = tuple[str, str]


def pages(origin: Origin, providers: Sequence[PublicProvider]) -> Iterator[File]:
    """Every page with a list of ``providers`` (all of the register, by name), and the charts on them."""
    register, benchmarks, words = origin.register, origin.benchmarks, origin.words
    browse = browse_view(register, words)
    yield from _everyone(origin, providers, browse)
    yield "diensten/index.md", rendered("ways.md", words, kind="service", links=browse.services)
    for service in register.services:
        group = service_view(service, providers, benchmarks, words)
        yield from _group("diensten", group, service, origin)
    yield "provincies/index.md", rendered("ways.md", words, kind="province", links=browse.provinces)
    for province in words.group("province"):
        group = province_view(province, providers, benchmarks, words)
        yield from _group("provincies", group, None, origin)
    for letter, named in by_letter(providers):
        yield from _letter(letter, named, browse, origin)


def _everyone(origin: Origin, providers: Sequence[PublicProvider], browse: BrowseView) -> Iterator[File]:
    words = origin.words
    first, *others = list_views(providers, None, origin.benchmarks, words)
    form = form_view(origin.register, words) if providers else None
    yield "index.md", rendered("home.md", words, browse=browse, form=form, list=first)
    yield "aanbieders/index.md", rendered("providers.md", words, browse=browse, form=form, list=first)
    name = words("letter.all")
    for each in others:
        yield f"a-z/alle/{each.page}.md", _following(each, name, "../../../aanbieders/", words, browse=browse)


def _letter(letter: str, providers: Sequence[PublicProvider], browse: BrowseView, origin: Origin) -> Iterator[File]:
    words = origin.words
    name = words("letter.title", letter=letter_name(letter, words))
    for each in list_views(providers, None, origin.benchmarks, words):
        path = f"a-z/{letter}/{each.page}.md" if each.page > 1 else f"a-z/{letter}.md"
        yield path, _following(each, name, "../", words, browse=browse, letter=letter)


def _group(folder: str, group: GroupView, service: PublicService | None, origin: Origin) -> Iterator[File]:
    """The pages of a service or a province, and its chart."""
    register, words = origin.register, origin.words
    first, *others = list_views(group.providers, service, origin.benchmarks, words)
    form = form_view(register, words, **{group.kind: group.id}) if group.providers else None
    yield f"{folder}/{group.id}.md", rendered("group.md", words, group=group, form=form, list=first)
    for each in others:
        yield f"{folder}/{group.id}/{each.page}.md", _following(each, group.title, "../", words)
    if group.chart:
        yield f"{folder}/{group.id}/grafiek.json", charts.as_json(group.chart)


def _following(
    view: ListView, name: str, first: str, words: Words, *, browse: BrowseView | None = None, letter: str = ""
) -> str:
    """A page of a list without the finder: of a letter, or one that follows the page at ``first``."""
    is_first = view.page == 1
    return rendered(
        "following.md",
        words,
        list=view,
        heading=name,
        title=name if is_first else f"{name}, {words('list.part', page=view.page, pages=view.pages)}",
        description=words("letter.description", name=name),
        root="../../" if is_first else "../../../",
        first="" if is_first else first,
        rest="" if is_first else "../",
        browse=browse,
        letter=letter,
    )
