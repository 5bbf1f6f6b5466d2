"""Random registers for property tests: small, valid, and full of edges (nobody answered, one answer, drafts, …)."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import assume
from hypothesis import strategies as st
from support.registers.empty import CHARTER, CURRENT_SERVICES, SERVICES, policy
from support.scales import TEN, grades

from generator.disclosure.suppression import Verdict
from generator.disclosure.verdicts import verdicts
from generator.findings.findings import Location
from generator.register.fields import Unpublished
from generator.register.records import Audience, Provider, Publication, Register, Report, ReportStatus, Result, YesNo
from generator.scale import Scale

AS_OF = date(2023, 1, 1)
NOWHERE = Location("random.csv", 2)

_TENTH = Decimal("0.1")
_TEN = st.just(TEN)


def result(  # noqa: PLR0913, PLR0917 - a row has this many columns
    provider: str,
    end: date,
    audience: Audience,
    service: str,
    sample: tuple[int, int],
    grade: Decimal | Unpublished,
    publication: Publication,
) -> Result:
    """One row; ``sample`` is the net sample and how many completed."""
    net_sample, completed = sample
    return Result.model_construct(
        at=NOWHERE,
        provider=provider,
        period_end=end,
        audience=audience,
        service=service,
        net_sample=net_sample,
        completed=completed,
        grade=grade if completed else Unpublished.ABSENT,
        publication=publication,
    )


@st.composite
def samples(draw: st.DrawFn) -> tuple[int, int]:
    """How many were invited and how many completed, most of them few."""
    net_sample = draw(st.one_of(st.integers(0, 25), st.integers(0, 400)))
    return net_sample, draw(st.integers(0, net_sample))


def cells(scale: Scale) -> st.SearchStrategy[Decimal | Unpublished]:
    """What a grade cell holds."""
    return st.one_of(grades(scale), st.just(Unpublished.ANONYMISED))


def _mean(given: int, completed: int) -> Decimal:
    """A grade as the agency prints it."""
    return (Decimal(given) / (completed or 1)).quantize(_TENTH, ROUND_HALF_UP)


@st.composite
def results_of(draw: st.DrawFn, provider: str, end: date, scale: Scale) -> list[Result]:
    """The rows of one report: clients by service with their total, and mostly commissioners."""
    rows = []
    given = 0
    for service in draw(st.lists(st.sampled_from(CURRENT_SERVICES), unique=True, max_size=4)):
        publication = draw(st.sampled_from(Publication))
        sample = draw(samples())
        given += (own := draw(st.integers(scale.lowest * sample[1], scale.highest * sample[1])))
        grade = draw(st.one_of(st.just(_mean(own, sample[1])), cells(scale)))
        rows.append(result(provider, end, Audience.CLIENT, service, sample, grade, publication))
    total = (sum(row.net_sample for row in rows), sum(row.completed for row in rows)) if rows else draw(samples())
    publication = draw(st.sampled_from(Publication))
    # Mostly what the services give: else nearly every report would contradict itself, and rule 7 show nothing.
    grade = draw(st.one_of(st.just(_mean(given, total[1])), cells(scale))) if rows else draw(cells(scale))
    rows.append(result(provider, end, Audience.CLIENT, "total", total, grade, publication))
    if draw(st.booleans()):
        sample, grade = draw(samples()), draw(grades(scale))
        rows.append(result(provider, end, Audience.COMMISSIONER, "total", sample, grade, Publication.YES))
    return rows


@st.composite
def reports_of(draw: st.DrawFn, provider: str, end: date) -> Report:
    """The report of one period, of any status and age."""
    very_satisfied = draw(st.integers(0, 100))
    return Report.model_construct(
        at=NOWHERE,
        provider=provider,
        period_start=end - timedelta(days=364),
        period_end=end,
        report_date=draw(st.dates(end + timedelta(days=1), AS_OF)),
        status=draw(st.sampled_from(ReportStatus)),
        source="Verzonnen bureau, verzonnen rapport",
        promoter_score=draw(st.one_of(st.none(), st.integers(-1000, 1000).map(lambda tenths: Decimal(tenths) / 10))),
        very_satisfied=very_satisfied,
        satisfied=100 - very_satisfied,
        dissatisfied=0,
        very_dissatisfied=0,
        no_opinion=0,
        staff_strength=draw(st.sampled_from(["", "Luisteren"])),
        strength_1=draw(st.sampled_from(["", "Snelheid"])),
        strength_2="",
        strength_3="",
        strength_4="",
        telephone_option=YesNo.NO,
        entered_on=draw(st.one_of(st.none(), st.dates(end + timedelta(days=1), AS_OF + timedelta(days=60)))),
        former_period_end=draw(st.one_of(st.none(), st.just(end - timedelta(days=1)))),
    )


@st.composite
def registers(draw: st.DrawFn, scales: st.SearchStrategy[Scale] = _TEN) -> Register:
    """A register of up to three providers with up to three reports each, on one of the ``scales``."""
    scale = draw(scales)
    providers, reports, results = {}, {}, {}
    for number in range(draw(st.integers(1, 3))):
        identity = f"verzonnen-{number}"
        services = tuple(draw(st.lists(st.sampled_from(CURRENT_SERVICES), unique=True, max_size=3)))
        providers[identity] = Provider(
            at=NOWHERE, id=identity, name=f"Verzonnen {number}", services=services, places={}
        )
        for year in draw(st.lists(st.integers(2019, 2021), unique=True, max_size=3)):
            end = date(year, 12, 31)
            reports[identity, end] = draw(reports_of(identity, end))
            for row in draw(results_of(identity, end, scale)):
                results[row.key] = row
    register = Register(replace(CHARTER, scale=scale), SERVICES, providers, reports, results, {}, (), ())
    assume(can_be_built(register))
    return register


@st.composite
def bounded_registers(draw: st.DrawFn, scales: st.SearchStrategy[Scale] = _TEN) -> Register:
    """A register of up to four public reports, in each of which the rest of it bounds what one client gave.

    All of them can be built: this asks nothing of rule 7, so that a fault of it cannot hide here.
    """
    scale = draw(scales)
    least = (scale.lowest + scale.highest) // 2 + 1
    providers, reports, results = {}, {}, {}
    end = date(2021, 12, 31)
    for number in range(draw(st.integers(1, 4))):
        identity = f"verzonnen-{number}"
        providers[identity] = Provider(at=NOWHERE, id=identity, name=f"Verzonnen {number}", places={})
        final = {"status": ReportStatus.FINAL, "report_date": date(2022, 2, 1), "source": f"Rapport {number}"}
        reports[identity, end] = draw(reports_of(identity, end)).model_copy(update=final)
        sizes = [1, *draw(st.lists(st.integers(2, 12), min_size=1, max_size=3))]
        given = [draw(st.integers(least * size, scale.highest * size)) for size in sizes]
        samples = zip(
            [*CURRENT_SERVICES[: len(sizes)], "total"], [*sizes, sum(sizes)], [*given, sum(given)], strict=True
        )
        for service, size, own in samples:
            row = result(identity, end, Audience.CLIENT, service, (size, size), _mean(own, size), Publication.YES)
            results[row.key] = row
    return Register(replace(CHARTER, scale=scale), SERVICES, providers, reports, results, {}, (), ())


def can_be_built(register: Register) -> bool:
    """Whether rule 7 finds something to show of each report: at the very end of the scale it may not, an error."""
    found = {each.decision.verdict for each in verdicts(register, policy()).judgements}
    return not found & {Verdict.HOPELESS, Verdict.IMPOSSIBLE}
