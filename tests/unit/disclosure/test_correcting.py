"""A correction tells the grade before and after only where the two together give nothing away."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from support.registers.editing import Edit, all_of, cell, written
from support.registers.invented import ALFA_FIRST, ALFA_REPORT, ALFA_SECOND, corrected
from support.registers.public import WITHHELD, rounded
from support.registers.reading import findings_of, public_on

from generator.disclosure.correcting import with_changes
from generator.disclosure.opening import open_register
from generator.disclosure.public import GradeChange, NoResponse, PublicRegister, PublicReport, Rating, Reason, Withheld
from generator.disclosure.sealing import seal
from generator.disclosure.verdicts import verdicts
from generator.register.reading import read_register

TOTAL, SERVICE, COMMISSIONERS = "client,total,8.1,8.3", "client,eerste-hulp,7.7,8.0", "commissioner,total,7.9,7.5"
TOLD = {
    TOTAL: ("client", None, "8.1", "8.3"),
    SERVICE: ("client", "eerste-hulp", "7.7", "8.0"),
    COMMISSIONERS: ("commissioner", None, "7.9", "7.5"),
}


def changes(public: PublicRegister) -> list[GradeChange | None]:
    """Of the newest report of alfa, the oldest correction first."""
    return [each.change for each in reversed(public.providers[0].newest.corrections)]


def without_changes(public: PublicRegister) -> PublicRegister:
    """``public`` as rule 7 leaves it."""

    def bare(report: PublicReport) -> PublicReport:
        return replace(report, corrections=tuple(replace(each, change=None) for each in report.corrections))

    providers = (replace(each, reports=tuple(map(bare, each.reports))) for each in public.providers)
    return replace(public, providers=tuple(providers))


def told(data: Path, *grades: str, edit: Edit | None = None) -> list[GradeChange | None]:
    written("corrections.csv", corrected(*grades))(data)
    if edit:
        edit(data)
    return changes(public_on(data))


@pytest.mark.parametrize("grades", TOLD)
def test_a_grade_is_told_where_all_are_public_and_exact(grades: str, register_folder: Path) -> None:
    (change,) = told(register_folder, grades)
    audience, service, old, new = TOLD[grades]
    assert change is not None
    assert (change.audience, change.service.id if change.service else None) == (audience, service)
    assert (change.old, change.new) == (Decimal(old), Decimal(new))


def test_without_grades_there_is_nothing_to_tell(register_folder: Path) -> None:
    assert changes(public_on(register_folder)) == [None]
    assert told(register_folder, ",,,") == [None]


def beside(rating: Rating, data: Path) -> list[GradeChange | None]:
    """What is told where the second service has this rating."""
    written("corrections.csv", corrected(TOTAL, SERVICE, COMMISSIONERS))(data)
    alfa, *others = without_changes(public_on(data)).providers
    newest, *older = alfa.reports
    first, second = newest.clients.services
    clients = replace(newest.clients, services=(first, replace(second, rating=rating)))
    changed = replace(alfa, reports=(replace(newest, clients=clients), *older))
    register, _ = read_register(data)
    return changes(with_changes(replace(public_on(data), providers=(changed, *others)), register))


@pytest.mark.parametrize("rating", [WITHHELD, Withheld(Reason.SECONDARY), rounded("8")], ids=str)
def test_beside_a_grade_of_clients_that_is_not_exact_none_of_theirs_is_told(
    rating: Rating, register_folder: Path
) -> None:
    of_clients, of_service, of_commissioners = beside(rating, register_folder)
    assert (of_clients, of_service) == (None, None)
    assert of_commissioners is not None


def test_beside_nobody_who_answered_it_is_told(register_folder: Path) -> None:
    assert None not in beside(NoResponse(), register_folder)


def test_a_grade_that_becomes_withheld_is_told_no_more(register_folder: Path) -> None:
    edit = all_of(cell(ALFA_SECOND, "publication", "nee"), cell(ALFA_SECOND, "grade", ""))
    assert told(register_folder, TOTAL, "client,tweede-hulp,8.0,8.4", edit=edit) == [None, None]


@pytest.mark.parametrize("grades", ["client,total,8.1,8.2", "commissioner,total,7.9,7.6"])
def test_a_grade_that_is_not_the_public_one_is_not_told(grades: str, register_folder: Path) -> None:
    assert told(register_folder, grades) == [None]


def test_one_correction_begins_with_what_another_ended_with(register_folder: Path) -> None:
    first, second = told(register_folder, "client,total,7.9,8.1", TOTAL)
    assert (first and first.new, second and second.old) == (Decimal("8.1"), Decimal("8.1"))
    assert told(register_folder, "client,total,7.9,8.0", TOTAL)[0] is None


def test_what_was_corrected_before_it_was_public_is_not_told(register_folder: Path) -> None:
    (change,) = told(register_folder, TOTAL, edit=cell(ALFA_REPORT, "report_date", "2022-02-20"))
    assert change is None


def test_of_a_measurement_that_two_providers_publish_clients_grades_are_not_told(register_folder: Path) -> None:
    written("corrections.csv", corrected(TOTAL, COMMISSIONERS))(register_folder)
    register, _ = read_register(register_folder)
    public = public_on(register_folder)
    alfa, *others = public.providers
    twice = replace(public, providers=(alfa, replace(alfa, id="nog-een", name="Nog een"), *others))
    of_clients, of_commissioners = changes(with_changes(without_changes(twice), register))
    assert of_clients is None
    assert of_commissioners is not None


def test_the_seal_takes_out_grades_that_are_withheld_now(register_folder: Path) -> None:
    all_of(
        cell(ALFA_FIRST, "publication", "nee"),
        cell(ALFA_FIRST, "grade", ""),
        written("corrections.csv", corrected(SERVICE, COMMISSIONERS)),
    )(register_folder)
    opened = open_register(register_folder)
    assert opened.policy
    places = seal(register_folder, opened.register, verdicts(opened.register, opened.policy))
    assert {each.column for each in places if each.file == "corrections.csv"} == {8, 9}
    text = (register_folder / "corrections.csv").read_text(encoding="utf-8")
    assert "client,eerste-hulp,,\n" in text
    assert "commissioner,total,7.9,7.5\n" in text
    assert not [each for each in findings_of(register_folder) if "corrections" in each]
    assert date(2022, 3, 1) in {
        each.corrected_on for each in public_on(register_folder).providers[0].newest.corrections
    }
