"""Text of others in a terminal, or in the log of a workflow: nothing in it may be acted on."""

import re

# A workflow's log takes commands: `::error::` where a line begins, and the older `##[error]` anywhere in it.
_COMMAND = re.compile(r"\A\s*::|##\[")


def visible(text: str) -> str:
    """``text`` with what cannot be seen, or would be a command, spelled out as Python does."""
    shown = "".join(each if each.isprintable() else each.encode("unicode_escape").decode("ascii") for each in text)
    return _COMMAND.sub(lambda command: f"{command.group()[:-1]}\\x{ord(command.group()[-1]):02x}", shown)
