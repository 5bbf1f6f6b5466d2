"""Whether what is deployed is what the public may know: quick enough to ask after every deployment."""

import json
import random
from xml.etree import ElementTree as ET

import feedparser
import pytest
from published.answers import ask, each, promised, shown
from published.watching import NewContext, watched

from generator.disclosure.public import PublicProvider, PublicRegister

SAMPLE = 200  # of so many providers every figure is compared; where there are fewer, of all
IN_A_BROWSER = 5
SVG = "{http://www.w3.org/2000/svg}svg"


@pytest.fixture(scope="session")
def sample(public: PublicRegister) -> list[PublicProvider]:
    """The same ones in every run, so that a failure can be looked at again."""
    return random.Random(6).sample(public.providers, min(SAMPLE, len(public.providers)))  # noqa: S311 - not a secret


def test_the_site_names_just_the_providers_of_the_public_model(public: PublicRegister, base_url: str) -> None:
    """So that a model without providers, as that of a new register, says nothing of a site that has some."""
    answer = ask(f"{base_url}scripts/register.json")
    assert answer.status == 200
    assert sorted(json.loads(answer.body)["names"]) == sorted(provider.name for provider in public.providers)


def test_every_provider_of_the_public_model_has_a_page(public: PublicRegister, providers: str) -> None:
    asked = [f"{providers}{provider.id}/" for provider in public.providers]
    missing = {address: answer.status for address, answer in each(ask, asked) if answer.status != 200}
    assert missing == {}


def test_a_page_shows_exactly_the_grades_that_are_public(
    sample: list[PublicProvider], public: PublicRegister, providers: str
) -> None:
    """In each place the grade that is public, and none where it is withheld."""
    wrong = {}
    for provider, answer in each(lambda one: ask(f"{providers}{one.id}/"), sample):
        places = shown(answer.body)
        if places != (wanted := promised(provider, public.charter)):
            wrong[provider.id] = f"shows {places}, the public model has {wanted}"
    assert wrong == {}


def test_every_provider_of_the_sample_has_its_badge(sample: list[PublicProvider], providers: str) -> None:
    asked = [f"{providers}{provider.id}/badge.svg" for provider in sample]
    answers = dict(each(ask, asked))
    assert {address: answer.status for address, answer in answers.items() if answer.status != 200} == {}
    for address, answer in answers.items():
        assert answer.kind == "image/svg+xml", address
        assert ET.fromstring(answer.body).tag == SVG, address  # noqa: S314 - our own drawing


def test_the_feed_can_be_read_and_leads_to_pages_that_are_there(public: PublicRegister, base_url: str) -> None:
    answer = ask(f"{base_url}feed.xml")
    assert answer.status == 200
    read = feedparser.parse(answer.body)
    assert not read.bozo, read.get("bozo_exception")
    # The feed names the public address, which is another while a site is looked at on this machine.
    home = next(link.href for link in read.feed.links if link.rel == "alternate")
    leads_to = {base_url + entry.link.removeprefix(home) for entry in read.entries[:IN_A_BROWSER]}
    assert leads_to or not public.providers
    assert {address: found.status for address, found in each(ask, leads_to) if found.status != 200} == {}


def test_pages_of_providers_open_without_an_error(
    sample: list[PublicProvider], providers: str, new_context: NewContext
) -> None:
    """One of each other kind of page: test_every_page.py."""
    page = new_context().new_page()
    for provider in sample[:IN_A_BROWSER]:
        with watched(page, f"{providers}{provider.id}/") as opened:
            assert provider.name in opened.locator("h1").inner_text()
