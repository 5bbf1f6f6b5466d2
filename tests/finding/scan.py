"""Questions to the finder whose meaning is known, and their answers by looking at each provider of the public model.

Nothing here comes from generator/site/finder: what a provider gave stands in its newest report, what a phrase means in
the register's services, where a place lies in the file of places.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from support.words import WORDS

from generator.disclosure.public import (
    AudienceResults,
    PublicProvider,
    PublicRegister,
    PublicRow,
    PublicService,
    Published,
)
from generator.letters import words_of
from generator.site.finder.vocabulary import places
from generator.site.words.ordering import by_name

ORDERS = ("naam", "cijfer", "opdrachtgevers", "antwoorden", "nieuwste")
SMALL = frozenset({*WORDS("search.small_words").split(), "aanbieder", "aanbieders", "provincie", "provincies"})


@dataclass(frozen=True)
class Question:
    """A question as the form asks it, with what its text means.

    Args:
        text: what is typed.
        services: for each phrase in the text, the ids of the services that it can mean.
        provinces: for each place in the text, the ids of the provinces in which it lies.
        names: words that must stand in a name; with them the text means nothing else.
        form: what is chosen: service, region, clients, commissioners, answers, isActive, order.
    """

    text: str = ""
    services: tuple[frozenset[str], ...] = ()
    provinces: tuple[frozenset[str], ...] = ()
    names: tuple[str, ...] = ()
    form: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def asked(self) -> dict[str, Any]:
        """The question for the script."""
        blank = {"service": "", "region": "", "clients": "", "commissioners": "", "answers": "", "isActive": False}
        return {"text": self.text, "order": "naam", **blank, **self.form}

    @cached_property
    def subject(self) -> str | None:
        """The service about which grades are asked; None: all together."""
        meant = frozenset().union(*self.services)
        chosen = self.form.get("service")
        return chosen or (next(iter(meant)) if len(meant) == 1 else None)


@dataclass(frozen=True)
class Line:
    """A provider in an answer, with what is shown of it: grade (or None), its decimals, how many answered."""

    provider: PublicProvider
    clients: PublicRow | None
    commissioners: PublicRow | None

    @property
    def shown(self) -> list[Any]:
        return [self.provider.id, *_shown(self.clients), *_shown(self.commissioners)]


@dataclass(frozen=True)
class Answer:
    """The lines of each part of the list, and how many are left out only because it is not known where they work."""

    parts: dict[str, list[list[Any]]]
    unplaced: int


class Scan:
    """Answers questions by looking at each provider of a register."""

    def __init__(self, register: PublicRegister) -> None:
        by_names = sorted(register.providers, key=lambda each: (by_name(each.name), each.id))
        self._providers = [(each, _given(each)) for each in by_names]

    def answer(self, question: Question) -> Answer:
        """The answer to one question."""
        fitting = [
            (_line(provider, question.subject), _is_there(provider, question))
            for provider, given in self._providers
            if _is_meant(provider, given, question)
        ]
        fitting = [(line, is_there) for line, is_there in fitting if _passes(line, question.asked)]
        lines = [line for line, is_there in fitting if is_there]
        lines.sort(key=lambda line: _key(line, question))
        parts: dict[str, list[list[Any]]] = {}
        for line in lines:
            row = line.commissioners if question.asked["order"] == "opdrachtgevers" else line.clients
            part = "stopped" if line.provider.ended_on else "graded" if _grade(row) is not None else "ungraded"
            parts.setdefault(part, []).append(line.shown)
        nowhere = sum(not is_there and not line.provider.provinces for line, is_there in fitting)
        return Answer(parts, nowhere)


def _passes(line: Line, form: dict[str, Any]) -> bool:
    return (
        _reaches(line.clients, form["clients"])
        and _reaches(line.commissioners, form["commissioners"])
        and (line.clients.completed if line.clients else 0) >= int(form["answers"] or 0)
        and not (form["isActive"] and line.provider.ended_on)
    )


def _is_meant(provider: PublicProvider, given: set[str], question: Question) -> bool:
    """Whether a provider is asked for, wherever it works."""
    if question.form.get("service", next(iter(given), "")) not in given:
        return False
    if question.names:
        return _is_named(provider, question.names)
    return all(each & given for each in question.services) or _bears(provider, question)


def _is_there(provider: PublicProvider, question: Question) -> bool:
    """Whether a provider works where it is asked for; one that is called by a place need not work there."""
    own = set(provider.provinces)
    if question.form.get("region") and question.form["region"] not in own:
        return False
    return all(each & own for each in question.provinces) or _bears(provider, question)


def _bears(provider: PublicProvider, question: Question) -> bool:
    """Whether all that was typed stands in a name."""
    return bool(question.text) and _is_named(provider, question.names or _telling(question.text))


# The same names are looked at for each question.
_words = cache(lambda name: tuple(words_of(name)))


@cache
def _starts(name: str) -> tuple[str, ...]:
    """A name from each of its words on, as one word."""
    return tuple("".join(_words(name)[place:]) for place in range(len(_words(name))))


@cache
def _telling(text: str) -> tuple[str, ...]:
    words = words_of(text)
    return tuple(word for word in words if word not in SMALL) or tuple(words)


def _is_named(provider: PublicProvider, words: Sequence[str]) -> bool:
    return any(_is_name(name, words) for name in (provider.name, *provider.former_names))


def _is_name(name: str, words: Sequence[str]) -> bool:
    """Whether each word is the begin of the name from one of its words on."""
    own, starts = _words(name), _starts(name)
    each = all(word in own if len(word) == 1 else any(start.startswith(word) for start in starts) for word in words)
    return each or starts[0].startswith("".join(words))


def _given(provider: PublicProvider) -> set[str]:
    measured = {row.service.id for row in provider.newest.clients.services if row.service}
    return measured | {each.id for each in provider.services}


def _line(provider: PublicProvider, subject: str | None) -> Line:
    newest = provider.newest
    by_commissioners = newest.commissioners
    if subject is None:
        return Line(provider, newest.clients.total, by_commissioners.total if by_commissioners else None)
    own = _row(by_commissioners, subject) if by_commissioners else None
    return Line(provider, _row(newest.clients, subject), own or (by_commissioners.total if by_commissioners else None))


def _row(results: AudienceResults, service: str) -> PublicRow | None:
    return next((row for row in results.services if row.service and row.service.id == service), None)


def _grade(row: PublicRow | None) -> int | None:
    """In tenths of a point."""
    return int(row.rating.grade * 10) if row and isinstance(row.rating, Published) else None


def _shown(row: PublicRow | None) -> list[Any]:
    rating = row.rating if row else None
    is_rounded = isinstance(rating, Published) and rating.is_rounded
    return [_grade(row), is_rounded, row.completed if row else 0]


def _reaches(row: PublicRow | None, asked: str) -> bool:
    grade = _grade(row)
    return not asked or (grade is not None and (asked == "ja" or grade >= 10 * int(asked)))


def _highest(row: PublicRow | None) -> tuple[int, int]:
    grade = _grade(row)
    return (-1 if grade is None else grade) * -1, -(row.completed if row else 0)


def _key(line: Line, question: Question) -> Any:  # noqa: ANN401 - of whatever can be compared
    """What an order goes by; equal lines stay in the order of their names."""
    answers = -(line.clients.completed if line.clients else 0)
    match question.asked["order"]:
        case "cijfer":
            return _highest(line.clients)
        case "opdrachtgevers":
            return _highest(line.commissioners)
        case "antwoorden":
            return answers
        case "nieuwste":
            return -line.provider.newest.period_end.toordinal(), answers
    return not _bears(line.provider, question)


def questions(register: PublicRegister, seed: int, count: int) -> Iterator[Question]:
    """So many questions of every kind: nothing typed, a phrase, a place, both, a name; some things chosen."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    phrases = _phrases(register.services)
    lying = _lying()
    kinds = (
        Question,
        lambda: _of_phrase(chance, phrases),
        lambda: _of_place(chance, lying),
        lambda: _of_both(chance, phrases, lying),
        lambda: _of_name(chance, register),
    )
    made = 0
    while made < count:
        question = kinds[made % len(kinds)]()
        made += 1
        yield Question(question.text, question.services, question.provinces, question.names, _form(chance, register))


def _form(chance: random.Random, register: PublicRegister) -> dict[str, Any]:
    """What is chosen: the order always, the rest now and then."""
    offers: dict[str, list[Any]] = {
        "service": [each.id for each in register.services],
        "region": list(places()),
        "clients": ["ja", "6", "7", "8", "9"],
        "commissioners": ["ja", "7", "8"],
        "answers": ["10", "30"],
        "isActive": [True],
    }
    chosen = {name: chance.choice(values) for name, values in offers.items() if chance.random() < 0.2}
    return {**chosen, "order": chance.choice(ORDERS)}


def _phrases(services: Sequence[PublicService]) -> dict[str, frozenset[str]]:
    """Each phrase with the services that it can mean: two that differ only in spaces or hyphens are one."""
    meant: dict[str, set[str]] = {}
    for each in services:
        for phrase in filter(None, (each.name, each.plain_name, *each.also_called)):
            meant.setdefault("".join(words_of(phrase)), set()).add(each.id)
    return {
        phrase: frozenset(meant["".join(words_of(phrase))])
        for each in services
        for phrase in filter(None, (each.name, each.plain_name, *each.also_called))
    }


def _lying() -> dict[str, frozenset[str]]:
    """Each place and province with the provinces in which it lies; not where its name is a word that says nothing."""
    names = WORDS.group("region")
    lying: dict[str, set[str]] = {}
    for province, towns in places().items():
        for name in (names[province], *towns):
            lying.setdefault(name, set()).add(province)
    return {name: frozenset(where) for name, where in lying.items()}


def _of_phrase(chance: random.Random, phrases: dict[str, frozenset[str]]) -> Question:
    phrase = chance.choice(sorted(phrases))
    written = chance.choice((phrase, phrase.upper(), f"ik zoek {phrase}", phrase.replace("-", " ")))
    return Question(written, services=(phrases[phrase],))


def _of_place(chance: random.Random, lying: dict[str, frozenset[str]]) -> Question:
    place = chance.choice(sorted(lying))
    return Question(chance.choice((place, place.lower(), f"in {place}")), provinces=(lying[place],))


def _of_both(chance: random.Random, phrases: dict[str, frozenset[str]], lying: dict[str, frozenset[str]]) -> Question:
    phrase = chance.choice(sorted(phrases))
    place = chance.choice([each for each in sorted(lying) if each.lower() not in SMALL])
    return Question(f"{phrase} in {place}", services=(phrases[phrase],), provinces=(lying[place],))


@cache
def _known(services: tuple[PublicService, ...]) -> frozenset[str]:
    """Every phrase and every place as one word."""
    return frozenset("".join(words_of(each)) for each in (*_phrases(services), *_lying()))


def _of_name(chance: random.Random, register: PublicRegister) -> Question:
    """A whole name, its first word, or its words as one; never one that is also a phrase or a place."""
    name = chance.choice(register.providers).name
    words = words_of(name)
    known = _known(register.services)
    typed = chance.choice((name, words[0], "".join(words), name.lower()))
    if any(word in known for word in words_of(typed)) and typed == words[0]:
        typed = name
    return Question(typed, names=tuple(words_of(typed)))
