"""Finds the label of each row: text between the values of two rows ends one label and begins the next."""

from collections.abc import Iterator, Sequence

from generator.findings.findings import Finding
from generator.reports.lines import Line
from generator.reports.panteia.groups import SEPARATE
from generator.reports.panteia.table.rows import RawRow
from generator.reports.panteia.table.words import heading_of
from generator.reports.terms import ALIKE, Meaning, Terms

_LONGEST_LABEL = 4  # lines
_LEFT_OVER = 0.05  # the cost of a line without a label, so that a label takes all lines that fit


def understood(
    rows: Sequence[RawRow], after: Sequence[Line], terms: Terms
) -> tuple[list[tuple[str, Meaning | None]], list[Finding]]:
    """The label of each row with its meaning, and findings about labels without values.

    The text between the values of two rows is the end of one label and the beginning of the next. It is split so that
    all labels together are as similar to known ones as possible.
    """
    parts = [_parts(row.before, is_first=number == 0) for number, row in enumerate(rows)]
    own = next((number for number, line in enumerate(after) if heading_of(line)), len(after))
    parts.append([(after[:cut], (), after[cut:]) for cut in range(min(own, _LONGEST_LABEL) + 1)])
    best: dict[int, tuple[float, list[int]]] = {n: (_LEFT_OVER * len(p[2]), [n]) for n, p in enumerate(parts[0])}
    for number in range(len(rows)):
        step: dict[int, tuple[float, list[int]]] = {}
        for chosen, (cost, path) in best.items():
            for cut, (ending, _, left) in enumerate(parts[number + 1]):
                label = _joined([*parts[number][chosen][1], *ending])
                total = cost + _distance(label, terms) + _LEFT_OVER * len(left)
                if cut not in step or total < step[cut][0]:
                    step[cut] = (total, [*path, cut])
        best = step
    path = min(best.values())[1]
    chosen_parts = [options[cut] for options, cut in zip(parts, path, strict=True)]
    understood = []
    for number in range(len(rows)):
        label = _joined([*chosen_parts[number][1], *chosen_parts[number + 1][0]])
        label = label or _own_heading(rows[number])
        understood.append((label, terms.meaning(label)))
    stray = [line for _, _, left in chosen_parts for line in left if _is_known(line, terms)]
    return understood, [
        Finding(line.at, "I10", f"{line.masked} has no values after it", "a label, four values, `ja` or `nee`")
        for line in stray
    ]


def empty_sections(rows: Sequence[RawRow], after: Sequence[Line]) -> Iterator[Finding]:
    """Headings of people who are reported separately, without a row below; other sections have other checks."""
    empty = [line for line in after if heading_of(line)]
    for row in rows:
        headings = [line for line in row.before if heading_of(line)]
        empty += [line for line in headings if heading_of(line) != heading_of(headings[-1])]
    for line in empty:
        if heading_of(line) == SEPARATE:
            yield Finding(line.at, "I10", f"{line.quote}, and no row below it", "its row")


def _own_heading(row: RawRow) -> str:
    """The heading on the same line as the values; it is then their label."""
    last = row.before[-1] if row.before else None
    return last.text if last and row.line and last.at == row.line.at and heading_of(last) else ""


def _parts(lines: Sequence[Line], *, is_first: bool) -> list[tuple[Sequence[Line], Sequence[Line], Sequence[Line]]]:
    """The ways to split the text above a row: end of the label before it, beginning of its own label, other lines."""
    headings = [number for number, line in enumerate(lines) if heading_of(line)]
    if headings:
        before, between, own = lines[: headings[0]], lines[headings[0] : headings[-1]], lines[headings[-1] + 1 :]
        left = [line for line in between if not heading_of(line)]
        if is_first:
            return [((), own[cut:], [*before, *left, *own[:cut]]) for cut in _cuts(own, _LONGEST_LABEL)]
        return [(before, own, left)]
    if is_first:
        return [((), lines[cut:], lines[:cut]) for cut in _cuts(lines, _LONGEST_LABEL)]
    return [(lines[:cut], lines[cut:], ()) for cut in range(min(len(lines), _LONGEST_LABEL) + 1)]


def _cuts(lines: Sequence[Line], longest: int) -> range:
    """The line numbers at which a label of at most ``longest`` lines can begin."""
    return range(max(0, len(lines) - longest), len(lines) + 1)


def _joined(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


def _distance(label: str, terms: Terms) -> float:
    meaning = terms.meaning(label)
    return 1.0 if meaning is None else 1 - meaning.alike


def _is_known(line: Line, terms: Terms) -> bool:
    meaning = terms.meaning(line.text)
    return meaning is not None and meaning.alike >= ALIKE and not heading_of(line)
