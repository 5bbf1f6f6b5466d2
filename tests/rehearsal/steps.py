"""The steps of a rehearsal: what each is, what it said, and how long it took."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass
class Took:
    """How long a step took, in seconds; 0 until it ends."""

    seconds: float = 0.0


class Steps:
    """Prints each step as it goes."""

    def __init__(self, tell: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._tell = tell
        self._clock = clock
        self._began = clock()
        self._count = 0

    def part(self, name: str) -> None:
        """A heading above the steps that follow."""
        self._tell(f"\n{name}")

    @contextmanager
    def step(self, name: str) -> Iterator[Took]:
        """One step; what is told within it stands between its name and its time."""
        self._count += 1
        self._tell(f"{self._count:3}. {name}")
        took, began = Took(), self._clock()
        yield took
        took.seconds = self._clock() - began
        self._tell(f"     {took.seconds:.1f} s")

    def show(self, text: str) -> None:
        """What a step has to show, set in."""
        for line in text.strip().splitlines():
            self._tell(f"     | {line}".rstrip())

    def total(self) -> str:
        """How many steps there were, and how long they took together."""
        return f"{self._count} steps in {self._clock() - self._began:.0f} s"
