"""`generator diff`."""

from datetime import datetime
from functools import partial
from pathlib import Path

import click

from generator.changes.addresses import Addresses, affected, digests
from generator.changes.dating import unnoticed
from generator.changes.difference import difference
from generator.changes.found import Difference
from generator.changes.names import taken_over
from generator.changes.printing import Layout, print_difference
from generator.commands.common import AS_OF, DATA, Exit, RefusedError, refuse
from generator.commands.opened_version import version, version_before
from generator.commands.terminal import is_quiet, tell
from generator.disclosure.standing import changed_rules, changed_scale
from generator.disclosure.withholding import withhold
from generator.engine.permanence import permanent_addresses
from generator.history.git import NoSuchVersionError
from generator.history.showing import public_model_of
from generator.site.content.content import Content, changed_files, content
from generator.site.settings import SettingsError, read_settings, refuse_no_project


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
@click.option(
    "--longest",
    metavar="KB",
    type=click.IntRange(min=20),
    help="How long Markdown may be: then it is shortened by what matters most. GitHub shows 1024 in a summary.",
)
@click.option(
    "--whole",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file for the whole of it, as Markdown, beside what is printed.",
)
def command(  # noqa: PLR0913, PLR0917 - each is an option
    before: str, after: str | None, data: Path, as_of: datetime, layout: str, longest: int | None, whole: Path | None
) -> None:
    """Print what the public would see change between two versions of the register.

    REV is anything that git takes for a commit; without a second one it is compared with what stands in the folder now.
    If the first one has an error, the last version before it that can be judged takes its place. Exits with 1 when a
    public report changes or is gone and corrections.csv does not say why, when the rules by which it is judged or the
    scale of its grades change, or when an address that was published would answer no more.
    """
    try:
        refuse_no_project(Path())
        was, will = version_before(data, before), version(data, after)
        settings = read_settings(Path(), will.register.charter)
    except (NoSuchVersionError, SettingsError) as error:
        raise click.UsageError(f"{error}.") from None
    day = as_of.date()
    old = public_model_of(was.judged, day)
    ends = (report.period_end for provider in old.providers for report in provider.reports)
    if rules := changed_rules(was.judged.policy, will.policy, ends, day):
        refuse(rules, data, f"was not compared with {was.name}, by whose rules the public sees what it sees")
    if scale := changed_scale(old, will.register.charter):
        refuse(scale, data, f"was not compared with {was.name}, whose grades were given on that scale")
    new = withhold(will.register, will.policy, day)
    if names := taken_over(old, new):
        refuse(names, data, f"was not compared with {was.name}, in which they say who is meant")
    addresses = _addresses(
        content(old, settings, was.judged.register.addresses), content(new, settings, will.register.addresses)
    )
    found = Difference(
        was.name, after or data.as_posix(), difference(old, new), addresses, was.why, unnoticed(old, new)
    )
    if whole:
        _write(whole, print_difference(found, Layout.MARKDOWN))
    if found.is_refused or not is_quiet():
        tell(print_difference(found, Layout(layout), longest and longest * 1000))
    if found.is_refused:
        raise SystemExit(Exit.FINDINGS)


def _addresses(before: Content, after: Content) -> Addresses:
    """The addresses that differ; of those that would answer no more, the ones that are promised for ever."""
    old, new = map(digests, changed_files(before, after))
    providers = after.folders.providers
    notices = frozenset(
        f"/{providers}/{identity}/{name}" for identity, names in after.withdrawn.items() for name in names
    )
    return affected(old, new, notices, partial(permanent_addresses, folders=before.folders))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise RefusedError(error, path, "nothing was written") from None
