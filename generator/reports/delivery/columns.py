"""The columns of a delivery by each of their names: in Dutch and in English, whatever the register's language."""

from collections.abc import Mapping

from generator.charter import Nouns
from generator.reports.terms import folded

#: The columns by our name, each with all names that are understood; ours is the first. Capitals, spaces, lines and
#: brackets make no difference.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "provider": ("provider", "id", "aanbieder-id", "provider id"),
    "name": (
        "name",
        "aanbieder",
        "dienstverlener",
        "naam",
        "naam aanbieder",
        "naam dienstverlener",
        "organisatie",
        "provider name",
        "name of provider",
        "organisation",
        "organization",
    ),
    "period": ("period", "meetperiode", "periode", "measurement period"),
    "period_start": (
        "period_start",
        "begin meetperiode",
        "meetperiode van",
        "meetperiode begin",
        "periode van",
        "begin periode",
        "startdatum",
        "start of period",
        "period from",
        "start date",
    ),
    "period_end": (
        "period_end",
        "einde meetperiode",
        "meetperiode tot en met",
        "meetperiode t/m",
        "meetperiode einde",
        "periode tot en met",
        "einde periode",
        "einddatum",
        "end of period",
        "end date",
    ),
    "report_date": ("report_date", "rapportdatum", "datum rapport", "date of report"),
    "status": ("status", "rapportstatus", "report status"),
    "audience": ("audience", "doelgroep", "groep", "respondentgroep", "group", "respondent group"),
    "service": ("service", "dienst", "soort dienst", "naam dienst", "kind of service", "name of service"),
    "net_sample": ("net_sample", "netto steekproef", "steekproef", "invited", "number invited"),
    "completed": ("completed", "ingevuld", "aantal ingevuld", "number completed"),
    "response_rate": (
        "response_rate",
        "respons",
        "respons (%)",
        "respons in procenten",
        "response",
        "response in per cent",
    ),
    "grade": ("grade", "rapportcijfer", "cijfer", "mean grade", "average grade"),
    "publication": ("publication", "publicatie", "publish"),
    "promoter_score": ("promoter_score", "promotor score", "net promoter score"),
    "very_satisfied": ("very_satisfied", "zeer tevreden"),
    "satisfied": ("satisfied", "tevreden"),
    "dissatisfied": ("dissatisfied", "ontevreden"),
    "very_dissatisfied": ("very_dissatisfied", "zeer ontevreden"),
    "no_opinion": ("no_opinion", "geen mening"),
    "staff_strength": ("staff_strength", "sterk punt medewerkers", "strength of the staff"),
    "strength_1": ("strength_1", "sterk punt 1"),
    "strength_2": ("strength_2", "sterk punt 2"),
    "strength_3": ("strength_3", "sterk punt 3"),
    "strength_4": ("strength_4", "sterk punt 4"),
    "telephone_option": ("telephone_option", "telefonische optie"),
}
# The same of columns that are named after the noun of a provider or a service.
_OF_A_PROVIDER = {"provider": ("{} id",), "name": ("{}", "naam {}", "name of {}", "{} name")}
_OF_A_SERVICE = {"service": ("{}", "soort {}", "naam {}", "kind of {}", "name of {}")}
#: The columns that a delivery must have, beside those of a provider and a period.
NEEDED = ("report_date", "status", "service", "net_sample", "completed", "response_rate", "grade", "publication")


def columns_of(nouns: Nouns) -> Mapping[str, str]:
    """Our name of a column by each of its names, folded: those of every register, and the nouns of this one."""
    named = {folded(alias): name for name, aliases in COLUMNS.items() for alias in aliases}
    of_nouns = {
        folded(alias.format(noun.one)): name
        for noun, columns in ((nouns.provider, _OF_A_PROVIDER), (nouns.service, _OF_A_SERVICE))
        for name, aliases in columns.items()
        for alias in aliases
        if noun.one
    }
    return of_nouns | named
