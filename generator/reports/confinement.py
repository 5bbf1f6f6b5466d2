"""Reads a PDF or a workbook in another process, with limits, so that no file can use up the machine or the program.

The libraries for PDF and XLSX are large. A malicious file could keep them busy for ever, or unpack into more memory
than there is. Their own limits do not cover everything; the limits of the system do. Why: docs/decisions/0017.
"""

import contextlib
import multiprocessing
import resource
import signal
import sys
from collections.abc import Callable
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import TypeVar

from generator.reports.limits import LONGEST_TIME, MOST_MEMORY, UnreadableError

_Read = TypeVar("_Read")


def confined(read: Callable[[Path], _Read], path: Path, seconds: int = LONGEST_TIME) -> _Read:
    """The result of ``read`` for the file at ``path``, made in another process.

    Args:
        read: a function of a module.
        path: the file.
        seconds: how much computing time it may take.

    Raises:
        UnreadableError: ``read`` raises it, or fails in any other way, or takes too much memory or time.
    """
    answers, answering = _processes().Pipe(duplex=False)
    process = _processes().Process(target=_answer, args=(answering, read, path, seconds))
    process.start()
    answering.close()
    try:
        answer: _Read | UnreadableError = answers.recv()
    except EOFError:
        process.join()
        answer = _last_words(process.exitcode, path, seconds)
    process.join()
    if isinstance(answer, UnreadableError):
        raise answer
    return answer


@cache
def _processes() -> ForkServerContext:
    """Starts processes from one that has loaded our modules: they start fast, and share nothing with this process."""
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload([name for name in sys.modules if name.partition(".")[0] == "generator"])
    return processes


def _answer(answering: Connection, read: Callable[[Path], object], path: Path, seconds: int) -> None:
    _limit(resource.RLIMIT_CPU, seconds)
    _limit(resource.RLIMIT_AS, MOST_MEMORY)
    try:
        answer = read(path)
    except UnreadableError as error:
        answer = error
    except MemoryError:
        answer = _too_greedy(f"{MOST_MEMORY:,} bytes of memory")
    except Exception as error:  # noqa: BLE001 - a damaged file makes a library fail in any way there is
        answer = _damaged(path, type(error).__name__)
    answering.send(answer)


def _limit(what: int, most: int) -> None:
    with contextlib.suppress(ValueError):  # the system may not have this limit: macOS has no limit of memory
        resource.setrlimit(what, (most, resource.getrlimit(what)[1]))


def _last_words(exitcode: int | None, path: Path, seconds: int) -> UnreadableError:
    """The error for a process that ended without an answer."""
    if exitcode == -signal.SIGXCPU:
        return _too_greedy(f"{seconds} seconds of computing")
    return _damaged(path, "it ends the program that reads it")


def _too_greedy(limit: str) -> UnreadableError:
    return UnreadableError("I05", f"reading the file takes more than {limit}", "a file as the agency makes it")


def _damaged(path: Path, why: str) -> UnreadableError:
    return UnreadableError("I03", f"the file is damaged ({why})", f"a whole {path.suffix.lower()} file")
