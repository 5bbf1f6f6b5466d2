"""Nothing of what examples/childcare withholds can be told from its site: other grades give the same bytes."""

import re
import shutil
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from support.made import files
from support.registers.reading import judged

from generator.disclosure.withholding import withhold
from generator.site.content.content import content
from generator.site.settings import read_settings

_FIGURES = re.compile(r"^(?P<row>[^,\n]+,[\d-]+,client,[^,]+,\d+,(?P<completed>\d+)),,(?P<said>ja|nee)$", re.MULTILINE)


def made(data: Path, project: Path, today: date) -> Mapping[str, bytes]:
    """Every file that is made of the register in a folder."""
    there = judged(data)
    public = withhold(there.register, there.policy, today)
    return files(content(public, read_settings(project, public.charter), there.register.addresses))


def with_grades(project: Path, folder: Path, grade: Decimal) -> Path:
    """The register as a private repository has it, with that grade in each cell that is withheld."""
    data = Path(shutil.copytree(project / "data", folder / "data"))
    policy = data / "policy.yaml"
    policy.write_text(policy.read_text("utf-8").replace("repository: public", "repository: private"), "utf-8")
    filled = 0
    for table in sorted((data / "results").glob("*.csv")):
        text, times = _FIGURES.subn(
            lambda found: f"{found['row']},{grade if int(found['completed']) else ''},{found['said']}",
            table.read_text("utf-8"),
        )
        table.write_text(text, "utf-8")
        filled += times
    assert filled > 8
    return data


@pytest.mark.parametrize("grade", ["1.0", "3.3", "5.0"])
def test_whatever_the_withheld_grades_are_no_byte_of_the_site_changes(
    grade: str, project: Path, today: date, tmp_path: Path
) -> None:
    sealed = made(project / "data", project, today)
    assert len(sealed) > 100
    assert made(with_grades(project, tmp_path, Decimal(grade)), project, today) == sealed
