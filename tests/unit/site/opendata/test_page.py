"""The page about the open data: its links, its examples, and a word for every column."""

import contextlib
import io
import re
from collections.abc import Mapping
from itertools import product
from pathlib import Path

import pytest
import yaml
from support.open_data import TABLES
from support.project import ROOT
from support.words import ENGLISH_OF_ALL, WORDS

from generator.disclosure.public import PublicRegister, Published
from generator.site.opendata import schemas
from generator.site.opendata.columns import Kind
from generator.site.opendata.rows import OUTCOMES
from generator.site.words.catalogue import Words

NAMES = [table.name for table in TABLES]


def test_every_link_of_the_page_leads_to_a_file(page: str, made: Mapping[str, bytes]) -> None:
    links = {link for link in re.findall(r'href="([^"#]+)"', page) if not link.startswith("http")}
    named = {link.removeprefix("../") if link.startswith("../") else f"open-data/{link}" for link in links}
    assert named == set(made) - {schemas.FORMER_OPEN_DATA}


@pytest.mark.parametrize("words", [WORDS, ENGLISH_OF_ALL])
def test_the_pandas_example_runs(words: Words, public: PublicRegister, folder: Path) -> None:
    example = words("open_data.example.pandas", address=f"{folder.as_posix()}/")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(example, "example", "exec"), {})  # noqa: S102 - what the page tells people to run
    ratings = [provider.newest.clients.total.rating for provider in public.providers]
    given_grades = [rating.grade for rating in ratings if isinstance(rating, Published)]
    *_, mean = printed.getvalue().split()
    assert float(mean) == pytest.approx(float(sum(given_grades) / len(given_grades)))
    assert f"published      {len(given_grades)}" in printed.getvalue()


def test_every_column_has_its_words_and_every_word_its_column() -> None:
    columns = [column for table in TABLES for column in table.columns]
    catalogue = yaml.safe_load((ROOT / "generator/site/words/locale/nl.yaml").read_text(encoding="utf-8"))["open_data"]
    assert set(catalogue["column"]) == {column.about or column.name for column in columns}
    assert set(catalogue["table"]) == set(NAMES)
    for words, column in product([WORDS, ENGLISH_OF_ALL], columns):
        assert column.title(words)
        # Every code that a cell can hold is explained.
        assert column.meaning(words)
        assert all(choice in column.meaning(words) for choice in column.choices)
    assert {column.kind for column in columns} == set(Kind)
    assert next(column.choices for column in TABLES[0].columns if column.name == "outcome") == OUTCOMES


def test_a_name_means_the_same_in_every_table() -> None:
    kinds: dict[str, set[tuple[Kind, int]]] = {}
    for table in TABLES:
        assert len({column.name for column in table.columns}) == len(table.columns)
        for column in table.columns:
            kinds.setdefault(column.name, set()).add((column.kind, column.decimals))
    assert [name for name, found in kinds.items() if len(found) > 1] == []


def test_the_page_explains_every_column(page: str) -> None:
    for table in TABLES:
        assert f'<details class="kc-fold" id="{table.name}">' in page
        for column in table.columns:
            if not column.about:
                assert f"<code>{column.name}</code> {column.title(WORDS)}</dt>" in page
    assert "<code>grade_1</code> tot en met <code>grade_10</code>" in page
