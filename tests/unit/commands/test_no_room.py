"""No room for temporary files: what was there stays, nothing is left, and it is said in a line."""

import errno
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from support.open_data import open_data
from support.project import ROOT
from support.registers.demos import public_demo
from support.registers.editing import cell
from support.registers.empty import empty_register
from support.registers.invented import ALFA_COMMISSIONERS
from support.registers.public import rounded_beside
from support.registers.reading import contents
from support.report_writer import FIXED, with_tabs
from support.repositories import commit, repository
from xlsxwriter.packager import Packager

from generator.commands.common import Exit


def _no_file_has_room() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def run(room: Path, *arguments: str | Path) -> tuple[int, str]:
    """A command, where no file has room, in ``room`` or elsewhere: how it ended, and its last line."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(room)},
        preexec_fn=_no_file_has_room,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stdout, done.stdout
    return done.returncode, done.stdout.splitlines()[-1]


@pytest.mark.parametrize("command", [("diff", "HEAD~1"), ("audit", "--against", "HEAD~1"), ("guard",)], ids=" ".join)
def test_a_version_of_git_that_cannot_be_written(command: tuple[str, ...], tmp_path: Path) -> None:
    data = repository(tmp_path / "project") / "data"
    commit(tmp_path / "project", cell(ALFA_COMMISSIONERS, "grade", "7.6"))
    (tmp_path / "room").mkdir()
    code, said = run(tmp_path / "room", *command, "--data", data)
    assert (code, list((tmp_path / "room").iterdir())) == (Exit.ENGINE_FAILED, [])
    assert "room" in said or "temporary" in said


def test_an_import_that_cannot_be_tried_out(tmp_path: Path) -> None:
    data = empty_register(tmp_path, "public")
    before = contents(data)
    (tmp_path / "report.txt").write_text(with_tabs(FIXED), encoding="utf-8")
    (tmp_path / "room").mkdir()
    code, said = run(tmp_path / "room", "import", tmp_path / "report.txt", "--data", data, "--write")
    assert (code, list((tmp_path / "room").iterdir())) == (Exit.ENGINE_FAILED, [])
    assert said.endswith("nothing was written")
    assert contents(data) == before


def test_a_workbook_of_which_a_part_cannot_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        assert list(tmp_path.rglob("*")), "the parts stand somewhere else"
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(Packager, "_write_styles_file", full)
    with pytest.raises(OSError, match="No space left") as refused:
        open_data(rounded_beside(public_demo(60)))
    assert refused.value.errno == errno.ENOSPC
    assert list(tmp_path.iterdir()) == []
