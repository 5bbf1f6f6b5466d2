"""The lists of providers in the pages: all of them, of a service, of a province, of a letter; by name, never by grade.

The first providers stand in the page itself, and pages for who has no scripts follow it. With scripts the finder takes
over: the same list, which can then be asked, ordered and unfolded.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.disclosure.public import PublicProvider, PublicService
from generator.site.finder.listing import ListingView, Section, listing_view, section_of
from generator.site.ratings import position
from generator.site.statistics.averages import Average
from generator.site.statistics.benchmarks import CLIENT, Benchmarks
from generator.site.words import figures
from generator.site.words.catalogue import Words

FIRST = 20
"""How many providers stand in the first page of a long list, and how many more the finder shows at a time."""
WHOLE = 50
"""A list of so many providers stands in one page; the pages that follow the first hold so many too."""


@dataclass(frozen=True, slots=True)
class SectionView:
    """A part of a list as a page shows it.

    Args:
        id: of `Section`.
        title: its name and how many providers it has, in the whole list.
        listings: those that stand in this page.
        elsewhere: the page in which the part begins if none of it stands here; None if some does.
    """

    id: Section
    title: str
    listings: tuple[ListingView, ...]
    elsewhere: int | None = None


@dataclass(frozen=True, slots=True)
class ListView:
    """One page of a list.

    Args:
        page: its number, from 1.
        pages: how many there are.
        count: how many providers the whole list has, in words.
        subject: whose grades these are, in words.
        average: the average of those grades as a position on the scale; None if there is none.
        sections: the parts; a first page names them all.
    """

    page: int
    pages: int
    count: str
    subject: str
    average: str | None
    sections: tuple[SectionView, ...]


def list_views(
    providers: Sequence[PublicProvider],
    service: PublicService | None,
    benchmarks: Benchmarks,
    words: Words,
    as_of: date,
) -> Iterator[ListView]:
    """The pages of a list with the grades of ``service`` (None: of all services together); one, even if it is empty.

    ``providers`` are those of the list, by name; ``as_of`` is the day on which a grade is old or not.
    """
    average = benchmarks.average(service, CLIENT)
    parts = [_grouped(part, service) for part in parts_of(providers, service)]
    totals = {section: sum(len(part.get(section, ())) for part in parts) for section in Section}
    for page, part in enumerate(parts, start=1):
        yield ListView(
            page=page,
            pages=len(parts),
            count=words("list.count", count=len(providers)),
            subject=subject(service, average, words),
            average=position(average.grade) if average else None,
            sections=tuple(
                SectionView(
                    section,
                    words(f"list.section.{section}", count=total),
                    tuple(listing_view(each, service, words, as_of) for each in part.get(section, ())),
                    None if section in part else next(at for at, each in enumerate(parts, start=1) if section in each),
                )
                for section, total in totals.items()
                if section in part or (page == 1 and total)
            ),
        )


def subject(service: PublicService | None, average: Average | None, words: Words) -> str:
    """Whose grades a list shows, and their average."""
    about = words("list.subject.service", name=service.shown_name) if service else words("list.subject.total")
    if average is None:
        return about
    return f"{about} {words('list.average', providers=average.providers, grade=figures.grade(average.grade))}"


def _grouped(
    providers: Iterable[PublicProvider], service: PublicService | None
) -> dict[Section, tuple[PublicProvider, ...]]:
    return {
        section: tuple(members) for section, members in groupby(providers, key=lambda each: section_of(each, service))
    }


def parts_of(providers: Sequence[PublicProvider], service: PublicService | None) -> Iterator[Sequence[PublicProvider]]:
    """The providers on each page of a list about ``service``: section by section, and within one as they were given."""
    places = {section: place for place, section in enumerate(Section)}
    providers = sorted(providers, key=lambda provider: places[section_of(provider, service)])
    first = len(providers) if len(providers) <= WHOLE else FIRST
    yield providers[:first]
    for start in range(first, len(providers), WHOLE):
        yield providers[start : start + WHOLE]
