"""What a register says in its own words is on its site, and a change of it is a change of the site."""

from pathlib import Path

from support.made import texts
from support.registers.editing import written
from support.registers.reading import public_on
from support.settings import SETTINGS

from generator.site.content.content import changed_files, content

_OWN = "home:\n  title: Wat vindt u van {providers}?\n"


def test_its_own_phrase_comes_before_that_of_the_program(register_folder: Path) -> None:
    written("words/nl.yaml", _OWN)(register_folder)
    assert "Wat vindt u van aanbieders?" in texts(content(public_on(register_folder), SETTINGS))["index.md"]


def test_another_phrase_changes_the_files_that_say_it(register_folder: Path) -> None:
    before = content(public_on(register_folder), SETTINGS)
    written("words/nl.yaml", _OWN)(register_folder)
    after = content(public_on(register_folder), SETTINGS)
    assert before.common != after.common
    old, new = (dict(files) for files in changed_files(before, after))
    assert {name for name in new if old[name] != new[name]} == {"index.md"}
