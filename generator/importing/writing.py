"""Writing an import into data/: all of it, or nothing."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.disclosure.opening import open_register
from generator.disk.replacing import replace_files
from generator.findings.findings import Finding, has_errors
from generator.importing.prepared import Import


class FaultyImportError(Exception):
    """What an import would write has errors when it is read back; nothing was written. ``findings`` has them."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


def write_import(data: Path, prepared: Import) -> None:
    """Write what was prepared into the folder ``data``, once it has been read back without an error.

    Raises:
        FaultyImportError: it has errors.
        OSError: the folder could not be copied, or a file not written. Nothing was.
    """
    with TemporaryDirectory() as name:
        copy = Path(name) / "data"
        shutil.copytree(data, copy, ignore=shutil.ignore_patterns(".*"))
        replace_files(copy, prepared.contents)
        findings = open_register(copy).findings
    if has_errors(findings):
        raise FaultyImportError(findings)
    replace_files(data, prepared.contents)
