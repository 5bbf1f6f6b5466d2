"""All that a build writes of a register, and all that it says; and the same without an engine, in a moment."""

import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from support.made import files
from support.project import ROOT
from support.registers.planted import AS_OF
from support.registers.reading import contents, judged
from support.settings import SETTINGS
from support.words import WORDS

from generator.commands.main import main
from generator.disclosure import withholding
from generator.site.content.content import content
from generator.site.content.looks import looks
from generator.site.rendering import plotly


def built(data: Path) -> dict[str, bytes]:
    """Every file that a build writes, in the folders for it and beside them, and all that is said meanwhile."""
    folder = data.parent
    temporary = folder / "temporary"
    temporary.mkdir()
    before = contents(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setattr(tempfile, "tempdir", str(temporary))
        with _engine_log() as log:
            said = ran("build", "--docs", folder / "docs", "--site", folder / "site", "--as-of", AS_OF, data=data)
    written = {name: content for name, content in contents(folder).items() if not name.startswith("data/")}
    noted = {f"data/{name}": content for name, content in contents(data).items() if before.get(name) != content}
    # How long it took, and the names of folders made by chance, are no properties of the register.
    engine = re.sub(r"in [\d.]+ seconds|/\.(docs|site)-\w+", "", "".join(log)).replace(str(folder), "")
    return written | noted | said | {"engine.txt": engine.encode()}


def ran(command: str, *arguments: object, data: Path) -> dict[str, bytes]:
    """What a command says, and how it ends, as files; the place of the register is left out."""
    done = CliRunner().invoke(main, [command, "--data", str(data), *map(str, arguments)])
    said = {"stdout": done.stdout, "stderr": done.stderr, "exit_code": f"{done.exit_code} {done.exception!r}"}
    return {f"{command}-{name}.txt": text.replace(str(data.parent), "").encode() for name, text in said.items()}


def rendered(data: Path, as_of: date = AS_OF) -> dict[str, bytes]:
    """What is given to the engine: pages and files."""
    there = judged(data)
    public = withholding.withhold(there.register, there.policy, as_of)
    return ours(files(content(public, SETTINGS, there.register.addresses)))


def ours(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Without what is byte for byte as its package has it, or as it or its parts were written by hand: that knows of no
    register.
    """
    return {name: content for name, content in files.items() if sha256(content).digest() not in _foreign()}


@cache
def _foreign() -> frozenset[bytes]:
    theme = find_spec("material")
    assert theme is not None
    assert theme.submodule_search_locations
    folders = (Path(theme.submodule_search_locations[0]) / "templates" / "assets", ROOT / "site_src" / "pages")
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    contents = [file.read_bytes() for file in (*files, plotly.script_file())]
    contents += [text.encode() for _, text in looks(SETTINGS, WORDS)]
    return frozenset(sha256(content).digest() for content in contents)


@contextmanager
def _engine_log() -> Iterator[list[str]]:
    """What the engine says, which a build passes on only where it fails."""
    log: list[str] = []
    run = subprocess.run

    def recorded(*arguments: Any, **options: Any) -> subprocess.CompletedProcess[str]:  # noqa: ANN401 - as it is called
        done = run(*arguments, **options)
        log.extend((done.stdout, done.stderr))
        return done

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subprocess, "run", recorded)
        yield log
