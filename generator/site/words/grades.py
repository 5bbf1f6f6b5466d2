"""A grade as every place shows it: with its decimal, or as a whole number with the word for 'rounded'."""

from decimal import ROUND_HALF_UP, Decimal

from generator.disclosure.public import Published
from generator.site.words.catalogue import Words

_TENTH, _WHOLE = Decimal("0.1"), Decimal(1)


def exact(rating: Published) -> Decimal:
    """The grade for machines, in points, with exactly its own decimals: 8.3, or 8 if it is rounded."""
    return rating.grade.quantize(_WHOLE if rating.is_rounded else _TENTH, ROUND_HALF_UP)


def number(rating: Published, words: Words) -> str:
    """The figure alone: 8,3, or 8 if it is rounded. Show it together with :func:`remark`."""
    return words.figures.whole(rating.grade) if rating.is_rounded else words.figures.grade(rating.grade)


def word(rating: Published, words: Words) -> str:
    """The word that says that the figure is rounded; empty if it is not."""
    return words("rounded.word") if rating.is_rounded else ""


def remark(rating: Published, words: Words) -> str:
    """The same word in the form that follows the figure, with a comma before it."""
    return words("rounded.remark", word=word(rating, words)) if rating.is_rounded else ""


def text(rating: Published, words: Words) -> str:
    """The grade in a sentence: "8,3", or "8, afgerond"."""
    return f"{number(rating, words)}{remark(rating, words)}"


def out_of(rating: Published, words: Words) -> str:
    """The scale, in words that follow the grade: "van de 10"."""
    return words("rounded.out_of" if rating.is_rounded else "rating.out_of")
