"""Moves findings about imported records to the lines of the report from which the records were made."""

from collections.abc import Mapping
from dataclasses import replace

from generator.findings.findings import Finding, Location
from generator.importing.recording import Origin
from generator.reports.lines import masked

# Warnings about a register, because its report may really say so; errors about a report that is imported now.
_IMPORTED = {"W04": "I35"}


def relocated(finding: Finding, origins: Mapping[Location, Origin], root: str) -> Finding:
    """The finding at the line of the report from which its record was made; it quotes that line.

    Args:
        finding: about an imported record, or about a record of the register that conflicts with one.
        origins: where each imported record was read.
        root: the folder of the register, for findings that stay there.
    """
    mentioned = {place: origins[place] for place in finding.mentions if place in origins}
    came = finding.came
    for place, origin in mentioned.items():
        came = came.replace(str(place), str(origin.at))
    code = _IMPORTED.get(finding.code, finding.code)
    if finding.at.in_column(0) in origins:
        origin = origins[finding.at.in_column(0)].of(finding.at.column)
        texts = (came, finding.expected)
        came, expected = texts if origin.shows_figures else (masked(text) for text in texts)
        return Finding(origin.at, code, f"{origin.quote}: {came}", expected)
    at = replace(finding.at, file=f"{root}/{finding.at.file}")
    first = next(iter(mentioned.values()), None)
    if first:  # the register's row counts as right, so the finding is about the report
        return Finding(first.at, code, f"{first.quote}: of {at}, {came}", finding.expected)
    return Finding(at, code, came, finding.expected)
