"""Looks at a deployed site: `make verify URL=...`. What failed stands in build/verification.md, to say it to others."""

import subprocess
import sys

from support.project import ROOT

REPORT = ROOT / "build" / "verification.md"
LONGEST = 60_000  # characters that an issue may have, with room for a few words around them


def main(address: str) -> int:
    """Run the tests of tests/published on the site at ``address``, and return pytest's exit code."""
    if not address.startswith(("http://", "https://")):
        print(f"{address} is no web address: give one such as https://example.org/register/", file=sys.stderr)
        return 2
    command = [sys.executable, "-m", "pytest", "tests/published", "--base-url", address, "--quiet"]
    # What it says goes into an issue: lines of the tests, and no values that stand in their variables.
    command += ["--no-showlocals", "--tb=short"]
    command += ["--numprocesses=auto"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    print(done.stdout, end="")
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(report(address, done.stdout) if done.returncode else "", encoding="utf-8")
    return done.returncode


def report(address: str, output: str) -> str:
    """What failed, in Markdown; the output indented, so that nothing in it is taken for Markdown."""
    lines = "\n".join(f"    {line}".rstrip() for line in output.splitlines())
    return f"The site at {address} does not show what it should:\n\n{lines[-LONGEST:]}\n"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
