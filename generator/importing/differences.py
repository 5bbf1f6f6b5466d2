"""The differences between two sealed versions of a measurement."""

from collections.abc import Iterable, Iterator, Mapping

from generator.register.fields import TOTAL
from generator.register.records import Audience, Correction, Record, Report, ReportKey, Result, Service
from generator.register.writing import cells

_LONGEST = 300
_NAMES = {
    "period_start": "begin van de meetperiode",
    "report_date": "rapportdatum",
    "status": "status",
    "promoter_score": "aanbevelingsscore",
    "very_satisfied": "hoe tevreden",
    "satisfied": "hoe tevreden",
    "dissatisfied": "hoe tevreden",
    "very_dissatisfied": "hoe tevreden",
    "no_opinion": "hoe tevreden",
    "staff_strength": "sterk punt van de medewerkers",
    "strength_1": "sterke punten",
    "strength_2": "sterke punten",
    "strength_3": "sterke punten",
    "strength_4": "sterke punten",
    "telephone_option": "telefonische optie",
    "net_sample": "netto steekproef",
    "completed": "ingevuld",
    "grade": "rapportcijfer",
    "publication": "publicatie",
}
_AUDIENCES = {Audience.CLIENT: "cliënten", Audience.COMMISSIONER: "opdrachtgevers"}


def differences(
    old: tuple[Report, Iterable[Result]],
    new: tuple[Report, Iterable[Result]],
    services: Mapping[str, Service],
    *,
    with_values: bool = False,
) -> list[str]:
    """Each difference in Dutch, as the page of corrections shows it: the row, and which of its values differ.

    ``with_values`` adds the old and the new values, for a maintainer who must see which is right.
    """
    found = []
    changed = _changed(old[0], new[0], with_values=with_values)
    if changed:
        found.append(f"het rapport: {', '.join(changed)}")
    rows_before = {(row.audience, row.service): row for row in old[1]}
    rows_after = {(row.audience, row.service): row for row in new[1]}
    for key in dict.fromkeys([*rows_before, *rows_after]):
        audience, service = key
        name = f"{_AUDIENCES[audience]}, {'totaal' if service == TOTAL else services[service].name}"
        if key not in rows_after:
            found.append(f"{name}: vervallen")
        elif key not in rows_before:
            found.append(f"{name}: toegevoegd")
        elif changed := _changed(rows_before[key], rows_after[key], with_values=with_values):
            found.append(f"{name}: {', '.join(changed)}")
    return found


def _changed(old: Record, new: Record, *, with_values: bool) -> list[str]:
    pairs = zip(old.columns(), cells(old), cells(new), strict=True)
    changed = [(_NAMES[name], before, after) for name, before, after in pairs if before != after and name in _NAMES]
    if with_values:
        return [f"{name} ({before or 'niets'} → {after or 'niets'})" for name, before, after in changed]
    return list(dict.fromkeys(name for name, _, _ in changed))


def values(report: Report, results: Iterable[Result]) -> tuple[object, ...]:
    """The values by which two versions of a measurement are compared.

    All but the source, which names the provider, and the day on which the version came in.
    """
    return cells(report.model_copy(update={"source": "", "entered_on": None})), frozenset(map(cells, results))


def what_changed(found: Iterable[str], key: ReportKey, corrections: Iterable[Correction], on: str) -> str:
    """The differences as the text of one line of corrections.csv, unlike every other line of that day and report."""
    text = "; ".join(found)
    if len(text) > _LONGEST:
        text = "meer dan een regel van het rapport"
    taken = {
        each.what for each in corrections if (each.provider, each.period_end) == key and str(each.corrected_on) == on
    }
    return next(each for each in _numbered(text) if each not in taken)


def _numbered(text: str) -> Iterator[str]:
    yield text
    number = 2
    while True:
        yield f"{text[: _LONGEST - 6]} ({number})"
        number += 1
