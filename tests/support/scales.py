"""Scales of grades on which what is promised must hold."""

from decimal import Decimal

from hypothesis import strategies as st

from generator.scale import Scale

TEN, FIVE, SEVEN, FROM_FOUR = Scale(1, 10), Scale(1, 5), Scale(1, 7), Scale(4, 10)
OTHERS = (FIVE, SEVEN, FROM_FOUR)
SCALES = (TEN, *OTHERS)

scales = st.sampled_from(SCALES)


def grades(scale: Scale) -> st.SearchStrategy[Decimal]:
    """Grades with one decimal."""
    return st.sampled_from(scale.tenths).map(lambda tenths: Decimal(tenths) / 10)


def named(scale: Scale) -> str:
    """A scale as the id of a test."""
    return f"{scale.lowest}-{scale.highest}"
