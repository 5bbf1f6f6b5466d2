"""A site with one page of charts, made by the real engine from invented figures; the page's table holds them too."""

import math
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from random import Random

from jinja2 import Environment, PackageLoader, StrictUndefined
from support.building import IN_THE_MENU, build_site
from support.made import content_of
from support.scales import TEN
from support.settings import SETTINGS
from support.words import WORDS

from generator.disclosure.public import Published
from generator.site.content.looks import looks
from generator.site.pages.charts import figure
from generator.site.pages.charts.drawing import drawing
from generator.site.pages.charts.scatter import Limits, Point, scatter
from generator.site.pages.charts.trend import ChartedPeriod, Measured, trend
from generator.site.rendering import plotly
from generator.site.words import grades
from generator.site.words.catalogue import Words

# Out of the navigation, as all pages of this folder are.
PAGE = "aanbieders/grafieken"
AVERAGE = Decimal("8.1")
SPREAD = 1.4  # of the grades that single clients give


def points(number: int = 60) -> list[Point]:
    """Providers of one service: few answers, and so much chance, are common."""
    random = Random(7)  # noqa: S311 - invented grades are no secret
    made = []
    for index in range(1, number + 1):
        answered = round(2 * 10 ** (random.random() ** 1.4 * 2.25))
        grade = min(10.0, max(1.0, random.gauss(float(AVERAGE), 0.3 + SPREAD / math.sqrt(answered))))
        name = f"Verzonnen aanbieder {index}" + (" voor werk, inkomen en re-integratie B.V." if index % 9 == 0 else "")
        made.append(Point(name, f"../aanbieder-{index}/", answered, _rating(grade, index)))
    return made


def _rating(grade: float, index: int) -> Published:
    """One in seven is shown in whole numbers."""
    if index % 7:
        return Published(Decimal(f"{grade:.1f}"))
    return Published(Decimal(round(grade)), is_rounded=True)


def funnel() -> list[Limits]:
    """Limits that narrow as more people answer."""
    reaches = [(answered, 1.96 * SPREAD / math.sqrt(answered)) for answered in (*range(2, 30), *range(30, 400, 10))]
    return [(answered, float(AVERAGE) - reach, float(AVERAGE) + reach) for answered, reach in reaches]


def periods() -> list[ChartedPeriod]:
    """Four periods of one provider; in the second the clients' grade is not public."""
    return [
        ChartedPeriod(date(2018, 12, 31), _measured("7.4", 21, 0.6), _measured("7.9", 12)),
        ChartedPeriod(date(2019, 12, 31), None, _measured("7.6", 14)),
        ChartedPeriod(date(2020, 12, 31), _measured("8.2", 44, 0.4), _measured("7.8", 31)),
        ChartedPeriod(date(2021, 12, 31), _measured("8.3", 55, 0.3), _measured("7.9", 34)),
    ]


def _measured(grade: str, answered: int, reach: float | None = None) -> Measured:
    likely = (float(grade) - reach, float(grade) + reach) if reach else None
    return Measured(Published(Decimal(grade)), answered, likely)


def build(to: Path) -> Path:
    """Build the site below ``to``, and return its folder."""
    script = plotly.SCRIPT, plotly.script_file().read_bytes()
    return build_site(content_of([*pages(), script]), to)


def pages() -> Iterator[tuple[str, str]]:
    """The page of charts with its figures, and the pages that every site has."""
    words = WORDS
    for name in IN_THE_MENU:
        yield name, "# Verzonnen\n"
    yield f"{PAGE}.md", _page(words)
    yield f"{PAGE}/scatter.json", figure.as_json(scatter(points(), AVERAGE, funnel(), TEN, words))
    yield f"{PAGE}/trend.json", figure.as_json(trend(periods(), TEN, words))
    for point in points(3):
        yield f"aanbieders/{Path(point.path).name}.md", f"# {point.name}\n"
    yield from looks(SETTINGS, WORDS)


def _page(words: Words) -> str:
    loader = PackageLoader("generator.site.rendering")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    environment.globals.update(words=words, plotly_script=plotly.SCRIPT, grade=partial(grades.text, words=words))
    environment.trim_blocks = environment.lstrip_blocks = True
    return environment.from_string(_TEMPLATE).render(
        points=points(),
        scatter=drawing(scatter(points(), AVERAGE, funnel(), TEN, words)),
        trend=drawing(trend(periods(), TEN, words)),
    )


_TEMPLATE = """\
{% from "chart.jinja" import chart with context %}
# Verzonnen dienst

<p>Een dienst met veel aanbieders.</p>

## Alle aanbieders

<table class="kc-table">
<caption>Het cijfer van elke aanbieder</caption>
<thead>
<tr><th scope="col">Aanbieder</th><th scope="col">Antwoorden</th><th scope="col">Cijfer</th></tr>
</thead>
<tbody>
{% for point in points %}
<tr>
<th scope="row"><a href="{{ point.path }}">{{ point.name }}</a></th>
<td>{{ point.answered }}</td>
<td>{{ grade(point.rating) }}</td>
</tr>
{% endfor %}
</tbody>
</table>

{{ chart(scatter, "scatter.json") }}

## Ontwikkeling

{{ chart(trend, "trend.json") }}

<p>Wat na de grafieken komt.</p>
"""
