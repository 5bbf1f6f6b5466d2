"""Text that a spreadsheet would run as a formula, made harmless."""

import re

# Where a cell can begin for a program: at the start of the text, or after a possible end of a cell or of a line. A
# Dutch Excel splits the cells of a CSV at semicolons, even inside quotes, and then removes the quotes of that cell.
_RISKY = re.compile(r"(\A|[;\t\r\n])(?=[\s\"]*[=+\-@\uff1d\uff0b\uff0d\uff20])")
_CONTROL = ("\t", "\r")


def harmless(text: str) -> str:
    """``text`` with an apostrophe before each place where a formula could begin."""
    safe = _RISKY.sub(r"\1'", text)
    return f"'{safe}" if safe.startswith(_CONTROL) else safe


def is_risky(text: str) -> bool:
    """Whether a spreadsheet could take ``text`` for a formula."""
    return harmless(text) != text
