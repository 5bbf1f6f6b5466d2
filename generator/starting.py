"""A new register with its site: the files that it begins with, and what is filled in.

All but those in starter/ are this repository's own: pyproject.toml says which, and a wheel carries them.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_PROGRAM = Path(__file__).parent
_CARRIED = _PROGRAM / "starter"
# Parts of a file that make sense only in the repository of the program.
_ONLY_THERE = re.compile(r"\n *# begin: only where the generator is made\n.*?\n *# end\n", re.DOTALL)
# Where this register's own names stand, which another one replaces.
_NAMED = ("mkdocs.yml", "README.md", "site_src/pages/", "data/")
_NAME, _AGENCY = "Klantcijfer", "Panteia"
_REQUIREMENT = "requirements/generator.txt"


@dataclass(frozen=True, slots=True)
class Start:
    """What is filled in.

    Args:
        name: what the site is called.
        agency: whom the figures come from.
        wheel: the file with the program that the register installs.
        fetched_from: the address at which that file is; empty if it is to stand in the register.
        address: where the site will be served; empty if that is not known yet.
        email: whom visitors can write to; empty if there is nobody yet.
    """

    name: str
    agency: str
    wheel: Path
    fetched_from: str = ""
    address: str = ""
    email: str = ""


def beginning(start: Start) -> dict[str, bytes]:
    """Every file of a new register, by its name.

    Raises:
        OSError: a file cannot be read.
    """
    files = {name: _filled(name, content, start) for name, content in carried().items()}
    wheel = start.wheel.read_bytes()
    place = f"requirements/{start.wheel.name}"
    named = f"generator @ {start.fetched_from}" if start.fetched_from else f"./{place}"
    requirement = f"# The program of this register.\n{named} --hash=sha256:{sha256(wheel).hexdigest()}\n"
    files[_REQUIREMENT] = requirement.encode()
    return files if start.fetched_from else files | {place: wheel}


def carried() -> Mapping[str, bytes]:
    """The files as they are here, by their names in a new register."""
    return {name: path.read_bytes() for source, target in _sources() for name, path in _below(source, target)}


def _sources() -> Iterator[tuple[Path, str]]:
    """Each file or folder that is carried, with its name in a new register."""
    if _CARRIED.is_dir():
        yield _CARRIED, ""
        return
    project = _PROGRAM.parent
    said = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    carries = said["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    prefix = _CARRIED.relative_to(project).as_posix()
    yield from ((project / source, target.removeprefix(prefix).lstrip("/")) for source, target in carries.items())


def _below(source: Path, name: str) -> Iterator[tuple[str, Path]]:
    if source.is_file():
        yield name, source
        return
    for path in sorted(source.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            yield "/".join(filter(None, (name, path.relative_to(source).as_posix()))), path


def _filled(name: str, content: bytes, start: Start) -> bytes:
    """A file without what is of the program's repository alone, and with the names of another register."""
    if name.startswith(_NAMED):
        text = content.decode().replace(_NAME, start.name).replace(_AGENCY, start.agency)
        return (_charter(text, start) if name == "data/register.yaml" else text).encode()
    if name == "Makefile" or name.startswith(".github/"):
        return _ONLY_THERE.sub("\n", content.decode()).encode()
    return content


def _charter(text: str, start: Start) -> str:
    """register.yaml with the site's own address, and whom visitors can write to."""
    if start.address:
        text += f"\n# Where the site is served.\naddress: {start.address}\n"
    if start.email:
        text += f"\n# Whom visitors can write to.\ncontact:\n  name: {start.name}\n  days: 5\n  email: {start.email}\n"
    return text
