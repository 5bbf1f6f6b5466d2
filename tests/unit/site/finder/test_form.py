"""The finder's form: what can be chosen, and the words of the index behind it."""

import json
from dataclasses import replace

from justhtml import JustHTML
from support.registers.public import invented, services
from support.settings import SETTINGS

from generator.disclosure.public import PublicRegister
from generator.site.content.content import content
from generator.site.finder.form import FinderView, finder_view
from generator.site.finder.records import records
from generator.site.words.catalogue import dutch

SOME = invented(60)
# HTML whose elements a parser reads beside the paragraph that an article would be.
PAGES = ("index.md", "aanbieders/index.md")


def of_one_provider(register: PublicRegister) -> PublicRegister:
    provider = replace(register.providers[0], services=services()[4:6][::-1], provinces=())
    return replace(register, providers=(provider,))


def view_of(register: PublicRegister) -> FinderView:
    view = finder_view(register, dutch())
    assert view
    return view


def test_only_what_a_provider_has_can_be_chosen_in_the_order_of_the_register() -> None:
    view = view_of(of_one_provider(SOME))
    assert [choice.value for choice in view.services] == ["jobcoaching", "verzuimbegeleiding"]
    assert view.provinces == ()


def test_provinces_stand_by_name() -> None:
    labels = [choice.label for choice in view_of(SOME).provinces]
    assert labels == sorted(labels)
    assert len(labels) == 12


def test_every_choice_finds_somebody() -> None:
    view = view_of(SOME)
    words = {word for record in records(SOME, dutch()) for word in record.words}
    for choice in (*view.services, *view.provinces, view.graded, view.graded_by_commissioners):
        assert choice.word in words


def test_an_order_has_a_word_only_in_a_large_register() -> None:
    assert {choice.word for choice in view_of(SOME).orders} == {None}
    large = invented(1001)
    words = {word for record in records(large, dutch()) for word in record.words}
    assert {choice.word for choice in view_of(large).orders} <= words


def test_the_phrases_for_the_script_are_json_that_cannot_leave_its_element() -> None:
    for name, text in content(SOME, SETTINGS).pages:
        if name not in PAGES:
            continue
        block = text[text.index("<div class=") : text.index("</script>\n</div>") + len("</script>\n</div>")]
        assert "\n\n" not in block, "Markdown would end the HTML there"
        (script,) = JustHTML(block, sanitize=False).query("script")
        phrases = json.loads(script.to_text())
        assert phrases["found"]["zero"] == "Geen aanbieders gevonden"
        assert phrases["places"][-1] == "Zuid-Holland"


def test_where_nobody_can_be_found_there_is_no_finder() -> None:
    texts = dict(content(replace(SOME, providers=()), SETTINGS).pages)
    for name in PAGES:
        assert "data-finder" not in texts[name]
