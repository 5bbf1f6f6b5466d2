"""A small register of invented providers, and ways to damage it: an edit is a function of the register's folder."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import yaml
from support.project import ROOT

from generator.disclosure.opening import Judged, open_register
from generator.disclosure.public import PublicRegister
from generator.disclosure.withholding import withhold

Edit: TypeAlias = Callable[[Path], None]

# The generated pages that the menu names: no site can do without.
IN_THE_MENU = (
    "index.md",
    "aanbieders/index.md",
    "diensten/index.md",
    "vergelijken.md",
    "uitleg.md",
    "correcties.md",
    "open-data/index.md",
)

ROOT_DATA = ROOT / "data"

SERVICES = """\
number,id,name_nl,name_en,also_called,retired
1,eerste-hulp,Verzonnen eerste hulp,Invented first help,hulp; bijstand,
2,tweede-hulp,"Verzonnen hulp, de tweede",Invented second help,,
3,vierde-hulp,Verzonnen vierde hulp,Invented fourth help,,
4,vroegere-hulp,Verzonnen vroegere hulp,Invented former help,,2021-01-01
"""

ALFA = """\
id: verzonnen-alfa
name: Verzonnen Alfa
former_names:
  - Bedacht Alfa
former_ids:
  - bedacht-alfa
website: https://alfa.example
services:
  - eerste-hulp
  - tweede-hulp
provinces:
  - utrecht
status: active
"""

BETA = """\
id: verzonnen-beta
name: Verzonnen Bèta
services:
  - eerste-hulp
status: ended
since: 2022-01-01
"""

GAMMA = """\
id: verzonnen-gamma
name: Verzonnen Gamma
services:
  - eerste-hulp
  - tweede-hulp
status: active
"""

_REPORT_COLUMNS = (
    "provider,period_start,period_end,report_date,status,source,promoter_score,very_satisfied,satisfied,dissatisfied,"
    "very_dissatisfied,no_opinion,staff_strength,strength_1,strength_2,strength_3,strength_4,telephone_option\n"
)
_MEASURED = "50.0,60,30,5,3,2,Luisteren,Snelheid,Bereikbaarheid,,,no"
REPORTS_2020 = f"""\
{_REPORT_COLUMNS}\
verzonnen-alfa,2020-01-01,2020-12-31,2021-02-01,final,"Verzonnen bureau, rapport 1",{_MEASURED}
"""
REPORTS_2021 = f"""\
{_REPORT_COLUMNS}\
verzonnen-alfa,2021-01-01,2021-12-31,2022-02-01,final,"Verzonnen bureau, rapport 2",{_MEASURED}
verzonnen-beta,2020-07-01,2021-06-30,2021-08-01,final,Verzonnen bureau,,,,,,,,,,,,yes
verzonnen-gamma,2021-01-01,2021-12-31,2022-02-01,draft,Verzonnen bureau,-12.5,34,33,33,0,0,,,,,,no
"""

_RESULT_COLUMNS = "provider,period_end,audience,service,net_sample,completed,grade,publication\n"
RESULTS_2020 = f"""\
{_RESULT_COLUMNS}\
verzonnen-alfa,2020-12-31,client,eerste-hulp,10,5,7.9,ja
verzonnen-alfa,2020-12-31,client,total,14,7,7.8,ja
verzonnen-alfa,2020-12-31,client,vroegere-hulp,4,2,7.5,ja
verzonnen-alfa,2020-12-31,commissioner,total,4,0,,ja
"""
# Line 7 is sealed: too few answered, and the grade is not there. Line 10 is anonymised by the agency. Line 9 is sealed
# to whole points: all 20 gave 169 to 171 points, and with an 8.0 these 15 gave 120, so that line 10 is a 9 or a 10.
RESULTS_2021 = f"""\
{_RESULT_COLUMNS}\
verzonnen-alfa,2021-12-31,client,eerste-hulp,10,6,8.0,ja
verzonnen-alfa,2021-12-31,client,total,40,20,8.3,ja
verzonnen-alfa,2021-12-31,client,tweede-hulp,30,14,8.4,ja
verzonnen-alfa,2021-12-31,commissioner,total,20,4,7.5,ja
verzonnen-beta,2021-06-30,client,total,12,8,7.0,ja
verzonnen-gamma,2021-12-31,client,eerste-hulp,20,4,,nee
verzonnen-gamma,2021-12-31,client,total,46,20,8.5,ja
verzonnen-gamma,2021-12-31,client,tweede-hulp,25,15,8,ja
verzonnen-gamma,2021-12-31,client,vierde-hulp,1,1,*,ja
"""

DISTRIBUTIONS_2021 = """\
provider,period_end,audience,service,grade_1,grade_2,grade_3,grade_4,grade_5,grade_6,grade_7,grade_8,grade_9,grade_10
verzonnen-alfa,2021-12-31,commissioner,total,0,0,0,0,0,0,1,3,0,0
verzonnen-beta,2021-06-30,client,total,0,0,0,0,0,2,4,2,0,0
"""

REPLY = """\
# Reactie

Wij danken onze *verzonnen* cliënten.
"""

CORRECTIONS = """\
corrected_on,provider,period_end,what,reason
2022-03-01,verzonnen-alfa,2021-12-31,Rapportcijfer van de opdrachtgevers,"Tikfout, gemeld door de aanbieder"
"""

_RULES = """\
    reply_window:
      days: 21
      source: Verzonnen handboek
    response_requirement:
      steps:
        - invited_below: 20
          required: 50
        - required: 30
      inferred: yes
      source: Verzonnen handboek
    minimum_respondents:
      completed: 2
      source: Verzonnen handboek
    norm:
      total: 6.5
      service: 5.5
      insufficient: 5
      source: Verzonnen handboek
    certainty:
      impression_from: 10
      fairly_certain_from: 30
      source: Verzonnen handboek
    disclosure:
      attacker: outsider
      one_person: 2.0
      several: 0.5
      means: round
      source: Verzonnen handboek
"""
POLICY = f"""\
repository: public
versions:
  - applies_from: 2015-01-01
{_RULES}\
  - applies_from: 2021-01-01
{_RULES}"""

FILES = {
    "services.csv": SERVICES,
    "corrections.csv": CORRECTIONS,
    "policy.yaml": POLICY,
    "providers/verzonnen-alfa.yaml": ALFA,
    "providers/verzonnen-beta.yaml": BETA,
    "providers/verzonnen-gamma.yaml": GAMMA,
    "reports/2020.csv": REPORTS_2020,
    "reports/2021.csv": REPORTS_2021,
    "results/2020.csv": RESULTS_2020,
    "results/2021.csv": RESULTS_2021,
    "distributions/2021.csv": DISTRIBUTIONS_2021,
    "replies/verzonnen-alfa/2021-12-31.md": REPLY,
}


def write_register(folder: Path) -> Path:
    """Write a whole register without a fault into ``folder``/data, and return that."""
    data = folder / "data"
    for file, text in FILES.items():
        path = data / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return data


def judged(data: Path) -> Judged:
    """The register in a folder; it has rules."""
    opened = open_register(data)
    assert isinstance(opened, Judged), opened.findings
    return opened


def public_on(data: Path, as_of: date = date(2026, 1, 1)) -> PublicRegister:
    """What the public may know of the register in a folder on a day."""
    there = judged(data)
    return withhold(there.register, there.policy, as_of)


def findings_of(data: Path) -> list[str]:
    """Each finding as its code and its place, in the order of the places: ``R07 results/2021.csv:14:7``."""
    return [f"{finding.code} {finding.at}" for finding in open_register(data).findings]


def contents(data: Path) -> dict[str, bytes]:
    """Every file of the register, byte for byte."""
    return {path.relative_to(data).as_posix(): path.read_bytes() for path in data.rglob("*") if path.is_file()}


def all_of(*edits: Edit) -> Edit:
    """Several edits, one after another."""

    def edit(data: Path) -> None:
        for each in edits:
            each(data)

    return edit


def swapped(file: str, line: int, old: str, new: str) -> Edit:
    """Replace ``old``, which must stand on the line (counted from 1) just once."""

    def change(lines: list[str]) -> None:
        assert lines[line - 1].count(old) == 1, f"{old!r} stands on line {line} {lines[line - 1].count(old)} times"
        lines[line - 1] = lines[line - 1].replace(old, new)

    return _of_lines(file, change)


def cell(file: str, line: int, column: str, value: str) -> Edit:
    """Put another value into a cell of a line in which no text is quoted."""

    def change(lines: list[str]) -> None:
        fields = lines[line - 1].split(",")
        header = lines[0].split(",")
        assert len(fields) == len(header), f"line {line} has quotes"
        fields[header.index(column)] = value
        lines[line - 1] = ",".join(fields)

    return _of_lines(file, change)


def inserted(file: str, line: int, text: str) -> Edit:
    """Insert a line, which becomes line ``line``."""
    return _of_lines(file, lambda lines: lines.insert(line - 1, text))


def appended(file: str, text: str) -> Edit:
    """Add a line at the end."""
    return _of_lines(file, lambda lines: lines.append(text))


def without_line(file: str, line: int) -> Edit:
    """Remove a line."""
    return _of_lines(file, lambda lines: lines.__delitem__(line - 1))


def written(file: str, content: str | bytes) -> Edit:
    """Write a whole file."""

    def edit(data: Path) -> None:
        path = data / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    return edit


def removed(file: str) -> Edit:
    """Remove a file."""
    return lambda data: (data / file).unlink()


def piped(file: str) -> Edit:
    """Put a named pipe in a file's place: whoever reads it waits for ever."""
    return lambda data: os.mkfifo(data / file)


def made(folder: str) -> Edit:
    """Make a folder."""
    return lambda data: (data / folder).mkdir()


def moved(name: str, target: str) -> Edit:
    """Move a file or a folder."""

    def edit(data: Path) -> None:
        (data / name).rename(data / target)

    return edit


def linked(file: str, target: str) -> Edit:
    """Put a symbolic link in the place of a file."""

    def edit(data: Path) -> None:
        (data / file).unlink(missing_ok=True)
        (data / file).symlink_to(target)

    return edit


def ruled(path: str, value: str) -> Edit:
    """Put another value into the policy, by its keys and places in lists: ``versions.0.reply_window.days``."""

    def edit(data: Path) -> None:
        file = data / "policy.yaml"
        text = file.read_text(encoding="utf-8")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        assert node is not None
        for key in path.split("."):
            children = {name.value: child for name, child in node.value} if isinstance(node, yaml.MappingNode) else {}
            node = children[key] if children else node.value[int(key)]
        file.write_text(text[: node.start_mark.index] + value + text[node.end_mark.index :], encoding="utf-8")

    return edit


def private() -> Edit:
    """Say that nobody else can read the repository, so that withheld grades may stand in it."""
    return swapped("policy.yaml", 1, "public", "private")


def _of_lines(file: str, change: Callable[[list[str]], None]) -> Edit:
    def edit(data: Path) -> None:
        path = data / file
        lines = path.read_bytes().decode().removesuffix("\n").split("\n")
        change(lines)
        path.write_bytes(("\n".join(lines) + "\n").encode())

    return edit


# A report of gamma that only hiding protects. All 19 gave 180 or 181 points and 15 of them 139 or 140, so that the
# other 4 gave nothing but tens. It stays so when both are rounded: beside a total from 9.5, that service is a 9.3
# or a 9.4.
ONLY_HIDING = all_of(
    without_line("results/2021.csv", 10),
    cell("results/2021.csv", 8, "net_sample", "45"),
    cell("results/2021.csv", 8, "completed", "19"),
    cell("results/2021.csv", 8, "grade", "9.5"),
    cell("results/2021.csv", 9, "grade", "9.3"),
)
