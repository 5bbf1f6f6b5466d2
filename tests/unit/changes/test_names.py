"""No name and no id leads from one to another: what the public read about the one would be read about the other."""

from dataclasses import replace

import pytest
from support.registers.public import grade, provider, register, report, service

from generator.changes.names import taken_over
from generator.disclosure.public import OtherProvider, PublicProvider, PublicRegister

ALFA = provider(report(total=grade("7.5")))
BETA = replace(provider(report(total=grade("6.0"))), id="beta", name="Bèta B.V.")


def codes(before: PublicRegister, after: PublicRegister) -> list[str]:
    return [f"{each.code} {each.at.file}: {each.came}" for each in taken_over(before, after)]


def with_services(*services: tuple[str, str, str]) -> PublicRegister:
    made = tuple(replace(service(identity), name=name, plain_name=plain) for identity, name, plain in services)
    return replace(register(), services=made)


COACHING, LEAVING = ("jobcoaching", "Jobcoaching", "Hulp van een coach"), ("outplacement", "Outplacement", "")


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ((COACHING, LEAVING), []),
        ((("jobcoaching", "Werkcoaching", "Coach"), LEAVING), []),
        ((COACHING, LEAVING, ("nieuw", "Nieuw", "")), []),
        ((("jobcoaching", "Hulp van een coach", "Jobcoaching"), LEAVING), []),
        (
            (("jobcoaching", "OUTPLACEMENT", "Hulp van een coach"), ("outplacement", "Anders", "")),
            ["V03 services.csv: jobcoaching gets a name of outplacement: outplacement"],
        ),
        (
            (("jobcoaching", "Jobcoaching", "Iets"), ("outplacement", "Outplacement", "Hulp van een coach")),
            ["V03 services.csv: outplacement gets a name of jobcoaching: hulp van een coach"],
        ),
    ],
)
def test_a_service_never_gets_the_name_of_another(after: tuple[tuple[str, str, str], ...], found: list[str]) -> None:
    assert codes(with_services(COACHING, LEAVING), with_services(*after)) == found


def test_ids_of_services_are_not_swapped() -> None:
    swapped = (("outplacement", *COACHING[1:]), ("jobcoaching", *LEAVING[1:]))
    assert len(codes(with_services(COACHING, LEAVING), with_services(*swapped))) == 2


BOTH = register(ALFA, BETA)
CALLED = "V03 providers/verzonnen.yaml: verzonnen gets the name of beta: beta bv"


@pytest.mark.parametrize(
    ("alfa", "beta", "found"),
    [
        ({"name": "Alfa Werkt", "former_names": (ALFA.name,)}, {}, []),
        ({"name": "BETA BV"}, {}, [CALLED]),
        ({"name": "Beta B.V."}, {"name": "Gamma"}, [CALLED]),
        ({"former_names": ("Beta BV",)}, {}, [CALLED]),
        ({"id": "alfa", "former_ids": (ALFA.id,), "name": "Beta BV"}, {}, [CALLED.replace("verzonnen", "alfa")]),
        ({"name": "Beta BV", "took_over": (OtherProvider("beta", "Oud"),)}, {"name": "Oud"}, []),
    ],
)
def test_a_provider_gets_the_name_of_another_only_if_that_goes_on_in_it(
    alfa: dict[str, object], beta: dict[str, object], found: list[str]
) -> None:
    after = register(replace(ALFA, **alfa), replace(BETA, **beta))  # type: ignore[arg-type]
    assert codes(BOTH, after) == found


def test_a_new_provider_may_have_the_name_of_another() -> None:
    assert codes(register(BETA), register(BETA, replace(ALFA, name="Bèta bv"))) == []


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ((ALFA, replace(BETA, former_ids=("vroeger",))), ["V04 providers/beta.yaml: vroeger was an id of verzonnen"]),
        ((replace(ALFA, id="nu", former_ids=("vroeger",)), BETA), []),
        ((replace(ALFA, id="nu", former_ids=("vroeger", ALFA.id)), BETA), []),
        ((replace(BETA, former_ids=("vroeger", ALFA.id)),), []),
        ((BETA,), []),
    ],
)
def test_an_id_leads_to_no_other_provider_while_its_own_is_there(
    after: tuple[PublicProvider, ...], found: list[str]
) -> None:
    assert codes(register(replace(ALFA, former_ids=("vroeger",)), BETA), register(*after)) == found
