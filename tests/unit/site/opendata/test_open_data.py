"""The open data: all of the public register, the same in every format, and nothing that is not public."""

import contextlib
import csv
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import yaml
from frictionless import Report, validate
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pyld import jsonld
from support.demos import public_demo
from support.open_data import READERS, open_data, read_json, rows_of
from support.public_model import rounded_beside
from support.random_registers import AS_OF, grades, policy, registers
from support.settings import SETTINGS

from generator.disclosure.public import NoResponse, PublicRegister, Published, Withheld
from generator.disclosure.rules import withheld
from generator.disclosure.withholding import withhold
from generator.register.fields import Unpublished
from generator.register.records import Register
from generator.site.content.content import content
from generator.site.news import news_of
from generator.site.opendata import documenting, formats, jsons
from generator.site.opendata.columns import Kind, exact
from generator.site.opendata.formulas import harmless, is_risky
from generator.site.opendata.releases import released_on, releases, version
from generator.site.opendata.rows import OUTCOMES, audiences
from generator.site.opendata.tables import RATINGS, TABLES
from generator.site.settings import Licence, read_settings
from generator.site.words.catalogue import dutch

ROOT = Path(__file__).parents[4]
NAMES = [table.name for table in TABLES]
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "a;=1", "a; -1", "a\n=1", "\uff1d1", "\tx"]
FORMULAS += ['a;"=1+1"', '"=1+1"', 'a;" "" @x"']
DCAT, DCT = "http://www.w3.org/ns/dcat#", "http://purl.org/dc/terms/"
# What DCAT-AP-NL 3.0 asks of each class, with what DCAT-AP 3.0 asked already; True where there can be only one.
REQUIRED = {
    "Catalog": {
        f"{DCT}title": False,
        f"{DCT}description": False,
        f"{DCT}publisher": True,
        f"{DCAT}contactPoint": True,
        f"{DCAT}dataset": False,
    },
    "Dataset": {
        f"{DCT}title": False,
        f"{DCT}description": False,
        f"{DCT}accessRights": True,
        f"{DCAT}contactPoint": True,
        f"{DCT}creator": False,
        f"{DCT}identifier": True,
        f"{DCT}publisher": True,
        f"{DCAT}theme": False,
    },
    "Distribution": {f"{DCAT}accessURL": True, f"{DCT}license": True},
}


@pytest.fixture(scope="module")
def public() -> PublicRegister:
    return rounded_beside(public_demo(60))


@pytest.fixture(scope="module")
def made(public: PublicRegister) -> Mapping[str, bytes]:
    return open_data(public)


@pytest.fixture(scope="module")
def folder(made: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files below open-data/, on disk."""
    place = tmp_path_factory.mktemp("open-data")
    for name, text in made.items():
        if name.startswith(formats.FOLDER):
            (place / name.removeprefix(formats.FOLDER)).write_bytes(text)
    return place


def hostile(public: PublicRegister, text: str) -> PublicRegister:
    """The register with ``text`` wherever a provider or a maintainer may write."""
    first = public.providers[0]
    reports = tuple(replace(report, source=text, reply=text) for report in first.reports)
    changed = replace(first, name=text, former_names=("x", text), reports=reports)
    return replace(public, providers=(changed, *public.providers[1:3]))


@pytest.mark.parametrize("form", READERS)
def test_every_public_row_is_there_with_its_grade_or_the_reason(
    form: str, public: PublicRegister, made: Mapping[str, bytes]
) -> None:
    rows = iter(rows_of(made, "ratings", form))
    seen = set()
    for provider in public.providers:
        for report in provider.reports:
            for audience, row in audiences(report):
                found = next(rows)
                service = row.service.id if row.service else "total"
                where = (found["provider"], found["period_end"], found["audience"], found["service"])
                assert where == (provider.id, report.period_end, audience, service)
                assert (found["net_sample"], found["completed"]) == (row.net_sample, row.completed)
                rating = row.rating
                seen.add(type(rating))
                if isinstance(rating, Published):
                    assert (found["outcome"], found["grade"], found["reason"]) == ("published", rating.grade, None)
                    assert found["rounded"] is rating.is_rounded
                    counts = tuple(found[f"grade_{grade}"] for grade in range(1, 11))
                    assert counts == (rating.distribution or (None,) * 10)
                    continue
                without = [
                    found[name] for name in found if name.startswith(("grade", "interval")) or name == "certainty"
                ]
                assert without == [None] * 14
                assert found["rounded"] is False
                assert found["explanation"].startswith("Geen cijfer")
                if isinstance(rating, Withheld):
                    assert (found["outcome"], found["reason"]) == ("withheld", rating.reason)
                    assert found["required_response"] == rating.required_response
                else:
                    assert (found["outcome"], found["reason"]) == ("no_response", None)
    assert next(rows, None) is None
    assert seen == {Published, Withheld, NoResponse}


def first_of_each(public: PublicRegister) -> Iterator[tuple[int, str]]:
    """On what line of the ratings the first exact grade stands and the first rounded one, and how each is written."""
    ratings = [
        row.rating for provider in public.providers for report in provider.reports for _, row in audiences(report)
    ]
    for is_rounded in (False, True):
        yield next(
            (line, f"{rating.grade}")
            for line, rating in enumerate(ratings)
            if isinstance(rating, Published) and rating.is_rounded is is_rounded
        )


def test_a_rounded_grade_is_written_without_a_decimal(public: PublicRegister, made: Mapping[str, bytes]) -> None:
    (exact_line, exact_grade), (line, grade) = first_of_each(public)
    assert "." in exact_grade
    assert "." not in grade
    rows = list(csv.DictReader(io.StringIO(made["open-data/ratings.csv"].decode(), newline="")))
    assert (rows[line]["grade"], rows[line]["rounded"]) == (grade, "true")
    assert (rows[exact_line]["grade"], rows[exact_line]["rounded"]) == (exact_grade, "false")
    assert rows[line]["interval_low"] == rows[line]["grade_8"] == ""
    lines = made["open-data/klantcijfer.json"].decode().partition('"ratings": [\n')[2].splitlines()
    assert f'"grade": {grade}, ' in lines[line]
    assert '"rounded": true' in lines[line]
    assert f'"grade": {exact_grade}, ' in lines[exact_line]
    sheet = openpyxl.load_workbook(io.BytesIO(made["open-data/klantcijfer.xlsx"]))["ratings"]
    column = next(cell.column for cell in sheet[1] if cell.value == "grade")
    assert sheet.cell(line + 2, column).number_format == "0"
    assert sheet.cell(exact_line + 2, column).number_format == "0.0"


def test_a_providers_file_has_a_rounded_grade_without_a_decimal(public: PublicRegister) -> None:
    written = dict(content(public, SETTINGS).files)
    of = next(
        each
        for each in public.providers
        if isinstance(each.newest.clients.total.rating, Published) and each.newest.clients.total.rating.is_rounded
    )
    rating = of.newest.clients.total.rating
    assert isinstance(rating, Published)
    text = written[f"aanbieders/{of.id}/ratings.json"]
    assert f'"grade": {rating.grade}, "rounded": true'.encode() in bytes(text)


@pytest.mark.parametrize("table", NAMES)
def test_every_format_says_the_same(table: str, made: Mapping[str, bytes]) -> None:
    first, *others = (rows_of(made, table, form) for form in READERS)
    assert first
    for form, rows in zip(READERS[1:], others, strict=True):
        assert rows == first, form


def test_a_response_that_fell_short_never_looks_like_the_one_that_was_needed(made: Mapping[str, bytes]) -> None:
    short = [row for row in rows_of(made, "ratings", "csv") if row["required_response"] is not None]
    assert short
    assert all(row["response_rate"] < row["required_response"] for row in short)
    assert exact(Decimal("29.9999"), 2) == Decimal("29.99")


def test_numbers_keep_their_decimals(made: Mapping[str, bytes]) -> None:
    assert jsons.encoded({"a": [Decimal("8.0"), None, True, 3, date(2026, 1, 2), 'é"']}) == (
        '{"a": [8.0, null, true, 3, "2026-01-02", "é\\""]}'
    )
    text = made["open-data/klantcijfer.json"].decode()
    assert re.findall(r'"grade": (?!null|\d+(\.\d)?[,}])[^,]*', text) == []
    whole = [line for line in text.splitlines() if re.search(r'"grade": \d+,', line)]
    assert whole == [line for line in text.splitlines() if '"rounded": true' in line]
    with pytest.raises(TypeError, match="float cannot be written as JSON"):
        jsons.encoded(8.3)


def test_a_grade_in_parquet_is_a_decimal_and_a_day_a_day(made: Mapping[str, bytes]) -> None:
    table = pq.read_table(io.BytesIO(made["open-data/ratings.parquet"]))
    assert table.schema.field("grade").type == pa.decimal128(5, 1)
    assert table.schema.field("period_end").type == pa.date32()
    assert table.schema.field("grade").metadata[b"title"] == b"Rapportcijfer"
    for name in NAMES:
        pq.read_table(io.BytesIO(made[f"open-data/{name}.parquet"])).validate(full=True)


def test_the_workbook_opens_well(made: Mapping[str, bytes], public: PublicRegister) -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(made["open-data/klantcijfer.xlsx"]))
    assert workbook.sheetnames == ["Toelichting", *NAMES]
    told = {cell for line in workbook["Toelichting"].iter_rows(values_only=True) for cell in line}
    release = released_on(news_of(public))
    assert {documenting.citation(SETTINGS, release, dutch()), "5 oktober 2026"} <= told
    assert f"{SETTINGS.licence.title} ({SETTINGS.licence_address})" in told
    assert {column.name for table in TABLES for column in table.columns} <= told
    sheet = workbook["ratings"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == sheet.dimensions
    places = {cell.value: place for place, cell in enumerate(sheet[1])}
    graded = next(line for line in sheet.iter_rows(min_row=2) if line[places["grade"]].value is not None)
    assert graded[places["grade"]].number_format == "0.0"
    assert graded[places["grade"]].data_type == "n"
    assert isinstance(graded[places["period_end"]].value, datetime)


def test_the_formula_on_the_page_names_the_columns_of_the_workbook(made: Mapping[str, bytes]) -> None:
    page = dict(content(public_demo(20), SETTINGS).pages)["open-data/index.md"]
    names = {"L": "grade", "E": "newest", "F": "audience", "G": "service"}
    assert sorted(set(re.findall(r"ratings!(\w):\1", page))) == sorted(names)
    sheet = openpyxl.load_workbook(io.BytesIO(made["open-data/klantcijfer.xlsx"]))["ratings"]
    assert {letter: sheet[f"{letter}1"].value for letter in names} == names


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


def test_the_package_has_the_checksum_of_every_file_and_the_archive_has_them_all(made: Mapping[str, bytes]) -> None:
    package = json.loads(made["open-data/datapackage.json"])
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    described = {each["path"]: (each["bytes"], each["hash"]) for each in package["resources"]}
    data = {
        name.removeprefix(formats.FOLDER): (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        for name, content in made.items()
        if name.startswith(formats.FOLDER) and not name.endswith((".zip", ".jsonld", "datapackage.json"))
    }
    assert described == data
    with zipfile.ZipFile(io.BytesIO(made["open-data/klantcijfer.zip"])) as archive:
        packed = {f"{formats.FOLDER}{name}": archive.read(name) for name in archive.namelist()}
    assert set(packed) == {f"{formats.FOLDER}{name}" for name in ("datapackage.json", *data)}
    assert packed.items() <= made.items()


def test_a_file_that_was_changed_does_not_pass(folder: Path, tmp_path: Path) -> None:
    for file in folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    for name in ("ratings.csv", "klantcijfer.xlsx"):
        (tmp_path / name).write_bytes((tmp_path / name).read_bytes() + b"\r\n")
    assert {Path(task.place).name for task in validate(tmp_path / "datapackage.json").tasks if task.errors} == {
        "ratings.csv",
        "klantcijfer.xlsx",
    }


def test_the_json_with_all_tables_keeps_to_its_schema(made: Mapping[str, bytes]) -> None:
    schema = json.loads(made["schema/open-data-1.json"])
    content = json.loads(made["open-data/klantcijfer.json"])
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == content["$schema"] == SETTINGS.at("schema/open-data-1.json")
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(content)] == []
    content["tables"]["ratings"][0]["outcome"] = "geheim"
    assert not validator.is_valid(content)


def test_each_providers_file_keeps_to_its_schema_and_stands_below_each_former_id(public: PublicRegister) -> None:
    written = dict(content(public, SETTINGS).files)
    schema = json.loads(written["schema/ratings-1.json"])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for provider in public.providers:
        text = written[f"aanbieders/{provider.id}/ratings.json"]
        read = json.loads(text)
        assert [error.message for error in validator.iter_errors(read)] == []
        assert (read["$schema"], read["version"]) == (schema["$id"], 1)
        assert [report["period_end"] for report in read["reports"]] == [
            report.period_end.isoformat() for report in provider.reports
        ]
        for former in provider.former_ids:
            assert written[f"aanbieders/{former}/ratings.json"] == text
    assert any(provider.former_ids for provider in public.providers)


def test_a_providers_file_says_of_each_row_what_the_tables_say(
    public: PublicRegister, made: Mapping[str, bytes]
) -> None:
    written = dict(content(public, SETTINGS).files)
    rows = iter(rows_of(made, "ratings", "json"))
    for provider in public.providers:
        for report in read_json(written[f"aanbieders/{provider.id}/ratings.json"])["reports"]:
            for rating in report["ratings"]:
                row = next(rows)
                shared = ("audience", "net_sample", "completed", "response_rate", "grade", "outcome", "reason")
                assert {name: rating[name] for name in shared} == {name: row[name] for name in shared}
                assert rating.get("rounded", False) == row["rounded"]
                assert (rating["explanation"] is None) == (rating["outcome"] == "published")
                assert rating["explanation"] == row["explanation"]
                interval = rating.get("interval") or {"low": None, "high": None}
                assert (interval["low"], interval["high"]) == (row["interval_low"], row["interval_high"])


def test_the_schema_of_a_providers_file_knows_no_withheld_grade(public: PublicRegister) -> None:
    written = dict(content(public, SETTINGS).files)
    validator = Draft202012Validator(json.loads(written["schema/ratings-1.json"]))
    reports = (
        (provider.id, number)
        for provider in public.providers
        for number, report in enumerate(provider.reports)
        if isinstance(report.clients.total.rating, Withheld)
    )
    provider, number = next(reports)
    read = json.loads(written[f"aanbieders/{provider}/ratings.json"])
    rating = read["reports"][number]["ratings"][0]
    assert (rating["outcome"], rating["grade"]) == ("withheld", None)
    for wrong in (8.1, 0):
        rating["grade"] = wrong
        assert not validator.is_valid(read)


def nodes_of(document: Any, kind: str) -> list[dict[str, Any]]:  # noqa: ANN401 - JSON-LD
    """Every node of that class, however deep."""
    if isinstance(document, list):
        return [node for each in document for node in nodes_of(each, kind)]
    if not isinstance(document, dict):
        return []
    own = [document] if kind in document.get("@type", []) else []
    return own + [node for each in document.values() for node in nodes_of(each, kind)]


def offline(address: str, options: object) -> dict[str, Any]:
    """The words of schema.org, without asking anybody."""
    del options
    assert address.rstrip("/") == "https://schema.org"
    context = {"@context": {"@vocab": "http://schema.org/"}}
    return {"contextUrl": None, "documentUrl": address, "contentType": "application/ld+json", "document": context}


def test_the_catalogue_has_what_the_dutch_profile_asks(made: Mapping[str, bytes]) -> None:
    catalogue = jsonld.expand(json.loads(made["open-data/dcat.jsonld"]), {"documentLoader": None})
    counted = {}
    for kind, required in REQUIRED.items():
        nodes = nodes_of(catalogue, DCAT + kind)
        counted[kind] = len(nodes)
        for node in nodes:
            for name, only_one in required.items():
                assert len(node.get(name, [])) == 1 if only_one else node.get(name), f"{kind} {name}"
    assert counted == {"Catalog": 1, "Dataset": 1, "Distribution": len(formats.DOWNLOADS)}
    for node in nodes_of(catalogue, f"{DCAT}Distribution"):
        name = node[f"{DCAT}downloadURL"][0]["@id"].removeprefix(SETTINGS.address)
        assert node[f"{DCAT}byteSize"][0]["@value"] == str(len(made[name]))
        checksum = node["http://spdx.org/rdf/terms#checksum"][0]["http://spdx.org/rdf/terms#checksumValue"][0]
        assert checksum["@value"] == hashlib.sha256(made[name]).hexdigest()
    agents = nodes_of(catalogue, "http://xmlns.com/foaf/0.1/Agent")
    assert {agent["http://xmlns.com/foaf/0.1/name"][0]["@value"] for agent in agents} == {SETTINGS.publisher}


def test_the_page_tells_search_engines_of_each_download(public: PublicRegister, made: Mapping[str, bytes]) -> None:
    page = dict(content(public, SETTINGS).pages)["open-data/index.md"]
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    (dataset,) = jsonld.expand(json.loads(block), {"documentLoader": offline})
    assert dataset["@type"] == ["http://schema.org/Dataset"]
    for name in ("name", "description", "license", "creator", "publisher", "dateModified"):
        assert dataset[f"http://schema.org/{name}"]
    downloads = [
        each["http://schema.org/contentUrl"][0]["@value"] for each in dataset["http://schema.org/distribution"]
    ]
    assert {address.removeprefix(SETTINGS.address) for address in downloads} <= set(made)


def test_every_link_of_the_page_leads_to_a_file(public: PublicRegister, made: Mapping[str, bytes]) -> None:
    page = dict(content(public, SETTINGS).pages)["open-data/index.md"]
    links = {link for link in re.findall(r'href="([^"#]+)"', page) if not link.startswith("http")}
    named = {link.removeprefix("../") if link.startswith("../") else formats.FOLDER + link for link in links}
    assert named == set(made)


def test_conditions_and_contact_are_settings(public: PublicRegister) -> None:
    few = replace(public, providers=public.providers[:2])
    default = open_data(few)
    (licence,) = json.loads(default["open-data/datapackage.json"])["licenses"]
    assert licence == {"path": SETTINGS.licence_address, "title": "Aanhalen met de bron mag"}
    assert f"{SETTINGS.address}over/" in default["open-data/dcat.jsonld"].decode()
    chosen = replace(
        SETTINGS,
        licence=Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.nl", "CC-BY-4.0"),
        contact="mailto:data@klantcijfer.example",
    )
    opened = open_data(few, chosen)
    (licence,) = json.loads(opened["open-data/datapackage.json"])["licenses"]
    assert licence["name"] == "CC-BY-4.0"
    catalogue = opened["open-data/dcat.jsonld"].decode()
    assert "authority/licence/CC_BY_4_0" in catalogue
    assert '"vcard:hasEmail": {\n    "@id": "mailto:data@klantcijfer.example"' in catalogue
    page = dict(content(few, chosen).pages)["open-data/index.md"]
    assert '<a href="https://creativecommons.org/licenses/by/4.0/deed.nl">CC BY 4.0</a>' in page


def test_by_default_no_open_licence_is_claimed() -> None:
    real = read_settings(ROOT)
    assert real.licence.identifier is None
    assert real.licence_address == real.at("open-data/#voorwaarden")
    assert real.source in real.licence.title


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
    names = [row["former_names"] for row in read_json(made["open-data/klantcijfer.json"])["tables"]["providers"]]
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


def test_the_same_data_give_the_same_bytes(public: PublicRegister, made: Mapping[str, bytes]) -> None:
    again = open_data(public)
    assert {name for name in made if made[name] != again[name]} == set()
    assert list(again) == list(made)


@settings(max_examples=12)
@given(registers(), st.data())
def test_no_withheld_grade_makes_any_difference(register: Register, data: st.DataObject) -> None:
    rules = policy().versions[-1]
    changed = {
        key: row.model_copy(update={"grade": data.draw(st.one_of(grades, st.just(Unpublished.ABSENT)))})
        if withheld(row, rules) and row.grade is not Unpublished.ANONYMISED
        else row
        for key, row in register.results.items()
    }
    before = withhold(register, policy(), AS_OF)
    after = withhold(replace(register, results=changed), policy(), AS_OF)
    assert dict(content(after, SETTINGS).files) == dict(content(before, SETTINGS).files)


def test_a_release_is_dated_by_its_newest_change(public: PublicRegister, made: Mapping[str, bytes]) -> None:
    reports = [report for provider in public.providers for report in provider.reports]
    days = {report.public_on for report in reports} | {
        each.corrected_on for report in reports for each in report.corrections
    }
    found = releases(news_of(public))
    assert [each.day for each in found] == sorted(days, reverse=True)
    assert sum(each.reports for each in found) == len(reports)
    assert released_on(news_of(public)) == max(days)
    package = json.loads(made["open-data/datapackage.json"])
    assert (package["version"], package["created"]) == ("2026.10.5", f"{max(days)}T00:00:00Z")
    assert version(date(2026, 10, 5)) == "2026.10.5"


def test_a_register_without_a_public_report_has_all_its_files(public: PublicRegister, tmp_path: Path) -> None:
    nobody = replace(public, providers=())
    made = open_data(nobody)
    for name, text in made.items():
        (tmp_path / Path(name).name).write_bytes(text)
    assert errors_of(validate(tmp_path / "datapackage.json")) == []
    assert rows_of(made, "ratings", "xlsx") == rows_of(made, "ratings", "parquet") == []
    assert "Versies" in dict(content(nobody, SETTINGS).pages)["open-data/index.md"]


def test_the_pandas_example_runs(public: PublicRegister, folder: Path) -> None:
    example = dutch()("open_data.example.pandas", address=f"{folder.as_posix()}/")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(example, "example", "exec"), {})  # noqa: S102 - what the page tells people to run
    ratings = [provider.newest.clients.total.rating for provider in public.providers]
    given_grades = [rating.grade for rating in ratings if isinstance(rating, Published)]
    *_, mean = printed.getvalue().split()
    assert float(mean) == pytest.approx(float(sum(given_grades) / len(given_grades)))
    assert f"published      {len(given_grades)}" in printed.getvalue()


def test_every_column_has_its_words_and_every_word_its_column() -> None:
    columns = [column for table in TABLES for column in table.columns]
    catalogue = yaml.safe_load((ROOT / "generator/site/words/locale/nl.yaml").read_text(encoding="utf-8"))["open_data"]
    assert set(catalogue["column"]) == {column.about or column.name for column in columns}
    assert set(catalogue["table"]) == set(NAMES)
    for column in columns:
        assert column.title(dutch())
        assert column.meaning(dutch())
        # Every code that a cell can hold is explained.
        assert all(choice in column.meaning(dutch()) for choice in column.choices)
    assert {column.kind for column in columns} == set(Kind)
    assert next(column.choices for column in RATINGS.columns if column.name == "outcome") == OUTCOMES


def test_a_name_means_the_same_in_every_table() -> None:
    kinds: dict[str, set[tuple[Kind, int]]] = {}
    for table in TABLES:
        assert len({column.name for column in table.columns}) == len(table.columns)
        for column in table.columns:
            kinds.setdefault(column.name, set()).add((column.kind, column.decimals))
    assert [name for name, found in kinds.items() if len(found) > 1] == []


def test_the_page_explains_every_column(public: PublicRegister) -> None:
    page = dict(content(public, SETTINGS).pages)["open-data/index.md"]
    for table in TABLES:
        assert f'<details class="kc-fold" id="{table.name}">' in page
        for column in table.columns:
            if not column.about:
                assert f"<code>{column.name}</code> {column.title(dutch())}</dt>" in page
    assert "<code>grade_1</code> tot en met <code>grade_10</code>" in page
