"""One service, or one region: its page, and the providers that its list holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.disclosure.public import PublicProvider, PublicRow, PublicService, Published
from generator.site.finder.listing import clients_cell
from generator.site.pages.charts.model import Chart
from generator.site.pages.charts.scatter import Limits, Point, scatter
from generator.site.profiles import Profile
from generator.site.statistics.averages import Average, average_of
from generator.site.statistics.benchmarks import CLIENT, Benchmarks
from generator.site.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class GroupView:
    """A page about a group, without its list.

    Args:
        kind: "service" or "region".
        id: of the service or region.
        title: its name.
        official: a service's name in the reports, if the title is another.
        formerly: what earlier reports called a service; None if nothing else.
        description: what the page is about, for search engines.
        about: what it is; None if nothing is known.
        notice: that the service is gone; None if it is not.
        profiles: those of the members, by name.
        has_rounded: whether any grade of the list is in whole numbers.
        chart: the grades against the numbers of answers; None if there are too few.
    """

    kind: str
    id: str
    title: str
    official: str | None
    formerly: str | None
    description: str
    about: str | None
    notice: str | None
    profiles: tuple[Profile, ...]
    has_rounded: bool
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class _Graded:
    """A provider in a group, with its row there, which has a grade."""

    provider: PublicProvider
    row: PublicRow
    rating: Published


def service_view(service: PublicService, members: Sequence[Profile], benchmarks: Benchmarks, words: Words) -> GroupView:
    """The page of one service: ``members`` give it, or were measured for it in their newest report."""
    graded = _graded(members, service)
    return GroupView(
        kind="service",
        id=service.id,
        title=service.shown_name,
        official=service.official_name,
        formerly="; ".join(service.former_names) or None,
        description=words("group.service.description", name=service.shown_name),
        about=service.about or None,
        notice=words("group.service.retired", day=words.figures.day(service.retired_on))
        if service.retired_on
        else None,
        profiles=tuple(members),
        has_rounded=any(each.rating.is_rounded for each in graded),
        chart=_chart(graded, service, benchmarks.average(service, CLIENT), benchmarks, words),
    )


def region_view(region: str, members: Sequence[Profile], benchmarks: Benchmarks, words: Words) -> GroupView:
    """The page of one region: ``members`` name it, with the grade of all their clients, wherever they live."""
    name = words(f"region.{region}")
    graded = _graded(members, None)
    return GroupView(
        kind="region",
        id=region,
        title=name,
        official=None,
        formerly=None,
        description=words("group.region.description", name=name),
        about=words("group.region.about", name=name),
        notice=None,
        profiles=tuple(members),
        has_rounded=any(each.rating.is_rounded for each in graded),
        chart=_chart(graded, None, average_of(each.rating.grade for each in graded), benchmarks, words),
    )


def _graded(members: Iterable[Profile], service: PublicService | None) -> list[_Graded]:
    cells = ((each.provider, clients_cell(each.provider, service)) for each in members)
    return [_Graded(each, cell.row, cell.rating) for each, cell in cells if cell.row and cell.rating]


def _chart(
    graded: Sequence[_Graded],
    service: PublicService | None,
    average: Average | None,
    benchmarks: Benchmarks,
    words: Words,
) -> Chart | None:
    """The chart of grade against how many answered; None if fewer than two grades are public."""
    if len(graded) < 2:  # noqa: PLR2004 - said above
        return None
    to_providers = f"../../{words.folders.providers}/"
    points = [
        Point(each.provider.name, f"{to_providers}{each.provider.id}/", each.row.completed, each.rating)
        for each in graded
    ]
    funnel = _funnel(points, service, average, benchmarks)
    return scatter(points, average.grade if average else None, funnel, benchmarks.scale, words)


def _funnel(
    points: Sequence[Point], service: PublicService | None, average: Average | None, benchmarks: Benchmarks
) -> list[Limits]:
    if average is None:
        return []
    largest = max(point.answered for point in points)
    return [(each.answers, each.low, each.high) for each in benchmarks.funnel(service, average, largest)]
