"""`generator demo`."""

from pathlib import Path

import click

from generator.commands.common import DATA, RefusedError, usable
from generator.commands.terminal import say
from generator.demo.making import UnfitRegisterError, demo_register, planned
from generator.demo.plans import REFERENCE_DAY
from generator.demo.writing import ForeignFolderError, demo_files, refuse_foreign_folder, write_demo
from generator.findings.findings import counted
from generator.progress import tracked

MOST_PROVIDERS = 20_000  # for which a demo has names


@click.command("demo")
@click.option("--providers", type=click.IntRange(1, MOST_PROVIDERS), required=True, help="How many.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder to write: a new one, an empty one, or that of an earlier demo.",
)
@DATA
@click.option("--seed", type=int, default=1, show_default=True, help="Another number makes another register.")
def command(providers: int, out: Path, data: Path, seed: int) -> None:
    """Write a register of invented providers, with the services and the rules of the one in --data.

    The same number and seed give the same files, on every day and machine.
    """
    there = usable(data, "gives no services and rules for a demo")
    try:
        refuse_foreign_folder(out, data)
        plans = planned(seed, providers, there.register)
        made = demo_register(seed, tracked(plans, "Asking everybody", of=plans), there.register, there.policy)
        write_demo(out, demo_files(made, data))
    except (ForeignFolderError, UnfitRegisterError) as error:
        raise click.UsageError(f"{error}.") from None
    except OSError as error:
        raise RefusedError(error, out, "the demo is not whole") from None
    made_of = f"{counted(len(made.providers), 'provider')}, {counted(len(made.reports), 'report')}"
    say(f"{out}: {made_of}, as on {REFERENCE_DAY}.")
    say(f"See it with: generator build --data {out} --as-of {REFERENCE_DAY}")
