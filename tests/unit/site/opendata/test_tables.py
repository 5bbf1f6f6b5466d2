"""The columns that a register has."""

from dataclasses import replace
from itertools import chain

from support.registers.empty import CHARTER

from generator.charter import Charter
from generator.site.opendata.columns import Column
from generator.site.opendata.tables import NAMES, tables_of

PLAIN = replace(
    CHARTER, nouns=replace(CHARTER.nouns, commissioner=None, region=None), regions={}, map=None, quality_mark=None
)


def columns_of(charter: Charter) -> list[Column[object]]:
    return list(chain.from_iterable(table.columns for table in tables_of(charter)))


def test_a_register_has_no_column_about_what_is_not_in_it() -> None:
    names = [column.name for column in columns_of(CHARTER)]
    kept = [name for name in names if name not in {"commissioners_asked", "norm", "provinces"}]
    assert [column.name for column in columns_of(PLAIN)] == kept
    assert len(names) == len(kept) + 3
    assert tuple(table.name for table in tables_of(PLAIN)) == NAMES


def test_where_only_clients_are_asked_they_are_the_only_audience() -> None:
    audience = [column.choices for column in columns_of(PLAIN) if column.name == "audience"]
    assert audience == [("client",)]
    assert ("client", "commissioner") in [column.choices for column in columns_of(CHARTER)]
