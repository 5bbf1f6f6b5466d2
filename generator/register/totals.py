"""Which rows a total counts."""

from collections.abc import Collection, Sequence

from generator.register.records import Result


def counted_in(total: Result, rows: Sequence[Result], outside: Collection[str]) -> Sequence[Result]:
    """The rows of services that ``total`` counts: all of them, or all except those that a total may leave ``outside``.

    The numbers tell which of the two. If they fit neither, all rows are taken. Source: docs/decisions/0008.
    """
    own = [row for row in rows if row.service not in outside]
    return own if own and own != list(rows) and _sums(own) == (total.net_sample, total.completed) else rows


def _sums(rows: Sequence[Result]) -> tuple[int, int]:
    return sum(row.net_sample for row in rows), sum(row.completed for row in rows)
