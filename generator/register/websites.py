"""The address of a website: as it is linked, or what is wrong with it, each fault in its own words."""

import re
import unicodedata
from urllib.parse import SplitResult, quote, urlsplit

import idna

from generator.letters import is_latin

# A part of a host name of DNS. The last one starts with a letter, so a host is never a number.
_PART = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d)")
# What an address can hold, as a pattern of one character; an apostrophe can be taken for the end of the address.
_USABLE = "!#$%&()*+,./:;=?@[]~_-"
_LONGEST_HOST = 253
_A_HOST = "a host such as www.example.nl"
_AN_ADDRESS = "an address such as https://www.example.nl"
_TWICE = re.compile(r"https?:/*(https?://.+)", re.IGNORECASE)
_WITHIN = re.compile(r"https?://[^\s<>()\[\]]+", re.IGNORECASE)  # between the marks of Markdown, or of a mail
_HALF_A_LETTER = re.compile(r"%(?![0-9A-Fa-f]{2})")


class UnusableError(ValueError):
    """It is no website that can be linked.

    Args:
        why: what is wrong, as a clause without its subject.
        expected: what it should be: the whole address where that can be told.
    """

    def __init__(self, why: str, expected: str) -> None:
        super().__init__(why)
        self.why = why
        self.expected = expected


def linked(text: str) -> str:
    """The address in the letters that a link can have: a host with others, such as coöperatie.nl, as `xn--…`.

    Raises:
        UnusableError: it is no address of a public website.
    """
    if re.search(r"\s", text):
        is_one = text.count(" ") == 1 and text.count("://") == 1
        raise UnusableError("has a space in it", text.replace(" ", "") if is_one else "one address, without a space")
    if "\\" in text:
        raise UnusableError("has a \\ in it", text.replace("\\", "/"))
    twice = _TWICE.match(text)
    if twice:
        raise UnusableError("begins with https:// twice", twice[1])
    scheme = _SCHEME.match(text)
    if not scheme or scheme[1].casefold() not in {"http", "https"}:
        raise _of_scheme(text, scheme[1] if scheme else "")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise UnusableError(f"cannot be read: {str(error)[:80]}", _AN_ADDRESS) from None
    if "@" in parts.netloc:
        raise UnusableError("has a user before an @", "the address without it")
    if port == 0:
        raise UnusableError("has the port 0", "the address without a port")
    host = _host(parts.hostname or "")
    address = text if parts.netloc.isascii() else parts._replace(netloc=_at(host, port)).geturl()
    _refuse_letters(address, urlsplit(address))
    half = _HALF_A_LETTER.search(address)
    if half:
        raise UnusableError("has a % that stands for no letter", _HALF_A_LETTER.sub("%25", address))
    return address


def _at(host: str, port: int | None) -> str:
    return host if port is None else f"{host}:{port}"


def _of_scheme(text: str, scheme: str) -> UnusableError:
    within = _WITHIN.search(text)
    if within:
        return UnusableError("has marks around the address", within[0])
    if "@" in text and scheme != "mailto":
        return UnusableError("is an address of mail", _AN_ADDRESS)
    if not scheme or "." in scheme:
        rest = text.removeprefix("//")
        expected = f"https://{rest}" if "." in rest else _AN_ADDRESS
        return UnusableError("does not begin with https://", expected)
    return UnusableError(f"begins with {scheme}:, which is no website", "an address that begins with https://")


def _host(host: str) -> str:
    """The host in letters that DNS knows.

    Raises:
        UnusableError: there is no such host.
    """
    host = unicodedata.normalize("NFC", host)
    _refuse_what_no_host_has(host)
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except idna.IDNAError as error:
            raise UnusableError(f"has a host that cannot be: {str(error)[:80]}", _A_HOST) from None
    *others, last = host.split(".")
    if not others:
        raise UnusableError("names no host" if not host else "has a host without a dot", _A_HOST)
    if len(host) > _LONGEST_HOST or not all(map(_PART.fullmatch, (*others, last))):
        raise UnusableError(
            "has a host that cannot be", "parts of letters, digits and hyphens, with a dot between them"
        )
    if not last[0].isalpha():
        raise UnusableError("has a number for a host", _A_HOST)
    return host


def _refuse_what_no_host_has(host: str) -> None:
    strange = next((each for each in host if not each.isascii() and not is_latin(each)), None)
    if strange:
        raise UnusableError(f"has {strange!r} in its host, which is no Latin letter", "the letters that it looks like")
    for mark, advice in (("_", "a hyphen, if it is one: no host has a _"), ("'", "the host without it")):
        if mark in host:
            raise UnusableError(f"has {mark} in its host", advice)
    if host.endswith("."):
        raise UnusableError("has a dot behind its host", "the address without it")
    if ":" in host or host.replace(".", "").isdecimal():
        raise UnusableError("has a number for a host", _A_HOST)


def _refuse_letters(address: str, parts: SplitResult) -> None:
    """Letters behind the host that a link cannot have: a browser shows them, and copies them in another form.

    Raises:
        UnusableError: it has such letters.
    """
    written = quote(address, safe=_USABLE)
    if written != address:
        strange = next(each for each in address if quote(each, safe=_USABLE) != each)
        where = "in its path" if strange in parts.path else "behind its path"
        raise UnusableError(f"has {strange} {where}, which a link spells in another way", written)
