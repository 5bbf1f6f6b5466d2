"""`generator diff`."""

from datetime import datetime
from pathlib import Path

import click

from generator.changes.addresses import affected, digests
from generator.changes.difference import difference, refused
from generator.changes.printing import Difference, Layout, print_difference
from generator.commands.common import AS_OF, DATA, Exit, refuse
from generator.commands.opened_version import version
from generator.commands.terminal import is_quiet, tell
from generator.disclosure.standing import changed_rules
from generator.disclosure.withholding import withhold
from generator.history.git import NoSuchVersionError
from generator.history.showing import public_model_of
from generator.site.content.content import changed_files, content
from generator.site.settings import SettingsError, read_settings


@click.command("diff")
@click.argument("before", metavar="REV")
@click.argument("after", metavar="[REV]", required=False)
@DATA
@AS_OF
@click.option(
    "--format",
    "layout",
    type=click.Choice([layout.value for layout in Layout]),
    default=Layout.TEXT.value,
    show_default=True,
    help="For a terminal, a pull request, or a program.",
)
def command(before: str, after: str | None, data: Path, as_of: datetime, layout: str) -> None:
    """Print what the public would see change between two versions of the register.

    REV is anything that git takes for a commit; without a second one it is compared with what stands in the folder now.
    Exits with 1 when a public report changes or is gone and corrections.csv does not say why, or when the rules by
    which it is judged change.
    """
    try:
        settings = read_settings(Path())
        was, will = version(data, before, was_public=True), version(data, after)
    except (NoSuchVersionError, SettingsError) as error:
        raise click.UsageError(f"{error}.") from None
    day = as_of.date()
    old = public_model_of(was, day)
    ends = (report.period_end for provider in old.providers for report in provider.reports)
    if rules := changed_rules(was.policy, will.policy, ends, day):
        refuse(rules, data, f"was not compared with {before}, by whose rules the public sees what it sees")
    new = withhold(will.register, will.policy, day)
    sites = changed_files(content(old, settings), content(new, settings))
    found = Difference(before, after or data.as_posix(), difference(old, new), affected(*map(digests, sites)))
    is_refused = bool(refused(found.providers))
    if is_refused or not is_quiet():
        tell(print_difference(found, Layout(layout)))
    if is_refused:
        raise SystemExit(Exit.FINDINGS)
