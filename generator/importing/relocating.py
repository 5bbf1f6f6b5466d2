"""Findings about records that an import made, told of the lines of the report that they were made from."""

from collections.abc import Mapping
from dataclasses import replace

from generator.findings.findings import Finding, Location
from generator.importing.recording import Origin
from generator.reports.lines import masked

# A warning in a register that is there, which may be what its report says; in one that is imported, an error.
_IMPORTED = {"W04": "I35"}


def relocated(finding: Finding, origins: Mapping[Location, Origin], root: str) -> Finding:
    """The finding at the line of the report from which its record was made, quoting that line.

    Args:
        finding: about a record that was made, or about one of the register in whose way such a record comes.
        origins: where each record that was made was read.
        root: the folder of the register, for what stands there.
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
    for origin in mentioned.values():  # the register's row is right; the report is what comes into its way
        return Finding(origin.at, code, f"{origin.quote}: of {at}, {came}", finding.expected)
    return Finding(at, code, came, finding.expected)
