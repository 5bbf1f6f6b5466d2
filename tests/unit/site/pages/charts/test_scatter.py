"""The chart of a group: what each point, the band and the average say."""

from decimal import Decimal

from support.registers.public import grade, rounded
from support.scales import TEN
from support.words import WORDS

from generator.disclosure.public import Published
from generator.site.pages.charts.axes import power
from generator.site.pages.charts.model import Chart
from generator.site.pages.charts.scatter import Limits, Point, scatter

POINT = Point("Verzonnen Alfa", "../../aanbieders/verzonnen-alfa/", 55, grade("8.3"))


def chart(*points: Point, average: Decimal | None = None, funnel: tuple[Limits, ...] = ()) -> Chart:
    return scatter(points or [POINT], average, funnel, TEN, WORDS)


def said(answered: int, rating: Published) -> str:
    (mark,) = chart(Point("Alfa", "../alfa/", answered, rating)).series[0].shown
    return mark.said.replace("\N{NO-BREAK SPACE}", " ")


def test_a_point_stands_at_its_grade_and_number_and_leads_to_its_page() -> None:
    (mark,) = chart().series[0].shown
    assert (mark.x, mark.grade, mark.path) == (power(55), 8.3, POINT.path)


def test_a_point_says_its_name_its_grade_and_its_answers_in_dutch() -> None:
    assert said(55, grade("8.3")) == "Alfa: 8,3, 55 antwoorden"
    assert said(1, grade("8.0")) == "Alfa: 8,0, 1 antwoord"
    assert said(1200, grade("10.0")) == "Alfa: 10,0, 1.200 antwoorden"
    assert said(55, rounded("8")) == "Alfa: 8, afgerond, 55 antwoorden"


def test_the_average_has_its_name_and_two_decimals_of_height() -> None:
    average = chart(average=Decimal("8.0666")).average
    assert average
    assert (average.name, average.grade) == ("Gemiddeld: 8,1", 8.07)
    assert chart().average is None


def test_the_band_lies_between_the_funnels_limits_and_within_what_a_grade_can_be() -> None:
    band = chart(funnel=((2, 0.4, 11.3), (50, Decimal("7.5"), Decimal("8.5")))).band
    assert band
    assert band.limits == ((power(2), 1.0, 10.0), (power(50), 7.5, 8.5))
    assert chart().band is None


def test_the_reading_explains_what_the_chart_has() -> None:
    assert "Toeval" not in chart().reading
    assert "Toeval" in chart(funnel=((2, 6, 10),)).reading
    assert "open stip" not in chart().reading
    assert "open stip" in chart(POINT, Point("Beta", "../b/", 5, rounded("8"))).reading
