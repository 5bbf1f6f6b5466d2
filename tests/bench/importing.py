"""How long the import of many one-page PDFs takes, and how much memory: beside reading their text and nothing more.

Machines are noisy: what counts is the ratio within one run. Run it with `make bench`.
"""

import resource
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from support.registers.empty import empty_register
from support.report_writer import FIXED, write_pdf

REPORTS = 500
_FLOOR = """
import sys
from pathlib import Path
import pypdf
for path in sorted(Path(sys.argv[1]).glob("*.pdf")):
    with pypdf.PdfReader(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
"""
_IMPORT = "from generator.commands.main import main; main()"


def _seconds(*command: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Write the PDFs, read them both ways, and print what each took."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        data = empty_register(folder, "public")
        reports = folder / "reports"
        reports.mkdir()
        for number in range(REPORTS):
            write_pdf(replace(FIXED, name=f"Verzonnen Werk {number}"), reports / f"{number:04}.pdf", lines=True)
        floor = _seconds(_FLOOR, str(reports))
        importing = _seconds(_IMPORT, "import", str(reports), "--data", str(data), "--write")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(
        f"import of {REPORTS} PDFs: {importing:.1f} s, {importing / floor:.1f} times reading their text ({floor:.1f} s)"
    )
    print(f"most memory: {memory} MB")


if __name__ == "__main__":
    main()
