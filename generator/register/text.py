"""Reads a file of the register as text, or gives a finding that says why it cannot."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from stat import S_ISREG

from generator.findings.findings import Finding, Location
from generator.misreading import misread

# Controls, invisible marks that change the text around them (bidi, zero width), line breaks of other kinds; code points
# that belong to nobody, or to whoever uses them, and are drawn as anything.
_UNSEEN_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
# Unicode's Default_Ignorable_Code_Point: drawn as nothing where it is not understood. No module of Python knows it.
_IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# Symbols and letters of which the picture is empty (Braille, a note without a head, Khitan, Egyptian), and the two that
# stand for what could not be shown.
_BLANK = "\u2800\U0001d159\U00016fe4\U00013441\U00013442\ufffc\ufffd"
_UNSEEN = re.compile(f"[{_IGNORABLE}{_BLANK}]")
# Those that text needs: line ends, tabs, the two joiners, and the two that choose between a letter and a picture.
_ALLOWED = {"\n", "\t", "\u200c", "\u200d", "\ufe0e", "\ufe0f"}
# Some scripts and emoji need these; behind a Latin letter they do nothing, and make one name look like another.
_IDLE = re.compile("(?<=[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff])[\u200c\u200d\ufe0e\ufe0f]")
# Code points that Unicode keeps for pictures to come: a phone may know them before Python does.
_PICTURES = range(0x1F000, 0x1FB00)
_SEEN_CATEGORIES = frozenset("LNPS")  # letters, numbers, punctuation, symbols
_MARKS = {"Mn", "Me"}  # drawn on the character before them

# What git writes around the sides of a conflict; the second one stands below headings of Markdown too.
_OF_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")
_MARK = re.compile(r"<{7}( |$)|={7}$|>{7}( |$)")

#: How much a file of the register may hold: more than 20,000 providers need (docs/decisions/0017-limits.md).
LARGEST_TABLE = 20_000_000  # bytes
LARGEST_DOCUMENT = 100_000  # bytes, of YAML or of a reply
MOST_LINES = 100_000
LONGEST_LINE = 100_000  # characters


def read_text(
    path: Path, root: Path, largest: int = LARGEST_TABLE, most_lines: int = MOST_LINES
) -> tuple[str | None, list[Finding]]:
    r"""The text of the file at ``path``, below ``root``, with ``\n`` as line end; None with findings if it is no text.

    Args:
        path: the file.
        root: the folder of the register; no link may lead out of it.
        largest: the most bytes that it may hold; no more are read.
        most_lines: the most lines that it may hold.
    """
    at = Location(path.relative_to(root).as_posix())
    raw, findings = _read_bytes(path, root, at, largest)
    if raw is None:
        return None, findings
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        came = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        return None, [Finding(Location(at.file, 1, 1).after(before), "F01", came, "text in UTF-8")]
    if text.startswith("\ufeff"):
        return None, [Finding(Location(at.file, 1, 1), "F01", "a byte order mark", "UTF-8 without one")]
    text = text.replace("\r\n", "\n")
    lines = text.split("\n")
    if len(lines) > most_lines:
        return None, [Finding(at, "F14", f"{len(lines):,} lines", f"at most {most_lines:,}")]
    conflicts = list(_conflicts(lines, at)) if any(mark in text for mark in _OF_CONFLICT) else []
    findings = conflicts or _of_lines(lines, at) or _misread(lines, at)
    return (None, findings) if findings else (text, [])


def _read_bytes(path: Path, root: Path, at: Location, largest: int) -> tuple[bytes | None, list[Finding]]:
    try:
        if _has_link(path, root) and not path.resolve().is_relative_to(root.resolve()):
            return None, [Finding(at, "F11", "a link leads out of the register", "a file of its own")]
        if not S_ISREG(path.stat().st_mode):
            # To read a pipe could take for ever.
            return None, [Finding(at, "F11", "this is no file", "a plain file")]
        with path.open("rb") as file:
            raw = file.read(largest + 1)
    except FileNotFoundError:
        return None, [Finding(at, "F06", "there is no such file", "a file by this name")]
    except (OSError, RuntimeError) as error:
        why = error.strerror if isinstance(error, OSError) else "a link that leads to itself"
        return None, [Finding(at, "F11", f"the file cannot be read: {why}", "a plain file")]
    if len(raw) > largest:
        return None, [Finding(at, "F14", f"more than {largest:,} bytes", f"at most {largest:,}")]
    return raw, []


def _has_link(path: Path, root: Path) -> bool:
    """Whether a step from ``root`` to ``path`` is a link: only then is it dear to see where the path leads."""
    return path != root and (path.is_symlink() or _has_link(path.parent, root))


def _of_lines(lines: Sequence[str], at: Location) -> list[Finding]:
    """What is wrong with the lines themselves: too long, or characters that cannot be seen."""
    return [
        Finding(Location(at.file, number), "F14", f"a line of {len(line):,} characters", f"at most {LONGEST_LINE:,}")
        for number, line in enumerate(lines, start=1)
        if len(line) > LONGEST_LINE
    ] or list(_control_characters(lines, at))


def _conflicts(lines: Sequence[str], at: Location) -> Iterator[Finding]:
    """Each conflict that git left, or what somebody left of its marks, by its first line."""
    begin, middle, end = _OF_CONFLICT
    marks = {number: line[:7] for number, line in enumerate(lines, start=1) if _MARK.match(line)}
    if at.file.endswith(".md") and set(marks.values()) == {middle}:
        return
    before = end
    for number, mark in marks.items():
        if mark == begin or before == end:
            yield Finding(Location(at.file, number), "F18", f"the line {mark}", "lines without the marks of a conflict")
        before = mark


def _misread(lines: Sequence[str], at: Location) -> list[Finding]:
    """The first text that was read in a wrong encoding before it came into the file."""
    for number, line in enumerate(lines, start=1):
        found = misread(line)
        if found:
            came = f"letters that were read in a wrong encoding, where {found[1]!r} stood"
            return [Finding(Location(at.file, number, found[0] + 1), "F17", came, "the letters as they were written")]
    return []


def _control_characters(lines: Sequence[str], at: Location) -> Iterator[Finding]:
    for number, line in enumerate(lines, start=1):
        place = first_unseen(line)
        if place is not None:
            yield control_character(line[place], Location(at.file, number, place + 1))


def first_unseen(text: str) -> int | None:
    """The place of the first character that cannot be seen, and that ``text`` does not need; None if there is none."""
    if text.isprintable() and (text.isascii() or not (_UNSEEN.search(text) or _IDLE.search(text))):
        return None  # the same of most lines, said at once
    idle = {found.start() for found in _IDLE.finditer(text)}
    return next((place for place, character in enumerate(text) if place in idle or is_unseen(character)), None)


def is_unseen(character: str) -> bool:
    """Whether a character cannot be seen and no text needs it."""
    if character in _ALLOWED:
        return False
    category = unicodedata.category(character)
    if category == "Cn" and ord(character) in _PICTURES:
        return False
    return category in _UNSEEN_CATEGORIES or bool(_UNSEEN.match(character))


def is_seen(text: str) -> bool:
    """Whether ``text`` has a character that can be seen: a letter, a number, punctuation or a symbol."""
    return any(unicodedata.category(character)[0] in _SEEN_CATEGORIES for character in text)


def most_marks(text: str) -> int:
    """The highest number of marks on one character, also if a letter and its marks are one code point."""
    if text.isascii():
        return 0
    marks = (unicodedata.category(character) in _MARKS for character in unicodedata.normalize("NFD", text))
    return max((len(list(run)) for is_mark, run in groupby(marks) if is_mark), default=0)


def control_character(character: str, at: Location) -> Finding:
    """The finding about a character that :func:`first_unseen` found."""
    name = unicodedata.name(character, "")
    return Finding(at, "F10", f"the character U+{ord(character):04X} {name}".rstrip(), "text that can be seen")
