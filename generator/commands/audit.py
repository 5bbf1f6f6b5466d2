"""`generator audit`."""

from datetime import datetime
from pathlib import Path

import click

from generator.commands.audit_printing import print_audit
from generator.commands.common import AS_OF, DATA, SHOWN_ANYWAY, Exit, usable
from generator.commands.opened_version import version_before
from generator.commands.terminal import is_quiet, say, tell
from generator.disclosure.attack import audit
from generator.history.git import NoSuchVersionError
from generator.history.showing import public_model_of


@click.command("audit")
@DATA
@AS_OF
@click.option(
    "--against",
    "earlier",
    metavar="REV",
    multiple=True,
    help="A version that git has: what it showed counts as known. Can be given more than once.",
)
def command(data: Path, as_of: datetime, earlier: tuple[str, ...]) -> None:
    """Print how far each withheld grade can be worked out from all that is public, the narrowest first.

    Exit with 1 when one is known better than the policy promises.
    """
    there = usable(data, "was not audited: these come first", SHOWN_ANYWAY)
    try:
        versions = [version_before(data, revision) for revision in earlier]
    except NoSuchVersionError as error:
        raise click.UsageError(f"{error}.") from None
    for each in versions:
        if each.why:
            say(each.why, err=True)
    known = [public_model_of(each.judged, as_of.date()) for each in versions]
    cells = audit(public_model_of(there, as_of.date()), known)
    narrow = [cell for cell in cells if cell.is_narrow]
    if narrow or not is_quiet():
        tell(print_audit(narrow if is_quiet() else cells), nl=False)
    if narrow:
        raise SystemExit(Exit.FINDINGS)
