"""The file of a provider that the comparison shows: words and values of what is public, nothing of what is not."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from support.made import texts
from support.registers.compared import ADVIES, GROEP, LOOPBAAN, TRAJECT, WERKHUIS, Measured, write_compared
from support.registers.drawn import AS_OF, registers
from support.registers.empty import policy
from support.registers.public import profile, rounded
from support.registers.reading import public_on
from support.scales import TEN
from support.settings import SETTINGS
from support.words import WORDS

from generator.disclosure.public import PublicRegister, Published
from generator.disclosure.withholding import withhold
from generator.register.records import Register
from generator.site.content.content import content
from generator.site.pages import comparing
from generator.site.statistics.benchmarks import benchmarks_of
from generator.site.statistics.certainty import estimate_of_clients, likely_of_clients
from generator.site.statistics.pools import pools_of

GRADED = {"grade", "remark", "value", "answered", "completed", "level", "certainty", "likely"}
UNGRADED = {"absence", "reason"}
File = dict[str, Any]


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> PublicRegister:
    return public_on(write_compared(tmp_path_factory.mktemp("register")))


def files_of(public: PublicRegister) -> Mapping[str, File]:
    """Each file, by the id that its path holds."""
    return {identity: json.loads(text) for identity, text in written(public).items()}


def written(public: PublicRegister) -> Mapping[str, str]:
    """The text of each file."""
    made = texts(content(public, SETTINGS))
    return {path.split("/")[1]: text for path, text in made.items() if path.endswith(f"/{comparing.FILE}")}


def cells_of(file: File) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "client total", file["clients"]
    yield "commissioner total", file["commissioners"]
    yield from file["services"].items()
    yield "other", file["other_services"]


def test_a_file_as_it_is(public: PublicRegister) -> None:
    assert files_of(public)[TRAJECT.id] == {
        "id": "denkbeeldig-traject",
        "name": "'t Denkbeeldig Traject",
        "page": "aanbieders/denkbeeldig-traject/",
        "period": {
            "text": "1 juli 2020 tot en met 30 juni 2021",
            "start": "2020-07-01",
            "end": "2021-06-30",
            "older": "ouder dan 3\N{NO-BREAK SPACE}jaar",
        },
        "ended": "Gestopt op 1 januari 2022",
        "clients": {
            "grade": "7,3",
            "remark": None,
            "value": "7.3",
            "answered": "251 van de 440 antwoordden (57%)",
            "completed": 251,
            "level": "fairly_certain",
            "certainty": "redelijk zeker",
            "likely": {
                "low": "7.1",
                "high": "7.5",
                "basis": "others",
                "text": "waarschijnlijk tussen\u00a07,1\u00a0en\u00a07,5 (geschat)",
            },
        },
        "commissioners": {
            "absence": "Geen cijfer:",
            "reason": "er was 1 opdrachtgever uitgenodigd, zonder antwoord.",
        },
        "services": {
            "jobcoaching": {
                "grade": "7,8",
                "remark": None,
                "value": "7.8",
                "answered": "6 van de 10 antwoordden (60%)",
                "completed": 6,
                "level": "impression",
                "certainty": "enigszins zeker",
                "likely": {
                    "low": "7.1",
                    "high": "8.6",
                    "basis": "others",
                    "text": "waarschijnlijk tussen\u00a07,1\u00a0en\u00a08,6 (geschat)",
                },
            },
            "naar-werk": {
                "absence": "Geen cijfer.",
                "reason": "Te weinig cliënten antwoordden: 5 van de 30 (17%). Nodig is 30%.",
            },
            "activering": {
                "grade": "7,3",
                "remark": None,
                "value": "7.3",
                "answered": "240 van de 400 antwoordden (60%)",
                "completed": 240,
                "level": "fairly_certain",
                "certainty": "redelijk zeker",
                # Of this service too few others tell how far grades lie apart.
                "likely": None,
            },
        },
        "other_services": {"absence": None, "reason": "Biedt deze dienst niet."},
    }


def test_a_file_says_no_more_than_it_must(public: PublicRegister) -> None:
    for file in files_of(public).values():
        assert set(file) == {
            "id",
            "name",
            "page",
            "period",
            "ended",
            "clients",
            "commissioners",
            "services",
            "other_services",
        }
        for name, cell in cells_of(file):
            assert set(cell) in (GRADED, UNGRADED), name
            assert cell.get("likely") is None or set(cell["likely"]) == {"low", "high", "basis", "text"}
    longest = max(len(text.encode()) for text in written(public).values())
    assert longest < 3_000


@given(registers())
def test_a_cell_without_a_public_grade_holds_no_number_but_those_of_its_reason(register: Register) -> None:
    public = withhold(register, policy(), AS_OF)
    files = files_of(public)
    for provider in public.providers:
        shown = dict(cells_of(files[provider.id]))
        report = provider.newest
        rated = {row.service.id if row.service else "client total": row for row in report.clients.rows}
        if report.commissioners:
            rated["commissioner total"] = report.commissioners.total
        for name, cell in shown.items():
            row = rated.get(name)
            is_public = row is not None and isinstance(row.rating, Published)
            assert set(cell) == (GRADED if is_public else UNGRADED)


def test_what_one_provider_offers_and_another_does_not_is_told_apart(public: PublicRegister) -> None:
    files = files_of(public)
    assert files[WERKHUIS.id]["services"]["scholing"]["reason"] == "Niet gemeten in deze periode."
    assert files[WERKHUIS.id]["other_services"]["reason"] == "Biedt deze dienst niet."
    # Nobody wrote down what this one offers.
    assert files[ADVIES.id]["other_services"]["reason"] == "Niet gemeten in deze periode."


def test_commissioners_have_no_interval_even_where_it_is_known_how_often_each_grade_was_given(
    public: PublicRegister,
) -> None:
    werkhuis = next(each for each in public.providers if each.id == WERKHUIS.id)
    assert werkhuis.newest.commissioners
    rating = werkhuis.newest.commissioners.total.rating
    assert isinstance(rating, Published)
    assert rating.distribution
    assert files_of(public)[WERKHUIS.id]["commissioners"]["likely"] is None


@pytest.mark.parametrize("of", [WERKHUIS, LOOPBAAN, GROEP], ids=lambda each: each.id)
def test_intervals_are_those_of_the_row_by_the_grades_of_its_own_service(of: Measured, public: PublicRegister) -> None:
    pools = pools_of(public)
    provider = next(each for each in public.providers if each.id == of.id)
    file = files_of(public)[of.id]
    for row in provider.newest.clients.services:
        assert row.service
        likely = likely_of_clients(row, estimate_of_clients(row, pools.services.get(row.service.id)), TEN)
        assert likely
        shown = file["services"][row.service.id]["likely"]
        assert (shown["low"], shown["high"], shown["basis"]) == (
            str(likely.interval.low),
            str(likely.interval.high),
            "own",
        )


def test_a_rounded_grade_is_whole_says_so_and_has_no_interval(public: PublicRegister) -> None:
    werkhuis = next(each for each in public.providers if each.id == WERKHUIS.id)
    clients = werkhuis.newest.clients
    total = replace(clients.total, rating=rounded("8"))
    told = replace(werkhuis, reports=(replace(werkhuis.newest, clients=replace(clients, total=total)),))
    cell = comparing.compared(profile(told, benchmarks_of(public), public.as_of), WORDS)["clients"]
    assert {name: cell[name] for name in ("grade", "remark", "value", "certainty", "likely")} == {
        "grade": "8",
        "remark": ", afgerond",
        "value": "8",
        "certainty": "redelijk zeker",
        "likely": None,
    }


def test_a_former_id_has_the_same_file(public: PublicRegister) -> None:
    files = files_of(public)
    assert files["verzonnen-werkplaats"] == files[WERKHUIS.id]
    assert files[WERKHUIS.id]["id"] == WERKHUIS.id


def test_only_the_newest_measurement_is_compared(register_folder: Path) -> None:
    file = files_of(public_on(register_folder))["verzonnen-alfa"]
    assert file["period"]["end"] == "2021-12-31"
    assert "vroegere-hulp" not in file["services"]


def test_grades_are_called_old_only_where_they_are(public: PublicRegister) -> None:
    then = files_of(replace(public, as_of=date(2024, 7, 1)))
    assert {each["period"]["end"]: each["period"]["older"] for each in then.values()} == {
        "2021-06-30": "ouder dan 3\N{NO-BREAK SPACE}jaar",
        "2021-12-31": None,
    }


def test_whatever_a_name_holds_it_is_text(public: PublicRegister) -> None:
    hostile = '</script><b>"\\'
    first, *others = public.providers
    changed = replace(public, providers=(replace(first, name=hostile), *others))
    assert files_of(changed)[first.id]["name"] == hostile


def test_the_script_gets_the_services_in_the_registers_order_and_every_phrase(public: PublicRegister) -> None:
    given_to_it = comparing.for_script(public, WORDS)
    assert [each["id"] for each in given_to_it["services"]] == [each.id for each in public.services]
    assert given_to_it["phrases"]["period"] == "Meetperiode"


def test_no_phrase_or_name_ends_the_block_that_holds_it(public: PublicRegister) -> None:
    first, *others = public.services
    changed = replace(public, services=(replace(first, name="</script><b> & 'x' *y* "), *others))
    page = texts(content(changed, SETTINGS))["vergelijken.md"]
    block = page.split('id="kc-compare-data">')[1].split("</script>")[0]
    assert json.loads(block)["services"][0]["name"] == "</script><b> & 'x' *y* "
    assert "\n" not in block


def test_the_words_for_choosing_stand_in_one_file_for_every_page(public: PublicRegister) -> None:
    words = json.loads(texts(content(public, SETTINGS))["scripts/words.json"])
    assert words == {"choice": WORDS.group("choice")}
