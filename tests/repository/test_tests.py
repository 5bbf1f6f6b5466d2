"""What holds for the tests themselves."""

from collections.abc import Callable
from pathlib import Path

import pytest
from support.maintainers_register import ReadsDataError
from support.project import ROOT


@pytest.mark.parametrize(
    "read", [lambda data: list((data / "results").iterdir()), lambda data: (data / "policy.yaml").read_text()]
)
def test_a_test_that_is_not_of_the_published_site_cannot_read_the_register_of_maintainers(
    read: Callable[[Path], object],
) -> None:
    """Or a commit of data breaks tests of code."""
    with pytest.raises(ReadsDataError):
        read(ROOT / "data")
