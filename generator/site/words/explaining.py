"""A rating in words: how many answered, why a grade is missing, and why a grade has no decimal."""

from generator.disclosure.public import Means, NoResponse, PublicReport, PublicRow, Reason, Withheld
from generator.site.words.catalogue import Words


def absence(rating: Withheld | NoResponse, words: Words) -> str:
    """The words for 'no grade'; the reason follows them."""
    return words("absence.withheld" if isinstance(rating, Withheld) else "absence.nobody")


def response(row: PublicRow, words: Words) -> str:
    """The response in per cent, in words; empty if nobody was invited.

    It is never rounded up to a requirement that it does not meet (29.6% is not the required 30%).
    """
    if row.response_rate is None:
        return ""
    required = row.rating.required_response if isinstance(row.rating, Withheld) else None
    return words.figures.percentage(row.response_rate, below=required)


def answered(row: PublicRow, audience: str, words: Words) -> str:
    """How many of how many answered: "55 van de 139 cliënten antwoordden (40%)".

    ``audience`` is "client" or "commissioner".
    """
    if not row.net_sample:
        return words("answered.nobody_invited", people=words(f"audience.{audience}.other"))
    return words("answered.full_of_one" if row.net_sample == 1 else "answered.full", **_numbers(row, audience, words))


def answered_anybody(row: PublicRow, words: Words) -> str:
    """How many of how many answered, where it is said already who they are: "55 van de 139 antwoordden (40%)".

    ``row`` has somebody who was invited.
    """
    key = "answered.anybody_of_one" if row.net_sample == 1 else "answered.anybody"
    return words(key, completed=row.completed, net_sample=row.net_sample, response=response(row, words))


def answered_short(row: PublicRow, words: Words) -> str:
    """How many of how many, beneath "Ingevuld door": "55 van de 139 (40%)". ``row`` has somebody who answered."""
    key = "answered.short_of_one" if row.net_sample == 1 else "answered.short"
    return words(key, completed=row.completed, net_sample=row.net_sample, response=response(row, words))


def reason(row: PublicRow, rating: Withheld | NoResponse, audience: str, report: PublicReport, words: Words) -> str:
    """Why ``row`` of ``report`` has no grade, with the numbers that decided it; ``rating`` is the rating of the row.

    It follows the words of :func:`absence`. ``audience`` is "client" or "commissioner".
    """
    numbers = _numbers(row, audience, words)
    if isinstance(rating, NoResponse):
        key = "reason.no_response" if row.net_sample else "reason.nobody_invited"
        return words(key, net_sample=numbers.pop("net_sample"), **numbers)
    if rating.reason is Reason.INSUFFICIENT_RESPONSE:
        return _insufficient(rating, numbers, words)
    if rating.reason is Reason.SECONDARY and report.disclosure.means is Means.ROUND:
        return words("reason.secondary_though_rounded", **numbers)
    return words(f"reason.{rating.reason}", **numbers)


def why_rounded(report: PublicReport, words: Words) -> str:
    """Why grades of clients in ``report`` are shown in whole numbers; the text follows a colon.

    It speaks of one client's answer only if nothing else is withheld: a mean of several is not one client's answer.
    """
    protected = [row for row in report.clients.rows if _is_protected(row)]
    of_one = bool(protected) and all(row.completed == 1 for row in protected)
    return words("rounded.one_person" if of_one else "rounded.several")


def _is_protected(row: PublicRow) -> bool:
    return isinstance(row.rating, Withheld) and row.rating.reason is not Reason.SECONDARY


def _insufficient(rating: Withheld, numbers: dict[str, object], words: Words) -> str:
    """Which requirement was not met: that of the policy, which says how much was needed, or that of the report."""
    if rating.required_response is None:
        return words("reason.insufficient_by_report", **numbers)
    required = words.figures.requirement(rating.required_response)
    return words("reason.insufficient_by_policy", **numbers, required=required)


def _numbers(row: PublicRow, audience: str, words: Words) -> dict[str, object]:
    return {
        "completed": row.completed,
        "net_sample": row.net_sample,
        "person": words(f"audience.{audience}.one"),
        "people": words(f"audience.{audience}.other"),
        "response": response(row, words),
    }
