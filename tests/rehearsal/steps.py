"""The steps of a rehearsal: what each is, what it said, and how long it took."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Steps:
    """Prints each step as it ends."""

    def __init__(self, tell: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._tell = tell
        self._clock = clock
        self._began = clock()
        self._count = 0

    def part(self, name: str) -> None:
        """A heading above the steps that follow."""
        self._tell(f"\n{name}")

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """One step of a person."""
        began = self._clock()
        yield
        self.done(name, "success", self._clock() - began)

    def done(self, name: str, outcome: str, seconds: float) -> None:
        """A step that has ended, and how."""
        self._count += 1
        ending = "" if outcome == "success" else f", {outcome}"
        self._tell(f"{self._count:3}. {name}: {seconds:.1f} s{ending}")

    def show(self, text: str) -> None:
        """What a step has to show, set in."""
        for line in text.strip().splitlines():
            self._tell(f"     | {line}".rstrip())

    def total(self) -> str:
        """How many steps there were, and how long they took together."""
        return f"{self._count} steps in {self._clock() - self._began:.0f} s"
