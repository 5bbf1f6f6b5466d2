"""`generator init`."""

import json
import re
from importlib.metadata import distribution, version
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit
from urllib.request import url2pathname

import click

from generator.commands.answering import answers
from generator.commands.phrasing import phrase_findings
from generator.commands.terminal import say
from generator.disk.replacing import replace_files
from generator.register.charters import CHARTER_FILE, read_charter
from generator.starting.beginning import Program, beginning
from generator.starting.usual import charter_of


def _wheel_address(context: click.Context, option: click.Parameter, text: str) -> str:
    del context, option
    if text and not re.fullmatch(r"https://[^\s#;]+/generator-[^\s/#;]+\.whl", text):
        raise click.BadParameter("give the whole https:// address of generator-…-py3-none-any.whl")
    return text


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", help="What the register and its site are called.")
@click.option("--language", help="Of the site: nl or en.")
@click.option("--agency", help="Whom the figures come from.")
@click.option("--provider", help='Who gives the service, one and several: "a school/schools".')
@click.option("--client", help='Who gets it and is asked: "a parent/parents".')
@click.option("--service", help='What is given: "a course/courses".')
@click.option("--commissioner", help='Who pays for it and is asked too: "an employer/employers"; nobody if left out.')
@click.option("--scale", help="The lowest and the highest grade.  [default: 1-10]")
@click.option("--address", help="Where the site will be served: https://…/")
@click.option("--contact", help="The e-mail address that visitors can write to.")
@click.option(
    "--wheel",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The file with this program, which the register installs.  [default: the one that it was installed from]",
)
@click.option(
    "--from",
    "fetched_from",
    default="",
    callback=_wheel_address,
    help="The https:// address at which that file is: the register fetches it there, and does not hold it.",
)
def command(folder: Path, wheel: Path | None, fetched_from: str, **said: str | None) -> None:
    """Lay out a new register with its site in DIR, a new or an empty folder.

    On a terminal it asks what the options do not say; with --name, --language and --agency it asks nothing.
    """
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(f"{folder} is not empty: name a new folder, or an empty one")
    program = Program(_program(wheel or _installed()), fetched_from)
    try:
        files = beginning(charter_of(answers(said)), program)
        _refuse_wrong_charter(files)
        _lay_out(files, folder)
    except OSError as error:
        raise click.ClickException(f"{error.filename or folder}: {error.strerror}; nothing was laid out") from None
    say(f"{folder}: a new register, {len(files)} files. README.md says what to do first; `make site` builds its site.")


def _lay_out(files: dict[str, bytes], folder: Path) -> None:
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        replace_files(folder, files)
    except BaseException:
        if is_new and not any(folder.iterdir()):
            folder.rmdir()
        raise
    for hook in (folder / ".githooks").iterdir():
        hook.chmod(0o755)


def _refuse_wrong_charter(files: dict[str, bytes]) -> None:
    """Make sure that register.yaml can be read as it is filled in, and that its words make addresses."""
    with TemporaryDirectory() as place:
        data = Path(place)
        replace_files(data, {CHARTER_FILE: files[f"data/{CHARTER_FILE}"]})
        charter, findings = read_charter(data)
        findings += phrase_findings(data, charter) if charter else []
    if findings:
        raise click.UsageError("; ".join(f"{each.came}: expected is {each.expected}" for each in findings))


def _installed() -> Path:
    """The wheel that this program was installed from, as pip noted it."""
    noted = json.loads(distribution("generator").read_text("direct_url.json") or "{}")
    url = urlsplit(noted.get("url", ""))
    path = Path(url2pathname(url.path))
    if url.scheme != "file" or "archive_info" not in noted or not path.is_file():
        raise click.UsageError("say with --wheel where the file of this program is: generator-…-py3-none-any.whl")
    return path


def _program(wheel: Path) -> Path:
    """The wheel, which must be of this very version: else the register would not fit it."""
    if not wheel.name.startswith(f"generator-{version('generator')}-") or wheel.suffix != ".whl":
        raise click.UsageError(f"{wheel.name} is not generator-{version('generator')}-….whl, this program")
    return wheel
