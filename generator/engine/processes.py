"""Work that is shared out among processes, where the system can fork one that knows all that this one knows."""

import gc
import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from generator.engine.errors import EngineError

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")
# Less is done sooner than a process begins.
_WORTH_A_PROCESS = 20
_AT_ONCE = 4


def shared_out(work: Callable[[_Task], _Result], tasks: Sequence[_Task], jobs: int) -> list[_Result]:
    """The result of each task, in their order, done by up to ``jobs`` processes, of which this is one.

    If another one is killed, only its own work is lost; if this one is, the others end when they did what they are at.

    Raises:
        EngineError: a process did not end its work, or the work raised it.
        OSError: the work raised it.
    """
    processes = min(jobs, len(tasks) // _WORTH_A_PROCESS) if sys.platform == "linux" else 1
    if processes < 2:  # noqa: PLR2004 - with one there is nothing to share
        return [work(task) for task in tasks]
    fork: Any = multiprocessing.get_context("fork")
    following = fork.Value("l", 0)
    gc.freeze()  # so that no process copies, to count it, what all share
    readers = [_started(fork, work, tasks, following) for _ in range(processes - 1)]
    try:
        # It works too: what it only waited with would stay in memory beside what each of the others makes of it.
        found = _share(work, tasks, following)
        for process, reader in readers:
            found.update(_received(reader))
            process.join()
    finally:
        for process, _ in readers:
            process.terminate()
            process.join()
        gc.unfreeze()
    return [found[number] for number in range(len(tasks))]


def _started(fork: Any, work: Any, tasks: Any, following: Any) -> tuple[Any, Connection]:  # noqa: ANN401 - multiprocessing's
    reader, writer = fork.Pipe(duplex=False)
    process = fork.Process(target=_done, args=(work, tasks, following, writer))
    process.start()
    writer.close()
    return process, reader


def _done(work: Callable[[_Task], _Result], tasks: Sequence[_Task], following: Any, writer: Connection) -> None:  # noqa: ANN401 - multiprocessing's
    try:
        writer.send(_share(work, tasks, following))
    except (EngineError, OSError) as error:
        writer.send(error)


def _share(work: Callable[[_Task], _Result], tasks: Sequence[_Task], following: Any) -> dict[int, _Result]:  # noqa: ANN401 - multiprocessing's
    """What one process does: the result of each task by its number."""
    return {number: work(tasks[number]) for number in _numbers(len(tasks), following)}


def _numbers(tasks: int, following: Any) -> Iterator[int]:  # noqa: ANN401 - multiprocessing's
    """Those of the tasks that nobody else does."""
    while True:
        with following.get_lock():
            first = following.value
            following.value += _AT_ONCE
        if first >= tasks:
            return
        yield from range(first, min(first + _AT_ONCE, tasks))


def _received(reader: Connection) -> Any:  # noqa: ANN401 - what the work gave
    try:
        result = reader.recv()
    except EOFError:
        raise EngineError("a process that made a part of the site was ended before its work was done") from None
    if isinstance(result, Exception):
        raise result
    return result
