"""Work that is shared out among processes, where the system can fork one that knows all that this one knows."""

import gc
import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from generator.engine.errors import EngineError
from generator.progress import Done, heard, nobody, tracked, work

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")
# Less is done sooner than a process begins.
_WORTH_A_PROCESS = 20
_AT_ONCE = 4


def shared_out(
    do: Callable[[_Task], _Result], tasks: Sequence[_Task], jobs: int, doing: str = "Working"
) -> list[_Result]:
    """The result of each task, in their order, done by up to ``jobs`` processes, of which this is one.

    If another one is killed, only its own work is lost; if this one is, the others end when they did what they are at.
    ``doing`` says to people what is done: `Laying out pages`.

    Raises:
        EngineError: a process did not end its work, or the work raised it.
        OSError: the work raised it.
    """
    processes = min(jobs, len(tasks) // _WORTH_A_PROCESS) if sys.platform == "linux" else 1
    if processes < 2:  # noqa: PLR2004 - with one there is nothing to share
        return [do(task) for task in tracked(tasks, doing, of=tasks)]
    fork: Any = multiprocessing.get_context("fork")
    following = fork.Value("l", 0)
    gc.freeze()  # so that no process copies, to count it, what all share
    readers = [_started(fork, do, tasks, following) for _ in range(processes - 1)]
    try:
        # It works too: what it only waited with would stay in memory beside what each of the others makes of it.
        with work(doing, len(tasks)) as done:
            found = _share(do, tasks, following, done)
        for process, reader in readers:
            found.update(_received(reader))
            process.join()
    finally:
        for process, _ in readers:
            process.terminate()
            process.join()
        gc.unfreeze()
    return [found[number] for number in range(len(tasks))]


def _started(fork: Any, do: Any, tasks: Any, following: Any) -> tuple[Any, Connection]:  # noqa: ANN401 - multiprocessing's
    reader, writer = fork.Pipe(duplex=False)
    process = fork.Process(target=_done, args=(do, tasks, following, writer))
    # Ctrl-C is for this process, which ends the others.
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    process.start()
    signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
    writer.close()
    return process, reader


def _done(do: Callable[[_Task], _Result], tasks: Sequence[_Task], following: Any, writer: Connection) -> None:  # noqa: ANN401 - multiprocessing's
    try:
        with heard(nobody):
            writer.send(_share(do, tasks, following, lambda _: None))
    except (EngineError, OSError) as error:
        writer.send(error)


def _share(do: Callable[[_Task], _Result], tasks: Sequence[_Task], following: Any, done: Done) -> dict[int, _Result]:  # noqa: ANN401 - multiprocessing's
    """What one process does: the result of each task by its number."""
    found = {}
    for number in _numbers(len(tasks), following):
        done(number)  # the others began with those before it
        found[number] = do(tasks[number])
    return found


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
