"""Every finding of the import, provoked by a small fault in a report that has none; nothing is written then."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from support.hostile_files import sheet, workbook
from support.imports import Done, imported
from support.registers.empty import empty_register
from support.registers.reading import contents
from support.report_writer import FIXED, WrittenReport, delivery_csv, with_tabs, write_pdf, write_xlsx

from generator.findings.codes import CODES, Severity
from generator.findings.findings import Finding, has_errors
from generator.importing.identifying import Naming
from generator.reports import extraction
from generator.reports.limits import MOST_ROWS
from generator.reports.lines import MASK

_Writer = Callable[[Path], Path]


@dataclass(frozen=True, slots=True)
class Case:
    """A fault, and the finding that it gives: its code, what its line holds (nothing: it is about the whole file)."""

    name: str
    write: _Writer
    code: str
    on: str = ""
    naming: Naming = field(default_factory=Naming)
    before: tuple[_Writer, ...] = ()
    quoted: str = ""
    others: frozenset[str] = frozenset()


def text(*swaps: tuple[str, str], written: WrittenReport = FIXED, name: str = "report.txt") -> _Writer:
    """The report as text, with something else in it: the first of each pair must be there."""

    def write(folder: Path) -> Path:
        told = with_tabs(written)
        for old, new in swaps:
            assert old in told, old
            told = told.replace(old, new)
        (folder / name).write_text(told, encoding="utf-8")
        return folder / name

    return write


def raw(content: bytes, name: str = "report.txt") -> _Writer:
    def write(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return write


def delivery(*swaps: tuple[str, str]) -> _Writer:
    def write(folder: Path) -> Path:
        told = delivery_csv([FIXED])
        for old, new in swaps:
            assert old in told, old
            told = told.replace(old, new)
        (folder / "delivery.csv").write_text(told, encoding="utf-8", newline="")
        return folder / "delivery.csv"

    return write


def pdf(**options: str) -> _Writer:
    def write(folder: Path) -> Path:
        write_pdf(FIXED, folder / "report.pdf", lines=True, **options)
        return folder / "report.pdf"

    return write


def cut_pdf(folder: Path) -> Path:
    path = pdf()(folder)
    path.write_bytes(path.read_bytes()[:900])
    return path


def drawn_pdf(pages: int, words: str = "") -> _Writer:
    def write(folder: Path) -> Path:
        canvas = Canvas(str(folder / "report.pdf"), invariant=1)
        for _ in range(pages):
            canvas.rect(100, 100, 100, 100)
            canvas.drawString(100, 700, words)
            canvas.showPage()
        canvas.save()
        return folder / "report.pdf"

    return write


def folder_with(*writers: _Writer) -> _Writer:
    def write(folder: Path) -> Path:
        inside = folder / "reports"
        inside.mkdir()
        for writer in writers:
            writer(inside)
        return inside

    return write


def broken_workbook(folder: Path) -> Path:
    write_xlsx([FIXED], folder / "delivery.xlsx")
    raw = (folder / "delivery.xlsx").read_bytes()
    (folder / "delivery.xlsx").write_bytes(raw[: len(raw) // 2])
    return folder / "delivery.xlsx"


def long_workbook(folder: Path) -> Path:
    rows = "<row/>" * (MOST_ROWS + 1)
    return workbook(folder / "delivery.xlsx", {"xl/worksheets/sheet1.xml": sheet(rows)})


_JOBCOACHING = "Jobcoaching\t10\t2\t20,0\t3,5\tnee"
_TOTAL = "Totaal\t51\t23\t45,1\t7,7\tja"
_PERIOD = "1 januari 2021 tot en met 31 december 2021"
_ALFA = Naming(new_provider="verzonnen-alfa")
_OF_ALFA = replace(FIXED, name="Verzonnen Alfa")

_NEXT_YEAR = replace(
    FIXED,
    report=FIXED.report.model_copy(
        update={
            "period_start": date(2022, 1, 1),
            "period_end": date(2022, 12, 31),
            "report_date": date(2023, 1, 25),
        },
    ),
    results=tuple(
        row.model_copy(update={"service": "sociale-activering"}) if row.service == "jobcoaching" else row
        for row in FIXED.results
    ),
)

_CASES = [
    Case("another kind of file", raw(b"x", "report.docx"), "I01"),
    Case("text of something else", raw(b"Hello there."), "I01"),
    Case("an empty folder", folder_with(), "I01"),
    Case("a picture of a report", drawn_pdf(3), "I02"),
    Case("nothing", raw(b""), "I03"),
    Case("a PDF of no bytes", raw(b"", "report.pdf"), "I03"),
    Case("a PDF that is none", raw(b"<html></html>", "report.pdf"), "I03"),
    Case("half a PDF", cut_pdf, "I03"),
    Case("half a workbook", broken_workbook, "I03"),
    Case("no such file", lambda folder: folder / "nowhere.txt", "I01"),
    Case("a password", pdf(password="secret"), "I04"),  # noqa: S106 - of an invented report
    Case("200 pages", drawn_pdf(200, "Tevredenheidsonderzoek"), "I05"),
    Case("a workbook without end", long_workbook, "I05"),
    Case("an old encoding", raw("meetperiode\ncliënten".encode("cp850")), "F01", on="nten"),
    Case("Latin-1", raw("meetperiode\ncliënten".encode("latin-1")), "I47", on="nten", others=frozenset({"I06", "I09"})),
    Case(
        "nobody's",
        text(("Verzonnen Werk", "uw organisatie"), ("In opdracht van uw organisatie\n", "")),
        "I17",
        on="VERZONNEN WERK",
    ),
    Case("no period", text((_PERIOD, "heel 2021")), "I06"),
    Case("no date", text(("Verzonnen Stad, dinsdag 25 januari 2022", "Verzonnen Stad")), "I06"),
    Case("no status", text(("Definitief rapport", "Rapport over tevredenheid")), "I06"),
    Case(
        "two periods",
        text(("Bellen mocht.", "In de periode van 1 januari 2020 tot en met 31 december 2021.")),
        "I07",
        on="1 januari 2020",
        quoted="1 januari 2020",
    ),
    Case(
        "two dates",
        text(("Definitief rapport", "Definitief rapport\nElders, 24 januari 2022")),
        "I07",
        on="25 januari",
        quoted="dinsdag 25 januari 2022",
    ),
    Case(
        "final and a draft",
        text(("Definitief rapport", "Definitief rapport\nConcept")),
        "I07",
        on="Concept",
        quoted="Concept",
    ),
    Case("two promoter scores", text(("5 Contactgegevens", "De promotor score van 12,5.")), "I07", on="promotor"),
    Case(
        "a share twice",
        text(("\N{BLACK CIRCLE} Ontevreden: 5%", "Ontevreden: 5%\nOntevreden: 6%")),
        "I07",
        on="Ontevreden: 6%",
    ),
    Case(
        "30 February",
        text(("dinsdag 25 januari 2022", "30 februari 2022")),
        "I08",
        on="30 februari",
        quoted="30 februari 2022",
    ),
    Case(
        "another day of the week",
        text(("dinsdag 25", "dinsdag 26")),
        "I08",
        on="dinsdag 26",
        quoted="dinsdag 26 januari",
    ),
    Case("a year that cannot be", text((_PERIOD, "1 januari 2021 tot en met 31 december 2921")), "I08", on="2921"),
    Case("no table", text(("tabel 1.1", "figuur"), ("Netto", "Bruto")), "I09"),
    Case(
        "a table without rows",
        text(("Jobcoaching\t10", "Aan deze cijfers\nJobcoaching\t10")),
        "I09",
        on="tabel 1.1",
        others=frozenset({"I10"}),
    ),
    Case(
        "cut off in the table",
        text((with_tabs(FIXED).partition("Opdrachtgevers\n")[2], "")),
        "I09",
        on="Totaal",
        others=frozenset({"I16"}),
    ),
    Case(
        "a value too few",
        text((_JOBCOACHING, "Jobcoaching\t10\t20,0\t3,5\tnee")),
        "I10",
        on="Jobcoaching",
        quoted="Jobcoaching",
    ),
    Case("a word for a value", text((_JOBCOACHING, "Jobcoaching\t10\ttwee\t20,0\t3,5\tnee")), "I10", on="Jobcoaching"),
    Case("no decision", text((_JOBCOACHING, "Jobcoaching\t10\t2\t20,0\t3,5")), "I10", on="Jobcoaching"),
    Case("no label", text((_JOBCOACHING, "10\t2\t20,0\t3,5\tnee")), "I10", on="10\t2"),
    Case("a label without values", text((_JOBCOACHING, "Jobcoaching")), "I10", on="Jobcoaching"),
    Case("a row after the table", text(("5 Contactgegevens", _JOBCOACHING)), "I10", on="Jobcoaching"),
    Case("response and grade have changed places", text(("20,0\t3,5", "3,5\t20,0")), "I11", on="3,5\t20,0"),
    Case("a grade of 11", text(("8,1\tja", "11,0\tja")), "I11", on="11,0"),
    Case("a grade of two decimals", text(("8,1\tja", "8,12\tja")), "I11", on="8,12"),
    Case(
        "a grade of none who answered",
        text(("10\t2\t20,0\t3,5", "10\t0\t0,0\t3,5")),
        "I11",
        on="3,5",
        others=frozenset({"I16"}),
    ),
    Case("a row twice, otherwise", text((_TOTAL, f"Jobcoaching\t11\t2\t18,2\t3,5\tnee\n{_TOTAL}")), "I12", on="11\t2"),
    Case("a promoter score of 250", text(("-12,5", "250,0")), "I13", on="250,0"),
    Case("four shares", text(("\N{BLACK CIRCLE} Tevreden: 30%\n", "")), "I13", on="Geen mening"),
    Case("a share of 105", text(("Tevreden: 30%", "Tevreden: 105%")), "I13", on="105%"),
    Case("two columns of strengths", text(("Respect\n", "Respect   \N{CHECK MARK} Snelheid\n")), "I13", on="Snelheid"),
    Case(
        "five strengths", text(("Snelheid van kennismaking", "Ja\n- Inzet\n- Luisteren\n- Rust")), "I14", on="afspraken"
    ),
    Case(
        "a response that is another",
        text(("20,0\t3,5", "25,0\t3,5")),
        "I15",
        on="Jobcoaching",
        quoted="'Jobcoaching ▒ ▒ ▒ ▒ nee'",
    ),
    Case(
        "others invited in the text", text(("totaal 51 cl", "totaal 52 cl")), "I16", on="totaal 52", quoted="52 clients"
    ),
    Case("another share in the text", text(("45,1% voor", "46,1% voor")), "I16", on="46,1%"),
    Case(
        "commissioners in the text alone",
        text(("Totaal opdrachtgevers\t12\t4\t33,3\t7,4\tja", "")),
        "I16",
        on="12 opdrachtgever(s)",
    ),
    Case(
        "commissioners in the table alone",
        text((" en 12 opdrachtgever(s)", ""), (" en 33,3% voor opdrachtgever(s)", "")),
        "I16",
        on="Totaal opdrachtgevers",
    ),
    Case(
        "three spellings",
        text(
            ("In opdracht van Verzonnen Werk", "In opdracht van Verzonnen-Werk"),
            ("De medewerkers van Verzonnen Werk", "De medewerkers van Verzonnen werk"),
        ),
        "I17",
        on="Verzonnen werk",
        quoted="'Verzonnen-Werk' (line 10)",
    ),
    Case("no sentence", text((FIXED.sentence(), "")), "I18"),
    Case("no promoter score", text((f"{FIXED.name} heeft een actuele promotor score van -12,5.", "")), "I19"),
    Case(
        "a service from nowhere", text(("Jobcoaching", "Zweefvliegen")), "I20", on="Zweefvliegen", quoted="Zweefvliegen"
    ),
    Case("a service with a slip", text(("Jobcoaching", "Jobcoachimg")), "I21", on="Jobcoachimg"),
    Case(
        "a name like another",
        text(written=replace(FIXED, name="Verzonnen Werk B.V.")),
        "I22",
        on="Verzonnen Werk B.V.",
        before=(text(),),
    ),
    Case(
        "another's report",
        text(written=_OF_ALFA),
        "I23",
        on="Verzonnen Alfa",
        naming=Naming(provider="verzonnen-werk"),
        before=(text(),),
    ),
    Case("a draft", text(("Definitief", "Concept")), "I24", on="Concept"),
    Case(
        "an id that is taken",
        text(written=_OF_ALFA),
        "I25",
        on="Verzonnen Alfa",
        naming=Naming(new_provider="verzonnen-werk"),
        before=(text(),),
    ),
    Case("an id that is reserved", text(written=replace(FIXED, name="Index")), "I25", on="Index"),
    Case("a new provider", text(), "I26", on="Verzonnen Werk", quoted="verzonnen-werk"),
    Case("no column of grades", delivery(("Rapportcijfer", "Sterren")), "I27", on="Sterren"),
    Case("no header", raw(b"a;b;c\n1;2;3\n", "delivery.csv"), "I27", on="a;b;c"),
    Case("a column of something else", delivery(("Telefonische optie", "Kleur")), "I28", on="Kleur"),
    Case("half a year", text((_PERIOD, "1 juli 2021 tot en met 31 december 2021")), "I29", on="1 juli 2021"),
    Case("a text among reports", folder_with(text(), raw(b"Read me.", "README.md")), "I30"),
    Case(
        "a name out of two",
        text(("In opdracht van Verzonnen Werk", "In opdracht van Verzonnen werk")),
        "I31",
        on="Verzonnen werk",
        naming=_ALFA,
    ),
    Case(
        "another report for the period",
        text(("7,4\tja", "7,5\tja")),
        "I33",
        on="meetperiode",
        before=(text(),),
        quoted="opdrachtgevers, totaal: rapportcijfer",
    ),
    Case("a draft for a final one", text(("Definitief", "Concept")), "I34", on="meetperiode", before=(text(),)),
    Case("a total that cannot be", text(("7,7\tja", "8,7\tja")), "R14", on="8,7", quoted="Totaal 51 23 45.1"),
    Case("a withheld grade that cannot be", text(("20,0\t3,5", "20,0\t9,5")), "I35", on="7,7"),
    Case("a service more", text(written=_NEXT_YEAR), "I36", on="meetperiode", before=(text(),)),
    Case(
        "two of one period",
        folder_with(text(), text(("7,4\tja", "7,5\tja"), name="other.txt")),
        "I38",
        on="meetperiode",
    ),
    Case("a list without marks", text(("- \N{THUMBS UP SIGN} ", "")), "I40", on="Snelheid"),
    Case("a list without items", text(("\N{CHECK MARK} Respect\n\n", "")), "I13", on="De medewerkers"),
    Case("an asterisk for twenty", text(("50,0\t8,1", "50,0\t*")), "I39", on="Toeleiden"),
    Case(
        "a heading of those apart, and nothing",
        text(("Opdrachtgevers\nT", "Inburgeraars\nOpdrachtgevers\nT")),
        "I10",
        on="Inburgeraars",
    ),
    Case(
        "a label between two headings",
        text(("Opdrachtgevers\nT", "Opdrachtgevers\nJobcoaching\nOpdrachtgevers\nT")),
        "I10",
        on="Jobcoaching",
    ),
    Case(
        "a table of those apart without its columns",
        text(("5 Contactgegevens", "tabel 4.1 Inburgeraars")),
        "I09",
        on="tabel 4.1",
    ),
    Case(
        "a row of a table without decisions",
        text(("5 Contactgegevens", "Inburgering 20 10 50,0 6,9")),
        "I10",
        on="Inburgering",
    ),
    Case(
        "a chapter of commissioners, and no row",
        text(("Totaal opdrachtgevers\t12\t4\t33,3\t7,4\tja", ""), (FIXED.sentence(), "")),
        "I16",
        on="4 Opdrachtgevers",
    ),
    Case("a report of long ago", text(("dinsdag 25 januari 2022", "25 januari 2023")), "I29", on="25 januari 2023"),
    Case("text that was decoded wrongly", text(("cliënten", "cliÃ«nten")), "F17", on="Ã«nten"),
    Case(
        "a delivery without whose it is",
        delivery(
            (
                "Verzonnen Werk;01-01-2021;31-12-2021;25-01-2022;definitief;Opdr",
                ";01-01-2021;31-12-2021;25-01-2022;definitief;Opdr",
            )
        ),
        "I44",
        on="Opdrachtgevers",
    ),
    Case(
        "a delivery that is cut off",
        raw(delivery_csv([FIXED]).encode()[:-9], "delivery.csv"),
        "F02",
        on="Opdrachtgevers",
    ),
    Case("a delivery of a header", raw(delivery_csv([]).encode(), "delivery.csv"), "I01"),
    Case("a delivery of a response that is another", delivery((";20,0;3,5", ";25,0;3,5")), "I15", on="Jobcoaching"),
    Case("a delivery of no response", delivery((";20,0;3,5", ";;3,5")), "I10", on="Jobcoaching"),
    Case("an empty grade cell", text(("20,0\t3,5", "20,0\t")), "I39", on="Jobcoaching"),
    Case(
        "a service row that is lost",
        text(*((f"{row}\n", "") for row in with_tabs(FIXED).split("\n")[42:45])),
        "I09",
        on="Totaal",
        others=frozenset({"R13"}),
    ),
    Case(
        "more than were invited", text(("10\t2\t20,0", "10\t12\t120,0")), "R06", on="120,0", others=frozenset({"R13"})
    ),
    Case(
        "services that do not add up",
        text((_TOTAL, "Totaal\t51\t24\t47,1\t7,7\tja")),
        "R13",
        on="Totaal\t51\t24",
        others=frozenset({"I16"}),
    ),
    Case("a total that is lost", text((_TOTAL, "")), "R17", on="Jobcoaching", others=frozenset({"I16"})),
    Case("a service that had ended", text(("Jobcoaching", "Duurzame inzetbaarheid")), "R12", on="Duurzame"),
    Case(
        "an overlapping period",
        text((_PERIOD, "1 juli 2021 tot en met 30 juni 2022"), ("dinsdag 25 januari 2022", "25 juli 2022")),
        "M02",
        on="meetperiode",
        before=(text(),),
    ),
    Case("older than its period", text(("dinsdag 25 januari 2022", "25 januari 2021")), "M03", on="25 januari 2021"),
    Case("shares of 150", text(("Tevreden: 30%", "Tevreden: 80%")), "M04", on="Zeer tevreden"),
    Case("nobody said nee for commissioners", text(("7,4\tja", "7,4\tnee")), "R11", on="nee"),
    Case("a published grade that is missing", text(("8,1\tja", "--\tja")), "W03", on="--"),
    Case("report and policy disagree", text(("20,0\t3,5\tnee", "20,0\t3,5\tja")), "W01", on="3,5\tja"),
    Case(
        "rows of a delivery that differ",
        delivery(("Cliënten;Jobcoaching;10", "Cliënten;Jobcoaching;x10")),
        "I10",
        on="x10",
    ),
    Case("a delivery with a service from nowhere", delivery(("Jobcoaching", "Zweefvliegen")), "I20", on="Zweefvliegen"),
    Case("a delivery with a grade of 11", delivery(("8,1;ja", "11,1;ja")), "I11", on="11,1"),
    Case("a delivery of no status", delivery((";definitief;", ";;")), "I44", on="Jobcoaching"),
    Case("a delivery of some status", delivery((";definitief;", ";bijna;")), "I08", on="bijna"),
    Case("a delivery with an open quote", delivery(("Respect", '"Respect')), "F02", on="Respect"),
    Case(
        "a delivery in an old encoding",
        raw(delivery_csv([FIXED]).removeprefix("\ufeff").encode("cp850"), "delivery.csv"),
        "F01",
        on="nten",
    ),
]


def done(case: Case, folder: Path) -> tuple[Path, Done]:
    data = empty_register(folder)
    for number, writer in enumerate(case.before):
        earlier = folder / f"before-{number}"
        earlier.mkdir()
        assert not has_errors(imported(data, writer(earlier)).findings)
    before = contents(data)
    result = imported(data, case.write(folder), naming=case.naming)
    if has_errors(result.findings):
        assert contents(data) == before
    return data, result


def line_of(finding: Finding) -> str:
    """The line of the file that a finding is about."""
    path = Path(finding.at.file)
    if not finding.at.line:
        return ""
    return path.read_bytes().decode("utf-8", "replace").split("\n")[finding.at.line - 1]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_a_fault_gives_its_finding(case: Case, tmp_path: Path) -> None:
    _, result = done(case, tmp_path)
    findings = [each for each in result.findings if each.code == case.code]
    assert findings, result.findings
    assert case.on in line_of(findings[0])
    assert bool(case.on) is bool(findings[0].at.line)
    assert case.quoted in findings[0].came
    assert not any("3,5" in each.came or "3.5" in each.came for each in result.findings), "a withheld grade is quoted"


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_an_error_comes_alone(case: Case, tmp_path: Path) -> None:
    """One fault, one error: what only follows from it is not said as well."""
    _, result = done(case, tmp_path)
    errors = {each.code for each in result.findings if each.severity is Severity.ERROR}
    assert errors <= {case.code, *case.others}


def test_every_code_of_the_import_is_provoked() -> None:
    provoked = {case.code for case in _CASES}
    others: Mapping[str, str] = {
        "I32": "test_planning.py: two providers have had one name",
        "I37": "test_planning.py: a public repository",
        "I42": "test_waiting.py: a note that somebody spoiled",
        "I41": "test_planning.py: a correction that takes a period out of sight",
        "I48": "tests/unit/reports/delivery/test_workbooks.py: hidden rows",
        "I43": "tests/unit/reports/delivery/test_workbooks.py: merged cells",
        "I45": "tests/unit/reports/delivery/test_workbooks.py: a total of the delivery",
        "I46": "tests/unit/reports/delivery/test_workbooks.py: dates as numbers",
    }
    assert {code for code in CODES if code.startswith("I")} - provoked == set(others)


def test_a_row_that_cannot_be_read_is_quoted_without_its_figures(tmp_path: Path) -> None:
    result = imported(empty_register(tmp_path), text(("20,0\t3,5\tnee", "3,5\tnee"))(tmp_path))
    (finding,) = (each for each in result.findings if each.code == "I15")
    assert f"'Jobcoaching {MASK} {MASK} {MASK} {MASK} nee'" in finding.came


def test_two_reports_of_one_import_name_each_other_by_their_own_lines(tmp_path: Path) -> None:
    """Not by the place that a record has while it is only planned, which is of no file."""
    one = text()(tmp_path)
    later = (_PERIOD, "1 juli 2021 tot en met 30 juni 2022"), ("dinsdag 25 januari 2022", "25 juli 2022")
    other = text(*later, name="later.txt")(tmp_path)
    result = imported(empty_register(tmp_path), one, other)
    (finding,) = (each for each in result.findings if each.code == "M02")
    assert (finding.at.file, f"that of {one}:" in finding.came) == (str(other), True)
    assert not any("import/" in each.came + each.at.file for each in result.findings)


def test_a_file_of_50_megabytes_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "LARGEST_FILE", 100)
    result = imported(empty_register(tmp_path), text()(tmp_path))
    assert [each.code for each in result.findings] == ["I05"]
