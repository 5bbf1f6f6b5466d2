"""Every code, provoked by a small fault in a register that has none.

One fault gives one finding, at its place, and besides it only what it breaks elsewhere: a row of another provider
is missing where it belongs.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest
from support.registers import (
    ONLY_HIDING,
    POLICY,
    RESULTS_2021,
    Edit,
    all_of,
    appended,
    cell,
    findings_of,
    inserted,
    linked,
    made,
    piped,
    private,
    removed,
    ruled,
    swapped,
    without_line,
    written,
)

from generator.findings.codes import CODES

_SERVICES = "services.csv"
_POLICY = "policy.yaml"
_CORRECTIONS = "corrections.csv"
_ALFA = "providers/verzonnen-alfa.yaml"
_BETA = "providers/verzonnen-beta.yaml"
_REPORTS = "reports/2021.csv"
_RESULTS = "results/2021.csv"
_RESULTS_2020 = "results/2020.csv"
_COUNTS = "distributions/2021.csv"
_REPLY = "replies/verzonnen-alfa/2021-12-31.md"

# Where the second version of the rules begins, and where there are none any more.
_SECOND = POLICY.splitlines().index("  - applies_from: 2021-01-01") + 1
_AFTER_POLICY = POLICY.count("\n") + 1
_FAIL = ruled("versions.1.disclosure.means", "fail")
_UNSEALED = cell("results/2021.csv", 9, "grade", "8.0")
_HIDDEN = all_of(
    ONLY_HIDING,
    cell("results/2021.csv", 8, "grade", "hidden"),
    cell("results/2021.csv", 9, "grade", "hidden"),
    *(
        cell("reports/2021.csv", 4, column, "")
        for column in (
            "promoter_score",
            "very_satisfied",
            "satisfied",
            "dissatisfied",
            "very_dissatisfied",
            "no_opinion",
        )
    ),
)
_COUNTS_OF_COMMISSIONERS = "verzonnen-alfa,2021-12-31,commissioner,total,0,0,0,0,0,0,1,3,0,0"
_COUNTS_OF_GAMMA = "verzonnen-gamma,2021-12-31,client,total,0,0,0,0,0,0,0,12,6,2"
_BILLION_LAUGHS = "lol1: &lol1 [lol, lol]\nlol2: &lol2 [*lol1, *lol1]\nlol3: [*lol2, *lol2]\n"


@dataclass(frozen=True, slots=True)
class Case:
    """A fault, and all the findings that it gives: each its code and its place."""

    name: str
    fault: Edit
    findings: tuple[str, ...]


def case(name: str, fault: Edit, *findings: str) -> Case:
    return Case(name, fault, findings)


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
    case("an open quote", swapped(_RESULTS, 3, "total", '"total'), f"F02 {_RESULTS}:3"),
    case("text after a quote", cell(_RESULTS, 3, "service", '"total"l'), f"F02 {_RESULTS}:3"),
    case("a field too few", swapped(_RESULTS, 3, ",8.3", ""), f"F02 {_RESULTS}:3"),
    case("a field too many", swapped(_RESULTS, 3, "8.3", "8,3"), f"F02 {_RESULTS}:3"),
    case("an empty line", inserted(_RESULTS, 4, ""), f"F02 {_RESULTS}:4"),
    case("semicolons", written(_CORRECTIONS, "corrected_on;provider;what\n2022;a;b\n"), f"F02 {_CORRECTIONS}:1"),
    case("a pipe for a file", piped("results/2022.csv"), "F11 results/2022.csv"),
    case("a folder for a file", all_of(removed(_CORRECTIONS), made(_CORRECTIONS)), f"F11 {_CORRECTIONS}"),
    case("an open quote in the first line", swapped(_SERVICES, 1, "id", '"id'), f"F02 {_SERVICES}:1"),
    case("a service on a broken line", swapped(_SERVICES, 2, "1,", '"1,'), f"F02 {_SERVICES}:2"),
    case("a report on a broken line", swapped(_REPORTS, 2, "final,", "final,,"), f"F02 {_REPORTS}:2"),
    case("a broken line of counts", swapped(_COUNTS, 2, "total,", "total"), f"F02 {_COUNTS}:2"),
    case("a broken correction", swapped(_CORRECTIONS, 2, '"Tikfout', "Tikfout"), f"F02 {_CORRECTIONS}:2"),
    case("a column is missing", swapped(_RESULTS, 1, ",publication", ""), f"F03 {_RESULTS}:1"),
    case("an empty file", written(_CORRECTIONS, ""), f"F03 {_CORRECTIONS}:1"),
    case("an empty first line", inserted(_CORRECTIONS, 1, ""), f"F03 {_CORRECTIONS}:1"),
    case("a column too many", swapped(_RESULTS, 1, "grade", "grade,remark"), f"F04 {_RESULTS}:1:8"),
    case(
        "a column is misspelled: it is unknown, and another is missing",
        swapped(_RESULTS, 1, "grade", "grad"),
        f"F03 {_RESULTS}:1",
        f"F04 {_RESULTS}:1:7",
    ),
    case("a column is doubled", swapped(_RESULTS, 1, "grade", "grade,grade"), f"F05 {_RESULTS}:1:8"),
    case(
        "a column is doubled in the place of another",
        swapped(_RESULTS, 1, "grade", "completed"),
        f"F03 {_RESULTS}:1",
        f"F05 {_RESULTS}:1:7",
    ),
    case("no services", removed(_SERVICES), f"F06 {_SERVICES}"),
    case("no corrections", removed(_CORRECTIONS), f"F06 {_CORRECTIONS}"),
    case("no policy", removed(_POLICY), f"F06 {_POLICY}"),
    case("a link to nothing", linked(_CORRECTIONS, "nowhere.csv"), f"F06 {_CORRECTIONS}"),
    case("a misspelled file", written("results/21.csv", RESULTS_2021), "F07 results/21.csv"),
    case(
        "a misspelled ending", written("providers/verzonnen-delta.yml", "id: x\n"), "F07 providers/verzonnen-delta.yml"
    ),
    case("a reply in the wrong place", written("replies/2021-12-31.md", "Dank"), "F07 replies/2021-12-31.md"),
    case(
        "rows out of order",
        all_of(without_line(_RESULTS, 6), appended(_RESULTS, "verzonnen-beta,2021-06-30,client,total,12,8,7.0,ja")),
        f"F08 {_RESULTS}:10",
    ),
    case(
        "services out of order",
        all_of(swapped(_SERVICES, 2, "1,", "10,")),
        f"F08 {_SERVICES}:3",
    ),
    case(
        "a report in the file of another year",
        all_of(
            without_line(_REPORTS, 3),
            appended(
                "reports/2020.csv",
                "verzonnen-beta,2020-07-01,2021-06-30,2021-08-01,final,Verzonnen bureau,,,,,,,,,,,,yes",
            ),
        ),
        "F09 reports/2020.csv:3:3",
    ),
    case(
        "a result in the file of another year",
        all_of(
            without_line(_RESULTS, 6), appended(_RESULTS_2020, "verzonnen-beta,2021-06-30,client,total,12,8,7.0,ja")
        ),
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
    case("a control character", swapped(_BETA, 2, "Verz", "Ver\x07z"), f"F10 {_BETA}:2:10"),
    case("an escape for a terminal", swapped(_REPLY, 3, "danken", "\x1b[31mdanken"), f"F10 {_REPLY}:3:5"),
    case("a letter that is blank", swapped(_BETA, 2, "Verz", "Ver\u3164z"), f"F10 {_BETA}:2:10"),
    case("text that turns round", swapped(_BETA, 2, "Verz", "Ver\u202ez"), f"F10 {_BETA}:2:10"),
    case("a mark without width", swapped(_RESULTS, 3, "8.3", "8\u200b.3"), f"F10 {_RESULTS}:3:47"),
    case("a lone carriage return", swapped(_RESULTS, 3, "8.3", "8.3\r"), f"F10 {_RESULTS}:3:49"),
    case("a line break of another kind", swapped(_BETA, 2, "Verz", "Ver\u2028z"), f"F10 {_BETA}:2:10"),
    case(
        "an escape that spells a control", swapped(_BETA, 2, "Verzonnen Bèta", r'"Ver\x1bzonnen"'), f"F10 {_BETA}:2:7"
    ),
    case("an escape that turns text round", swapped(_BETA, 2, "Verzonnen Bèta", r'"V\u202eer"'), f"F10 {_BETA}:2:7"),
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
        swapped(_CORRECTIONS, 1, "provider,period_end", "period_end,provider"),
        f"F12 {_CORRECTIONS}:1",
    ),
]

_YAML = [
    case("no space after the colon", swapped(_BETA, 2, "name: ", "name:"), f"Y01 {_BETA}:2:1"),
    case("a tab", swapped(_BETA, 4, "  - ", "\t- "), f"Y01 {_BETA}:4:1"),
    case("a quote that is open", swapped(_BETA, 2, "Verz", '"Verz'), f"Y01 {_BETA}:2:7"),
    case("an unquoted colon", swapped(_BETA, 2, "Verzonnen", "Verzonnen:"), f"Y01 {_BETA}:2:16"),
    case("two documents", appended(_BETA, "---\nid: twee"), f"Y01 {_BETA}:7:1"),
    case("a tag", swapped(_BETA, 2, "Verz", "!!python/object:os.system Verz"), f"Y02 {_BETA}:2:7"),
    case("a tag of YAML itself", swapped(_BETA, 6, "2022", "!!str 2022"), f"Y02 {_BETA}:6:8"),
    case("an anchor", swapped(_BETA, 2, "Verz", "&naam Verz"), f"Y02 {_BETA}:2:7"),
    case(
        "an alias, and the anchor it needs",
        all_of(swapped(_BETA, 2, "Verz", "&naam Verz"), appended(_BETA, "website: *naam")),
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
    case("a key of the policy twice", inserted(_POLICY, 5, "      days: 14"), f"Y03 {_POLICY}:6:7"),
    case("an unknown key", appended(_BETA, "telephone: unknown"), f"Y04 {_BETA}:7:1"),
    case("a key by the name of what we add", appended(_BETA, "at: here"), f"Y04 {_BETA}:7:1"),
    case("another of those", appended(_POLICY, "places: here"), f"Y04 {_POLICY}:{_AFTER_POLICY}:1"),
    case("an unknown key in the policy", inserted(_POLICY, 5, "      weeks: 3"), f"Y04 {_POLICY}:5:7"),
    case("a merge", appended(_BETA, "<<: {website: https://beta.example}"), f"Y04 {_BETA}:7:1"),
    case("no name", without_line(_BETA, 2), f"Y05 {_BETA}:1:1"),
    case("a rule without its source", without_line(_POLICY, 6), f"Y05 {_POLICY}:4:5"),
    case("no version of the rules", written(_POLICY, "repository: public\nversions: []\n"), f"Y05 {_POLICY}:2:1"),
    case("a list for a name", swapped(_BETA, 2, "Verzonnen Bèta", "[Verzonnen]"), f"Y06 {_BETA}:2:1"),
    case("nothing for a name", swapped(_BETA, 2, " Verzonnen Bèta", ""), f"Y06 {_BETA}:2:1"),
    case("a word for a list", all_of(without_line(_BETA, 4), swapped(_BETA, 3, ":", ": hulp")), f"Y06 {_BETA}:3:1"),
    case("a provider that is a list", written(_BETA, "- id\n"), f"Y06 {_BETA}:1"),
    case("a provider that is empty", written(_BETA, "# nothing yet\n"), f"Y06 {_BETA}:1"),
    case("a key that is a list", appended(_BETA, "? [a]\n: b"), f"Y06 {_BETA}:7:3"),
    case("a word for a number", swapped(_POLICY, 11, "30", "veel"), f"Y06 {_POLICY}:11:11"),
    case("sure before it is an impression", swapped(_POLICY, 24, "30", "10"), f"Y06 {_POLICY}:22:5"),
    case("a required share above 100", swapped(_POLICY, 11, "30", "101"), f"Y06 {_POLICY}:11:11"),
    case("steps without a last", without_line(_POLICY, 11), f"Y06 {_POLICY}:8:7"),
    case("steps that are no list", all_of(*[without_line(_POLICY, 9)] * 3), f"Y06 {_POLICY}:8:7"),
]

_PROVIDERS = [
    case("an id with capitals", swapped(_BETA, 1, "verzonnen", "Verzonnen"), f"P01 {_BETA}:1:1"),
    case("an id with two hyphens", swapped(_BETA, 1, "verzonnen-beta", "verzonnen--beta"), f"P01 {_BETA}:1:1"),
    case("an id that leads elsewhere", swapped(_BETA, 1, "verzonnen-beta", "../beta"), f"P01 {_BETA}:1:1"),
    case("an id that is too long", swapped(_BETA, 1, "verzonnen-beta", "b" * 81), f"P01 {_BETA}:1:1"),
    case("a former id that is no slug", swapped(_ALFA, 6, "bedacht-alfa", "Bedacht Alfa"), f"P01 {_ALFA}:6:5"),
    case("a service whose id is no slug", swapped(_SERVICES, 4, "vierde-hulp", "Vierde"), f"P01 {_SERVICES}:4:2"),
    case("a reserved id", swapped(_BETA, 1, "verzonnen-beta", "embed"), f"P02 {_BETA}:1:1"),
    case("an id that Windows cannot hold", swapped(_BETA, 1, "verzonnen-beta", "aux"), f"P02 {_BETA}:1:1"),
    case("a reserved former id", swapped(_ALFA, 6, "bedacht-alfa", "index"), f"P02 {_ALFA}:6:5"),
    case("a service that is called total", swapped(_SERVICES, 5, "vroegere-hulp", "total"), f"P02 {_SERVICES}:5:2"),
    case("a former id that is in use", swapped(_ALFA, 6, "bedacht-alfa", "verzonnen-beta"), f"P03 {_ALFA}:6:5"),
    case("its own id as a former one", swapped(_ALFA, 6, "bedacht-alfa", "verzonnen-alfa"), f"P03 {_ALFA}:6:5"),
    case(
        "a former id of another too",
        appended(_BETA, "former_ids:\n  - bedacht-alfa"),
        f"P03 {_BETA}:8:5",
    ),
    case("a former id twice", inserted(_ALFA, 7, "  - bedacht-alfa"), f"P03 {_ALFA}:7:5"),
    case("a service's id twice", appended(_SERVICES, "9,eerste-hulp,Nog een,Another,,"), f"P03 {_SERVICES}:6:2"),
    case("an id that is not the file's name", swapped(_BETA, 1, "beta", "bete"), f"P04 {_BETA}:1:1"),
    case(
        "a copied file in which the id stayed",
        written("providers/verzonnen-delta.yaml", "id: verzonnen-alfa\nname: Verzonnen Delta\n"),
        "P04 providers/verzonnen-delta.yaml:1:1",
    ),
    case("an address without a scheme", swapped(_ALFA, 7, "https://", ""), f"P05 {_ALFA}:7:1"),
    case("an address that runs a script", swapped(_ALFA, 7, "https://alfa", "javascript:alfa"), f"P05 {_ALFA}:7:1"),
    case("an address with a password", swapped(_ALFA, 7, "alfa", "me:secret@alfa"), f"P05 {_ALFA}:7:1"),
    case("an address with a quote", swapped(_ALFA, 7, ".example", '.example/"'), f"P05 {_ALFA}:7:1"),
    case("an address of this machine", swapped(_ALFA, 7, "alfa.example", "127.0.0.1"), f"P05 {_ALFA}:7:1"),
    case("an address that cannot be read", swapped(_ALFA, 7, "alfa.", "[alfa."), f"P05 {_ALFA}:7:1"),
    case(
        "an unknown provider of a result",
        cell(_RESULTS, 3, "provider", "verzonnen-alva"),
        f"R17 {_RESULTS}:2:4",
        f"P06 {_RESULTS}:3:1",
        f"F08 {_RESULTS}:4",
    ),
    case(
        "an unknown provider of a report",
        cell(_REPORTS, 3, "provider", "verzonnen-bete"),
        f"P06 {_REPORTS}:3:1",
        f"R15 {_RESULTS}:6:2",
    ),
    case(
        "no provider at all",
        cell(_RESULTS, 6, "provider", ""),
        f"D02 {_COUNTS}:3",
        f"R16 {_REPORTS}:3",
        f"F08 {_RESULTS}:6",
        f"P06 {_RESULTS}:6:1",
    ),
    case(
        "no file of a provider: each table that names it says so, once",
        removed(_ALFA),
        "P06 reports/2020.csv:2:1",
        f"P06 {_REPORTS}:2:1",
        f"P06 {_RESULTS_2020}:2:1",
        f"P06 {_RESULTS}:2:1",
    ),
    case("an unknown service of a result", cell(_RESULTS, 2, "service", "eerste-hulpp"), f"P07 {_RESULTS}:2:4"),
    case("a misspelled total", cell(_RESULTS, 3, "service", "totaal"), f"R17 {_RESULTS}:2:4", f"P07 {_RESULTS}:3:4"),
    case(
        "a misspelled total with counts",
        cell(_RESULTS, 6, "service", "totaal"),
        f"D02 {_COUNTS}:3",
        f"P07 {_RESULTS}:6:4",
        f"R17 {_RESULTS}:6:4",
    ),
    case("an unknown service of a provider", swapped(_ALFA, 10, "tweede", "derde"), f"P07 {_ALFA}:10:5"),
    case(
        "a service goes missing: each file that names it says so, once",
        without_line(_SERVICES, 4),
        f"P07 {_RESULTS}:10:4",
    ),
    case("an unknown province", swapped(_ALFA, 12, "utrecht", "Utrecht"), f"P08 {_ALFA}:12:5"),
    case("a letter of another script", swapped(_ALFA, 2, "Alfa", "\u0410lfa"), f"P11 {_ALFA}:2:1"),
    case("a letter of another script in a former name", swapped(_ALFA, 4, "Alfa", "\u0410lfa"), f"P11 {_ALFA}:4:5"),
    case("a letter under a heap of marks", swapped(_ALFA, 2, "Alfa", "A" + "\u0301" * 5), f"M09 {_ALFA}:2:1"),
    case("a name of which nothing is seen", swapped(_ALFA, 2, "Verzonnen Alfa", "\u200d"), f"R02 {_ALFA}:2:1"),
    case("a name without end", swapped(_ALFA, 2, "Alfa", "A" * 300), f"M08 {_ALFA}:2:1"),
    case("a province twice", swapped(_ALFA, 12, "utrecht", "utrecht\n  - utrecht"), f"P10 {_ALFA}:13:5"),
    case("a service twice", swapped(_ALFA, 10, "tweede", "eerste"), f"P10 {_ALFA}:10:5"),
    case("the total is no service of a provider", swapped(_ALFA, 10, "tweede-hulp", "total"), f"P07 {_ALFA}:10:5"),
    case("ended without a date", without_line(_BETA, 6), f"P09 {_BETA}:5:1"),
]

_ROWS = [
    case("the same row twice", inserted(_RESULTS, 4, RESULTS_2021.splitlines()[2]), f"R01 {_RESULTS}:4"),
    case("the same row once more at the end", appended(_RESULTS, RESULTS_2021.splitlines()[2]), f"R01 {_RESULTS}:11"),
    case(
        "a row twice with other figures",
        inserted(_RESULTS, 4, "verzonnen-alfa,2021-12-31,client,total,39,21,8.4,ja"),
        f"R01 {_RESULTS}:4",
    ),
    case("one service in the place of another", cell(_RESULTS, 4, "service", "eerste-hulp"), f"R01 {_RESULTS}:4"),
    case(
        "the same row in two files: one of them is the wrong one",
        appended(_RESULTS_2020, RESULTS_2021.splitlines()[5]),
        f"F09 {_RESULTS_2020}:6:2",
        f"R01 {_RESULTS}:6",
    ),
    case("the same counts twice", inserted(_COUNTS, 3, _COUNTS_OF_COMMISSIONERS), f"R01 {_COUNTS}:3"),
    case("a service's number twice", inserted(_SERVICES, 3, "1,vijfde-hulp,Vijfde,Fifth,,"), f"R01 {_SERVICES}:3"),
    case("a report without a source", cell(_REPORTS, 3, "source", ""), f"R02 {_REPORTS}:3:6"),
    case("a service without a name", swapped(_SERVICES, 2, "Invented first help", ""), f"R02 {_SERVICES}:2:4"),
    case(
        "a correction of nothing",
        swapped(_CORRECTIONS, 2, "Rapportcijfer van de opdrachtgevers", ""),
        f"R02 {_CORRECTIONS}:2:4",
    ),
    case("a name that is empty", swapped(_BETA, 2, "Verzonnen Bèta", '""'), f"R02 {_BETA}:2:1"),
    case("an empty reply", written(_REPLY, "\n \n"), f"R02 {_REPLY}:1:1"),
    case("neither ja nor nee", cell(_RESULTS, 3, "publication", "yes"), f"R03 {_RESULTS}:3:8"),
    case("ja with a capital", cell(_RESULTS, 3, "publication", "Ja"), f"R03 {_RESULTS}:3:8"),
    case("no decision", cell(_RESULTS, 3, "publication", ""), f"R03 {_RESULTS}:3:8"),
    case("an unknown audience", cell(_RESULTS, 3, "audience", "cliënt"), f"R03 {_RESULTS}:3:3", f"F08 {_RESULTS}:4"),
    case("counts of an unknown audience", cell(_COUNTS, 3, "audience", "clients"), f"R03 {_COUNTS}:3:3"),
    case("an unknown status", cell(_REPORTS, 3, "status", "definitief"), f"R03 {_REPORTS}:3:5"),
    case("maybe on the telephone", cell(_REPORTS, 3, "telephone_option", "maybe"), f"R03 {_REPORTS}:3:18"),
    case("an unknown status of a provider", swapped(_ALFA, 13, "active", "open"), f"R03 {_ALFA}:13:1"),
    case("a repository that is neither", swapped(_POLICY, 1, "public", "secret"), f"R03 {_POLICY}:1:1"),
    case("a Dutch date", cell(_RESULTS, 3, "period_end", "31-12-2021"), f"R04 {_RESULTS}:3:2", f"F08 {_RESULTS}:4"),
    case("a day that does not exist", cell(_REPORTS, 3, "period_end", "2021-06-31"), f"R04 {_REPORTS}:3:3"),
    case("no start", cell(_REPORTS, 3, "period_start", ""), f"R04 {_REPORTS}:3:2"),
    case("a month for a date", swapped(_BETA, 6, "2022-01-01", "2022-01"), f"R04 {_BETA}:6:1"),
    case(
        "a reply of no date",
        written("replies/verzonnen-beta/2021.md", "Dank"),
        "R04 replies/verzonnen-beta/2021.md:1:1",
    ),
    case("the policy's date", swapped(_POLICY, 3, "2015-01-01", "always"), f"R04 {_POLICY}:3:5"),
    case("a negative count", cell(_RESULTS, 3, "completed", "-20"), f"R05 {_RESULTS}:3:6"),
    case("half a person", cell(_RESULTS, 3, "net_sample", "40.5"), f"R05 {_RESULTS}:3:5"),
    case("a count with a point", cell(_RESULTS, 3, "net_sample", "40.0"), f"R05 {_RESULTS}:3:5"),
    case("no count", cell(_RESULTS, 6, "completed", ""), f"R05 {_RESULTS}:6:6"),
    case("a count in words", cell(_COUNTS, 3, "grade_7", "vier"), f"R05 {_COUNTS}:3:11"),
    case("days that are no count", swapped(_POLICY, 5, "21", "-21"), f"Y06 {_POLICY}:5:7"),
    case("more completed than invited", cell(_RESULTS, 6, "net_sample", "7"), f"R06 {_RESULTS}:6:6"),
    case(
        "more completed of a service",
        cell(_RESULTS, 2, "completed", "60"),
        f"R06 {_RESULTS}:2:6",
        f"R13 {_RESULTS}:3:6",
    ),
    case("a grade of 84", cell(_RESULTS, 3, "grade", "84"), f"R07 {_RESULTS}:3:7"),
    case("a grade of 0.0", cell(_RESULTS_2020, 5, "grade", "0.0"), f"R07 {_RESULTS_2020}:5:7"),
    case("a grade of 0,0", swapped(_RESULTS_2020, 5, "0,,", '0,"0,0",'), f"R07 {_RESULTS_2020}:5:7"),
    case("a grade of 0.9", cell(_RESULTS, 3, "grade", "0.9"), f"R07 {_RESULTS}:3:7"),
    case("a grade of 10.1", cell(_RESULTS, 3, "grade", "10.1"), f"R07 {_RESULTS}:3:7"),
    case("a grade below nothing", cell(_RESULTS, 3, "grade", "-8.3"), f"R07 {_RESULTS}:3:7"),
    case("a grade in words", cell(_RESULTS, 3, "grade", "acht"), f"R07 {_RESULTS}:3:7"),
    case("a dash for a grade", cell(_RESULTS, 3, "grade", "--"), f"R07 {_RESULTS}:3:7"),
    case("NaN", cell(_RESULTS, 3, "grade", "nan"), f"R07 {_RESULTS}:3:7"),
    case("a grade with a comma", swapped(_RESULTS, 3, "8.3", '"8,3"'), f"R08 {_RESULTS}:3:7"),
    case("a comma and two decimals", swapped(_RESULTS, 3, "8.3", '"8,25"'), f"R08 {_RESULTS}:3:7"),
    case("a grade with two decimals", cell(_RESULTS, 3, "grade", "8.25"), f"R09 {_RESULTS}:3:7"),
    case("a whole grade of commissioners, who have no secret", cell(_RESULTS, 5, "grade", "8"), f"R09 {_RESULTS}:5:7"),
    case("a whole grade with a nought before it", cell(_RESULTS, 9, "grade", "08"), f"R09 {_RESULTS}:9:7"),
    case("a grade where nobody answered", cell(_RESULTS_2020, 5, "grade", "7.0"), f"R10 {_RESULTS_2020}:5:7"),
    case("an asterisk where nobody answered is no grade", cell(_RESULTS_2020, 5, "grade", "*")),
    case("commissioners with nee", cell(_RESULTS, 5, "publication", "nee"), f"R11 {_RESULTS}:5:8"),
    case("a service that had ended", swapped(_SERVICES, 4, "help,,", "help,,2021-12-31"), f"R12 {_RESULTS}:10:4"),
    case("invited do not add up", cell(_RESULTS, 3, "net_sample", "41"), f"R13 {_RESULTS}:3:5"),
    case("completed do not add up", cell(_RESULTS, 2, "completed", "7"), f"R13 {_RESULTS}:3:6"),
    case("a service was left out: both sums", without_line(_RESULTS, 2), f"R13 {_RESULTS}:2:5", f"R13 {_RESULTS}:2:6"),
    case("a total outside its services", cell(_RESULTS, 3, "grade", "9.3"), f"R14 {_RESULTS}:3:7"),
    case("a total just outside its services", cell(_RESULTS, 3, "grade", "8.4"), f"R14 {_RESULTS}:3:7"),
    case(
        "a total that no withheld grade explains",
        all_of(cell(_RESULTS, 8, "grade", "6.1"), cell(_RESULTS, 9, "grade", "8.0")),
        f"R14 {_RESULTS}:8:7",
    ),
    case("no report", without_line(_REPORTS, 3), f"R15 {_RESULTS}:6:2"),
    case(
        "no report, with a reply and a correction",
        without_line(_REPORTS, 2),
        f"D05 {_CORRECTIONS}:2:3",
        f"D04 {_REPLY}:1:1",
        f"R15 {_RESULTS}:2:2",
    ),
    case(
        "a slip in a report's end",
        cell(_REPORTS, 3, "period_end", "2021-06-29"),
        f"R16 {_REPORTS}:3",
        f"R15 {_RESULTS}:6:2",
    ),
    case(
        "a slip in a row's end",
        cell(_RESULTS, 2, "period_end", "2021-12-30"),
        f"R15 {_RESULTS}:2:2",
        f"R17 {_RESULTS}:2:4",
        f"R13 {_RESULTS}:3:5",
        f"R13 {_RESULTS}:3:6",
    ),
    case(
        "a slip in the end of the only row",
        cell(_RESULTS, 6, "period_end", "2021-06-29"),
        f"D02 {_COUNTS}:3",
        f"R16 {_REPORTS}:3",
        f"R15 {_RESULTS}:6:2",
    ),
    case("a report without results", all_of(without_line(_RESULTS, 6), without_line(_COUNTS, 3)), f"R16 {_REPORTS}:3"),
    case(
        "a report of commissioners only, and counts of its clients",
        cell(_RESULTS, 6, "audience", "commissioner"),
        f"D02 {_COUNTS}:3",
        f"R16 {_REPORTS}:3",
    ),
    case("no total", without_line(_RESULTS, 3), f"R17 {_RESULTS}:2:4"),
]

_MEASUREMENTS = [
    case("a period that ends before it starts", cell(_REPORTS, 3, "period_start", "2021-07-01"), f"M01 {_REPORTS}:3:3"),
    case(
        "the dates changed places",
        swapped(_REPORTS, 3, "2020-07-01,2021-06-30", "2021-06-30,2020-07-01"),
        f"R16 {_REPORTS}:3",
        f"F09 {_REPORTS}:3:3",
        f"M01 {_REPORTS}:3:3",
        f"R15 {_RESULTS}:6:2",
    ),
    case(
        "periods of one provider overlap",
        swapped(_REPORTS, 2, "2021-01-01", "2020-12-31"),
        f"M02 {_REPORTS}:2:2",
    ),
    case("a report before its period's end", cell(_REPORTS, 3, "report_date", "2021-06-29"), f"M03 {_REPORTS}:3:4"),
    case("a report on its period's last day", cell(_REPORTS, 3, "report_date", "2021-06-30"), f"M03 {_REPORTS}:3:4"),
    case("shares that sum to 97", cell(_REPORTS, 4, "very_satisfied", "31"), f"M04 {_REPORTS}:4:8"),
    case("shares that sum to 103", cell(_REPORTS, 4, "no_opinion", "3"), f"M04 {_REPORTS}:4:8"),
    case("a share with its sign", cell(_REPORTS, 4, "satisfied", "33%"), f"M05 {_REPORTS}:4:9"),
    case("a share above 100", cell(_REPORTS, 4, "satisfied", "133"), f"M05 {_REPORTS}:4:9"),
    case("half a per cent", cell(_REPORTS, 4, "satisfied", "33.5"), f"M05 {_REPORTS}:4:9"),
    case("a promoter score of 101", cell(_REPORTS, 4, "promoter_score", "101.0"), f"M06 {_REPORTS}:4:7"),
    case("a whole promoter score", cell(_REPORTS, 4, "promoter_score", "-12"), f"M06 {_REPORTS}:4:7"),
    case("a promoter score with a comma", swapped(_REPORTS, 4, "-12.5", '"-12,5"'), f"M06 {_REPORTS}:4:7"),
    case("four of the five shares", cell(_REPORTS, 4, "dissatisfied", ""), f"M07 {_REPORTS}:4:8"),
    case("one of the five shares", cell(_REPORTS, 3, "satisfied", "100"), f"M07 {_REPORTS}:3:8"),
    case("a strength of 121 characters", cell(_REPORTS, 3, "strength_4", "s" * 121), f"M08 {_REPORTS}:3:17"),
]

_BESIDE = [
    case("more counted than answered", cell(_COUNTS, 3, "grade_7", "5"), f"D01 {_COUNTS}:3:5"),
    case("more counted, and the mean moves", cell(_COUNTS, 3, "grade_10", "9"), f"D01 {_COUNTS}:3:5"),
    case("counts of a row that is not there", cell(_COUNTS, 3, "service", "eerste-hulp"), f"D02 {_COUNTS}:3"),
    case("counts of a provider that is not there", cell(_COUNTS, 3, "provider", "verzonnen-bete"), f"D02 {_COUNTS}:3"),
    case("counts of a service that is not there", cell(_COUNTS, 3, "service", "totaal"), f"D02 {_COUNTS}:3"),
    case("HTML in a reply", swapped(_REPLY, 3, "Wij", "<b>Wij</b>"), f"D03 {_REPLY}:3:1"),
    case("a reply that is a book", written(_REPLY, "a" * 10_001), f"M08 {_REPLY}:1:1"),
    case("a reply of quotes in quotes", written(_REPLY, ">" * 6 + " a"), f"D06 {_REPLY}:1:1"),
    case("HTML further on", swapped(_REPLY, 3, "onze", "onze<br>"), f"D03 {_REPLY}:3:16"),
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
    case("a correction of no report", swapped(_CORRECTIONS, 2, "2021-12-31", "2021-12-30"), f"D05 {_CORRECTIONS}:2:3"),
    case("a correction of no provider", swapped(_CORRECTIONS, 2, "alfa", "alva"), f"D05 {_CORRECTIONS}:2:3"),
]

_RULES = [
    case(
        "the report says nee, the policy ja",
        cell(_RESULTS, 6, "publication", "nee"),
        f"W02 {_COUNTS}:3",
        f"W02 {_RESULTS}:6:7",
        f"W01 {_RESULTS}:6:8",
    ),
    case("the report says ja, the policy nee", cell(_RESULTS, 7, "publication", "ja"), f"W01 {_RESULTS}:7:8"),
    case("a withheld grade, too few answers", cell(_RESULTS, 7, "grade", "8.5"), f"W02 {_RESULTS}:7:7"),
    case("a withheld grade in whole points", cell(_RESULTS, 7, "grade", "9"), f"W02 {_RESULTS}:7:7"),
    case("a withheld grade, one client", cell(_RESULTS, 10, "grade", "9.0"), f"W02 {_RESULTS}:10:7"),
    case("counts beside a withheld grade", appended(_COUNTS, _COUNTS_OF_GAMMA), f"W02 {_COUNTS}:4"),
    case("no grade where one is published", cell(_RESULTS, 3, "grade", ""), f"W03 {_RESULTS}:3:7"),
    case("no grade of commissioners", cell(_RESULTS, 5, "grade", ""), f"W03 {_RESULTS}:5:7"),
    case("an asterisk for commissioners", cell(_RESULTS, 5, "grade", "*"), f"W03 {_RESULTS}:5:7"),
    case(
        "a withheld grade that does not fit",
        all_of(private(), cell(_RESULTS, 7, "grade", "2.0"), _UNSEALED),
        f"W04 {_RESULTS}:8:7",
    ),
    case(
        "a grade that gives away a withheld one, in a public repository",
        _UNSEALED,
        f"W02 {_RESULTS}:9:7",
    ),
    case(
        "the same, where the policy has none withheld for that",
        all_of(private(), _UNSEALED, _FAIL),
        f"W08 {_RESULTS}:7:7",
    ),
    case(
        "the same in a public repository: that is no reason to seal it",
        all_of(_UNSEALED, _FAIL),
        f"W08 {_RESULTS}:7:7",
    ),
    case(
        "a grade that no six whole grades give, beside a withheld one",
        all_of(private(), cell(_RESULTS, 2, "grade", "8.1"), cell(_RESULTS, 4, "publication", "nee")),
        f"W09 {_RESULTS}:4:7",
        f"W01 {_RESULTS}:4:8",
    ),
    case("rounded, and none is withheld", cell(_RESULTS, 4, "grade", "8"), f"W10 {_RESULTS}:4:7"),
    case("hidden, and none is withheld", cell(_RESULTS, 4, "grade", "hidden"), f"W10 {_RESULTS}:4:7"),
    case("hidden where rounding is enough", cell(_RESULTS, 9, "grade", "hidden"), f"W10 {_RESULTS}:9:7"),
    case(
        "more rounded than is needed",
        cell(_RESULTS, 8, "grade", "9"),
        f"W10 {_RESULTS}:8:7",
        f"W10 {_RESULTS}:9:7",
    ),
    case(
        "rounded, and each grade that looks so leaves enough doubt",
        cell(_RESULTS, 8, "grade", "8.1"),
        f"W10 {_RESULTS}:9:7",
    ),
    case("rounded where the policy has nothing done", _FAIL, f"W10 {_RESULTS}:9:7"),
    case("the mark of the rule of before", cell(_RESULTS, 9, "grade", "secondary"), f"W11 {_RESULTS}:9:7"),
    case(
        "the mark of the rule of before, and none is withheld",
        cell(_RESULTS, 4, "grade", "secondary"),
        f"W11 {_RESULTS}:4:7",
    ),
    case(
        # The total is withheld, and is its one service. Of 1.0 to 1.4 a 1 leaves less than half a point; so does hiding
        # it: no other grade is hidden there.
        "a grade that can be worked out, whatever is hidden",
        all_of(
            private(),
            cell(_RESULTS, 9, "grade", "1.2"),
            cell(_RESULTS, 8, "grade", ""),
            cell(_RESULTS, 8, "publication", "nee"),
            cell(_RESULTS, 8, "net_sample", "25"),
            cell(_RESULTS, 8, "completed", "15"),
            without_line(_RESULTS, 10),
            without_line(_RESULTS, 7),
        ),
        f"W08 {_RESULTS}:7:7",
        f"W01 {_RESULTS}:7:8",
    ),
    case("hidden where rounding is not enough", _HIDDEN),
    case(
        "an exact grade that must be hidden, in a public repository: the row, and the opinion beside the total",
        ONLY_HIDING,
        f"W02 {_REPORTS}:4:7",
        f"W02 {_RESULTS}:8:7",
        f"W02 {_RESULTS}:9:7",
    ),
    case(
        "counts that do not give a withheld grade",
        all_of(
            private(),
            cell(_RESULTS, 6, "publication", "nee"),
            cell(_COUNTS, 3, "grade_6", "1"),
            cell(_COUNTS, 3, "grade_9", "1"),
        ),
        f"W04 {_COUNTS}:3:5",
        f"W01 {_RESULTS}:6:8",
    ),
    case("counts that do not give the grade", cell(_RESULTS, 6, "grade", "7.1"), f"W07 {_COUNTS}:3:5"),
    case("counts of nobody", swapped(_COUNTS, 3, "0,0,0,0,0,2,4,2,0,0", "0,0,0,0,0,0,0,0,0,0"), f"W07 {_COUNTS}:3:5"),
    case(
        "no policy for a period: its report once",
        all_of(ruled("versions.0.applies_from", "2021-01-01"), ruled("versions.1.applies_from", "2021-01-02")),
        f"W05 {_RESULTS_2020}:2:2",
    ),
    case("versions of one day", ruled("versions.0.applies_from", "2021-01-01"), f"W06 {_POLICY}:{_SECOND}:5"),
    case("versions not in order", ruled("versions.1.applies_from", "2014-12-31"), f"W06 {_POLICY}:{_SECOND}:5"),
]

_CASES = [*_FILES, *_YAML, *_PROVIDERS, *_ROWS, *_MEASUREMENTS, *_BESIDE, *_RULES]


def test_the_register_without_a_fault_gives_no_finding(register_folder: Path) -> None:
    assert findings_of(register_folder) == []


def test_a_period_of_one_day_is_a_period(register_folder: Path) -> None:
    cell(_REPORTS, 3, "period_start", "2021-06-30")(register_folder)
    assert findings_of(register_folder) == []


@pytest.mark.parametrize("each", _CASES, ids=lambda each: each.name)
def test_a_fault_gives_its_finding_and_no_other(each: Case, register_folder: Path) -> None:
    each.fault(register_folder)
    assert findings_of(register_folder) == list(each.findings)


def test_every_code_is_provoked() -> None:
    provoked = {finding.split()[0] for each in _CASES for finding in each.findings}
    # The others by the tests of the import, and of the guard.
    of_others = {code for code in CODES if code.startswith(("I", "G"))}
    assert provoked == set(CODES) - of_others


def test_no_two_cases_have_one_name() -> None:
    names = [each.name for each in _CASES]
    assert len(set(names)) == len(names)
