"""`generator import`."""

import shlex
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click
from click.core import ParameterSource

from generator.commands.common import AS_OF, DATA, MENDED_BY_IMPORT, Exit, hold, usable
from generator.commands.importing import keep_early, read_surveys, what_waits, write_to
from generator.commands.terminal import say, tell
from generator.commands.waiting import WAITING
from generator.disclosure.policy import Policy, Repository
from generator.findings.codes import Severity
from generator.findings.findings import Finding, Format, counted, has_errors
from generator.findings.printing import print_findings, summary
from generator.importing.choices import Choice
from generator.importing.identifying import Naming
from generator.importing.notes import Said
from generator.importing.prepared import Decisions, Import
from generator.importing.printing import print_choices, print_import
from generator.importing.waiting import prepare_parted
from generator.register.corrections import ends_badly
from generator.register.fields import is_provider_id
from generator.register.records import Register
from generator.register.text import first_unseen
from generator.reports.reading import report_files

_LONGEST_LINE = 200  # characters of a name or a reason


def _one_line(context: click.Context, option: click.Parameter, text: str | None) -> str | None:
    """The value of an option as one line of text that data/ can hold."""
    del context
    if text is None:
        return None
    line = " ".join(text.split())
    if not line or len(line) > _LONGEST_LINE or first_unseen(line) is not None:
        raise click.BadParameter(f"give {option.name} as text of at most {_LONGEST_LINE} characters that can be seen.")
    return line


def _reason(context: click.Context, option: click.Parameter, text: str | None) -> str | None:
    """The value of an option as a sentence that pages can show."""
    line = _one_line(context, option, text)
    if line and ends_badly(line):
        raise click.BadParameter("it ends in two full stops.")
    return line


@click.command("import")
@click.argument("reports", nargs=-1, required=True, type=click.Path(path_type=Path))
@DATA
@click.option("--write", is_flag=True, help="Write what is printed; without it nothing is written.")
@click.option(
    "--wait", is_flag=True, help="Keep early reports in the --waiting folder; `release` imports it on its day."
)
@WAITING
@click.option("--provider", metavar="ID", help="The known provider whose report it is.")
@click.option("--new-provider", metavar="ID", help="The id, for ever, of the new provider whose report it is.")
@click.option(
    "--name", callback=_one_line, help="The name of the new provider, where the report spells it in more than one way."
)
@click.option(
    "--correction",
    metavar="REASON",
    callback=_reason,
    help="Why a report that is there changes; the public reads it.",
)
@click.option("--unsealed", is_flag=True, help="Keep withheld grades in data/: for a private repository.")
@AS_OF
def command(  # noqa: PLR0913, PLR0917 - a parameter for each option
    reports: tuple[Path, ...],
    data: Path,
    write: bool,  # noqa: FBT001 - click gives flags by position
    wait: bool,  # noqa: FBT001 - the same
    waiting: Path,
    provider: str | None,
    new_provider: str | None,
    name: str | None,
    correction: str | None,
    unsealed: bool,  # noqa: FBT001 - the same
    as_of: datetime,
) -> None:
    """Read survey reports or deliveries (files or folders), and print what they would add to the register.

    With --write it is written as well: all of it, or nothing where a finding is an error. With --wait a report that
    nobody may see yet is kept outside data/, whether or not the rest is written.
    """
    hold(data, "nothing was written", writes=write or wait)
    there = usable(data, "was not imported into: these come first", MENDED_BY_IMPORT)
    naming = Naming(provider, new_provider, name)
    _refuse_wrong_naming(naming, there.register)
    _refuse_unsealed(there.policy, unsealed=unsealed, wait=wait)
    files, findings = report_files(reports, there.register.charter.agency.reader)
    read, wrong = read_surveys(files, there.register)
    surveys = [survey for _, survey in read]
    if naming.is_given and len(surveys) > 1:
        raise click.UsageError(f"--provider and --new-provider are about one report; here are {len(surveys)}.")
    decisions = Decisions(naming, correction, not unsealed, as_of.date())
    prepared, early = prepare_parted(data, there, surveys, decisions, waits=wait)
    findings = sorted({*findings, *wrong, *prepared.findings})
    if has_errors(findings):
        _refuse_surveys(findings, prepared.choices)
    if write:
        write_to(data, prepared)  # before anything is printed: the reader may close the output early
    said = Said(provider=provider, new_provider=new_provider, name=name, correction=correction)
    kept = keep_early(waiting, read, early, said)
    say(print_import(Import(tuple(early), [], {}, {}), data.as_posix(), as_of.date()), nl=False)
    say(print_import(prepared, data.as_posix(), as_of.date()), nl=False)
    if findings:
        tell(f"\n{print_findings(findings, Format.TEXT, '')}\n")
    if prepared.contents and not write:
        ours = [choice for choice in prepared.choices if len(surveys) == 1]
        as_it_is = Choice("", "", "write what is printed here", ("--write",))
        say(f"{print_choices([as_it_is, *ours], _again)}\n")
    for path, report in kept:
        say(what_waits(path, report, as_of.date()))
    if prepared.entries or not kept:
        say(_said(prepared, data, findings, write=write))


def _refuse_unsealed(policy: Policy, *, unsealed: bool, wait: bool) -> None:
    if unsealed and policy.repository is Repository.PUBLIC:
        raise click.UsageError("--unsealed is for a private repository, and policy.yaml says that this one is public.")
    if unsealed and wait:
        raise click.UsageError("--unsealed is for a private repository, in which nothing has to wait.")


def _refuse_surveys(findings: list[Finding], choices: Sequence[Choice]) -> None:
    """Print the findings about the reports and the commands that answer them, and end the command."""
    tell(print_findings(findings, Format.TEXT, ""))
    errors = {finding.code for finding in findings if finding.severity is Severity.ERROR}
    asked = [choice for choice in choices if choice.code in errors]
    if asked:
        click.echo(f"\n{print_choices(asked, _again)}\n")
    click.echo(f"{summary(findings)}; nothing was written.", err=True)
    raise SystemExit(Exit.FINDINGS)


def _again(choice: Choice) -> str:
    """The import command as it was typed, with the options of ``choice``.

    If the choice names a report, the command is for that report alone, and does not write: the maintainer looks first.
    """
    context = click.get_current_context()
    called, typed = context.find_root().info_name or "generator", sys.argv[0]
    words = [typed] if Path(typed).name == called else called.split()
    words.append("import")
    given = dict(context.params)
    if choice.file:
        given |= {"reports": (choice.file,), "write": False, "provider": None, "new_provider": None, "name": None}
    for parameter in context.command.params:
        value = given.get(parameter.name or "", ())
        if isinstance(parameter, click.Argument):
            words += [f"./{path}" if str(path).startswith("-") else str(path) for path in value]
        elif value and context.get_parameter_source(parameter.name or "") is ParameterSource.COMMANDLINE:
            shown = value.date() if isinstance(value, datetime) else value
            words += [parameter.opts[0], *([] if value is True else [str(shown)])]
    return shlex.join([*words, *choice.options])


def _refuse_wrong_naming(naming: Naming, register: Register) -> None:
    if naming.provider is not None and naming.new_provider is not None:
        raise click.UsageError("--provider is for a known provider, --new-provider for a new one: give one of the two.")
    if naming.provider is not None and naming.provider not in register.providers:
        raise click.UsageError(
            f"there is no provider {naming.provider!r}: see data/providers/, or give --new-provider."
        )
    if naming.new_provider is not None and not is_provider_id(naming.new_provider):
        raise click.UsageError(f"{naming.new_provider!r} can be no id: use small letters, digits and single hyphens.")
    if naming.name and naming.new_provider is None:
        raise click.UsageError("--name is the name of a new provider: give --new-provider with its id.")


def _said(prepared: Import, data: Path, findings: list[Finding], *, write: bool) -> str:
    reports = counted(len(prepared.entries), "report")
    if not prepared.contents:
        return f"{data}: {reports}, nothing new."
    files = counted(len(prepared.contents), "file")
    if write:
        is_early = any(finding.code == "I37" for finding in findings)
        wait = " Do not push it yet: see I37." if is_early else ""
        return f"{data}: {reports} imported, {files} written. See `git add {data} && git diff --cached`.{wait}"
    return f"{data}: {reports} read, {files} would change. Nothing was written: --write does."
