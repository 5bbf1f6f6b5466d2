"""What a build costs, beside MkDocs that renders every page of the same Markdown, and beside writing the same files.

Machines are noisy: what counts is the ratio within one run. Run it with `make bench`, or `make bench SIZES=500`.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from support.project import ROOT

SIZES = "500 2000 10000"  # providers
RUNS = 3  # the middle one counts
AS_OF = "2026-10-31"
# Runs a command, and says how long the processor worked for it, and how much memory the largest process had.
_MEASURED = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
if done.returncode:
    sys.exit(done.stderr)
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""
_COPY = "import shutil, sys; shutil.copytree(sys.argv[1], sys.argv[2])"


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the processor and of the clock, and the most memory of a process, in MB."""

    processor: float
    clock: float
    memory: float


def cost(*command: str, before: Callable[[], object], **environment: str) -> Cost:
    """Of a command of Python, the middle one of some runs; what is done ``before`` each of them does not count."""
    runs = [_run(command, before, environment) for _ in range(RUNS)]
    return Cost(*(median(getattr(run, name) for run in runs) for name in Cost.__dataclass_fields__))


def _run(command: tuple[str, ...], before: Callable[[], object], environment: Mapping[str, str]) -> Cost:
    before()
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    clock = time.perf_counter() - start
    processor, memory = json.loads(done.stdout)
    return Cost(processor, clock, memory)


def measured(providers: int, folder: Path) -> Mapping[str, Cost]:
    """What each way costs for a register of so many providers, with its files in the empty ``folder``."""
    data, docs, site, other = (folder / name for name in ("data", "docs", "site", "other"))
    generator = ("-m", "generator")
    subprocess.run(
        [sys.executable, *generator, "demo", "--providers", str(providers), "--out", data],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        check=True,
    )

    def nothing_is_there() -> None:
        for made in (docs, site):
            shutil.rmtree(made, ignore_errors=True)

    def no_other() -> None:
        shutil.rmtree(other, ignore_errors=True)

    places = (f"--data={data}", f"--docs={docs}", f"--site={site}")
    whole = cost(*generator, "build", *places, f"--as-of={AS_OF}", before=nothing_is_there)
    mkdocs = cost(
        "-m",
        "mkdocs",
        "build",
        "--strict",
        before=no_other,
        DOCS_DIR=str(docs),
        SITE_DIR=str(other),
        NO_MKDOCS_2_WARNING="1",
    )
    files = cost("-c", _COPY, str(site), str(other), before=no_other)
    return {"whole build, cold": whole, "MkDocs, just the pages": mkdocs, "writing the same files": files}


def main() -> None:
    """Print a table, a line for each way and size."""
    print("| providers | | processor, s | of MkDocs | ms a provider | clock, s | memory, MB |")
    print("| ---: | --- | ---: | ---: | ---: | ---: | ---: |")
    for providers in map(int, (os.environ.get("SIZES") or SIZES).split()):
        with TemporaryDirectory() as name:
            costs = measured(providers, Path(name))
        beside = costs["MkDocs, just the pages"].processor
        for way, each in costs.items():
            ratio, one = each.processor / beside, 1000 * each.processor / providers
            figures = f"{each.processor:.1f} | {ratio:.2f} | {one:.1f} | {each.clock:.1f} | {each.memory:.0f}"
            print(f"| {providers} | {way} | {figures} |")


if __name__ == "__main__":
    main()
