"""What is said of differences: the sum of ``support.mover``, and never a wall of text."""

import json
import random
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from support import mover
from support.registers.compared import GROEP, LOOPBAAN, TRAJECT, WERKHUIS, Measured
from support.registers.public import profiles
from support.words import WORDS

from generator.disclosure.public import PublicRegister
from generator.site.pages import comparing
from generator.site.statistics.interval import Interval
from generator.site.words.catalogue import Words

# Calls a function of the script that the page itself uses, with the page's own words.
IN_THE_PAGE = """
async ([name, given]) => {
  const argument = JSON.parse(given);
  const site = new URL("../", location.href);
  const { phrasebook } = await import(new URL("scripts/phrases.js", site));
  const { phrases } = JSON.parse(document.getElementById("kc-compare-data").textContent);
  const { [name]: called } = await import(new URL("scripts/differences.js", site));
  return name === "verdict"
    ? argument.map(([one, other]) => called(one, other))
    : called(argument, phrasebook(phrases));
}
"""
SAID_IN_THE_PAGE = """
async ([forms, n]) => {
  const { phrasebook } = await import(new URL("../scripts/phrases.js", location.href));
  return phrasebook({ people: forms })("people", { n });
}
"""
Cell = dict[str, Any]
Call = Callable[[str, Any], Any]


@pytest.fixture
def call(plain: Page) -> Call:
    return lambda name, argument: plain.evaluate(IN_THE_PAGE, [name, json.dumps(argument)])


def cell(grade: str, low: str = "", high: str = "", level: str = "fairly_certain") -> Cell:
    return {"value": grade, "level": level, "likely": {"low": low, "high": high} if low else None}


def measured(rated: Cell) -> mover.Uncertain:
    likely = rated["likely"]
    return mover.Uncertain(Decimal(rated["value"]), Interval(Decimal(likely["low"]), Decimal(likely["high"])))


@pytest.mark.parametrize("number", [0, 1, 2, 1500])
@pytest.mark.parametrize("phrase", [{"one": "{n} mens", "other": "{n} mensen"}, {"zero": "niemand", "other": "{n} m"}])
def test_the_script_takes_the_words_for_a_number_that_the_generator_takes(
    plain: Page, phrase: dict[str, str], number: int
) -> None:
    forms = {"one": "een", **phrase}
    said = plain.evaluate(SAID_IN_THE_PAGE, [forms, number])
    assert said == Words({"people": forms}, WORDS.figures, WORDS.folders)("people", n=number)


@pytest.mark.parametrize(
    "name", ["Bron", "Bron B.V.", "Klaar!”", "אבג", "مرحبا B.V.", "\u2068אבג.\u2069", "8,3", "Ünal", "\u0301Alfa"]
)
def test_the_script_writes_a_name_as_the_generator_does(plain: Page, name: str) -> None:
    phrase = "Vraag het {n}. Of ({n})?"
    said = Words({"people": phrase}, WORDS.figures, WORDS.folders)("people", n=name)
    assert plain.evaluate(SAID_IN_THE_PAGE, [phrase, name]) == said


def in_tenths(number: int) -> str:
    return f"{number // 10}.{number % 10}"


def test_the_script_judges_ten_thousand_pairs_as_the_sum_does(call: Call) -> None:
    chance = random.Random(4)  # noqa: S311 - the same examples in every run

    def drawn() -> Cell:
        grade = chance.randint(10, 100)
        low, high = chance.randint(max(10, grade - 9), grade), chance.randint(grade, min(100, grade + 9))
        return cell(*map(in_tenths, (grade, low, high)))

    pairs = [[drawn(), drawn()] for _ in range(10_000)]
    # On the edge: 0.5 apart with margins of 0.3 and 0.4 is just no more than chance, and so is no difference at all.
    pairs += [[cell("8.0", "7.7", "8.9"), cell("7.5", "7.0", "7.9")], [cell("8.0", "8.0", "8.0")] * 2]
    smaller = [mover.smaller_than_chance(measured(one), measured(other)) for one, other in pairs]
    assert 1_000 < sum(smaller) < 9_000
    assert smaller[-2:] == [True, True]
    assert call("verdict", pairs) == ["smaller" if each else "larger" for each in smaller]


def test_nothing_is_told_of_a_difference_when_an_interval_is_not_known(call: Call) -> None:
    known, unknown = cell("8.0", "7.9", "8.1"), cell("3.0")
    assert call("verdict", [[known, unknown], [unknown, known], [unknown, unknown]]) == ["unknown"] * 3


A = cell("8.0", "7.9", "8.1")
B = cell("8.1", "8.0", "8.2")
C = cell("6.0", "5.9", "6.1")
D = cell("4.0", "3.9", "4.1")
UNKNOWN, LITTLE = cell("7.0"), cell("7.5", level="says_little")
ROUNDED = cell("8") | {"remark": ", afgerond"}
NONE = {"absence": "Geen cijfer.", "reason": "Te weinig respons."}


SMALLER = "Dit verschil kan toeval zijn."
LARGER = "Dit verschil is waarschijnlijk geen toeval."
UNTOLD = "Of dit verschil toeval is, weten we niet."
ONE_SMALLER = "Het verschil tussen Een en Twee kan toeval zijn."
ONE_LARGER = "Het verschil tussen Een en Twee is waarschijnlijk geen toeval."
FEW = "Het cijfer van Twee komt van weinig antwoorden."
MANY_LARGER = "Waarschijnlijk geen toeval: {} van de 6 verschillen."
MANY_SMALLER = "Kan toeval zijn: {} van de 6 verschillen."


@pytest.mark.parametrize(
    ("cells", "text", "pairs"),
    [
        ([A, B], SMALLER, 0),
        ([A, NONE, C], LARGER, 0),
        ([A, A, NONE], "De cijfers zijn gelijk.", 0),
        ([UNKNOWN, UNKNOWN], "De cijfers zijn gelijk.", 0),
        ([ROUNDED, NONE, ROUNDED], "Afgerond zijn de cijfers gelijk.", 0),
        # It looks the same as an exact 8, and may be 7.5 or 8.4.
        ([A, ROUNDED], f"{UNTOLD} Het cijfer van Twee is afgerond.", 0),
        ([C, ROUNDED | {"level": "says_little"}], f"{UNTOLD} Het cijfer van Twee is afgerond. {FEW}", 0),
        (
            [A, B, ROUNDED],
            f"{ONE_SMALLER} Van de andere verschillen weten we dat niet. Het cijfer van Drie is afgerond.",
            0,
        ),
        ([A, UNKNOWN], UNTOLD, 0),
        ([A, LITTLE], f"{UNTOLD} Het cijfer van Twee komt van weinig antwoorden.", 0),
        ([A, B, B], "Alle verschillen kunnen toeval zijn.", 0),
        ([A, C, D], "Alle verschillen zijn waarschijnlijk geen toeval.", 0),
        ([A, B, C], f"{ONE_SMALLER} De andere verschillen zijn waarschijnlijk geen toeval.", 0),
        (
            [A, C, LITTLE],
            f"{ONE_LARGER} Van de andere verschillen weten we dat niet. {FEW.replace('Twee', 'Drie')}",
            0,
        ),
        ([A, B, C, C], f"{MANY_LARGER.format(4)} Kan toeval zijn: 2.", 6),
        ([A, B, C, UNKNOWN], f"{MANY_LARGER.format(2)} Kan toeval zijn: 1. Weten we niet: 3.", 6),
        ([A, B, B, UNKNOWN], f"{MANY_SMALLER.format(3)} Weten we niet: 3.", 6),
    ],
)
def test_one_short_note_for_a_row_whatever_there_is_to_say(
    cells: list[Cell], text: str, pairs: int, call: Call
) -> None:
    names = ("Een", "Twee", "Drie", "Vier")
    said = call("differencesIn", [{"name": name, "cell": each} for name, each in zip(names, cells, strict=False)])
    assert said["text"] == text
    assert len(said["pairs"]) == pairs


def test_where_the_note_only_counts_each_pair_has_a_line(call: Call) -> None:
    cells = zip(("Een", "Twee", "Drie", "Vier"), (A, B, C, UNKNOWN), strict=True)
    assert call("differencesIn", [{"name": name, "cell": each} for name, each in cells])["pairs"] == [
        "Een en Twee: kan toeval zijn",
        "Een en Drie: waarschijnlijk geen toeval",
        "Een en Vier: weten we niet",
        "Twee en Drie: waarschijnlijk geen toeval",
        "Twee en Vier: weten we niet",
        "Drie en Vier: weten we niet",
    ]


@pytest.mark.parametrize("cells", [[A], [A, NONE], [NONE, NONE]])
def test_of_fewer_than_two_grades_nothing_is_said(cells: list[Cell], call: Call) -> None:
    assert call("differencesIn", [{"name": "Een", "cell": each} for each in cells]) is None


def note(page: Page, row: str) -> str:
    group = page.get_by_role("rowgroup").filter(has=page.get_by_role("rowheader", name=row))
    return group.locator(".kc-compared__note").inner_text()


ROWS = {
    "Jobcoaching": "jobcoaching",
    "Toeleiden van werk naar werk": "van-werk-naar-werk",
    "Cliënten, alle diensten samen": None,
}


@pytest.mark.parametrize("other", [LOOPBAAN, GROEP], ids=lambda each: each.id)
def test_the_page_says_of_two_providers_what_the_sum_finds(
    other: Measured, public: PublicRegister, home: str, desktop: BrowserContext
) -> None:
    files = {each.provider.id: comparing.compared(each, WORDS) for each in profiles(public)}
    page = desktop.new_page()
    page.goto(f"{home}vergelijken/?aanbieders={WERKHUIS.id},{other.id}")
    expect(page.get_by_role("columnheader")).to_have_count(2)
    kinds = {}
    for row, service in ROWS.items():
        cells = [
            files[each]["services"][service] if service else files[each]["clients"] for each in (WERKHUIS.id, other.id)
        ]
        kinds[row] = SMALLER if mover.smaller_than_chance(*map(measured, cells)) else LARGER
        assert note(page, row) == kinds[row], row
    if other == LOOPBAAN:
        assert set(kinds.values()) == {SMALLER, LARGER}, "both are among these examples"


def test_a_note_that_counts_unfolds_to_a_line_for_each_pair(home: str, desktop: BrowserContext) -> None:
    page = desktop.new_page()
    page.goto(f"{home}vergelijken/?aanbieders={','.join(each.id for each in (WERKHUIS, LOOPBAAN, TRAJECT, GROEP))}")
    folded = page.locator("details", has_text="Waarschijnlijk geen toeval: 3 van de 6 verschillen. Kan toeval zijn: 3.")
    expect(folded.get_by_role("listitem")).to_have_count(0)
    folded.get_by_text("Bekijk welke").click()
    expect(folded.get_by_role("listitem")).to_have_count(6)
    expect(folded.get_by_role("listitem").first).to_have_text(
        "Verzonnen Werkhuis en Bedachte Loopbaan B.V.: waarschijnlijk geen toeval"
    )
