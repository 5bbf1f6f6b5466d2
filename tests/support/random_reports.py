"""Random reports that could be true: grades that follow from whole grades, totals that follow from their services."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import strategies as st
from support.registers.drawn import NOWHERE
from support.registers.empty import CHARTER, CURRENT_SERVICES
from support.report_writer import Style, WrittenReport

from generator.register.fields import Unpublished
from generator.register.records import Audience, Publication, Report, ReportStatus, Result, YesNo

APART = next(iter(CHARTER.outside_total))
NAMES = (
    "Verzonnen Werk",
    "De Bedachte Weg B.V.",
    "Stichting Élan & Co",
    "XS4niets BV",
    "'t Nieuwe Spoor",
    "Coöperatie Zó Verder (Oost)",
    "Anders - Beter | Samen".replace(" | ", " "),
    "2e Kans 24",
)
_ITEMS = (
    "Snelheid van kennismaking",
    "De plaats van het gesprek",
    "Telefonische bereikbaarheid",
    "Het nakomen van afspraken",
)

# (net sample, completed, sum of the grades)
_Answers = tuple[int, int, int]


@st.composite
def answers(draw: st.DrawFn, *, decimals: bool = False) -> _Answers:
    """A group's answers; the sum is in tenths where people may give ``decimals``."""
    net_sample = draw(st.one_of(st.integers(1, 30), st.integers(1, 1500)))
    completed = draw(st.integers(0, net_sample))
    lowest = 10 if decimals else 1
    return net_sample, completed, draw(st.integers(lowest * completed, 10 * lowest * completed))


def _mean(answered: _Answers, unit: int = 1) -> Decimal | Unpublished:
    _, completed, given = answered
    if not completed:
        return Unpublished.ABSENT
    return (Decimal(given) / (completed * unit)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _row(key: tuple[date, Audience, str], answered: _Answers, publication: Publication, unit: int = 1) -> Result:
    end, audience, service = key
    return Result.model_construct(
        at=NOWHERE,
        provider="x",
        period_end=end,
        audience=audience,
        service=service,
        net_sample=answered[0],
        completed=answered[1],
        grade=_mean(answered, unit),
        publication=publication,
    )


@st.composite
def _results(draw: st.DrawFn, end: date) -> Sequence[Result]:
    services = draw(st.lists(st.sampled_from(CURRENT_SERVICES), unique=True, min_size=1, max_size=5))
    groups = {service: draw(answers()) for service in services}
    rows = [
        _row((end, Audience.CLIENT, service), group, draw(st.sampled_from(Publication)))
        for service, group in groups.items()
    ]
    leaves_out = len(services) > 1 and APART in services and draw(st.booleans())
    counted = [group for service, group in groups.items() if not (leaves_out and service == APART)]
    total = (sum(g[0] for g in counted), sum(g[1] for g in counted), sum(g[2] for g in counted))
    rows = [
        row.model_copy(update={"grade": Unpublished.ANONYMISED}) if row.completed == 1 and draw(st.booleans()) else row
        for row in rows
    ]
    rows.append(_row((end, Audience.CLIENT, "total"), total, draw(st.sampled_from(Publication))))
    if draw(st.booleans()):
        given = draw(answers(decimals=True))
        rows.append(_row((end, Audience.COMMISSIONER, "total"), given, Publication.YES, unit=10))
    return rows


@st.composite
def _shares(draw: st.DrawFn) -> Sequence[int | None]:
    if draw(st.booleans()):
        return (None,) * 5
    cuts = sorted(draw(st.lists(st.integers(0, 100), min_size=4, max_size=4)))
    return [high - low for low, high in zip([0, *cuts], [*cuts, 100], strict=True)]


styles = st.builds(
    Style,
    slips=st.booleans(),
    nobody=st.sampled_from(["0,0", "--", "-", ""]),
    weekday=st.booleans(),
    bullet=st.sampled_from(["- \N{THUMBS UP SIGN} ", "\N{CHECK MARK} ", "\N{BULLET} ", "* ", "\uf0fc ", ""]),
    page_numbers=st.booleans(),
    wrapped=st.booleans(),
)


@st.composite
def written_reports(draw: st.DrawFn) -> WrittenReport:
    """A report of an invented provider, as it could be printed."""
    name = draw(st.sampled_from(NAMES))
    start = draw(st.dates(date(2018, 1, 1), date(2026, 1, 1))).replace(day=1)
    end = start.replace(year=start.year + 1) - timedelta(days=1)
    shares = draw(_shares())
    strengths = draw(st.permutations(_ITEMS))[: draw(st.integers(0, 4))]
    items: Sequence[str] = [*strengths, "", "", "", ""]
    report = Report.model_construct(
        at=NOWHERE,
        provider="x",
        period_start=start,
        period_end=end,
        report_date=end + timedelta(days=draw(st.integers(1, 90))),
        status=draw(st.sampled_from(ReportStatus)),
        source="",
        promoter_score=draw(
            st.one_of(st.none(), st.integers(-1000, 1000).map(lambda tenths: Decimal(tenths).scaleb(-1)))
        ),
        very_satisfied=shares[0],
        satisfied=shares[1],
        dissatisfied=shares[2],
        very_dissatisfied=shares[3],
        no_opinion=shares[4],
        staff_strength=draw(st.sampled_from(["", "Respect"])),
        strength_1=items[0],
        strength_2=items[1],
        strength_3=items[2],
        strength_4=items[3],
        telephone_option=draw(st.sampled_from([None, *YesNo])),
    )
    return WrittenReport(name, report, draw(_results(end)), draw(styles))
