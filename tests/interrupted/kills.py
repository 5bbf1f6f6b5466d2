"""Kills the real command at fifty moments, on a register of the demo: what is served is the old site or the new one.

``make test`` does the same to a small project; this takes some minutes.
"""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from interrupted.small_project import digest
from support.project import ROOT
from support.registers.demos import write_demo_register

from generator.engine.manifest import place_of_manifest

KILLS = 50
PROVIDERS = 10
# As of days on which different reports are public.
DAYS = ("2020-01-01", "2026-11-22")


def command(day: str, folder: Path) -> list[str]:
    """The command that builds the register as of a day."""
    run = [sys.executable, "-m", "generator", "build", "--as-of", day]
    return [*run, "--data", str(folder / "data"), "--docs", str(folder / "docs"), "--site", str(folder / "site")]


def whole(day: str, folder: Path) -> tuple[str, float]:
    """The digest of the site as of a day, and how many seconds its build took."""
    begun = perf_counter()
    subprocess.run(command(day, folder), cwd=ROOT, check=True, capture_output=True)
    return digest(folder / "site"), perf_counter() - begun


def kill_one(day: str, folder: Path, moment: float, *, with_children: bool) -> bool:
    """Begin a build and kill it at a moment, in seconds; whether it was still running then."""
    build = subprocess.Popen(
        command(day, folder), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        build.wait(moment)
    except subprocess.TimeoutExpired:
        if with_children:
            os.killpg(build.pid, signal.SIGKILL)
        else:  # its MkDocs goes on, and the next build waits for it
            build.kill()
    return build.wait() == -signal.SIGKILL


def main(folder: Path) -> str:
    """Kill and look, again and again; what was found is a sentence.

    Raises:
        SystemExit: a site was neither the old one nor the new one.
    """
    write_demo_register(folder / "data", PROVIDERS)
    for day in DAYS:  # a first time, so that every address is promised in the sites that are compared
        whole(day, folder)
    sites, seconds = zip(*(whole(day, folder) for day in DAYS), strict=True)
    chance = random.Random(20261125)  # noqa: S311 - the same parts of a build in each run
    killed, served, shortest = 0, 1, min(seconds)
    while killed < KILLS:
        asked = 1 - served
        moment = chance.uniform(0, shortest)
        if kill_one(DAYS[asked], folder, moment, with_children=killed % 5 > 0):
            killed += 1
        else:  # it was done before, so this machine has become faster
            shortest = moment
        now = digest(folder / "site")
        if now not in sites:
            sys.exit(
                f"Killed {moment:.2f} s after its start, a build left a site that is neither the old nor the new one."
            )
        served = sites.index(now)
    asked = 1 - served
    if whole(DAYS[asked], folder)[0] != sites[asked]:
        sys.exit("The build after the last kill made another site than the one before the first.")
    own = {folder / "data", folder / "docs", folder / "site", place_of_manifest(folder / "docs")}
    if left := sorted(path.name for path in {*folder.iterdir()} - own):
        sys.exit(f"Left beside the site: {', '.join(left)}")
    return f"{killed} builds were killed; the site was always the old one or the new one, whole."


if __name__ == "__main__":
    with TemporaryDirectory() as name:
        print(main(Path(name)))
