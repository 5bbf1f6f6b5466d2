"""Text of others in a terminal, or in the log of a workflow: no terminal or log may obey anything in it."""

import re

# A workflow's log obeys commands: `::error::` at the start of a line, and the older `##[error]` anywhere in it.
_COMMAND = re.compile(r"\A\s*::|##\[")


def visible(text: str) -> str:
    """``text`` with invisible characters and commands written as Python escapes."""
    shown = "".join(each if each.isprintable() else each.encode("unicode_escape").decode("ascii") for each in text)
    return _COMMAND.sub(lambda command: f"{command.group()[:-1]}\\x{ord(command.group()[-1]):02x}", shown)
