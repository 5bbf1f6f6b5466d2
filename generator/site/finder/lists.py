"""The lists of providers in the pages: all of them, of a service, of a region, of a letter; by name, never by grade.

The first providers stand in the page itself, and pages for who has no scripts follow it. With scripts the finder takes
over: the same list, which can then be asked, ordered and unfolded.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.disclosure.public import PublicService
from generator.scale import Scale
from generator.site.finder.listing import ListingView, Section, listing_view, section_of
from generator.site.profiles import Profile
from generator.site.ratings import position
from generator.site.statistics.averages import Average
from generator.site.words.catalogue import Words

FIRST = 20
"""How many providers stand in the first page of a long list, and how many more the finder shows at a time."""
WHOLE = 50
"""A list of so many providers stands in one page; the pages that follow the first hold so many too."""


@dataclass(frozen=True, slots=True)
class ListSection:
    """A part of a list: how many it has in the whole list, those in one page of it, and the page where it begins."""

    id: Section
    count: int
    profiles: tuple[Profile, ...]
    begins: int


@dataclass(frozen=True, slots=True)
class ListPage:
    """All that a page of a list is made of.

    Args:
        service: whose grades these are; None: all services together.
        average: the average of those grades in the whole register.
        scale: of these grades.
        number: of this page, from 1.
        pages: how many there are.
        count: how many providers the whole list has.
        sections: the parts of the list; a first page names them all.
    """

    service: PublicService | None
    average: Average | None
    scale: Scale
    number: int
    pages: int
    count: int
    sections: tuple[ListSection, ...]


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


def list_pages(
    profiles: Sequence[Profile], service: PublicService | None, average: Average | None, scale: Scale
) -> Iterator[ListPage]:
    """The pages of a list with the grades of ``service`` (None: of all services together); one, even if it is empty.

    ``profiles`` are those of the list, by name; ``average`` is that of those grades in the whole register,
    on its ``scale``.
    """
    pages = [_grouped(part, service) for part in parts_of(profiles, service)]
    begins = {section: at for at, page in reversed(list(enumerate(pages, start=1))) for section in page}
    totals = {section: sum(len(page.get(section, ())) for page in pages) for section in Section}
    for number, page in enumerate(pages, start=1):
        sections = tuple(
            ListSection(section, total, page.get(section, ()), begins[section])
            for section, total in totals.items()
            if section in page or (number == 1 and total)
        )
        yield ListPage(service, average, scale, number, len(pages), len(profiles), sections)


def list_view(page: ListPage, words: Words) -> ListView:
    """A page of a list as it is shown."""
    return ListView(
        page=page.number,
        pages=page.pages,
        count=words("list.count", count=page.count),
        subject=subject(page.service, page.average, words),
        average=position(page.average.grade, page.scale) if page.average else None,
        sections=tuple(
            SectionView(
                each.id,
                words(f"list.section.{each.id}", count=each.count),
                tuple(listing_view(profile, page.service, words) for profile in each.profiles),
                None if each.profiles else each.begins,
            )
            for each in page.sections
        ),
    )


def subject(service: PublicService | None, average: Average | None, words: Words) -> str:
    """Whose grades a list shows, and their average."""
    about = words("list.subject.service", name=service.shown_name) if service else words("list.subject.total")
    if average is None:
        return about
    return f"{about} {words('list.average', count=average.providers, grade=words.figures.grade(average.grade))}"


def _grouped(profiles: Iterable[Profile], service: PublicService | None) -> dict[Section, tuple[Profile, ...]]:
    return {
        section: tuple(members)
        for section, members in groupby(profiles, key=lambda each: section_of(each.provider, service))
    }


def parts_of(profiles: Sequence[Profile], service: PublicService | None) -> Iterator[Sequence[Profile]]:
    """The profiles on each page of a list about ``service``: section by section, and within one as they were given."""
    places = {section: place for place, section in enumerate(Section)}
    profiles = sorted(profiles, key=lambda each: places[section_of(each.provider, service)])
    first = len(profiles) if len(profiles) <= WHOLE else FIRST
    yield profiles[:first]
    for start in range(first, len(profiles), WHOLE):
        yield profiles[start : start + WHOLE]
