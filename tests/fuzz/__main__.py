"""`make fuzz`: attack each reader in turn, for FUZZ_MINUTES; what succeeds is kept in build/fuzz/, with its seed.

`PYTHONPATH=tests .venv/bin/python -m fuzz build/fuzz/pdf-17` tries what is kept there once more.
"""

import contextlib
import io
import os
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from fuzz.attacking import attack, keep, kept
from fuzz.targets import TARGETS, Files

_KEPT = Path("build/fuzz")
_EXAMPLES = 60  # of a target before the next one's turn
_LONGEST = 120  # seconds for one example; only what hangs takes as long
_MEMORY = 3_000_000_000  # bytes of address space


def main(arguments: list[str]) -> int:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    if arguments:
        return _again(Path(arguments[0]))
    end = time.monotonic() + 60 * float(os.environ.get("FUZZ_MINUTES", "10"))
    tried: Counter[str] = Counter()
    succeeded = 0
    first = int(os.environ.get("FUZZ_SEED", "1"))
    for number in count(first):
        for name in TARGETS:
            if time.monotonic() > end:
                of_each = ", ".join(f"{times:,} {name}" for name, times in tried.items())
                print(f"{tried.total():,} files ({of_each}), seeds {first} to {number}: {succeeded} attacks succeeded.")
                if untried := sorted(TARGETS.keys() - tried.keys()):
                    print(f"No file was tried on {', '.join(untried)}: give it more minutes.")
                return 1 if succeeded or untried else 0
            succeeded += not _held(name, number, tried)
    return 0


def _held(name: str, number: int, tried: Counter[str]) -> bool:
    """Whether a reader held; what it fell over is kept."""
    last: Files = {}

    def remember(files: Files) -> None:
        nonlocal last
        last = files
        tried[name] += 1
        signal.alarm(_LONGEST)

    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said), _alarm():
            attack(TARGETS[name], _EXAMPLES, number, remember)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        folder = _KEPT / f"{name}-{number}"
        keep(folder, last, f"{traceback.format_exc()}\n{said.getvalue()}")
        print(
            f"{folder}: {type(error).__name__}; try it again: PYTHONPATH=tests .venv/bin/python -m fuzz {folder}",
            flush=True,
        )
        return False
    return True


@contextlib.contextmanager
def _alarm() -> Iterator[None]:
    """Let an example that hangs fail."""

    def ring(*_: object) -> None:
        message = f"after {_LONGEST} seconds it is still busy"
        raise TimeoutError(message)

    before = signal.signal(signal.SIGALRM, ring)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _again(folder: Path) -> int:
    TARGETS[folder.name.rpartition("-")[0]].attack(kept(folder))
    print(f"{folder}: it holds.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
