"""What commands share: options, exit codes, and how they read the register."""

import shutil
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import IntEnum
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import click

from generator.charter import Charter
from generator.commands.terminal import say, tell
from generator.disclosure.opening import Judged, Opened, open_register
from generator.disk.locking import locked, shared
from generator.disk.reading import unchanged
from generator.findings.findings import Finding, Format, has_errors
from generator.findings.printing import print_findings, summary
from generator.register import corrections, days
from generator.register.fields import FIRST_DAY, LAST_DAY


class Exit(IntEnum):
    """Exit codes. Click itself ends a command on wrong usage, with 2; the last is also for what the system refuses."""

    DONE = 0
    FINDINGS = 1
    WRONG_USAGE = 2
    ENGINE_FAILED = 3


class RefusedError(click.ClickException):
    """The system refused something: no room, no rights. The message says what, and what was not done."""

    exit_code = Exit.ENGINE_FAILED

    def __init__(self, error: OSError, place: Path, otherwise: str) -> None:
        # Of files that could not be copied the first.
        why = error.args[0][0][2] if isinstance(error, shutil.Error) else error.strerror or error
        super().__init__(f"{error.filename or place}: {why}; {otherwise}")


_LOCK = ".lock"
_HELD = "generator.commands.common.held"  # in the context of a command: whether it has the lock of its register

#: Codes for withheld values in data/, and for what rule 7 refuses: neither changes what a version shows.
SHOWN_ANYWAY = frozenset({"W02", "W08"})
#: Codes for grades that data/ rounds or hides without a reason: to mend them, import the report again.
MENDED_BY_IMPORT = frozenset({"W10", "W11"})


class _Register(click.Path):
    """The folder of a register, which is there."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click's
        if not Path(value).exists():
            raise click.UsageError(
                f"the register's folder {value} does not exist: run this in the project's folder, or give --data.",
                ctx,
            )
        return super().convert(value, param, ctx)


DATA = click.option(
    "--data",
    type=_Register(exists=True, file_okay=False, path_type=Path),
    default=Path("data"),
    show_default=True,
    help="The folder of the register.",
)
SITE = click.option(
    "--site",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("site"),
    show_default=True,
    help="The folder of the finished site.",
)


def _of_the_calendar(context: click.Context, option: click.Parameter, day: datetime) -> datetime:
    """A day that the dates of a register can be compared with."""
    del context, option
    if not FIRST_DAY <= day.date() <= LAST_DAY:
        raise click.BadParameter(f"{day.date()} is far away: give a day from {FIRST_DAY} to {LAST_DAY}.")
    return day


AS_OF = click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_of_the_calendar,
    default=lambda: date.today().isoformat(),  # noqa: DTZ011 - the maintainer's own day
    show_default="today",
    help="The day on which the calendar is judged.",
)
FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    default=Format.TEXT.value,
    show_default=True,
    help="For a person, a program, or annotations on a pull request.",
)


def usable(data: Path, otherwise: str, forgiven: AbstractSet[str] = frozenset()) -> Judged:
    """The register in a folder. On an error with a code not in ``forgiven``, say ``otherwise`` and end the command."""
    found = without_errors(data, forgiven)
    return found if isinstance(found, Judged) else refuse(found, data, otherwise)


def without_errors(data: Path, forgiven: AbstractSet[str], charter: Charter | None = None) -> Judged | list[Finding]:
    """The register in a folder; or its findings, with an error among them, except those with a code in ``forgiven``.

    ``charter`` is that of a version from before register.yaml.
    """
    opened = opened_whole(data, charter)
    findings = [finding for finding in opened.findings if finding.code not in forgiven]
    return findings if not isinstance(opened, Judged) or has_errors(findings) else opened


def opened_whole(data: Path, charter: Charter | None = None) -> Opened | Judged:
    """The register in a folder, as one version: no command writes it meanwhile, and nothing else does.

    ``charter`` is that of a version from before register.yaml.

    What is dated in the future is a finding. The future begins a day later: the machine may stand where
    it is still yesterday.
    """
    context = click.get_current_context()
    with nullcontext() if _HELD in context.meta else shared(data / _LOCK, partial(say_waiting, data)):
        opened = unchanged(data, partial(open_register, data, charter))
    last = date.today() + timedelta(days=1)  # noqa: DTZ011 - the maintainer's own day
    to_come = [*corrections.days_to_come(opened.register, last), *days.days_to_come(opened.register, last)]
    return replace(opened, findings=sorted([*opened.findings, *to_come]))


def refuse(findings: list[Finding], data: Path, why: str) -> NoReturn:
    """Print these findings about the folder, and end the command because of them."""
    show(findings, Format.TEXT, data)
    click.echo(f"{data}: {summary(findings)}; it {why}.", err=True)
    raise SystemExit(Exit.FINDINGS)


def show(findings: list[Finding], form: Format, data: Path | None = None) -> None:
    """Print findings about the folder, or about files named whole. Without findings, print nothing, except in JSON."""
    if findings or form is Format.JSON:
        tell(print_findings(findings, form, data.as_posix() if data else ""))


def hold(data: Path, otherwise: str, *, writes: bool = True) -> None:
    """Lock the register for the command before it is read, so that it overwrites nothing that another command wrote.

    One that reads files of it more than once and never ``writes`` locks out only those that do.

    Raises:
        RefusedError: the lock cannot be made; the message ends with ``otherwise``.
    """
    try:
        context = click.get_current_context()
        context.with_resource(lock(data) if writes else shared(data / _LOCK, partial(say_waiting, data)))
        context.meta[_HELD] = True
    except OSError as error:
        raise RefusedError(error, data, otherwise) from None


def lock(data: Path) -> AbstractContextManager[None]:
    """A lock on the register: one command at a time may write it."""
    return locked(data / _LOCK, partial(say_waiting, data))


def say_waiting(folder: Path) -> None:
    """Say that the command waits, because another one has the folder."""
    say(f"{folder} is in use by another command; this one goes on when that has ended.", err=True)
