"""The provider's name, in each way in which a report spells it."""

import re
from collections.abc import Iterator, Sequence

from generator.reports.dates import DATE
from generator.reports.lines import Line, RunningText
from generator.reports.panteia.noise import content_of, running_header
from generator.reports.survey import Said
from generator.reports.terms import folded

_TITLES = {"tevredenheidsonderzoek"}
_SERIES = {"blikopwerk", "tevredenheidsonderzoekblikopwerk"}
_TITLE_WITHIN = 5  # lines of a provider's name on the title page
_LONGEST_NAME = 120
_MOST_WORDS = 14


def _around_a_name(pattern: str) -> re.Pattern[str]:
    """``pattern`` with a name for NAME; the name may not repeat the words before it."""
    before, after = pattern.split("NAME")
    return re.compile(rf"{before}(?P<name>\S(?:(?!{before}).){{0,{_LONGEST_NAME}}}?){after}", re.IGNORECASE)


# Where a sentence of the report names the provider, between words that are the same in every report.
_NAMED = tuple(
    _around_a_name(pattern)
    for pattern in (
        r"de medewerkers van NAME scoren relatief goed",
        r"opdrachtgevers van NAME benaderd",
        r"nemen\. NAME heeft (?:geen |wel )?gebruik gemaakt van de telefonische",
        r"resultaten van NAME afgezet tegen",
        r"of (?:men|zij) NAME (?:heeft|hebben) aangeraden",
        r"aangeraden\. NAME heeft een actuele promotor",
        r"contact gehad met NAME ?\?",
        r"coach bij NAME ?\?",
        r"contactpersoon bij NAME ?\?",
        r"snelheid van NAME ?\?",
        r"begeleiding door NAME ?\?",
        r"heeft u NAME (?:ooit )?aangeraden bij",
        r"dienstverlening van NAME aan op uw",
        r"dienstverlening van NAME vinden",
        r"over de dienstverlening van NAME ?\?",
        r"klacht ingediend bij NAME ?\?",
        r"opgelost door NAME ?\?",
        r"opdrachtgevers van NAME is gevraagd",
        r"opdrachtgever NAME aanraadt",
    )
)
# Where a line names it; the line may hold only the beginning or the end of a name that goes over two lines.
_ON_A_LINE = (
    re.compile(
        r"^\d+(?:\.\d+)+\s+(?:oordeel van cli\w+ over|contact met|tevredenheid over)\s(?P<name>\D*[^\d\s.])$",
        re.IGNORECASE,
    ),
    re.compile(r"^(?P<name>[^\W_].*) scoort relatief goed", re.IGNORECASE),
)
_NO_NAME = re.compile(
    r"^(?:uw|onze|dit|deze|(?:de|het) (?:bedrijf|organisatie|dienstverlener|aanbieder))\b", re.IGNORECASE
)
_COMMISSIONED = re.compile(r"^in opdracht van\s+(?P<name>\S.*)$", re.IGNORECASE)
_BELOW_THE_NAME = re.compile(r"^(?:meet)?periode\b|^(?:definitie(?:f|ve)|concept)\b", re.IGNORECASE)
# The place, where the date stands below it.
_PLACE = re.compile(r"^[^\d,]+,(?:\s*\w+dag)?$", re.IGNORECASE)
_DATED = re.compile(rf"{DATE}\.?$", re.IGNORECASE)


def spellings(lines: Sequence[Line], front: Sequence[Line]) -> tuple[Said[str], ...]:
    """Each spelling of the name in the report, once; the spelling of the first page comes first.

    Args:
        lines: the whole report.
        front: its pages before the table of contents.
    """
    found: dict[str, Said[str]] = {}
    for said in (*_on_the_title_page(front), *_in_sentences(lines)):
        if not any(_plain(said.value) == _plain(known) for known in found):
            found[said.value] = said
    for said in _on_lines(lines):
        if not any(_is_part(_plain(said.value), _plain(known)) for known in found):
            found.setdefault(said.value, said)
    # The running header is all capitals, so it does not tell which letters are capitals; a page number may follow it.
    for line in lines:
        name = running_header(line)
        if name and not any(_is_in_capitals(name, known) for known in found):
            found[name] = Said(name, line)
    return tuple(found.values())


def _plain(name: str) -> str:
    """A name without the marks that the end of a line or of a sentence added."""
    return name.replace("- ", "-").rstrip("?!.")


def _is_in_capitals(name: str, known: str) -> bool:
    begin, end = _plain(known).casefold(), _plain(name).casefold()
    # A line's end may have cut the header.
    return begin.startswith(end) or bool(re.fullmatch(rf"{re.escape(begin)}\s\d{{1,3}}", end))


def _is_part(name: str, known: str) -> bool:
    return known.startswith(name) or known.endswith(name)


def _on_the_title_page(front: Sequence[Line]) -> Iterator[Said[str]]:
    title = next((number for number, line in enumerate(front) if folded(line.text) in _TITLES), None)
    if title is not None:
        below = [line for line in front[title + 1 : title + 2 + _TITLE_WITHIN] if folded(line.text) not in _SERIES]
        end = next((number for number, line in enumerate(below) if _BELOW_THE_NAME.match(line.text)), 0)
        if end:
            yield Said(_name(" ".join(line.text for line in below[:end])), below[0])
    for number, line in enumerate(front):
        commissioned = _COMMISSIONED.match(line.text)
        if commissioned:
            name = _commissioned(commissioned["name"], front[number + 1 : number + _TITLE_WITHIN])
            if name:
                yield Said(_name(name), line)


def _commissioned(begin: str, below: Sequence[Line]) -> str | None:
    """The name that begins on the line 'In opdracht van', up to the place and the date."""
    parts = [begin]
    for line in below:
        if _DATED.search(line.text):
            return " ".join(parts)
        if _PLACE.match(line.text):
            return " ".join(parts)
        parts.append(line.text)
    return None


def _in_sentences(lines: Sequence[Line]) -> Iterator[Said[str]]:
    """The names in sentences, which may go on over the end of a page."""
    text = RunningText(content_of(lines))
    found = ((match.start("name"), match["name"]) for pattern in _NAMED for match in pattern.finditer(text.text))
    for start, name in sorted(found):
        if not _NO_NAME.match(name) and len(name.split()) <= _MOST_WORDS:
            yield Said(_name(name), text.line_at(start))


def _on_lines(lines: Sequence[Line]) -> Iterator[Said[str]]:
    for line in lines:
        for pattern in _ON_A_LINE:
            match = pattern.match(line.text)
            if match and "\t" not in line.text and not _NO_NAME.match(match["name"]):
                yield Said(_name(match["name"]), line)


def _name(text: str) -> str:
    return " ".join(text.split())
