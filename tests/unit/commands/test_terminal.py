"""What commands print on a terminal, in a pipe, and with --quiet."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from support.registers.editing import swapped
from support.registers.empty import empty_register
from support.registers.invented import ALFA_FIRST, BETA_TOTAL
from support.report_writer import FIXED, with_tabs

from generator.commands.main import main
from generator.commands.terminal import coloured

COMMANDS = main.list_commands(click.Context(main))
A_WARNING = swapped(BETA_TOTAL, "12,8", "12,5")


def run(*arguments: str | Path, **options: bool) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "marked", "colour"),
    [
        ("data/results/2021.csv:2:7 R07 error: grade 80", "error", "red"),
        ("data/results/2021.csv:2:7 W01 warning: 40 per cent", "warning", "yellow"),
        ("  all clients: grade changes: 8,0 -> 9,0", "grade changes", "yellow"),
        ("  name: appears: Alfa", "appears", "green"),
        ("Alfa (alfa): disappears", "disappears", "red"),
        ("    ERROR it was public", "    ERROR", "red"),
        ("+alfa,2021-12-31,client,total,51,23,7.7,ja", "+alfa,2021-12-31,client,total,51,23,7.7,ja", "green"),
    ],
)
def test_what_matters_has_a_colour_and_the_text_is_the_same(line: str, marked: str, colour: str) -> None:
    assert click.unstyle(coloured(f"{line}\n")) == f"{line}\n"
    assert coloured(line) == line.replace(marked, click.style(marked, fg=colour))


@pytest.mark.parametrize(
    "line", ["", "alfa: no errors, no warnings", "an error: of which nothing is known", "  mend     Sort"]
)
def test_other_lines_have_none(line: str) -> None:
    assert coloured(line) == line


def on_a_terminal(*arguments: str | Path, **variables: str) -> str:
    """What a command prints on a terminal of 80 columns."""
    here, there = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "TERM"}}
    command = [sys.executable, "-m", "generator", *map(str, arguments)]
    process = subprocess.Popen(
        command,
        stdin=there,
        stdout=there,
        stderr=there,
        env=environment | {"TERM": "xterm", "COLUMNS": "80"} | variables,
    )
    os.close(there)
    said = b""
    while part := _read(here):
        said += part
    process.wait()
    os.close(here)
    return said.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so at the end
        return b""


def test_a_terminal_shows_colours_and_a_pipe_or_no_color_the_same_text_without(register_folder: Path) -> None:
    A_WARNING(register_folder)
    swapped(ALFA_FIRST, "8.0", "80")(register_folder)
    command = ("check", "--data", register_folder)
    plain = run(*command).output
    seen = on_a_terminal(*command)
    assert click.style("error", fg="red") in seen
    assert click.unstyle(seen) == plain
    assert on_a_terminal(*command, NO_COLOR="1") == plain
    assert on_a_terminal(*command, TERM="dumb") == plain


@pytest.mark.parametrize("place", ["before", "after"])
def test_quiet_prints_nothing_but_findings(place: str, register_folder: Path) -> None:
    def quietly(command: str) -> str:
        names = ("-q", command) if place == "before" else (command, "--quiet")
        return run(*names, "--data", register_folder).output

    assert quietly("audit") == ""
    assert quietly("seal") == ""
    A_WARNING(register_folder)
    loud = run("check", "--data", register_folder).output
    assert quietly("check") == "".join(loud.splitlines(keepends=True)[:-1])
    assert "W01 warning" in quietly("check")


def test_a_quiet_check_without_findings_prints_nothing(tmp_path: Path) -> None:
    data = empty_register(tmp_path, "public")
    assert run("check", "--data", data).output == f"{data}: no errors, no warnings\n"
    assert run("check", "-q", "--data", data).output == ""


def test_quiet_still_says_why_nothing_was_done(register_folder: Path) -> None:
    swapped(ALFA_FIRST, "8.0", "80")(register_folder)
    done = run("seal", "-q", "--data", register_folder)
    assert done.exit_code == 1
    assert "R07 error" in done.output
    assert "was not sealed" in done.output


def test_a_command_that_is_printed_is_as_it_was_typed(tmp_path: Path) -> None:
    data = empty_register(tmp_path, "public")
    (tmp_path / "report.txt").write_text(with_tabs(FIXED), encoding="utf-8")
    command = [sys.executable, "-m", "generator", "import", "report.txt", "--data", str(data)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert f"python -m generator import report.txt --data {data} --write" in done.stdout


def test_the_help_of_a_module_names_the_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check", "-h"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("Usage: python -m generator check ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_completes_commands_and_options(shell: str) -> None:
    def completed(words: str, word: str) -> str:
        number = str(len(words.split())) if shell != "fish" else word
        asked = {"_GENERATOR_COMPLETE": f"{shell}_complete", "COMP_WORDS": f"{words} {word}", "COMP_CWORD": number}
        program = "import sys; sys.argv[0] = 'generator'; from generator.__main__ import run; run()"
        done = subprocess.run(
            [sys.executable, "-c", program], env=os.environ | asked, capture_output=True, text=True, check=False
        )
        return done.stdout

    assert "check" in completed("generator", "che")
    assert "--quiet" in completed("generator check", "--q")
    assert "github" in completed("generator check --format", "g")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_can_be_quiet(command: str) -> None:
    assert "-q, --quiet" in run(command, "--help").output
