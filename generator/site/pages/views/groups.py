"""The providers of one service, or of one province, as its page shows them: by name, never by grade."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.disclosure.public import PublicProvider, PublicRow, PublicService, Published
from generator.site.pages import charts
from generator.site.pages.views.ratings import GradeView, RatingView, rating_view
from generator.site.statistics.averages import Average, average_of
from generator.site.statistics.benchmarks import CLIENT, Benchmarks
from generator.site.words import figures
from generator.site.words.catalogue import Words
from generator.site.words.ratings import not_measured

# From /diensten/<id>/ and /provincies/<id>/ to a provider's page.
_TO_PROVIDERS = "../../aanbieders/"


@dataclass(frozen=True, slots=True)
class MemberView:
    """A provider's line in the table of a group. ``period`` also says that it has ended."""

    id: str
    name: str
    rating: RatingView
    period: str


@dataclass(frozen=True, slots=True)
class MembersView:
    """The providers of a group. ``average`` says their average, or why there is none."""

    count: str
    average: str
    lines: tuple[MemberView, ...]

    @property
    def has_rounded(self) -> bool:
        """Whether any grade is in whole numbers."""
        return any(isinstance(line.rating, GradeView) and line.rating.remark for line in self.lines)


@dataclass(frozen=True, slots=True)
class GroupView:
    """A page about a group. ``search`` is the query with which the finder searches in this group.

    ``reading`` says how to read the chart: what its marks are. ``official`` is a service's name in the reports, if the
    title is another.
    """

    kind: str
    id: str
    title: str
    official: str | None
    description: str
    about: str | None
    also_called: str | None
    notice: str | None
    search: str
    members: MembersView
    chart: charts.Figure | None
    reading: str


@dataclass(frozen=True, slots=True)
class _Member:
    """A provider in a group, with its row there; None if its newest report has no such row."""

    provider: PublicProvider
    row: PublicRow | None


def service_view(
    service: PublicService, providers: Iterable[PublicProvider], benchmarks: Benchmarks, words: Words
) -> GroupView:
    """The page of one service: ``providers`` that give it, or were measured for it in their newest report."""
    members = [
        _Member(each, row)
        for each in providers
        if (row := _row_of(each, service)) or any(given.id == service.id for given in each.services)
    ]
    average = benchmarks.average(service, CLIENT)
    return GroupView(
        kind="service",
        id=service.id,
        title=service.shown_name,
        official=service.official_name,
        description=words("group.service.description", name=service.shown_name),
        about=words.find(f"group.service.about.{service.id}"),
        also_called=words("group.service.also_called", names=", ".join(service.also_called))
        if service.also_called
        else None,
        notice=words("group.service.retired", day=figures.day(service.retired_on)) if service.retired_on else None,
        search=f"dienst={service.id}",
        members=_members(members, average, "service", benchmarks, words),
        chart=(chart := _chart(members, service, average, benchmarks, words)),
        reading=_reading(chart, members, words),
    )


def province_view(
    province: str, providers: Iterable[PublicProvider], benchmarks: Benchmarks, words: Words
) -> GroupView:
    """The page of one province: ``providers`` that name it, with the grade of all their clients, wherever they live."""
    name = words(f"province.{province}")
    members = [_Member(each, each.newest.clients.total) for each in providers if province in each.provinces]
    average = average_of(rating.grade for _, _, rating in _graded(members))
    return GroupView(
        kind="province",
        id=province,
        title=name,
        official=None,
        description=words("group.province.description", name=name),
        about=words("group.province.about", name=name),
        also_called=None,
        notice=None,
        search=f"provincie={province}",
        members=_members(members, average, "province", benchmarks, words),
        chart=(chart := _chart(members, None, average, benchmarks, words)),
        reading=_reading(chart, members, words),
    )


def _row_of(provider: PublicProvider, service: PublicService) -> PublicRow | None:
    rows = provider.newest.clients.services
    return next((row for row in rows if row.service and row.service.id == service.id), None)


def _graded(members: Iterable[_Member]) -> list[tuple[PublicProvider, PublicRow, Published]]:
    return [
        (each.provider, each.row, each.row.rating)
        for each in members
        if each.row and isinstance(each.row.rating, Published)
    ]


def _members(
    members: Sequence[_Member], average: Average | None, kind: str, benchmarks: Benchmarks, words: Words
) -> MembersView:
    if average:
        said = words("group.average.known", providers=average.providers, grade=figures.grade(average.grade))
    else:
        said = words("group.average.unknown")
    return MembersView(
        count=words(f"group.{kind}.count", count=len(members)),
        average=said,
        lines=tuple(_line(each, benchmarks, words) for each in members),
    )


def _line(member: _Member, benchmarks: Benchmarks, words: Words) -> MemberView:
    provider, row = member.provider, member.row
    newest = provider.newest
    rating = rating_view(row, CLIENT, newest, benchmarks, words) if row else not_measured(words)
    period = words("listing.period", period=figures.short_period(newest.period_start, newest.period_end))
    ended = words("listing.ended", day=figures.day(provider.ended_on)) if provider.ended_on else None
    if isinstance(rating, GradeView):
        # The average is the same for all, and stands above the table.
        rating = replace(rating, average=None)
    return MemberView(provider.id, provider.name, rating, " · ".join(filter(None, (period, ended))))


def _chart(
    members: Sequence[_Member],
    service: PublicService | None,
    average: Average | None,
    benchmarks: Benchmarks,
    words: Words,
) -> charts.Figure | None:
    """The chart of grade against how many answered; None if fewer than two grades are public."""
    graded = _graded(members)
    if len(graded) < 2:  # noqa: PLR2004 - said above
        return None
    points = [
        charts.Point(provider.name, f"{_TO_PROVIDERS}{provider.id}/", row.completed, rating)
        for provider, row, rating in graded
    ]
    funnel = _funnel(points, service, average, benchmarks)
    return charts.scatter(points, average.grade if average else None, funnel, words)


def _reading(chart: charts.Figure | None, members: Sequence[_Member], words: Words) -> str:
    """The text that explains the chart; it mentions the band and open marks only if the chart has them."""
    said = ["reading"]
    if chart and any(trace["meta"] == "band" for trace in chart["data"]):
        said.append("reading_band")
    if any(rating.is_rounded for _, _, rating in _graded(members)):
        said.append("reading_rounded")
    return " ".join(words(f"chart.scatter.{key}") for key in said)


def _funnel(
    points: Sequence[charts.Point], service: PublicService | None, average: Average | None, benchmarks: Benchmarks
) -> list[charts.Limits]:
    if average is None:
        return []
    largest = max(point.answered for point in points)
    return [(each.answers, each.low, each.high) for each in benchmarks.funnel(service, average, largest)]
