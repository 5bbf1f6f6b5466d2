"""Reads a report outside its tables: its provider, dates and status, and the other answers of clients."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

from generator.findings.findings import Finding
from generator.register.records import ReportStatus, YesNo
from generator.reports.dates import DATE, DAY_OF_YEAR, NotADateError, parse_date
from generator.reports.lines import Line, RunningText
from generator.reports.numbers import parse_count, parse_decimal
from generator.reports.panteia.groups import CLIENTS, COMMISSIONERS, SEPARATE, Groups, Invited
from generator.reports.panteia.noise import content_of
from generator.reports.panteia.spellings import spellings
from generator.reports.panteia.strengths import ORGANISATION, STAFF, read_strengths
from generator.reports.survey import Said, Survey
from generator.reports.terms import folded

_CONTENTS = {"inhoudsopgave", "inhoud", "tableofcontents"}
_FRONT_WITHOUT_CONTENTS = 120  # lines of front pages, if no table of contents ends them
_CHAPTER = re.compile(
    r"^\d{1,2}\.?\s+(?:inleiding|onderzoek\b|opdrachtgevers\b|contactgegevens|conclusie|bijlage|inburger)",
    re.IGNORECASE,
)
_SEPARATE_CHAPTER = re.compile(r"^\d{1,2}\.?\s+(?:onderzoek onder\s+)?inburger\w*$", re.IGNORECASE)
_CHAPTER_OF_COMMISSIONERS = re.compile(r"^\d{1,2}\.?\s+(?:onderzoek onder\s+)?opdrachtgevers$", re.IGNORECASE)

_TO = r"\s*(?:tot en met|t/m|t\.?e\.?m\.?|[-\u2013\u2014])\s*"
_PERIOD = re.compile(
    rf"(?:meetperiode|periode)\s*:?\s*(?:loopt\s+)?(?:van\s+)?"
    rf"(?:(?P<start>{DATE})|(?P<day>{DAY_OF_YEAR})){_TO}(?P<end>{DATE})",
    re.IGNORECASE,
)
_PLACE_AND_DATE = re.compile(
    rf"^(?:datum\s*:?\s*|(?-i:['\u2019]s-|[^\W\d_a-z])[^,\d]{{1,40}},?\s+)?(?P<date>{DATE})\.?$", re.IGNORECASE
)
_STATUS = re.compile(
    r"^(?:status\s*:?\s*|rapport\s*:?\s*)?(?P<status>definitie(?:f|ve)|concept)[\s-]*"
    r"(?:(?:eind)?rapport(?:age)?)?[\s,-]*(?:versie(?:\s*[\d.]+)?)?\s*\.?$",
    re.IGNORECASE,
)

_PROMOTER = re.compile(
    r"promot[oe]r[\s-]?score\s*(?::|van|is|bedraagt)\s*(?P<score>[-+\u2010-\u2015\u2212]?\s?\d+(?:[.,]\d+)?)?"
    r"(?P<behind>[-\u2010-\u2015\u2212](?!\s))?",
    re.IGNORECASE,
)
_SHARES = ("zeer tevreden", "tevreden", "ontevreden", "zeer ontevreden", "geen mening")
_SHARE = re.compile(
    r"(?<!\w)(?P<name>geen\s+mening|(?:zeer\s+)?(?:on)?tevreden)\s*[\s:.(\u2013-]*(?P<share>\d+(?:[.,]\d+)?)\s*%",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(
    r"heeft\s+(?P<no>(?:geen|niet)\s+)?(?:wel\s+)?gebruik\s?gemaakt van de telefonische", re.IGNORECASE
)

_INVITED = re.compile(
    r"voor uw (?:bedrijf|organisatie) zijn in totaal(?P<rest>(?:(?!\btabel\s+\d|netto\s+steekproef).){0,400})",
    re.IGNORECASE,
)
_WHO = r"(?P<who>inburger\w*|cli[e\u00eb]nt\w*|opdrachtgever\w*)"
_COUNTED = re.compile(rf"(?P<count>\d[\d.]*)\s+{_WHO}", re.IGNORECASE)
_USABLE = re.compile(rf"(?P<share>\d+(?:[.,]\d+)?)\s*%\s+(?:voor|van|bij)\s+(?:de\s+)?{_WHO}", re.IGNORECASE)
_GROUPS = {"inburger": SEPARATE, "client": CLIENTS, "opdrachtgever": COMMISSIONERS}
_STRENGTHS = 4
_HUNDRED = 100

_T = TypeVar("_T")


def read_prose(lines: Sequence[Line], survey: Survey) -> Groups:
    """Read everything that ``lines`` say outside the tables into ``survey``; it also gets the findings.

    Returns:
        What they say of the groups of people, to compare the tables with.
    """
    survey.names = spellings(lines, content_of(_front(lines)))
    lines = content_of(lines)
    front = _front(lines)
    text, of_front = RunningText(lines), RunningText(front)
    reader = _Reader(survey)
    survey.period = reader.period(text)
    survey.report_date = reader.report_date(front)
    survey.status = reader.status(front)
    survey.promoter_score = reader.promoter_score(RunningText(_without_apart(lines)))
    survey.shares = reader.shares(of_front)
    survey.staff_strengths, of_staff = read_strengths(front, STAFF, 1)
    survey.strengths, of_organisation = read_strengths(front, ORGANISATION, _STRENGTHS)
    survey.telephone_option = reader.telephone_option(text)
    survey.findings += [*of_staff, *of_organisation]
    if not survey.names:
        reader.missing("whose it is", "a title page with the provider's name")
    chapter = next((line for line in lines if _CHAPTER_OF_COMMISSIONERS.match(line.text)), None)
    return Groups(reader.invited(text), chapter)


def _front(lines: Sequence[Line]) -> Sequence[Line]:
    """The pages before the table of contents."""
    contents = next((number for number, line in enumerate(lines) if folded(line.text) in _CONTENTS), None)
    return lines[: _FRONT_WITHOUT_CONTENTS if contents is None else contents]


def _without_period(front: Sequence[Line]) -> Sequence[Line]:
    """The lines without those that hold the period."""
    text = RunningText(front)
    match = _PERIOD.search(text.text)
    if not match:
        return front
    first, last = text.index_at(match.start()), text.index_at(match.end() - 1)
    return [line for number, line in enumerate(front) if not first <= number <= last]


def _without_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines without the chapter on people who got other questions: it has another score."""
    kept = []
    is_separate = False
    for line in lines:
        if _CHAPTER.match(line.text):
            is_separate = bool(_SEPARATE_CHAPTER.match(line.text))
        if not is_separate:
            kept.append(line)
    return kept


class _Reader:
    """Reads the fields of one report, and gathers its findings.

    A finding quotes the matched words, but no figure of the clients' answers.
    """

    def __init__(self, survey: Survey) -> None:
        self.survey = survey

    def fault(self, line: Line, code: str, came: str, expected: str) -> None:
        self.survey.findings.append(Finding(line.at, code, came, expected))

    def missing(self, what: str, expected: str) -> None:
        self.survey.findings.append(Finding(self.survey.at, "I06", f"the report does not say {what}", expected))

    def day(self, text: str, line: Line) -> date | None:
        try:
            return parse_date(text)
        except NotADateError as error:
            self.fault(line, "I08", f"{line.quote}: {error.why}", "a day and a date that fit")
            return None

    def one(self, said: Sequence[Said[_T]], what: str) -> Said[_T] | None:
        """The value, if the report says it in one way only; else None."""
        first = said[0]
        other = next((each for each in said if each.value != first.value), None)
        if other is None:
            return first
        came = f"{other.line.quote}, and before that {first.line.quote}"
        self.fault(other.line, "I07", came, f"one {what} in all of the report")
        return None

    def period(self, text: RunningText) -> Said[tuple[date, date]] | None:
        said = []
        found = list(_PERIOD.finditer(text.text))
        for match in found:
            line = text.excerpt(match)
            end = self.day(match["end"], line)
            # '1 januari tot en met 31 december 2021': the year is said once.
            begin = match["start"] or f"{match['day']} {end.year if end else ''}"
            start = self.day(begin, line) if end else None
            if start and end:
                said.append(Said((start, end), line))
        if not found:
            expected = "a line such as 'meetperiode: 1 januari 2021 tot en met 31 december 2021'"
            self.missing("what period was measured", expected)
        return self.one(said, "measurement period") if said else None

    def report_date(self, front: Sequence[Line]) -> Said[date] | None:
        found = [
            (line, match)
            for line in _without_period(front)
            if (match := _PLACE_AND_DATE.match(" ".join(line.text.split())))
        ]
        said = [Said(day, line) for line, match in found if (day := self.day(match["date"], line))]
        if not found:
            self.missing("of what date it is", "a line on the title page such as 'Zoetermeer, vrijdag 28 januari 2022'")
        return self.one(said, "report date") if said else None

    def status(self, front: Sequence[Line]) -> Said[ReportStatus] | None:
        said = [
            Said(ReportStatus.DRAFT if match["status"].casefold() == "concept" else ReportStatus.FINAL, line)
            for line in front
            if (match := _STATUS.match(line.text))
        ]
        if not said:
            self.missing("whether it is final", "a line 'Definitief rapport' or 'Concept rapport' on the title page")
        return self.one(said, "status") if said else None

    def promoter_score(self, text: RunningText) -> Decimal | None:
        said = []
        for match in _PROMOTER.finditer(text.text):
            line = text.excerpt(match)
            score = parse_decimal(match["score"] or "")
            if score is None or match["behind"] or not re.search(r"[.,]", match["score"]) or abs(score) > _HUNDRED:
                self.fault(
                    line, "I13", "the promoter score is no score", "a number from -100,0 to 100,0 with one decimal"
                )
                return None
            said.append(Said(score, line))
        other = next((each for each in said if each.value != said[0].value), None)
        if other:
            self.fault(other.line, "I07", "another promoter score than before", "one promoter score of all clients")
            return None
        return said[0].value if said else None

    def shares(self, text: RunningText) -> Said[tuple[int, ...]] | None:
        shares: dict[str, int] = {}
        first = line = None
        for match in _SHARE.finditer(text.text):
            line = text.excerpt(match)
            if not shares and re.search(r"\d\s*%\s*$", text.text[: match.start()]):
                self.fault(line, "I13", "a share before the first of their names", "each share behind its name")
                return None
            first = first or line
            name, share = " ".join(match["name"].casefold().split()), _whole(match["share"])
            if share is None or share > _HUNDRED:
                self.fault(line, "I13", f"the share of {name!r} is no share", "a whole percentage")
                return None
            if shares.setdefault(name, share) != share:
                self.fault(line, "I07", f"another share of {name!r} than before", "each of the five shares once")
                return None
        if line and len(shares) < len(_SHARES):
            missing = ", ".join(name for name in _SHARES if name not in shares)
            self.fault(line, "I13", f"no share of {missing}", f"a percentage for each of {', '.join(_SHARES)}")
            return None
        return Said(tuple(shares[name] for name in _SHARES), first) if first else None

    def telephone_option(self, text: RunningText) -> YesNo | None:
        said = [
            Said(YesNo.NO if match["no"] else YesNo.YES, text.excerpt(match))
            for match in _TELEPHONE.finditer(text.text)
        ]
        found = self.one(said, "telephone option") if said else None
        return found.value if found else None

    def invited(self, text: RunningText) -> Mapping[str, Invited]:
        match = _INVITED.search(text.text)
        if not match:
            return {}
        counts: dict[str, Said[int]] = {}
        shares: dict[str, Said[Decimal]] = {}
        for each in _COUNTED.finditer(text.text, *match.span("rest")):
            count = parse_count(each["count"].rstrip("."))
            if count is None:
                self.fault(text.excerpt(each), "I08", "how many were invited is no number", "a whole number")
            else:
                counts.setdefault(_group(each), Said(count, text.excerpt(each)))
        for each in _USABLE.finditer(text.text, *match.span("rest")):
            share = parse_decimal(each["share"])
            if share is not None:
                shares.setdefault(_group(each), Said(share, text.excerpt(each)))
        return {group: Invited(counts.get(group), shares.get(group)) for group in {**counts, **shares}}


def _group(match: re.Match[str]) -> str:
    """Which group of people a match is about."""
    who = folded(match["who"])
    return next(group for start, group in _GROUPS.items() if who.startswith(start))


def _whole(text: str) -> int | None:
    """A whole number, also if it is written with a zero behind the comma."""
    return parse_count(re.sub(r"[.,]0$", "", text))
