"""html-validate, from npm, on files of a built site: what the HTML standard and accessible markup ask."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from audit.lighthouse import AuditError

PACKAGE = "html-validate@10.17.0"
CONFIG = {
    "root": True,
    "extends": ["html-validate:standard", "html-validate:a11y"],
    "rules": {
        # A table that a phone shows as blocks is only a table to a screen reader by its roles.
        "no-redundant-role": "off",
        # The theme's form of colours: its choices are radio buttons, and nothing is sent.
        "wcag/h32": "off",
        # The theme's hidden checkboxes say autocomplete="off", which means nothing there.
        "valid-autocomplete": "off",
    },
}


def faults(files: Sequence[Path]) -> list[str]:
    """A line for each fault in ``files``: file, line, rule, and what is wrong.

    Raises:
        AuditError: html-validate failed.
    """
    with TemporaryDirectory() as folder:
        config = Path(folder) / "config.json"
        config.write_text(json.dumps(CONFIG), encoding="utf-8")
        # Into a file: what it prints is cut off where it leaves before a pipe has taken all.
        report = Path(folder) / "report.json"
        command = ["npx", "--yes", PACKAGE, "--config", str(config), "--formatter", f"json={report}", *map(str, files)]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if not report.is_file():
            raise AuditError(done.stderr.strip() or done.stdout.strip())
        results = json.loads(report.read_text(encoding="utf-8"))
    return [
        f"{result['filePath']}:{found['line']}: {found['ruleId']}: {found['message']}"
        for result in results
        for found in result["messages"]
        if not _is_blank(found["selector"])
    ]


def _is_blank(selector: str | None) -> bool:
    """Whether it lies in a <template>: what is empty there is filled before a visitor meets it."""
    return "> template >" in (selector or "")
