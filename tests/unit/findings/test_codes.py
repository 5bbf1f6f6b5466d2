"""Every code, provoked by a small fault in a register that has none.

One fault gives one finding, at its place, and besides it only what it breaks elsewhere: a row of another provider
is missing where it belongs.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from support.registers.editing import (
    Edit,
    Row,
    all_of,
    appended,
    cell,
    dated,
    inserted,
    linked,
    made,
    piped,
    private,
    removed,
    ruled,
    swapped,
    unruled,
    without,
    written,
)
from support.registers.invented import (
    ALFA_COMMISSIONERS,
    ALFA_COUNTS,
    ALFA_FIRST,
    ALFA_FIRST_2020,
    ALFA_NOBODY_2020,
    ALFA_REPORT,
    ALFA_REPORT_2020,
    ALFA_SECOND,
    ALFA_TOTAL,
    BETA_COUNTS,
    BETA_REPORT,
    BETA_TOTAL,
    CORRECTION,
    COUNTS_OF_GAMMA,
    FIGURES,
    FIRST_HELP,
    FORMER_HELP,
    FOURTH_HELP,
    GAMMA_LOW,
    GAMMA_REPORT,
    GAMMA_ROUNDED,
    GAMMA_SINGLE,
    GAMMA_TOTAL,
    ONLY_HIDING,
    POLICY,
    RESULTS_2021,
    SECOND_HELP,
    UNSEALED,
    WITHDRAWN_BETA,
    WITHOUT_BETA,
    corrected,
    with_lines,
)
from support.registers.reading import findings_of

from generator.findings.codes import CODES
from generator.findings.findings import Location
from generator.register.records import Report

_SERVICES = "services.csv"
_POLICY = "policy.yaml"
_CORRECTIONS = "corrections.csv"
_ALFA = "providers/verzonnen-alfa.yaml"
_BETA = "providers/verzonnen-beta.yaml"
_RESULTS = "results/2021.csv"
_RESULTS_2020 = "results/2020.csv"
_COUNTS = "distributions/2021.csv"
_REPLY = "replies/verzonnen-alfa/2021-12-31.md"

# Where the second version of the rules begins, and where there are none any more.
_SECOND = POLICY.splitlines().index("  - applies_from: 2021-01-01") + 1
_AFTER_POLICY = POLICY.count("\n") + 1
_DAYS = "versions.0.reply_window.days"
_STEPS = "versions.0.response_requirement.steps"
_REQUIRED = f"{_STEPS}.1.required"
_FAIL = ruled("versions.1.disclosure.means", "fail")
_HIDDEN = all_of(
    ONLY_HIDING,
    cell(GAMMA_TOTAL, "grade", "hidden"),
    cell(GAMMA_ROUNDED, "grade", "hidden"),
    *(cell(GAMMA_REPORT, column, "") for column in FIGURES),
)
_BILLION_LAUGHS = "lol1: &lol1 [lol, lol]\nlol2: &lol2 [*lol1, *lol1]\nlol3: [*lol2, *lol2]\n"


@dataclass(frozen=True, slots=True)
class Case:
    """A fault, and all the findings that it gives: each its code and its place."""

    name: str
    fault: Edit
    findings: tuple[str, ...]


def _day_of(report: Row, column: str) -> Location:
    """The place of a column that came later."""
    return replace(report.at(), column=Report.columns().index(column) + 1)


def case(name: str, fault: Edit, *findings: str) -> Case:
    return Case(name, fault, findings)


def wrong(name: str, row: Row, column: str, value: str, code: str) -> Case:
    """A value that its cell cannot have."""
    return case(name, cell(row, column, value), f"{code} {row.at(column)}")


_FILES = [
    case(
        "a byte is not UTF-8",
        written(_ALFA, b"id: verzonnen-alfa\nname: Verzonnen \xe9lan\n"),
        f"F01 {_ALFA}:2:17",
    ),
    case("a table is not UTF-8", written(_SERVICES, b"number\nn\xff\n"), f"F01 {_SERVICES}:2:2"),
    case("a reply is not UTF-8", written(_REPLY, b"Dank\n\n\xc3"), f"F01 {_REPLY}:3:1"),
    case("a byte order mark", written(_BETA, b"\xef\xbb\xbfid: verzonnen-beta\n"), f"F01 {_BETA}:1:1"),
    case("UTF-16", written(_CORRECTIONS, "corrected_on".encode("utf-16-le") + b"\xff"), f"F01 {_CORRECTIONS}:1:25"),
    case("an address that is no path", written("urls.txt", "/\n/over/\n/../weg/\n"), "F13 urls.txt:3"),
    case("an open quote", swapped(ALFA_TOTAL, "total", '"total'), f"F02 {ALFA_TOTAL}"),
    case("text after a quote", cell(ALFA_TOTAL, "service", '"total"l'), f"F02 {ALFA_TOTAL}"),
    case("a field too few", swapped(ALFA_TOTAL, ",8.3", ""), f"F02 {ALFA_TOTAL}"),
    case("a field too many", swapped(ALFA_TOTAL, "8.3", "8,3"), f"F02 {ALFA_TOTAL}"),
    case("an empty line", inserted("", above=ALFA_SECOND), f"F02 {ALFA_TOTAL.at(below=1)}"),
    case("semicolons", written(_CORRECTIONS, "corrected_on;provider;what\n2022;a;b\n"), f"F02 {_CORRECTIONS}:1"),
    case("a pipe for a file", piped("results/2022.csv"), "F11 results/2022.csv"),
    case("a folder for a file", all_of(removed(_CORRECTIONS), made(_CORRECTIONS)), f"F11 {_CORRECTIONS}"),
    case("an open quote in the first line", swapped(_SERVICES, "id", '"id'), f"F02 {_SERVICES}:1"),
    case("a service on a broken line", swapped(FIRST_HELP, "1,", '"1,'), f"F02 {FIRST_HELP}"),
    case("a report on a broken line", swapped(ALFA_REPORT, "final,", "final,,"), f"F02 {ALFA_REPORT}"),
    case("a broken line of counts", swapped(ALFA_COUNTS, "total,", "total"), f"F02 {ALFA_COUNTS}"),
    case("a broken correction", swapped(CORRECTION, '"Tikfout', "Tikfout"), f"F02 {CORRECTION}"),
    case("a column is missing", swapped(_RESULTS, ",publication", ""), f"F03 {_RESULTS}:1"),
    case("an empty file", written(_CORRECTIONS, ""), f"F03 {_CORRECTIONS}:1"),
    case("an empty first line", swapped(_CORRECTIONS, "corrected_on", "\ncorrected_on"), f"F03 {_CORRECTIONS}:1"),
    case("a column too many", swapped(_RESULTS, "grade", "grade,remark"), f"F04 {_RESULTS}:1:8"),
    case(
        "a column is misspelled: it is unknown, and another is missing",
        swapped(_RESULTS, "grade", "grad"),
        f"F03 {_RESULTS}:1",
        f"F04 {_RESULTS}:1:7",
    ),
    case("a column is doubled", swapped(_RESULTS, "grade", "grade,grade"), f"F05 {_RESULTS}:1:8"),
    case(
        "a column is doubled in the place of another",
        swapped(_RESULTS, "grade", "completed"),
        f"F03 {_RESULTS}:1",
        f"F05 {_RESULTS}:1:7",
    ),
    case("no services", removed(_SERVICES), f"F06 {_SERVICES}"),
    case("no corrections", removed(_CORRECTIONS), f"F06 {_CORRECTIONS}"),
    case("no policy", removed(_POLICY), f"F06 {_POLICY}"),
    case("a link to nothing", linked(_CORRECTIONS, "nowhere.csv"), f"F06 {_CORRECTIONS}"),
    case("words of another language", written("words/en.yaml", "home:\n  title: Hello\n"), "F07 words/en.yaml"),
    case("a misspelled file", written("results/21.csv", RESULTS_2021), "F07 results/21.csv"),
    case(
        "a misspelled ending", written("providers/verzonnen-delta.yml", "id: x\n"), "F07 providers/verzonnen-delta.yml"
    ),
    case("a reply in the wrong place", written("replies/2021-12-31.md", "Dank"), "F07 replies/2021-12-31.md"),
    case(
        "rows out of order",
        all_of(without(BETA_TOTAL), appended(_RESULTS, BETA_TOTAL.line)),
        f"F08 {_RESULTS}:10",
    ),
    case(
        "services out of order",
        all_of(swapped(FIRST_HELP, "1,", "10,")),
        f"F08 {SECOND_HELP}",
    ),
    case("addresses out of order", written("urls.txt", "/\n/over/\n/open-data/\n"), "F08 urls.txt:3"),
    case("an address twice", written("urls.txt", "/\n/over/\n/over/\n"), "F08 urls.txt:3"),
    case("a conflict", written(_BETA, "<<<<<<< HEAD\nid: a\n=======\nid: b\n>>>>>>> b\n"), f"F18 {_BETA}:1"),
    case(
        "a report in the file of another year",
        all_of(
            without(BETA_REPORT),
            appended(
                "reports/2020.csv",
                BETA_REPORT.line,
            ),
        ),
        "F09 reports/2020.csv:3:3",
    ),
    case(
        "a result in the file of another year",
        all_of(without(BETA_TOTAL), appended(_RESULTS_2020, BETA_TOTAL.line)),
        f"F09 {_RESULTS_2020}:6:2",
    ),
    case(
        "counts in the file of another year",
        written(
            "distributions/2020.csv",
            "provider,period_end,audience,service,grade_1,grade_2,grade_3,grade_4,grade_5,grade_6,grade_7,grade_8,"
            "grade_9,grade_10\nverzonnen-alfa,2021-12-31,client,total,0,0,0,0,0,0,0,14,6,0\n",
        ),
        "F09 distributions/2020.csv:2:2",
    ),
    case("a control character", swapped(_BETA, "Verz", "Ver\x07z"), f"F10 {_BETA}:2:10"),
    case("an escape for a terminal", swapped(_REPLY, "danken", "\x1b[31mdanken"), f"F10 {_REPLY}:3:5"),
    case("letters that were misread", swapped(_BETA, "Bèta", "BÃ¨ta"), f"F17 {_BETA}:2:18"),
    case("a letter that is blank", swapped(_BETA, "Verz", "Ver\u3164z"), f"F10 {_BETA}:2:10"),
    case("text that turns round", swapped(_BETA, "Verz", "Ver\u202ez"), f"F10 {_BETA}:2:10"),
    case("a mark without width", swapped(ALFA_TOTAL, "8.3", "8\u200b.3"), f"F10 {ALFA_TOTAL}:47"),
    case("a lone carriage return", swapped(ALFA_TOTAL, "8.3", "8.3\r"), f"F10 {ALFA_TOTAL}:49"),
    case("a line break of another kind", swapped(_BETA, "Verz", "Ver\u2028z"), f"F10 {_BETA}:2:10"),
    case("an escape that spells a control", swapped(_BETA, "Verzonnen Bèta", r'"Ver\x1bzonnen"'), f"F10 {_BETA}:2:7"),
    case("an escape that turns text round", swapped(_BETA, "Verzonnen Bèta", r'"V\u202eer"'), f"F10 {_BETA}:2:7"),
    case("a link out of the register", linked(_SERVICES, "/etc/passwd"), f"F11 {_SERVICES}"),
    case("a link to itself", linked(_CORRECTIONS, "corrections.csv"), f"F11 {_CORRECTIONS}"),
    case(
        "a folder with the name of a file",
        all_of(removed(_CORRECTIONS), lambda data: (data / _CORRECTIONS).mkdir()),
        f"F11 {_CORRECTIONS}",
    ),
    case("a link to a folder", linked("results/again", ".."), "F11 results/again"),
    case("a line of a hundred thousand characters", written("urls.txt", "/" + "a" * 100_000), "F14 urls.txt:1"),
    case(
        "a thousand addresses that are none, and one more",
        written("urls.txt", "x\n" * 1_001),
        *("F15 urls.txt", *(f"F13 urls.txt:{number}" for number in range(1, 1_001))),
    ),
    case(
        "columns in another order",
        swapped(_CORRECTIONS, "provider,period_end", "period_end,provider"),
        f"F12 {_CORRECTIONS}:1",
    ),
]

_YAML = [
    case("no space after the colon", swapped(_BETA, "name: ", "name:"), f"Y01 {_BETA}:2:1"),
    case("a tab", swapped(_BETA, "  - ", "\t- "), f"Y01 {_BETA}:4:1"),
    case("a quote that is open", swapped(_BETA, "Verz", '"Verz'), f"Y01 {_BETA}:2:7"),
    case("an unquoted colon", swapped(_BETA, "Verzonnen", "Verzonnen:"), f"Y01 {_BETA}:2:16"),
    case("two documents", appended(_BETA, "---\nid: twee"), f"Y01 {_BETA}:7:1"),
    case("a tag", swapped(_BETA, "Verz", "!!python/object:os.system Verz"), f"Y02 {_BETA}:2:7"),
    case("a tag of YAML itself", swapped(_BETA, "2022", "!!str 2022"), f"Y02 {_BETA}:6:8"),
    case("an anchor", swapped(_BETA, "Verz", "&naam Verz"), f"Y02 {_BETA}:2:7"),
    case(
        "an alias, and the anchor it needs",
        all_of(swapped(_BETA, "Verz", "&naam Verz"), appended(_BETA, "website: *naam")),
        f"Y02 {_BETA}:2:7",
        f"Y02 {_BETA}:7:10",
    ),
    case(
        "a billion laughs: each anchor and each alias, and nothing is built of them",
        written(_BETA, _BILLION_LAUGHS),
        f"Y02 {_BETA}:1:7",
        f"Y02 {_BETA}:2:7",
        f"Y02 {_BETA}:2:14",
        f"Y02 {_BETA}:2:21",
        f"Y02 {_BETA}:3:8",
        f"Y02 {_BETA}:3:15",
    ),
    case("deep nesting", written(_BETA, "services: " + "[" * 5_000), f"Y02 {_BETA}:1:30"),
    case("the policy is nested deep", written(_POLICY, "{a: " * 30 + "b" + "}" * 30), f"Y02 {_POLICY}:1:81"),
    case("a key twice", appended(_BETA, "name: Verzonnen Bis"), f"Y03 {_BETA}:7:1"),
    case("a key of the policy twice", ruled(_DAYS, "14\n      days: 21"), f"Y03 {_POLICY}:6:7"),
    case("an unknown key", appended(_BETA, "telephone: unknown"), f"Y04 {_BETA}:7:1"),
    case("a key by the name of what we add", appended(_BETA, "at: here"), f"Y04 {_BETA}:7:1"),
    case("another of those", appended(_POLICY, "places: here"), f"Y04 {_POLICY}:{_AFTER_POLICY}:1"),
    case("an unknown key in the policy", ruled(_DAYS, "21\n      weeks: 3"), f"Y04 {_POLICY}:6:7"),
    case("a merge", appended(_BETA, "<<: {website: https://beta.example}"), f"Y04 {_BETA}:7:1"),
    case("no name", swapped(_BETA, "name: Verzonnen Bèta\n", ""), f"Y05 {_BETA}:1:1"),
    case("a rule without its source", unruled("versions.0.reply_window.source"), f"Y05 {_POLICY}:4:5"),
    case("no version of the rules", written(_POLICY, "repository: public\nversions: []\n"), f"Y05 {_POLICY}:2:1"),
    case("a list for a name", swapped(_BETA, "Verzonnen Bèta", "[Verzonnen]"), f"Y06 {_BETA}:2:1"),
    case("nothing for a name", swapped(_BETA, " Verzonnen Bèta", ""), f"Y06 {_BETA}:2:1"),
    case("a word for a list", swapped(_BETA, "services:\n  - eerste-hulp", "services: hulp"), f"Y06 {_BETA}:3:1"),
    case("a provider that is a list", written(_BETA, "- id\n"), f"Y06 {_BETA}:1"),
    case("a provider that is empty", written(_BETA, "# nothing yet\n"), f"Y06 {_BETA}:1"),
    case("a key that is a list", appended(_BETA, "? [a]\n: b"), f"Y06 {_BETA}:7:3"),
    case("a word for a number", ruled(_REQUIRED, "veel"), f"Y06 {_POLICY}:11:11"),
    case(
        "sure before it is an impression",
        ruled("versions.0.certainty.impression_from", "30"),
        f"Y06 {_POLICY}:22:5",
    ),
    case("a required share above 100", ruled(_REQUIRED, "101"), f"Y06 {_POLICY}:11:11"),
    case("steps without a last", unruled(f"{_STEPS}.1"), f"Y06 {_POLICY}:8:7"),
    case("steps that are no list", ruled(_STEPS, ""), f"Y06 {_POLICY}:8:7"),
]

_PROVIDERS = [
    case("an id with capitals", swapped(_BETA, "verzonnen", "Verzonnen"), f"P01 {_BETA}:1:1"),
    case("an id with two hyphens", swapped(_BETA, "verzonnen-beta", "verzonnen--beta"), f"P01 {_BETA}:1:1"),
    case("an id that leads elsewhere", swapped(_BETA, "verzonnen-beta", "../beta"), f"P01 {_BETA}:1:1"),
    case("an id that is too long", swapped(_BETA, "verzonnen-beta", "b" * 81), f"P01 {_BETA}:1:1"),
    case("a former id that is no slug", swapped(_ALFA, "bedacht-alfa", "Bedacht Alfa"), f"P01 {_ALFA}:6:5"),
    case("a service whose id is no slug", swapped(FOURTH_HELP, "vierde-hulp", "Vierde"), f"P01 {FOURTH_HELP.at('id')}"),
    case("a reserved id", swapped(_BETA, "verzonnen-beta", "embed"), f"P02 {_BETA}:1:1"),
    case("an id that Windows cannot hold", swapped(_BETA, "verzonnen-beta", "aux"), f"P02 {_BETA}:1:1"),
    case("a reserved former id", swapped(_ALFA, "bedacht-alfa", "index"), f"P02 {_ALFA}:6:5"),
    case(
        "a service that is called total", swapped(FORMER_HELP, "vroegere-hulp", "total"), f"P02 {FORMER_HELP.at('id')}"
    ),
    case("a former id that is in use", swapped(_ALFA, "bedacht-alfa", "verzonnen-beta"), f"P03 {_ALFA}:6:5"),
    case("its own id as a former one", swapped(_ALFA, "bedacht-alfa", "verzonnen-alfa"), f"P03 {_ALFA}:6:5"),
    case(
        "a former id of another too",
        appended(_BETA, "former_ids:\n  - bedacht-alfa"),
        f"P03 {_BETA}:8:5",
    ),
    case(
        "a former id twice",
        swapped(_ALFA, "bedacht-alfa", "bedacht-alfa\n  - bedacht-alfa"),
        f"P03 {_ALFA}:7:5",
    ),
    case(
        "corrected before its period ended",
        cell(CORRECTION, "corrected_on", "2001-03-01"),
        f"D08 {CORRECTION.at('corrected_on')}",
    ),
    case(
        "corrected before its report",
        cell(CORRECTION, "corrected_on", "2022-01-01"),
        f"D08 {CORRECTION.at('corrected_on')}",
    ),
    case(
        "the day of a reply that is not there",
        dated(BETA_REPORT, replied_on="2022-01-01"),
        f"D10 {_day_of(BETA_REPORT, 'replied_on')}",
    ),
    case(
        "a reply from before its report",
        dated(ALFA_REPORT, replied_on="2022-01-31"),
        f"D10 {_day_of(ALFA_REPORT, 'replied_on')}",
    ),
    case(
        "the end of who goes on",
        swapped(_ALFA, "status: active", "status: active\nentered_on: 2022-01-01"),
        f"D10 {_ALFA}:14:1",
    ),
    case(
        "the end of a period as its former one",
        dated(BETA_REPORT, former_period_end="2021-06-30"),
        f"D11 {_day_of(BETA_REPORT, 'former_period_end')}",
    ),
    case(
        "the end of the period before as a former one",
        dated(ALFA_REPORT, former_period_end="2020-12-31"),
        f"D11 {_day_of(ALFA_REPORT, 'former_period_end')}",
    ),
    case(
        "a reason with two full stops",
        swapped(CORRECTION, "aanbieder", "aanbieder.."),
        f"D09 {CORRECTION.at('reason')}",
    ),
    case(
        "a change with two full stops",
        swapped(CORRECTION, "opdrachtgevers", "opdrachtgevers. ."),
        f"D09 {CORRECTION.at('what')}",
    ),
    case(
        "an old grade without a new one",
        written(_CORRECTIONS, corrected("client,total,8.1,")),
        f"D07 {_CORRECTIONS}:2:6",
    ),
    case("grades of nobody", written(_CORRECTIONS, corrected(",,8.1,8.3")), f"D07 {_CORRECTIONS}:2:6"),
    case(
        "a corrected grade of no row", written(_CORRECTIONS, corrected("client,weg,8.1,8.3")), f"D07 {_CORRECTIONS}:2:7"
    ),
    case(
        "a corrected grade in whole numbers",
        written(_CORRECTIONS, corrected("client,total,8,8.3")),
        f"R09 {_CORRECTIONS}:2:8",
    ),
    case(
        "a corrected grade that is withheld now",
        all_of(
            cell(ALFA_FIRST, "publication", "nee"),
            cell(ALFA_FIRST, "grade", ""),
            written(_CORRECTIONS, corrected("client,eerste-hulp,8.1,8.0")),
        ),
        f"W02 {_CORRECTIONS}:2:8",
        f"W01 {ALFA_FIRST.at('publication')}",
    ),
    case("a service's id twice", appended(_SERVICES, "9,eerste-hulp,Nog een,,,,,"), f"P03 {_SERVICES}:6:2"),
    case("an id that is not the file's name", swapped(_BETA, "beta", "bete"), f"P04 {_BETA}:1:1"),
    case(
        "a copied file in which the id stayed",
        written("providers/verzonnen-delta.yaml", "id: verzonnen-alfa\nname: Verzonnen Delta\n"),
        "P04 providers/verzonnen-delta.yaml:1:1",
    ),
    case("an address without a scheme", swapped(_ALFA, "https://", ""), f"P05 {_ALFA}:7:1"),
    case("an address that runs a script", swapped(_ALFA, "https://alfa", "javascript:alfa"), f"P05 {_ALFA}:7:1"),
    case("an address with a password", swapped(_ALFA, "//alfa", "//me:secret@alfa"), f"P05 {_ALFA}:7:1"),
    case("an address with a quote", swapped(_ALFA, ".example", '.example/"'), f"P05 {_ALFA}:7:1"),
    case("an address of this machine", swapped(_ALFA, "alfa.example", "127.0.0.1"), f"P05 {_ALFA}:7:1"),
    case("an address that cannot be read", swapped(_ALFA, "alfa.", "[alfa."), f"P05 {_ALFA}:7:1"),
    case(
        "an unknown provider of a result",
        cell(ALFA_TOTAL, "provider", "verzonnen-alva"),
        f"R17 {ALFA_FIRST.at('service')}",
        f"P06 {ALFA_TOTAL.at('provider')}",
        f"F08 {ALFA_SECOND}",
    ),
    case(
        "an unknown provider of a report",
        cell(BETA_REPORT, "provider", "verzonnen-bete"),
        f"P06 {BETA_REPORT.at('provider')}",
        f"R15 {BETA_TOTAL.at('period_end')}",
    ),
    case(
        "no provider at all",
        cell(BETA_TOTAL, "provider", ""),
        f"D02 {BETA_COUNTS}",
        f"R16 {BETA_REPORT}",
        f"F08 {BETA_TOTAL}",
        f"P06 {BETA_TOTAL.at('provider')}",
    ),
    case(
        "no file of a provider: each table that names it says so, once",
        removed(_ALFA),
        f"P06 {ALFA_REPORT_2020.at('provider')}",
        f"P06 {ALFA_REPORT.at('provider')}",
        f"P06 {ALFA_FIRST_2020.at('provider')}",
        f"P06 {ALFA_FIRST.at('provider')}",
    ),
    wrong("an unknown service of a result", ALFA_FIRST, "service", "eerste-hulpp", "P07"),
    case(
        "a misspelled total",
        cell(ALFA_TOTAL, "service", "totaal"),
        f"R17 {ALFA_FIRST.at('service')}",
        f"P07 {ALFA_TOTAL.at('service')}",
    ),
    case(
        "a misspelled total with counts",
        cell(BETA_TOTAL, "service", "totaal"),
        f"D02 {BETA_COUNTS}",
        f"P07 {BETA_TOTAL.at('service')}",
        f"R17 {BETA_TOTAL.at('service')}",
    ),
    case("an unknown service of a provider", swapped(_ALFA, "tweede", "derde"), f"P07 {_ALFA}:10:5"),
    case(
        "a service goes missing: each file that names it says so, once",
        without(FOURTH_HELP),
        f"P07 {GAMMA_SINGLE.at('service')}",
    ),
    case("an unknown province", swapped(_ALFA, "utrecht", "Utrecht"), f"P08 {_ALFA}:12:5"),
    case("a letter of another script", swapped(_ALFA, "Verzonnen A", "Verzonnen \u0410"), f"P11 {_ALFA}:2:1"),
    case(
        "a letter of another script in a former name", swapped(_ALFA, "Bedacht A", "Bedacht \u0410"), f"P11 {_ALFA}:4:5"
    ),
    case("a letter under a heap of marks", swapped(_ALFA, "Verzonnen Alfa", "A" + "\u0301" * 5), f"M09 {_ALFA}:2:1"),
    case("a name of which nothing is seen", swapped(_ALFA, "Verzonnen Alfa", "\u200d"), f"R02 {_ALFA}:2:1"),
    case("a name without end", swapped(_ALFA, "Verzonnen A", "Verzonnen A" + "a" * 300), f"M08 {_ALFA}:2:1"),
    case(
        "a plain name twice",
        cell(FIRST_HELP, "plain_name", "Hulp in gewone woorden"),
        f"P12 {SECOND_HELP.at('plain_name')}",
    ),
    case(
        "a plain name that is another's only name",
        cell(FOURTH_HELP, "plain_name", "verzonnen Eerste hulp"),
        f"P12 {FOURTH_HELP.at('plain_name')}",
    ),
    case(
        "a name that is another service's",
        cell(SECOND_HELP, "name", "verzonnen Eerste hulp"),
        f"P13 {SECOND_HELP.at('name')}",
    ),
    case(
        "a former name that is another service's",
        cell(FIRST_HELP, "former_names", "bedachte Hulp"),
        f"P13 {SECOND_HELP.at('former_names')}",
    ),
    case(
        "a former name that is another service's name",
        cell(FIRST_HELP, "former_names", "Verzonnen vierde hulp"),
        f"P13 {FIRST_HELP.at('former_names')}",
    ),
    case(
        "a service without the words that most have",
        all_of(
            *(cell(each, "plain_name", f"Gewoon {each.key}".replace(",", "")) for each in (FIRST_HELP, FOURTH_HELP)),
            *(cell(each, "about", "Hulp.") for each in (SECOND_HELP, FOURTH_HELP)),
        ),
        f"P14 {FORMER_HELP.at('plain_name')}",
    ),
    case("merged into nobody", appended(_BETA, "merged_into: verzonnen-omega\n"), f"P15 {_BETA}:7:1"),
    case("merged into a former id", appended(_BETA, "merged_into: bedacht-alfa\n"), f"P15 {_BETA}:7:1"),
    case("merged into itself", appended(_BETA, "merged_into: verzonnen-beta\n"), f"P15 {_BETA}:7:1"),
    case("merged into no id", appended(_BETA, "merged_into: Verzonnen Alfa\n"), f"P01 {_BETA}:7:1"),
    case(
        "merged into each other",
        all_of(
            appended(_BETA, "merged_into: verzonnen-alfa\n"),
            swapped(_ALFA, "status: active", "status: ended\nsince: 2022-01-01\nmerged_into: verzonnen-beta"),
        ),
        f"P15 {_ALFA}:15:1",
        f"P15 {_BETA}:7:1",
    ),
    case(
        "merged, and still active",
        all_of(appended(_BETA, "merged_into: verzonnen-alfa\n"), swapped(_BETA, "status: ended", "status: active")),
        f"P15 {_BETA}:7:1",
    ),
    case("a province twice", swapped(_ALFA, "utrecht", "utrecht\n  - utrecht"), f"P10 {_ALFA}:13:5"),
    case("a service twice", swapped(_ALFA, "tweede", "eerste"), f"P10 {_ALFA}:10:5"),
    case("the total is no service of a provider", swapped(_ALFA, "tweede-hulp", "total"), f"P07 {_ALFA}:10:5"),
    case("ended without a date", swapped(_BETA, "since: 2022-01-01\n", ""), f"P09 {_BETA}:5:1"),
]

_ROWS = [
    case("the same row twice", inserted(ALFA_TOTAL.line, above=ALFA_SECOND), f"R01 {ALFA_TOTAL.at(below=1)}"),
    case("the same row once more at the end", appended(_RESULTS, ALFA_TOTAL.line), f"R01 {_RESULTS}:11"),
    case(
        "a row twice with other figures",
        inserted("verzonnen-alfa,2021-12-31,client,total,39,21,8.4,ja", above=ALFA_SECOND),
        f"R01 {ALFA_TOTAL.at(below=1)}",
    ),
    case("one service in the place of another", cell(ALFA_SECOND, "service", "eerste-hulp"), f"R01 {ALFA_SECOND}"),
    case(
        "the same row in two files: one of them is the wrong one",
        appended(_RESULTS_2020, BETA_TOTAL.line),
        f"F09 {_RESULTS_2020}:6:2",
        f"R01 {BETA_TOTAL}",
    ),
    case("the same counts twice", inserted(ALFA_COUNTS.line, above=BETA_COUNTS), f"R01 {ALFA_COUNTS.at(below=1)}"),
    case(
        "a service's number twice",
        inserted("1,vijfde-hulp,Vijfde,,,,,", above=SECOND_HELP),
        f"R01 {FIRST_HELP.at(below=1)}",
    ),
    wrong("a report without a source", BETA_REPORT, "source", "", "R02"),
    case("a service without a name", swapped(FIRST_HELP, "Verzonnen eerste hulp", ""), f"R02 {FIRST_HELP.at('name')}"),
    case(
        "a correction of nothing",
        swapped(CORRECTION, "Rapportcijfer van de opdrachtgevers", ""),
        f"R02 {CORRECTION.at('what')}",
    ),
    case("a name that is empty", swapped(_BETA, "Verzonnen Bèta", '""'), f"R02 {_BETA}:2:1"),
    case("an empty reply", written(_REPLY, "\n \n"), f"R02 {_REPLY}:1:1"),
    wrong("neither ja nor nee", ALFA_TOTAL, "publication", "misschien", "R03"),
    wrong("ja with a capital", ALFA_TOTAL, "publication", "Ja", "R03"),
    wrong("no decision", ALFA_TOTAL, "publication", "", "R03"),
    case(
        "an unknown audience",
        cell(ALFA_TOTAL, "audience", "cliënt"),
        f"R03 {ALFA_TOTAL.at('audience')}",
        f"F08 {ALFA_SECOND}",
    ),
    wrong("counts of an unknown audience", BETA_COUNTS, "audience", "clients", "R03"),
    wrong("an unknown status", BETA_REPORT, "status", "definitief", "R03"),
    wrong("maybe on the telephone", BETA_REPORT, "telephone_option", "maybe", "R03"),
    case("an unknown status of a provider", swapped(_ALFA, "active", "open"), f"R03 {_ALFA}:13:1"),
    case("a repository that is neither", swapped(_POLICY, "public", "secret"), f"R03 {_POLICY}:1:1"),
    case(
        "a Dutch date",
        cell(ALFA_TOTAL, "period_end", "31-12-2021"),
        f"R04 {ALFA_TOTAL.at('period_end')}",
        f"F08 {ALFA_SECOND}",
    ),
    wrong("a day that does not exist", BETA_REPORT, "period_end", "2021-06-31", "R04"),
    wrong("no start", BETA_REPORT, "period_start", "", "R04"),
    wrong("a start of another age", BETA_REPORT, "period_start", "0202-07-01", "R18"),
    wrong("an end that never comes", BETA_REPORT, "period_end", "9999-06-30", "R18"),
    case(
        "commissioners in a register that asks none",
        swapped("register.yaml", "  commissioner: {one: opdrachtgever, other: opdrachtgevers, article: de}\n", ""),
        f"R19 {ALFA_NOBODY_2020.at('audience')}",
    ),
    case("the policy's date, far away", ruled("versions.0.applies_from", "9999-12-31"), f"R18 {_POLICY}:3:5"),
    case("a month for a date", swapped(_BETA, "2022-01-01", "2022-01"), f"R04 {_BETA}:6:1"),
    case(
        "a reply of no date",
        written("replies/verzonnen-beta/2021.md", "Dank"),
        "R04 replies/verzonnen-beta/2021.md:1:1",
    ),
    case("the policy's date", ruled("versions.0.applies_from", "always"), f"R04 {_POLICY}:3:5"),
    wrong("a negative count", ALFA_TOTAL, "completed", "-20", "R05"),
    wrong("half a person", ALFA_TOTAL, "net_sample", "40.5", "R05"),
    wrong("a count with a point", ALFA_TOTAL, "net_sample", "40.0", "R05"),
    wrong("no count", BETA_TOTAL, "completed", "", "R05"),
    wrong("a count in words", BETA_COUNTS, "grade_7", "vier", "R05"),
    case("days that are no count", ruled(_DAYS, "-21"), f"Y06 {_POLICY}:5:7"),
    case("more completed than invited", cell(BETA_TOTAL, "net_sample", "7"), f"R06 {BETA_TOTAL.at('completed')}"),
    case(
        "more completed of a service",
        cell(ALFA_FIRST, "completed", "60"),
        f"R06 {ALFA_FIRST.at('completed')}",
        f"R13 {ALFA_TOTAL.at('completed')}",
    ),
    wrong("a grade of 84", ALFA_TOTAL, "grade", "84", "R07"),
    wrong("a grade of 0.0", ALFA_NOBODY_2020, "grade", "0.0", "R07"),
    case("a grade of 0,0", swapped(ALFA_NOBODY_2020, "0,,", '0,"0,0",'), f"R07 {ALFA_NOBODY_2020.at('grade')}"),
    wrong("a grade of 0.9", ALFA_TOTAL, "grade", "0.9", "R07"),
    wrong("a grade of 10.1", ALFA_TOTAL, "grade", "10.1", "R07"),
    wrong("a grade below nothing", ALFA_TOTAL, "grade", "-8.3", "R07"),
    wrong("a grade in words", ALFA_TOTAL, "grade", "acht", "R07"),
    wrong("a dash for a grade", ALFA_TOTAL, "grade", "--", "R07"),
    wrong("NaN", ALFA_TOTAL, "grade", "nan", "R07"),
    case("a grade with a comma", swapped(ALFA_TOTAL, "8.3", '"8,3"'), f"R08 {ALFA_TOTAL.at('grade')}"),
    case("a comma and two decimals", swapped(ALFA_TOTAL, "8.3", '"8,25"'), f"R08 {ALFA_TOTAL.at('grade')}"),
    wrong("a grade with two decimals", ALFA_TOTAL, "grade", "8.25", "R09"),
    wrong("a whole grade of commissioners, who have no secret", ALFA_COMMISSIONERS, "grade", "8", "R09"),
    wrong("a whole grade with a nought before it", GAMMA_ROUNDED, "grade", "08", "R09"),
    wrong("a grade where nobody answered", ALFA_NOBODY_2020, "grade", "7.0", "R10"),
    case("an asterisk where nobody answered is no grade", cell(ALFA_NOBODY_2020, "grade", "*")),
    wrong("commissioners with nee", ALFA_COMMISSIONERS, "publication", "nee", "R11"),
    case(
        "a service that had ended",
        swapped(FOURTH_HELP, "hulp,,", "hulp,,2021-12-31"),
        f"R12 {GAMMA_SINGLE.at('service')}",
    ),
    wrong("invited do not add up", ALFA_TOTAL, "net_sample", "41", "R13"),
    case("completed do not add up", cell(ALFA_FIRST, "completed", "7"), f"R13 {ALFA_TOTAL.at('completed')}"),
    case(
        "a service was left out: both sums",
        without(ALFA_FIRST),
        f"R13 {ALFA_TOTAL.at('net_sample', below=-1)}",
        f"R13 {ALFA_TOTAL.at('completed', below=-1)}",
    ),
    wrong("a total outside its services", ALFA_TOTAL, "grade", "9.3", "R14"),
    wrong("a total just outside its services", ALFA_TOTAL, "grade", "8.4", "R14"),
    case(
        "a total that no withheld grade explains",
        all_of(cell(GAMMA_TOTAL, "grade", "6.1"), cell(GAMMA_ROUNDED, "grade", "8.0")),
        f"R14 {GAMMA_TOTAL.at('grade')}",
    ),
    case("no report", without(BETA_REPORT), f"R15 {BETA_TOTAL.at('period_end')}"),
    case(
        "no report, with a reply and a correction",
        without(ALFA_REPORT),
        f"D05 {CORRECTION.at('period_end')}",
        f"D04 {_REPLY}:1:1",
        f"R15 {ALFA_FIRST.at('period_end')}",
    ),
    case(
        "a slip in a report's end",
        cell(BETA_REPORT, "period_end", "2021-06-29"),
        f"R16 {BETA_REPORT}",
        f"R15 {BETA_TOTAL.at('period_end')}",
    ),
    case(
        "a slip in a row's end",
        cell(ALFA_FIRST, "period_end", "2021-12-30"),
        f"R15 {ALFA_FIRST.at('period_end')}",
        f"R17 {ALFA_FIRST.at('service')}",
        f"R13 {ALFA_TOTAL.at('net_sample')}",
        f"R13 {ALFA_TOTAL.at('completed')}",
    ),
    case(
        "a slip in the end of the only row",
        cell(BETA_TOTAL, "period_end", "2021-06-29"),
        f"D02 {BETA_COUNTS}",
        f"R16 {BETA_REPORT}",
        f"R15 {BETA_TOTAL.at('period_end')}",
    ),
    case("a report without results", all_of(without(BETA_TOTAL), without(BETA_COUNTS)), f"R16 {BETA_REPORT}"),
    case(
        "a report of commissioners only, and counts of its clients",
        cell(BETA_TOTAL, "audience", "commissioner"),
        f"D02 {BETA_COUNTS}",
        f"R16 {BETA_REPORT}",
    ),
    case("no total", without(ALFA_TOTAL), f"R17 {ALFA_FIRST.at('service')}"),
]

_MEASUREMENTS = [
    case(
        "a period that ends before it starts",
        cell(BETA_REPORT, "period_start", "2021-07-01"),
        f"M01 {BETA_REPORT.at('period_end')}",
    ),
    case(
        "the dates changed places",
        swapped(BETA_REPORT, "2020-07-01,2021-06-30", "2021-06-30,2020-07-01"),
        f"R16 {BETA_REPORT}",
        f"F09 {BETA_REPORT.at('period_end')}",
        f"M01 {BETA_REPORT.at('period_end')}",
        f"R15 {BETA_TOTAL.at('period_end')}",
    ),
    case(
        "periods of one provider overlap",
        swapped(ALFA_REPORT, "2021-01-01", "2020-12-31"),
        f"M02 {ALFA_REPORT.at('period_start')}",
    ),
    wrong("a report before its period's end", BETA_REPORT, "report_date", "2021-06-29", "M03"),
    wrong("a report on its period's last day", BETA_REPORT, "report_date", "2021-06-30", "M03"),
    wrong("shares that sum to 97", GAMMA_REPORT, "very_satisfied", "31", "M04"),
    case("shares that sum to 103", cell(GAMMA_REPORT, "no_opinion", "3"), f"M04 {GAMMA_REPORT.at('very_satisfied')}"),
    wrong("a share with its sign", GAMMA_REPORT, "satisfied", "33%", "M05"),
    wrong("a share above 100", GAMMA_REPORT, "satisfied", "133", "M05"),
    wrong("half a per cent", GAMMA_REPORT, "satisfied", "33.5", "M05"),
    wrong("a promoter score of 101", GAMMA_REPORT, "promoter_score", "101.0", "M06"),
    wrong("a whole promoter score", GAMMA_REPORT, "promoter_score", "-12", "M06"),
    case(
        "a promoter score with a comma",
        swapped(GAMMA_REPORT, "-12.5", '"-12,5"'),
        f"M06 {GAMMA_REPORT.at('promoter_score')}",
    ),
    case("four of the five shares", cell(GAMMA_REPORT, "dissatisfied", ""), f"M07 {GAMMA_REPORT.at('very_satisfied')}"),
    case("one of the five shares", cell(BETA_REPORT, "satisfied", "100"), f"M07 {BETA_REPORT.at('very_satisfied')}"),
    wrong("a strength of 121 characters", BETA_REPORT, "strength_4", "s" * 121, "M08"),
]

_BESIDE = [
    case("more counted than answered", cell(BETA_COUNTS, "grade_7", "5"), f"D01 {BETA_COUNTS.at('grade_1')}"),
    case("more counted, and the mean moves", cell(BETA_COUNTS, "grade_10", "9"), f"D01 {BETA_COUNTS.at('grade_1')}"),
    case("counts of a row that is not there", cell(BETA_COUNTS, "service", "eerste-hulp"), f"D02 {BETA_COUNTS}"),
    case(
        "counts of a provider that is not there", cell(BETA_COUNTS, "provider", "verzonnen-bete"), f"D02 {BETA_COUNTS}"
    ),
    case("counts of a service that is not there", cell(BETA_COUNTS, "service", "totaal"), f"D02 {BETA_COUNTS}"),
    case("HTML in a reply", swapped(_REPLY, "Wij", "<b>Wij</b>"), f"D03 {_REPLY}:3:1"),
    case("a reply that is a book", written(_REPLY, "a" * 10_001), f"M08 {_REPLY}:1:1"),
    case("a reply of quotes in quotes", written(_REPLY, ">" * 6 + " a"), f"D06 {_REPLY}:1:1"),
    case("HTML further on", swapped(_REPLY, "onze", "onze<br>"), f"D03 {_REPLY}:3:16"),
    case("HTML after empty lines", written(_REPLY, "\n\n  Dank <3\n"), f"D03 {_REPLY}:3:8"),
    case(
        "a reply to no report",
        written("replies/verzonnen-beta/2021-12-31.md", "Dank"),
        "D04 replies/verzonnen-beta/2021-12-31.md:1:1",
    ),
    case(
        "a reply of no provider",
        written("replies/verzonnen-delta/2021-12-31.md", "Dank"),
        "D04 replies/verzonnen-delta/2021-12-31.md:1:1",
    ),
    case(
        "a correction of no report",
        swapped(CORRECTION, "2021-12-31", "2021-12-30"),
        f"D05 {CORRECTION.at('period_end')}",
    ),
    case("a correction of no provider", swapped(CORRECTION, "alfa", "alva"), f"D05 {CORRECTION.at('period_end')}"),
    case("a correction of what is no id", swapped(CORRECTION, "-alfa", " Alfa"), f"P01 {CORRECTION.at('provider')}"),
    case("a correction under a former id", swapped(CORRECTION, "verzonnen-alfa", "bedacht-alfa")),
    case("a withdrawn report", all_of(WITHOUT_BETA, with_lines(WITHDRAWN_BETA))),
    case(
        "a withdrawn report, with another line about it",
        all_of(WITHOUT_BETA, with_lines(WITHDRAWN_BETA, "2023-04-02,verzonnen-beta,2021-06-30,Ook,Zo,,,,,")),
    ),
    case("a withdrawn report of a provider that is gone", with_lines(WITHDRAWN_BETA.replace("-beta", "-weg"))),
    case(
        "a line about another report than the withdrawn one",
        all_of(WITHOUT_BETA, with_lines(WITHDRAWN_BETA, "2023-04-02,verzonnen-beta,2021-06-29,Ook,Zo,,,,,no")),
        f"D05 {_CORRECTIONS}:4:3",
    ),
    case(
        "a corrected grade of a withdrawn report",
        all_of(WITHOUT_BETA, with_lines(WITHDRAWN_BETA.replace(",,,,,yes", ",client,total,7.0,7.3,yes"))),
        f"D07 {_CORRECTIONS}:3:7",
    ),
    case(
        "withdrawn, or is it",
        with_lines(WITHDRAWN_BETA.replace(",yes", ",ja")),
        f"R03 {_CORRECTIONS}:3:10",
    ),
]

_RULES = [
    case(
        "the report says nee, the policy ja",
        cell(BETA_TOTAL, "publication", "nee"),
        f"W02 {BETA_COUNTS}",
        f"W02 {BETA_TOTAL.at('grade')}",
        f"W01 {BETA_TOTAL.at('publication')}",
    ),
    wrong("the report says ja, the policy nee", GAMMA_LOW, "publication", "ja", "W01"),
    wrong("a withheld grade, too few answers", GAMMA_LOW, "grade", "8.5", "W02"),
    wrong("a withheld grade in whole points", GAMMA_LOW, "grade", "9", "W02"),
    wrong("a withheld grade, one client", GAMMA_SINGLE, "grade", "9.0", "W02"),
    case("counts beside a withheld grade", appended(_COUNTS, COUNTS_OF_GAMMA), f"W02 {_COUNTS}:4"),
    wrong("no grade where one is published", ALFA_TOTAL, "grade", "", "W03"),
    wrong("no grade of commissioners", ALFA_COMMISSIONERS, "grade", "", "W03"),
    wrong("an asterisk for commissioners", ALFA_COMMISSIONERS, "grade", "*", "W03"),
    case(
        "a withheld grade that does not fit",
        all_of(private(), cell(GAMMA_LOW, "grade", "2.0"), UNSEALED),
        f"W04 {GAMMA_TOTAL.at('grade')}",
    ),
    case(
        "a grade that gives away a withheld one, in a public repository",
        UNSEALED,
        f"W02 {GAMMA_ROUNDED.at('grade')}",
    ),
    case(
        "the same, where the policy has none withheld for that",
        all_of(private(), UNSEALED, _FAIL),
        f"W08 {GAMMA_LOW.at('grade')}",
    ),
    case(
        "the same in a public repository: that is no reason to seal it",
        all_of(UNSEALED, _FAIL),
        f"W08 {GAMMA_LOW.at('grade')}",
    ),
    case(
        "a grade that no six whole grades give, beside a withheld one",
        all_of(private(), cell(ALFA_FIRST, "grade", "8.1"), cell(ALFA_SECOND, "publication", "nee")),
        f"W09 {ALFA_SECOND.at('grade')}",
        f"W01 {ALFA_SECOND.at('publication')}",
    ),
    wrong("rounded, and none is withheld", ALFA_SECOND, "grade", "8", "W10"),
    wrong("hidden, and none is withheld", ALFA_SECOND, "grade", "hidden", "W10"),
    wrong("hidden where rounding is enough", GAMMA_ROUNDED, "grade", "hidden", "W10"),
    case(
        "more rounded than is needed",
        cell(GAMMA_TOTAL, "grade", "9"),
        f"W10 {GAMMA_TOTAL.at('grade')}",
        f"W10 {GAMMA_ROUNDED.at('grade')}",
    ),
    case(
        "rounded, and each grade that looks so leaves enough doubt",
        cell(GAMMA_TOTAL, "grade", "8.1"),
        f"W10 {GAMMA_ROUNDED.at('grade')}",
    ),
    case("rounded where the policy has nothing done", _FAIL, f"W10 {GAMMA_ROUNDED.at('grade')}"),
    wrong("the mark of the rule of before", GAMMA_ROUNDED, "grade", "secondary", "W11"),
    wrong("the mark of the rule of before, and none is withheld", ALFA_SECOND, "grade", "secondary", "W11"),
    case(
        # The total is withheld, and is its one service. Of 1.0 to 1.4 a 1 leaves less than half a point; so does hiding
        # it: no other grade is hidden there.
        "a grade that can be worked out, whatever is hidden",
        all_of(
            private(),
            cell(GAMMA_ROUNDED, "grade", "1.2"),
            cell(GAMMA_TOTAL, "grade", ""),
            cell(GAMMA_TOTAL, "publication", "nee"),
            cell(GAMMA_TOTAL, "net_sample", "25"),
            cell(GAMMA_TOTAL, "completed", "15"),
            without(GAMMA_SINGLE),
            without(GAMMA_LOW),
        ),
        f"W08 {GAMMA_TOTAL.at('grade', below=-1)}",
        f"W01 {GAMMA_TOTAL.at('publication', below=-1)}",
    ),
    case("hidden where rounding is not enough", _HIDDEN),
    case(
        "an exact grade that must be hidden, in a public repository: the row, and the opinion beside the total",
        ONLY_HIDING,
        f"W02 {GAMMA_REPORT.at('promoter_score')}",
        f"W02 {GAMMA_TOTAL.at('grade')}",
        f"W02 {GAMMA_ROUNDED.at('grade')}",
    ),
    case(
        "counts that do not give a withheld grade",
        all_of(
            private(),
            cell(BETA_TOTAL, "publication", "nee"),
            cell(BETA_COUNTS, "grade_6", "1"),
            cell(BETA_COUNTS, "grade_9", "1"),
        ),
        f"W04 {BETA_COUNTS.at('grade_1')}",
        f"W01 {BETA_TOTAL.at('publication')}",
    ),
    case("counts that do not give the grade", cell(BETA_TOTAL, "grade", "7.1"), f"W07 {BETA_COUNTS.at('grade_1')}"),
    case(
        "counts of nobody",
        swapped(BETA_COUNTS, "0,0,0,0,0,2,4,2,0,0", "0,0,0,0,0,0,0,0,0,0"),
        f"W07 {BETA_COUNTS.at('grade_1')}",
    ),
    case(
        "no policy for a period: its report once",
        all_of(ruled("versions.0.applies_from", "2021-01-01"), ruled("versions.1.applies_from", "2021-01-02")),
        f"W05 {ALFA_FIRST_2020.at('period_end')}",
    ),
    case("versions of one day", ruled("versions.0.applies_from", "2021-01-01"), f"W06 {_POLICY}:{_SECOND}:5"),
    case("versions not in order", ruled("versions.1.applies_from", "2014-12-31"), f"W06 {_POLICY}:{_SECOND}:5"),
]

_CASES = [*_FILES, *_YAML, *_PROVIDERS, *_ROWS, *_MEASUREMENTS, *_BESIDE, *_RULES]


def test_the_register_without_a_fault_gives_no_finding(register_folder: Path) -> None:
    assert findings_of(register_folder) == []


def test_a_period_of_one_day_is_a_period(register_folder: Path) -> None:
    cell(BETA_REPORT, "period_start", "2021-06-30")(register_folder)
    assert findings_of(register_folder) == []


@pytest.mark.parametrize("each", _CASES, ids=lambda each: each.name)
def test_a_fault_gives_its_finding_and_no_other(each: Case, register_folder: Path) -> None:
    each.fault(register_folder)
    assert findings_of(register_folder) == list(each.findings)


def test_every_code_is_provoked() -> None:
    provoked = {finding.split()[0] for each in _CASES for finding in each.findings}
    # The others by the tests of the import, the guard, what waits, no report, two versions, and printing.
    of_others = {code for code in CODES if code.startswith(("I", "G", "S", "V"))} | {"W12", "F16", "P16"}
    assert provoked == set(CODES) - of_others


def test_no_two_cases_have_one_name() -> None:
    names = [each.name for each in _CASES]
    assert len(set(names)) == len(names)
