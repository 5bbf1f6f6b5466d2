"""What the finder finds, beside what a reader of the register would find by hand."""

from collections.abc import Callable, Iterator

import pytest
from finding.finder import Finder
from playwright.sync_api import Browser, Page

from generator.disclosure.public import PublicProvider, PublicRegister, Published
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
    window.goto(f"{address}aanbieders/")
    return Finder(window)


def by_hand(register: PublicRegister, holds: Holds) -> list[str]:
    """The names of the providers for which it holds, as the finder orders them."""
    found = [provider for provider in register.providers if holds(provider)]
    return [provider.name for provider in sorted(found, key=lambda each: (by_name(each.name), each.id))]


def offers(service: str) -> Holds:
    return lambda provider: service in {each.id for each in provider.services}


def is_in(province: str) -> Holds:
    return lambda provider: province in provider.provinces


def is_called(part: str) -> Holds:
    return lambda provider: part in provider.name.lower()


def either(one: Holds, other: Holds) -> Holds:
    return lambda provider: one(provider) or other(provider)


def both(one: Holds, other: Holds) -> Holds:
    return lambda provider: one(provider) and other(provider)


SPOOR, COACH, UTRECHT = offers("van-werk-naar-werk"), offers("jobcoaching"), is_in("utrecht")


@pytest.mark.parametrize(
    ("typed", "holds"),
    [
        ("coach", either(COACH, is_called("coach"))),
        ("Jobcoach", COACH),
        ("coaches", COACH),
        ("2e spoor", SPOOR),
        ("tweede spoor", SPOOR),
        ("TWEEDE  SPOOR", SPOOR),
        ("spoor 2", SPOOR),
        ("Utrecht", UTRECHT),
        ("amersfoort", UTRECHT),
        ("jobcoach utrecht", both(COACH, UTRECHT)),
        ("jobcoach in Utrecht", both(COACH, UTRECHT)),
        ("noord-holland", is_in("noord-holland")),
        ("noord holland", is_in("noord-holland")),
        ("beta", is_called("ta")),
        ("bèta sarokel", is_called("sarokel")),
        ("beta sarokel", is_called("sarokel")),
        ("bèta zimodan", is_called("zimodan")),
        ("eenveld", is_called("mikado")),
        ("éénveld mikado", is_called("mikado")),
        ("'t eenveld-mikado", is_called("mikado")),
        ("t eenveldmikado", is_called("mikado")),
        ("step", is_called("step by")),
        ("step-by-step", is_called("step by")),
        ("stepbystep", is_called("step by")),
        ("riorit", is_called("step by")),
        ("priority step", is_called("step by")),
    ],
)
def test_what_people_type_finds_what_they_mean(
    typed: str, holds: Holds, register: PublicRegister, finder: Finder
) -> None:
    expected = by_hand(register, holds)
    if typed == "beta":
        expected = ["Bèta Sarokel", "Beta Zimodan"]
    assert expected, "nobody to find"
    finder.type(typed)
    assert finder.names() == expected


@pytest.mark.parametrize("typed", ["re-integratie", "reintegratie", "re integratie", "Reïntegratie"])
def test_a_hyphen_or_none_is_the_same_word(typed: str, register: PublicRegister, finder: Finder) -> None:
    services = either(SPOOR, offers("naar-werk-zonder-werk"))
    finder.type(typed)
    assert finder.names() == by_hand(register, either(services, is_called("re-integratie")))


@pytest.mark.parametrize("typed", ["qwertyuiop", "jobcoach qwertyuiop", "qwertyuiop jobcoach", "mikado zimodan"])
def test_who_has_not_every_word_is_not_found(typed: str, finder: Finder) -> None:
    finder.type(typed)
    assert finder.count() == 0
    assert finder.status.inner_text() == "Geen aanbieders gevonden"
    assert finder.page.get_by_role("link", name="Bekijk alle aanbieders van A tot Z").is_visible()


def test_a_longer_word_does_not_find_a_short_name_that_it_begins_with(register: PublicRegister, finder: Finder) -> None:
    finder.type("amsterdam")
    assert finder.names() == by_hand(register, is_in("noord-holland"))


@pytest.mark.parametrize(
    ("label", "choice", "holds"),
    [("Dienst", "Outplacement", offers("outplacement")), ("Provincie", "Zuid-Holland", is_in("zuid-holland"))],
)
def test_a_choice_without_a_word_shows_all_that_have_it(
    label: str, choice: str, holds: Holds, register: PublicRegister, finder: Finder
) -> None:
    finder.choose(label, choice)
    assert finder.names() == by_hand(register, holds)


def has_clients_grade(provider: PublicProvider) -> bool:
    return isinstance(provider.newest.clients.total.rating, Published)


def has_commissioners_grade(provider: PublicProvider) -> bool:
    results = provider.newest.commissioners
    return results is not None and isinstance(results.total.rating, Published)


@pytest.mark.parametrize(
    ("label", "holds"),
    [
        ("Alleen met cijfer van cliënten", has_clients_grade),
        ("Alleen met cijfer van opdrachtgevers", has_commissioners_grade),
    ],
)
def test_who_has_no_public_grade_is_left_out_when_asked(
    label: str, holds: Holds, register: PublicRegister, finder: Finder
) -> None:
    finder.check(label)
    assert finder.names() == by_hand(register, holds)


def test_choices_and_words_narrow_each_other(register: PublicRegister, finder: Finder) -> None:
    finder.type("coach")
    finder.choose("Dienst", "Jobcoaching")
    finder.choose("Provincie", "Zuid-Holland")
    finder.check("Alleen met cijfer van cliënten")
    finder.wait_until_asked(cijfer="ja")
    expected = by_hand(register, both(both(COACH, is_in("zuid-holland")), has_clients_grade))
    assert finder.names() == expected != []


def clients_grade(provider: PublicProvider) -> float:
    rating = provider.newest.clients.total.rating
    return float(rating.grade) if isinstance(rating, Published) else 0


@pytest.mark.parametrize(
    ("order", "key"),
    [
        ("cijfer van cliënten", clients_grade),
        ("aantal antwoorden", lambda provider: provider.newest.clients.total.completed),
        ("nieuwste meting", lambda provider: provider.newest.period_end.toordinal()),
    ],
)
def test_every_order_has_the_most_first_and_equals_by_name(
    order: str, key: Callable[[PublicProvider], float], register: PublicRegister, finder: Finder
) -> None:
    named = {provider.name: provider for provider in register.providers}
    finder.type("werk")
    by_names = finder.names()
    finder.choose("Sorteer op", order)
    assert finder.names() == sorted(by_names, key=lambda name: -key(named[name]))


def test_who_has_no_clients_grade_stays_in_and_comes_last_by_grade(finder: Finder) -> None:
    finder.choose("Provincie", "Zuid-Holland")
    finder.count()
    finder.choose("Sorteer op", "cijfer van cliënten")
    finder.wait_until_asked(volgorde="cijfer")
    finder.names()
    clients = finder.page.locator(".kc-result__clients").all()
    has_grade = [each.locator("data").count() == 1 for each in clients]
    assert has_grade == sorted(has_grade, reverse=True)
    assert len(set(has_grade)) == 2
    assert all("Geen cijfer" in each.inner_text() for each, has in zip(clients, has_grade, strict=True) if not has)
