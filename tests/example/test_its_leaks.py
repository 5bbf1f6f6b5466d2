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

# A row of results whose grade is withheld: somebody answered, and the cell is empty or has the agency's mark.
_WITHHELD = re.compile(r"^([^,\n]+,[\d-]+,client,[^,]+,\d+,[1-9]\d*),\*?,(yes|no)$", re.MULTILINE)


def made(data: Path, project: Path, today: date) -> Mapping[str, bytes]:
    """Every file that is made of the register in a folder."""
    there = judged(data)
    public = withhold(there.register, there.policy, today)
    return files(content(public, read_settings(project, public.charter), there.register.addresses))


def with_grades(project: Path, folder: Path, grade: str) -> Path:
    """The register as a private repository has it, with that grade in each cell that is withheld."""
    data = Path(shutil.copytree(project / "data", folder / "data"))
    policy = data / "policy.yaml"
    policy.write_text(policy.read_text("utf-8").replace("repository: public", "repository: private"), "utf-8")
    for table in (data / "results").glob("*.csv"):
        table.write_text(_WITHHELD.sub(rf"\g<1>,{grade},\g<2>", table.read_text("utf-8")), "utf-8")
    return data


def known(data: Path) -> list[Decimal]:
    """Every grade of the register in a folder, for whoever may read it."""
    return [each.grade for each in judged(data).register.results.values() if isinstance(each.grade, Decimal)]


@pytest.mark.parametrize("grade", ["1.0", "3.3", "5.0"])
def test_whatever_the_withheld_grades_are_no_byte_of_the_site_changes(
    grade: str, project: Path, today: date, tmp_path: Path
) -> None:
    sealed = made(project / "data", project, today)
    assert len(sealed) > 100
    data = with_grades(project, tmp_path, grade)
    assert len(known(data)) == len(known(project / "data")) + 13
    assert made(data, project, today) == sealed
