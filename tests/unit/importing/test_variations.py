"""One report, as many tools would give its text: each is read as the same report."""

from pathlib import Path

import pytest
from support.imports import imported, outcome_of
from support.registers.empty import empty_register
from support.registers.reading import contents
from support.report_writer import FIXED, TEXTS, WrittenReport, cell_by_cell, with_pipes, with_tabs

_TABS = with_tabs(FIXED)
_DATE = "Verzonnen Stad, dinsdag 25 januari 2022"
_PERIOD = "meetperiode: 1 januari 2021 tot en met 31 december 2021"
_HEADER = "TEVREDENHEIDSONDERZOEK BLIK OP WERK - VERZONNEN WERK"
_TITLE = _TABS[_TABS.index("tabel 1.1") : _TABS.index("Cliënten\nJob")]
_ITEMS = "- \N{THUMBS UP SIGN} Snelheid van kennismaking\n- \N{THUMBS UP SIGN} Het nakomen van afspraken"
_JOBCOACHING = "Jobcoaching\t10\t2\t20,0\t3,5\tnee"
_LABEL = "Toeleiden van werk naar werk (eerste en tweede spoor)"
_SCORE = "promotor score van -12,5"

# What stands in the text, and what another tool has in its place.
_VARIATIONS = {
    "a period in figures": (_PERIOD, "Meetperiode 01-01-2021 t/m 31-12-2021"),
    "a period with dots": (_PERIOD, "Meetperiode: 01.01.2021 - 31.12.2021"),
    "a period whose year is said once": (_PERIOD, "meetperiode: 1 januari tot en met 31 december 2021"),
    "a period over two lines": (_PERIOD, "meetperiode: 1 januari 2021 tot en\nmet 31 december 2021"),
    "a date with a comma": (_DATE, "Verzonnen Stad, dinsdag, 25 januari 2022"),
    "a date in figures": (_DATE, "Datum: 25-01-2022"),
    "a date of a town with an apostrophe": (_DATE, "'s-Verzonnenhage, 25 jan. 2022"),
    "a date below its town": (_DATE, "Verzonnen Stad,\ndinsdag 25 januari 2022"),
    "a status in other words": ("Definitief rapport", "DEFINITIEVE RAPPORTAGE"),
    "a title in three lines": ("Tevredenheidsonderzoek\n", "Tevredenheidsonderzoek\n\nBlik op Werk\n"),
    "a page number behind the header": (_HEADER, f"{_HEADER}      7"),
    "a header with another dash": (_HEADER, _HEADER.replace(" - ", " \N{EN DASH} ")),
    "a name over two pages": ("opdrachtgevers van Verzonnen Werk", f"opdrachtgevers van Verzonnen\n\f{_HEADER}\nWerk"),
    "a name in a heading": ("5 Contactgegevens", "3.1 Oordeel van cliënten over Verzonnen Werk\n5 Contactgegevens"),
    "icons on lines of their own": (
        _ITEMS,
        "\N{THUMBS UP SIGN}\nSnelheid van kennismaking\n\N{THUMBS UP SIGN}\nHet nakomen van afspraken",
    ),
    "a numbered list": (_ITEMS, "1. Snelheid van kennismaking\n2. Het nakomen van afspraken"),
    "a list of tasks": (_ITEMS, "- [x] Snelheid van kennismaking\n- [x] Het nakomen van afspraken"),
    "a list by a symbol font": (_ITEMS, "\uf0fc Snelheid van kennismaking\n\uf0fc Het nakomen van afspraken"),
    "check marks read as letters": (_ITEMS, "v Snelheid van kennismaking\nv Het nakomen van afspraken"),
    "an item over two lines": (_ITEMS, _ITEMS.replace("van kennis", "van\nkennis")),
    "an item over two pages": (_ITEMS, _ITEMS.replace("\n", "\n3\n")),
    "a list in HTML": (_ITEMS, "<ul><li>- Snelheid van kennismaking</li><li>- Het nakomen van afspraken</li></ul>"),
    "a list with breaks": (_ITEMS, "- Snelheid van kennismaking<br>- Het nakomen van afspraken"),
    "shares with dots": ("Tevreden: 30%", "Tevreden .... 30%"),
    "shares in brackets": ("Tevreden: 30%", "Tevreden (30%)"),
    "shares with a zero": ("Tevreden: 30%", "Tevreden: 30,0 %"),
    "a true minus": (_SCORE, "promotor score van \N{MINUS SIGN}12,5"),
    "a soft hyphen for a minus": (_SCORE, "promotor score van \u00ad12,5"),
    "a wide minus": (_SCORE, "promotor score van \uff0d12,5"),
    "a score with a colon": (_SCORE, "promotorscore: -12,5"),
    "a second score, of those apart": (
        "4 Opdrachtgevers",
        "4 Onderzoek onder inburgeraars\nEen promotor score van 80,0.\n5 Opdrachtgevers",
    ),
    "hard spaces": (" ", "\u00a0"),
    "spaces of no width": (" ", " \u200b"),
    "ligatures": ("fi", "\ufb01"),
    "accents apart": ("\u00eb", "e\u0308"),
    "line ends of Windows": ("\n", "\r\n"),
    "line ends of long ago": ("\n", "\r"),
    "full width digits": ("2021", "\uff12\uff10\uff12\uff11"),
    "a footnote's figure": ("\t8,1\t", "\t8,1\u00b9\t"),
    "a response with its sign": ("\t50,0\t", "\t50,0 %\t"),
    "dots for commas": ("\t50,0\t8,1\t", "\t50.0\t8.1\t"),
    "capitals for the decision": ("3,5\tnee", "3,5\tNee."),
    "a number before a service": (_LABEL, f"8. {_LABEL}"),
    "the number of a service": (_LABEL, "dienst 8"),
    "a service with its number": (_LABEL, f"{_LABEL} (dienst 8)"),
    "a service in short": (_LABEL, "Toeleiden van werk naar werk"),
    "a service with figures": (_LABEL, "Toeleiden van werk naar werk (1e en 2e spoor)"),
    "a total with its audience": ("Totaal\t51", "Totaal cliënten\t51"),
    "a total without its audience": ("Totaal opdrachtgevers\t", "Totaal\t"),
    "commissioners without a total": ("Opdrachtgevers\nTotaal opdrachtgevers\t", "Opdrachtgevers\t"),
    "a header again on the next page": (_JOBCOACHING, f"5\n\f{_HEADER}\n{_TITLE}{_JOBCOACHING}"),
    "a heading at the foot of a page": ("Opdrachtgevers\nT", f"Opdrachtgevers\nPanteia | 5\n{_TITLE}T"),
    "a total below a heading at the foot of a page": (
        "Opdrachtgevers\nTotaal opdrachtgevers\t",
        f"Opdrachtgevers\nPanteia | 5\n{_TITLE}Totaal\t",
    ),
    "a footer between rows": (_JOBCOACHING, f"Panteia\t5\nC12345\n{_JOBCOACHING}"),
    "a footnote in the table": (_JOBCOACHING, f"{_JOBCOACHING}\n* minder dan 2 mensen antwoordden"),
    "a header in pieces": (
        _TITLE,
        "tabel 1.1\nNetto Res- Rapport- Publi-\nsteekproef Ingevuld pons (%) cijfer catie\n",
    ),
    "a header without a title": (_TITLE, _TITLE.replace("tabel 1.1 Resultaten voor het keurmerk\t", "Dienst\t")),
    "a sentence over lines": ("Voor uw bedrijf zijn in totaal 51", "Voor uw bedrijf\nzijn in totaal\n51"),
    "an address of the web": ("5 Contactgegevens", "[5 Contactgegevens](#contact)"),
}


def _rows(data: Path) -> dict[str, bytes]:
    return {file: content for file, content in contents(data).items() if file.startswith(("reports", "results"))}


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the report is, read from its plainest text."""
    folder = tmp_path_factory.mktemp("right")
    return _rows(_imported(_TABS, folder))


def _imported(text: str, folder: Path) -> Path:
    data = empty_register(folder, "private")
    (folder / "report.txt").write_bytes(text.encode())
    done = imported(data, folder / "report.txt", unsealed=True)
    assert outcome_of(done) == []
    return data


@pytest.mark.parametrize("name", _VARIATIONS)
def test_a_variation_is_read_as_the_same(name: str, right: dict[str, bytes], tmp_path: Path) -> None:
    old, new = _VARIATIONS[name]
    assert old in _TABS
    assert _rows(_imported(_TABS.replace(old, new), tmp_path)) == right


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("nobody", ["0,0", "--", "", "*"])
def test_nobody_answered_in_any_way_of_saying_so(form: str, nobody: str, tmp_path: Path) -> None:
    rows = [
        row.model_copy(update={"completed": 0, "grade": ""}) if row.audience == "commissioner" else row
        for row in FIXED.results
    ]
    told = TEXTS[form](WrittenReport(FIXED.name, FIXED.report, rows, FIXED.style)).replace(
        "\t0,0\t0,0\t", f"\t0,0\t{nobody}\t"
    )
    data = empty_register(tmp_path, "private")
    (tmp_path / "report.txt").write_text(told, encoding="utf-8")
    imported(data, tmp_path / "report.txt", unsealed=True)
    text = (data / "results" / "2021.csv").read_text(encoding="utf-8")
    (line,) = (each for each in text.splitlines() if ",commissioner," in each)
    cell = "*" if "Totaal opdrachtgevers\t12\t0\t0,0\t*" in told else ""
    assert line == f"verzonnen-werk,2021-12-31,commissioner,total,12,0,{cell},ja"


@pytest.mark.parametrize("form", [with_tabs, with_pipes, cell_by_cell])
def test_a_separate_table_of_those_apart(form: object, tmp_path: Path) -> None:
    """In a chapter of its own, with a total of its own."""
    assert callable(form)
    told = form(FIXED).replace(
        "5 Contactgegevens",
        "5 Onderzoek onder inburgeraars\n\ntabel 5.1 Resultaten inburgeraars\tNetto steekproef\tIngevuld\tRespons (%)\t"
        "Rapportcijfer\tPublicatie\nInburgeringscursussen en duale trajecten\t30\t15\t50,0\t7,9\tja\n"
        "Totaal\t30\t15\t50,0\t7,9\tja\n\n6 Contactgegevens",
    )
    data = empty_register(tmp_path, "private")
    (tmp_path / "report.txt").write_text(told, encoding="utf-8")
    assert outcome_of(imported(data, tmp_path / "report.txt", unsealed=True)) == []
    lines = (data / "results" / "2021.csv").read_text(encoding="utf-8").splitlines()
    assert "verzonnen-werk,2021-12-31,client,inburgering,30,15,7.9,ja" in lines
    assert "verzonnen-werk,2021-12-31,client,total,51,23,7.7,ja" in lines
