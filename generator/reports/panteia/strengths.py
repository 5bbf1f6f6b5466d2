"""Reads the lists of the strengths of the staff and of the organisation."""

import re
from collections.abc import Iterator, Sequence

from generator.findings.findings import Finding
from generator.reports.lines import Line, RunningText, without_bullet
from generator.reports.panteia.noise import is_of_the_page, is_page_number
from generator.reports.survey import Said

STAFF = re.compile(r"\bscoren relatief goed op (?:het|de) volgende punt(?:en)?\s*:?", re.IGNORECASE)
ORGANISATION = re.compile(r"\bscoort relatief goed op (?:het|de) volgende punt(?:en)?\s*:?", re.IGNORECASE)

_MARK_INSIDE = re.compile(r"[\u2022\u25a0-\u27bf\u2b50\ue000-\uf8ff\U0001f300-\U0001faff]|\s[-\u2013]\s|;|,\s+[A-Z]")
_FIGURE = re.compile(r"\d[.,]\d|\d{3}")
_END = re.compile(
    r"^(inhoud\b|inhoudsopgave|table of contents|tevredenheidsonderzoek|gemiddeld tevredenheid|cli\w+nten afkomstig"
    r"|fig\b|figuur|bron\b|tabel|meetperiode|\d+(\.\d+)*\s+\D"
    r"|.*\bscore?n? relatief|.*\bscoort relatief|.*\brelatief \w+ goed)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\btevreden\b.*\d\s*%|\bgeen mening\b.*\d\s*%", re.IGNORECASE)
_ADDRESS = re.compile(r"www\.|https?:|@|\u00a9|copyright", re.IGNORECASE)


def read_strengths(
    front: Sequence[Line], introduction: re.Pattern[str], most: int
) -> tuple[tuple[Said[str], ...], list[Finding]]:
    """The items of the list below an ``introduction``, at most ``most``, and findings about the rest.

    Answers of clients may be withheld, so no finding quotes an item; it names the line.
    """
    text = RunningText(front)
    match = introduction.search(text.text)
    if not match:
        return (), []
    last = text.index_at(match.end() - 1)
    rest = text.rest_of_line(match.end())
    begin = [Line(front[last].at, rest)] if rest else []
    items, is_marked = _items([*begin, *front[last + 1 :]])
    if not items:
        expected = "its items below it, before anything else"
        return (), [Finding(front[last].at, "I13", "the list that begins here has no items", expected)]
    doubted = next((item for item in items if _is_doubtful(item.value)), None)
    if doubted:
        expected = "one item on each line, without figures"
        return (), [Finding(doubted.line.at, "I13", "this line of the list is not one item", expected)]
    findings = []
    if not is_marked:
        came = f"a list of {len(items)} without marks; it may end sooner, or later"
        findings.append(Finding(items[0].line.at, "I40", came, "just the items, as the report has them"))
    if len(items) > most:
        came = f"the list has {len(items)} items, and this is the first that is left out"
        findings.append(Finding(items[most].line.at, "I14", came, f"at most {most}, which is what the register keeps"))
    return tuple(items[:most]), findings


def _is_doubtful(item: str) -> bool:
    """Whether a line may be more than one item, or something else."""
    return "\t" in item or bool(_FIGURE.search(item) or _MARK_INSIDE.search(item))


def _items(lines: Sequence[Line]) -> tuple[list[Said[str]], bool]:
    """The items up to the first line that cannot be one, and whether the items have marks.

    A mark may stand alone on a line. A line without a mark belongs to the item above it if it begins with a small
    letter or a bracket, or if another marked line follows.
    """
    items: list[Said[str]] = []
    is_marked: bool | None = None
    mark_above = False
    content = list(_content(lines))
    for number, line in enumerate(content):
        text = without_bullet(line.text)
        marked = text != line.text or mark_above
        if not re.search(r"\w", text):
            mark_above = True
            continue
        if _is_end(text, marked=marked):
            break
        if items and not marked and (_goes_on(text) or (is_marked and _is_marked(content, number + 1))):
            if _ADDRESS.search(text):
                break
            items[-1] = Said(_joined(items[-1].value, text), items[-1].line)
            continue
        if is_marked is not None and is_marked is not marked:
            break
        items.append(Said(text, line))
        is_marked, mark_above = marked, False
    return items, bool(is_marked)


def _content(lines: Sequence[Line]) -> Iterator[Line]:
    return (line for line in lines if not is_of_the_page(line) and not is_page_number(line))


def _is_end(text: str, *, marked: bool) -> bool:
    is_other = _END.match(text) or _SHARE.search(text) or _ADDRESS.match(text)
    return bool(is_other) or (not marked and not re.search(r"[a-z]", text))


def _goes_on(text: str) -> bool:
    return text[0].islower() or text[0] == "("


def _is_marked(lines: Sequence[Line], number: int) -> bool:
    return number < len(lines) and without_bullet(lines[number].text) != lines[number].text


def _joined(item: str, text: str) -> str:
    return f"{item}{text}" if item.endswith("-") else f"{item} {text}"
