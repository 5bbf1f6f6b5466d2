"""Numbers as people write them, with a comma or a dot before their decimals."""

import re
from decimal import Decimal

_MINUS = re.compile(r"^[-\u2010-\u2015\u2212]\s?")


def parse_decimal(text: str) -> Decimal | None:
    """A number with at most one decimal, after a comma or a dot: ``36,4``, ``-12.5``, ``100``; else None."""
    dotted = _MINUS.sub("-", text.strip()).removeprefix("+").replace(",", ".")
    return Decimal(dotted) if re.fullmatch(r"-?\d{1,3}(\.\d)?", dotted, re.ASCII) else None


def parse_count(text: str) -> int | None:
    """A whole number, with or without a mark between its thousands: ``1.250`` or ``1,250``. None for anything else."""
    is_count = re.fullmatch(r"\d{1,6}|\d{1,3}(\.\d{3}){1,2}|\d{1,3}(,\d{3}){1,2}", text, re.ASCII)
    return int(re.sub(r"[.,]", "", text)) if is_count else None
