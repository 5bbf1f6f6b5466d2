"""Work that is shared out: what comes back, and what happens where something goes wrong."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable

import pytest

from generator.engine.errors import EngineError
from generator.engine.processes import shared_out

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
