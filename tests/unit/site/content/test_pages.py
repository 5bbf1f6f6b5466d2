"""The Markdown pages: what is on them, and that text stays text."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html import unescape
from pathlib import Path
from string import ascii_lowercase

import markdown
import pytest
import yaml
from support.made import texts
from support.registers.editing import swapped
from support.registers.reading import public_on
from support.settings import SETTINGS

from generator.disclosure.public import OtherProvider, PublicProvider, PublicRegister, PublicRules
from generator.site.content.content import content

FOLDERS = ("aanbieders", "diensten", "provincies", "a-z")
HOSTILE = [
    "<script>alert(1)</script>",
    "A & B <b>",
    "**vet** _schuin_ `code`",
    "[klik](javascript:alert(1))",
    "# kop",
    "1. een",
    "---",
    "a } { .klasse #id }",
    "{{ 7 * 7 }} {% raw %}",
    "![x](http://example.org/x.png)",
    "<!-- weg",
    '\'" onmouseover="x',
    "&lt;niet&gt; &#42;",
    "naam: dit: dat",
]


@pytest.fixture
def public(register_folder: Path) -> PublicRegister:
    return public_on(register_folder)


def renamed(public: PublicRegister, name: str) -> PublicRegister:
    first, *others = public.providers
    # Without the reply, whose emphasis is its own.
    reports = tuple(replace(report, reply=None) for report in first.reports)
    return replace(public, providers=(replace(first, name=name, former_names=(name,), reports=reports), *others))


def page_of(public: PublicRegister, provider: PublicProvider) -> str:
    return texts(content(public, SETTINGS))[f"aanbieders/{provider.id}.md"]


def rendered(text: str) -> tuple[Mapping[str, str], str]:
    """A page's front matter and its HTML, as the engine makes it."""
    _, head, body = text.split("---\n", maxsplit=2)
    return yaml.safe_load(head), markdown.markdown(body, extensions=["attr_list", "toc", "tables"])


def test_there_is_a_page_for_each_provider_service_province_and_letter(public: PublicRegister) -> None:
    names = [name.removesuffix(".md") for name, _ in content(public, SETTINGS).files() if name.endswith(".md")]
    assert len(set(names)) == len(names)
    assert {"index", "aanbieders/index", "uitleg", "vergelijken"} <= set(names)
    of = {folder: [name.partition("/")[2] for name in names if name.startswith(f"{folder}/")] for folder in FOLDERS}
    assert of["aanbieders"] == ["index", "verzonnen-alfa", "verzonnen-beta"]
    # Each has a page whether or not there is a provider, so that an address never goes away.
    assert of["diensten"] == ["index", "eerste-hulp", "tweede-hulp", "vierde-hulp", "vroegere-hulp"]
    assert len(of["provincies"]) == 1 + 12
    assert of["a-z"] == ["alle", *ascii_lowercase, "overig"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_shown_as_it_was_written_and_never_as_markup(name: str, public: PublicRegister) -> None:
    changed = renamed(public, name)
    head, html = rendered(page_of(changed, changed.providers[0]))
    safe = (
        name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;").replace("'", "&#39;")
    )
    assert head["title"] == safe
    heading = html[html.index("<h1") : html.index("</h1>")]
    before, after = '<h1 id="naam"><bdi>', "</bdi>"
    assert heading.startswith(before)
    assert heading.endswith(after)
    assert _decoded(heading.removeprefix(before).removesuffix(after)) == name
    start, for_machines, html = re.split(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert json.loads(for_machines)["name"] == name
    assert not set("<>&") & set(for_machines)
    html = start + html
    for forbidden in (
        "<script",
        "<b>",
        "<em>",
        "<strong>vet",
        'javascript:alert(1)"',
        'src="http',
        "<!--",
        'onmouseover="x',
    ):
        assert forbidden not in html
    assert html.count("<img") == 1, "the badge, and none of the name's"


def _decoded(fragment: str) -> str:
    assert "<" not in fragment
    return unescape(fragment)


def test_providers_are_in_alphabetical_order_whatever_capitals_accents_and_marks(public: PublicRegister) -> None:
    first = public.providers[0]
    changed = replace(public, providers=(replace(first, name="zeta"), replace(first, id="eta", name="'t Éta")))
    listed = texts(content(changed, SETTINGS))["aanbieders/index.md"]
    assert listed.index("t Éta") < listed.index("zeta")


@pytest.mark.parametrize(("name", "letter"), [("zeta", "z"), ("'t Éta", "t"), ("Élan", "e"), ("24 Uur", "overig")])
def test_a_name_stands_under_its_letter(name: str, letter: str, public: PublicRegister) -> None:
    first, second = public.providers
    made = texts(content(replace(public, providers=(replace(first, name=name), second)), SETTINGS))
    found = [path for path, text in made.items() if path.startswith("a-z/") and f'aanbieders/{first.id}/"' in text]
    assert found == ["a-z/alle.md", f"a-z/{letter}.md"]


def test_what_clients_said_besides_is_only_there_with_their_grade(public: PublicRegister) -> None:
    alfa = public.providers[0]
    assert "Hoe tevreden" in page_of(public, alfa)
    silent = replace(alfa, reports=tuple(replace(report, opinion=None) for report in alfa.reports))
    page = page_of(replace(public, providers=(silent,)), silent)
    for heading in ("Hoe tevreden", "aanraden", "Wat goed gaat"):
        assert heading not in page


def test_earlier_periods_are_on_the_page_with_their_services(public: PublicRegister) -> None:
    page = page_of(public, public.providers[0])
    earlier = page[page.index("Cijfers door de jaren") :]
    assert "7,8" in earlier
    assert "niemand van de 4 uitgenodigde opdrachtgevers" in earlier
    assert "Verzonnen vroegere hulp" in earlier


def test_a_reply_is_shown_and_only_as_a_little_markdown(public: PublicRegister) -> None:
    alfa = public.providers[0]
    assert "<p>Wij danken onze <em>verzonnen</em> cliënten.</p>" in page_of(public, alfa)
    text = "[weg](javascript:alert(1)) ![x](http://example.org/x.png) `code` **vet**\n\n- een\n- twee\n\n> zo"
    reports = (replace(alfa.newest, reply=text), *alfa.reports[1:])
    page = page_of(replace(public, providers=(replace(alfa, reports=reports),)), replace(alfa, reports=reports))
    reply = page[page.index('<div class="kc-reply"') :].partition("</div>")[0]
    assert reply.splitlines()[1:] == [
        "<p>weg x `code` <strong>vet</strong></p>",
        "<ul>",
        "<li>een</li>",
        "<li>twee</li>",
        "</ul>",
        "<blockquote>",
        "<p>zo</p>",
        "</blockquote>",
    ]


def test_a_correction_is_shown_with_its_day_and_why(public: PublicRegister) -> None:
    page = page_of(public, public.providers[0])
    assert "Gecorrigeerd op 1 maart 2022" in page
    assert "Rapportcijfer van de opdrachtgevers. Waarom: Tikfout, gemeld door de aanbieder." in page


def test_a_provider_that_ended_or_was_renamed_says_so(public: PublicRegister) -> None:
    alfa, beta = public.providers
    assert "<dt>Heette eerder</dt><dd><bdi>Bedacht Alfa</bdi></dd>" in page_of(public, alfa)
    assert "gestopt op 1 januari 2022" in page_of(public, beta)


def test_a_service_says_what_it_is_and_what_it_was_called(public: PublicRegister) -> None:
    made = texts(content(public, SETTINGS))
    first, second = (made[f"diensten/{name}-hulp.md"] for name in ("eerste", "tweede"))
    assert '<p class="kc-lead">Hulp die is verzonnen. Zij begint.</p>' in first
    assert "In oudere rapporten heette deze dienst: Bedachte hulp; Oude hulp." in second


def test_a_merger_is_told_on_both_pages(public: PublicRegister) -> None:
    alfa, beta = public.providers
    ended = replace(beta, merged_into=OtherProvider(alfa.id, alfa.name))
    both = replace(public, providers=(replace(alfa, took_over=(OtherProvider(beta.id, beta.name),)), ended))
    link = '<a href="../verzonnen-alfa/"><bdi>Verzonnen Alfa</bdi></a>'
    assert f"op 1 januari 2022 opgegaan in {link}" in page_of(both, ended)
    link = f'<a href="../verzonnen-beta/"><bdi>{beta.name}</bdi></a>'
    assert f"<dt>Hierin opgegaan</dt><dd>{link}</dd>" in page_of(both, both.providers[0])


@pytest.mark.parametrize(("year", "is_old"), [(2024, False), (2025, True)])
def test_grades_of_years_ago_say_so(year: int, public: PublicRegister, *, is_old: bool) -> None:
    page = page_of(replace(public, as_of=date(year, 1, 1)), public.providers[0])
    assert ("Deze cijfers zijn van 2021. Ze zeggen misschien weinig over nu." in page) is is_old


def test_facts_name_the_provinces_the_website_and_the_services(public: PublicRegister) -> None:
    alfa = replace(public.providers[0], website="https://www.alfa.example/werk?x=1")
    page = page_of(replace(public, providers=(alfa,)), alfa)
    facts = page[page.index('<section class="kc-facts"') :].partition("</section>")[0]
    assert '<a href="https://www.alfa.example/werk?x=1" rel="nofollow noopener">alfa.example</a>' in facts
    for each in alfa.services:
        assert facts.count(f'<dd><a href="../../diensten/{each.id}/">') == 1
    assert "<dt>Provincies</dt>" in facts
    bare = replace(alfa, website=None, services=(), provinces=(), former_names=())
    assert page_of(replace(public, providers=(bare,)), bare).count("<dt>") == 1


def test_a_provider_that_will_end_has_not_ended_yet(register_folder: Path) -> None:
    swapped("providers/verzonnen-beta.yaml", "2022-01-01", "2026-01-02")(register_folder)
    for as_of, ended in ((date(2026, 1, 1), False), (date(2026, 1, 2), True)):
        public = public_on(register_folder, as_of)
        assert ("gestopt op" in page_of(public, public.providers[1])) is ended


def test_rules_of_the_future_are_not_explained_yet(register_folder: Path) -> None:
    assert len(public_on(register_folder, date(2020, 12, 31)).rules) == 1
    assert len(public_on(register_folder, date(2021, 1, 1)).rules) == 2


def test_commissioners_that_were_not_asked_are_explained(public: PublicRegister) -> None:
    assert "in deze periode zijn geen opdrachtgevers om een cijfer gevraagd" in page_of(public, public.providers[1])


def test_the_explanation_begins_with_links_to_all_its_headings(public: PublicRegister) -> None:
    _, html = rendered(texts(content(public, SETTINGS))["uitleg.md"])
    _, contents, rest = re.split(r"<nav class=\"kc-contents\".*?</h2>|</nav>", html, flags=re.DOTALL)
    links = re.findall(r'<a href="#([^"]+)">([^<]+)</a>', contents)
    assert links == re.findall(r'<h2 id="([^"]+)">([^<]+)</h2>', unescape(rest))
    assert len(links) > 9


def test_a_search_engine_gets_the_grades_or_why_there_is_none(public: PublicRegister) -> None:
    head, _ = rendered(page_of(public, public.providers[0]))
    assert head["description"] == (
        "Cliënten gaven een 8,3: 20 van de 40 antwoordden (50%). "
        "Opdrachtgevers gaven een 7,5: 4 van de 20 antwoordden (20%). Gemeten: 2021."
    )
    head, _ = rendered(page_of(public, public.providers[1]))
    assert "Opdrachtgevers: geen cijfer, want in deze periode zijn geen opdrachtgevers" in head["description"]


def test_the_explanation_follows_the_policy(public: PublicRegister) -> None:
    def explained(**changes: object) -> str:
        rules: PublicRules = replace(public.rules[0], **changes)  # type: ignore[arg-type]
        return texts(content(replace(public, rules=(rules, *public.rules[1:])), SETTINGS))["uitleg.md"]

    assert "21 dagen" in explained()
    assert "14 dagen" in explained(reply_window_days=14)
    assert "Deze tabel maakten wij zelf uit de rapporten" in explained()
    assert "Deze tabel maakten wij zelf uit de rapporten" not in explained(response_inferred=False)
    assert "minder dan 4 cliënten" in explained(minimum_respondents=4)
    assert "Waren dat er twee" in explained(minimum_respondents=2)
    assert "Waren dat er twee" not in explained(minimum_respondents=3)
    steps = (replace(public.rules[0].response_steps[0], required=Decimal(65)), public.rules[0].response_steps[1])
    assert "65%" in explained(response_steps=steps)
    assert "Eerdere regels" in explained()


@pytest.mark.parametrize(("now", "before"), [(True, False), (False, True), (False, False)])
def test_a_norm_is_explained_while_any_version_of_the_rules_has_one(
    *, now: bool, before: bool, public: PublicRegister
) -> None:
    newest, older = public.rules
    rules = (newest if now else replace(newest, norm=None), older if before else replace(older, norm=None))
    page = texts(content(replace(public, rules=rules), SETTINGS))["uitleg.md"]
    assert ('href="#norm"' in page) is (now or before)
    assert ("{#norm}" in page) is (now or before)
    assert ("Norm: 6,5 voor alle diensten samen" in page) is before


def test_without_a_norm_no_page_says_whether_it_is_met(public: PublicRegister) -> None:
    question = "Is de norm van"
    assert question in page_of(public, public.providers[0])
    reports = tuple(replace(each, norm=None) for each in public.providers[0].reports)
    of = replace(public.providers[0], reports=reports)
    assert question not in page_of(replace(public, providers=(of, *public.providers[1:])), of)


def test_a_register_without_a_public_report_still_has_its_pages(public: PublicRegister) -> None:
    made = texts(content(replace(public, providers=()), SETTINGS))
    assert "Geen aanbieders" in made["aanbieders/index.md"]
    assert "Geen aanbieders" in made["index.md"]
    assert "Geen aanbieders met een openbare meting" in made["diensten/eerste-hulp.md"]
    assert "Geen aanbieders." in made["a-z/a.md"]
