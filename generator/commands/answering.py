"""What a new register is to be: by options, and by questions on a terminal."""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

import click
from pydantic_core import PydanticCustomError

from generator.charter import Contact, Language, Noun, Nouns
from generator.register.charters import checked_address, checked_contact, checked_scale
from generator.scale import Scale
from generator.starting.usual import USUAL, Answers

# Without these nothing can be laid out; for all else there is something usual.
_NEEDED = ("name", "language", "agency")
# Those of a register's nouns, and an example.
_ARTICLES = {
    Language.DUTCH: (("de", "het"), "de school/scholen"),
    Language.ENGLISH: (("a", "an"), "a school/schools"),
}
_NOUN = re.compile(r"(?:(?P<article>\w+) )?(?P<one>[^/]+?) */ *(?P<other>[^/]+)")

_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class _Asking:
    """What the options say, and whether somebody is there who can say the rest."""

    said: Mapping[str, str | None]
    asks: bool

    def get(self, option: str, question: str, read: Callable[[str], _Read], usual: str | None = None) -> _Read:
        """What ``read`` makes of an option, of an answer to the question, or of what is usual."""
        given = self.said[option]
        if given is not None:
            try:
                return read(given)
            except click.BadParameter as error:
                raise click.UsageError(f"--{option}: {error.message}") from None
        if not self.asks:
            return read(usual or "")
        answer: _Read = click.prompt(question, default=usual, value_proc=read, show_default=bool(usual), err=True)
        return answer


def answers(said: Mapping[str, str | None]) -> Answers:
    """What the options say of a new register, and, where a person can be asked, what they answer.

    Raises:
        click.UsageError: an option cannot be so, or one that is needed is missing and nobody can be asked.
    """
    missing = [name for name in _NEEDED if said[name] is None]
    if missing and not is_asked():
        raise click.UsageError(f"say --{', --'.join(missing)}: there is no terminal to ask on")
    asking = _Asking(said, asks=bool(missing))
    name = asking.get("name", "What is the register called", _text)
    language = asking.get("language", "Language of the site, nl or en", _language, "en")
    agency = asking.get("agency", "Whom do the figures come from", _text)

    def noun(text: str) -> Noun:
        return _noun(text, language)

    def maybe_noun(text: str) -> Noun | None:
        return noun(text) if text else None

    usual = USUAL[language].nouns
    return Answers(
        name=name,
        language=language,
        agency=agency,
        nouns=Nouns(
            provider=asking.get("provider", "Who gives the service, one/several", noun, _said(usual.provider)),
            client=asking.get("client", "Who gets it and is asked, one/several", noun, _said(usual.client)),
            service=asking.get("service", "What is given, one/several", noun, _said(usual.service)),
            commissioner=asking.get(
                "commissioner", "Who pays and is asked too, if anybody, one/several", maybe_noun, ""
            ),
        ),
        scale=asking.get("scale", "The lowest and the highest grade", _scale, "1-10"),
        address=asking.get("address", "Where the site will be served, if that is known", _address, ""),
        email=asking.get("contact", "E-mail address that visitors can write to, if any", _email, ""),
    )


def is_asked() -> bool:
    """Whether a person sits at a terminal, who can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _text(text: str) -> str:
    if not text.strip():
        raise click.BadParameter("say it in letters")
    return " ".join(text.split())


def _language(text: str) -> Language:
    try:
        return Language(text.strip())
    except ValueError:
        raise click.BadParameter(f"{text!r} is neither nl nor en") from None


def _noun(text: str, language: Language) -> Noun:
    found = _NOUN.fullmatch(" ".join(text.split()))
    articles, example = _ARTICLES[language]
    article = found and found["article"]
    if found is None or article not in articles:
        raise click.BadParameter(f"{text!r} is not one and several behind {' or '.join(articles)}, as in {example!r}")
    return Noun(found["one"], found["other"], str(article))


def _said(noun: Noun) -> str:
    return f"{noun.article} {noun.one}/{noun.other}"


def _scale(text: str) -> Scale:
    found = re.fullmatch(r"(\d{1,2}) *[-\u2013] *(\d{1,2})", text.strip())
    if found is None:
        raise click.BadParameter(f"{text!r} is no scale, as in '1-10'")
    with _asking_again():
        return checked_scale(Scale(int(found[1]), int(found[2])))


def _address(text: str) -> str:
    with _asking_again():
        return checked_address(text.strip()) if text.strip() else ""


def _email(text: str) -> str:
    with _asking_again():
        return str(checked_contact(Contact("", 1, email=text.strip())).email) if text.strip() else ""


@contextmanager
def _asking_again() -> Iterator[None]:
    """What the check of a register refuses is refused as an answer."""
    try:
        yield
    except PydanticCustomError as fault:
        expected = (fault.context or {})["expected"]
        raise click.BadParameter(f"{fault.message()}: expected is {expected}") from None
