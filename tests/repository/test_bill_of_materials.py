"""The bill of materials has every locked package, its hashes, and what is known of it where it is installed."""

import json
from typing import Any

import pytest
from support.bill_of_materials import InvalidBillError, joined, written

HASH = {"alg": "SHA-256", "content": "13b2beaad985e05e2d6407ee4c4f35590b11f8d693a258a561055cac8f64cab7"}
FILES = {"type": "distribution", "url": "https://index.example/een-pakket/", "hashes": [HASH]}
MIT = [{"license": {"id": "MIT", "acknowledgement": "declared"}}]


def bill(*components: dict[str, Any], dependencies: dict[str, list[str]] | None = None) -> dict[str, Any]:
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": "root", "name": "generator"}},
        "components": list(components),
        "dependencies": [{"ref": ref, "dependsOn": needs} for ref, needs in (dependencies or {}).items()],
    }


def component(name: str, version: str, **more: object) -> dict[str, Any]:
    return {"type": "library", "name": name, "version": version, "bom-ref": f"{name}=={version}", **more}


LOCKED = bill(
    component("een-pakket", "1.0", **{"bom-ref": "requirements-L2"}, description="line 2", externalReferences=[FILES]),
    component("ander", "2.0", **{"bom-ref": "requirements-L1"}, description="line 1"),
    component("elders", "3.0", **{"bom-ref": "requirements-L3"}, description="on another system"),
)
INSTALLED = bill(
    component("Een_Pakket", "1.0", licenses=MIT, description="Doet iets"),
    component("Ander", "2.1", licenses=MIT),
    component("pytest", "9.0", licenses=MIT),
    dependencies={"root": ["Een_Pakket==1.0", "pytest==9.0"], "Een_Pakket==1.0": ["Ander==2.1", "pytest==9.0"]},
)


def test_a_package_has_the_hashes_of_the_lock_and_the_licence_of_the_installed_one() -> None:
    _, found, _ = joined(LOCKED, INSTALLED)["components"]
    assert found["bom-ref"] == "een-pakket==1.0"
    assert (found["licenses"], found["description"]) == (MIT, "Doet iets")
    assert found["externalReferences"] == [FILES]


def test_what_is_locked_is_there_and_what_only_the_tests_need_is_not() -> None:
    assert [each["name"] for each in joined(LOCKED, INSTALLED)["components"]] == ["ander", "een-pakket", "elders"]


def test_of_another_version_nothing_is_said() -> None:
    ander, *_ = joined(LOCKED, INSTALLED)["components"]
    assert "licenses" not in ander
    assert "description" not in ander


def test_what_needs_which_stays_within_the_bill() -> None:
    found = {each["ref"]: each["dependsOn"] for each in joined(LOCKED, INSTALLED)["dependencies"]}
    assert found == {"root": ["een-pakket==1.0"], "een-pakket==1.0": [], "ander==2.0": [], "elders==3.0": []}


def test_where_the_program_is_not_made_there_is_no_package_that_needs_the_others() -> None:
    installed = {
        **INSTALLED,
        "metadata": {name: each for name, each in INSTALLED["metadata"].items() if name != "component"},
    }
    found = {each["ref"]: each["dependsOn"] for each in joined(LOCKED, installed)["dependencies"]}
    assert found == {"een-pakket==1.0": [], "ander==2.0": [], "elders==3.0": []}


def test_the_order_of_what_comes_in_changes_no_byte() -> None:
    turned = {**LOCKED, "components": LOCKED["components"][::-1]}
    assert written(joined(turned, INSTALLED)) == written(joined(LOCKED, INSTALLED))


def test_what_is_no_bill_is_not_written() -> None:
    whole = joined(LOCKED, INSTALLED)
    assert json.loads(written(whole)) == whole
    with pytest.raises(InvalidBillError, match="type"):
        written({**whole, "components": [{"name": "een-pakket"}]})


def test_a_bill_of_nothing_is_none() -> None:
    with pytest.raises(InvalidBillError, match="names no package"):
        written(joined(bill(), INSTALLED))
