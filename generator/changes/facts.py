"""The public model as single facts, each of which can be there, differ or be gone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator.disclosure.public import (
    AnyProvider,
    AudienceResults,
    NoResponse,
    PublicCorrection,
    PublicReport,
    PublicRow,
    Published,
    WithdrawnProvider,
    Withheld,
)
from generator.site.words.ratings import Absent, Graded

# What a fact is about, in a few words, and what the public reads of it.
Facts: TypeAlias = Mapping[str, "Fact"]


@dataclass(frozen=True, slots=True)
class RatedRow:
    """What the public reads about one row: a grade, or why there is none, with how many answered.

    ``distribution`` is how many people gave each whole grade, grade 1 first; None if that is not public.
    """

    rating: Graded | Absent
    completed: int
    net_sample: int
    distribution: tuple[int, ...] | None

    def __str__(self) -> str:
        said = self.rating if isinstance(self.rating, Graded) else f"{self.rating.absence} ({self.rating.reason})"
        counts = f", by grade {'/'.join(map(str, self.distribution))}" if self.distribution else ""
        return f"{said}, {self.completed} of {self.net_sample} answered{counts}"


@dataclass(frozen=True, slots=True)
class Text:
    """Any other fact, in words."""

    text: str

    def __str__(self) -> str:
        return self.text


Fact: TypeAlias = RatedRow | Text


def facts_of_provider(provider: AnyProvider) -> Facts:
    """What the public reads about a provider itself; of one without a public report its name and former ids."""
    if isinstance(provider, WithdrawnProvider):
        return _texts({"name": provider.name, "former ids": ", ".join(provider.former_ids)})
    return _texts(
        {
            "name": provider.name,
            "former names": ", ".join(provider.former_names),
            "former ids": ", ".join(provider.former_ids),
            "website": provider.website,
            "services": ", ".join(service.id for service in provider.services),
            "provinces": ", ".join(provider.provinces),
            "ended on": provider.ended_on,
            "merged into": provider.merged_into.id if provider.merged_into else None,
        }
    )


def facts_of_report(report: PublicReport) -> Facts:
    """What a report says: its grades, and the figures with them. A reply and corrections are *about* it."""
    facts: dict[str, Fact] = dict(_of_audience("clients", report.clients))
    if report.commissioners:
        facts |= dict(_of_audience("commissioners", report.commissioners))
    said = report.opinion
    shares = said.shares if said else None
    return facts | _texts(
        {
            "period": f"{report.period_start} to {report.period_end}",
            "report of": report.report_date,
            "source": report.source,
            "interviews by telephone": "yes" if report.by_telephone else "no",
            "promoter score": said.promoter_score if said else None,
            "satisfaction": " / ".join(
                f"{share}%"
                for share in (
                    shares.very_satisfied,
                    shares.satisfied,
                    shares.dissatisfied,
                    shares.very_dissatisfied,
                    shares.no_opinion,
                )
            )
            if shares
            else None,
            "strength of the staff": said.staff_strength if said else None,
            **{f"strength {number}": each for number, each in enumerate(said.strengths if said else (), start=1)},
        }
    )


def facts_beside(report: PublicReport) -> Facts:
    """What stands with a report, and is no part of what it says: its reply, and when both came in."""
    return _texts(
        {
            "published on": report.published_on if report.published_on > report.public_on else None,
            "reply": report.reply,
            "replied on": report.replied_on,
            "former end": report.former_period_end,
        }
    )


def facts_of_corrections(corrections: Iterable[PublicCorrection]) -> Facts:
    """What was said about a report afterwards, with the day on which it was corrected or withdrawn."""
    return _texts(
        {
            f"{'withdrawal' if each.is_withdrawal else 'correction'} of {each.corrected_on}: {each.what}": _told(each)
            for each in corrections
        }
    )


def _told(correction: PublicCorrection) -> str:
    change = correction.change
    if not change:
        return correction.reason
    row = f"{change.audience}s, {change.service.id if change.service else 'total'}"
    return f"{correction.reason} ({row}: {change.old} -> {change.new})"


def _of_audience(audience: str, results: AudienceResults) -> Iterator[tuple[str, Fact]]:
    for row in results.rows:
        yield f"{audience}, {row.service.id if row.service else 'total'}", _rated_row(row)
    if results.total_without:
        yield f"{audience}, total without", Text(", ".join(service.id for service in results.total_without))


def _rated_row(row: PublicRow) -> RatedRow:
    rating = row.rating
    if not isinstance(rating, Published):
        return RatedRow(Absent("no grade", _reason(row, rating)), row.completed, row.net_sample, None)
    grade = str(rating.grade)
    graded = Graded(grade=grade, remark=", rounded" if rating.is_rounded else "", value=grade)
    return RatedRow(graded, row.completed, row.net_sample, rating.distribution)


def _reason(row: PublicRow, rating: Withheld | NoResponse) -> str:
    if isinstance(rating, NoResponse):
        return "nobody answered" if row.net_sample else "nobody was invited"
    required = rating.required_response
    return rating.reason.in_english + (f", {required.normalize():f}% needed" if required is not None else "")


def _texts(values: Mapping[str, object]) -> dict[str, Fact]:
    return {what: Text(str(value)) for what, value in values.items() if value not in {None, ""}}
