"""What a spreadsheet would run is harmless."""

import csv
import io
import re
from dataclasses import replace

import openpyxl
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.open_data import lines_of, open_data

from generator.disclosure.public import PublicRegister
from generator.site.opendata.formulas import harmless, is_risky

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "a;=1", "a; -1", "a\n=1", "\uff1d1", "\tx"]
FORMULAS += ['a;"=1+1"', '"=1+1"', 'a;" "" @x"']


def hostile(public: PublicRegister, text: str) -> PublicRegister:
    """The register with ``text`` wherever a provider or a maintainer may write."""
    first = public.providers[0]
    reports = tuple(replace(report, source=text, reply=text) for report in first.reports)
    changed = replace(first, name=text, former_names=("x", text), reports=reports)
    return replace(public, providers=(changed, *public.providers[1:3]))


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_run_is_harmless(text: str, public: PublicRegister) -> None:
    made = open_data(hostile(public, text))
    content = made["open-data/ratings.csv"].decode() + made["open-data/replies.csv"].decode()
    for cell in (cell for line in csv.reader(io.StringIO(content, newline="")) for cell in line):
        assert not cell.startswith(("\t", "\r"))
        assert not cell.strip().startswith(("=", "+", "-", "@", "\uff1d"))
    # As a Dutch Excel reads a CSV: every semicolon and every line begins a cell.
    for cell in re.split(r"[;\r\n]", content):
        assert not cell.strip(' "\t').startswith(("=", "+", "-", "@"))
    workbook = openpyxl.load_workbook(io.BytesIO(made["open-data/klantcijfer.xlsx"]))
    assert all(cell.data_type != "f" for sheet in workbook for line in sheet.iter_rows() for cell in line)
    # Nor does it become one when somebody goes into the cell and presses Enter.
    assert workbook["ratings"]["B2"].quotePrefix
    names = [row["former_names"] for row in lines_of(made, "providers")]
    assert names[0] == ["x", text]
    assert pq.read_table(io.BytesIO(made["open-data/replies.parquet"])).to_pylist()[0]["reply"] == text


@given(st.text(alphabet=st.sampled_from("=+-@;'\"\t\r\n a8é"), max_size=12))
def test_text_is_only_given_apostrophes_and_stays_harmless(text: str) -> None:
    safe = harmless(text)
    assert not is_risky(safe)
    assert safe.replace("'", "") == text.replace("'", "")
    assert is_risky(text) == (safe != text)


def test_ordinary_text_is_as_it_is() -> None:
    for text in ("'t Denkbeeldig Traject", "A-Z werk", "1-2-3", "naam@huis", "a; b", "", "Werk + meer"):
        assert harmless(text) == text
