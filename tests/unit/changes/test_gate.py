"""What a careless maintainer, or one who hides something, may not do to what is public: each by the public model."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from support.registers.public import NOBODY, grade, provider, register, report, service

from generator.changes.difference import difference, refused
from generator.changes.facts import facts_of_report
from generator.changes.lines import Fault
from generator.changes.pairing import says_the_same
from generator.disclosure.public import (
    ClientOpinion,
    GradeChange,
    PublicCorrection,
    PublicRegister,
    PublicReport,
    Shares,
    WithdrawnProvider,
    WithdrawnReport,
)

HELP, OTHER_HELP = service("hulp"), service("andere-hulp")
LINE = PublicCorrection(date(2023, 1, 1), "Het cijfer", "Tikfout")
WITHDRAWN = replace(LINE, is_withdrawal=True)
OPINION = ClientOpinion(Shares(60, 40, 0, 0, 0), Decimal("12.5"), "Luisteren", ("Snelheid", "Netheid"))
WHOLE = replace(
    report(total=grade("7.5", [0] * 6 + [5, 5, 0, 0]), services={HELP: grade("7.5")}, commissioners=grade("8.1")),
    opinion=OPINION,
    reply="Dank u.",
)
ALFA, BETA = provider(WHOLE), replace(provider(report(total=grade("6.0"))), id="beta", name="Bèta B.V.")
NEWER = report(total=grade("8.0"), period_end=date(2022, 12, 31))


def faults(before: PublicRegister, after: PublicRegister) -> list[Fault | None]:
    return [each.fault for each in refused(difference(before, after))]


def one(*reports: PublicReport) -> PublicRegister:
    return register(provider(*reports))


OTHERWISE: dict[str, Callable[[PublicReport], PublicReport]] = {
    "period_start": lambda it: replace(it, period_start=it.period_start + timedelta(days=1)),
    "period_end": lambda it: replace(it, period_end=it.period_end - timedelta(days=1)),
    "report_date": lambda it: replace(it, report_date=it.report_date - timedelta(days=1)),
    "source": lambda it: replace(it, source="Een ander bureau"),
    "by_telephone": lambda it: replace(it, by_telephone=not it.by_telephone),
    "clients": lambda it: replace(it, clients=replace(it.clients, total_without=(HELP,))),
    "commissioners": lambda it: replace(it, commissioners=None),
    "opinion": lambda it: replace(it, opinion=None),
}
# What follows from other fields; when it came in; the rules, which may not change at all (V01); and what is about it.
NOT_SAID_BY_IT = {
    "public_on",
    "entered_on",
    "replied_on",
    "former_period_end",
    "norm",
    "certainty",
    "disclosure",
    "reply",
    "corrections",
}
IN_AN_OPINION = {
    "the strength of the staff is the first of the others": replace(
        OPINION, staff_strength=None, strengths=("Luisteren", *OPINION.strengths)
    ),
    "two strengths are one": replace(OPINION, strengths=("Snelheid; Netheid",)),
    "the other order": replace(OPINION, strengths=("Netheid", "Snelheid")),
    "a score of nothing": replace(OPINION, promoter_score=Decimal("0.0")),
    "no score": replace(OPINION, promoter_score=None),
    "other shares": replace(OPINION, shares=Shares(40, 60, 0, 0, 0)),
    "no shares": replace(OPINION, shares=None),
}
IN_A_ROW = {
    "one more invited": replace(WHOLE.clients.total, net_sample=21),
    "one less answered": replace(WHOLE.clients.total, completed=9),
    "other counts": replace(WHOLE.clients.total, rating=grade("7.5", [0] * 6 + [6, 3, 1, 0])),
    "no counts": replace(WHOLE.clients.total, rating=grade("7.5")),
    "nobody": replace(WHOLE.clients.total, rating=NOBODY),
}


def test_each_field_of_a_report_is_one_that_says_something_or_is_not() -> None:
    assert {each.name for each in fields(PublicReport)} == {*OTHERWISE, *NOT_SAID_BY_IT}


@pytest.mark.parametrize(
    "after",
    [
        *(pytest.param(change(WHOLE), id=name) for name, change in OTHERWISE.items()),
        *(pytest.param(replace(WHOLE, opinion=each), id=name) for name, each in IN_AN_OPINION.items()),
        *(
            pytest.param(replace(WHOLE, clients=replace(WHOLE.clients, total=row)), id=name)
            for name, row in IN_A_ROW.items()
        ),
    ],
)
def test_whatever_a_report_says_otherwise_is_shown_and_needs_its_line(after: PublicReport) -> None:
    assert not says_the_same(WHOLE, after)
    assert facts_of_report(WHOLE) != facts_of_report(after)
    assert faults(one(WHOLE), one(after)) == [Fault.UNCORRECTED]
    assert faults(one(WHOLE), one(replace(after, corrections=(LINE,)))) == []


def test_words_of_a_service_and_a_first_reply_are_no_other_figures() -> None:
    renamed = replace(HELP, name="Nieuwe hulp", plain_name="Hulp")
    row = replace(WHOLE.clients.services[0], service=renamed)
    assert says_the_same(WHOLE, replace(WHOLE, clients=replace(WHOLE.clients, services=(row,))))
    assert faults(one(replace(WHOLE, reply=None)), one(WHOLE)) == []


@pytest.mark.parametrize("reply", [None, "Dank u wel."])
def test_a_reply_that_was_public_changes_and_goes_with_a_line(reply: str | None) -> None:
    after = replace(WHOLE, reply=reply)
    assert faults(one(WHOLE), one(after)) == [Fault.UNCORRECTED]
    assert faults(one(WHOLE), one(replace(after, corrections=(LINE,)))) == []


def test_a_reply_that_moves_to_another_report_is_gone_from_the_first() -> None:
    before = register(provider(NEWER, WHOLE))
    after = register(provider(replace(NEWER, reply=WHOLE.reply), replace(WHOLE, reply=None)))
    assert faults(before, after) == [Fault.UNCORRECTED]


# Whose report it is.


def test_a_report_that_becomes_another_providers_needs_a_line() -> None:
    beta = replace(BETA, reports=(NEWER,))
    both = replace(beta, former_ids=(ALFA.id,), reports=(NEWER, WHOLE))
    assert faults(register(ALFA, beta), register(both)) == [Fault.UNCORRECTED]
    told = replace(both, reports=(NEWER, replace(WHOLE, corrections=(LINE,))))
    assert faults(register(ALFA, beta), register(told)) == []


def test_a_former_id_takes_no_report_and_no_line_to_another_provider() -> None:
    alfa = replace(ALFA, former_ids=("vroeger",))
    beta = replace(BETA, former_ids=("vroeger",), reports=(NEWER, WHOLE))
    before = register(alfa, replace(BETA, reports=(NEWER,)))
    assert faults(before, register(provider(NEWER), beta)) == [Fault.UNEXPLAINED]
    # A line with the other one says nothing about this one.
    figure = replace(WHOLE, source="Een ander bureau")
    elsewhere = replace(BETA, former_ids=("vroeger",), reports=(replace(BETA.newest, corrections=(LINE,)),))
    assert faults(register(alfa, BETA), register(provider(figure), elsewhere)) == [Fault.UNCORRECTED]


# Lines.


def test_a_report_that_came_back_keeps_that_it_was_withdrawn() -> None:
    back = replace(WHOLE, corrections=(WITHDRAWN,))
    assert faults(one(back), one(replace(WHOLE, corrections=(LINE,)))) == [Fault.LINE_LOST]


def test_a_withdrawn_provider_that_is_called_otherwise_is_shown() -> None:
    withdrawn = (WithdrawnReport(WHOLE.period_end, (WITHDRAWN,)),)
    before, after = (
        replace(register(), withdrawn=(WithdrawnProvider("alfa", name, (), withdrawn),)) for name in ("Alfa", "Niemand")
    )
    (change,) = difference(before, after)[0].changes
    assert (change.what, str(change.before), str(change.after)) == ("name", "Alfa", "Niemand")


def told(old: str, new: str, correction: PublicCorrection = LINE) -> PublicCorrection:
    return replace(correction, change=GradeChange("commissioner", None, Decimal(old), Decimal(new)))


def commissioned(value: str, *corrections: PublicCorrection) -> PublicRegister:
    return one(replace(report(total=grade("7.5"), commissioners=grade(value)), corrections=corrections))


LATER = replace(LINE, corrected_on=date(2023, 2, 1))


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        (commissioned("8.1"), commissioned("7.9", told("8.1", "7.9")), []),
        (commissioned("8.1"), commissioned("7.9", told("1.1", "7.9")), [Fault.MISTOLD]),
        (commissioned("8.1"), commissioned("8.1", told("1.1", "8.1")), [Fault.MISTOLD]),
        (commissioned("8.1"), commissioned("7.9", told("8.0", "7.9", LATER), told("8.1", "8.0")), []),
        (commissioned("7.9", told("8.1", "7.9")), commissioned("7.9", told("1.1", "7.9")), [Fault.MISTOLD]),
        (
            commissioned("7.9", told("8.1", "7.9")),
            commissioned("7.9", told("8.1", "7.9", replace(LINE, reason="Fout"))),
            [],
        ),
        (
            commissioned("7.9", told("8.1", "7.9")),
            commissioned("7.5", told("7.9", "7.5", LATER), told("8.1", "7.9")),
            [],
        ),
        # What is told no more still has its words; and what told no grades may tell them now.
        (commissioned("7.9", told("8.1", "7.9")), commissioned("7.9", LINE), []),
        (commissioned("7.9", LINE), commissioned("7.9", told("8.1", "7.9")), []),
    ],
)
def test_a_line_tells_the_grade_that_the_public_saw(
    before: PublicRegister, after: PublicRegister, fault: list[Fault]
) -> None:
    assert faults(before, after) == fault
    assert difference(before, after)
