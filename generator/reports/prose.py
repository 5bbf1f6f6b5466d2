"""What a report says outside its tables: whose it is, of when, how final, and what clients answered besides a grade."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

from generator.register.findings import Finding
from generator.register.records import ReportStatus, YesNo
from generator.reports.dutch import DATE, NotADateError, parse_count, parse_date, parse_decimal
from generator.reports.labels import folded
from generator.reports.lines import Line, RunningText
from generator.reports.survey import APART, CLIENTS, COMMISSIONERS, Invited, Said, Survey

_FRONT_WITHOUT_CONTENTS = 120  # lines; the table of contents ends the front pages, where there is one
_TITLE = "tevredenheidsonderzoek"
_TITLE_WITHIN = 4  # lines of a provider's name on the title page
_LONGEST_NAME = 120

# Where a sentence of the report names the provider, between words that are the same in every report.
_NAMED = tuple(
    re.compile(pattern.replace("NAME", rf"(?P<name>\S.{{0,{_LONGEST_NAME}}}?)"), re.IGNORECASE)
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
        r"opdrachtgevers van NAME is gevraagd",
        r"opdrachtgever NAME aanraadt",
    )
)
_NO_NAME = re.compile(
    r"^(?:uw|onze|dit|deze|(?:de|het) (?:bedrijf|organisatie|dienstverlener|aanbieder))\b", re.IGNORECASE
)
_COMMISSIONED = re.compile(r"^in opdracht van\s+(?P<name>\S.*)$", re.IGNORECASE)
_RUNNING_HEADER = re.compile(
    r"^tevredenheidsonderzoek blik op werk\s*[-\u2013\u2014:]\s*(?P<name>\S.*)$", re.IGNORECASE
)

_PERIOD = re.compile(
    rf"(?:meetperiode|periode)\s*:?\s*(?:loopt\s+)?(?:van\s+)?(?P<start>{DATE})"
    rf"\s*(?:tot en met|t/m|tot|[-\u2013\u2014])\s*(?P<end>{DATE})",
    re.IGNORECASE,
)
_PLACE_AND_DATE = re.compile(rf"^(?:datum\s*:?|[^\W\d][^,\d]{{1,40}},)\s*(?P<date>{DATE})\.?$", re.IGNORECASE)
_STATUS = re.compile(
    r"^(?:status\s*:?\s*|rapport\s*:?\s*)?(?P<status>definitief|concept)[\s-]*(?:rapport(?:age)?|versie)?\s*\.?$",
    re.IGNORECASE,
)
_STATUSES = {"definitief": ReportStatus.FINAL, "concept": ReportStatus.DRAFT}

_PROMOTER = re.compile(
    r"promotor[\s-]?score\s+van\s*(?P<score>[-\u2010-\u2014\u2212]?\s?\d+(?:[.,]\d+)?)?", re.IGNORECASE
)
_SHARES = ("zeer tevreden", "tevreden", "ontevreden", "zeer ontevreden", "geen mening")
_SHARE = re.compile(
    r"(?<!\w)(?P<name>geen\s+mening|(?:zeer\s+)?(?:on)?tevreden)\s*[:\u2013-]?\s*(?P<share>\d+(?:[.,]\d+)?)\s*%",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(r"heeft\s+(?P<no>geen\s+)?(?:wel\s+)?gebruik gemaakt van de telefonische", re.IGNORECASE)

_STAFF = re.compile(r"\bscoren relatief goed op (?:het|de) volgende punt(?:en)?\s*:?", re.IGNORECASE)
_ORGANISATION = re.compile(r"\bscoort relatief goed op (?:het|de) volgende punt(?:en)?\s*:?", re.IGNORECASE)
# Bullets, check marks, emoji, and the letter that a check mark of a symbol font comes out as.
_BULLET = re.compile(r"^(?:[^\w(\"'\u2018\u201c]+|\u00fc\s+|o\s+)(?=\S)")
_LIST_ENDS = re.compile(
    r"^(inhoudsopgave|tevredenheidsonderzoek|gemiddeld tevredenheid|cli\w+nten afkomstig|fig\b|figuur|bron\b|tabel|"
    r"\d+(\.\d+)*\s+\D|.*\brelatief goed op\b|.*\bscor(en|rt) relatief|(pagina\s*)?\d+$)",
    re.IGNORECASE,
)

_INVITED = re.compile(
    r"voor uw (?:bedrijf|organisatie) zijn in totaal(?P<rest>(?:(?!\btabel\s+\d|netto\s+steekproef).){0,400})",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?P<count>\d[\d.]*)\s+(?P<who>inburger\w*|cli[e\u00eb]nt\w*|opdrachtgever)", re.IGNORECASE)
_USABLE = re.compile(
    r"(?P<share>\d+(?:[.,]\d+)?)\s*%\s+(?:voor|van|bij)\s+(?:de\s+)?(?P<who>inburger\w*|cli[e\u00eb]nt\w*|opdrachtgever)",
    re.IGNORECASE,
)
_STRENGTHS = 4
_HUNDRED = 100

_T = TypeVar("_T")


def read_prose(lines: Sequence[Line], survey: Survey) -> None:
    """Read into ``survey`` all that ``lines`` say outside the tables; what cannot be read becomes a finding of it."""
    front = _front(lines)
    text, of_front = RunningText(lines), RunningText(front)
    reader = _Reader(survey)
    survey.names = tuple(_names(lines, front, text))
    survey.period = reader.period(text)
    survey.report_date = reader.report_date(front)
    survey.status = reader.status(front)
    survey.promoter_score = reader.promoter_score(text)
    survey.shares = reader.shares(of_front)
    survey.staff_strength = next(iter(reader.strengths(front, _STAFF, 1)), "")
    survey.strengths = reader.strengths(front, _ORGANISATION, _STRENGTHS)
    survey.telephone_option = reader.telephone_option(text)
    survey.invited = reader.invited(text)
    if not survey.names:
        survey.findings.append(_missing(survey, "whose it is", "a title page with the provider's name"))


def _front(lines: Sequence[Line]) -> Sequence[Line]:
    """The pages before the table of contents."""
    contents = next((number for number, line in enumerate(lines) if folded(line.text) == "inhoudsopgave"), None)
    return lines[: _FRONT_WITHOUT_CONTENTS if contents is None else contents]


def _missing(survey: Survey, what: str, expected: str) -> Finding:
    return Finding(survey.at, "I06", f"the report does not say {what}", expected)


def _names(lines: Sequence[Line], front: Sequence[Line], text: RunningText) -> Iterator[Said[str]]:
    """Each way in which the report spells the provider's name, once: that of the first page first."""
    spellings: dict[str, Said[str]] = {}
    capitals = []
    for said in (*_on_the_title_page(front), *_in_sentences(text)):
        spellings.setdefault(said.value, said)
    for line in lines:
        header = _RUNNING_HEADER.match(line.text)
        if header:
            capitals.append(Said(_name(header["name"]), line))
    # The running header is in capitals, so that it cannot tell how they are used.
    known = {spelling.casefold() for spelling in spellings}
    for said in capitals:
        if said.value.casefold() not in known:
            known.add(said.value.casefold())
            spellings[said.value] = said
    yield from spellings.values()


def _on_the_title_page(front: Sequence[Line]) -> Iterator[Said[str]]:
    title = next((number for number, line in enumerate(front) if folded(line.text) == _TITLE), None)
    if title is not None:
        below = front[title + 1 : title + 1 + _TITLE_WITHIN]
        end = next((n for n, line in enumerate(below) if _PERIOD.match(line.text) or _STATUS.match(line.text)), 0)
        if end:
            yield Said(_name(" ".join(line.text for line in below[:end])), below[0])
    for number, line in enumerate(front):
        commissioned = _COMMISSIONED.match(line.text)
        if commissioned:
            parts = [commissioned["name"]]
            for below_it in front[number + 1 : number + _TITLE_WITHIN]:
                if _PLACE_AND_DATE.match(below_it.text):
                    yield Said(_name(" ".join(parts)), line)
                    break
                parts.append(below_it.text)


def _in_sentences(text: RunningText) -> Iterator[Said[str]]:
    found = ((match.start("name"), match["name"]) for pattern in _NAMED for match in pattern.finditer(text.text))
    for start, name in sorted(found):
        if not _NO_NAME.match(name):
            yield Said(_name(name), text.line_at(start))


def _name(text: str) -> str:
    return " ".join(text.split())


class _Reader:
    """One report's fields; what goes wrong is added to its findings."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey

    def fault(self, line: Line, code: str, came: str, expected: str) -> None:
        self.survey.findings.append(Finding(line.at, code, came, expected))

    def day(self, text: str, line: Line) -> date | None:
        try:
            return parse_date(text)
        except NotADateError as error:
            self.fault(line, "I08", f"{line.quote}: of {text!r}, {error.why}", "a date of the calendar")
            return None

    def one(self, said: Sequence[Said[_T]], what: str) -> Said[_T] | None:
        """What is said, where it is said in one way."""
        first = said[0]
        other = next((each for each in said if each.value != first.value), None)
        if other is None:
            return first
        came = f"{other.line.quote}, and before that {first.line.quote}"
        self.fault(other.line, "I07", came, f"one {what} in all of the report")
        return None

    def period(self, text: RunningText) -> Said[tuple[date, date]] | None:
        said, found = [], list(_PERIOD.finditer(text.text))
        for match in found:
            line = text.line_at(match.start("start"))
            start, end = self.day(match["start"], line), self.day(match["end"], line)
            if start and end:
                said.append(Said((start, end), line))
        if not found:
            expected = "a line such as 'meetperiode: 1 januari 2021 tot en met 31 december 2021'"
            self.survey.findings.append(_missing(self.survey, "what period was measured", expected))
        return self.one(said, "measurement period") if said else None

    def report_date(self, front: Sequence[Line]) -> Said[date] | None:
        found = [(line, match) for line in front if (match := _PLACE_AND_DATE.match(line.text))]
        said = [Said(day, line) for line, match in found if (day := self.day(match["date"], line))]
        if not found:
            expected = "a line on the title page such as 'Zoetermeer, vrijdag 28 januari 2022'"
            self.survey.findings.append(_missing(self.survey, "of what date it is", expected))
        return self.one(said, "report date") if said else None

    def status(self, front: Sequence[Line]) -> Said[ReportStatus] | None:
        said = [
            Said(_STATUSES[match["status"].casefold()], line) for line in front if (match := _STATUS.match(line.text))
        ]
        if not said:
            expected = "a line 'Definitief rapport' or 'Concept rapport' on the title page"
            self.survey.findings.append(_missing(self.survey, "whether it is final", expected))
        return self.one(said, "status") if said else None

    def promoter_score(self, text: RunningText) -> Decimal | None:
        said = []
        for match in _PROMOTER.finditer(text.text):
            line = text.line_at(match.start())
            score = parse_decimal(match["score"] or "")
            if score is None or "." not in str(score) or abs(score) > _HUNDRED:
                expected = "a number from -100,0 to 100,0 with one decimal"
                self.fault(line, "I13", f"{line.masked}: the promoter score", expected)
                return None
            said.append(Said(score, line))
        if len({each.value for each in said}) > 1:
            self.fault(said[1].line, "I07", f"{said[1].line.masked}: another promoter score", "one promoter score")
            return None
        return said[0].value if said else None

    def shares(self, text: RunningText) -> Said[tuple[int, ...]] | None:
        shares: dict[str, int] = {}
        line = None
        for match in _SHARE.finditer(text.text):
            line = text.line_at(match.start())
            name, share = " ".join(match["name"].casefold().split()), parse_count(match["share"])
            if share is None or share > _HUNDRED:
                self.fault(line, "I13", f"{line.masked}: the share", "a whole percentage")
                return None
            if shares.setdefault(name, share) != share:
                self.fault(line, "I07", f"{line.masked}: another share of {name!r}", "each of the five shares once")
                return None
        if line and len(shares) < len(_SHARES):
            came = f"{line.masked}: {len(shares)} of the five shares; {_listed(_SHARES, shares)} cannot be found"
            self.fault(line, "I13", came, f"a percentage for each of {', '.join(_SHARES)}")
            return None
        first = _SHARE.search(text.text)
        return Said(tuple(shares[name] for name in _SHARES), text.line_at(first.start())) if first else None

    def strengths(self, front: Sequence[Line], introduction: re.Pattern[str], most: int) -> tuple[str, ...]:
        """The items of the list below an introduction; none where there is no such list."""
        text = RunningText(front)
        match = introduction.search(text.text)
        if not match:
            return ()
        last = text.index_at(match.end() - 1)
        rest = text.rest_of_line(match.end())
        items = list(_items([Line(front[last].at, rest)] if rest else [], front[last + 1 :]))
        joined = next((item for item in items if "\t" in item.value), None)
        if joined:
            self.fault(joined.line, "I13", f"{joined.line.quote} may be two items", "each item on a line of its own")
            return ()
        if len(items) > most:
            came = f"{items[most].line.quote} is item {most + 1} of a list of which the register keeps {most}"
            self.fault(items[most].line, "I14", came, f"at most {most}: the others are left out")
        return tuple(item.value for item in items[:most])

    def telephone_option(self, text: RunningText) -> YesNo | None:
        said = [
            Said(YesNo.NO if match["no"] else YesNo.YES, text.line_at(match.start()))
            for match in _TELEPHONE.finditer(text.text)
        ]
        found = self.one(said, "telephone option") if said else None
        return found.value if found else None

    def invited(self, text: RunningText) -> dict[str, Invited]:
        match = _INVITED.search(text.text)
        if not match:
            return {}
        start = match.start("rest")
        counts = {
            _group(each["who"]): Said(parse_count(each["count"].rstrip(".")) or 0, text.line_at(start + each.start()))
            for each in reversed(list(_COUNTED.finditer(match["rest"])))
        }
        shares = {
            _group(each["who"]): Said(share, text.line_at(start + each.start()))
            for each in reversed(list(_USABLE.finditer(match["rest"])))
            if (share := parse_decimal(each["share"])) is not None
        }
        return {group: Invited(counts.get(group), shares.get(group)) for group in {**counts, **shares}}


def _items(lines: Sequence[Line], below: Sequence[Line]) -> Iterator[Said[str]]:
    """The items of a list, up to what cannot be one. A line that begins with a small letter goes on with its item."""
    item: Said[str] | None = None
    is_marked: bool | None = None
    for line in (*lines, *below):
        text = _BULLET.sub("", line.text)
        marked = text != line.text
        if _LIST_ENDS.match(text) or _SHARE.search(text) or not text:
            break
        if item and not marked and text[0].islower():
            item = Said(f"{item.value} {text}", item.line)
            continue
        if is_marked and not marked:
            break
        if item:
            yield item
        item, is_marked = Said(text, line), marked
    if item:
        yield item


def _group(who: str) -> str:
    plain = folded(who)
    return next(group for start, group in _GROUPS.items() if plain.startswith(start))


_GROUPS = {"inburger": APART, "client": CLIENTS, "opdrachtgever": COMMISSIONERS}


def _listed(names: Sequence[str], known: Mapping[str, object]) -> str:
    return ", ".join(name for name in names if name not in known)
