"""What the finder finds, beside what a reader of the register would find by hand."""

from collections.abc import Callable, Iterator

import pytest
from finding.finder import Finder, quoted
from playwright.sync_api import Browser, Page, expect

from generator.disclosure.public import PublicProvider, PublicRegister, PublicRow, Published
from generator.site.words.ordering import by_name

Holds = Callable[[PublicProvider], bool]


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """One window for all that is looked for here: what was fetched once stays in it."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


@pytest.fixture
def finder(address: str, window: Page) -> Finder:
    """A finder that is asked nothing yet: where only something was typed, that is taken out again."""
    finder = Finder(window)
    if window.url.startswith(f"{address}aanbieders/?zoek=") and finder.asked.keys() == {"zoek"}:
        finder.type("")
    else:
        window.goto(f"{address}aanbieders/")
    return finder


def row(provider: PublicProvider, service: str | None) -> PublicRow | None:
    """What clients said of a service, or of all together."""
    clients = provider.newest.clients
    if service is None:
        return clients.total
    return next((each for each in clients.services if each.service and each.service.id == service), None)


def grade(provider: PublicProvider, service: str | None = None) -> float:
    """The grade of clients, or 0."""
    there = row(provider, service)
    return float(there.rating.grade) if there and isinstance(there.rating, Published) else 0


def answers(provider: PublicProvider, service: str | None = None) -> int:
    there = row(provider, service)
    return there.completed if there else 0


def part(provider: PublicProvider, service: str | None = None) -> int:
    """The part of the list in which a provider stands."""
    return 2 if provider.ended_on else 0 if grade(provider, service) else 1


def by_hand(register: PublicRegister, holds: Holds, service: str | None = None) -> list[str]:
    """The names of the providers for which it holds: with a grade, without, stopped; in each part by name."""

    def place(provider: PublicProvider) -> tuple[object, ...]:
        return part(provider, service), by_name(provider.name), provider.id

    return [provider.name for provider in sorted(filter(holds, register.providers), key=place)]


def offers(service: str) -> Holds:
    return lambda provider: service in {each.id for each in provider.services} or row(provider, service) is not None


def is_in(province: str) -> Holds:
    return lambda provider: province in provider.provinces


def is_called(part: str) -> Holds:
    return lambda provider: part in provider.name.lower()


def either(*each: Holds) -> Holds:
    return lambda provider: any(holds(provider) for holds in each)


def both(*each: Holds) -> Holds:
    return lambda provider: all(holds(provider) for holds in each)


SPOOR, COACH, UTRECHT = offers("van-werk-naar-werk"), offers("jobcoaching"), is_in("utrecht")


@pytest.mark.parametrize(
    ("typed", "service", "holds"),
    [
        ("Jobcoach", "jobcoaching", COACH),
        ("jobcoaching", "jobcoaching", COACH),
        ("jobcoaches", "jobcoaching", COACH),
        ("jobcoching", "jobcoaching", COACH),
        ("tweede sp", "van-werk-naar-werk", SPOOR),
        ("2e spoor", "van-werk-naar-werk", SPOOR),
        ("tweede spoor", "van-werk-naar-werk", SPOOR),
        ("TWEEDE  SPOOR", "van-werk-naar-werk", SPOOR),
        ("spoor 2", "van-werk-naar-werk", SPOOR),
        ("burn-out", "behandeling-of-begeleiding", offers("behandeling-of-begeleiding")),
        ("burnout", "behandeling-of-begeleiding", offers("behandeling-of-begeleiding")),
        ("stress", "behandeling-of-begeleiding", offers("behandeling-of-begeleiding")),
        ("ik ben ziek", "verzuimbegeleiding", offers("verzuimbegeleiding")),
        ("taalcursus", "inburgering", offers("inburgering")),
        ("werkzoekend", "naar-werk-zonder-werk", offers("naar-werk-zonder-werk")),
        ("amersfoort", None, UTRECHT),
        ("Zeist", None, UTRECHT),
        ("beste in Zeist", None, UTRECHT),
        ("Rotterdm", None, is_in("zuid-holland")),
        ("den haag", None, is_in("zuid-holland")),
        ("weert", None, is_in("limburg")),
        ("noord-holland", None, is_in("noord-holland")),
        ("noord holland", None, is_in("noord-holland")),
        ("jobcoach amersfoort", "jobcoaching", both(COACH, UTRECHT)),
        ("jobcoach in Zeist", "jobcoaching", both(COACH, UTRECHT)),
        ("ik ben op zoek naar een goede jobcoach in Zeist", "jobcoaching", both(COACH, UTRECHT)),
    ],
)
def test_what_people_type_is_a_service_or_a_place(
    typed: str, service: str | None, holds: Holds, register: PublicRegister, finder: Finder
) -> None:
    expected = by_hand(register, holds, service)
    assert expected, "nobody to find"
    finder.type(typed)
    assert finder.names() == expected


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("step", "step by"),
        ("step-by-step", "step by"),
        ("stepbystep", "step by"),
        ("riority", "step by"),
        ("priority step", "step by"),
        ("priorty", "step by"),
        ("bèta sarokel", "sarokel"),
        ("beta sarokel", "sarokel"),
        ("bèta zimodan", "zimodan"),
        ("eenveld", "mikado"),
        ("éénveld mikado", "mikado"),
        ("'t eenveld-mikado", "mikado"),
        ("t eenveldmikado", "mikado"),
        ("A&O", "a&o"),
        ("a & o loopbaan", "a&o"),
        ("S.T.A.P.", "s.t.a.p."),
        ("stap", "s.t.a.p."),
        ("Øst", "øst"),
        ("ost vooruit", "øst"),
        ("Łódź", "łódź"),
        ("lodz", "łódź"),
        ("Ærø", "ærø"),
        ("aero", "ærø"),
        ("Þór", "þór"),
        ("thor", "þór"),
        ("Bever", "bever"),
        ("zwaluw", "zwaluwveer"),
    ],
)
def test_what_people_type_is_a_name(typed: str, part: str, register: PublicRegister, finder: Finder) -> None:
    expected = by_hand(register, is_called(part))
    assert len(expected) == 1
    finder.type(typed)
    assert finder.names() == expected
    assert finder.results.first.is_visible(), "who is looked for by name is folded away"


@pytest.mark.parametrize("typed", ["C++", "c"])
def test_a_single_letter_is_a_word_or_the_begin_of_a_name(typed: str, register: PublicRegister, finder: Finder) -> None:
    expected = by_hand(register, lambda each: each.name.lower().startswith("c"))
    assert {"C++ Kansen", "Coach en Co"} <= set(expected)
    finder.type(typed)
    assert finder.names() == expected


def test_two_with_the_same_letters_are_both_found(finder: Finder) -> None:
    finder.type("beta")
    assert sorted(finder.names()) == ["Beta Zimodan", "Bèta Sarokel"]


def test_what_is_a_name_and_a_place_finds_the_name_first(register: PublicRegister, finder: Finder) -> None:
    named = {provider.name: provider for provider in register.providers}
    everyone = by_hand(register, either(UTRECHT, is_called("utrecht")))
    assert len(everyone) > 10
    finder.type("utrecht")
    assert finder.names() == sorted(everyone, key=lambda name: (part(named[name]), name != "Utrecht Vooruit"))


@pytest.mark.parametrize("typed", ["re-integratie", "reintegratie", "re integratie", "Reïntegratie"])
def test_a_hyphen_or_none_is_the_same_phrase(typed: str, register: PublicRegister, finder: Finder) -> None:
    """It can be either of two services: then the grades are those of all together."""
    holds = either(SPOOR, offers("naar-werk-zonder-werk"), is_called("re-integratie"))
    finder.type(typed)
    assert sorted(finder.names()) == sorted(by_hand(register, holds))
    assert "alle diensten samen" in finder.page.locator(".kc-finder__subject").inner_text()
    finder.page.locator(".kc-finder__ask").first.click()
    finder.wait_until_asked(dienst="van-werk-naar-werk")
    chosen = both(SPOOR, holds)
    assert sorted(finder.names()) == sorted(by_hand(register, chosen))


@pytest.mark.parametrize(
    ("typed", "unknown"),
    [
        ("qwertyuiop", "qwertyuiop"),
        ("weer", "weer"),
        ("uwv", "uwv"),
        ("qwertyuiop jobcoach", "qwertyuiop"),
        ("jobcoach qwertyuiop", "qwertyuiop"),
    ],
)
def test_a_word_that_nobody_has_finds_nobody_and_can_be_left_out(typed: str, unknown: str, finder: Finder) -> None:
    finder.type(typed)
    assert finder.count() == 0
    assert finder.status.inner_text() == "Geen aanbieders gevonden"
    assert finder.page.get_by_text("Controleer de spelling").is_visible()
    assert f"{quoted(unknown)} staat in geen enkele naam." in " ".join(finder.notes)
    finder.page.get_by_role("button", name=f"Zoek zonder {quoted(unknown)}").click()
    rest = typed.replace(unknown, "").strip()
    expect(finder.field).to_have_value(rest)
    finder.wait_until_asked(zoek=rest)
    assert finder.names()


def test_who_has_not_every_word_of_a_name_is_not_found(finder: Finder) -> None:
    finder.type("mikado zimodan")
    assert finder.count() == 0


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("jobcoach", f"{quoted('jobcoach')} hoort bij de dienst {quoted('Jobcoaching')}."),
        ("in Zeist", "Zeist ligt in Utrecht."),
        ("rotterdm", "Rotterdam ligt in Zuid-Holland."),
        ("zeeland", "Provincie: Zeeland."),
        ("priority", f"{quoted('priority')}: in de naam."),
        ("re-integratie", f"{quoted('re-integratie')} hoort bij meer diensten."),
        ("coach", f"met {quoted('coach')} in de naam."),
    ],
)
def test_it_says_what_it_made_of_the_words(typed: str, note: str, finder: Finder) -> None:
    finder.type(typed)
    finder.count()
    assert note in " ".join(finder.notes)


def test_it_says_how_many_are_left_out_only_because_their_province_is_unknown(
    register: PublicRegister, finder: Finder
) -> None:
    finder.choose("Provincie", "Utrecht")
    assert finder.names() == by_hand(register, UTRECHT)
    nowhere = sum(not provider.provinces for provider in register.providers)
    assert nowhere > 1
    assert finder.notes == [f"{nowhere} aanbieders zijn weggelaten, omdat wij hun provincie niet weten."]


@pytest.mark.parametrize(
    ("chosen", "service", "holds"),
    [
        (("Dienst", "Outplacement"), "outplacement", offers("outplacement")),
        (("Provincie", "Zuid-Holland"), None, is_in("zuid-holland")),
        (("Aantal antwoorden", "10 of meer"), None, lambda each: answers(each) >= 10),
        (("Aantal antwoorden", "30 of meer"), None, lambda each: answers(each) >= 30),
    ],
)
def test_a_choice_without_a_word_shows_all_that_have_it(
    chosen: tuple[str, str], service: str | None, holds: Holds, register: PublicRegister, finder: Finder
) -> None:
    finder.choose(*chosen)
    assert finder.names() == by_hand(register, holds, service)


def test_who_stopped_can_be_left_out(register: PublicRegister, finder: Finder) -> None:
    finder.check("Zonder aanbieders die zijn gestopt")
    assert finder.names() == by_hand(register, lambda each: each.ended_on is None)
    expect(finder.part("Gestopt")).to_have_count(0)


def test_an_answer_counts_for_the_service_that_is_asked_about(register: PublicRegister, finder: Finder) -> None:
    """Somebody can have 30 answers in all, and three about this service."""
    finder.choose("Dienst", "Jobcoaching")
    finder.choose("Aantal antwoorden", "30 of meer")
    expected = by_hand(register, lambda each: answers(each, "jobcoaching") >= 30, "jobcoaching")
    assert finder.names() == expected
    assert len(expected) < sum(COACH(each) and answers(each) >= 30 for each in register.providers)


def commissioners(provider: PublicProvider) -> float:
    """The grade of commissioners, or 0."""
    results = provider.newest.commissioners
    return float(results.total.rating.grade) if results and isinstance(results.total.rating, Published) else 0


@pytest.mark.parametrize(
    ("choice", "least"), [("Met cijfer", 1), ("6 of hoger", 6), ("8 of hoger", 8), ("9 of hoger", 9)]
)
@pytest.mark.parametrize(
    ("label", "order", "grade_of"),
    [("Cijfer van cliënten", "cijfer", grade), ("Cijfer van opdrachtgevers", "opdrachtgevers", commissioners)],
)
def test_who_asks_for_a_grade_gets_the_highest_first(  # noqa: PLR0913, PLR0917 - two tables
    label: str,
    order: str,
    grade_of: Callable[[PublicProvider], float],
    choice: str,
    least: int,
    register: PublicRegister,
    finder: Finder,
) -> None:
    finder.choose(label, choice)
    assert finder.asked["volgorde"] == order
    named = {provider.name: provider for provider in register.providers}
    names = finder.names()
    assert set(names) == set(by_hand(register, lambda each: grade_of(each) >= least)) != set()
    grades = [grade_of(named[name]) for name in names if not named[name].ended_on]
    assert grades == sorted(grades, reverse=True)


def test_an_order_that_was_chosen_stays_when_a_grade_is_asked_for(finder: Finder) -> None:
    finder.choose("Sorteer op", "aantal antwoorden")
    finder.choose("Cijfer van cliënten", "8 of hoger")
    assert finder.asked["volgorde"] == "antwoorden"


def test_choices_and_words_narrow_each_other(register: PublicRegister, finder: Finder) -> None:
    finder.type("jobcoach")
    finder.choose("Provincie", "Zeeland")
    finder.choose("Cijfer van cliënten", "6 of hoger")
    holds = both(COACH, is_in("zeeland"), lambda each: grade(each, "jobcoaching") >= 6)
    assert sorted(finder.names()) == sorted(by_hand(register, holds)) != []


@pytest.mark.parametrize(
    ("order", "key"),
    [
        ("cijfer van cliënten", lambda each: (grade(each), answers(each))),
        ("aantal antwoorden", lambda each: (answers(each),)),
        ("nieuwste meting", lambda each: (each.newest.period_end.toordinal(), answers(each))),
    ],
)
def test_every_order_has_the_most_first_and_equals_by_name(
    order: str, key: Callable[[PublicProvider], tuple[float, ...]], register: PublicRegister, finder: Finder
) -> None:
    named = {provider.name: provider for provider in register.providers}
    finder.choose("Provincie", "Utrecht")
    by_names = finder.names()
    finder.choose("Sorteer op", order)
    expected = sorted(by_names, key=lambda name: (part(named[name]), *(-each for each in key(named[name]))))
    assert finder.names() == expected


def test_with_a_service_the_grades_are_those_of_that_service(register: PublicRegister, finder: Finder) -> None:
    """Never that of all services together, which is often another."""
    finder.type("jobcoach")
    finder.choose("Sorteer op", "cijfer van cliënten")
    names = finder.names()
    shown = finder.results.locator("p:nth-of-type(1) data").evaluate_all("each => each.map(({ value }) => +value)")
    named = {provider.name: provider for provider in register.providers}
    own = [grade(named[name], "jobcoaching") for name in names]
    in_all = [grade(named[name]) for name in names]
    assert shown == list(filter(None, own))
    assert shown != list(filter(None, in_all))
    assert (
        f"Cijfers van cliënten voor {quoted('Jobcoaching')}." in finder.page.locator(".kc-finder__subject").inner_text()
    )


def test_who_only_bears_the_name_of_a_service_is_there_too_and_it_says_that_it_does_not_give_it(
    register: PublicRegister, finder: Finder
) -> None:
    bearing = by_hand(register, lambda each: is_called("coach")(each) and not COACH(each), "jobcoaching")
    assert bearing
    finder.type("coach")
    assert set(bearing) < set(finder.names())
    without = finder.results.filter(has_text="geeft deze dienst niet").locator("h2, h3").all_text_contents()
    assert without == bearing
