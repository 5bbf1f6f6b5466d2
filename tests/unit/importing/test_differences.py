"""The differences of two versions are told in the language of the register, with its own words."""

from datetime import date
from decimal import Decimal

from support.registers.reading import judged
from support.words import ENGLISH_REGISTER

from generator.importing.differences import differences
from generator.importing.written import WRITTEN
from generator.register.records import Report, Result


def test_an_english_register_tells_them_in_english() -> None:
    register = judged(ENGLISH_REGISTER).register
    key = ("alder-academy", date(2024, 12, 31))
    guitar, piano, *_ = [row for row in register.results.values() if row.report_key == key]
    report = register.reports[key]
    later = report.model_copy(update={"promoter_score": Decimal("50.0"), "telephone_option": None})
    changed = piano.model_copy(update={"grade": Decimal("4.4")})
    found = differences((report, [guitar, piano]), (later, [changed]), register, with_values=True)
    assert found == [
        "the report: recommendation score (52.0 → 50.0), answering by telephone (yes → nothing)",
        "learners, Guitar: no longer there",
        "learners, Keyboard instruments: piano: grade (4.5 → 4.4)",
    ]


def test_every_language_has_words_for_every_column_that_can_differ() -> None:
    columns = {*Report.columns(), *Result.columns()}
    for written in WRITTEN.values():
        # Neither what a report is known by, nor what it says of the register itself.
        untold = columns - written.columns.keys()
        assert untold == {
            "provider",
            "period_end",
            "audience",
            "service",
            "source",
            "entered_on",
            "replied_on",
            "former_period_end",
        }
