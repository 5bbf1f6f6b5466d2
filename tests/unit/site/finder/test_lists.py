"""A list of providers in its pages and parts."""

from dataclasses import replace
from datetime import date

import pytest
from support.registers.public import NOBODY, grade, profile, provider, register, report, service
from support.scales import TEN
from support.words import WORDS

from generator.disclosure.public import PublicProvider, PublicService
from generator.site.finder.listing import Section
from generator.site.finder.lists import ListView, list_pages, list_view, parts_of
from generator.site.statistics.benchmarks import CLIENT, benchmarks_of

HELP = service("hulp")


def named(name: str, *, is_graded: bool = True, ended: date | None = None) -> PublicProvider:
    rating = grade("8.0") if is_graded else NOBODY
    made = provider(report(total=rating, services={HELP: rating}))
    return replace(made, id=name.lower(), name=name, ended_on=ended)


def many(count: int, *, is_graded: bool = True) -> list[PublicProvider]:
    return [named(f"{'Met' if is_graded else 'Zonder'}{place:03}", is_graded=is_graded) for place in range(count)]


def views(providers: list[PublicProvider], about: PublicService | None = None) -> list[ListView]:
    average = benchmarks_of(register(*providers)).average(about, CLIENT)
    pages = list_pages([profile(each) for each in providers], about, average, TEN)
    return [list_view(page, WORDS) for page in pages]


def shown(view: ListView) -> dict[Section, int]:
    return {section.id: len(section.listings) for section in view.sections}


@pytest.mark.parametrize(
    ("count", "pages"), [(0, [0]), (1, [1]), (50, [50]), (51, [20, 31]), (70, [20, 50]), (71, [20, 50, 1])]
)
def test_fifty_stand_in_one_page_and_of_more_twenty_with_pages_of_fifty_behind(count: int, pages: list[int]) -> None:
    assert [len(part) for part in parts_of([profile(each) for each in many(count)], None)] == pages
    made = views(many(count))
    assert [view.page for view in made] == list(range(1, len(pages) + 1))
    assert {view.pages for view in made} == {len(pages)}


def test_who_has_no_grade_and_who_stopped_come_behind_each_by_name() -> None:
    stopped, without, later, first = (
        named("A", ended=date(2022, 1, 1)),
        named("B", is_graded=False),
        named("D"),
        named("C"),
    )
    (view,) = views([stopped, without, first, later])
    assert [(part.id, [each.name for each in part.listings]) for part in view.sections] == [
        (Section.GRADED, ["C", "D"]),
        (Section.UNGRADED, ["B"]),
        (Section.STOPPED, ["A"]),
    ]
    assert [part.title for part in view.sections] == ["Met cijfer (2)", "Zonder cijfer (1)", "Gestopt (1)"]


def test_a_part_that_begins_on_another_page_is_named_on_the_first_and_leads_there() -> None:
    first, *others = views([*many(60), *many(30, is_graded=False)])
    assert shown(first) == {Section.GRADED: 20, Section.UNGRADED: 0}
    assert [section.elsewhere for section in first.sections] == [None, 2]
    assert [shown(view) for view in others] == [{Section.GRADED: 40, Section.UNGRADED: 10}, {Section.UNGRADED: 20}]
    assert first.sections[1].title == others[-1].sections[0].title == "Zonder cijfer (30)"


def test_a_list_says_whose_grades_it_shows_and_their_average() -> None:
    few, enough = many(4), many(5)
    assert views(few)[0].subject == "Cijfers van cliënten voor alle diensten samen."
    assert views(few)[0].average is None
    assert views(enough)[0].subject.endswith("samen. Gemiddelde van 5 aanbieders: 8,0.")
    (view,) = views(enough, HELP)
    about = "‘Verzonnen hulp’"  # noqa: RUF001 - as it is written
    assert view.subject == f"Cijfers van cliënten voor {about}. Gemiddelde van 5 aanbieders: 8,0."
    assert view.average == "77.8"
