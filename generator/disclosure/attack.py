"""How closely somebody who has this program can work out a withheld grade from all that is public.

The answer is exact, and uses the public model alone. It counts every set of exact figures that leads to the shown
picture, and every set of whole grades that gives those figures. Source of the rule: docs/decisions/0018.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from generator.disclosure.doubt import Doubt, in_order
from generator.disclosure.feasibility import (
    BoundedRow,
    Interval,
    Observer,
    Question,
    Sums,
    any_sums,
    sums_of,
)
from generator.disclosure.measurements import (
    Edition,
    Linked,
    Measurement,
    editions,
    key_of,
    linked,
    measurements,
)
from generator.disclosure.memory import Memory, memories
from generator.disclosure.pictures import Figures, Precision, Seen, exact_figures
from generator.disclosure.protection import Protection
from generator.disclosure.public import (
    Attacker,
    DisclosureRules,
    Means,
    PublicRegister,
    PublicRow,
    Reason,
    Withheld,
)
from generator.progress import tracked
from generator.scale import Scale


@dataclass(frozen=True, slots=True)
class Known:
    """The interval in which somebody knows that a mean lies; ``observer`` is None for an outsider.

    If a respondent's own answer is part of the mean, it is left out. ``needed`` is the doubt that the policy promises
    against this somebody, in points.
    """

    interval: Interval
    observer: Observer | None
    needed: Fraction


@dataclass(frozen=True, slots=True)
class WithheldGrade:
    """A withheld grade of clients, and how closely it can be worked out.

    Args:
        reason: why it is withheld. A grade that is withheld to protect another one needs no protection itself.
        outsider: what an outsider knows; None if the public figures contradict each other.
        respondent: what the respondent who knows most knows; also None if nobody else answered.
        figures: the published rows that bound it.
        attacker: whom the policy protects it from.
    """

    provider: str
    period_end: date
    service: str
    completed: int
    reason: Reason
    outsider: Known | None
    respondent: Known | None
    figures: tuple[str, ...]
    attacker: Attacker

    @property
    def is_protected(self) -> bool:
        """Whether the rules promise that it cannot be worked out."""
        return self.reason is not Reason.SECONDARY

    @property
    def knowledge(self) -> tuple[Known | None, ...]:
        """What the attackers know against whom the policy protects the grade."""
        if self.attacker is Attacker.RESPONDENT and self.respondent is not None:
            return self.outsider, self.respondent
        return (self.outsider,)

    @property
    def is_narrow(self) -> bool:
        """Whether it can be worked out more closely than promised; a contradiction never counts as safe."""
        return self.is_protected and any(
            known is None or known.interval.width < known.needed for known in self.knowledge
        )

    @property
    def order(self) -> tuple[bool, Fraction, str, date, str]:
        """The sort key: grades that need protection first, and of these the narrowest interval first."""
        width = min(known.interval.width if known else Fraction(-1) for known in self.knowledge)
        return (not self.is_protected, width, self.provider, self.period_end, self.service)


def audit(register: PublicRegister, earlier: Sequence[PublicRegister] = ()) -> list[WithheldGrade]:
    """The withheld grades of ``register``, the narrowest first, for somebody who kept the ``earlier`` registers.

    An earlier figure counts only if as many people answered then as now, and the present figure can be the same. An
    earlier total counts only if that holds for each service. If other people answered, an earlier figure tells nothing.
    """
    now = list(editions(register))
    memory_of = memories(now, [edition for each in earlier for edition in editions(each)])
    found: list[WithheldGrade] = []
    every = measurements(now)
    for each in tracked(every, "Working out what is withheld", of=every):
        found += audit_measurement(each, memory_of(each), register.charter.scale)
    return sorted(found, key=lambda grade: grade.order)


def audit_measurement(measurement: Measurement, memory: Memory, scale: Scale) -> list[WithheldGrade]:
    """The withheld grades of one measurement, for each of its publications.

    Args:
        measurement: at least one publication.
        memory: what was public about it earlier.
        scale: what each client could give.
    """
    rules = measurement[0].rules
    found: dict[str, _Audited] = {}
    for rows in linked(measurement, scale):
        audited = _Audited(rows, rules, memory)
        found |= dict.fromkeys((row.key for row in rows.group.rows), audited)
    return [
        found[key_of(row)].grade(edition, row, row.rating.reason)
        for edition in measurement
        for row in edition.rows
        if isinstance(row.rating, Withheld)
    ]


class _Audited:
    """What is known about rows that bound each other."""

    def __init__(self, rows: Linked, rules: DisclosureRules, memory: Memory) -> None:
        self._rows = rows
        self._rules = rules
        hidden = {key for key, each in rows.seen.items() if each.precision is Precision.HIDDEN}
        self._visible = tuple(row.key for row in rows.group.rows if row.key in rows.seen.keys() - hidden)
        asked = [replace(row, level=row.level or Fraction(0)) if row.key in hidden else row for row in rows.group.rows]
        self._group = replace(rows.group, total=asked[-1], services=tuple(asked[:-1]))
        self._worlds = tuple(self._possible(memory))
        self._outsider = self._known(None)
        self._respondents = [each for observer in self._group.observers for each in self._known(observer)]

    def grade(self, edition: Edition, row: PublicRow, reason: Reason) -> WithheldGrade:
        of_row = [known for question, known in self._respondents if question.row == key_of(row)]
        return WithheldGrade(
            provider=edition.id,
            period_end=edition.period_end,
            service=key_of(row),
            completed=row.completed,
            reason=reason,
            outsider=next((known for question, known in self._outsider if question.row == key_of(row)), None),
            respondent=min(of_row, key=lambda known: known.interval.width - known.needed, default=None),
            figures=self._figures(key_of(row)),
            attacker=self._rules.attacker,
        )

    def _figures(self, key: str) -> tuple[str, ...]:
        """The published rows that bound one row: without the total, services tell nothing about each other."""
        total = self._group.total.key
        return self._visible if key == total or total in self._visible else tuple({key} & set(self._visible))

    def _known(self, observer: Observer | None) -> list[tuple[Question, Known]]:
        """What ``observer`` knows about each withheld row; nothing if no possible grades allow this observer."""
        answers = [found for sums in self._worlds if (found := self._group.answers(sums, observer)) is not None]
        if not answers:
            return []
        return [
            (question, Known(_interval(bounds, question.answers), observer, question.needed / question.answers))
            for question, bounds in zip(self._group.questions(observer), zip(*answers, strict=True), strict=True)
        ]

    def _possible(self, memory: Memory) -> Iterator[Sequence[Sums]]:
        """The different sums that the rows can have; none if the public figures contradict each other."""
        if not self._rows.is_sound:
            if not self._visible:
                yield [any_sums(row.completed, self._group.scale) for row in self._group.rows]
            return
        published = in_order(self._rows.group, self._rows.seen)
        options = {
            row.key: self._options(row, [self._rows.seen[row.key], *memory.get(row.key, ())]) for row in published
        }
        for row in self._group.rows:
            if row.key not in options and row.key in memory:
                options[row.key] = self._options(row, memory[row.key])
        figures = [options[row.key] for row in published]
        alike = [each for each in self._alike() if all(tenths in of for tenths, of in zip(each, figures, strict=True))]
        # If no such figures are known, each figure can be any figure that looks like it.
        exact = [[[tenths] for tenths in each] for each in alike]
        for each in exact or [figures]:
            known = options | dict(zip((row.key for row in published), each, strict=True))
            yield [self._sums(row, known.get(row.key)) for row in self._group.rows]

    def _alike(self) -> Sequence[Figures]:
        """The exact figures that lead to the shown picture by rule 7; none if rule 7 never shows this picture."""
        if not self._rows.has_secrets or self._rules.means is Means.FAIL:
            return ()
        doubt = Doubt(self._rows.group, self._rows.seen.keys(), self._rules.attacker)
        picture = self._rows.picture(row.key for row in doubt.published)
        if all(each.precision is Precision.EXACT for each in picture):
            return (tuple(each.value for each in picture),)
        return Protection(doubt, self._rules.means).alike(picture)

    def _options(self, row: BoundedRow, seen: Sequence[Seen]) -> list[int]:
        """The grades, in tenths, that look like all of ``seen``: first what is shown now, then what was shown earlier.

        An earlier one that no longer fits was corrected, and does not count.
        """
        first, *others = (exact_figures(each, row.completed, self._group.scale) for each in seen)
        found = first
        for each in others:
            found = tuple(set(found) & set(each)) or found
        return sorted(found)

    def _sums(self, row: BoundedRow, options: Sequence[int] | None) -> Sums:
        """The sums that a row can have if its grade is one of ``options``; None: any grade. Crossed sums mean none."""
        scale = self._group.scale
        if options is None:
            return any_sums(row.completed, scale)
        if not options:
            return (1, 0)
        return sums_of(options[0], row.completed, scale)[0], sums_of(options[-1], row.completed, scale)[1]


def _interval(bounds: Iterable[Sums], answers: int) -> Interval:
    lows, highs = zip(*bounds, strict=True)
    return Interval(Fraction(min(lows), answers), Fraction(max(highs), answers))
