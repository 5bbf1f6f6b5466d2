"""The file that the finder searches."""

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from support.registers.public import invented, profiles
from support.words import WORDS

from generator.demo.chance import Chance
from generator.demo.names import invented_name
from generator.disclosure.public import (
    AudienceResults,
    NoResponse,
    PublicProvider,
    PublicRegister,
    PublicReport,
    PublicRow,
    Published,
    Withheld,
)
from generator.letters import slug
from generator.site.finder.table import as_json, table
from generator.site.profiles import Profile
from generator.site.statistics.averages import Average
from generator.site.statistics.benchmarks import CLIENT, benchmarks_of
from generator.site.words.ordering import by_name


def ordered(register: PublicRegister) -> list[PublicProvider]:
    return sorted(register.providers, key=lambda each: (by_name(each.name), each.id))


def text_of(register: PublicRegister) -> str:
    return as_json(table(register, profiles(register), benchmarks_of(register), WORDS))


@pytest.fixture(scope="module")
def register() -> PublicRegister:
    """Invented providers: one has the id of its name and had other names, one is everywhere, some have old grades."""
    some = invented(150)
    one, other, *rest = some.providers
    one = replace(one, id=slug(one.name), former_names=("Vroeger «Œuf»", "Nog vroeger"))
    other = replace(other, provinces=tuple(WORDS.group("region")))
    return replace(some, as_of=date(2024, 12, 31), providers=(one, other, *rest))


@pytest.fixture(scope="module")
def found(register: PublicRegister) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(text_of(register))
    return content


def decoded(found: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """What the file says of each provider, read from its columns one value after another."""
    services = [each["id"] for each in found["services"]]
    provinces = [each["id"] for each in found["regions"]]
    totals = _cells(found["clients"], found), _cells(found["commissioners"], found)
    parts = _cells(found["byService"], found), _cells(found["commissionersByService"], found)
    places = iter(found["byService"]["service"]), iter(found["commissionersByService"]["service"])
    for place, name in enumerate(found["names"]):
        key = str(place)
        yield {
            "id": found["ids"].get(key, slug(name)),
            "names": [name, *found["formerNames"].get(key, [])],
            "ended": found["ended"].get(key),
            "provinces": {each for bit, each in enumerate(provinces) if found["regionsOf"][place] & 1 << bit},
            "period": found["periods"][found["periodOf"][place]],
            "totals": [next(each) for each in totals],
            "clients": {services[next(places[0])]: next(parts[0]) for _ in range(found["byService"]["of"][place])},
            "commissioners": {
                services[next(places[1])]: next(parts[1]) for _ in range(found["commissionersByService"]["of"][place])
            },
        }
    assert [*totals[0], *totals[1], *parts[0], *parts[1], *places[0], *places[1]] == [], "more than providers have"


def _cells(columns: Mapping[str, list[int]], found: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    invited = iter(columns["invited"])
    for code, completed in zip(columns["rating"], columns["completed"], strict=True):
        if code > 200:
            yield Decimal(code - 200), True, completed
        elif code > 0:
            yield Decimal(code) / 10, False, completed
        else:
            why, required = found["noGrades"][-code - 1]
            has_row = why not in {"not_measured", "not_asked"}
            yield why, required, completed, next(invited) if has_row else None
    assert next(invited, None) is None


def public(provider: PublicProvider, as_of: date) -> dict[str, Any]:
    """The same from the public model."""
    newest = provider.newest
    asked = newest.commissioners
    given = {each.id for each in provider.services} | {
        each.service.id for each in newest.clients.services if each.service
    }
    own = _rows(newest.clients)
    return {
        "id": provider.id,
        "names": [provider.name, *provider.former_names],
        "ended": f"Gestopt op {WORDS.figures.day(provider.ended_on)}" if provider.ended_on else None,
        "provinces": set(provider.provinces),
        "period": [newest.period_end.isoformat(), _when(newest, as_of)],
        "totals": [_cell(newest.clients.total), _cell(asked.total) if asked else ("not_asked", "", 0, None)],
        "clients": {each: own.get(each, ("not_measured", "", 0, None)) for each in given},
        "commissioners": _rows(asked) if asked else {},
    }


def _when(newest: PublicReport, as_of: date) -> str:
    period = WORDS.figures.short_period(newest.period_start, newest.period_end)
    is_old = newest.period_end < as_of.replace(year=as_of.year - 3)
    return f"{period} · ouder dan 3\N{NO-BREAK SPACE}jaar" if is_old else period


def _rows(results: AudienceResults) -> dict[str, tuple[Any, ...]]:
    return {row.service.id: _cell(row) for row in results.services if row.service}


def _cell(row: PublicRow) -> tuple[Any, ...]:
    rating = row.rating
    if isinstance(rating, Published):
        return rating.grade, rating.is_rounded, row.completed
    if isinstance(rating, NoResponse):
        return "no_response" if row.net_sample else "nobody_invited", "", 0, row.net_sample
    assert isinstance(rating, Withheld)
    required = "" if rating.required_response is None else f"{rating.required_response}%"
    why = {"insufficient_response": "insufficient_by_policy" if required else "insufficient_by_report"}
    return why.get(rating.reason, str(rating.reason)), required, row.completed, row.net_sample


def test_it_holds_exactly_what_the_public_model_holds_of_each_newest_report(
    register: PublicRegister, found: dict[str, Any]
) -> None:
    assert list(decoded(found)) == [public(each, register.as_of) for each in ordered(register)]


def test_each_grade_has_how_sure_it_is(register: PublicRegister, found: dict[str, Any]) -> None:
    """Of its services in their order, as the cells are."""
    numbers = {each.id: place for place, each in enumerate(register.services)}
    totals, parts = [], []
    for profile in profiles(register):
        newest = profile.provider.newest
        measured = {row.service.id: row for row in newest.clients.services if row.service}
        given = {each.id for each in profile.provider.services} | set(measured)
        totals.append(_level(profile, newest.clients.total))
        parts += [_level(profile, measured.get(each)) for each in sorted(given, key=numbers.__getitem__)]
    assert [*map(int, found["clients"]["level"])] == totals
    assert [*map(int, found["byService"]["level"])] == parts
    assert {*totals} == {0, 1, 2, 3}
    asked = found["commissioners"]
    assert [level > "0" for level in asked["level"]] == [code > 0 for code in asked["rating"]]


def _level(profile: Profile, row: PublicRow | None) -> int:
    is_public = row and isinstance(row.rating, Published)
    return profile.certainty(profile.provider.newest, row, CLIENT).level if row and is_public else 0


def test_there_is_something_of_every_kind_to_hold(found: dict[str, Any]) -> None:
    """Else that they are equal would prove little."""
    kinds = {why for why, _ in found["noGrades"]}
    assert kinds >= {"insufficient_by_policy", "too_few_respondents", "secondary", "no_response"}
    assert kinds >= {"not_asked", "not_measured"}
    assert found["ended"]
    assert {"ouder" in period for _, period in found["periods"]} == {True, False}
    assert any(code > 200 for code in found["clients"]["rating"])
    assert found["commissionersByService"]["rating"]


def test_an_id_is_written_only_where_it_does_not_follow_from_the_name(
    register: PublicRegister, found: dict[str, Any]
) -> None:
    places = [place for place, each in enumerate(ordered(register)) if each.id != slug(each.name)]
    assert [int(each) for each in found["ids"]] == places
    assert len(places) == len(register.providers) - 1


def test_averages_are_those_of_the_pages_in_tenths(register: PublicRegister, found: dict[str, Any]) -> None:
    benchmarks = benchmarks_of(register)

    def written(average: Average | None) -> list[int] | None:
        return [int(average.grade.scaleb(1)), average.providers] if average else None

    assert found["average"] == written(benchmarks.average(None, CLIENT))
    assert [each["average"] for each in found["services"]] == [
        written(benchmarks.average(each, CLIENT)) for each in register.services
    ]


def test_the_same_register_gives_the_same_text_in_whatever_order_it_comes(register: PublicRegister) -> None:
    assert text_of(register) == text_of(replace(register, providers=register.providers[::-1]))


def test_a_register_of_nobody_has_a_file_too() -> None:
    nobody = replace(invented(3), providers=())
    found = json.loads(text_of(nobody))
    assert found["names"] == found["clients"]["rating"] == []
    assert found["average"] is None


@cache
def at_its_largest() -> bytes:
    """The file of 10,000 providers with 1 to 5 services each.

    Their names are as long as those of the demo, 20 letters on average (real ones of today: 14); the id follows from
    the name, with a number where a name comes again.
    """
    some = invented(10_000)
    chance, seen = Chance("largest"), dict[str, int]()
    providers = []
    for each in some.providers:
        name = invented_name(chance, [service.id for service in each.services])
        identity = slug(name)
        seen[identity] = seen.get(identity, 0) + 1
        number = f"-{seen[identity]}" if seen[identity] > 1 else ""
        providers.append(replace(each, name=name, id=identity + number))
    assert 18 < sum(len(each.name) for each in providers) / len(providers) < 24
    return text_of(replace(some, providers=tuple(providers))).encode()


def test_ten_thousand_providers_take_at_most_300_kilobytes_compressed() -> None:
    assert 150_000 < len(gzip.compress(at_its_largest(), 9, mtime=0)) <= 300_000
