"""A website on the page of its provider: the link that a browser follows, and the host as people write it."""

from dataclasses import replace

import pytest
from support.made import files
from support.registers.public import invented
from support.settings import SETTINGS

from generator.site.content.content import content


@pytest.mark.parametrize(
    ("website", "shown"),
    [
        ("https://www.xn--coperatie-kromme-akker-vhc.nl/pad", "coöperatie-kromme-akker.nl"),
        ("https://xn--strae-oqa.example", "straße.example"),
        ("https://www.alfa.example/", "alfa.example"),
        ("https://xn--80ak6aa92e.example", "xn--80ak6aa92e.example"),  # Cyrillic letters that look like 'apple'
        ("https://xn--a.example", "xn--a.example"),  # which stands for nothing
    ],
)
def test_a_host_is_shown_as_it_is_written_and_linked_as_it_is_found(website: str, shown: str) -> None:
    register = invented(3)
    provider = replace(register.providers[0], website=website)
    made = files(content(replace(register, providers=(provider,)), SETTINGS))
    page = made[f"aanbieders/{provider.id}.md"].decode()
    assert f'<a href="{website}" rel="nofollow noopener">{shown}</a>' in page
