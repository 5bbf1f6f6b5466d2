"""`generator init`."""

import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import distribution, version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar
from urllib.parse import urlsplit
from urllib.request import url2pathname

import click

from generator.charter import Language, Noun, Nouns
from generator.commands.terminal import say
from generator.disk.replacing import replace_files
from generator.register.charters import CHARTER_FILE, read_charter
from generator.scale import Scale
from generator.starting.beginning import Program, beginning
from generator.starting.usual import USUAL, Answers, charter_of

# Without these nothing can be laid out; for all else there is something usual.
_NEEDED = ("name", "language", "agency")
_NOUN = re.compile(r"(?:(?P<article>\w+) )?(?P<one>[^/]+?) */ *(?P<other>[^/]+)")

_Read = TypeVar("_Read")


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
@click.option("--contact", "email", help="The e-mail address that visitors can write to.")
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
        files = beginning(charter_of(_answers(said)), program)
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


@dataclass(frozen=True, slots=True)
class _Asking:
    """What the options say, and whether somebody is there who can say the rest."""

    said: dict[str, str | None]
    asks: bool

    def get(self, option: str, question: str, read: Callable[[str], _Read], usual: str | None = None) -> _Read:
        """What ``read`` makes of an option, of an answer to the question, or of what is usual."""
        given = self.said[option]
        if given is not None:
            try:
                return read(given)
            except click.BadParameter as error:
                raise click.UsageError(f"--{option}: {error.message}") from None
        if not self.asks:
            return read(usual or "")
        answer: _Read = click.prompt(question, default=usual, value_proc=read, show_default=bool(usual), err=True)
        return answer


def _answers(said: dict[str, str | None]) -> Answers:
    missing = [name for name in _NEEDED if said[name] is None]
    if missing and not is_asked():
        raise click.UsageError(f"say --{', --'.join(missing)}: there is no terminal to ask on")
    asking = _Asking(said, asks=bool(missing))
    name = asking.get("name", "What is the register called", _text)
    language = asking.get("language", "Language of the site, nl or en", _language, "en")
    agency = asking.get("agency", "Whom do the figures come from", _text)

    def noun(text: str) -> Noun:
        return _noun(text, language)

    def maybe_noun(text: str) -> Noun | None:
        return noun(text) if text else None

    usual = USUAL[language].nouns
    return Answers(
        name=name,
        language=language,
        agency=agency,
        nouns=Nouns(
            provider=asking.get("provider", "Who gives the service, one/several", noun, _said(usual.provider)),
            client=asking.get("client", "Who gets it and is asked, one/several", noun, _said(usual.client)),
            service=asking.get("service", "What is given, one/several", noun, _said(usual.service)),
            commissioner=asking.get("commissioner", "Who pays and is asked too, if anybody", maybe_noun, ""),
        ),
        scale=asking.get("scale", "The lowest and the highest grade", _scale, "1-10"),
        address=asking.get("address", "Where the site will be served, if that is known", str.strip, ""),
        email=asking.get("email", "E-mail address that visitors can write to, if any", str.strip, ""),
    )


def is_asked() -> bool:
    """Whether a person sits at a terminal, who can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _text(text: str) -> str:
    if not text.strip():
        raise click.BadParameter("say it in letters")
    return " ".join(text.split())


def _language(text: str) -> Language:
    try:
        return Language(text.strip())
    except ValueError:
        raise click.BadParameter(f"{text!r} is neither nl nor en") from None


def _noun(text: str, language: Language) -> Noun:
    found = _NOUN.fullmatch(" ".join(text.split()))
    is_dutch = language is Language.DUTCH
    article = found and found["article"]
    if found is None or (article not in {"de", "het"} if is_dutch else article not in {"a", "an"}):
        example = "de school/scholen" if is_dutch else "a school/schools"
        raise click.BadParameter(f"{text!r} is not one and several with an article, as in {example!r}")
    return Noun(found["one"], found["other"], str(article))


def _said(noun: Noun) -> str:
    return f"{noun.article} {noun.one}/{noun.other}"


def _scale(text: str) -> Scale:
    found = re.fullmatch(r"(\d{1,2}) *[-\u2013] *(\d{1,2})", text.strip())
    if found is None:
        raise click.BadParameter(f"{text!r} is no scale, as in '1-10'")
    return Scale(int(found[1]), int(found[2]))


def _refuse_wrong_charter(files: dict[str, bytes]) -> None:
    """Make sure that register.yaml can be read as it is filled in."""
    with TemporaryDirectory() as place:
        data = Path(place)
        replace_files(data, {CHARTER_FILE: files[f"data/{CHARTER_FILE}"]})
        _, findings = read_charter(data)
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
