"""The documents name files and folders that there are."""

import re
from pathlib import Path

import pytest
from support.project import ROOT

_DOCUMENTS = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
_OF_A_PROGRAM = re.compile(r"`/?([\w./-]+\.(?:py|jinja|css|js))`")


@pytest.fixture(scope="module", name="files")
def _files() -> frozenset[str]:
    folders = ("generator", "site_src", "starter", "tests")
    return frozenset(f"/{each.relative_to(ROOT).as_posix()}" for name in folders for each in (ROOT / name).rglob("*.*"))


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda document: document.name)
def test_a_file_of_the_program_is_where_a_document_says(document: Path, files: frozenset[str]) -> None:
    named = set(_OF_A_PROGRAM.findall(document.read_text(encoding="utf-8")))
    assert [each for each in sorted(named) if not any(file.endswith(f"/{each}") for file in files)] == []


def test_every_folder_of_tests_is_in_the_table() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    folders = {each.parent.relative_to(ROOT).parts[1] for each in (ROOT / "tests").glob("*/*.py")}
    assert set(re.findall(r"^\| `tests/(\w+)` \|", text, re.MULTILINE)) == folders


@pytest.mark.parametrize("document", sorted((ROOT / "docs").glob("*.md")), ids=lambda document: document.name)
def test_no_document_names_what_is_of_this_register_alone(document: Path) -> None:
    """A new register takes the documents over; the words in an address depend on its language."""
    of_this_one = re.compile(r"klantcijfer|`/?aanbieders/|/correcties/|/uitleg/", re.IGNORECASE)
    assert of_this_one.findall(document.read_text(encoding="utf-8")) == []
