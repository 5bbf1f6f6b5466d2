"""The mark of the site: three bars that rise, in a square with round corners."""

SIZE = 32
"""The side of the square, in its own units; all other numbers are in the same."""

RADIUS = 6
"""Of the corners."""

BARS = ((8, 20, 12, 24), (14, 14, 18, 24), (20, 8, 24, 24))
"""Of each bar: left, top, right, bottom."""
