"""What an import writes into data/ in words, for the public to read: in the language of the register."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.charter import Language
from generator.register.records import ReportStatus


@dataclass(frozen=True, slots=True)
class Written:
    """The words of one language.

    Args:
        titles: what a report of each status is called, behind the agency and its study.
        report: the report itself, not one of its rows.
        total: the row of all services together.
        gone: of a row that is in the report no more.
        added: of a row that was not in it before.
        nothing: an empty cell.
        much: instead of differences that are too long to name.
        columns: what is told as a difference, by the column in which it is.
    """

    titles: Mapping[ReportStatus, str]
    report: str
    total: str
    gone: str
    added: str
    nothing: str
    much: str
    columns: Mapping[str, str]


WRITTEN: Mapping[Language, Written] = {
    Language.DUTCH: Written(
        titles={ReportStatus.FINAL: "definitief rapport", ReportStatus.DRAFT: "conceptrapport"},
        report="het rapport",
        total="totaal",
        gone="vervallen",
        added="toegevoegd",
        nothing="niets",
        much="meer dan een regel van het rapport",
        columns={
            "period_start": "begin van de meetperiode",
            "report_date": "rapportdatum",
            "status": "status",
            "promoter_score": "aanbevelingsscore",
            "very_satisfied": "hoe tevreden",
            "satisfied": "hoe tevreden",
            "dissatisfied": "hoe tevreden",
            "very_dissatisfied": "hoe tevreden",
            "no_opinion": "hoe tevreden",
            "staff_strength": "sterk punt van de medewerkers",
            "strength_1": "sterke punten",
            "strength_2": "sterke punten",
            "strength_3": "sterke punten",
            "strength_4": "sterke punten",
            "telephone_option": "telefonische optie",
            "net_sample": "netto steekproef",
            "completed": "ingevuld",
            "grade": "rapportcijfer",
            "publication": "publicatie",
        },
    ),
    Language.ENGLISH: Written(
        titles={ReportStatus.FINAL: "final report", ReportStatus.DRAFT: "draft report"},
        report="the report",
        total="total",
        gone="no longer there",
        added="added",
        nothing="nothing",
        much="more than one line of the report",
        columns={
            "period_start": "start of the survey period",
            "report_date": "date of the report",
            "status": "status",
            "promoter_score": "recommendation score",
            "very_satisfied": "how satisfied",
            "satisfied": "how satisfied",
            "dissatisfied": "how satisfied",
            "very_dissatisfied": "how satisfied",
            "no_opinion": "how satisfied",
            "staff_strength": "strong point of the staff",
            "strength_1": "strong points",
            "strength_2": "strong points",
            "strength_3": "strong points",
            "strength_4": "strong points",
            "telephone_option": "answering by telephone",
            "net_sample": "invited",
            "completed": "completed",
            "grade": "grade",
            "publication": "publication",
        },
    ),
}
