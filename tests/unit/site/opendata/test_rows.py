"""The open data hold all of the public register, and nothing that is not public."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from support.open_data import READERS, open_data, rows_of

from generator.disclosure.public import (
    NoResponse,
    PublicCorrection,
    PublicRegister,
    Published,
    WithdrawnProvider,
    WithdrawnReport,
    Withheld,
)
from generator.site.opendata.rows import audiences


@pytest.mark.parametrize("form", READERS)
def test_every_public_row_is_there_with_its_grade_or_the_reason(
    form: str, public: PublicRegister, made: Mapping[str, bytes]
) -> None:
    rows = iter(rows_of(made, "ratings", form))
    seen = set()
    for provider in public.providers:
        for report in provider.reports:
            for audience, row in audiences(report):
                found = next(rows)
                service = row.service.id if row.service else "total"
                where = (found["provider"], found["period_end"], found["audience"], found["service"])
                assert where == (provider.id, report.period_end, audience, service)
                assert (found["net_sample"], found["completed"]) == (row.net_sample, row.completed)
                rating = row.rating
                seen.add(type(rating))
                if isinstance(rating, Published):
                    assert (found["outcome"], found["grade"], found["reason"]) == ("published", rating.grade, None)
                    assert found["rounded"] is rating.is_rounded
                    counts = tuple(found[f"grade_{grade}"] for grade in range(1, 11))
                    assert counts == (rating.distribution or (None,) * 10)
                    continue
                without = [
                    found[name] for name in found if name.startswith(("grade", "interval")) or name == "certainty"
                ]
                assert without == [None] * 14
                assert found["rounded"] is False
                assert found["explanation"].startswith("Geen cijfer")
                if isinstance(rating, Withheld):
                    assert (found["outcome"], found["reason"]) == ("withheld", rating.reason)
                    assert found["required_response"] == rating.required_response
                else:
                    assert (found["outcome"], found["reason"]) == ("no_response", None)
    assert next(rows, None) is None
    assert seen == {Published, Withheld, NoResponse}


@pytest.mark.parametrize("form", READERS)
def test_a_correction_stays_where_its_report_was_withdrawn(form: str, public: PublicRegister) -> None:
    line = PublicCorrection(date(2026, 10, 6), "Het rapport", "Het was van een ander", is_withdrawal=True)
    lines = (WithdrawnReport(date(2021, 12, 31), (line,)),)
    gone = replace(public, withdrawn=(WithdrawnProvider("verzonnen-weg", "Verzonnen Weg", (), lines),))
    *others, last = rows_of(open_data(gone), "corrections", form)
    assert others == list(rows_of(open_data(public), "corrections", form))
    assert {each["withdrawn"] for each in others} == {False}
    assert last == {
        "corrected_on": date(2026, 10, 6),
        "provider": "verzonnen-weg",
        "period_end": date(2021, 12, 31),
        "what": "Het rapport",
        "why": "Het was van een ander",
        "provider_name": "Verzonnen Weg",
        "withdrawn": True,
    }
    assert "verzonnen-weg" not in {each["provider"] for each in rows_of(open_data(gone), "providers", form)}


def test_the_same_data_give_the_same_bytes(public: PublicRegister, made: Mapping[str, bytes]) -> None:
    again = open_data(public)
    assert {name for name in made if made[name] != again[name]} == set()
    assert list(again) == list(made)
