"""A register of invented providers to compare: every case that a comparison tells apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from support.registers.editing import all_written
from support.registers.invented import (
    CHARTER,
    CORRECTION_COLUMNS,
    COUNT_COLUMNS,
    POLICY,
    REPORT_COLUMNS,
    RESULT_COLUMNS,
)

SERVICES = """\
number,id,name,also_called,retired
1,scholing,Scholing en opleiding,cursus,
2,jobcoaching,Jobcoaching,jobcoach,
3,outplacement,Outplacement,,
4,van-werk-naar-werk,Toeleiden van werk naar werk (eerste en tweede spoor),,
5,naar-werk,Toeleiden naar werk vanuit situatie geen werk,,
6,activering,Sociale activering en participatie,,
"""


@dataclass(frozen=True)
class Asked:
    """Who were invited, and how often they gave each grade: ``"8": 3`` as ``{8: 3}``."""

    service: str
    invited: int
    given: dict[int, int]

    @property
    def completed(self) -> int:
        return sum(self.given.values())

    @property
    def grade(self) -> Decimal:
        total = Decimal(sum(grade * times for grade, times in self.given.items()))
        return (total / self.completed).quantize(Decimal("0.1"), ROUND_HALF_UP)

    @property
    def suffices(self) -> bool:
        """The response that the policy of the invented register asks for."""
        return 100 * self.completed >= (50 if self.invited < 20 else 30) * self.invited


@dataclass(frozen=True)
class Measured:
    """One provider with one report."""

    id: str
    name: str
    start: str
    end: str
    services: tuple[str, ...]
    clients: tuple[Asked, ...]
    commissioners: Asked | None
    has_distributions: bool
    ended: str | None = None
    former_ids: tuple[str, ...] = ()


YEAR = ("2021-01-01", "2021-12-31")

WERKHUIS = Measured(
    "verzonnen-werkhuis",
    "Verzonnen Werkhuis",
    *YEAR,
    services=("scholing", "jobcoaching", "van-werk-naar-werk", "naar-werk"),
    clients=(
        Asked("jobcoaching", 49, {7: 4, 8: 9, 9: 8, 10: 1}),
        Asked("van-werk-naar-werk", 126, {6: 2, 7: 7, 8: 18, 9: 14, 10: 6}),
    ),
    commissioners=Asked("total", 40, {6: 1, 7: 5, 8: 6}),
    has_distributions=True,
    former_ids=("verzonnen-werkplaats",),
)
LOOPBAAN = Measured(
    "bedachte-loopbaan",
    "Bedachte Loopbaan B.V.",
    *YEAR,
    services=("jobcoaching", "outplacement", "van-werk-naar-werk"),
    clients=(
        Asked("jobcoaching", 60, {6: 3, 7: 8, 8: 13, 9: 6}),
        Asked("outplacement", 12, {8: 3, 9: 4}),
        Asked("van-werk-naar-werk", 90, {4: 3, 5: 6, 6: 9, 7: 14, 8: 3}),
    ),
    commissioners=Asked("total", 20, {7: 3, 8: 5, 9: 1}),
    has_distributions=True,
)
TRAJECT = Measured(
    "denkbeeldig-traject",
    "'t Denkbeeldig Traject",
    "2020-07-01",
    "2021-06-30",
    services=("jobcoaching", "naar-werk", "activering"),
    clients=(
        Asked("jobcoaching", 10, {7: 2, 8: 3, 9: 1}),
        Asked("naar-werk", 30, {7: 1, 8: 4}),
        Asked("activering", 400, {6: 40, 7: 100, 8: 100}),
    ),
    commissioners=Asked("total", 1, {}),
    has_distributions=False,
    ended="2022-01-01",
)
ADVIES = Measured(
    "fantasie-arbeidsadvies",
    "Fantasie Arbeidsadvies",
    *YEAR,
    services=(),
    clients=(Asked("van-werk-naar-werk", 44, {7: 2, 8: 2}),),
    commissioners=None,
    has_distributions=False,
)
GROEP = Measured(
    "gefingeerde-groep",
    "Gefingeerde Groep voor Re-integratie, Loopbaan en Participatie",
    *YEAR,
    services=("scholing", "jobcoaching", "outplacement", "van-werk-naar-werk", "naar-werk", "activering"),
    clients=(
        Asked("scholing", 80, {6: 5, 7: 15, 8: 12, 9: 3}),
        Asked("jobcoaching", 150, {5: 2, 6: 6, 7: 20, 8: 30, 9: 10}),
        Asked("outplacement", 40, {7: 4, 8: 6, 9: 6}),
        Asked("van-werk-naar-werk", 300, {5: 4, 6: 14, 7: 44, 8: 50, 9: 14}),
    ),
    commissioners=Asked("total", 111, {6: 3, 7: 7, 8: 7, 9: 1}),
    has_distributions=True,
)
# Two more who tell how far grades lie apart, so that there are enough to know it for others.
MEER = tuple(
    Measured(
        f"nog-een-{place}",
        f"Nog een {place}",
        *YEAR,
        services=("jobcoaching",),
        clients=(Asked("jobcoaching", 90, {5: 1, 6: 3, 7: 12, 8: 22, 9: 7}),),
        commissioners=None,
        has_distributions=True,
    )
    for place in ("eerste", "tweede")
)
PROVIDERS = (WERKHUIS, LOOPBAAN, TRAJECT, ADVIES, GROEP)


def write_compared(folder: Path) -> Path:
    """Write the register into ``folder``/data, and return that."""
    ordered = sorted((*PROVIDERS, *MEER), key=lambda each: each.id)
    files = {
        "register.yaml": CHARTER,
        "services.csv": SERVICES,
        "policy.yaml": POLICY,
        "corrections.csv": CORRECTION_COLUMNS,
        "reports/2021.csv": REPORT_COLUMNS + "".join(map(_report, ordered)),
        "results/2021.csv": RESULT_COLUMNS + "".join(line for each in ordered for line in _results(each)),
        "distributions/2021.csv": COUNT_COLUMNS + "".join(line for each in ordered for line in _counts(each)),
    }
    return all_written(files | {f"providers/{each.id}.yaml": _provider(each) for each in ordered}, folder / "data")


def _provider(each: Measured) -> str:
    lines = [f"id: {each.id}", f'name: "{each.name}"']
    lines += _listed("former_ids", each.former_ids) + _listed("services", each.services)
    # All of one province, whose page lists them together.
    lines += _listed("provinces", ("utrecht",))
    lines += ["status: ended", f"since: {each.ended}"] if each.ended else ["status: active"]
    return "\n".join(lines) + "\n"


def _listed(key: str, values: Sequence[str]) -> list[str]:
    return [f"{key}:", *(f"  - {value}" for value in values)] if values else []


def _report(each: Measured) -> str:
    return f"{each.id},{each.start},{each.end},2022-02-01,final,Verzonnen bureau{',' * 12}no\n"


def _rows(each: Measured) -> Iterator[tuple[str, Asked]]:
    given: dict[int, int] = {}
    for asked in each.clients:
        given |= {grade: given.get(grade, 0) + times for grade, times in asked.given.items()}
    total = Asked("total", sum(asked.invited for asked in each.clients), given)
    for asked in sorted((*each.clients, total), key=lambda asked: asked.service):
        yield "client", asked
    if each.commissioners:
        yield "commissioner", each.commissioners


def _results(each: Measured) -> Iterator[str]:
    for audience, asked in _rows(each):
        is_open = audience == "commissioner" or asked.suffices
        grade = asked.grade if is_open and asked.completed else ""
        answer = "ja" if is_open else "nee"
        yield f"{each.id},{each.end},{audience},{asked.service},{asked.invited},{asked.completed},{grade},{answer}\n"


def _counts(each: Measured) -> Iterator[str]:
    for audience, asked in _rows(each) if each.has_distributions else ():
        counts = ",".join(str(asked.given.get(grade, 0)) for grade in range(1, 11))
        yield f"{each.id},{each.end},{audience},{asked.service},{counts}\n"
