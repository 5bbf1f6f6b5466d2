"""Looking at a deployed site: what is compared, and how a failure is told."""

from dataclasses import replace
from datetime import date

import pytest
from published import verify
from published.answers import ask, promised, shown
from support.registers.empty import CHARTER
from support.registers.public import WITHHELD, grade, provider, report, service

HELP, WORK = service("hulp"), service("werk")


def page(*places: str) -> bytes:
    return f"<main>{''.join(places)}</main>".encode()


def test_the_places_of_a_page_are_read_from_top_to_bottom() -> None:
    grades = '<section class="kc-card"><data value="8.3">8,3</data></section>', '<td><data value="7.9">7,9</data></td>'
    reason = '<p class="kc-card__reason">Geen cijfer.</p>', '<span class="kc-reason">Geen cijfer.</span>'
    assert shown(page(grades[0], reason[0], reason[1], grades[1])) == ["8.3", None, None, "7.9"]
    assert shown(page("<p>Niets</p>")) == []


@pytest.mark.parametrize("markup", ['<data value="8.3">8,4</data>', "<data>8,3</data>", '<data value="8.3"></data>'])
def test_a_grade_that_says_two_things_is_no_grade_of_the_model(markup: str) -> None:
    (told,) = shown(page(markup))
    assert told not in {"8.3", "8.4", None}


def test_the_public_model_promises_a_grade_or_none_for_each_place() -> None:
    newest = report(total=grade("8.3"), services={HELP: WITHHELD, WORK: grade("8.5")}, period_end=date(2022, 12, 31))
    assert promised(provider(newest), CHARTER) == ["8.3", None, None, "8.5"]
    older = report(total=WITHHELD, commissioners=grade("6.0"))
    assert promised(provider(newest, older), CHARTER)[4:] == ["8.3", None, None, "6.0"]


def test_where_only_clients_are_asked_nothing_stands_in_the_place_of_a_grade_of_commissioners() -> None:
    only_clients = replace(CHARTER, nouns=replace(CHARTER.nouns, commissioner=None))
    newest = report(total=grade("8.3"), services={HELP: WITHHELD})
    assert promised(provider(newest), only_clients) == ["8.3", None]


def test_a_host_that_does_not_answer_is_no_traceback() -> None:
    assert ask("http://127.0.0.1:9/").status == 0


def test_what_failed_is_told_in_markdown_that_takes_nothing_of_it_for_markdown() -> None:
    told = verify.report("https://example.org/", "FAILED\n# kop\n```")
    assert "https://example.org/" in told
    assert "    # kop" in told
    assert len(verify.report("https://example.org/", "regel\n" * 50_000)) < 65_536


def test_no_web_address_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert verify.main("site/") == 2
    assert "is no web address" in capsys.readouterr().err
