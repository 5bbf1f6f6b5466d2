"""What comes through the one door, value by value: nothing in another's place, nothing lost, nothing too much."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from support.registers.editing import Edit, all_of, appended, cell, ruled, swapped
from support.registers.invented import ALFA_FIRST, ALFA_REPORT, ALFA_TOTAL, FIRST_HELP, FORMER_HELP
from support.registers.reading import public_on

from generator.disclosure.public import (
    Attacker,
    AudienceResults,
    CertaintyRules,
    ClientOpinion,
    DisclosureRules,
    Means,
    NoResponse,
    NormRules,
    OtherProvider,
    PublicCorrection,
    PublicProvider,
    PublicRegister,
    PublicReport,
    PublicRow,
    PublicRules,
    PublicService,
    Published,
    ResponseStep,
    Shares,
)
from generator.disclosure.rules import MissingGradeError

FIRST = PublicService(
    "eerste-hulp", "Verzonnen eerste hulp", ("hulp", "bijstand"), about="Hulp die is verzonnen. Zij begint."
)
SECOND = PublicService(
    "tweede-hulp",
    "Verzonnen hulp, de tweede",
    plain_name="Hulp in gewone woorden",
    former_names=("Bedachte hulp", "Oude hulp"),
)
FOURTH = PublicService("vierde-hulp", "Verzonnen vierde hulp")
FORMER = PublicService("vroegere-hulp", "Verzonnen vroegere hulp", (), date(2021, 1, 1))
CERTAINTY = CertaintyRules(10, 30, Decimal(2), Decimal(1))
DISCLOSURE = DisclosureRules(Attacker.OUTSIDER, Decimal("2.0"), Decimal("0.5"), Means.ROUND)
NORM = NormRules(total=Decimal("6.5"), service=Decimal("5.5"), insufficient=5)
OPINION = ClientOpinion(Shares(60, 30, 5, 3, 2), Decimal("50.0"), "Luisteren", ("Snelheid", "Bereikbaarheid"))
CORRECTION = PublicCorrection(
    date(2022, 3, 1), "Rapportcijfer van de opdrachtgevers", "Tikfout, gemeld door de aanbieder"
)
COUNTS = (0, 0, 0, 0, 0, 2, 4, 2, 0, 0)


def shown(net_sample: int, completed: int, grade: str, service: PublicService | None = None) -> PublicRow:
    return PublicRow(service, net_sample, completed, Published(Decimal(grade)))


def of(data: Path, as_of: date = date(2026, 1, 1)) -> PublicRegister:
    return public_on(data, as_of)


def changed(data: Path, edit: Edit) -> PublicRegister:
    edit(data)
    return of(data)


def test_a_provider_with_all_there_is_to_it(register_folder: Path) -> None:
    newest = PublicReport(
        period_start=date(2021, 1, 1),
        period_end=date(2021, 12, 31),
        report_date=date(2022, 2, 1),
        public_on=date(2022, 2, 22),
        source="Verzonnen bureau, rapport 2",
        by_telephone=False,
        clients=AudienceResults(shown(40, 20, "8.3"), (shown(10, 6, "8.0", FIRST), shown(30, 14, "8.4", SECOND))),
        commissioners=AudienceResults(
            PublicRow(None, 20, 4, Published(Decimal("7.5"), (0, 0, 0, 0, 0, 0, 1, 3, 0, 0))),
            (),
        ),
        opinion=OPINION,
        norm=NORM,
        certainty=CERTAINTY,
        disclosure=DISCLOSURE,
        reply="# Reactie\n\nWij danken onze *verzonnen* cliënten.",
        corrections=(CORRECTION,),
    )
    earlier = PublicReport(
        period_start=date(2020, 1, 1),
        period_end=date(2020, 12, 31),
        report_date=date(2021, 2, 1),
        public_on=date(2021, 2, 22),
        source="Verzonnen bureau, rapport 1",
        by_telephone=False,
        clients=AudienceResults(shown(14, 7, "7.8"), (shown(10, 5, "7.9", FIRST), shown(4, 2, "7.5", FORMER))),
        commissioners=AudienceResults(PublicRow(None, 4, 0, NoResponse()), ()),
        opinion=OPINION,
        norm=NORM,
        certainty=CERTAINTY,
        disclosure=DISCLOSURE,
    )
    assert of(register_folder).providers[0] == PublicProvider(
        id="verzonnen-alfa",
        name="Verzonnen Alfa",
        former_names=("Bedacht Alfa",),
        former_ids=("bedacht-alfa",),
        website="https://alfa.example",
        services=(FIRST, SECOND),
        provinces=("utrecht",),
        ended_on=None,
        reports=(newest, earlier),
    )


def test_a_provider_with_the_least_there_can_be(register_folder: Path) -> None:
    report = PublicReport(
        period_start=date(2020, 7, 1),
        period_end=date(2021, 6, 30),
        report_date=date(2021, 8, 1),
        public_on=date(2021, 8, 22),
        source="Verzonnen bureau",
        by_telephone=True,
        clients=AudienceResults(PublicRow(None, 12, 8, Published(Decimal("7.0"), COUNTS)), ()),
        commissioners=None,
        opinion=ClientOpinion(None, None, None, ()),
        norm=NORM,
        certainty=CERTAINTY,
        disclosure=DISCLOSURE,
    )
    assert of(register_folder).providers[1] == PublicProvider(
        id="verzonnen-beta",
        name="Verzonnen Bèta",
        former_names=(),
        former_ids=(),
        website=None,
        services=(FIRST,),
        provinces=(),
        ended_on=date(2022, 1, 1),
        reports=(report,),
    )


def test_services_and_providers_have_an_order_of_their_own(register_folder: Path) -> None:
    public = of(register_folder)
    assert public.services == (FIRST, SECOND, FOURTH, FORMER)
    assert [provider.id for provider in public.providers] == ["verzonnen-alfa", "verzonnen-beta"]
    # By their numbers, in whatever order they stand in the file.
    swap = all_of(
        swapped(FIRST_HELP, "1,", "9,"),
        swapped(FORMER_HELP, "4,", "1,"),
    )
    assert changed(register_folder, swap).services == (FORMER, SECOND, FOURTH, FIRST)


def test_an_active_provider_has_not_ended_whatever_its_date(register_folder: Path) -> None:
    public = changed(register_folder, swapped("providers/verzonnen-beta.yaml", "ended", "active"))
    assert public.providers[1].ended_on is None


def test_a_merger_shows_on_both_sides_from_its_day_on(register_folder: Path) -> None:
    merged = all_of(
        appended("providers/verzonnen-beta.yaml", "merged_into: verzonnen-alfa\n"),
        swapped("providers/verzonnen-beta.yaml", "2022-01-01", "2023-06-01"),
    )
    merged(register_folder)
    for as_of, is_there in ((date(2023, 5, 31), False), (date(2023, 6, 1), True)):
        alfa, beta = public_on(register_folder, as_of).providers
        assert (beta.merged_into == OtherProvider(alfa.id, alfa.name)) is is_there
        assert alfa.took_over == ((OtherProvider(beta.id, beta.name),) if is_there else ())


def test_a_merger_does_not_tell_of_a_provider_that_is_not_public(register_folder: Path) -> None:
    public = changed(register_folder, appended("providers/verzonnen-beta.yaml", "merged_into: verzonnen-gamma\n"))
    assert "verzonnen-gamma" not in {provider.id for provider in public.providers}
    assert public.providers[1].merged_into is None


def test_the_rules_are_those_of_the_policy_newest_first(register_folder: Path) -> None:
    newest = PublicRules(
        applies_from=date(2021, 1, 1),
        reply_window_days=21,
        response_steps=(ResponseStep(20, Decimal(50)), ResponseStep(None, Decimal(30))),
        response_inferred=True,
        minimum_respondents=2,
        norm=NORM,
        certainty=CERTAINTY,
        disclosure=DISCLOSURE,
    )
    assert of(register_folder).rules == (newest, replace(newest, applies_from=date(2015, 1, 1)))
    edit = ruled("versions.0.response_requirement.inferred", "no")
    assert [rules.response_inferred for rules in changed(register_folder, edit).rules] == [True, False]


def test_before_the_first_version_the_rules_are_those_to_come(register_folder: Path) -> None:
    assert of(register_folder, date(1990, 1, 1)).rules == of(register_folder).rules[-1:]


def test_a_period_is_judged_by_the_rules_of_its_end(register_folder: Path) -> None:
    # The first version, of 2015, asks more than the 50% that answered in 2020.
    public = changed(register_folder, ruled("versions.0.response_requirement.steps.0.required", "51"))
    newest, earlier = public.providers[0].reports
    assert isinstance(newest.clients.total.rating, Published)
    assert not isinstance(earlier.clients.total.rating, Published)
    assert earlier.opinion is None


def test_a_correction_is_public_from_its_day_on(register_folder: Path) -> None:
    assert of(register_folder, date(2022, 2, 28)).providers[0].newest.corrections == ()
    assert of(register_folder, date(2022, 3, 1)).providers[0].newest.corrections == (CORRECTION,)


def test_a_service_has_not_ended_before_its_day(register_folder: Path) -> None:
    assert of(register_folder, date(2020, 12, 31)).services[-1] == replace(FORMER, retired_on=None)
    assert of(register_folder, date(2021, 1, 1)).services[-1] == FORMER


def test_shares_are_whole_or_not_there(register_folder: Path) -> None:
    public = changed(register_folder, swapped(ALFA_REPORT, ",60,30,", ",60,,"))
    opinion = public.providers[0].newest.opinion
    assert opinion is not None
    assert opinion.shares is None


def test_counts_beside_a_withheld_grade_do_not_come_through(register_folder: Path) -> None:
    edit = appended("distributions/2021.csv", "verzonnen-alfa,2021-12-31,client,total,0,0,0,0,0,0,0,15,5,0")
    total = changed(register_folder, edit).providers[0].newest.clients.total
    assert total.rating == Published(Decimal("8.3"), (0, 0, 0, 0, 0, 0, 0, 15, 5, 0))
    hidden = cell(ALFA_FIRST, "publication", "nee")
    total = changed(register_folder, hidden).providers[0].newest.clients.total
    assert total.rating == Published(Decimal("8.3"))


def test_a_register_that_was_not_checked_does_not_come_through(register_folder: Path) -> None:
    cell(ALFA_TOTAL, "grade", "")(register_folder)
    with pytest.raises(MissingGradeError, match=str(ALFA_TOTAL)):
        of(register_folder)
