"""The commands. Each joins what the rooms do; what is decided is decided there."""

import io
import shlex
import shutil
import sys
from contextlib import AbstractContextManager
from datetime import date, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import click
from click.core import ParameterSource
from rich.console import Console
from rich.progress import Progress

from generator.changes.addresses import affected, digests
from generator.changes.difference import difference, uncorrected
from generator.changes.printing import Difference, Layout, print_difference
from generator.changes.versions import NoSuchVersionError, extract_version
from generator.demo.making import UnfitRegisterError, demo_register, planned
from generator.demo.plans import REFERENCE_DAY
from generator.demo.writing import ForeignFolderError, demo_files, refuse_foreign_folder, write_demo
from generator.disclosure.audit import audit_versions
from generator.disclosure.audit_printing import print_audit
from generator.disclosure.importing import Decisions, Import, prepare
from generator.disclosure.policy import Policy, Repository, read_policy
from generator.disclosure.printing import print_choices, print_import
from generator.disclosure.protecting import UnsafeReportError
from generator.disclosure.public import PublicRegister
from generator.disclosure.review import review
from generator.disclosure.rules import MissingGradeError
from generator.disclosure.sealing import seal as seal_register
from generator.disclosure.withholding import by_rows, withhold
from generator.engine import building, serving
from generator.engine.claim import Claim, claimed
from generator.engine.errors import EngineError
from generator.engine.permanence import permanent_addresses
from generator.guard.command import guard
from generator.locking import locked
from generator.register.addresses import ADDRESSES_FILE, read_addresses, with_addresses
from generator.register.codes import Severity
from generator.register.fields import is_provider_id
from generator.register.findings import Finding, Format, has_errors
from generator.register.printing import print_findings, summary
from generator.register.reading import read_register
from generator.register.records import Register
from generator.register.text import is_unseen
from generator.register.writing import replace_files
from generator.reports.choices import Choice
from generator.reports.labels import Labels
from generator.reports.measurements import Naming
from generator.reports.reading import read_file, report_files
from generator.reports.survey import Survey
from generator.site.content.content import content
from generator.site.settings import Settings, SettingsError, read_settings

FINDINGS, ENGINE_FAILED = 1, 3
MOST_PROVIDERS = 20_000  # for which a demo has names
_LONGEST_LINE = 200  # characters of a name or a reason
# What stands in data/ though it is withheld, and what rule 7 refuses: neither changes what a version shows.
_OF_THE_DOOR = {"W02", "W08"}
# Grades that are rounded or hidden in data/ and should not be: their mend is to import the report again.
_MENDED_BY_IMPORT = {"W10", "W11"}

_DATA = click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("data"),
    show_default=True,
    help="The folder of the register.",
)
_SITE = click.option(
    "--site",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("site"),
    show_default=True,
    help="The folder of the finished site.",
)


_AS_OF = click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    default=lambda: date.today().isoformat(),  # noqa: DTZ011 - the maintainer's own day
    show_default="today",
    help="The day on which the calendar is judged.",
)


def _one_line(context: click.Context, option: click.Parameter, text: str | None) -> str | None:
    """What an option says as one line of text that can stand in data/."""
    del context
    if text is None:
        return None
    line = " ".join(text.split())
    if not line or len(line) > _LONGEST_LINE or any(is_unseen(character) for character in line):
        raise click.BadParameter(f"give {option.name} as text of at most {_LONGEST_LINE} characters that can be seen.")
    return line


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Publish the register of ratings as a static site, and withhold what may not be known."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What a file holds must reach a terminal that cannot show it, rather than end in a traceback.
            stream.reconfigure(errors="backslashreplace")


main.add_command(guard)


@main.command()
@_DATA
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    default=Format.TEXT.value,
    show_default=True,
    help="For a person, a program, or annotations on a pull request.",
)
def check(data: Path, form: str) -> None:
    """Read the whole register and print every finding; exit with 1 when one is an error."""
    _, _, findings = _read(data)
    _print(findings, Format(form), data)
    if form == Format.TEXT:
        click.echo(f"{data}: {summary(findings)}")
    if has_errors(findings):
        raise SystemExit(FINDINGS)


@main.command()
@_DATA
@_SITE
@click.option(
    "--docs",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("build/docs"),
    show_default=True,
    help="The folder of the Markdown pages.",
)
@_AS_OF
def build(data: Path, site: Path, docs: Path, as_of: datetime) -> None:
    """Check the register, withhold what may not be known, and make the site of the rest.

    The last site stays as it is until a whole new one replaces it.
    """
    if not Path("mkdocs.yml").is_file():
        raise click.UsageError("there is no mkdocs.yml here: run this in the project's folder")
    try:
        building.refuse_unsafe_folders(Path(), data, docs, site)
        settings = read_settings(Path())
    except (building.UnsafeFolderError, SettingsError) as error:
        raise click.UsageError(f"{error}.") from None
    # Before the register is read: who waits for another build must know what that one published.
    claim = _claimed(docs, site)
    register, policy = _read_without_errors(data)
    public = withhold(register, policy, as_of.date())
    try:
        with Console(stderr=True).status(f"Building {site}"):
            made = content(public, settings, register.addresses)
            building.build_claimed(made, Path(), claim)
    except EngineError as error:
        _fail(error, site)
    click.echo(f"{site}: {len(public.providers)} providers, from {data} as of {as_of:%Y-%m-%d}.")
    for identity in made.withdrawn:
        click.echo(
            f"/aanbieders/{identity}/ was published, and nothing of it is public now: its page says so.", err=True
        )
    if as_of.date() <= date.today():  # noqa: DTZ011 - what the calendar has yet to open was not published
        _promise(data, register, site)


def _claimed(docs: Path, site: Path) -> Claim:
    """A claim on both folders until the command ends."""
    try:
        return click.get_current_context().with_resource(claimed(docs, site, _say_waiting))
    except EngineError as error:
        _fail(error, site)


def _locked(data: Path) -> AbstractContextManager[None]:
    """The register, for one command at a time to write."""
    return locked(data / ".lock", partial(_say_waiting, data))


def _hold(data: Path, otherwise: str) -> None:
    """Lock the register for the command, before it is read: so nothing is written over what another one did."""
    try:
        click.get_current_context().with_resource(_locked(data))
    except OSError as error:
        raise click.ClickException(f"{error.filename or data}: {error.strerror}; {otherwise}") from None


def _say_waiting(folder: Path) -> None:
    click.echo(f"{folder} is being written by another command; this one goes on when that has ended.", err=True)


def _fail(error: EngineError, site: Path) -> NoReturn:
    click.echo(f"{error}\n{site} was not built; what was there is still there.", err=True)
    raise SystemExit(ENGINE_FAILED)


def _promise(data: Path, register: Register, site: Path) -> None:
    """Add what is published now to the addresses that must answer for ever."""
    published = permanent_addresses(site)
    new = published - register.addresses
    if not new:
        return
    try:
        with _locked(data):
            noted, _ = read_addresses(data)  # again: a build into another folder may have added some since
            replace_files(data, {ADDRESSES_FILE: with_addresses(register.addresses | noted, published).encode()})
    except OSError as error:
        click.echo(f"{data / ADDRESSES_FILE}: {error.strerror}; {len(new)} new addresses are not noted.", err=True)
    else:
        click.echo(f"{data / ADDRESSES_FILE}: {len(new)} new, which must answer for ever; commit it with the rest.")


@main.command("import")
@click.argument("reports", nargs=-1, required=True, type=click.Path(path_type=Path))
@_DATA
@click.option("--write", is_flag=True, help="Write what is printed; without it nothing is written.")
@click.option("--provider", metavar="ID", help="The known provider whose report it is.")
@click.option("--new-provider", metavar="ID", help="The id, for ever, of the new provider whose report it is.")
@click.option(
    "--name", callback=_one_line, help="The name of the new provider, where the report spells it in more than one way."
)
@click.option(
    "--correction",
    metavar="REASON",
    callback=_one_line,
    help="Why a report that is there changes; the public reads it.",
)
@click.option("--unsealed", is_flag=True, help="Keep withheld grades in data/: for a private repository.")
@_AS_OF
def import_(  # noqa: PLR0913, PLR0917 - a parameter for each option
    reports: tuple[Path, ...],
    data: Path,
    write: bool,  # noqa: FBT001 - click gives flags by position
    provider: str | None,
    new_provider: str | None,
    name: str | None,
    correction: str | None,
    unsealed: bool,  # noqa: FBT001 - the same
    as_of: datetime,
) -> None:
    """Read survey reports or deliveries (files or folders), and print what they would add to the register.

    With --write it is written as well: all of it, or nothing where a finding is an error.
    """
    if write:
        _hold(data, "nothing was written")
    register, policy, known = _read(data)
    in_the_way = [finding for finding in known if finding.code not in _MENDED_BY_IMPORT]
    if policy is None or has_errors(in_the_way):
        _refuse(in_the_way, data, "was not imported into: these come first")
    naming = Naming(provider, new_provider, name)
    _refuse_wrong_naming(naming, register)
    if unsealed and policy.repository is Repository.PUBLIC:
        raise click.UsageError("--unsealed is for a private repository, and policy.yaml says that this one is public.")
    surveys, findings = _surveys(reports, register)
    if naming.is_given and len(surveys) > 1:
        raise click.UsageError(f"--provider and --new-provider are about one report; here are {len(surveys)}.")
    prepared = prepare(data, register, policy, surveys, Decisions(naming, correction, not unsealed, as_of.date()))
    findings = sorted({*findings, *prepared.findings})
    if has_errors(findings):
        click.echo(print_findings(findings, Format.TEXT, ""))
        errors = {finding.code for finding in findings if finding.severity is Severity.ERROR}
        choices = [choice for choice in prepared.choices if choice.code in errors]
        if choices:
            click.echo(f"\n{print_choices(choices, _again)}\n")
        click.echo(f"{summary(findings)}; nothing was written.", err=True)
        raise SystemExit(FINDINGS)
    if write:
        _write(data, prepared)  # before anything is printed: who reads that may stop doing so
    click.echo(print_import(prepared, data.as_posix(), as_of.date()), nl=False)
    if findings:
        click.echo(f"\n{print_findings(findings, Format.TEXT, '')}\n")
    if prepared.contents and not write:
        ours = [choice for choice in prepared.choices if len(surveys) == 1]
        as_it_is = Choice("", "", "write what is printed here", ("--write",))
        click.echo(f"{print_choices([as_it_is, *ours], _again)}\n")
    click.echo(_said(prepared, data, findings, write=write))


def _again(choice: Choice) -> str:
    """The import as it was typed, with the options of ``choice``.

    Where that names a report, for it alone, and without writing: what an answer gives is looked at first.
    """
    context = click.get_current_context()
    called, typed = context.find_root().info_name or "generator", sys.argv[0]
    words = [typed if Path(typed).name == called else called, "import"]
    given = dict(context.params)
    if choice.file:
        given |= {"reports": (choice.file,), "write": False, "provider": None, "new_provider": None, "name": None}
    for parameter in context.command.params:
        value = given[parameter.name or ""]
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


def _surveys(reports: tuple[Path, ...], register: Register) -> tuple[list[Survey], list[Finding]]:
    files, findings = report_files(reports)
    labels = Labels(register.services.values())
    surveys: list[Survey] = []
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        for file in progress.track(files, description="Reading"):
            read, wrong = read_file(file, labels)
            surveys += read
            findings += wrong
    return surveys, findings


def _write(data: Path, prepared: Import) -> None:
    """Write what was prepared, once it has been read back without an error."""
    try:
        with TemporaryDirectory() as name:
            copy = Path(name) / "data"
            shutil.copytree(data, copy, ignore=shutil.ignore_patterns(".*"))
            replace_files(copy, prepared.contents)
            _, _, findings = _read(copy)
        if has_errors(findings):
            _refuse(findings, data, "was not written to: this is what it would hold. Tell the developers")
        replace_files(data, prepared.contents)
    except shutil.Error as error:
        raise click.ClickException(f"{data}: it cannot be copied to try this out; nothing was written") from error
    except OSError as error:
        raise click.ClickException(f"{error.filename or data}: {error.strerror}; nothing was written") from None


def _said(prepared: Import, data: Path, findings: list[Finding], *, write: bool) -> str:
    reports = f"{len(prepared.entries)} {'report' if len(prepared.entries) == 1 else 'reports'}"
    if not prepared.contents:
        return f"{data}: {reports}, nothing new."
    files = f"{len(prepared.contents)} {'file' if len(prepared.contents) == 1 else 'files'}"
    if write:
        is_early = any(finding.code == "I37" for finding in findings)
        wait = " Do not push it yet: see I37." if is_early else ""
        return f"{data}: {reports} imported, {files} written. See `git add {data} && git diff --cached`.{wait}"
    return f"{data}: {reports} read, {files} would change. Nothing was written: --write does."


@main.command()
@_DATA
def seal(data: Path) -> None:
    """Empty the grade of every row that is withheld, as a repository that the public can read must have it."""
    _hold(data, "nothing was sealed")
    register, policy, findings = _read(data)
    in_the_way = [finding for finding in findings if finding.code != "W02"]
    if policy is None or has_errors(in_the_way):
        _refuse(in_the_way, data, "was not sealed: what is withheld can only be told once these are mended")
    try:
        places = seal_register(data, register, policy)
    except OSError as error:
        raise click.ClickException(f"{error.filename or data}: {error.strerror}; nothing was sealed") from None
    for place in places:
        click.echo(f"{data}/{place} sealed")
    click.echo(f"{data}: {len(places)} sealed.")


@main.command()
@_DATA
@_AS_OF
@click.option(
    "--against",
    "earlier",
    metavar="REV",
    multiple=True,
    help="A version that git has: what it showed counts as known. Can be given more than once.",
)
def audit(data: Path, as_of: datetime, earlier: tuple[str, ...]) -> None:
    """Print how far each withheld grade can be worked out from all that is public, the narrowest first.

    Exit with 1 when one is known better than the policy promises.
    """
    register, policy, findings = _read(data)
    in_the_way = [finding for finding in findings if finding.code not in _OF_THE_DOOR]
    if policy is None or has_errors(in_the_way):
        _refuse(in_the_way, data, "was not audited: these come first")
    try:
        known = [_earlier(data, revision, as_of.date()) for revision in earlier]
    except NoSuchVersionError as error:
        raise click.UsageError(f"{error}.") from None
    cells = audit_versions(known, _shown(register, policy, as_of.date()))
    click.echo(print_audit(cells), nl=False)
    if any(cell.is_narrow for cell in cells):
        raise SystemExit(FINDINGS)


def _earlier(data: Path, revision: str, as_of: date) -> PublicRegister:
    """What the register showed at ``revision``."""
    with TemporaryDirectory() as folder:
        extract_version(data, revision, Path(folder))
        return _shown(*_read_version(revision, Path(folder), was_public=True), as_of)


def _shown(register: Register, policy: Policy, as_of: date) -> PublicRegister:
    """What is public, also where rule 7 would refuse it."""
    try:
        return withhold(register, policy, as_of)
    except UnsafeReportError:
        return by_rows(register, policy, as_of)


@main.command()
@click.option("--providers", type=click.IntRange(1, MOST_PROVIDERS), required=True, help="How many.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder to write: a new one, an empty one, or that of an earlier demo.",
)
@_DATA
@click.option("--seed", type=int, default=1, show_default=True, help="Another number makes another register.")
def demo(providers: int, out: Path, data: Path, seed: int) -> None:
    """Write a register of invented providers, with the services and the rules of the one in --data.

    The same number and seed give the same files, on every day and machine.
    """
    register, policy, findings = _read(data)
    if policy is None or has_errors(findings):
        _refuse(findings, data, "gives no services and rules for a demo")
    console = Console(stderr=True)
    try:
        refuse_foreign_folder(out, data)
        plans = planned(seed, providers, register.services)
        with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
            made = demo_register(seed, progress.track(plans, description="Asking everybody"), register.services, policy)
        write_demo(out, demo_files(made, data))
    except (ForeignFolderError, UnfitRegisterError) as error:
        raise click.UsageError(f"{error}.") from None
    except OSError as error:
        raise click.ClickException(f"{error.filename or out}: {error.strerror}; the demo is not whole") from None
    click.echo(f"{out}: {len(made.providers)} providers, {len(made.reports)} reports, as on {REFERENCE_DAY}.")
    click.echo(f"See it with: generator build --data {out} --as-of {REFERENCE_DAY}")


@main.command()
@click.argument("before", metavar="REV")
@click.argument("after", metavar="[REV]", required=False)
@_DATA
@_AS_OF
@click.option(
    "--format",
    "layout",
    type=click.Choice([layout.value for layout in Layout]),
    default=Layout.TEXT.value,
    show_default=True,
    help="For a terminal, a pull request, or a program.",
)
def diff(before: str, after: str | None, data: Path, as_of: datetime, layout: str) -> None:
    """Print what the public would see change between two versions of the register.

    REV is anything that git takes for a commit; without a second one it is compared with what stands in the folder now.
    Exits with 1 when a public report changes and corrections.csv does not say why.
    """
    try:
        settings = read_settings(Path())
        with TemporaryDirectory() as folder:
            old, new = Path(folder) / "before", Path(folder) / "after"
            extract_version(data, before, old)
            if after is not None:
                extract_version(data, after, new)
            found = _difference(
                (before, old), (after or data.as_posix(), new if after else data), as_of.date(), settings
            )
    except (NoSuchVersionError, SettingsError) as error:
        raise click.UsageError(f"{error}.") from None
    click.echo(print_difference(found, Layout(layout)))
    if uncorrected(found.providers):
        raise SystemExit(FINDINGS)


def _difference(before: tuple[str, Path], after: tuple[str, Path], as_of: date, settings: Settings) -> Difference:
    old_register, old_policy = _read_version(*before, was_public=True)
    new_register, new_policy = _read_version(*after)
    old, new = _shown(old_register, old_policy, as_of), withhold(new_register, new_policy, as_of)
    try:
        by_old_rules = _shown(new_register, old_policy, as_of)
    except (LookupError, MissingGradeError):
        # Rules that cannot judge these data explain no change in them: then each change wants a correction.
        by_old_rules = new
    changes = difference(old, new, by_old_rules)
    was, will = (digests((*made.pages, *made.files)) for made in (content(old, settings), content(new, settings)))
    return Difference(before[0], after[0], changes, affected(was, will))


def _read_version(name: str, data: Path, *, was_public: bool = False) -> tuple[Register, Policy]:
    """A version without errors; of one that was public, what it should not have held is no error any more."""
    register, policy, findings = _read(data)
    forgiven = _OF_THE_DOOR | _MENDED_BY_IMPORT if was_public else set()
    findings = [finding for finding in findings if finding.code not in forgiven]
    if policy is None or has_errors(findings):
        click.echo(print_findings(findings, Format.TEXT, "data"))
        click.echo(f"{name}: {summary(findings)}; nothing was compared.", err=True)
        raise SystemExit(FINDINGS)
    return register, policy


@main.command()
@_SITE
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free one.")
def serve(site: Path, port: int) -> None:
    """Serve the finished site on this machine, until you press Ctrl-C."""
    if not (site / "index.html").is_file():
        raise click.UsageError(f"there is no site in {site}: make it first, with `make site`")
    try:
        server = serving.site_server(site, port)
    except OSError as error:
        raise click.UsageError(f"port {port} cannot be used ({error.strerror}): choose another with --port") from None
    click.echo(f"{site} is at http://127.0.0.1:{server.server_port}/  (Ctrl-C stops)")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("stopped")
    finally:
        server.server_close()


def _read(data: Path) -> tuple[Register, Policy | None, list[Finding]]:
    register, findings = read_register(data)
    policy, of_policy = read_policy(data)
    reviewed = review(register, policy) if policy else []
    return register, policy, sorted([*findings, *of_policy, *reviewed])


def _read_without_errors(data: Path) -> tuple[Register, Policy]:
    register, policy, findings = _read(data)
    if policy is None or has_errors(findings):
        _refuse(findings, data, "was not built from; the last site is as it was")
    _print(findings, Format.TEXT, data)
    return register, policy


def _refuse(findings: list[Finding], data: Path, why: str) -> NoReturn:
    _print(findings, Format.TEXT, data)
    click.echo(f"{data}: {summary(findings)}; it {why}.", err=True)
    raise SystemExit(FINDINGS)


def _print(findings: list[Finding], form: Format, data: Path) -> None:
    if findings or form is Format.JSON:
        click.echo(print_findings(findings, form, data.as_posix()))
