"""How much doubt figures leave about the secrets beside them, in the eyes of the attacker that the policy names."""

from collections.abc import Collection, Sequence

from generator.disclosure.feasibility import BoundedRow, Group, Question, Sums, any_sums, sums_of
from generator.disclosure.pictures import Figures
from generator.disclosure.public import Attacker


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
        self.observers = (None, *(group.observers if attacker is Attacker.RESPONDENT else ()))
        places = {row.key: place for place, row in enumerate(self.published)}
        self.places = tuple(places.get(row.key) for row in group.rows)

    @property
    def breadth(self) -> int:
        """How many observers may ask: one outsider, and everybody who answered if the attacker is a respondent."""
        return len(self.observers)

    @property
    def questions(self) -> tuple[Question, ...]:
        """What each observer may want to know, the outsider first."""
        return tuple(question for observer in self.observers for question in self.group.questions(observer))

    def is_possible(self, figures: Figures) -> bool:
        """Whether any whole grades of clients give ``figures``."""
        return self.group.answers(self.sums(figures), None) is not None

    def is_exposed(self, figures: Figures) -> bool:
        """Whether ``figures`` are possible, and break the promise if they are shown exact."""
        return self.is_possible(figures) and not self._is_enough(self.sums(figures))

    def could_be_enough(self, options: Sequence[Sequence[int]]) -> bool:
        """Whether an outsider stays in doubt if each figure may be any of its ``options`` (the lowest first)."""
        lows, highs = (self.sums(tuple(of[end] for of in options)) for end in (0, -1))
        widest = [(low, high) for (low, _), (_, high) in zip(lows, highs, strict=True)]
        answers = self.group.answers(widest, None)
        return answers is not None and all(map(_is_wide, self.group.questions(None), answers))

    def sums(self, figures: Figures) -> list[Sums]:
        """The sums of grades that each row of the group can have by its own figure."""
        scale = self.group.scale
        return [
            any_sums(row.completed, scale) if place is None else sums_of(figures[place], row.completed, scale)
            for place, row in zip(self.places, self.group.rows, strict=True)
        ]

    def _is_enough(self, sums: Sequence[Sums]) -> bool:
        """Whether the promise is kept to each observer; one who cannot exist is no danger."""
        for observer in self.observers:
            answers = self.group.answers(sums, observer)
            if answers is not None and not all(map(_is_wide, self.group.questions(observer), answers)):
                return False
        return True


def _is_wide(question: Question, answers: Sums) -> bool:
    """Whether the possible ``answers`` are as far apart as promised."""
    low, high = answers
    return high - low >= question.needed
