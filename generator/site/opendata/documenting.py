"""The columns in words, for the page and for the workbook; and how to name the source."""

from datetime import date
from typing import Any

from generator.site.opendata.columns import Column, Kind
from generator.site.settings import Settings
from generator.site.words.catalogue import Words


def holds(column: Column[Any], words: Words) -> str:
    """What a cell of the column can hold: "getal met 1 decimaal, van 1 tot en met 10; kan leeg zijn"."""
    said = [_kind(column, words)]
    if column.choices:
        said.append(words("open_data.holds.choices", choices=", ".join(column.choices)))
    if column.lowest is not None and column.highest is not None:
        said.append(words("open_data.holds.between", low=column.lowest, high=column.highest))
    can_be_empty = words(f"open_data.holds.{'never' if column.required else 'sometimes'}_empty")
    return f"{', '.join(said)}; {can_be_empty}"


def _kind(column: Column[Any], words: Words) -> str:
    if column.kind is Kind.DECIMAL:
        return words("open_data.holds.decimal", decimals=column.decimals)
    return words(f"open_data.holds.{column.kind}")


def citation(settings: Settings, release: date | None, words: Words) -> str:
    """How to name the source of a figure."""
    day = words.figures.day(release) if release else words("open_data.nothing_yet")
    return words("open_data.citation", address=settings.open_data, day=day)
