"""Documentation that is made from code says what the code says."""

import pytest
from support.documents import DOCS, documents


@pytest.mark.parametrize("name", documents())
def test_the_page_is_the_one_that_make_docs_makes(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == documents()[name], "run `make docs`"
