"""The files of data/ after a change of reports: which lines are removed, which are added, and in which file."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from generator.register.reading import CORRECTIONS, REPORTS, RESULTS
from generator.register.records import Provider, Register, ReportKey
from generator.register.tables import Schema
from generator.register.writing import cells, provider_text, with_rows

_CORRECTIONS_FILE = "corrections.csv"


def with_reports(
    old: Callable[[str], str], register: Register, keys: Collection[ReportKey], providers: Iterable[Provider]
) -> dict[str, str]:
    """The new text of each file that changes when the reports ``keys`` become those of ``register``.

    Args:
        old: gives the text of a file by its name; empty if there is no such file.
        register: has the reports as they must become.
        keys: the reports that change.
        providers: new providers; each gets its file.
    """
    contents = {f"providers/{each.id}.yaml": provider_text(each) for each in providers}
    language = register.charter.language
    reports = [register.reports[key] for key in keys]
    results = [row for row in register.results.values() if row.report_key in keys]
    for year in sorted({end.year for _, end in keys}):
        rows = [cells(report, language) for report in reports if report.period_end.year == year]
        contents |= _changed(f"reports/{year}.csv", old, REPORTS, rows, keys)
        rows = [cells(row, language) for row in results if row.period_end.year == year]
        contents |= _changed(f"results/{year}.csv", old, RESULTS, rows, keys)
    return contents


def with_corrections(old: Callable[[str], str], rows: Iterable[Sequence[str]]) -> dict[str, str]:
    """The file of corrections with these rows added."""
    return _changed(_CORRECTIONS_FILE, old, CORRECTIONS, list(rows), ())


def _changed(
    file: str, old: Callable[[str], str], schema: Schema, rows: Sequence[Sequence[str]], keys: Collection[ReportKey]
) -> dict[str, str]:
    names = {(provider, end.isoformat()) for provider, end in keys}

    def is_of_these(row: Mapping[str, str]) -> bool:
        return (row["provider"], row["period_end"]) in names

    text = with_rows(old(file), schema, rows, is_of_these)
    return {file: text} if text != old(file) else {}
