"""Whether a grade may be public, in the words of a register's language."""

import shutil
from pathlib import Path

import pytest
from support.registers.editing import all_of, cell
from support.registers.invented import ALFA_COMMISSIONERS, GAMMA_LOW
from support.registers.reading import judged
from support.words import ENGLISH_REGISTER

from generator.charter import Language
from generator.register.records import DECISIONS, Publication
from generator.register.writing import cells


def test_no_word_means_both() -> None:
    assert len(DECISIONS) == len(Language) * len(Publication)


def test_the_words_of_every_language_are_read_in_every_register(register_folder: Path) -> None:
    def read() -> list[tuple[object, ...]]:
        return [row.values() for row in judged(register_folder).register.results.values()]

    said = read()
    for file in register_folder.glob("results/*.csv"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(",ja\n", ",yes\n").replace(",nee\n", ",no\n"), encoding="utf-8")
    assert read() == said


@pytest.mark.parametrize(("language", "said"), [(Language.DUTCH, "ja"), (Language.ENGLISH, "yes")])
def test_it_is_written_as_the_register_says_it(language: Language, said: str, register_folder: Path) -> None:
    rows = judged(register_folder).register.results.values()
    assert next(cells(row, language)[-1] for row in rows if row.publication is Publication.YES) == said


def test_findings_say_it_as_the_register_does(register_folder: Path) -> None:
    all_of(cell(ALFA_COMMISSIONERS, "publication", "no"), cell(GAMMA_LOW, "publication", "yes"))(register_folder)
    said = {each.code: (each.came, each.expected) for each in judged(register_folder).findings}
    assert said["R11"] == ("nee for commissioners", "ja")
    assert (said["W01"][0][-3:], said["W01"][1]) == (" ja", "nee, by the policy")


def test_in_english_too(tmp_path: Path) -> None:
    data = shutil.copytree(ENGLISH_REGISTER, tmp_path / "data")
    results = data / "results/2024.csv"
    results.write_text(results.read_text(encoding="utf-8").replace(",yes\n", ",nee\n"), encoding="utf-8")
    said = [(each.came, each.expected) for each in judged(data).findings if each.code == "W01"]
    assert any(came.endswith("the report says no") and expected == "yes, by the policy" for came, expected in said)
    assert "nee" not in str(said)
