"""The same register gives the same site, wherever, whenever and by whomever it is built."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.project import ROOT
from support.registers.invented import write_register

from generator.commands.main import main

AS_OF = "2026-11-22"
COMMAND = [sys.executable, "-m", "generator", "build", "--as-of", AS_OF]


def tree(site: Path) -> Mapping[str, tuple[str, bytes]]:
    """The mode of each file and folder, and what a file holds."""
    return {
        path.relative_to(site).as_posix(): (oct(path.stat().st_mode), path.read_bytes() if path.is_file() else b"")
        for path in (site, *site.rglob("*"))
    }


def copied_project(data: Path, project: Path) -> Path:
    """The project with another register, in files that are their owner's only and of another time."""
    shutil.copytree(data, project / "data")
    shutil.copytree(ROOT / "site_src", project / "site_src")
    shutil.copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    for path in (project, *project.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
        os.utime(path, (0, 0))
    return project


def test_the_site_is_the_same_to_the_byte_and_the_mode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = write_register(tmp_path)
    project = copied_project(data, tmp_path / "élders, ergens")
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("TZ", "Etc/GMT+12")  # where it is never the day that it is on Kiritimati
    arguments = ["build", "--data", str(data), "--docs", str(tmp_path / "docs"), "--site", str(tmp_path / "site")]
    done = CliRunner().invoke(main, [*arguments, "--as-of", AS_OF], catch_exceptions=False)
    assert done.exit_code == 0, done.output

    environment = {
        "PATH": os.defpath,
        "PYTHONPATH": f"{ROOT / 'tests' / 'support' / 'elsewhere'}{os.pathsep}{ROOT}",
        "PYTHONHASHSEED": "7",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "LC_ALL": "C",
        "TZ": "Pacific/Kiritimati",
        "RAYON_NUM_THREADS": "1",
    }
    ended = subprocess.run(
        COMMAND,
        cwd=project,
        env=environment,
        umask=0o077,
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr.decode(errors="replace")
    here, there = tree(tmp_path / "site"), tree(project / "site")
    assert len(here) > 100
    assert [name for name in sorted({*here, *there}) if here.get(name) != there.get(name)] == []
