"""The differences between two sealed versions of a measurement."""

from collections.abc import Iterable, Iterator

from generator.charter import Charter
from generator.importing.written import WRITTEN
from generator.register.fields import TOTAL
from generator.register.records import Audience, Record, Register, Report, ReportKey, Result
from generator.register.writing import cells

_LONGEST = 300


def differences(
    old: tuple[Report, Iterable[Result]],
    new: tuple[Report, Iterable[Result]],
    register: Register,
    *,
    with_values: bool = False,
) -> list[str]:
    """Each difference as the page of corrections shows it: the row, and which of its values differ.

    It is in the language of the register, and has the names of its services. ``with_values`` adds the old and the new
    values, for a maintainer who must see which is right.
    """
    words = WRITTEN[register.charter.language]
    found = []
    changed = _changed(old[0], new[0], register.charter, with_values=with_values)
    if changed:
        found.append(f"{words.report}: {', '.join(changed)}")
    rows_before = {(row.audience, row.service): row for row in old[1]}
    rows_after = {(row.audience, row.service): row for row in new[1]}
    for key in dict.fromkeys([*rows_before, *rows_after]):
        audience, service = key
        about = words.total if service == TOTAL else register.services[service].name
        name = f"{_people(audience, register.charter)}, {about}"
        if key not in rows_after:
            found.append(f"{name}: {words.gone}")
        elif key not in rows_before:
            found.append(f"{name}: {words.added}")
        elif changed := _changed(rows_before[key], rows_after[key], register.charter, with_values=with_values):
            found.append(f"{name}: {', '.join(changed)}")
    return found


def _people(audience: Audience, charter: Charter) -> str:
    """Those who gave a grade. Of commissioners where none are asked a finding tells; there is no word for them."""
    noun = charter.nouns.client if audience is Audience.CLIENT else charter.nouns.commissioner
    return noun.other if noun else audience.value


def _changed(old: Record, new: Record, charter: Charter, *, with_values: bool) -> list[str]:
    language, words = charter.language, WRITTEN[charter.language]
    pairs = zip(old.columns(), cells(old, language), cells(new, language), strict=True)
    told = words.columns
    changed = [(told[name], before, after) for name, before, after in pairs if before != after and name in told]
    if with_values:
        return [f"{name} ({before or words.nothing} → {after or words.nothing})" for name, before, after in changed]
    return list(dict.fromkeys(name for name, _, _ in changed))


def values(report: Report, results: Iterable[Result]) -> tuple[object, ...]:
    """The values by which two versions of a measurement are compared.

    All but the source, which names the provider, and the day on which the version came in.
    """
    said = report.model_copy(update={"source": "", "entered_on": None})
    return said.values(), frozenset(row.values() for row in results)


def what_changed(found: Iterable[str], key: ReportKey, register: Register, on: str) -> str:
    """The differences as the text of one line of corrections.csv, unlike every other line of that day and report."""
    text = "; ".join(found)
    if len(text) > _LONGEST:
        text = WRITTEN[register.charter.language].much
    lines = [each for each in register.corrections if (each.provider, each.period_end) == key]
    taken = {each.what for each in lines if str(each.corrected_on) == on}
    return next(each for each in _numbered(text) if each not in taken)


def _numbered(text: str) -> Iterator[str]:
    yield text
    number = 2
    while True:
        yield f"{text[: _LONGEST - 6]} ({number})"
        number += 1
