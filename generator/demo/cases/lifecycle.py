"""Cases about the state of a provider or its newest report: renamed, ended, too new."""

from datetime import date

from generator.demo.cases.case import Case
from generator.demo.plans import Amendment, Plan, PlannedMeasurement, Sample, invented_provider
from generator.register.fields import TOTAL
from generator.register.records import Audience, ReportStatus

_CLIENTS = frozenset({Audience.CLIENT})

RENAMED = Case(
    "formerly of two other names and one other id; a correction",
    Plan(
        invented_provider(
            "carriere-otterpoort",
            "Carrière Otterpoort",
            ("jobcoaching", "van-werk-naar-werk"),
            ("utrecht",),
            former=(("otterpoort-loopbaan", "Otterpoort Loopbaan"), ("otterpoort", "OTTERPOORT")),
        ),
        7.9,
        (
            PlannedMeasurement(
                date(2026, 6, 30),
                date(2026, 8, 11),
                (Sample("jobcoaching", 58, 27), Sample("van-werk-naar-werk", 34, 15)),
                (Sample(TOTAL, 25, 9),),
                counted=_CLIENTS,
                amendments=(
                    Amendment(
                        date(2026, 10, 5), "Aanbevelingsscore", "Tikfout bij het overnemen, gemeld door de aanbieder"
                    ),
                ),
            ),
        ),
    ),
)

ENDED = Case(
    "a provider that no longer exists",
    Plan(
        invented_provider("vlierdrift-bv", "Vlierdrift BV", ("outplacement",), ("zeeland",), ended_on=date(2026, 7, 1)),
        7.4,
        (
            PlannedMeasurement(
                date(2025, 6, 30), date(2025, 8, 5), (Sample("outplacement", 66, 28),), (Sample(TOTAL, 30, 12),)
            ),
        ),
    ),
)

DRAFT = Case(
    "the newest report is a draft, so that the one before is shown",
    Plan(
        invented_provider("snoekstede", "SNOEKSTEDE", ("supported-employment",), ("drenthe", "groningen")),
        7.9,
        (
            PlannedMeasurement(
                date(2026, 7, 31),
                date(2026, 9, 25),
                (Sample("supported-employment", 30, 14),),
                (Sample(TOTAL, 9, 4),),
                status=ReportStatus.DRAFT,
            ),
            PlannedMeasurement(
                date(2025, 7, 31),
                date(2025, 9, 23),
                (Sample("supported-employment", 28, 15),),
                (Sample(TOTAL, 8, 2),),
                counted=_CLIENTS,
            ),
        ),
    ),
)

IN_REPLY_WINDOW = Case(
    "the newest report is final and may still be replied to, so that the one before is shown; a reply is there",
    Plan(
        invented_provider("lijstersprong-verzuim", "Lijstersprong Verzuim", ("verzuimbegeleiding",), ("flevoland",)),
        7.7,
        (
            PlannedMeasurement(
                date(2026, 8, 31),
                date(2026, 10, 19),
                (Sample("verzuimbegeleiding", 45, 22),),
                (Sample(TOTAL, 21, 8),),
                reply="Wij lezen dit rapport nog met ons team.\n\nOns antwoord volgt *binnen een week*.",
            ),
            PlannedMeasurement(
                date(2025, 8, 31),
                date(2025, 10, 7),
                (Sample("verzuimbegeleiding", 39, 17),),
                (Sample(TOTAL, 18, 7),),
                counted=_CLIENTS,
            ),
        ),
    ),
)

FIRST_IN_REPLY_WINDOW = Case(
    "not on the site: its only report may still be replied to",
    Plan(
        invented_provider("duinveer-outplacement", "Duinveer Outplacement", ("outplacement",), ("noord-holland",)),
        7.8,
        (
            PlannedMeasurement(
                date(2026, 8, 31), date(2026, 10, 14), (Sample("outplacement", 38, 19),), (Sample(TOTAL, 11, 4),)
            ),
        ),
    ),
)

FIRST_DRAFT = Case(
    "not on the site: its only report is a draft",
    Plan(
        invented_provider("libelvaart-werkt", "Libelvaart Werkt", ("van-werk-naar-werk",), ("zuid-holland",)),
        7.8,
        (
            PlannedMeasurement(
                date(2026, 6, 30),
                date(2026, 8, 18),
                (Sample("van-werk-naar-werk", 52, 24),),
                (Sample(TOTAL, 20, 9),),
                status=ReportStatus.DRAFT,
            ),
        ),
    ),
)

NEVER_MEASURED = Case(
    "not on the site: it has no report",
    Plan(
        invented_provider("haverhaven-advies", "Haverhaven Advies", ("diagnose-en-loopbaanorientatie",), ("utrecht",)),
        7.8,
        (),
    ),
)
