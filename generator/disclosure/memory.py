"""What somebody kept of a measurement as earlier versions of the register published it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from generator.disclosure.feasibility import TOTAL
from generator.disclosure.identity import days_shared, one_for_all
from generator.disclosure.measurements import Edition, Measurement, key_of, seen_of
from generator.disclosure.pictures import Seen
from generator.disclosure.public import AudienceResults, Published

# What was shown of a row before, by its key.
Memory: TypeAlias = Mapping[str, Sequence[Seen]]


def memories(now: Sequence[Edition], earlier: Sequence[Edition]) -> Callable[[Measurement], Memory]:
    """Gives of a measurement of ``now`` what ``earlier`` editions showed of the same people.

    They are those of its provider, under any of its ids, about a period that has a day in common with it; and those of
    the same measurement under any name, as a report can be published under a wrong one first.
    """
    one = one_for_all(each.ids for each in (*now, *earlier))
    of_provider: Mapping[str, list[Edition]] = defaultdict(list)
    of_measurement: Mapping[object, list[Edition]] = defaultdict(list)
    for each in earlier:
        of_provider[one[each.id]].append(each)
        of_measurement[each.measurement].append(each)

    def memory_of(measurement: Measurement) -> Memory:
        found = [was for each in measurement for was in of_measurement[each.measurement]]
        found += [was for each in measurement for was in of_provider[one[each.id]] if days_shared(each, was) > 0]
        return _of_same_people(measurement, {id(was): was.clients for was in found}.values())

    return memory_of


def _of_same_people(measurement: Measurement, remembered: Iterable[AudienceResults]) -> Memory:
    """The part of ``remembered`` that is about the people of the measurement."""
    now = {key_of(row): row for row in measurement[0].rows}
    memory: dict[str, list[Seen]] = defaultdict(list)
    for results in remembered:
        before = {key_of(row): row for row in results.rows}
        same = {key for key, row in before.items() if key in now and row.completed == now[key].completed}
        if same != now.keys() or same != before.keys():
            same -= {TOTAL}
        for key in sorted(same):
            if isinstance(before[key].rating, Published):
                memory[key].append(seen_of(before[key]))
    return memory
