"""Whatever is wrong with a report, what it withholds is not printed, and not written to a public register."""

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.damage import DAMAGE
from support.imports import imported
from support.registers.empty import empty_register
from support.registers.reading import contents
from support.report_writer import FIXED, TEXTS, delivery_csv

from generator.findings.findings import Format
from generator.findings.printing import print_findings
from generator.importing.printing import print_import
from generator.register.records import Publication

# All grades of the clients are withheld, and with them all that they answered: none of this occurs elsewhere.
_GRADE, _SCORE, _STRENGTH, _SHARE = Decimal("3.7"), Decimal("-43.9"), "Sterkpunt", 47
_WITHHELD = replace(
    FIXED,
    report=FIXED.report.model_copy(
        update={
            "promoter_score": _SCORE,
            "very_satisfied": _SHARE,
            "satisfied": 43,
            "staff_strength": f"{_STRENGTH} van de staf",
            "strength_1": f"{_STRENGTH} van het bedrijf",
            "strength_2": f"{_STRENGTH} en nog een",
        },
    ),
    results=tuple(
        row.model_copy(update={"grade": _GRADE, "publication": Publication.NO})
        if row.audience == "client" and row.service != "outplacement"
        else row
        for row in FIXED.results
    ),
)
_SECRETS = ("3.7", "3,7", "43.9", "43,9", _STRENGTH.casefold(), "47%")


def _told(path: Path, data: Path) -> str:
    """All that an import prints, and all that it writes."""
    done = imported(data, path)
    printed = print_import(done.prepared, "data", date(2030, 1, 1))
    findings = [print_findings(done.findings, form, "") for form in Format]
    written = b"".join(contents(data).values()).decode()
    return "\n".join([printed, *findings, written]).casefold()


def _assert_nothing_is_told(text: str) -> None:
    found = [secret for secret in _SECRETS if secret in text]
    assert not found, text


@pytest.mark.parametrize("form", TEXTS)
def test_a_report_without_a_fault(form: str, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXTS[form](_WITHHELD), encoding="utf-8")
    data = empty_register(tmp_path, "public")
    _assert_nothing_is_told(_told(tmp_path / "report.txt", data))
    assert (data / "results" / "2021.csv").is_file()


@pytest.mark.parametrize("damage", DAMAGE)
@given(form=st.sampled_from(sorted(TEXTS)), seed=st.integers(0, 2**32))
def test_a_damaged_report(damage: str, form: str, seed: int) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        text = DAMAGE[damage](TEXTS[form](_WITHHELD), random.Random(seed))  # noqa: S311 - no secret
        (folder / "report.txt").write_text(text, encoding="utf-8")
        _assert_nothing_is_told(_told(folder / "report.txt", empty_register(folder, "public")))


@pytest.mark.parametrize("form", ["tabs", "cells"])
@pytest.mark.parametrize("damage", DAMAGE)
@settings(max_examples=max(settings().max_examples // 5, 1))
@given(seed=st.integers(0, 2**32))
def test_a_damaged_report_of_a_period_that_is_there(damage: str, form: str, seed: int) -> None:
    """What differs from the register is told, but not what was misread into sight."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        data = empty_register(folder, "public")
        (folder / "report.txt").write_text(TEXTS[form](_WITHHELD), encoding="utf-8")
        _assert_nothing_is_told(_told(folder / "report.txt", data))
        text = DAMAGE[damage](TEXTS[form](_WITHHELD), random.Random(seed))  # noqa: S311 - no secret
        (folder / "report.txt").write_text(text, encoding="utf-8")
        _assert_nothing_is_told(_told(folder / "report.txt", data))


def test_a_row_that_is_misread_into_sight_is_not_told_as_a_difference(tmp_path: Path) -> None:
    data = empty_register(tmp_path, "public")
    (tmp_path / "report.txt").write_text(TEXTS["tabs"](_WITHHELD), encoding="utf-8")
    _assert_nothing_is_told(_told(tmp_path / "report.txt", data))
    misread = TEXTS["tabs"](_WITHHELD).replace(_ROW, "Jobcoaching\t4\t2\t50,0\t3,7\tja")
    (tmp_path / "report.txt").write_text(misread, encoding="utf-8")
    told = _told(tmp_path / "report.txt", data)
    assert "jobcoaching: netto steekproef" in told
    _assert_nothing_is_told(told)


_ROW = "Jobcoaching\t10\t2\t20,0\t3,7\tnee"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (_ROW, "Jobcoaching 3,7\t10\t2\t20,0\t3,7\tnee"),
        (_ROW, "Jobcoaching\t10\t2\t20,0\t3,7nee"),
        (_ROW, "Jobcoaching3,7\t10\t2\t20,0\tnee"),
        (_ROW, "Jobcoaching,10,2,20,0,3,7,nee"),
        (_ROW, "Jobcoaching\t10\t2\t3,7\t20,0\tnee"),
        (_ROW, "Jobcoaching\t3,7\t10\t2\t20,0\tnee"),
        (_ROW, "Jobcoaching\t10\t2\t20,0\t3,7\t3,7\tnee"),
        (_ROW, f"{_ROW}\nJobcoaching\t11\t2\t18,2\t3,7\tnee"),
        (_ROW, "Jobcoaching\t10\t2\t20,0\t\uff13,\uff17\tnee"),
        (_ROW, "Zweefvliegen 3,7\t10\t2\t20,0\t3,7\tnee"),
        ("5 Contactgegevens", _ROW),
        ("31 december 2021", "31 december 2001"),
        ("score van -43,9", "score van -439,0"),
        ("score van -43,9", "score van -43,97"),
        ("5 Contactgegevens", "De promotor score van -43,9 was anders dan de promotor score van 1,0."),
        ("\N{THUMBS UP SIGN} Sterkpunt en", "\N{THUMBS UP SIGN} Sterkpunt   Sterkpunt en"),
        ("- \N{THUMBS UP SIGN} Sterkpunt en", "- Sterkpunt a\n- Sterkpunt b\n- Sterkpunt c\n- Sterkpunt d"),
        ("Zeer tevreden: 47%", "Zeer tevreden: 470%"),
        ("Zeer tevreden: 47%", "Zeer tevreden: 47%\nZeer tevreden: 48%"),
        ("Ontevreden: 5%", "Ontevreden: 55%"),
        ("5 Contactgegevens", "tabel 1.3 Inburgeraars 50 5 10,0 3,7 nee"),
        ("5 Contactgegevens", "tabel 4.1 rapportcijfer inburgeraars: 3,7"),
        (_ROW, "Jobcoaching;10;2;20,0;3,7;nee"),
        ("Tevredenheidsonderzoek\n\nV", "Tevredenheidsonderzoek\n\n3,7\nV"),
        (
            "- \N{THUMBS UP SIGN} Sterkpunt van",
            "- \N{THUMBS UP SIGN} Rust\nSterkpunt Verzonnen Werk scoort relatief goed van",
        ),
        ("5 Contactgegevens", "Contact met Sterkpunt Alfa"),
        ("Inhoudsopgave", "TEVREDENHEIDSONDERZOEK BLIK OP WERK - VERZONNEN WERK - STERKPUNT Beta"),
        ("Bellen mocht.", "Bellen mocht, met een promotor score van -43,9."),
    ],
)
def test_a_fault_that_quotes_its_line(old: str, new: str, tmp_path: Path) -> None:
    told = TEXTS["tabs"](_WITHHELD)
    assert old in told
    (tmp_path / "report.txt").write_text(told.replace(old, new), encoding="utf-8")
    _assert_nothing_is_told(_told(tmp_path / "report.txt", empty_register(tmp_path, "public")))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Jobcoaching;10;2;20,0;3,7;nee", "Jobcoaching 3,7;10;2;20,0;3,7;nee"),
        ("Jobcoaching;10;2;20,0;3,7;nee", "3,7;10;2;20,0;3,7;nee"),
        ("Jobcoaching;10;2;20,0;3,7;nee", "Jobcoaching;10;3,7;20,0;2;nee"),
        ("Jobcoaching;10;2;20,0;3,7;nee", "Jobcoaching;2;10;20,0;3,7;nee"),
        ("Jobcoaching;10;2;20,0;3,7;nee", "Jobcoaching;10;2;20,0;3,71;nee"),
        ("definitief", "3,7"),
        ("-43,9", "-43,97"),
        ("-43,9", "-439"),
        (";47;", ";47,5;"),
        ("Rapportcijfer", "Rapportcijfer 3,7"),
        ("Telefonische optie", "Cijfer 3,7"),
        ("31-12-2021", "31-12-2001"),
    ],
)
def test_a_fault_in_a_delivery(old: str, new: str, tmp_path: Path) -> None:
    told = delivery_csv([_WITHHELD])
    assert old in told
    (tmp_path / "delivery.csv").write_text(told.replace(old, new), encoding="utf-8", newline="")
    _assert_nothing_is_told(_told(tmp_path / "delivery.csv", empty_register(tmp_path, "public")))


def test_the_secrets_are_in_the_reports(tmp_path: Path) -> None:
    """Or the tests above could not fail."""
    for written in (TEXTS["tabs"](_WITHHELD), delivery_csv([_WITHHELD])):
        assert all(secret in written.casefold() for secret in ("3,7", "43,9", _STRENGTH.casefold()))
    data = empty_register(tmp_path, "private")
    (tmp_path / "report.txt").write_text(TEXTS["tabs"](_WITHHELD), encoding="utf-8")
    imported(data, tmp_path / "report.txt", unsealed=True)
    assert b"3.7" in (data / "results" / "2021.csv").read_bytes()
