"""What makes a register this one: register.yaml."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.registers.editing import swapped
from support.registers.empty import CHARTER
from support.registers.reading import contents, findings_of
from support.words import ENGLISH_REGISTER

from generator.charter import Language, Reader
from generator.commands.main import main
from generator.disclosure.opening import Judged, open_register
from generator.register.charters import CHARTER_FILE, read_charter
from generator.register.reading import read_register
from generator.scale import Scale


def test_it_is_read(register_folder: Path) -> None:
    charter, findings = read_charter(register_folder)
    assert not findings
    assert charter
    assert (charter.name, charter.language, charter.scale) == ("Klantcijfer", Language.DUTCH, Scale(1, 10))
    assert (charter.agency.reader, charter.nouns.provider.other) == (Reader.PANTEIA, "aanbieders")
    assert charter.asks_commissioners
    assert len(charter.regions) == 12
    assert charter.phrases == {}


def test_its_own_words_come_with_it(register_folder: Path) -> None:
    words = register_folder / "words" / "nl.yaml"
    words.parent.mkdir()
    words.write_text("home:\n  title: Verzonnen titel\n", encoding="utf-8")
    charter, _ = read_charter(register_folder)
    assert charter
    assert charter.phrases == {"home": {"title": "Verzonnen titel"}}
    assert findings_of(register_folder) == []


@pytest.mark.parametrize(
    ("there", "instead", "came", "expected"),
    [
        ("  highest: 10", "  highest: ten", "highest 'ten' is something else", "a whole number"),
        ("  reader: panteia", "  reader: pdf", "reader 'pdf' is not one of the choices", "one of panteia, delivery"),
    ],
)
def test_what_came_is_told_in_our_words(
    there: str, instead: str, came: str, expected: str, register_folder: Path
) -> None:
    swapped("register.yaml", there, instead)(register_folder)
    assert [(each.came, each.expected) for each in read_charter(register_folder)[1]] == [(came, expected)]


@pytest.mark.parametrize(
    ("there", "instead", "found"),
    [
        ("name: Klantcijfer\ndesc", "desc", "Y05 register.yaml:2:1"),
        ("language: nl", "language: fr", "R03 register.yaml:5:1"),
        ("  highest: 10", "  highest: 11", "Y06 register.yaml:20:1"),
        ("  highest: 10", "  highest: ten", "Y06 register.yaml:22:3"),
        ("  highest: 10", "  highest: 2", "Y06 register.yaml:20:1"),
        ("  lowest: 1", "  lowest: 0", "Y06 register.yaml:20:1"),
        ("  highest: 10", "  highest: 10\n  middle: 5", "Y04 register.yaml:23:3"),
        ("aanbieders, article: de", "aanbieders, article: the", "Y06 register.yaml:26:49"),
        ("map: netherlands", "map: mars", "Y06 register.yaml:49:1"),
        ("  drenthe: Drenthe\n", "", "Y06 register.yaml:48:1"),
        ("  region: {one: provincie, other: provincies, article: de}\n", "", "Y06 register.yaml:35:1"),
        ("services: diensten", "services: aanbieders", "P10 register.yaml:52:1"),
        ("services: diensten", "services: scripts", "P10 register.yaml:52:1"),
        ("services: diensten", "services: Diensten", "P01 register.yaml:52:1"),
        ("outside_total: []", "outside_total: [elders]", "P07 register.yaml"),
        ("publisher: Klantcijfer", "publisher: ''", "R02 register.yaml:4:1"),
        ("{one: dienst,", "{one: '{dienst}',", "Y06 register.yaml:29:3"),
        *(
            ("scale:", f"address: {each}\nscale:", "Y06 register.yaml:20:1")
            for each in (
                "klantcijfer",
                "https://naam:geheim@k.example/",
                "https://[k/",
                "https://k.example/?a=b",
                "https://k.example/#deel",
                "https://k.example\\@kwaad.example/",
                "https://k.example:99999/",
            )
        ),
        *(
            ("address: open-data/#voorwaarden", f"address: '{each}'", "Y06 register.yaml:13:1")
            for each in (
                "javascript:alert(1)",
                "data:text/html,x",
                "//kwaad.example/x",
                "/voorwaarden/",
                "../voorwaarden/",
                "www.k.example/voorwaarden",
                "https://naam:geheim@k.example/",
                "https://[k/",
            )
        ),
        ("  drenthe: Drenthe\n", "  drenthe: '{Drenthe}'\n", "Y06 register.yaml:37:3"),
        ("  drenthe: Drenthe\n", "  index: Drenthe\n", "P02 register.yaml:37:3"),
        ("services: diensten", f"services: {'d' * 81}", "P01 register.yaml:52:1"),
        (
            "scale:",
            "contact: {name: Vraagbaak, days: 5, form: 'https://naam@k.example/'}\nscale:",
            "Y06 register.yaml:20:1",
        ),
        ("scale:", "contact: {name: Vraagbaak, days: 5}\nscale:", "Y06 register.yaml:20:1"),
        ("scale:", "contact: {name: Vraagbaak, days: 500, email: v@k.example}\nscale:", "Y06 register.yaml:20:1"),
        ("scale:", "contact: {name: Vraagbaak, days: 5, email: v.k.example}\nscale:", "Y06 register.yaml:20:1"),
    ],
)
def test_a_fault_gives_its_finding(there: str, instead: str, found: str, register_folder: Path) -> None:
    file = register_folder / CHARTER_FILE
    text = file.read_text(encoding="utf-8")
    assert there in text
    file.write_text(text.replace(there, instead), encoding="utf-8")
    assert findings_of(register_folder) == [found]


def test_without_it_nothing_says_which_columns_of_counts_there_are(tmp_path: Path) -> None:
    data = shutil.copytree(ENGLISH_REGISTER, tmp_path / "data")
    file = data / CHARTER_FILE
    file.write_text(file.read_text(encoding="utf-8").replace("language: en", "language: fr"), encoding="utf-8")
    register, findings = read_register(data)
    assert [f"{each.code} {each.at}" for each in findings] == ["R03 register.yaml:5:1"]
    assert register.results
    assert not register.distributions
    before = contents(data)
    tidied = CliRunner().invoke(main, ["tidy", "--data", str(data)])
    assert "R03" in tidied.output
    assert "F03" not in tidied.output
    assert contents(data) == before


def test_grades_are_not_judged_on_a_scale_that_is_not_known(tmp_path: Path) -> None:
    """On a longer one the same figures leave more doubt, so right marks would be called wrong."""
    data = shutil.copytree(ENGLISH_REGISTER, tmp_path / "data")
    file = data / CHARTER_FILE
    file.write_text(file.read_text(encoding="utf-8").replace("language: en", "language: fr"), encoding="utf-8")
    opened = open_register(data)
    assert not isinstance(opened, Judged)
    assert [each.code for each in opened.findings] == ["R03"]


def test_words_that_cannot_be_read_leave_the_scale_known(tmp_path: Path) -> None:
    data = shutil.copytree(ENGLISH_REGISTER, tmp_path / "data")
    before = open_register(data)
    (data / "words").mkdir()
    (data / "words" / "en.yaml").write_text("home: [", encoding="utf-8")
    opened = open_register(data)
    assert isinstance(opened, Judged)
    assert opened.register.charter == before.register.charter
    assert [str(each.at) for each in opened.findings if each not in before.findings] == ["words/en.yaml:2:1"]


def test_a_version_from_before_it_has_that_of_today(register_folder: Path) -> None:
    (register_folder / CHARTER_FILE).unlink()
    charter = replace(CHARTER, outside_total=())
    register, findings = read_register(register_folder, charter)
    assert (register.charter, findings) == (charter, [])
