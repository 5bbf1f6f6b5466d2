"""Texts of and about an invented provider: replies, corrections, strengths. Plain Dutch."""

from generator.demo.chance import Chance

STAFF_PRAISE = (
    "Goed luisteren",
    "Vriendelijk zijn",
    "Zeggen waar het op staat",
    "Kennis van de wet",
    "Tijd nemen voor een gesprek",
    "Vertrouwen geven",
    "Meedenken over een oplossing",
)
WHAT_GOES_WELL = (
    "Snel een eerste afspraak",
    "Makkelijk te bereiken",
    "Een plan dat bij mij past",
    "Duidelijke brieven en mails",
    "Hulp bij het solliciteren",
    "Contact met de werkgever",
    "Een rustige plek voor het gesprek",
    "Afspraken die worden nagekomen",
    "Een vaste begeleider",
    "Uitleg over mijn rechten",
)

_OPENINGS = (
    "Wij bedanken alle cliënten die de vragenlijst hebben ingevuld.",
    "Dank aan iedereen die de tijd nam om ons een cijfer te geven.",
    "We hebben dit rapport met ons hele team gelezen.",
    "Een cijfer zegt niet alles, maar wij leren er wel van.",
)
_PARAGRAPHS = (
    "Voor veel cliënten is een *vaste begeleider* belangrijk. Wij wisselen alleen nog als de cliënt dat zelf wil.",
    "Soms moest iemand lang wachten op een eerste gesprek. Wij plannen dat gesprek nu *binnen een week*.",
    """\
Wat gaan wij anders doen?

- Wij bellen elke cliënt na de eerste maand op.
- Wij schrijven onze brieven korter en duidelijker.
- Wij vragen *vaker* hoe het gaat, ook als het traject loopt.""",
    """\
Dit zijn de punten waar wij aan werken:

1. Een eigen inlogpagina, waar elke cliënt zijn plan kan lezen.
2. Een avond in de week waarop wij bereikbaar zijn.
3. Een gesprek over de afronding, met *alle* betrokkenen erbij.""",
    "In deze periode zijn wij verhuisd. Dat gaf onrust. Ons nieuwe kantoor ligt dicht bij het station.",
    "Volgend jaar vragen wij onze cliënten zelf nog eens om mee te doen. Zo zegt het cijfer meer.",
)
_CLOSINGS = (
    "Heeft u een vraag over dit rapport? Bel ons gerust.",
    "Wij zien uit naar de volgende meting.",
    "Wilt u met ons meepraten? Onze *cliëntenraad* zoekt nog leden.",
    "Met vriendelijke groet, het hele team.",
)

_AMENDMENTS = (
    (
        "Aantal uitgenodigde opdrachtgevers",
        "In het rapport stond een opdrachtgever dubbel; het bureau heeft een nieuwe versie gestuurd",
    ),
    ("Aanbevelingsscore", "Tikfout bij het overnemen uit het rapport, gemeld door de aanbieder"),
    ("Rapportcijfer van de opdrachtgevers", "Het bureau heeft het cijfer opnieuw berekend"),
    ("Datum van het rapport", "De datum van het concept was overgenomen"),
    ("Sterke punten", "Een punt was weggevallen bij het overnemen uit het rapport"),
)


def invented_reply(chance: Chance) -> str:
    """A provider's reply to a report, as Markdown of a few paragraphs, some with a list."""
    paragraphs = chance.several(dict.fromkeys(_PARAGRAPHS, 1.0), chance.whole(1, 2))
    return "\n\n".join([chance.one_of(_OPENINGS), *paragraphs, chance.one_of(_CLOSINGS)])


def invented_amendment(chance: Chance) -> tuple[str, str]:
    """What was changed in a report, and why."""
    return chance.one_of(_AMENDMENTS)
