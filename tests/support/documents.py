"""The pages of docs/ that come from code and tests, so that they cannot say something else. `make docs` writes them."""

from collections.abc import Mapping, Sequence

import click
from spec.publication_rules import REPORTS, ROWS, SHORT, WHOLE, Rule
from support import house
from support.project import ROOT
from year.work import YEAR, Work

from generator.commands.main import main, purpose
from generator.demo.cases import CASES
from generator.findings.codes import CODES
from generator.reports.delivery.columns import COLUMNS

DOCS = ROOT / "docs"

_RULES_HEAD = """\
# The rules of publication

*Made by `make docs` from `tests/spec/publication_rules.py`; each line of each table is a test.*

These rules decide in this order what the public may see. They are in `rules.py` and `suppression.py` of
`generator/disclosure/`; their numbers are in `data/policy.yaml`. A rule can only withhold: it never gives back what an
earlier rule withheld.
"""

_RULES_TAIL = """\
Rule 7 looks only at what rules 1 to 6 leave public (`suppression.py`). `generator audit` prints how closely each
withheld grade can be worked out. Why the rule is so, and what it does not promise:
[0018](decisions/0018-round-before-hiding.md). In a public repository `data/` may not tell more either: `generator seal`
leaves the whole number, or `hidden`.

## What else follows

- The other answers of clients (how satisfied, the promoter score, strengths) are shown only where the grade of all
  clients together is shown: they come from the same people.
- The public model knows how often each grade was given only where no grade of that audience in that report is
  withheld: by subtracting such counts one gets a grade exactly.
- A provider without a public report is not on the site: else the site would show that a first report is coming.
- The version of the policy that applies to the last day of a period decides about that period.
- What was public and is not any more leaves a line that says so, from the day of that line: `data/corrections.csv`
  ([wrong-report.md](wrong-report.md)).
"""

_FINDINGS_HEAD = """\
# Findings

*Made by `make docs` from `generator/findings/codes.py`.*

Every problem of the input is a finding. `make check` prints them all in one run:

    data/results/2021.csv:14:7 R07 error: grade 84 is not between 1.0 and 10.0
      expected a grade with one decimal and a dot; did you mean 8.4?
      mend     Copy the grade from the report; 0 is never a grade.

The first line says where (file, line, column), which finding, and what the file says there. In a CSV file the column is
the number of the field. In a YAML file, and for a character that cannot be read, it is the number of the character. An
**error** stops the build, and the last good site stays; a **warning** does not. `generator check --format json` and
`--format github` say the same to programs.

| code | what | level | how to mend it |
| --- | --- | --- | --- |
"""


def documents() -> Mapping[str, str]:
    """Each made page by its name in docs/."""
    return {
        "publication-rules.md": _publication_rules(),
        "findings.md": _findings(),
        "import.md": _import(),
        "maintaining.md": _maintaining(),
        "demo.md": _demo(),
        "architecture.md": _architecture(),
        "commands.md": _commands(),
    }


def _architecture() -> str:
    """The page with its rooms made anew; the rest is written by hand."""
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    header = [_line(["room", "what it is for", "more"]), _line(["---"] * 3)]
    return _filled(text, "rooms", [*_rooms(house.PROGRAM, header), "", _SITE_ROOMS, "", *_rooms(house.SITE, header)])


def _rooms(package: str, header: Sequence[str]) -> Sequence[str]:
    rows = (_line([each.replace("``", "`") for each in room]) for room in house.table(package))
    return [*house.drawing(package), "", *header, *rows]


_SITE_ROOMS = "`site/` has rooms of its own:"


def _demo() -> str:
    """The page with its table of cases made anew; the rest is written by hand."""
    text = (DOCS / "demo.md").read_text(encoding="utf-8")
    cases = [_line([f"`{case.id}`", case.shows]) for case in CASES]
    return _filled(text, "cases", [_line(["id", "shows"]), _line(["---"] * 2), *cases])


def _commands() -> str:
    """The page with its table of commands made anew; the rest is written by hand."""
    text = (DOCS / "commands.md").read_text(encoding="utf-8")
    context = click.Context(main)
    rows = (
        _line([f"`{_usage(name, command)}`", purpose(name), _options(command)])
        for name in main.list_commands(context)
        if (command := main.get_command(context, name))
    )
    header = [_line(["command", "what it does", "options"]), _line(["---"] * 3)]
    return _filled(text, "commands", [*header, *rows])


def _usage(name: str, command: click.Command) -> str:
    arguments = (
        each.make_metavar(click.Context(command)) for each in command.params if isinstance(each, click.Argument)
    )
    return " ".join([name, *arguments])


def _options(command: click.Command) -> str:
    options = (each for each in command.params if isinstance(each, click.Option) and "--quiet" not in each.opts)
    return ", ".join(f"`{max(each.opts, key=len)}`" for each in options)


def _maintaining() -> str:
    """The page with its table of a year's work made anew; the rest is written by hand."""
    text = (DOCS / "maintaining.md").read_text(encoding="utf-8")
    work = [_line([each.what, each.done, _end(each)]) for each in YEAR]
    return _filled(
        text, "year", [_line(["what happens", "what changes in data/", "how it ends"]), _line(["---"] * 3), *work]
    )


def _end(work: Work) -> str:
    if work.refused:
        return f"refused by `generator {work.refused[0]}`: {work.refused[1]}"
    return "public" if work.shown else "nothing changes: it waits for its day"


def _import() -> str:
    """The page with its two tables made anew; the rest is written by hand."""
    text = (DOCS / "import.md").read_text(encoding="utf-8")
    header = [_line(["column", "names that are understood"]), _line(["---", "---"])]
    columns = [_line([f"`{names[0]}`", ", ".join(names[1:])]) for names in COLUMNS.values()]
    text = _filled(text, "columns", [*header, *columns])
    header = [_line(["code", "what", "level", "what to do"]), _line(["---"] * 4)]
    codes = [
        _line([name, code.title, code.severity, code.mend]) for name, code in CODES.items() if name.startswith("I")
    ]
    return _filled(text, "findings", [*header, *codes])


def _filled(text: str, name: str, lines: Sequence[str]) -> str:
    """``text`` with these lines between the two marks."""
    before, mark, rest = text.partition(f": {name} -->\n")
    _, end, after = rest.partition("<!-- end -->")
    table = "\n".join(["", *lines, "", ""])
    return f"{before}{mark}{table}{end}{after}"


def _publication_rules() -> str:
    return "\n".join([_RULES_HEAD, *(_section(rule) for rule in (*REPORTS, *ROWS, WHOLE, SHORT)), _RULES_TAIL])


def _section(rule: Rule) -> str:
    header, *lines = (rule.cells(line) for line in rule.examples.strip().splitlines())
    table = [_line(header), _line(["---"] * len(header)), *(_line(_literal(cells)) for cells in lines)]
    return f"## {rule.title}\n\n{rule.text}\n\n" + "\n".join(table) + "\n"


def _literal(cells: list[str]) -> list[str]:
    return [f"`{cell}`" if cell == "*" else cell for cell in cells]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _findings() -> str:
    lines = (_line([name, code.title, code.severity, code.mend]) for name, code in CODES.items())
    return _FINDINGS_HEAD + "\n".join(lines) + "\n"


def write() -> None:
    """Write every made page."""
    for name, text in documents().items():
        (DOCS / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
