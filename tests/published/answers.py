"""What a site answers, asked without a browser: quick enough to ask for every page."""

import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from justhtml import JustHTML

from generator.charter import Charter
from generator.disclosure.public import AudienceResults, PublicProvider, PublicReport, PublicRow, Published

AT_ONCE = 8  # connections: a host of sites takes more, and a small one this many
LONGEST = 30  # seconds that one answer may take

_Asked = TypeVar("_Asked")
_Told = TypeVar("_Told")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status (0 where the host did not answer at all), the kind of content, and its bytes."""

    status: int
    kind: str
    body: bytes


def ask(address: str) -> Answer:
    """Ask for one address."""
    try:
        with urllib.request.urlopen(address, timeout=LONGEST) as answer:  # noqa: S310 - the site that is looked at
            return Answer(answer.status, answer.headers.get_content_type(), answer.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.headers.get_content_type(), b"")
    except OSError as error:
        return Answer(0, "", str(error).encode())


def each(do: Callable[[_Asked], _Told], asked: Iterable[_Asked]) -> Iterator[tuple[_Asked, _Told]]:
    """What ``do`` tells of each, a few at the same time."""
    waiting = list(asked)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield from zip(waiting, pool.map(do, waiting), strict=True)


def shown(page: bytes) -> list[str | None]:
    """The places for a grade on a provider's page, from top to bottom: the grade, or None for a reason."""
    parsed = JustHTML(page.decode(), sanitize=False)
    places = parsed.query("main data, main .kc-card__reason, main .kc-reason")
    return [_in(place.name, (place.attrs or {}).get("value"), place.to_text()) for place in places]


def _in(name: str, value: str | None, text: str) -> str | None:
    """A grade stands there twice, for a person and for a machine: both must say the same."""
    if name != "data":
        return None
    return value if value and value == text.strip().replace(",", ".") else f"{value} with the words {text!r}"


def promised(provider: PublicProvider, charter: Charter) -> list[str | None]:
    """The same places as the public model has them, in a register of that charter."""
    newest, *earlier = provider.reports
    places = [*_totals(newest, charter), *_services(newest)]
    if earlier:
        places += [place for report in provider.reports for place in _totals(report, charter)]
        places += [place for report in earlier for place in _services(report)]
    return places


def rows_of(provider: PublicProvider) -> Iterator[PublicRow]:
    """Every row of every report of a provider."""
    for report in provider.reports:
        for results in (report.clients, report.commissioners):
            yield from results.rows if results else ()


def _totals(report: PublicReport, charter: Charter) -> list[str | None]:
    """Where commissioners are asked at all, a report without them has a reason in the place of their grade."""
    of_clients = [_grade(report.clients.total)]
    if not charter.asks_commissioners:
        return of_clients
    return [*of_clients, _grade(report.commissioners.total) if report.commissioners else None]


def _services(report: PublicReport) -> list[str | None]:
    audiences: list[AudienceResults] = [each for each in (report.clients, report.commissioners) if each]
    return [_grade(row) for results in audiences for row in results.services]


def _grade(row: PublicRow) -> str | None:
    return str(row.rating.grade) if isinstance(row.rating, Published) else None
