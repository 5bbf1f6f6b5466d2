"""Writing an import into data/: all of it, or nothing."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.disclosure.opening import open_register
from generator.disk.replacing import replace_files
from generator.findings.findings import Finding, has_errors
from generator.importing.prepared import Import


class FaultyImportError(Exception):
    """The planned files have errors when they are read back, so nothing was written. ``findings`` has the errors."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


def write_import(data: Path, prepared: Import) -> None:
    """Write a prepared import into the folder ``data``. First its files are read back in a copy, to check them.

    Raises:
        FaultyImportError: they have errors; nothing was written.
        OSError: the folder could not be copied, or a file could not be written; nothing was written.
    """
    with TemporaryDirectory() as name:
        copy = Path(name) / "data"
        shutil.copytree(data, copy, ignore=shutil.ignore_patterns(".*"))
        replace_files(copy, prepared.contents)
        findings = open_register(copy).findings
    if has_errors(findings):
        raise FaultyImportError(findings)
    replace_files(data, prepared.contents)
