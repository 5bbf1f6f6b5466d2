"""Two commands at once: the second says that it waits, and then goes by what the first one left."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from click.testing import CliRunner, Result
from support.project import ROOT
from support.registers.editing import cell, swapped
from support.registers.invented import ALFA_FIRST, ALFA_TOTAL, GAMMA_LOW
from support.registers.reading import contents
from support.repositories import repository

from generator.charter import Charter
from generator.commands import common, publishing
from generator.commands.main import main
from generator.disclosure import opening
from generator.disk.locking import locked
from generator.engine import building
from generator.engine.reservation import Reservation, reserved
from generator.findings.findings import Finding
from generator.register.reading import read_register
from generator.register.records import Register
from generator.site.content.content import Content

_PATIENCE = 120
_SAY_WAITING = common.say_waiting


class Runner:
    """Runs commands beside the test, which is told when one waits."""

    def __init__(self, pool: ThreadPoolExecutor) -> None:
        self._pool = pool
        self._waits = Event()

    def begin(self, *arguments: str | Path) -> Future[Result]:
        """Begin a command, and return when it waits."""
        future = self._pool.submit(CliRunner().invoke, main, [str(argument) for argument in arguments])
        future.add_done_callback(lambda _: self._waits.set())
        assert self._waits.wait(_PATIENCE)
        assert not future.done()
        return future

    def say_waiting(self, folder: Path) -> None:
        """What the command says, and that it has said it."""
        _SAY_WAITING(folder)
        self._waits.set()


@pytest.fixture
def runner(monkeypatch: pytest.MonkeyPatch) -> Iterator[Runner]:
    with ThreadPoolExecutor() as pool:
        runner = Runner(pool)
        for module in (common, publishing):
            monkeypatch.setattr(module, "say_waiting", runner.say_waiting)
        yield runner


def test_a_build_that_waited_reads_the_register_as_it_is_then(
    register_folder: Path, tmp_path: Path, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    site = tmp_path / "site"
    with reserved(tmp_path / "other docs", site):
        build = runner.begin("build", "--data", register_folder, "--docs", tmp_path / "docs", "--site", site)
        swapped(ALFA_FIRST, "8.0", "80")(register_folder)
    done = build.result(_PATIENCE)
    assert f"{site} is in use by another command; this one goes on when that has ended." in done.output
    assert "grade 80 is not between 1.0 and 10.0" in done.output
    assert done.exit_code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_sealing_that_waited_seals_what_is_there_then(register_folder: Path, runner: Runner) -> None:
    with locked(register_folder / ".lock", lambda: None):
        seal = runner.begin("seal", "--data", register_folder)
        swapped(GAMMA_LOW, "20,4,,nee", "20,4,6.5,nee")(register_folder)
        before = contents(register_folder)
        assert before[".lock"] == b""
    done = seal.result(_PATIENCE)
    assert f"{register_folder} is in use by another command" in done.output
    assert f"{register_folder}: 1 sealed." in done.output
    assert contents(register_folder).keys() == before.keys() - {".lock"}


def test_an_import_that_waited_adds_to_what_is_there_then(
    register_folder: Path, tmp_path: Path, runner: Runner
) -> None:
    (tmp_path / "report.txt").write_text("Geen rapport.", encoding="utf-8")
    with locked(register_folder / ".lock", lambda: None):
        begun = runner.begin("import", tmp_path / "report.txt", "--data", register_folder, "--write")
        swapped(ALFA_FIRST, "8.0", "80")(register_folder)
    assert "grade 80 is not between 1.0 and 10.0" in begun.result(_PATIENCE).output


def test_addresses_that_another_build_noted_meanwhile_stay(
    register_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one builds the same register into another folder, so neither waits for the other."""

    def both(content: Content, project: Path, reservation: Reservation, *_: object) -> frozenset[str]:
        del content, project, reservation
        (register_folder / "urls.txt").write_text("/privacy/\n", encoding="utf-8")
        return frozenset({"over/index.html"})

    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(building, "build", both)
    folders = ["--docs", str(tmp_path / "docs"), "--site", str(tmp_path / "site")]
    done = CliRunner().invoke(main, ["build", "--data", str(register_folder), *folders], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    assert (register_folder / "urls.txt").read_text(encoding="utf-8") == "/over/\n/privacy/\n"


def _nobody_waits() -> None:
    raise AssertionError("it is held by somebody")


_READERS = (("check",), ("audit", "--as-of", "2026-01-01"), ("diff", "HEAD"), ("import", "report.txt"), ("seal",))


@pytest.mark.parametrize("command", [*_READERS, ("build",)], ids=lambda each: each[0])
def test_a_reader_sees_one_version_whole_whoever_writes_beside_it(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each time between the policy and the tables: a command that writes cannot begin, and an editor is seen."""
    data = repository(tmp_path / "project") / "data"
    (tmp_path / "report.txt").write_text("Geen rapport.", encoding="utf-8")
    times = list[bool]()

    def read(folder: Path, charter: Charter | None) -> tuple[Register, list[Finding]]:
        found = read_register(folder, charter)
        if folder == data:
            with pytest.raises(AssertionError), locked(data / ".lock", _nobody_waits):
                pass
            times.append(bool(found[1]))
            if len(times) == 1:  # two files that belong together, in an editor that knows no lock
                cell(ALFA_TOTAL, "publication", "neen")(data)
                swapped("policy.yaml", "public", "privaat")(data)
        return found

    monkeypatch.setattr(opening, "read_register", read)
    monkeypatch.chdir(ROOT)
    arguments = [str(tmp_path / each) if each.endswith(".txt") else each for each in command]
    folders = ["--docs", str(tmp_path / "docs"), "--site", str(tmp_path / "site")] if command == ("build",) else []
    done = CliRunner().invoke(main, [*arguments, "--data", str(data), *folders])
    assert times == [False, True]
    assert done.exit_code == 1
    assert "'neen' is not one of the choices" in done.output
    assert "'privaat' is not one of the choices" in done.output
    assert not (data / ".lock").exists()
