"""Which rows a total counts."""

from collections.abc import Mapping, Sequence

from generator.register.records import Result, Service


def counted_in(total: Result, rows: Sequence[Result], services: Mapping[str, Service]) -> Sequence[Result]:
    """The rows of services that ``total`` counts: all of them, or all except a service that is reported separately.

    The numbers tell which of the two. If they fit neither, all rows are taken. Source: docs/decisions/0008.
    """
    own = [row for row in rows if not _is_separate(row, services)]
    return own if own and own != list(rows) and _sums(own) == (total.net_sample, total.completed) else rows


def _is_separate(row: Result, services: Mapping[str, Service]) -> bool:
    return row.service in services and services[row.service].is_reported_separately


def _sums(rows: Sequence[Result]) -> tuple[int, int]:
    return sum(row.net_sample for row in rows), sum(row.completed for row in rows)
