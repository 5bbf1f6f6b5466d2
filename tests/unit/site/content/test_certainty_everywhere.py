"""How sure a grade is, is said in one word: the same on page and badge, in finder and comparison, and in the files."""

import json
import re
from decimal import Decimal
from typing import Any

import pytest
from support.made import files_of_demo
from support.open_data import rows_of
from support.registers.demos import public_demo
from support.words import WORDS

from generator.site.statistics.certainty import Certainty

LEVELS = list(map(str, Certainty))


def by_width(low: str, high: str) -> str:
    """The word beside an interval, by the cut-offs of the policy."""
    width = Decimal(high) - Decimal(low)
    return LEVELS[0] if width > 2 else LEVELS[1] if width > 1 else LEVELS[2]


def read(path: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads(files_of_demo()[path])


@pytest.fixture(scope="module")
def listed() -> dict[str, int]:
    """The level of the clients' grade of each provider in the file of the finder, by the provider's name."""
    table = read("scripts/register.json")
    return dict(zip(table["names"], map(int, table["clients"]["level"]), strict=True))


def test_it_is_the_same_in_every_place(listed: dict[str, int]) -> None:
    files, words = files_of_demo(), WORDS
    seen = set()
    for provider in public_demo(60).providers:
        folder = f"aanbieders/{provider.id}"
        total = read(f"{folder}/ratings.json")["reports"][0]["ratings"][0]
        compared = read(f"{folder}/comparison.json")["clients"]
        sure = total.get("certainty")
        assert compared.get("level") == sure
        assert listed[provider.name] == (1 + LEVELS.index(sure) if sure else 0)
        if sure:
            word = words(f"certainty.{sure}")
            shown = re.search(r'data-certainty="(\d)".*?<small>(.*?)</small>', files[f"{folder}.md"].decode())
            assert shown
            assert shown.groups() == (str(1 + LEVELS.index(sure)), word)
            assert word in files[f"{folder}/badge.svg"].decode().lower()
            assert word in files[f"{folder}/embed/index.html"].decode()
            seen.add(sure)
    assert seen == set(LEVELS)


def test_beside_an_interval_it_follows_from_it() -> None:
    rows = [row for row in rows_of(files_of_demo(), "ratings", "csv") if row["interval_low"] is not None]
    assert len(rows) > 20
    assert all(row["certainty"] == by_width(row["interval_low"], row["interval_high"]) for row in rows)
    estimated = 0
    for provider in public_demo(60).providers:
        file = read(f"aanbieders/{provider.id}/comparison.json")
        for cell in (file["clients"], *file["services"].values()):
            likely = cell.get("likely")
            assert not likely or cell["level"] == by_width(likely["low"], likely["high"])
            estimated += bool(likely and likely["basis"] == "others")
    assert estimated > 20


def test_nobody_is_corrected_for_and_it_is_said_in_the_same_words_everywhere() -> None:
    said = "Voor mensen die niet antwoordden, is niets aangepast"
    files = files_of_demo()
    told = ("uitleg.md", "vergelijken.md", "open-data/index.md", "open-data/datapackage.json")
    assert [path for path in told if said not in files[path].decode()] == []
    assert said in next(files[path] for path in files if re.search(r"schema/ratings-1\.json$", path)).decode()
