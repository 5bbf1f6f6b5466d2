"""A website: linked in letters that a link can have, shown as people write it, and each fault in its own words."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.registers.hostile import NO_WEBSITES, WEBSITES

from generator.register.websites import UnusableError, linked


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("https://www.coöperatie-kromme-akker.nl", "https://www.xn--coperatie-kromme-akker-vhc.nl"),
        (
            "https://COÖPERATIE-kromme-akker.nl:8443/Pad?a=b#c",
            "https://xn--coperatie-kromme-akker-vhc.nl:8443/Pad?a=b#c",
        ),
        ("https://xn--coperatie-kromme-akker-vhc.nl/", "https://xn--coperatie-kromme-akker-vhc.nl/"),
        ("https://coo\u0308peratie.nl", "https://xn--coperatie-17a.nl"),
        ("https://straße.example", "https://xn--strae-oqa.example"),
        ("http://www.example.nl/a_b/~c/caf%C3%A9", "http://www.example.nl/a_b/~c/caf%C3%A9"),
        ("https://www.Example.nl/", "https://www.Example.nl/"),
    ],
)
def test_a_website_is_linked_in_letters_of_a_link(written: str, link: str) -> None:
    assert linked(written) == link
    assert linked(link) == link


@pytest.mark.parametrize(
    ("text", "why", "expected"),
    [
        ("www.example.nl/pad", "does not begin with https://", "https://www.example.nl/pad"),
        ("//example.nl", "does not begin with https://", "https://example.nl"),
        ("example.nl:8443", "does not begin with https://", "https://example.nl:8443"),
        ("mailto:a@example.nl", "begins with mailto:", "https://"),
        ("ftp://example.nl", "begins with ftp:", "https://"),
        ("https://example.nl/café", "has é in its path", "https://example.nl/caf%C3%A9"),
        ("https://example.nl/'t-werk", "has ' in its path", "https://example.nl/%27t-werk"),
        ("https://example.nl/?q=café", "has é behind its path", "https://example.nl/?q=caf%C3%A9"),
        ('https://example.nl/"x', 'has " in its path', "https://example.nl/%22x"),
        ("https://mijn_werk.example.nl", "has _ in its host", "hyphen"),
        ("https://'t-werk.example.nl", "has ' in its host", "without it"),
        ("https://example.nl/a b", "has a space", "https://example.nl/ab"),
        ("https://ex\u0430mple.nl", "no Latin letter", "letters"),
        ("https://example", "host without a dot", "www.example.nl"),
        ("https://127.0.0.1/", "number for a host", "www.example.nl"),
        ("http://2130706433/", "number for a host", "www.example.nl"),
        ("http://[::1]/", "number for a host", "www.example.nl"),
        ("https://www.example.nl./", "a dot behind its host", "without it"),
        ("https:\\\\www.example.nl\\a", "has a \\ in it", "https://www.example.nl/a"),
        ("https://https://www.example.nl/a", "https:// twice", "https://www.example.nl/a"),
        ("http:https://www.example.nl", "https:// twice", "https://www.example.nl"),
        ("<https://www.example.nl/a>", "marks around", "https://www.example.nl/a"),
        ("[Werk](https://www.example.nl)", "marks around", "https://www.example.nl"),
        ("info@example.nl", "an address of mail", "https://www.example.nl"),
        ("https://www.example.nl https://example.nl", "has a space", "one address"),
        ("https://example.nl/100%", "% that stands for no letter", "https://example.nl/100%25"),
        ("https://example.nl/%zz", "% that stands for no letter", "https://example.nl/%25zz"),
        ("https://example.nl:0", "port 0", "without a port"),
        ("https://example.nl:99999", "cannot be read", "https://"),
        ("https://-example.nl", "host that cannot be", "hyphens"),
        ("https://naam@example.nl", "user before an @", "without it"),
        ("https://", "names no host", "www.example.nl"),
    ],
)
def test_each_fault_has_its_own_words(text: str, why: str, expected: str) -> None:
    with pytest.raises(UnusableError) as refused:
        linked(text)
    assert why in refused.value.why
    assert expected in refused.value.expected
    if refused.value.expected.startswith("https://www.") and " " not in refused.value.expected:
        assert linked(refused.value.expected) == refused.value.expected


@given(st.sampled_from([*WEBSITES, *NO_WEBSITES]) | st.text(), st.text(max_size=3), st.integers(0, 20))
def test_what_is_linked_is_a_public_host_in_letters_of_a_link(text: str, more: str, place: int) -> None:
    try:
        link = linked(f"{text[:place]}{more}{text[place:]}")
    except UnusableError:
        return
    assert link.isascii()
    assert not set(link) & set(" \"'<>\\^`{|}")
    parts = urlsplit(link)
    assert parts.scheme in {"http", "https"}
    assert "." in (parts.hostname or "")
    assert "@" not in parts.netloc
    assert linked(link) == link
