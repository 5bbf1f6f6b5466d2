"""How much doubt figures leave about the secrets beside them, in the eyes of the attacker that the policy names."""

from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import TypeAlias

from generator.disclosure.feasibility import BoundedRow, Group, Question, Sums, any_sums, sums_of
from generator.disclosure.pictures import Figures
from generator.disclosure.public import Attacker

# The bounds of each question; None for an observer who cannot exist.
Answers: TypeAlias = tuple[Sums | None, ...]


def in_order(group: Group, published: Collection[str]) -> tuple[BoundedRow, ...]:
    """The ``published`` rows in the order of the figures: services with few answers first, the total last."""
    services = sorted((row.completed, row.key, row) for row in group.services if row.key in published)
    return (*(row for _, _, row in services), *((group.total,) if group.total.key in published else ()))


class Doubt:
    """Rows that bound each other, and the promise about the secret ones.

    Args:
        group: at least one of its rows is secret.
        published: the keys of the rows with a grade that the report publishes.
        attacker: who must be left in doubt.
    """

    def __init__(self, group: Group, published: Collection[str], attacker: Attacker) -> None:
        self.group = group
        self.has_total = group.total.key in published
        self.published = in_order(group, published)
        observers = group.observers if attacker is Attacker.RESPONDENT else ()
        asked = {observer: group.questions(observer) for observer in observers}
        self._observers = {observer: len(questions) for observer, questions in asked.items()}
        self._questions = (*group.questions(None), *chain(*asked.values()))
        places = {row.key: place for place, row in enumerate(self.published)}
        self._places = tuple(places.get(row.key) for row in group.rows)
        # The search asks about the same figures again and again, and many have the same answers.
        self._answered: dict[Figures, Answers | None] = {}
        self._enough: dict[Answers, bool] = {}

    @property
    def breadth(self) -> int:
        """How many observers may ask: one outsider, and everybody who answered if the attacker is a respondent."""
        return 1 + len(self._observers)

    def is_possible(self, figures: Figures) -> bool:
        """Whether any whole grades of clients give ``figures``."""
        return self._answers(figures) is not None

    def is_exposed(self, figures: Figures) -> bool:
        """Whether ``figures`` are possible, and break the promise if they are shown exact."""
        answers = self._answers(figures)
        if answers is None:
            return False
        if answers not in self._enough:
            self._enough[answers] = all(map(_is_wide, self._questions, zip(answers)))
        return not self._enough[answers]

    def is_enough(self, alike: Iterable[Figures]) -> bool:
        """Whether the promise is kept if any of ``alike`` may be the true figures; False if none is possible."""
        known = {answers for figures in alike if (answers := self._answers(figures)) is not None}
        return bool(known) and all(map(_is_wide, self._questions, zip(*known, strict=True)))

    def could_be_enough(self, options: Sequence[Sequence[int]]) -> bool:
        """Whether an outsider stays in doubt if each figure may be any of its ``options`` (the lowest first)."""
        lows, highs = (self.sums(tuple(of[end] for of in options)) for end in (0, -1))
        widest = [(low, high) for (low, _), (_, high) in zip(lows, highs, strict=True)]
        answers = self.group.answers(widest, None)
        return answers is not None and all(map(_is_wide, self.group.questions(None), zip(answers)))

    def sums(self, figures: Figures) -> list[Sums]:
        """The sums of grades that each row of the group can have by its own figure."""
        return [
            any_sums(row.completed) if place is None else sums_of(figures[place], row.completed)
            for place, row in zip(self._places, self.group.rows, strict=True)
        ]

    def _answers(self, figures: Figures) -> Answers | None:
        if figures not in self._answered:
            self._answered[figures] = self._asked(figures)
        return self._answered[figures]

    def _asked(self, figures: Figures) -> Answers | None:
        sums = self.sums(figures)
        outside = self.group.answers(sums, None)
        if outside is None or not self._observers:
            return outside
        found: list[Sums | None] = list(outside)
        for observer, asked in self._observers.items():
            answers = self.group.answers(sums, observer) if self.group.learns(sums, observer) else outside
            found += answers or [None] * asked
        return tuple(found)


def _is_wide(question: Question, answers: Iterable[Sums | None]) -> bool:
    """Whether the possible ``answers`` are as far apart as promised; an observer who cannot exist is no danger."""
    possible = [each for each in answers if each is not None]
    if not possible:
        return True
    return max(high for _, high in possible) - min(low for low, _ in possible) >= question.needed
