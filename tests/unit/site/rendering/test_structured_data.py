"""What a page says to search engines, expanded as they do."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from pyld import jsonld
from support.made import files_of_demo
from support.registers.demos import public_demo
from support.registers.public import NOBODY, WITHHELD, grade, provider, report, rounded
from support.settings import SETTINGS
from support.words import WORDS

from generator.disclosure.public import PublicProvider, Published, Rating
from generator.site.rendering.structured_data import element, organization

SCHEMA = "https://schema.org/"


def schema_org(address: str, options: object) -> dict[str, Any]:
    """The words of schema.org without the network: each is what it is called."""
    del options
    assert address == "https://schema.org"
    return {"document": {"@context": {"@vocab": SCHEMA}}, "documentUrl": address, "contextUrl": None}


def expanded(of: PublicProvider) -> Any:  # noqa: ANN401 - JSON
    made = organization(of, SETTINGS, WORDS, says_little=False)
    (said,) = jsonld.expand(dict(made), {"documentLoader": schema_org})
    return said


def value(said: Any, name: str) -> Any:  # noqa: ANN401 - JSON
    return said[f"{SCHEMA}{name}"][0]["@value"]


def test_an_organization_has_the_rating_of_all_its_clients_with_how_many_answered() -> None:
    said = expanded(replace(provider(report(total=grade("8.3"))), website="https://een.example"))
    assert said["@type"] == [f"{SCHEMA}Organization"]
    assert value(said, "name") == "Verzonnen"
    assert value(said, "mainEntityOfPage") == "https://klantcijfer.example/onder/aanbieders/verzonnen/"
    assert value(said, "url") == "https://een.example"
    (rating,) = said[f"{SCHEMA}aggregateRating"]
    assert rating["@type"] == [f"{SCHEMA}AggregateRating"]
    assert {name: value(rating, name) for name in ("ratingValue", "bestRating", "worstRating", "ratingCount")} == {
        "ratingValue": 8.3,
        "bestRating": 10,
        "worstRating": 1,
        "ratingCount": 10,
    }


def test_search_engines_get_no_rating_that_says_little() -> None:
    of = provider(report(total=grade("8.3")))
    assert "aggregateRating" in organization(of, SETTINGS, WORDS, says_little=False)
    assert "aggregateRating" not in organization(of, SETTINGS, WORDS, says_little=True)


def test_a_rounded_grade_is_a_whole_number_and_says_so() -> None:
    (rating,) = expanded(provider(report(total=rounded("8"))))[f"{SCHEMA}aggregateRating"]
    assert value(rating, "ratingExplanation") == "8, afgerond"
    whole, exact = (
        element(organization(provider(report(total=each)), SETTINGS, WORDS, says_little=False))
        for each in (rounded("8"), grade("8.0"))
    )
    assert '"ratingValue":8,' in whole
    assert "ratingExplanation" not in exact


@pytest.mark.parametrize("total", [WITHHELD, NOBODY])
def test_where_the_total_is_not_public_there_is_no_rating(total: Rating) -> None:
    older = report(total=grade("9.9"))
    assert f"{SCHEMA}aggregateRating" not in expanded(provider(report(total=total, commissioners=grade("8.0")), older))


def test_no_text_ends_the_element_that_holds_it() -> None:
    made = element({"name": "</script><script>alert(1)</script>&amp;<!--"})
    assert made.count("<") == 2
    assert (
        json.loads(made[made.index("{") : made.rindex("}") + 1])["name"]
        == "</script><script>alert(1)</script>&amp;<!--"
    )


def test_each_provider_s_page_says_it_once() -> None:
    made = files_of_demo()
    for each in public_demo(60).providers:
        page = made[f"aanbieders/{each.id}.md"].decode()
        (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
        said = json.loads(block)
        assert said["name"] == each.name
        dots = re.search(r'data-certainty="(\d)"', page)  # of the clients' grade, if that is public
        is_public = isinstance(each.newest.clients.total.rating, Published)
        assert ("aggregateRating" in said) == (is_public and dots is not None and dots[1] != "1")
