"""Findings as text for a terminal, as JSON, and as annotations on a pull request."""

import json
from collections.abc import Sequence
from dataclasses import replace

from generator.findings.codes import Severity
from generator.findings.findings import Finding, Format, counted, told
from generator.findings.terminal import visible

# The most characters of "came" and of "expected" that are printed; a list of all columns needs a few hundred.
_LONGEST = 500


def print_findings(findings: Sequence[Finding], form: Format, root: str) -> str:
    """The findings as they are printed, without a newline at the end: at most a thousand, and that there are more.

    Args:
        findings: in the order in which they are read.
        form: text, JSON (a list of objects) or GitHub's workflow commands.
        root: the folder of the register. It is put before each file name, so that an editor or GitHub finds the file;
            empty if the names need nothing before them.
    """
    root = f"{visible(root)}/" if root else ""
    findings = [_printable(finding) for finding in told(findings)]
    if form is Format.JSON:
        return json.dumps([_as_object(finding, root) for finding in findings], indent=2, ensure_ascii=False)
    one = _as_text if form is Format.TEXT else _as_annotation
    return "\n".join(one(finding, root) for finding in findings)


def _printable(finding: Finding) -> Finding:
    """A finding that is safe to print: a file, and its name, can hold control characters and very long text."""
    at = replace(finding.at, file=visible(finding.at.file))
    return replace(finding, at=at, came=_short(finding.came), expected=_short(finding.expected))


def _short(text: str) -> str:
    """The start of a text: it may be a whole file on one line."""
    return visible(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")


def summary(findings: Sequence[Finding]) -> str:
    """How many errors and warnings there are, in words."""
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    return f"{counted(errors, 'error')}, {counted(len(findings) - errors, 'warning')}"


def _as_text(finding: Finding, root: str) -> str:
    return (
        f"{root}{finding.at} {finding.code} {finding.severity}: {finding.came}\n"
        f"  expected {finding.expected}\n"
        f"  mend     {finding.mend}"
    )


def _as_object(finding: Finding, root: str) -> dict[str, str | int]:
    return {
        "file": f"{root}{finding.at.file}",
        "line": finding.at.line,
        "column": finding.at.column,
        "code": finding.code,
        "severity": finding.severity.value,
        "came": finding.came,
        "expected": finding.expected,
        "mend": finding.mend,
    }


def _as_annotation(finding: Finding, root: str) -> str:
    place = f"file={_property(f'{root}{finding.at.file}')}"
    if finding.at.line:
        place += f",line={finding.at.line}"
    if finding.at.column:
        place += f",col={finding.at.column}"
    message = f"{finding.came}\nexpected {finding.expected}\n{finding.mend}"
    return f"::{finding.severity} {place},title={_property(finding.code)}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
