"""A result that the script makes is, to the letter, the line that the page has of the same provider."""

import json
from collections.abc import Sequence
from datetime import date

import pytest
from finding.finder import opened
from published.watching import NewContext
from support.registers.public import profile
from support.scales import TEN
from support.words import WORDS

from generator.disclosure.public import PublicProvider, PublicRegister, PublicService
from generator.site.finder.listing import listing_view
from generator.site.ratings import position
from generator.site.rendering.templating import templates
from generator.site.statistics.benchmarks import CLIENT, benchmarks_of

# Every element of a result with its attributes and its own text; the button to compare is another script's.
DESCRIBED = """
const parts = item => [item, ...item.querySelectorAll(':not(.kc-choose, .kc-choose *)')];
const described = items => items.map(item => parts(item).map(each => {
  const texts = [...each.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
  return [
    each.tagName,
    Object.fromEntries([...each.attributes].map(({ name, value }) => [name, value])),
    texts.map(({ data }) => data.replace(/\\s+/g, ' ').trim()).filter(Boolean),
  ];
}));
"""
MADE = f"items => {{ {DESCRIBED} return JSON.stringify(described(items)); }}"
WRITTEN = f"""html => {{
  {DESCRIBED}
  const made = document.createElement('template');
  made.innerHTML = html;
  return JSON.stringify(described([...made.content.children]));
}}"""
LINE = """{% from "result.jinja" import result with context %}{{ result(listing, average, prefix, 2) }}"""
QUESTIONS = {"volgorde=nieuwste": None, "zoek=coach": "jobcoaching", "dienst=outplacement": "outplacement"}


def lines(
    providers: Sequence[PublicProvider],
    service: PublicService | None,
    average: str | None,
    site: str,
    as_of: date,
) -> str:
    template = templates().from_string(LINE)
    words = WORDS
    return "".join(
        template.render(
            words=words,
            listing=listing_view(profile(each, as_of=as_of), service, words),
            average=average,
            prefix=f"{site}aanbieders/",
        )
        for each in providers
    )


@pytest.mark.parametrize("query", QUESTIONS)
def test_it_has_the_same_elements_attributes_and_text(
    query: str, register: PublicRegister, address: str, new_context: NewContext
) -> None:
    of = next((each for each in register.services if each.id == QUESTIONS[query]), None)
    average = benchmarks_of(register).average(of, CLIENT)
    finder = opened(f"{address}aanbieders/?{query}", new_context)
    named = {each.name: each for each in register.providers}
    found = [named[name] for name in finder.names()]
    assert len(found) == len(register.providers) if of is None else len(found) > 10
    expected = lines(found, of, position(average.grade, TEN) if average else None, address, register.as_of)
    assert 0 < expected.count("ouder dan 3") < len(found)
    made = json.loads(finder.results.evaluate_all(MADE))
    written = json.loads(finder.page.evaluate(WRITTEN, expected))
    for provider, result, line in zip(found, made, written, strict=True):
        assert result == line, provider.name
