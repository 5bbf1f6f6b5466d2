"""A deployment that goes wrong, on purpose."""

import re
import shutil
from pathlib import Path

from rehearsal.commands import RehearsalError

_GRADE = re.compile(r'<data( class="[\w -]+")? value="[\d.]+">[\d,]+</data>')
_ANOTHER = r'<data\1 value="1.1">1,1</data>'


def break_site(site: Path, missing: str, changed: str) -> None:
    """Take away the page of one provider, and show another grade on that of a second."""
    shutil.rmtree(site / "aanbieders" / missing)
    page = site / "aanbieders" / changed / "index.html"
    text, times = _GRADE.subn(_ANOTHER, page.read_text(encoding="utf-8"), count=1)
    if not times:
        raise RehearsalError(f"the page of {changed} has no grade to change.")
    page.write_text(text, encoding="utf-8")
