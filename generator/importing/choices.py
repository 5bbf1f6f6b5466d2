"""The options that a maintainer can copy if a person must say whose a report is, and what each of them decides."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.importing.names import likeliest, resembles

#: Not an id: a maintainer who copies the command without reading it gets an error.
PLACEHOLDER = "ANOTHER-ID"
_MOST_OTHER_LETTERS = 5  # in which another spelling may differ: with more, the text holds something else too
_MOST_SPELLINGS = 12  # that are compared with each other
#: A grade or a score, which a title page may show beside the name.
FIGURE = re.compile(r"\d,\d")


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to the question of a finding.

    Args:
        file: the report.
        code: the finding that asks.
        means: what the answer decides.
        options: the options to add to the command.
    """

    file: str
    code: str
    means: str
    options: tuple[str, ...]


def known(file: str, code: str, identity: str, name: str) -> Choice:
    """The choice that the report is of a provider in the register."""
    return Choice(file, code, f"it is a report of {name!r}, which is there", ("--provider", identity))


def new(file: str, code: str, identity: str, name: str, *, is_said: bool) -> Choice:
    """The choice that the report is of a new provider; ``is_said`` if the command must also give the name."""
    means = f"{name!r} is new, and gets the id {identity!r}, for ever"
    if identity == PLACEHOLDER:
        means = f"{name!r} is new, and gets an id of your choice, for ever"
    return Choice(file, code, means, ("--new-provider", identity, *(("--name", name) if is_said else ())))


def are_spellings(names: Sequence[str]) -> Sequence[bool]:
    """Which of ``names`` are the first one, or a slip for a name that is; any other may hold more than a name."""
    spelled = list(names[:1])
    for known_one in spelled:  # the list grows during the loop: a name may be a slip for a slip
        spelled += [
            name
            for name in names[:_MOST_SPELLINGS]
            if name not in spelled
            and abs(len(name) - len(names[0])) <= _MOST_OTHER_LETTERS
            and resembles(name, known_one)
        ]
    return [name in spelled for name in names]


def offered(names: Sequence[str]) -> list[str]:
    """The spellings that can be the name, the likeliest first.

    A spelling with a figure that the others lack is left out: the figure may be a grade.
    """
    spelled = [name for name, is_one in zip(names, are_spellings(names), strict=True) if is_one]
    figures = {tuple(re.findall(r"\d+", name)) for name in names}
    can_be = [
        name
        for name in spelled
        if name.isprintable() and not FIGURE.search(name) and (len(figures) == 1 or not re.search(r"\d", name))
    ]
    return likeliest(can_be)
