"""The work of a maintainer's year, each with where it must end: docs/maintaining.md shows the table.

All of it is done to the first real reports (tests/support/registers/real.py), in a repository of its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner
from support.registers.editing import (
    Edit,
    Row,
    all_of,
    appended,
    cell,
    swapped,
    written,
)
from support.registers.real import REAL
from support.report_writer import FIXED, WrittenReport, with_tabs

from generator.commands.main import main
from generator.register.records import ReportStatus

STEP, JOP = "step-by-step-priority", "jop-coaching"
MORE, MORE_END = "xs2more-bv", "2021-12-31"
SERVICE = "van-werk-naar-werk"


@dataclass(frozen=True, slots=True)
class Work:
    """Something that a maintainer does.

    Args:
        what: what has happened.
        done: what the maintainer does to data/, in Markdown.
        edit: does it.
        shown: a page of the site, and what it says then. None if nothing becomes public.
        refused: what refuses it: a command, and the code of its finding or what it says. Without both nothing changes.
    """

    what: str
    done: str
    edit: Edit
    shown: tuple[str, str] | None = None
    refused: tuple[str, str] | None = None


def row(table: str, key: str) -> Row:
    """A row of the first reports."""
    return Row(table, key, (REAL / table).read_text(encoding="utf-8"))


RESULTS = "results/2021.csv"
TOTAL = row(RESULTS, f"{STEP},2021-12-31,client,total")
LOW = row(RESULTS, "2de-spoor,2021-03-31,client,outplacement")
WORK_TO_WORK = row(RESULTS, f"{STEP},2021-12-31,client,{SERVICE}")
REPORT = row("reports/2021.csv", f"{STEP},2021-01-01,2021-12-31")
CORRECTION = f"2022-06-01,{STEP},2021-12-31,Het cijfer van opdrachtgevers,Het rapport noemde het cijfer van een ander"
_ALL_COLUMNS = "corrected_on,provider,period_end,what,reason,audience,service,old,new,withdrawn"
WITHDRAWN = f"2023-06-01,{MORE},{MORE_END},Het rapport,Het was van een andere aanbieder,,,,,yes"
COMMISSIONERS = row(RESULTS, f"{STEP},2021-12-31,commissioner,total")
CORRECTED = cell(COMMISSIONERS, "grade", "7.6")


def _second_year(*providers: str) -> Edit:
    """The report of the year after, of each of these providers of 2021."""

    def year_later(line: str) -> str:
        for before, after in (("2022", "2023"), ("2021", "2022"), ("2020", "2021")):
            line = line.replace(f"{before}-", f"{after}-")
        return line

    def edit(data: Path) -> None:
        for table in ("reports", "results"):
            header, *lines = (data / table / "2021.csv").read_text(encoding="utf-8").splitlines()
            later = [year_later(line) for line in lines if line.split(",")[0] in providers]
            (data / table / "2022.csv").write_text("\n".join([header, *sorted(later), ""]), encoding="utf-8")

    return edit


def _early() -> WrittenReport:
    """A report of this very day, of which nobody may know yet."""
    return _report(report_date=date.today())  # noqa: DTZ011 - the day of the commands


def _report(**changes: object) -> WrittenReport:
    """A report of a provider that is not in the register yet, of January 2022."""
    return replace(FIXED, report=FIXED.report.model_copy(update=changes))


def _comes(report: Callable[[], WrittenReport], *commands: Sequence[str]) -> Edit:
    """A report comes, and these commands are run, each of which goes well."""

    def edit(data: Path) -> None:
        with TemporaryDirectory() as folder:
            file = Path(folder, "report.txt")
            file.write_text(with_tabs(report()), encoding="utf-8")
            for name, *options in commands:
                read = [str(file), "--new-provider", "verzonnen-werk"] if name == "import" else []
                there = ["--data", str(data), "--waiting", str(data.parent / "waiting")]
                done = CliRunner().invoke(main, [name, *read, *options, *there], catch_exceptions=False)
                assert done.exit_code == 0, done.output

    return edit


def _another_id(old: str, new: str) -> Edit:
    """The id of a provider in all files."""

    def edit(data: Path) -> None:
        provider = (data / "providers" / f"{old}.yaml").read_text(encoding="utf-8")
        changed = provider.replace(f"id: {old}\n", f"id: {new}\n") + f"former_ids:\n  - {old}\n"
        (data / "providers" / f"{new}.yaml").write_text(changed, encoding="utf-8")
        (data / "providers" / f"{old}.yaml").unlink()
        for file in sorted(data.rglob("*.csv")):
            header, *lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
            lines = [f"{new}{line.removeprefix(old)}" if line.startswith(f"{old},") else line for line in lines]
            file.write_text("".join([header, *sorted(lines)]), encoding="utf-8")

    return edit


def _new_policy(data: Path) -> None:
    """Another version at the end: from its day more people must answer."""
    file = data / "policy.yaml"
    text = file.read_text(encoding="utf-8")
    _, _, first = text.partition("versions:\n")
    version = first.replace("applies_from: 2009-01-01", "applies_from: 2022-01-01")
    version = version.replace("fairly_certain_from: 30", "fairly_certain_from: 60")
    assert version != first
    file.write_text(f"{text.rstrip()}\n\n{version}", encoding="utf-8")


def _without(provider: str, end: str) -> Edit:
    """Every row of a report out of all files; what says who the provider is stays."""

    def edit(data: Path) -> None:
        for file in sorted(data.rglob("2*.csv")):
            lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
            kept = [line for line in lines if not (line.startswith(f"{provider},") and f",{end}," in line)]
            file.write_text("".join(kept), encoding="utf-8")

    return edit


def _told(line: str) -> Edit:
    """A line with every column below the corrections that are there."""

    def edit(data: Path) -> None:
        file = data / "corrections.csv"
        _, *lines = file.read_text(encoding="utf-8").splitlines()
        padded = [f"{each}{',' * (9 - each.count(','))}" for each in lines]
        file.write_text("\n".join([_ALL_COLUMNS, *padded, line, ""]), encoding="utf-8")

    return edit


YEAR = (
    Work(
        "The second report of three providers",
        "`generator import`",
        _second_year(STEP, "2de-spoor", "xs2more-bv"),
        shown=(f"aanbieders/{STEP}", "31 december 2022"),
    ),
    Work(
        "A report is imported on the day that it comes, in a public repository",
        "`generator import --write`",
        _comes(_early, ("import", "--write")),
        refused=("guard", "G02"),
    ),
    Work(
        "The same, kept until its day",
        "`generator import --wait`",
        _comes(_early, ("import", "--wait")),
    ),
    Work(
        "What waits is asked for before its three weeks are over",
        "`generator release`",
        _comes(_early, ("import", "--wait"), ("release",)),
    ),
    Work(
        "Its three weeks are over",
        "`generator release`",
        _comes(_report, ("import", "--wait", "--as-of", "2022-02-14"), ("release", "--as-of", "2022-02-15")),
        shown=("aanbieders/verzonnen-werk", "Verzonnen Werk"),
    ),
    Work(
        "A draft is imported",
        "`generator import --write`",
        _comes(lambda: _report(status=ReportStatus.DRAFT), ("import", "--write")),
        refused=("guard", "G02"),
    ),
    Work(
        "A report was wrong, and the agency sent another",
        "`generator import --correction`, or the row and a line in `corrections.csv`",
        all_of(CORRECTED, appended("corrections.csv", CORRECTION)),
        shown=("correcties", "Het rapport noemde het cijfer van een ander"),
    ),
    Work(
        "The same, without the line",
        "only the row",
        CORRECTED,
        refused=("diff", "say what was corrected, and why"),
    ),
    Work(
        "A provider replies",
        "a file in `replies/`",
        written(f"replies/{STEP}/2021-12-31.md", "Wij zijn er blij mee.\n"),
        shown=(f"aanbieders/{STEP}", "Wij zijn er blij mee."),
    ),
    Work(
        "A provider has another name",
        "`name`, and the old one in `former_names`",
        swapped(
            f"providers/{STEP}.yaml",
            "name: Step by Step Priority\n",
            "name: Stap voor Stap\nformer_names:\n  - Step by Step Priority\n",
        ),
        shown=(f"aanbieders/{STEP}", "Stap voor Stap"),
    ),
    Work(
        "A provider's id cannot stay",
        "the new id everywhere, the old one in `former_ids`",
        _another_id(JOP, "jop"),
        shown=(f"aanbieders/{JOP}", "../jop/"),
    ),
    Work(
        "A provider ends",
        "`status: ended` and `since`",
        swapped("providers/2de-spoor.yaml", "status: active\n", "status: ended\nsince: 2023-01-01\n"),
        shown=("aanbieders/2de-spoor", "1 januari 2023"),
    ),
    Work(
        "A provider has a website",
        "`website`",
        swapped("providers/xs2more-bv.yaml", "status:", "website: https://xs2more.example\nstatus:"),
        shown=("aanbieders/xs2more-bv", "https://xs2more.example"),
    ),
    Work(
        "Somebody changes the name of a service",
        "`name`",
        swapped("services.csv", ",Jobcoaching,", ",Coaching op het werk,"),
        shown=("diensten/jobcoaching", "Coaching op het werk"),
    ),
    Work(
        "There is a new service",
        "a row in `services.csv`, with its words for visitors",
        appended(
            "services.csv",
            "14,hulp-bij-geldzorgen,Hulp bij geldzorgen,schulden; geld,,Hulp bij schulden,"
            '"Hulp bij schulden, zodat u aan werk toekomt.",',
        ),
        shown=("diensten", "Hulp bij schulden"),
    ),
    Work(
        "A provider goes on in another",
        "`status: ended`, `since` and `merged_into`",
        swapped(
            "providers/amerpoort-werktzo.yaml",
            "status: active\n",
            f"status: ended\nsince: 2023-06-01\nmerged_into: {STEP}\n",
        ),
        shown=("aanbieders/amerpoort-werktzo", "opgegaan in"),
    ),
    Work(
        "The rules change",
        "a version at the end of `policy.yaml`",
        _new_policy,
        shown=("uitleg", "60 of meer"),
    ),
    Work(
        "A rule of the past is changed",
        "a version of `policy.yaml` that was there",
        swapped("policy.yaml", "        - required: 30\n", "        - required: 20\n"),
        refused=("diff", "V01"),
    ),
    Work(
        "The scale is another",
        "`lowest` or `highest` in `register.yaml`",
        swapped("register.yaml", "  lowest: 1\n", "  lowest: 2\n"),
        refused=("diff", "V05"),
    ),
    Work(
        "The report of another was published",
        "its rows are taken out, and a line with `withdrawn` in `corrections.csv`",
        all_of(_without(MORE, MORE_END), _told(WITHDRAWN)),
        shown=("correcties", "De meting is ingetrokken en staat niet meer op deze site."),
    ),
    Work(
        "The same, without the line",
        "its rows are taken out",
        _without(MORE, MORE_END),
        refused=("diff", "withdrawn yes"),
    ),
    Work(
        "Names were swapped",
        "`name` of two providers",
        all_of(
            swapped("providers/xs2more-bv.yaml", "name: Xs2more BV\n", "name: 2de Spoor\n"),
            swapped("providers/2de-spoor.yaml", "name: 2de Spoor\n", "name: Xs2more BV\n"),
        ),
        refused=("diff", "V03"),
    ),
    Work(
        "An id goes to another provider",
        "a former id, also in `former_ids` of another",
        all_of(
            _another_id(JOP, "jop"),
            swapped("providers/jop.yaml", f"former_ids:\n  - {JOP}\n", ""),
            swapped("providers/2de-spoor.yaml", "status:", f"former_ids:\n  - {JOP}\nstatus:"),
        ),
        refused=("diff", "was public and is gone now"),
    ),
    Work(
        "A merge was left half done",
        "git's marks of a conflict in a file",
        swapped("policy.yaml", "\nversions:", "\n<<<<<<< HEAD\n=======\n>>>>>>> main\nversions:"),
        refused=("check", "F18"),
    ),
    Work(
        "An address is lost",
        "a line of `urls.txt`",
        swapped("urls.txt", f"/aanbieders/{STEP}/badge.svg\n", ""),
        refused=("check", "V02"),
    ),
    Work(
        "The report itself is added",
        "a PDF, or its text, in any folder",
        written("report.pdf", b"%PDF-1.7\n"),
        refused=("guard", "G03"),
    ),
    Work(
        "A withheld grade is written",
        "a grade in a row that says `nee`",
        cell(LOW, "grade", "4.1"),
        refused=("check", "W02"),
    ),
    Work(
        "A slip of the keys",
        "84 for 8.4",
        cell(TOTAL, "grade", "84"),
        refused=("check", "R07"),
    ),
)
