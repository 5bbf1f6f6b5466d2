"""A difference that is too long for GitHub is shortened by what matters most."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from support.registers.public import grade, provider, register, report

from generator.changes.addresses import Addresses
from generator.changes.difference import difference
from generator.changes.found import Difference
from generator.changes.printing import Layout, print_difference
from generator.disclosure.public import PublicCorrection

NOWHERE = Addresses((), (), (), ())
CORRECTION = PublicCorrection(date(2023, 1, 1), "Het cijfer", "Tikfout")
UNCORRECTED = report(total=grade("7.6"))
CORRECTLY = replace(UNCORRECTED, corrections=(CORRECTION,))


def _of_many(reports: int, corrected: int, others: int) -> Difference:
    """So many providers whose grade changes without a correction, and with one, and who get a website."""
    before = [replace(provider(report(total=grade("7.5"))), id=f"p-{n}") for n in range(reports + corrected + others)]
    after = [
        *(replace(each, reports=(UNCORRECTED,)) for each in before[:reports]),
        *(replace(each, reports=(CORRECTLY,)) for each in before[reports : reports + corrected]),
        *(replace(each, website="https://a.example") for each in before[reports + corrected :]),
    ]
    return Difference("a", "b", difference(register(*before), register(*after)), NOWHERE)


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.integers(6_000, 40_000))
def test_a_difference_fits_and_what_it_leaves_out_is_counted(
    reports: int, corrected: int, others: int, longest: int
) -> None:
    found = _of_many(reports, corrected, others)
    whole = print_difference(found, Layout.MARKDOWN)
    shown = print_difference(found, Layout.MARKDOWN, longest)
    assert len(shown.encode()) <= longest
    if len(whole.encode()) <= longest:
        assert shown == whole
        return
    told, _, counted = shown.partition("### What is only counted")
    errors, sections = told.count("**Error**"), told.count("\n### ")
    assert (f"- errors: {reports - errors}\n" in counted) == (errors < reports)
    assert not sections or errors == reports
    left = reports + corrected - sections
    assert (f"- providers that are left out: {left}; {left} grade" in counted) == (left > 0)
    assert (f"- <code>website</code>: {others}" in counted) == (others > 0)
    assert told.count("grade changes |") == sections


def test_what_matters_most_is_told_first() -> None:
    found = _of_many(1, 1, 98)
    shown = print_difference(found, Layout.MARKDOWN, 10_000)
    assert shown.index("**Error**: p-0,") < shown.index("(`p-0`)") < shown.index("(`p-1`)")
    assert "p-2" not in shown
    assert "build/difference.md" in shown
    assert print_difference(found, Layout.JSON, 10_000) == print_difference(found, Layout.JSON)
    assert print_difference(found, Layout.TEXT, 10_000) == print_difference(found, Layout.TEXT)
