"""Work that is shared out: what comes back, and what happens where something goes wrong."""

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from generator.engine.errors import EngineError
from generator.engine.processes import shared_out
from generator.progress import heard

TASKS = list(range(100))
LONGEST = 60  # seconds that one process may wait for another, where all is well none
forked = pytest.mark.skipif(sys.platform != "linux", reason="only there it forks")


@pytest.mark.parametrize("jobs", [1, 2, 7])
@pytest.mark.parametrize("tasks", [[], TASKS[:1], TASKS[:41], TASKS])
def test_each_result_comes_back_in_the_order_of_the_tasks(jobs: int, tasks: list[int]) -> None:
    assert shared_out(lambda task: -task, tasks, jobs) == [-task for task in tasks]


def in_two(work: Callable[[], int]) -> Callable[[int], int]:
    """Work for two processes, of which each does the first of its tasks when the other has one too."""
    together, met = multiprocessing.get_context("fork").Barrier(2), set()

    def done(_: int) -> int:
        if os.getpid() not in met:
            met.add(os.getpid())
            together.wait(LONGEST)
        return work()

    return done


@forked
def test_several_processes_do_it_where_that_is_worth_it() -> None:
    assert len({os.getpid(), *shared_out(in_two(os.getpid), TASKS, 2)}) == 2
    assert set(shared_out(lambda _: os.getpid(), TASKS[:5], 2)) == {os.getpid()}
    assert set(shared_out(lambda _: os.getpid(), TASKS, 1)) == {os.getpid()}


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("error", [EngineError("two parts"), OSError(28, "No space left on device", "a file")])
def test_an_error_of_the_work_comes_back(jobs: int, error: Exception) -> None:
    def work(task: int) -> int:
        if task == 60:
            raise error
        return task

    with pytest.raises(type(error)) as raised:
        shared_out(work, TASKS, jobs)
    assert str(raised.value) == str(error)


@forked
def test_a_process_that_is_killed_is_named_and_nothing_waits_for_it() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    with pytest.raises(EngineError, match="was ended before its work was done"):
        shared_out(in_two(work), TASKS, 2)


@forked
def test_a_fault_of_the_program_is_no_result(capfd: pytest.CaptureFixture[str]) -> None:
    here = os.getpid()
    with pytest.raises(EngineError, match="was ended before its work was done"):
        shared_out(in_two(lambda: 1 // (os.getpid() == here)), TASKS, 2)
    assert "ZeroDivisionError" in capfd.readouterr().err, "it is told there, for whoever mends the program"


@forked
def test_ctrl_c_ends_them_all_without_a_word() -> None:
    """It goes to every process of the terminal; only the first one knows what to do."""
    program = """
import multiprocessing, os, signal
from generator.engine.processes import shared_out

here, together = os.getpid(), multiprocessing.get_context("fork").Barrier(3)

def work(task):
    # Where it comes is no chance: in the work of the first, while the others are at theirs.
    together.wait(60)
    os.killpg(0, signal.SIGINT) if os.getpid() == here else signal.pause()

try:
    shared_out(work, list(range(100)), 3)
except KeyboardInterrupt:
    print("stopped")
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, start_new_session=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "stopped\n", "")


@forked
def test_ctrl_c_reaches_the_first_process_alone() -> None:
    here = os.getpid()

    def work() -> int:
        is_deaf = signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])
        return is_deaf is not (os.getpid() == here)

    assert set(shared_out(in_two(work), TASKS, 2)) == {True}


@pytest.mark.parametrize("jobs", [1, 2])
def test_who_listens_hears_how_far_it_is(jobs: int) -> None:
    begun: list[tuple[str, int]] = []
    said: list[int] = []

    @contextmanager
    def listener(doing: str, items: int) -> Iterator[Callable[[int], object]]:
        begun.append((doing, items))
        yield said.append

    with heard(listener):
        shared_out(abs, TASKS, jobs, "Counting")
    assert begun == [("Counting", len(TASKS))]
    assert said == sorted(said)
    assert set(said) <= set(TASKS)
