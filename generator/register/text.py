"""A file of the register as text, or a finding that says why not."""

import unicodedata
from pathlib import Path

from generator.register.findings import Finding, Location

_ALLOWED_CONTROLS = {"\n", "\t"}
# Characters that change what a reader sees without being seen: explicit bidi controls and zero-width marks.
_INVISIBLE = set("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")


def read_text(path: Path, root: Path) -> tuple[str | None, list[Finding]]:
    r"""The file at ``path``, below ``root``, with ``\n`` at each line's end; None with findings when it is no text."""
    at = Location(path.relative_to(root).as_posix())
    if not path.resolve().is_relative_to(root.resolve()):
        return None, [Finding(at, "F11", "a link leads out of the register", "a file of its own")]
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return None, [Finding(at, "F06", "there is no such file", "a file by this name")]
    except OSError as error:
        return None, [Finding(at, "F11", f"the file cannot be read: {error.strerror}", "a plain file")]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        came = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        return None, [Finding(Location(at.file, line, column), "F01", came, "text in UTF-8")]
    if text.startswith("\ufeff"):
        return None, [Finding(Location(at.file, 1, 1), "F01", "a byte order mark", "UTF-8 without one")]
    text = text.replace("\r\n", "\n")
    controls = list(_control_characters(text, at))
    return (None, controls) if controls else (text, [])


def _control_characters(text: str, at: Location) -> list[Finding]:
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.isascii() and line.isprintable():
            continue
        for column, character in enumerate(line, start=1):
            control = unicodedata.category(character) == "Cc" and character not in _ALLOWED_CONTROLS
            if control or character in _INVISIBLE:
                came = f"the control character U+{ord(character):04X}"
                found.append(Finding(Location(at.file, number, column), "F10", came, "text that can be seen"))
                break
    return found
