"""A correction in words: the grade before and after where that may be told, else what changed; and why."""

from datetime import date
from decimal import Decimal

import pytest
from support.registers.public import grade, report
from support.words import WORDS

from generator.disclosure.public import GradeChange, PublicCorrection, PublicService, WithdrawnReport
from generator.site.words.correcting import corrected, period_of

COACHING = PublicService("jobcoaching", "Jobcoaching", plain_name="Hulp van een jobcoach")


PUBLIC = report(total=grade("7.5"))


def said(what: str, reason: str, change: GradeChange | None = None) -> str:
    return corrected(PublicCorrection(date(2022, 3, 1), what, reason, change), PUBLIC, WORDS)


def test_it_says_what_changed_and_why_with_one_full_stop_each() -> None:
    assert said("Het cijfer", "Een tikfout") == "Wat: Het cijfer. Waarom: Een tikfout."
    assert said("Het cijfer.", "Een tikfout.") == "Wat: Het cijfer. Waarom: Een tikfout."


@pytest.mark.parametrize("end", [".", "!", "?", "…", "...", "?!", "etc.", ".”", "!'", "。"])
def test_a_sentence_ends_as_it_was_ended(end: str) -> None:
    assert said(f"Het cijfer{end}", f"Een tikfout{end}") == f"Wat: Het cijfer{end} Waarom: Een tikfout{end}"


@pytest.mark.parametrize("end", ["", ")", ":", "%", "”", "5"])
def test_a_sentence_that_was_not_ended_is_ended(end: str) -> None:
    assert said(f"Het cijfer{end}", f"Een tikfout{end}") == f"Wat: Het cijfer{end}. Waarom: Een tikfout{end}."


def test_a_grade_is_said_before_and_after() -> None:
    of_service = GradeChange("client", COACHING, Decimal("7.9"), Decimal("8.1"))
    assert (
        said("cliënten, Jobcoaching: rapportcijfer", "Een tikfout.", of_service)
        == "Cijfer van cliënten voor Hulp van een jobcoach: 7,9 → 8,1. Waarom: Een tikfout."
    )
    of_total = GradeChange("commissioner", None, Decimal("8.0"), Decimal("7.5"))
    assert (
        said("Het cijfer", "Een tikfout", of_total)
        == "Cijfer van opdrachtgevers, alle diensten samen: 8,0 → 7,5. Waarom: Een tikfout."
    )


def test_of_a_withdrawn_report_it_says_whether_that_is_there_again() -> None:
    withdrawn = PublicCorrection(date(2022, 3, 1), "Het rapport", "Het was van een ander", is_withdrawal=True)
    gone = WithdrawnReport(PUBLIC.period_end, (withdrawn,))
    what = "Wat: Het rapport. Waarom: Het was van een ander."
    assert corrected(withdrawn, gone, WORDS) == f"De meting is ingetrokken en staat niet meer op deze site. {what}"
    assert corrected(withdrawn, PUBLIC, WORDS) == f"De meting is toen ingetrokken en staat nu weer op deze site. {what}"


def test_of_a_withdrawn_report_only_the_end_of_its_period_is_said() -> None:
    assert period_of(PUBLIC, WORDS) == "2021"
    assert period_of(WithdrawnReport(PUBLIC.period_end, ()), WORDS) == "tot en met 31 december 2021"
