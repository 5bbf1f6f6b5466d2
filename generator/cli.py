"""The commands. Each joins what the rooms do; what is decided is decided there."""

import io
import sys
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

import click
from rich.console import Console

from generator.disclosure.policy import Policy, read_policy
from generator.disclosure.review import review
from generator.disclosure.sealing import seal as seal_register
from generator.disclosure.withholding import withhold
from generator.engine import building, serving
from generator.register.findings import Finding, Format, has_errors
from generator.register.printing import print_findings, summary
from generator.register.reading import read_register
from generator.register.records import Register
from generator.site.pages import pages

FINDINGS, ENGINE_FAILED = 1, 3

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


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Publish the register of ratings as a static site, and withhold what may not be known."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What a file holds must reach a terminal that cannot show it, rather than end in a traceback.
            stream.reconfigure(errors="backslashreplace")


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
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    default=lambda: date.today().isoformat(),  # noqa: DTZ011 - the maintainer's own day
    show_default="today",
    help="The day on which the calendar is judged.",
)
def build(data: Path, site: Path, docs: Path, as_of: datetime) -> None:
    """Check the register, withhold what may not be known, and make the site of the rest.

    The last site stays as it is until a whole new one replaces it.
    """
    if not Path("mkdocs.yml").is_file():
        raise click.UsageError("there is no mkdocs.yml here: run this in the project's folder")
    try:
        building.refuse_unsafe_folders(Path(), data, docs, site)
    except building.UnsafeFolderError as error:
        raise click.UsageError(f"{error}.") from None
    register, policy = _read_without_errors(data)
    public = withhold(register, policy, as_of.date())
    try:
        with Console(stderr=True).status(f"Building {site}"):
            building.build(pages(public), Path(), docs, site)
    except building.EngineError as error:
        click.echo(f"{error}\n{site} was not built; what was there is still there.", err=True)
        raise SystemExit(ENGINE_FAILED) from None
    click.echo(f"{site}: {len(public.providers)} providers, from {data} as of {as_of:%Y-%m-%d}.")


@main.command()
@_DATA
def seal(data: Path) -> None:
    """Empty the grade of every row that is withheld, as a repository that the public can read must have it."""
    register, policy, findings = _read(data)
    in_the_way = [finding for finding in findings if finding.code != "W02"]
    if policy is None or has_errors(in_the_way):
        _refuse(in_the_way, data, "was not sealed: what is withheld can only be told once these are mended")
    try:
        places = seal_register(data, register, policy)
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}; nothing was sealed") from None
    for place in places:
        click.echo(f"{data}/{place} sealed")
    click.echo(f"{data}: {len(places)} sealed.")


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
