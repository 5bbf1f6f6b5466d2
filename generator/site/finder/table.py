"""The file that the finder searches: the public model of each provider's newest report, in columns.

One file for the whole register, fetched once: so every answer comes from everything, whatever was asked before. Columns
of small numbers compress well. `site_src/pages/scripts/finder/register.js` reads it.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.disclosure.public import PublicRegister, PublicService, Published
from generator.letters import slug
from generator.site.finder.listing import (
    Cell,
    clients_cell,
    commissioners_cell,
    period_of,
    requirement_of,
    services_of,
)
from generator.site.finder.vocabulary import vocabulary
from generator.site.profiles import Profile
from generator.site.statistics.benchmarks import CLIENT, COMMISSIONER, Benchmarks
from generator.site.statistics.certainty import Certainty
from generator.site.words.catalogue import Words

PATH = "scripts/register.json"
# A rating is one number: a grade in tenths of a point; a rounded grade in points with this added; or below 0, the place
# in the list `noGrades`, counted from -1.
_ROUNDED = 200


@dataclass(slots=True)
class _Known:
    """Values that occur often, each with its place in the order in which they came."""

    places: dict[Any, int] = field(default_factory=dict)

    def place(self, value: object) -> int:
        return self.places.setdefault(value, len(self.places))

    def __iter__(self) -> Any:  # noqa: ANN401 - of whatever was put in
        return iter(self.places)


@dataclass(slots=True)
class _Ratings:
    """What one audience gave, as cells in four columns.

    `level` has a digit for each cell: how sure its grade is (1 to 3), or 0. `invited` has a number only for a cell with
    a row but without a grade.
    """

    audience: str
    no_grades: _Known
    words: Words
    ratings: list[int] = field(default_factory=list)
    completed: list[int] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    invited: list[int] = field(default_factory=list)

    def add(self, cell: Cell, profile: Profile) -> None:
        """Add a cell of the newest report of ``profile``."""
        grade = cell.rating
        self.ratings.append(
            _code(grade) if grade else -1 - self.no_grades.place((cell.no_grade, requirement_of(cell.row, self.words)))
        )
        self.completed.append(cell.row.completed if cell.row else 0)
        self.levels.append(
            profile.certainty(profile.provider.newest, cell.row, self.audience).level if cell.row and grade else 0
        )
        if cell.row and not grade:
            self.invited.append(cell.row.net_sample)

    def columns(self) -> dict[str, list[int] | str]:
        level = "".join(map(str, self.levels))
        return {"rating": self.ratings, "completed": self.completed, "level": level, "invited": self.invited}


def table(
    register: PublicRegister, profiles: Sequence[Profile], benchmarks: Benchmarks, words: Words
) -> Mapping[str, Any]:
    """The content of the file, with ``profiles`` (all of ``register``) in the order of their names.

    The columns under `clients` and `commissioners` have one cell for each provider, about all services together. Those
    under `byService` have a cell for each service of each provider, `services` says of which, and `of` how many each
    provider has. `commissionersByService` has only services about which commissioners were asked. A register that does
    not ask them has neither of their columns.
    """
    known = {service.id: place for place, service in enumerate(register.services)}
    asks = register.charter.asks_commissioners
    no_grades, periods, regions = _Known(), _Known(), _Known()
    clients, commissioners = (_Ratings(audience, no_grades, words) for audience in (CLIENT, COMMISSIONER))
    by_service, commissioners_by_service = (
        _Services(known, _Ratings(audience, no_grades, words)) for audience in (CLIENT, COMMISSIONER)
    )
    for region in register.charter.regions:
        regions.place(region)
    providers = [profile.provider for profile in profiles]
    for profile, provider in zip(profiles, providers, strict=True):
        clients.add(clients_cell(provider, None), profile)
        if asks:
            commissioners.add(commissioners_cell(provider, None), profile)
        given = [service for service in register.services if service.id in services_of(provider)]
        by_service.add(((service, clients_cell(provider, service)) for service in given), profile)
        if asks:
            own = ((service, commissioners_cell(provider, service)) for service in register.services)
            asked = ((service, cell) for service, cell in own if cell.row and not cell.is_total)
            commissioners_by_service.add(asked, profile)
    columns: dict[str, _Ratings | _Services] = {
        "clients": clients,
        **({"commissioners": commissioners} if asks else {}),
        "byService": by_service,
        **({"commissionersByService": commissioners_by_service} if asks else {}),
    }
    return {
        **_vocabulary(register, benchmarks, words),
        "names": [provider.name for provider in providers],
        "ids": {place: each.id for place, each in enumerate(providers) if each.id != slug(each.name)},
        "formerNames": {place: each.former_names for place, each in enumerate(providers) if each.former_names},
        "ended": {
            place: words("listing.ended", day=words.figures.day(each.ended_on))
            for place, each in enumerate(providers)
            if each.ended_on
        },
        "regionsOf": [_bits(regions.place(each) for each in provider.provinces) for provider in providers],
        "periodOf": [
            periods.place((each.provider.newest.period_end.isoformat(), period_of(each, words))) for each in profiles
        ],
        **{name: each.columns() for name, each in columns.items()},
        "periods": list(periods),
        "noGrades": list(no_grades),
    }


def as_json(content: Mapping[str, Any]) -> str:
    """The content as the text of the file."""
    # With a space, so that two numbers side by side never look like one grade: "4, 6" is no 4,6.
    return json.dumps(content, ensure_ascii=False, separators=(", ", ":")) + "\n"


class _Services:
    """The cells of services, those of one provider after those of another."""

    def __init__(self, known: Mapping[str, int], ratings: _Ratings) -> None:
        self._known = known
        self._of: list[int] = []
        self._services: list[int] = []
        self._ratings = ratings

    def add(self, cells: Iterable[tuple[PublicService, Cell]], profile: Profile) -> None:
        """Add the cells of the next provider, which is that of ``profile``."""
        before = len(self._services)
        for service, cell in cells:
            self._services.append(self._known[service.id])
            self._ratings.add(cell, profile)
        self._of.append(len(self._services) - before)

    def columns(self) -> dict[str, list[int] | str]:
        return {"of": self._of, "service": self._services, **self._ratings.columns()}


def _vocabulary(register: PublicRegister, benchmarks: Benchmarks, words: Words) -> dict[str, Any]:
    known = vocabulary(register, words)
    return {
        "services": [
            {
                "id": each.id,
                "name": each.shown_name,
                "words": known.services[each.id],
                "average": _average(each, benchmarks),
            }
            for each in register.services
        ],
        "average": _average(None, benchmarks),
        "regions": [
            {"id": region, "name": name, "places": known.places.get(region, ())}
            for region, name in known.regions.items()
        ],
        "smallWords": known.small,
        "phrases": _phrases(words),
    }


def _phrases(words: Words) -> dict[str, Any]:
    """What the script says, by the rules of the catalogue."""
    return {
        **words.group("finder")["said"],
        "list": {name: words.group("list")[name] for name in ("subject", "average", "section", "more")},
        "listing": {**words.group("listing"), "remark": words("rounded.remark", word=words("rounded.word"))},
        "certainty": [words(f"certainty.{level}") for level in Certainty],
        "country": words.find("whole_country"),
        "filters": {name: words.group("finder")[name] for name in ("filters", "filters_chosen")},
    }


def _average(service: PublicService | None, benchmarks: Benchmarks) -> list[int] | None:
    """The average of clients' grades in tenths of a point, and of how many providers it is."""
    average = benchmarks.average(service, CLIENT)
    return [int(average.grade * 10), average.providers] if average else None


def _code(rating: Published) -> int:
    return _ROUNDED + int(rating.grade) if rating.is_rounded else int(rating.grade * 10)


def _bits(places: Iterable[int]) -> int:
    return sum(1 << place for place in places)
