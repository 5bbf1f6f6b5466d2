"""Another machine, for every Python that starts with this folder on its path: a week later, other orders, other users.

Python imports a module of this name by itself, before all others.
"""

import ctypes
import datetime as dt
import gc
import os
import random
import time
from collections.abc import Callable
from typing import Any

_WEEK = 7 * 24 * 3600


def _shuffled_folders() -> None:
    """Folders tell what they hold in an order of chance, as those of another file system do."""
    listdir, scandir, chance = os.listdir, os.scandir, random.Random(1)  # noqa: S311 - for an order

    def shuffled_names(path: Any = ".") -> list[Any]:  # noqa: ANN401 - as of os.listdir
        names = sorted(listdir(path))
        chance.shuffle(names)
        return names

    class Shuffled:
        def __init__(self, path: Any = ".") -> None:  # noqa: ANN401 - as of os.scandir
            with scandir(path) as entries:
                self._entries = sorted(entries, key=lambda entry: entry.name)
            chance.shuffle(self._entries)

        def __iter__(self) -> Any:  # noqa: ANN401 - as of os.scandir
            return iter(self._entries)

        def __next__(self) -> Any:  # noqa: ANN401 - as of os.scandir
            if not self._entries:
                raise StopIteration
            return self._entries.pop()

        def __enter__(self) -> Any:  # noqa: ANN401 - as of os.scandir
            return self

        def __exit__(self, *_: object) -> None:
            self.close()

        def close(self) -> None:
            self._entries = []

    os.listdir, os.scandir = shuffled_names, Shuffled  # type: ignore[assignment]


def _a_week_later() -> None:
    """Every clock of Python that tells a date; the day on which the calendar is judged is given to the build."""
    now, now_ns, gmtime, localtime = time.time, time.time_ns, time.gmtime, time.localtime
    time.time = lambda: now() + _WEEK
    time.time_ns = lambda: now_ns() + _WEEK * 10**9
    time.gmtime = lambda seconds=None: gmtime(time.time() if seconds is None else seconds)
    time.localtime = lambda seconds=None: localtime(time.time() if seconds is None else seconds)

    # Compiled libraries know this very type: so it stays, and only its methods change. date.today() asks time.time().
    (methods,) = gc.get_referents(dt.datetime.__dict__)
    methods |= {name: _later(getattr(dt.datetime, name)) for name in ("now", "utcnow")}
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(dt.datetime))


def _later(clock: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *arguments, **keywords: clock(*arguments, **keywords) + dt.timedelta(seconds=_WEEK)


def _one_processor() -> None:
    os.cpu_count = lambda: 1
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _nobody_known() -> None:
    """A user of whom the machine has no name and no home, as in many containers."""
    os.getuid = os.geteuid = lambda: 54321


_shuffled_folders()
_nobody_known()
_a_week_later()
_one_processor()
