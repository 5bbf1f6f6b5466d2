"""Why a grade is not there, in words, with the numbers that decided it; and why one is rounded."""

from dataclasses import replace
from decimal import Decimal

import pytest
from support.registers.public import grade, rounded, row, service
from support.registers.public import report as report_of
from support.words import WORDS

from generator.disclosure.public import (
    AudienceResults,
    Means,
    NoResponse,
    PublicReport,
    PublicRow,
    Published,
    Rating,
    Reason,
    Withheld,
)
from generator.site.words import explaining
from generator.site.words.ratings import Absent, Graded, rated

BY_POLICY = Withheld(Reason.INSUFFICIENT_RESPONSE, Decimal(50))
BY_REPORT = Withheld(Reason.INSUFFICIENT_RESPONSE)
TOO_FEW = Withheld(Reason.TOO_FEW_RESPONDENTS)
REPORT = report_of(total=grade("8.0"))


def reason_of(row: PublicRow, audience: str = "client", report: PublicReport = REPORT) -> str:
    rating = rated(row, audience, report, WORDS)
    assert isinstance(rating, Absent)
    return rating.reason


@pytest.mark.parametrize(
    ("net_sample", "completed", "rating", "reason"),
    [
        (
            9,
            4,
            BY_POLICY,
            "Te weinig cliënten antwoordden: 4 van de 9 (44%). Nodig is 50%.",
        ),
        (
            5,
            1,
            BY_POLICY,
            "Te weinig cliënten antwoordden: 1 van de 5 (20%). Nodig is 50%.",
        ),
        (
            1234,
            370,
            Withheld(Reason.INSUFFICIENT_RESPONSE, Decimal(30)),
            "Te weinig cliënten antwoordden: 370 van de 1.234 (29,98%). Nodig is 30%.",
        ),
        (
            12,
            8,
            BY_REPORT,
            "Te weinig cliënten antwoordden, volgens het onderzoeksrapport: 8 van de 12 (67%).",
        ),
        (
            1,
            1,
            TOO_FEW,
            (
                "Te weinig antwoorden: maar één cliënt vulde de vragenlijst in (uitgenodigd: 1). "
                "Dan is te zien welk cijfer dat was."
            ),
        ),
        (
            3,
            2,
            TOO_FEW,
            (
                "Te weinig antwoorden: 2 van de 3 cliënten vulden de vragenlijst in. "
                "Dan kunt u misschien zien wie welk cijfer gaf."
            ),
        ),
        (
            40,
            20,
            Withheld(Reason.SECONDARY),
            (
                "Dit cijfer laten we weg: ook afgerond is er een ander cijfer mee uit te rekenen dat niet openbaar is. "
                "20 van de 40 cliënten (50%) vulden de vragenlijst in."
            ),
        ),
        (4, 0, NoResponse(), "niemand van de 4 uitgenodigde cliënten vulde de vragenlijst in."),
        (0, 0, NoResponse(), "er waren geen cliënten om uit te nodigen."),
    ],
)
def test_the_reason_names_the_numbers(net_sample: int, completed: int, rating: Rating, reason: str) -> None:
    assert reason_of(PublicRow(None, net_sample, completed, rating)) == reason


def test_nobody_of_the_commissioners_answered() -> None:
    row = PublicRow(None, 1, 0, NoResponse())
    told = reason_of(row, "commissioner")
    assert told == "er was 1 opdrachtgever uitgenodigd, zonder antwoord."


def test_a_published_grade_needs_no_reason() -> None:
    row = PublicRow(None, 10, 9, Published(Decimal("8.0")))
    assert rated(row, "client", REPORT, WORDS) == Graded(grade="8,0", value="8.0")


@pytest.mark.parametrize(
    ("net_sample", "completed", "words"),
    [
        (139, 55, "55 van de 139 cliënten antwoordden (40%)"),
        (3, 1, "1 van de 3 cliënten antwoordde (33%)"),
        (3, 0, "niemand van de 3 cliënten antwoordde"),
        (1, 1, "1 cliënt uitgenodigd, 1 antwoord"),
        (1, 0, "1 cliënt uitgenodigd, geen antwoord"),
        (0, 0, "er waren geen cliënten om uit te nodigen"),
    ],
)
def test_how_many_answered(net_sample: int, completed: int, words: str) -> None:
    rating = Published(Decimal("8.0")) if completed else NoResponse()
    assert explaining.answered(PublicRow(None, net_sample, completed, rating), "client", WORDS) == words


@pytest.mark.parametrize(
    ("net_sample", "completed", "words"),
    [
        (139, 55, "55 van de 139 antwoordden (40%)"),
        (3, 1, "1 van de 3 antwoordde (33%)"),
        (3, 0, "niemand van de 3 antwoordde"),
        (1, 1, "de enige uitgenodigde antwoordde"),
        (1, 0, "de enige uitgenodigde antwoordde niet"),
    ],
)
def test_how_many_answered_where_it_is_said_who(net_sample: int, completed: int, words: str) -> None:
    rating = Published(Decimal("8.0")) if completed else NoResponse()
    assert explaining.answered_anybody(PublicRow(None, net_sample, completed, rating), WORDS) == words


@pytest.mark.parametrize(
    ("net_sample", "completed", "words"),
    [(139, 55, "55 van de 139 (40%)"), (3, 1, "1 van de 3 (33%)"), (1, 1, "de enige uitgenodigde")],
)
def test_who_filled_it_in(net_sample: int, completed: int, words: str) -> None:
    row = PublicRow(None, net_sample, completed, Published(Decimal("8.0")))
    assert explaining.answered_short(row, WORDS) == words


@pytest.mark.parametrize("reason", Reason)
def test_there_are_words_for_every_reason(reason: Reason) -> None:
    assert reason_of(PublicRow(None, 9, 4, Withheld(reason)))


def test_who_only_hides_says_nothing_of_rounding() -> None:
    hiding = replace(REPORT, disclosure=replace(REPORT.disclosure, means=Means.WITHHOLD))
    told = reason_of(PublicRow(None, 40, 20, Withheld(Reason.SECONDARY)), report=hiding)
    assert told == (
        "Dit cijfer laten we weg, omdat anders een ander cijfer is uit te rekenen dat niet openbaar is. "
        "20 van de 40 cliënten (50%) vulden de vragenlijst in."
    )


OF_ONE = "met een cijfer achter de komma is te zien wat één cliënt vond."
OF_SEVERAL = "met een cijfer achter de komma is een ander cijfer uit te rekenen dat niet openbaar is."


@pytest.mark.parametrize(
    ("withheld", "why"),
    [
        ([(TOO_FEW, 1)], OF_ONE),
        ([(BY_POLICY, 1)], OF_ONE),
        ([(TOO_FEW, 1), (BY_REPORT, 1)], OF_ONE),
        # One hidden for another's sake is not what the decimal would tell.
        ([(TOO_FEW, 1), (Withheld(Reason.SECONDARY), 9)], OF_ONE),
        ([(BY_POLICY, 4)], OF_SEVERAL),
        ([(TOO_FEW, 2)], OF_SEVERAL),
        ([(TOO_FEW, 1), (BY_POLICY, 4)], OF_SEVERAL),
        # What is withheld stands in another report about the same people.
        ([], OF_SEVERAL),
    ],
)
def test_a_rounded_grade_says_what_its_decimal_would_tell(withheld: list[tuple[Rating, int]], why: str) -> None:
    rows = [row(rating, service(f"hulp-{place}"), completed) for place, (rating, completed) in enumerate(withheld)]
    clients = AudienceResults(row(rounded("8")), (*rows, row(rounded("9"), service("andere"))))
    assert explaining.why_rounded(replace(REPORT, clients=clients), WORDS) == why
