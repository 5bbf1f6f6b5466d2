"""A short attack on each reader, the same every time; `make fuzz` goes on for as long as it is told."""

import pytest
from fuzz.attacking import attack
from fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_no_file_makes_a_reader_fall_over(name: str) -> None:
    attack(TARGETS[name], examples=15, number=1)
