"""A total counts all services, or all but the one whose clients are asked other questions."""

from pathlib import Path

import pytest
from support.made import texts
from support.registers.editing import swapped
from support.registers.invented import ALFA_TOTAL
from support.registers.reading import findings_of, public_on
from support.settings import SETTINGS

from generator.disclosure.public import PublicRegister
from generator.site.content.content import content


@pytest.fixture
def data(register_folder: Path) -> Path:
    """The small register, in which a total may leave out the second service."""
    swapped("register.yaml", "outside_total: []", "outside_total: [tweede-hulp]")(register_folder)
    return register_folder


def public(data: Path) -> PublicRegister:
    return public_on(data)


def page_of(register: PublicRegister) -> str:
    return texts(content(register, SETTINGS))["aanbieders/verzonnen-alfa.md"]


def test_a_total_that_counts_the_service_is_no_fault(data: Path) -> None:
    assert findings_of(data) == []
    register = public(data)
    assert register.providers[0].newest.clients.total_without == ()
    assert "zonder deze dienst" not in page_of(register)


def test_a_total_that_leaves_the_service_out_is_no_fault_and_the_page_says_so(data: Path) -> None:
    swapped(ALFA_TOTAL, "total,40,20,8.3", "total,10,6,8.0")(data)
    assert findings_of(data) == []
    register = public(data)
    assert [service.id for service in register.providers[0].newest.clients.total_without] == ["tweede-hulp"]
    assert "is zonder deze dienst: Hulp in gewone woorden." in page_of(register)


@pytest.mark.parametrize("total", ["10,7,8.0", "11,6,8.0", "30,14,8.4"])
def test_any_other_total_is_a_fault(total: str, data: Path) -> None:
    swapped(ALFA_TOTAL, "total,40,20,8.3", f"total,{total}")(data)
    assert "R13" in {finding.split()[0] for finding in findings_of(data)}


def test_a_total_that_leaves_the_service_out_must_come_from_the_others(data: Path) -> None:
    swapped(ALFA_TOTAL, "total,40,20,8.3", "total,10,6,8.4")(data)
    assert findings_of(data) == [f"R14 {ALFA_TOTAL.at('grade')}"]


def test_a_total_may_not_leave_out_a_service_that_is_not_reported_apart(register_folder: Path) -> None:
    swapped(ALFA_TOTAL, "total,40,20,8.3", "total,10,6,8.0")(register_folder)
    assert "R13" in {finding.split()[0] for finding in findings_of(register_folder)}
