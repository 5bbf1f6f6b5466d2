"""What holds for the tests themselves."""

import re

from support.project import ROOT

TESTS = ROOT / "tests"
_DATA = re.compile(r"""ROOT / ["']data\b""")


def test_only_those_of_the_published_site_look_at_the_register_of_maintainers() -> None:
    """Or a commit of data breaks tests of code."""
    looking = [path.relative_to(TESTS) for path in TESTS.rglob("*.py") if _DATA.search(path.read_text("utf-8"))]
    assert {path.parts[0] for path in looking} == {"published"}
