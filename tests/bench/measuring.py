"""What a command costs: seconds of the processor and of the clock, and memory, of all its processes together."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from threading import Event, Thread
from typing import Self

from support.project import ROOT

_EVERY = 0.2  # seconds between two looks at the memory
# Runs a command, and says at its end how long the processor worked for it and for all that it started.
_MEASURED = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
if done.returncode:
    sys.exit(done.stderr)
print(used.ru_utime + used.ru_stime)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the processor and of the clock; and the most memory of all processes together, in MB, shared once."""

    processor: float
    clock: float
    memory: float

    def __add__(self, other: "Cost") -> "Cost":
        """One after the other."""
        return Cost(self.processor + other.processor, self.clock + other.clock, max(self.memory, other.memory))


def middle(costs: list[Cost]) -> Cost:
    """Of each figure the middle one."""
    return Cost(*(median(getattr(cost, name) for cost in costs) for name in Cost.__dataclass_fields__))


def cost(*command: str, before: Callable[[], object] = int, runs: int, cwd: Path = ROOT, **environment: str) -> Cost:
    """The middle one of some runs of a command; what is done ``before`` each of them does not count."""
    return middle([_run(command, before, cwd, environment) for _ in range(runs)])


def _run(command: tuple[str, ...], before: Callable[[], object], cwd: Path, environment: Mapping[str, str]) -> Cost:
    before()
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", _MEASURED, *command],
        cwd=cwd,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with _Watch(process.pid) as watch:
        said, wrong = process.communicate()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: {wrong.strip()[-2000:]}")
    return Cost(float(said), time.perf_counter() - start, watch.most)


class _Watch:
    """Looks every now and then how much memory the processes of a session have, where the system tells."""

    def __init__(self, session: int) -> None:
        self.most = 0.0
        self._session = session
        self._ended = Event()
        self._thread = Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._ended.wait(_EVERY):
            self.most = max(self.most, sum(map(_memory, _processes_of(self._session))))


def _processes_of(session: int) -> list[int]:
    processes = [int(path.name) for path in Path("/proc").glob("[0-9]*")]
    return [process for process in processes if _session_of(process) == session]


def _session_of(process: int) -> int | None:
    try:
        return os.getsid(process)
    except OSError:  # it has ended
        return None


def _memory(process: int) -> float:
    """In MB; what several processes share counts as a part for each."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
