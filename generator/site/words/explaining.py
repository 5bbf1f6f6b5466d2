"""A rating in words: how many answered, why a grade is not there, and why one has no decimal."""

from generator.disclosure.public import Means, NoResponse, PublicReport, PublicRow, Reason, Withheld
from generator.site.words import figures
from generator.site.words.catalogue import Words


def absence(rating: Withheld | NoResponse, words: Words) -> str:
    """That there is no grade, as the reason goes on from it."""
    return words("absence.withheld" if isinstance(rating, Withheld) else "absence.nobody")


def response(row: PublicRow) -> str:
    """The response in per cent, in words; empty where nobody was invited.

    It is never rounded up to a requirement that it falls short of (29.6% is not the 30% that was needed).
    """
    if row.response_rate is None:
        return ""
    required = row.rating.required_response if isinstance(row.rating, Withheld) else None
    return figures.percentage(row.response_rate, below=required)


def answered(row: PublicRow, audience: str, words: Words) -> str:
    """How many of how many answered: "55 van de 139 cliënten antwoordden (40%)".

    ``audience`` is "client" or "commissioner".
    """
    return words("answered.full" if row.net_sample else "answered.nobody_invited", **_numbers(row, audience, words))


def answered_short(row: PublicRow, words: Words) -> str:
    """How many of how many, where it is clear who: "55 van de 139 (40%)"."""
    return words("answered.short", completed=row.completed, net_sample=row.net_sample, response=response(row))


def reason(row: PublicRow, rating: Withheld | NoResponse, audience: str, report: PublicReport, words: Words) -> str:
    """Why ``row`` of ``report``, whose rating it is, has no grade, with the numbers that decided it.

    It follows what :func:`absence` says. ``audience`` is "client" or "commissioner".
    """
    numbers = _numbers(row, audience, words)
    if isinstance(rating, NoResponse):
        return words("reason.no_response" if row.net_sample else "reason.nobody_invited", **numbers)
    if rating.reason is Reason.INSUFFICIENT_RESPONSE:
        return _insufficient(rating, numbers, words)
    if rating.reason is Reason.SECONDARY and report.disclosure.means is Means.ROUND:
        return words("reason.secondary_though_rounded", **numbers)
    return words(f"reason.{rating.reason}", **numbers)


def why_rounded(report: PublicReport, words: Words) -> str:
    """Why grades of clients in ``report`` are shown in whole numbers, to go on from a colon.

    One client's answer is only spoken of where nothing else is withheld: a mean of several says what none of them gave.
    """
    protected = [row for row in report.clients.rows if _is_protected(row)]
    of_one = bool(protected) and all(row.completed == 1 for row in protected)
    return words("rounded.one_person" if of_one else "rounded.several")


def _is_protected(row: PublicRow) -> bool:
    return isinstance(row.rating, Withheld) and row.rating.reason is not Reason.SECONDARY


def _insufficient(rating: Withheld, numbers: dict[str, object], words: Words) -> str:
    """Whose requirement was not met: the policy's, which says how much was needed, or the report's own."""
    if rating.required_response is None:
        return words("reason.insufficient_by_report", **numbers)
    return words("reason.insufficient_by_policy", **numbers, required=figures.requirement(rating.required_response))


def _numbers(row: PublicRow, audience: str, words: Words) -> dict[str, object]:
    return {
        "completed": row.completed,
        "net_sample": row.net_sample,
        "person": words(f"audience.{audience}.one"),
        "people": words(f"audience.{audience}.other"),
        "response": response(row),
    }
