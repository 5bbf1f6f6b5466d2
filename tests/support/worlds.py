"""All that there can be behind the figures of a small report, by trying everything that people can have answered.

An independent witness for rule 7: it shares no arithmetic with the code under test.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import chain, combinations_with_replacement, product
from typing import TypeAlias

from support.scales import TEN, named

from generator.disclosure.doubt import Doubt
from generator.disclosure.feasibility import TOTAL, BoundedRow, Group
from generator.disclosure.public import Attacker
from generator.scale import Scale

TENTHS = range(10, 101)  # of every scale
NAMES = ("aaa", "bbb", "ccc", "ddd", "eee")
ONE_PERSON, SEVERAL = Fraction(2), Fraction(1, 2)

# Somebody who answered for a service, and what; None is an outsider.
Somebody: TypeAlias = tuple[str, int] | None
# A withheld row, and who asks what the sum of its grades is, their own left out.
Asked: TypeAlias = tuple[str, Somebody]
# The lowest and the highest sum that can be.
Span: TypeAlias = tuple[int, int]
Spans: TypeAlias = Mapping[Asked, Span]


@dataclass(frozen=True)
class Small:
    """A report by its numbers: how many answered for each service, and what of it is withheld.

    Args:
        sizes: how many answered, of `NAMES` in their order.
        withheld: the services whose grade is.
        total_is_withheld: whether that of all together is.
        starred: the services among ``withheld`` with a `*` though several answered: promised as one person's answer.
        scale: what each of them could give.
    """

    sizes: tuple[int, ...]
    withheld: frozenset[int] = frozenset()
    total_is_withheld: bool = False
    starred: frozenset[int] = frozenset()
    scale: Scale = TEN

    def __str__(self) -> str:
        rows = [f"{n}{'*' if at in self.starred else '-' if at in self.withheld else ''}" for at, n in self.services]
        of_scale = "" if self.scale == TEN else f", {named(self.scale)}"
        return f"{' '.join(rows)} under {'-' if self.total_is_withheld else 'a total'}{of_scale}"

    @property
    def services(self) -> Sequence[tuple[int, int]]:
        return tuple(enumerate(self.sizes))

    @property
    def completed(self) -> Mapping[str, int]:
        """How many answered, by the key of each row."""
        return dict(zip(NAMES, self.sizes, strict=False)) | {TOTAL: sum(self.sizes)}

    @property
    def secrets(self) -> tuple[str, ...]:
        services = (NAMES[place] for place in sorted(self.withheld))
        return (*services, TOTAL) if self.total_is_withheld else tuple(services)

    @property
    def published(self) -> frozenset[str]:
        return frozenset(self.completed) - frozenset(self.secrets)

    def answers(self, asked: Asked) -> int:
        """Of how many people somebody asks the sum."""
        key, somebody = asked
        return self.completed[key] - (somebody is not None and key in {somebody[0], TOTAL})

    def promised(self, asked: Asked) -> Fraction:
        """How far apart what can be must lie, in sums of grades."""
        key, _ = asked
        is_starred = key != TOTAL and NAMES.index(key) in self.starred
        answers = self.answers(asked)
        is_of_one = is_starred or answers == 1 or self.completed[key] == 1
        return answers * (ONE_PERSON if is_of_one else SEVERAL)

    def doubt(self, attacker: Attacker) -> Doubt:
        """The same report for the code under test."""
        rows = [
            BoundedRow(key, completed, self._level(key), ONE_PERSON) for key, completed in self.completed.items()
        ]  # the total is the last
        return Doubt(Group(rows[-1], tuple(rows[:-1]), self.scale), self.published, attacker)

    def _level(self, key: str) -> Fraction | None:
        is_starred = key != TOTAL and NAMES.index(key) in self.starred
        if key not in self.secrets:
            return None
        return ONE_PERSON if is_starred or self.completed[key] == 1 else SEVERAL


@cache
def printed(given: int, completed: int) -> tuple[int, ...]:
    """The grades, in tenths, that a mean may be printed as: one, or two where it lies halfway."""
    mean = Fraction(given, completed)
    return tuple(tenths for tenths in TENTHS if abs(mean - Fraction(tenths, 10)) <= Fraction(1, 20))


@cache
def answers_within(completed: int, scale: Scale) -> Mapping[int, frozenset[int]]:
    """What one of so many people may have answered, by the sum of all their answers."""
    found: dict[int, set[int]] = {}
    for answers in combinations_with_replacement(scale.grades, completed):
        found.setdefault(sum(answers), set()).update(answers)
    return {given: frozenset(answers) for given, answers in found.items()}


def worlds(small: Small) -> Iterator[Mapping[str, int]]:
    """Every sum of whole grades that each row can have."""
    for sums in product(*(sums_within(n, small.scale) for n in small.sizes)):
        yield dict(zip(NAMES, sums, strict=False)) | {TOTAL: sum(sums)}


def sums_within(completed: int, scale: Scale) -> range:
    """What the grades of so many people can sum to."""
    return range(scale.lowest * completed, scale.highest * completed + 1)


def somebodies(small: Small, world: Mapping[str, int]) -> Iterator[Somebody]:
    """Everybody who can be there."""
    for place, completed in small.services:
        for answer in answers_within(completed, small.scale)[world[NAMES[place]]]:
            yield NAMES[place], answer


@cache
def tried(small: Small, order: tuple[str, ...], attacker: Attacker) -> Mapping[tuple[int, ...], Spans]:
    """For all grades that the rows in ``order`` can have: what each secret can be, for everybody who must not know."""
    found: dict[tuple[int, ...], dict[Asked, Span]] = {}
    for world in worlds(small):
        values = dict(_asked(small, world, attacker))
        for figures in product(*(printed(world[key], small.completed[key]) for key in order)):
            spans = found.setdefault(figures, {})
            for asked, value in values.items():
                low, high = spans.get(asked, (value, value))
                spans[asked] = (min(low, value), max(high, value))
    return found


def together(all_spans: Sequence[Spans]) -> Spans:
    """What each secret can be where any of several can be the case."""
    found: dict[Asked, Span] = {}
    for asked, (least, most) in chain.from_iterable(spans.items() for spans in all_spans):
        low, high = found.get(asked, (least, most))
        found[asked] = (min(low, least), max(high, most))
    return found


def is_kept(small: Small, all_spans: Sequence[Spans]) -> bool:
    """Whether the promise is, to everybody, where any of several can be the case."""
    return all(high - low >= small.promised(asked) for asked, (low, high) in together(all_spans).items())


def _asked(small: Small, world: Mapping[str, int], attacker: Attacker) -> Iterator[tuple[Asked, int]]:
    for key in small.secrets:
        yield (key, None), world[key]
        for somebody in somebodies(small, world) if attacker is Attacker.RESPONDENT else ():
            asked = (key, somebody)
            if somebody and small.answers(asked):
                yield asked, world[key] - (somebody[1] if key in {somebody[0], TOTAL} else 0)


@dataclass(frozen=True)
class Shown:
    """A row of any size: how many answered, and in tenths all that its grade may be; None where anything may."""

    completed: int
    may_be: frozenset[int] | None = None
    scale: Scale = TEN

    def sums(self) -> int:
        """What the grades can sum to, as a number with a bit for each sum."""
        return _sums(self.completed, self.may_be, self.scale)


def looks_rounded(tenths: int) -> frozenset[int]:
    """All grades that are the same in whole points, half up."""
    return frozenset(each for each in TENTHS if (each + 5) // 10 == (tenths + 5) // 10)


def spans_beside(total: Shown, services: Sequence[Shown]) -> Sequence[Span | None]:
    """The lowest and the highest sum of each of the ``services``, and then of the total; None where none is possible.

    Without people one by one, so for reports of any size; each sum is tried.
    """
    found: list[Span | None] = []
    for place, service in enumerate(services):
        others = _together(other.sums() for at, other in enumerate(services) if at != place)
        found.append(_ends(given for given in _bits(service.sums()) if others << given & total.sums()))
    return [*found, _ends(_bits(_together(each.sums() for each in services) & total.sums()))]


@cache
def _sums(completed: int, may_be: frozenset[int] | None, scale: Scale) -> int:
    every = sums_within(completed, scale)
    if may_be is not None:
        every_mean = ((given, abs(20 * given - 2 * tenths * completed)) for given in every for tenths in may_be)
        return sum(1 << given for given in {given for given, distance in every_mean if distance <= completed})
    return sum(1 << given for given in every)


def _together(sums: Iterable[int]) -> int:
    """What several rows sum to."""
    found = 1
    for each in sums:
        longest = 0
        for given in _bits(each):
            longest |= found << given
        found = longest
    return found


def _bits(number: int) -> Iterator[int]:
    return (place for place, bit in enumerate(reversed(f"{number:b}")) if bit == "1")


def _ends(sums: Iterable[int]) -> Span | None:
    found = list(sums)
    return (found[0], found[-1]) if found else None
