"""A rounded grade on the pages: whole, with the word and the reason, and nothing beside it that tells the decimal."""

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from justhtml import JustHTML
from support.made import files, texts
from support.registers.public import WITHHELD, grade, provider, register, report, rounded, service
from support.settings import SETTINGS

from generator.disclosure.public import (
    Attacker,
    CertaintyRules,
    DisclosureRules,
    Means,
    NormRules,
    PublicRegister,
    PublicReport,
    PublicRules,
    Rating,
    ResponseStep,
)
from generator.site.content.content import content
from generator.site.finder import table

HELP, OTHER = service("hulp"), service("andere")
NINE = (0, 0, 0, 0, 0, 0, 0, 2, 5, 3)
WHY = "met een cijfer achter de komma is een ander cijfer uit te rekenen dat niet openbaar is."


def of_year(number: int, total: Rating) -> PublicReport:
    return report(
        total=total,
        services={HELP: rounded("9"), OTHER: WITHHELD},
        commissioners=grade("7.0"),
        period_end=date(number, 12, 31),
    )


def rules(attacker: Attacker, means: Means, applies_from: date = date(2021, 1, 1)) -> PublicRules:
    return PublicRules(
        applies_from=applies_from,
        reply_window_days=21,
        response_steps=(ResponseStep(None, Decimal(30)),),
        response_inferred=False,
        minimum_respondents=2,
        norm=NormRules(Decimal("6.5"), Decimal("5.5"), 5),
        certainty=CertaintyRules(10, 30, Decimal(2), Decimal(1)),
        disclosure=DisclosureRules(attacker, Decimal("2.5"), Decimal("0.7"), means),
    )


@pytest.fixture(scope="module")
def public() -> PublicRegister:
    """Five providers, so that there is an average: one rounded, with an earlier exact grade; the others exact."""
    first = provider(of_year(2022, rounded("8")), report(total=grade("9.0", NINE), commissioners=grade("7.0")))
    others = [
        replace(provider(report(total=grade(of), services={HELP: grade(of)})), id=f"ander-{place}", name=f"Ander {of}")
        for place, of in enumerate(("7.1", "7.3", "7.7", "9.4"))
    ]
    in_utrecht = (replace(each, provinces=("utrecht",)) for each in (first, *others))
    return replace(register(*in_utrecht), services=(HELP, OTHER), rules=(rules(Attacker.OUTSIDER, Means.ROUND),))


@pytest.fixture(scope="module")
def made(public: PublicRegister) -> dict[str, str]:
    return texts(content(public, SETTINGS))


def text_of(html: str) -> str:
    body = html.split("---\n", maxsplit=2)[-1]
    return " ".join(JustHTML(body, sanitize=False).to_text(separator="").split())


def test_the_card_says_the_grade_the_word_and_the_reason(made: dict[str, str]) -> None:
    page = made["aanbieders/verzonnen.md"]
    card = page[page.index('<section class="kc-card">') :].partition("</section>")[0]
    assert '<data value="8">8</data><i>, afgerond</i>' in card
    assert WHY in card
    assert "(van de 10)" in card
    assert "enigszins zeker" in card
    commissioners = page[page.index("Cijfer van opdrachtgevers</h2>") :].partition("</section>")[0]
    assert "7,0" in commissioners
    assert "afgerond" not in commissioners


def test_the_table_says_it_of_each_grade_and_why_once_below(made: dict[str, str]) -> None:
    page = made["aanbieders/verzonnen.md"]
    table = page[page.index("Per dienst") :].partition("## ")[0]
    assert '<data value="9">9</data><i>, afgerond</i>' in table
    assert table.count(f"Afgerond: {WHY}") == 1
    exact = made["aanbieders/ander-1.md"]
    assert "fgerond" not in exact


@pytest.mark.parametrize("path", ["aanbieders/verzonnen.md", "a-z/v.md", "diensten/hulp.md", "provincies/utrecht.md"])
def test_no_page_tells_a_decimal_or_an_interval_of_it(path: str, made: dict[str, str]) -> None:
    page = made[path]
    assert ", afgerond" in page
    assert not re.search(r"waarschijnlijk tussen \d", page)
    assert "8,0" not in page
    assert "8.0" not in page


def test_a_group_says_how_rounded_grades_count(made: dict[str, str]) -> None:
    for path, average in (("diensten/hulp.md", "8,1"), ("provincies/utrecht.md", "7,9")):
        page = made[path]
        assert f"Gemiddelde van 5 aanbieders: {average}." in page
        assert "Afgeronde cijfers tellen in het gemiddelde mee zoals ze hier staan." in page
        assert "Een open stip is een afgerond cijfer" in page
    points = json.loads(made["provincies/utrecht/chart.json"])["data"][-1]
    place = points["y"].index(8.0)
    assert points["marker"]["symbol"][place] == "circle-open"
    assert "8,\u00a0afgerond" in points["hovertext"][place]


def test_the_development_shows_an_open_mark_without_a_reach(made: dict[str, str]) -> None:
    clients = json.loads(made["aanbieders/verzonnen/chart.json"])["data"][1]
    assert clients["y"] == [9.0, 8.0]
    assert clients["marker"]["symbol"] == ["circle", "circle-open"]
    assert clients["error_y"]["array"][1] is None
    assert "Een open punt is een afgerond cijfer" in made["aanbieders/verzonnen.md"]


def test_a_grade_that_is_not_rounded_says_nothing_of_it(public: PublicRegister) -> None:
    only = replace(public, providers=public.providers[1:3])
    for path, text in texts(content(only, SETTINGS)).items():
        if path.startswith(("aanbieders/ander", "diensten/", "provincies/", "a-z/")):
            assert "fgerond" not in text.replace("Afgerond zijn", ""), path


def test_the_norm_is_told_with_the_word(public: PublicRegister) -> None:
    alone = provider(report(total=rounded("8"), services={HELP: rounded("9")}))
    page = texts(content(replace(public, providers=(alone,)), SETTINGS))["aanbieders/verzonnen.md"]
    assert "De cliënten gaven gemiddeld een 8, afgerond. Nodig is" in page


def test_the_finder_knows_the_whole_grade_only(public: PublicRegister) -> None:
    found = json.loads(texts(content(public, SETTINGS))[table.PATH])
    grades = dict(zip(found["names"], found["clients"]["rating"], strict=True))
    assert grades["Verzonnen"] == 208
    assert all(code < 200 for name, code in grades.items() if name != "Verzonnen")


def test_programs_are_told_to_say_it_too(public: PublicRegister) -> None:
    notes = files(content(public, SETTINGS))["llms.txt"]
    said = notes.decode() if isinstance(notes, bytes) else notes
    assert "schrijf er geen cijfer achter de komma bij: 10, niet 10,0" in said


def explained(*versions: PublicRules) -> str:
    return texts(content(replace(register(), rules=versions), SETTINGS))["uitleg.md"]


def section(page: str) -> str:
    return page[page.index("{#uitrekenen}") :].partition("\n## ")[0]


@pytest.mark.parametrize(("attacker", "means"), list(product(Attacker, Means)))
def test_the_explanation_says_against_whom_and_how_by_the_policy(attacker: Attacker, means: Means) -> None:
    page = explained(rules(attacker, means))
    said = section(page)
    assert ("Ook als die zelf de vragenlijst invulde" in said) is (attacker is Attacker.RESPONDENT)
    assert ("Wie zelf antwoordde, kent één antwoord" in said) is (attacker is Attacker.OUTSIDER)
    assert ("het cijfer achter de komma weg. Bij" in said) is (means is Means.ROUND)
    assert ("Dan laten wij nog een cijfer weg" in said) is (means is Means.WITHHOLD)
    assert ("Dan komen de cijfers niet op deze site" in said) is (means is Means.FAIL)
    assert ("Soms staat bij een cijfer" in page) is (means is Means.ROUND)
    assert ("Soms laten wij ook een cijfer weg" in page) is (means is Means.WITHHOLD)
    assert ("ook als wij het afronden" in page) is (means is Means.ROUND)


def test_the_levels_are_folded_away_and_the_rest_is_short() -> None:
    said = section(explained(rules(Attacker.OUTSIDER, Means.ROUND)))
    short, _, folded = said.partition("<details")
    assert len(text_of(short.partition("\n")[2]).split()) < 90
    assert "ten minste 2,5" in folded
    assert "ten minste 0,7" in folded


def test_earlier_rules_say_their_own_levels_attacker_and_means() -> None:
    now = rules(Attacker.OUTSIDER, Means.ROUND)
    before = rules(Attacker.RESPONDENT, Means.WITHHOLD, date(2015, 1, 1))
    before = replace(before, disclosure=replace(before.disclosure, one_person=Decimal(3)))
    earlier = explained(now, before).partition("{#eerder}")[2]
    assert "één cliënt: ten minste 3 tussen" in earlier
    assert "meer cliënten: ten minste 0,7 tussen" in earlier
    assert "ook wie zelf antwoordde" in earlier
    assert "worden cijfers daarnaast weggelaten" in earlier
