"""The measurements of an ordinary provider: their periods, and what comes with each report."""

from datetime import date, timedelta

from generator.demo.chance import Chance
from generator.demo.periods import a_year_before, month_end
from generator.demo.plans import REFERENCE_DAY, Amendment, PlannedMeasurement, Sample
from generator.demo.samples import Habits, client_samples, commissioner_samples
from generator.demo.texts import invented_amendment, invented_reply
from generator.register.records import Audience, ReportStatus, YesNo

_PERIODS = {1: 30, 2: 28, 3: 24, 4: 18}
# The newest period ends in one of so many months, mostly with a quarter or the year; some within the month.
_MONTHS = 23
_END_MONTHS = {3: 3.0, 6: 3.0, 9: 3.0, 12: 6.0}
_WITHIN_THE_MONTH = 0.06
_DAYS_TO_REPORT = (21, 70)
# Some reports of this age are not final yet. The reply window of older reports is over.
_NEW, _DRAFTS = timedelta(days=35), 0.4
_REPLIES, _AMENDMENTS, _COUNTED, _COUNTED_OF_COMMISSIONERS = 0.15, 0.05, 0.42, 0.5


def history(chance: Chance, own: Habits, telephone: YesNo | None) -> tuple[PlannedMeasurement, ...]:
    """One to four measurements, the newest first; every report date is on or before the reference day."""
    end = _newest_end(chance)
    reported = end + _to_report(chance)
    if reported > REFERENCE_DAY:
        end = a_year_before(end)
        reported = end + _to_report(chance)
    measurements = [_measurement(chance, own, end, reported, telephone)]
    for _ in range(1, chance.weighted(_PERIODS)):
        end = a_year_before(end, chance.weighted({1: 14, 2: 1}))
        measurements.append(_measurement(chance, own, end, end + _to_report(chance), telephone))
    return tuple(measurements)


def is_new(reported: date) -> bool:
    """Whether a report is so new that it may not be final, or its provider may still reply."""
    return REFERENCE_DAY - reported < _NEW


def _newest_end(chance: Chance) -> date:
    back = range(1, _MONTHS + 1)
    ends = [month_end(REFERENCE_DAY.year, REFERENCE_DAY.month - months) for months in back]
    end = chance.weighted({each: _END_MONTHS.get(each.month, 1.0) for each in ends})
    return end.replace(day=chance.whole(2, 27)) if chance.happens(_WITHIN_THE_MONTH) else end


def _to_report(chance: Chance) -> timedelta:
    return timedelta(days=chance.whole(*_DAYS_TO_REPORT))


def _measurement(chance: Chance, own: Habits, end: date, reported: date, telephone: YesNo | None) -> PlannedMeasurement:
    clients = client_samples(chance, own)
    is_draft = is_new(reported) and chance.happens(_DRAFTS)
    has_reply = chance.happens(_REPLIES) and not is_draft
    return PlannedMeasurement(
        end=end,
        report_date=reported,
        clients=clients,
        commissioners=commissioner_samples(chance, own, clients),
        status=ReportStatus.DRAFT if is_draft else ReportStatus.FINAL,
        left_out=_left_out(chance, own, clients),
        counted=_counted(chance),
        has_opinion=chance.happens(0.94),
        telephone=telephone,
        reply=invented_reply(chance) if has_reply else "",
        amendments=_amendments(chance, reported),
    )


def _left_out(chance: Chance, own: Habits, clients: tuple[Sample, ...]) -> frozenset[str]:
    """Half of the totals leave out what they may, if they have other services too."""
    services = {sample.service for sample in clients}
    outside = own.outside_total & services
    return outside if outside and outside != services and chance.happens(0.5) else frozenset()


def _counted(chance: Chance) -> frozenset[Audience]:
    if not chance.happens(_COUNTED):
        return frozenset()
    return frozenset(Audience if chance.happens(_COUNTED_OF_COMMISSIONERS) else {Audience.CLIENT})


def _amendments(chance: Chance, reported: date) -> tuple[Amendment, ...]:
    if is_new(reported) or not chance.happens(_AMENDMENTS):
        return ()
    first = reported + _NEW
    day = first + timedelta(days=chance.whole(0, min((REFERENCE_DAY - first).days, 200)))
    return (Amendment(day, *invented_amendment(chance)),)
