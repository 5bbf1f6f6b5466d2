"""Every file of a new register, filled in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.charter import Charter
from generator.starting.carrying import carried
from generator.starting.filling import filled, named

# Parts of a file that make sense only in the repository of the program.
_ONLY_THERE = re.compile(r"\n *# begin: only where the generator is made\n.*?\n *# end\n", re.DOTALL)
_TEMPLATE = ".jinja"
_PAGES = "pages/"
_REQUIREMENT = "requirements/generator.txt"


@dataclass(frozen=True, slots=True)
class Program:
    """The program that a register installs.

    Args:
        wheel: its file.
        fetched_from: the address at which that is; empty if it is to stand in the register.
    """

    wheel: Path
    fetched_from: str = ""


def beginning(charter: Charter, program: Program) -> dict[str, bytes]:
    """Every file of a new register, by its name.

    Raises:
        OSError: a file cannot be read.
    """
    return dict(_files(charter)) | dict(_program(program))


def _files(charter: Charter) -> Iterator[tuple[str, bytes]]:
    own_pages = f"{_PAGES}{charter.language}/"
    for name, content in carried().items():
        if name.startswith(own_pages):
            yield _page(name.removeprefix(own_pages), charter), named(content.decode(), charter).encode()
        elif name.endswith(_TEMPLATE):
            yield name.removesuffix(_TEMPLATE), filled(content.decode(), charter).encode()
        elif name == "Makefile" or name.startswith(".github/"):
            yield name, _ONLY_THERE.sub("\n", content.decode()).encode()
        elif not name.startswith(_PAGES):
            yield name, content


def _page(name: str, charter: Charter) -> str:
    """Where a page written by hand stands: its file has the name of its folder on the site."""
    return f"site_src/pages/{getattr(charter.folders, Path(name).stem)}.md"


def _program(program: Program) -> Iterator[tuple[str, bytes]]:
    wheel = program.wheel.read_bytes()
    place = f"requirements/{program.wheel.name}"
    wanted = f"generator @ {program.fetched_from}" if program.fetched_from else f"./{place}"
    yield (
        _REQUIREMENT,
        f"# The program of this register.\n{wanted} --hash=sha256:{sha256(wheel).hexdigest()}\n".encode(),
    )
    if not program.fetched_from:
        yield place, wheel
