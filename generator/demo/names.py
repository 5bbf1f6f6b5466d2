"""Names of providers that do not exist: an animal, a plant or a tool, something of a place, and what they do."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from generator.demo.chance import Chance
from generator.letters import slug
from generator.register.fields import RESERVED_IDS

# A part of a host name may have 63 characters, and the id is such a part of the website's address.
_LONGEST_ID = 60

_ANIMALS_AND_PLANTS = """
Brem Distel Esk Fluit Gors Hazel Iep Jutter Kievit Kwik Lepel Lijster Mispel Mosk Nevel Otter Pimpel Pluim Pover Rijk
Roer Ruig Schelp Snoek Sprot Stern Tarwe Tjilp Tuimel Uil Vlier Vonk Vuur Wikke Wilg Wulp Zegge Zilver Zwin Zwaluw
Bever Dolfijn Duin Haver Klaver Libel Marter Spreeuw Wezel Winter
"""
_PLACES = """
baken brug burcht donk drift gaarde haven hoeve kamp koers kruin luchte mare nest oever poort spoor sprong stede
streek tocht vaart veer weide wende werf zate zijde
"""
_FIRST, _SECOND = tuple(_ANIMALS_AND_PLANTS.split()), tuple(_PLACES.split())
_PEOPLE = ("Jorinda", "Melvira", "Ottilia", "Tobrina", "Wiebra", "Zandora")
_ACCENTED = ("Carrière", "Coöperatie", "Café", "Coördinatiepunt", "Vóórwaarts", "Élan")

_ANY_TRADE = ("Advies", "Werkt", "Mens en Werk", "Arbeid", "Groep", "Re-integratie", "Perspectief", "Talent")
_TRADES: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "scholing-en-opleiding": ("Opleidingen", "Academie", "Leerbedrijf"),
        "behandeling-of-begeleiding": ("Herstel", "Zorg en Werk"),
        "diagnose-en-loopbaanorientatie": ("Loopbaanadvies", "Loopbanen", "Arbeidsonderzoek"),
        "organisatieadvies-en-onderzoek": ("Organisatieadvies", "Onderzoek"),
        "jobcoaching": ("Jobcoaching", "Coaching", "Werkcoaches"),
        "verzuimbegeleiding": ("Verzuimbegeleiding", "Verzuim"),
        "outplacement": ("Outplacement", "Loopbaan"),
        "van-werk-naar-werk": ("Mobiliteit", "Tweede Spoor", "Werk naar Werk"),
        "naar-werk-zonder-werk": ("Aan het Werk", "Bemiddeling", "Werkplein"),
        "sociale-activering": ("Participatie", "Meedoen"),
        "inburgering": ("Taal", "Inburgering", "Taal en Werk"),
        "supported-employment": ("Begeleid Werken", "Werkplaats"),
    },
)

# How names are put together, and how often. They fill in {stem}, {other}, {first}, {trade}, {person}, {accented},
# {number}; the pattern itself says if all letters are capitals, or words are joined.
_FORMS: Mapping[str, float] = MappingProxyType(
    {
        "{stem} {trade}": 30,
        "{stem}": 12,
        "{stem} {trade} BV": 9,
        "{stem} BV": 5,
        "Bureau {stem}": 4,
        "Stichting {stem}": 4,
        "Stichting {stem} {trade}": 3,
        "De {stem}": 3,
        "'t {stem}": 3,
        "{first} & {stem}": 4,
        "{stem} & {other} {trade}": 2,
        "{STEM}": 3,
        "{STEM} {TRADE}": 2,
        "{first}{Joined}": 3,
        "{stem}2Werk": 2,
        "{stem} {number}": 2,
        "{person}'s {trade} {stem}": 2,
        "{accented} {stem}": 4,
        "{accented} {stem} {trade}": 2,
        "Samenwerkingsverband {stem} en {other} voor Arbeidsontwikkeling, {trade} en Maatschappelijke Deelname": 1,
    },
)


def invented_name(chance: Chance, services: Sequence[str]) -> str:
    """A name for a provider with these ``services``, by their ids; the same name can come again."""
    fitting = [trade for each in services[:2] for trade in _TRADES.get(each, ())]
    trades = [*_ANY_TRADE, *fitting, *fitting, *fitting]
    first, stem, other, trade = chance.one_of(_FIRST), _stem(chance), _stem(chance), chance.one_of(trades)
    return chance.weighted(_FORMS).format(
        first=first,
        stem=stem,
        other=other,
        trade=trade,
        STEM=stem.upper(),
        TRADE=trade.upper(),
        Joined=trade.replace(" ", ""),
        person=chance.one_of(_PEOPLE),
        accented=chance.one_of(_ACCENTED),
        number=chance.whole(2, 99),
    )


def _stem(chance: Chance) -> str:
    return chance.one_of(_FIRST) + chance.one_of(_SECOND)


def invented_id(name: str) -> str:
    """The id for a name: not longer than a part of a host name may be, and cut between words."""
    words = slug(name)
    if len(words) > _LONGEST_ID:
        words = words[: _LONGEST_ID + 1].rpartition("-")[0]
    return words


class Names:
    """The ids that are taken, so that no two providers share one."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = {*taken, *RESERVED_IDS}

    def next(self, chance: Chance, services: Sequence[str]) -> tuple[str, str]:
        """A name that no provider has yet, for a provider with these ``services``, and its id."""
        while True:
            name = invented_name(chance, services)
            identity = invented_id(name)
            if identity not in self._taken:
                self._taken.add(identity)
                return identity, name
