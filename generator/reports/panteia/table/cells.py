"""The values of a row: invited, completed, response, grade."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from generator.register.arithmetic import share_fits
from generator.reports.numbers import parse_count, parse_decimal
from generator.reports.panteia.table.rows import Token
from generator.reports.rows import is_nothing

_MOST_VALUES = 8  # of a row, with page numbers between them
Values = tuple[int, int, Decimal | None, int, str]


def values_of(tokens: Sequence[Token]) -> Values | None:
    """Invited, completed, response (per cent), its number of decimals and the grade cell; None if the tokens differ.

    A page number may stand between them. It is left out if the response shows which number it is.
    """
    found = _four([token.text for token in tokens])
    if found is not None:
        return found
    if len(tokens) > _MOST_VALUES:
        return None
    alone = [number for number, token in enumerate(tokens) if token.alone and token.text.isdigit()]
    without = (
        _four([token.text for number, token in enumerate(tokens) if number not in left_out])
        for count in (1, 2)
        for left_out in combinations(alone, count)
    )
    fitting = {values for values in without if values and _fits(values)}
    return fitting.pop() if len(fitting) == 1 else None


def _four(cells: Sequence[str]) -> Values | None:
    invited, completed, *rest = [*cells, "", ""][:2] + list(cells[2:])
    counts = parse_count(invited), parse_count(completed)
    if counts[0] is None or counts[1] is None or len(rest) > 2:  # noqa: PLR2004 - response and grade
        return None
    response, grade = [*rest, "", ""][:2]
    if not rest:
        return (counts[0], counts[1], None, 0, "") if counts[0] == 0 else None
    number = parse_decimal(response.removesuffix("%"))
    has_form = re.search(r"[.,%]", response)  # a whole number here is a page number, or is in the wrong cell
    if number is None or not has_form:
        return (counts[0], counts[1], None, 0, grade) if counts[0] == 0 and is_nothing(response) else None
    return counts[0], counts[1], number, 1 if re.search(r"[.,]", response) else 0, grade


def _fits(values: Values) -> bool:
    net_sample, completed, response, decimals, _ = values
    return response is not None and share_fits(response, decimals, completed, net_sample)
