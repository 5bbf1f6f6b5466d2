"""`generator check`."""

from pathlib import Path

import click

from generator.commands.common import DATA, FORMAT, Exit, show
from generator.disclosure.opening import open_register
from generator.findings.findings import Format, has_errors
from generator.findings.printing import summary


@click.command("check")
@DATA
@FORMAT
def command(data: Path, form: str) -> None:
    """Read the whole register and print every finding; exit with 1 when one is an error."""
    findings = open_register(data).findings
    show(findings, Format(form), data)
    if form == Format.TEXT:
        click.echo(f"{data}: {summary(findings)}")
    if has_errors(findings):
        raise SystemExit(Exit.FINDINGS)
