"""The finder's form: what can be chosen."""

from dataclasses import replace

import pytest
from support.registers.public import invented, services
from support.words import WORDS

from generator.disclosure.public import PublicRegister
from generator.scale import Scale
from generator.site.finder.form import FormView, form_view

SOME = invented(60)


def of_one_provider(register: PublicRegister) -> PublicRegister:
    provider = replace(register.providers[0], services=services()[4:6][::-1], provinces=())
    results = replace(provider.newest.clients, services=())
    return replace(register, providers=(replace(provider, reports=(replace(provider.newest, clients=results),)),))


def choices(view: FormView) -> dict[str, list[str]]:
    """The values that each list offers."""
    return {control.name: [choice.value for choice in control.choices] for control in view.filters}


def test_only_what_a_provider_has_can_be_chosen_in_the_order_of_the_register() -> None:
    offered = choices(form_view(of_one_provider(SOME), WORDS))
    assert offered["dienst"] == ["", "jobcoaching", "verzuimbegeleiding"]
    assert "provincie" not in offered


def test_provinces_stand_by_name() -> None:
    (control,) = (each for each in form_view(SOME, WORDS).filters if each.name == "provincie")
    labels = [choice.label for choice in control.choices]
    assert labels == ["Alle", *sorted(labels[1:])]
    assert len(labels) == 13


def test_the_page_of_a_service_or_a_province_does_not_ask_for_it() -> None:
    assert "dienst" not in choices(form_view(SOME, WORDS, service="jobcoaching"))
    assert "provincie" not in choices(form_view(SOME, WORDS, region="zeeland"))
    assert form_view(SOME, WORDS, region="zeeland").region == "zeeland"


def test_there_are_grades_and_numbers_to_ask_for_and_five_orders() -> None:
    view = form_view(SOME, WORDS)
    offered = choices(view)
    assert offered["cijfer"] == offered["opdrachtgevers"] == ["", "ja", "6", "7", "8", "9"]
    assert offered["antwoorden"] == ["", "10", "30"]
    assert [choice.value for choice in view.order.choices] == [
        "naam",
        "cijfer",
        "opdrachtgevers",
        "antwoorden",
        "nieuwste",
    ]


@pytest.mark.parametrize(
    ("scale", "from_each"),
    [(Scale(1, 5), ["3", "4"]), (Scale(4, 10), ["7", "8", "9"]), (Scale(1, 7), ["4", "5", "6"]), (Scale(1, 2), [])],
)
def test_grades_to_ask_for_are_those_of_the_upper_half_of_the_scale(scale: Scale, from_each: list[str]) -> None:
    register = replace(SOME, charter=replace(SOME.charter, scale=scale))
    assert choices(form_view(register, WORDS))["cijfer"] == ["", "ja", *from_each]
