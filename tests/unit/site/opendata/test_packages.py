"""The Data Package is valid, whole and checks what it names."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from frictionless import Report, validate
from support.made import texts
from support.open_data import TABLES, open_data, rows_of
from support.settings import SETTINGS

from generator.disclosure.public import PublicRegister
from generator.site.content.content import content

FOLDER = "open-data/"


def errors_of(report: Report) -> list[str]:
    return [error.message for task in report.tasks for error in task.errors] + [each.message for each in report.errors]


def test_the_data_package_is_valid(folder: Path) -> None:
    report = validate(folder / "datapackage.json")
    assert errors_of(report) == []
    assert sum(task.type == "table" for task in report.tasks) == len(TABLES)


def test_the_archive_is_a_valid_data_package(folder: Path) -> None:
    report = validate(folder / "klantcijfer.zip", type="package")
    assert errors_of(report) == []
    assert report.valid


def test_the_package_has_the_checksum_of_every_table_and_the_archive_has_them_all(made: Mapping[str, bytes]) -> None:
    package = json.loads(made["open-data/datapackage.json"])
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    described = {each["path"]: (each["bytes"], each["hash"]) for each in package["resources"]}
    data = {
        name.removeprefix(FOLDER): (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        for name, content in made.items()
        if name.startswith(FOLDER) and name.endswith(".csv")
    }
    assert described == data
    assert len(data) == len(TABLES)
    with zipfile.ZipFile(io.BytesIO(made["open-data/klantcijfer.zip"])) as archive:
        packed = {f"{FOLDER}{name}": archive.read(name) for name in archive.namelist()}
    assert set(packed) == {f"{FOLDER}{name}" for name in ("datapackage.json", *data)}
    assert packed.items() <= made.items()


def test_a_file_that_was_changed_does_not_pass(folder: Path, tmp_path: Path) -> None:
    for file in folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    for name in ("ratings.csv", "replies.csv"):
        (tmp_path / name).write_bytes((tmp_path / name).read_bytes() + b"\r\n")
    assert {Path(task.place).name for task in validate(tmp_path / "datapackage.json").tasks if task.errors} == {
        "ratings.csv",
        "replies.csv",
    }


def test_a_register_without_a_public_report_has_all_its_files(public: PublicRegister, tmp_path: Path) -> None:
    nobody = replace(public, providers=())
    made = open_data(nobody)
    for name, text in made.items():
        (tmp_path / Path(name).name).write_bytes(text)
    assert errors_of(validate(tmp_path / "datapackage.json")) == []
    assert rows_of(made, "ratings", "xlsx") == rows_of(made, "ratings", "parquet") == []
    assert "Versies" in texts(content(nobody, SETTINGS))["open-data/index.md"]
