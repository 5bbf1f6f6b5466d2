"""Every address that was ever published answers, and what only machines read is found from the pages."""

import urllib.request
from pathlib import Path
from urllib.parse import urljoin

from published.watching import NewContext

from generator.register.addresses import read_addresses
from generator.site.words.catalogue import Words


def test_every_address_that_was_ever_published_answers(project: Path, base_url: str) -> None:
    promised, findings = read_addresses(project / "data")
    assert promised
    assert findings == []
    for address in sorted(promised):
        with urllib.request.urlopen(urljoin(base_url, address.lstrip("/"))) as answer:  # noqa: S310 - our own site
            assert answer.status == 200
            assert answer.read(1), f"{address} is empty"


def test_a_page_names_the_feed(words: Words, base_url: str, new_context: NewContext) -> None:
    page = new_context().new_page()
    page.goto(f"{base_url}{words.folders.explanation}/")
    named = page.locator("link[rel~=alternate][type='application/atom+xml']").evaluate("link => link.href")
    assert named == f"{base_url}feed.xml"
    assert page.request.get(named).ok
