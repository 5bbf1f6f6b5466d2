"""Scales of grades on which what is promised must hold."""

from hypothesis import strategies as st

from generator.scale import Scale

TEN, FIVE, SEVEN, FROM_FOUR = Scale(1, 10), Scale(1, 5), Scale(1, 7), Scale(4, 10)
OTHERS = (FIVE, SEVEN, FROM_FOUR)
SCALES = (TEN, *OTHERS)

scales = st.sampled_from(SCALES)


def named(scale: Scale) -> str:
    """A scale as the id of a test."""
    return f"{scale.lowest}-{scale.highest}"
