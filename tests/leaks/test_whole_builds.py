"""Nothing leaks sideways: of what is withheld or early, nothing stands in anything that a build writes or says."""

import json
from pathlib import Path

import pytest
from leaks.searching import canaries, leaks
from leaks.writing import built, ours
from support.registers.planted import CANARIES, OTHERS, bare, plant
from support.registers.reading import contents

from generator.engine.mkdocs import run_mkdocs


@pytest.fixture(autouse=True)
def _mkdocs_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or what another build made would be searched."""
    monkeypatch.setattr("generator.engine.filling.run_mkdocs", run_mkdocs)


def test_no_build_tells_what_is_withheld_or_early(tmp_path: Path) -> None:
    with_canaries = built(plant(tmp_path / "canaries"))
    with_others = built(plant(tmp_path / "of others", OTHERS))
    with_nothing = built(bare(tmp_path / "nothing"))
    # Which files there are, how large they are and in what order things stand: all of that is in the bytes.
    assert _differing(with_canaries, with_others) == []
    assert _differing(with_canaries, with_nothing) == []
    written = ours(with_canaries)
    assert leaks(written, CANARIES) == []
    # It was a whole build of all of the register, of which nothing was passed over.
    assert with_canaries["build-exit_code.txt"] == b"0 None"
    assert b"11 providers" in with_canaries["build-stdout.txt"]
    assert b"Documentation built" in with_canaries["engine.txt"]
    assert b"/aanbieders/alfa/" in with_canaries["data/urls.txt"]
    finder = json.loads(written["site/scripts/register.json"])
    assert dict(zip(finder["names"], finder["clients"]["rating"], strict=True))["Alfa"] == 72
    assert len(written) > 250


def test_each_canary_is_found_where_it_was_planted(tmp_path: Path) -> None:
    found = {each.partition(" in ")[0] for each in leaks(contents(plant(tmp_path)), CANARIES)}
    assert found == canaries(CANARIES)


def test_nothing_that_is_planted_stands_in_both_registers() -> None:
    """Or the comparison of the two would prove nothing of it."""
    for one, other in zip(_planted(CANARIES), _planted(OTHERS), strict=True):
        assert one.keys() == other.keys()
        assert [name for name in one if one[name] == other[name]] == []


def _planted(planted: object) -> list[dict[str, object]]:
    return [getattr(planted, kind) for kind in ("grades", "scores", "counts", "words")]


def _differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
