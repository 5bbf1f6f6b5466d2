"""Cases about the answers of clients and commissioners, and what may be shown of them."""

from datetime import date

from generator.demo.cases.case import Case
from generator.demo.plans import Amendment, Plan, PlannedMeasurement, Printed, Sample, invented_provider
from generator.register.charters import MAPS
from generator.register.fields import TOTAL
from generator.register.records import Audience, YesNo

_BOTH = frozenset(Audience)
_CLIENTS = frozenset({Audience.CLIENT})

JOB_COACH = Case(
    "a job coach in Utrecht whose grade rests on many answers, with all that a report can have; its reply came later",
    Plan(
        invented_provider("pimpelkoers-jobcoaching", "Pimpelkoers Jobcoaching", ("jobcoaching",), ("utrecht",)),
        8.2,
        (
            PlannedMeasurement(
                date(2025, 12, 31),
                date(2026, 2, 10),
                (Sample("jobcoaching", 118, 64),),
                (Sample(TOTAL, 40, 15),),
                counted=_BOTH,
                telephone=YesNo.YES,
                reply="Wij bedanken de 64 cliënten die antwoordden.\n\n"
                "Wat gaan wij anders doen?\n\n"
                "- Wij bellen elke cliënt na de eerste maand.\n"
                "- Wij komen *ook in de avond* op de werkplek langs.\n\n"
                "Heeft u een vraag? Bel ons gerust.",
                replied_on=date(2026, 4, 20),
            ),
            PlannedMeasurement(
                date(2024, 12, 31),
                date(2025, 2, 18),
                (Sample("jobcoaching", 97, 41),),
                (Sample(TOTAL, 36, 11),),
                counted=_BOTH,
            ),
        ),
    ),
)

LOW_RESPONSE = Case(
    "a job coach in Utrecht whose newest total is withheld: 9 of 41 answered; the one before is published; "
    "it came in after its first public day",
    Plan(
        invented_provider("t-wulpennest", "'t Wulpennest", ("jobcoaching",), ("gelderland", "utrecht")),
        7.6,
        (
            PlannedMeasurement(
                date(2026, 3, 31),
                date(2026, 5, 12),
                (Sample("jobcoaching", 41, 9),),
                (Sample(TOTAL, 12, 5),),
                entered_on=date(2026, 6, 19),
            ),
            PlannedMeasurement(
                date(2025, 3, 31), date(2025, 5, 6), (Sample("jobcoaching", 52, 23),), (Sample(TOTAL, 15, 6),)
            ),
        ),
    ),
)

ONE_ANSWER = Case(
    "a job coach in Utrecht whose total is withheld: one client answered, and the report has `*`; "
    "of its commissioners nobody answered",
    Plan(
        invented_provider("kievit-en-zegge", "Kievit & Zegge", ("jobcoaching",), ("utrecht",)),
        8.0,
        (
            PlannedMeasurement(
                date(2025, 12, 31), date(2026, 1, 29), (Sample("jobcoaching", 1, 1),), (Sample(TOTAL, 1, 0),)
            ),
        ),
    ),
)

NOBODY = Case(
    "nobody answered: no client, no commissioner; the year before nobody was invited",
    Plan(
        invented_provider("nevelbrug-24", "Nevelbrug 24", ("sociale-activering",), ("friesland",)),
        7.8,
        (
            PlannedMeasurement(
                date(2026, 3, 31), date(2026, 4, 30), (Sample("sociale-activering", 6, 0),), (Sample(TOTAL, 3, 0),)
            ),
            PlannedMeasurement(
                date(2025, 3, 31), date(2025, 4, 29), (Sample("sociale-activering", 0, 0),), (Sample(TOTAL, 0, 0),)
            ),
        ),
    ),
)

_NINE = (
    "behandeling-of-begeleiding",
    "diagnose-en-loopbaanorientatie",
    "jobcoaching",
    "naar-werk-zonder-werk",
    "outplacement",
    "scholing-en-opleiding",
    "sociale-activering",
    "van-werk-naar-werk",
    "verzuimbegeleiding",
)

NINE_SERVICES = Case(
    "a very long name, nine services in every province, four periods; every reason of its own to have no grade; "
    "commissioners by service",
    Plan(
        invented_provider(
            "samenwerkingsverband-zwaluwstreek-en-zilverkruin",
            "Samenwerkingsverband Zwaluwstreek en Zilverkruin voor Arbeidsontwikkeling, Verzuim en Maatschappelijke "
            "Deelname",
            _NINE,
            MAPS["netherlands"],
        ),
        7.7,
        (
            PlannedMeasurement(
                date(2025, 12, 31),
                date(2026, 2, 24),
                (
                    Sample("scholing-en-opleiding", 12, 7),
                    Sample("behandeling-of-begeleiding", 14, 6),  # half of so few must answer
                    Sample("diagnose-en-loopbaanorientatie", 60, 20),
                    Sample("jobcoaching", 1, 1),
                    Sample("verzuimbegeleiding", 3, 2, printed=Printed.ASTERISK),
                    Sample("outplacement", 2, 1, printed=Printed.GRADE),
                    Sample("van-werk-naar-werk", 150, 61),
                    Sample("naar-werk-zonder-werk", 4, 0),
                    Sample("sociale-activering", 0, 0),
                ),
                (
                    Sample("van-werk-naar-werk", 30, 9),
                    Sample("jobcoaching", 5, 0),
                    Sample("scholing-en-opleiding", 2, 1),
                ),
                counted=_BOTH,
            ),
            *(
                PlannedMeasurement(
                    date(year, 12, 31),
                    date(year + 1, 2, 20),
                    tuple(Sample(service, 24 + 3 * place, 9 + 2 * place) for place, service in enumerate(_NINE)),
                    (Sample(TOTAL, 44, 17),),
                    counted=_CLIENTS,
                )
                for year in (2024, 2023, 2022)
            ),
        ),
    ),
)

CIVIC_INTEGRATION = Case(
    "the newest total leaves out the clients in civic integration, the one before counts them",
    Plan(
        invented_provider(
            "cooperatie-tjilpstreek-taal",
            "Coöperatie Tjilpstreek Taal",
            ("inburgering", "naar-werk-zonder-werk"),
            ("limburg", "noord-brabant"),
        ),
        7.8,
        (
            PlannedMeasurement(
                date(2025, 9, 30),
                date(2025, 11, 18),
                (Sample("inburgering", 70, 25), Sample("naar-werk-zonder-werk", 48, 21)),
                (Sample(TOTAL, 10, 4),),
                left_out=frozenset({"inburgering"}),
                counted=_CLIENTS,
            ),
            PlannedMeasurement(
                date(2024, 9, 30),
                date(2024, 11, 12),
                (Sample("inburgering", 64, 25), Sample("naar-werk-zonder-werk", 50, 19)),
            ),
        ),
    ),
)

BELOW_NORM = Case(
    "grades below the norm of the quality mark, with their distribution; two corrections; commissioners not asked",
    Plan(
        invented_provider("roerkamp-bemiddeling", "Roerkamp Bemiddeling", ("naar-werk-zonder-werk",), ("overijssel",)),
        5.4,
        (
            PlannedMeasurement(
                date(2025, 12, 31),
                date(2026, 2, 3),
                (Sample("naar-werk-zonder-werk", 33, 12, grades=(2, 3, 4, 4, 5, 5, 6, 6, 6, 7, 7, 8)),),
                counted=_CLIENTS,
                reply="Deze cijfers zijn lager dan wij willen.\n\n"
                "1. Wij hebben met alle ontevreden cliënten gebeld.\n"
                "2. Wij nemen twee nieuwe begeleiders aan.\n"
                "3. Wij laten ons werk *elk half jaar* bekijken door een ander bureau.",
                amendments=(
                    Amendment(
                        date(2026, 3, 16), "Aantal uitgenodigde cliënten", "Een cliënt stond dubbel in het rapport"
                    ),
                    Amendment(date(2026, 5, 4), "Sterke punten", "Een punt was weggevallen bij het overnemen"),
                ),
            ),
        ),
    ),
)

FULL_MARKS = Case(
    "three answers, all of them a 10; no province, no website, and nothing that clients answered besides",
    Plan(
        invented_provider("zilverkruin-2", "Zilverkruin 2", ("organisatieadvies-en-onderzoek",), ()).model_copy(
            update={"website": None}
        ),
        9.0,
        (
            PlannedMeasurement(
                date(2026, 4, 30),
                date(2026, 6, 2),
                (Sample("organisatieadvies-en-onderzoek", 4, 3, grades=(10, 10, 10)),),
                (Sample(TOTAL, 2, 1, grades=(10,)),),
                counted=_BOTH,
                has_opinion=False,
                telephone=None,
            ),
        ),
    ),
)
