"""A private register in which all that may not be public is something that stands nowhere else: canaries.

Every reason to withhold is in it, and everything that is early. ``CANARIES`` says what is planted; ``OTHERS`` plants
something else in the same places, and ``bare`` leaves the places empty. The public must see the same of all three.
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from support.registers.editing import all_written
from support.registers.invented import (
    CHARTER,
    CORRECTION_COLUMNS,
    COUNT_COLUMNS,
    POLICY,
    REPORT_COLUMNS,
    RESULT_COLUMNS,
    SERVICES,
)

AS_OF = date(2023, 1, 1)


@dataclass(frozen=True, eq=False)
class Planted:
    """What stands in the places that are withheld, or early.

    Args:
        grades: by what they are withheld for. Any of them must fit what is published beside them, or a warning says so.
        scores: promoter scores that hang on a withheld total, or are early.
        counts: how often each grade was given, beside or of a row that is withheld.
        words: text that hangs on a withheld total, or is early, each a word that stands nowhere else.
    """

    grades: Mapping[str, Decimal]
    scores: Mapping[str, Decimal]
    counts: Mapping[str, tuple[int, ...]]
    words: Mapping[str, str]


def _decimals(**values: str) -> dict[str, Decimal]:
    return {name: Decimal(value) for name, value in values.items()}


# Whose total is withheld, so that what hangs on it is too.
_WITHOUT_TOTAL = ("beta", "delta", "iota", "kappa")
_WITHHELD_WORDS = tuple(f"{what}_{provider}" for what in ("staff", "strength") for provider in _WITHOUT_TOTAL)
_EARLY_WORDS = (
    "source_draft",
    "strength_draft",
    "reply_draft",
    "what_draft",
    "why_draft",
    "source_window",
    "staff_window",
    "reply_window",
    "what_window",
    "what_future",
    "why_future",
    "provider_window",
    "former_window",
    "website_window",
    "provider_nothing",
    "website_nothing",
)

# Grades of clients who liked it little, beside published ones that are high: no average, interval or axis comes near.
CANARIES = Planted(
    grades=_decimals(
        low_response="3.7",
        said_no="2.3",
        alone="9.3",
        rounded="5.3",
        few="9.4",
        fewer="9.6",
        hidden="9.5",
        one_of_two="4.4",
        other_of_two="2.8",
        draft="5.9",
        draft_commissioners="4.6",
        window="4.8",
        window_commissioners="5.8",
        never_public="4.7",
    ),
    scores=_decimals(beta="-43.9", delta="-61.7", iota="-71.3", kappa="-54.1", draft="-38.3", window="-29.6"),
    counts={
        # Of a published grade, beside a withheld one: they subtract.
        "beside": (0, 0, 0, 0, 0, 0, 17, 23, 17, 3),
        "said_no": (839, 456, 497, 519, 0, 0, 0, 0, 0, 0),
        "draft": (0, 0, 0, 0, 80, 707, 0, 0, 0, 0),
    },
    words={name: f"kwagga{name.replace('_', '')}" for name in (*_WITHHELD_WORDS, *_EARLY_WORDS)}
    | {"ends_on": "2031-07-19"},
)

# The same places. Those of two providers have changed places, so that nothing can stand in the order of them.
OTHERS = Planted(
    grades=_decimals(
        low_response="4.3",
        said_no="8.8",
        alone="9.8",
        rounded="5.2",
        few="10.0",
        fewer="10.0",
        hidden="10.0",
        one_of_two="2.8",
        other_of_two="4.4",
        draft="9.1",
        draft_commissioners="9.3",
        window="9.6",
        window_commissioners="1.2",
        never_public="9.7",
    ),
    scores=_decimals(beta="81.1", delta="12.2", iota="-54.1", kappa="-71.3", draft="93.3", window="0.0"),
    counts={
        "beside": (0, 0, 0, 0, 0, 0, 18, 21, 18, 3),
        "said_no": (0, 0, 0, 0, 0, 0, 0, 855, 1063, 393),
        "draft": (0, 0, 0, 0, 0, 0, 0, 0, 13, 1),
    },
    words={name: f"Iets anders, en langer, over {name}" for name in _WITHHELD_WORDS}
    | {name: f"narwal{name.replace('_', '')}enlanger" for name in _EARLY_WORDS}
    | {"ends_on": "2025-11-30"},
)


def plant(folder: Path, planted: Planted = CANARIES) -> Path:
    """Write the register into ``folder``/data, and return that."""
    return _write(folder, _open(planted) | _early(planted))


def bare(folder: Path) -> Path:
    """Write the same register without anything in the places: for a public repository, in which none may stand.

    `generator seal` does not make it, so that it can be held against what that makes.
    """
    files = _open(None)
    files["policy.yaml"] = POLICY
    return _write(folder, files)


def _write(folder: Path, files: Mapping[str, str]) -> Path:
    """In the place of what was planted there before."""
    shutil.rmtree(folder / "data", ignore_errors=True)
    return all_written(files, folder / "data")


def _provider(identity: str, *lines: str) -> str:
    name = " ".join(part.capitalize() for part in identity.split("-"))
    return "\n".join([f"id: {identity}", f"name: {name}", *lines, ""])


def _counts(counts: tuple[int, ...]) -> str:
    return ",".join(map(str, counts))


# What has a public report in 2021; the last three only give the averages something to be of.
_PUBLIC = ("alfa", "beta", "delta", "epsilon", "gamma", "iota", "kappa", "lambda", "mu", "nu", "zeta")
_SEEN_BY_ALL = {"epsilon": "7.6", "lambda": "8.4", "mu": "7.9", "nu": "7.5", "zeta": "7.4"}


def _open(planted: Planted | None) -> dict[str, str]:
    """What is public, with what is withheld beside it: with None nothing, as `generator seal` leaves it."""
    files = {
        "register.yaml": CHARTER,
        "services.csv": SERVICES,
        "policy.yaml": POLICY.replace("repository: public", "repository: private"),
        "corrections.csv": f"{CORRECTION_COLUMNS}2022-05-01,lambda,2021-12-31,Het cijfer,Een tikfout\n",
        "reports/2021.csv": REPORT_COLUMNS + "".join(_report(provider, planted) for provider in _PUBLIC),
        "results/2021.csv": RESULT_COLUMNS + "".join(_results(planted)),
        "replies/lambda/2021-12-31.md": "Wij danken onze cliënten.\n",
    }
    for provider in _PUBLIC:
        files[f"providers/{provider}.yaml"] = _provider(provider, "services:", "  - eerste-hulp")
    counted = "lambda,2021-12-31,client,eerste-hulp,0,0,0,0,0,0,12,13,18,7\n"
    if planted:
        counted = (
            f"alfa,2021-12-31,client,eerste-hulp,{_counts(planted.counts['beside'])}\n"
            f"beta,2021-12-31,client,total,{_counts(planted.counts['said_no'])}\n{counted}"
        )
    return files | {"distributions/2021.csv": COUNT_COLUMNS + counted}


def _report(provider: str, planted: Planted | None) -> str:
    opinion = "50.0,55,25,10,10,0,Luisteren,Snelheid,Bereikbaarheid,,,no"
    if provider in _WITHOUT_TOTAL:
        opinion = ",,,,,,,,,,,no"
        if planted:
            staff, strength = (planted.words[f"{what}_{provider}"] for what in ("staff", "strength"))
            shares = "47,43,5,3,2" if planted is CANARIES else "1,2,3,4,90"
            opinion = f'{planted.scores[provider]},{shares},"{staff}","{strength}",,,,no'
    return f"{provider},2021-01-01,2021-12-31,2022-02-01,final,Verzonnen bureau,{opinion}\n"


def _results(planted: Planted | None) -> list[str]:
    """The rows of 2021: the register's own words for a withheld grade where nothing is planted."""

    def hidden(name: str, left: str = "") -> str:
        return str(planted.grades[name]) if planted else left

    rows = [
        # One service has too low a response.
        "alfa,2021-12-31,client,eerste-hulp,100,60,8.1,ja",
        "alfa,2021-12-31,client,total,190,80,7.2,ja",
        f"alfa,2021-12-31,client,tweede-hulp,60,10,{hidden('low_response')},ja",
        "alfa,2021-12-31,client,vierde-hulp,30,10,5.4,ja",
        "alfa,2021-12-31,commissioner,total,20,4,7.9,ja",
        # The report says nee, and the total is all there is.
        f"beta,2021-12-31,client,total,4613,2311,{hidden('said_no')},nee",
        "beta,2021-12-31,commissioner,total,12,6,8.2,ja",
        # Two who answered alone gave nearly the most, or the least, that there is: no rounding of the total hides that.
        f"delta,2021-12-31,client,total,2,2,{hidden('hidden', 'hidden')},ja",
        f"delta,2021-12-31,client,tweede-hulp,1,1,{hidden('few')},ja",
        f"delta,2021-12-31,client,vierde-hulp,1,1,{hidden('fewer')},ja",
        # Two services of one client each, of which the agency leaves one out itself: with the decimal of the third they
        # gave 18 to 20 points together, and with the whole number 17 to 20.
        f"gamma,2021-12-31,client,eerste-hulp,20,10,{hidden('rounded', '5')},ja",
        "gamma,2021-12-31,client,total,22,12,6.0,ja",
        "gamma,2021-12-31,client,tweede-hulp,1,1,*,ja",
        f"gamma,2021-12-31,client,vierde-hulp,1,1,{hidden('alone')},ja",
        # Two that only their withheld grades tell apart.
        f"iota,2021-12-31,client,total,60,12,{hidden('one_of_two')},ja",
        f"kappa,2021-12-31,client,total,60,12,{hidden('other_of_two')},ja",
    ]
    for provider, grade in _SEEN_BY_ALL.items():
        rows += [f"{provider},2021-12-31,client,{service},90,50,{grade},ja" for service in ("eerste-hulp", "total")]
        rows.append(f"{provider},2021-12-31,commissioner,total,0,0,,ja")
    return [f"{row}\n" for row in sorted(rows, key=lambda row: row.split(",")[:4])]


def _early(planted: Planted) -> dict[str, str]:
    """What nobody may know yet: a draft, two reports in their reply window, and what is said of them."""
    grades, scores, words = planted.grades, planted.scores, planted.words
    shares = "7,13,29,31,20"
    reports = (
        f"epsilon,2022-01-01,2022-11-30,2022-12-02,draft,{words['source_draft']},{scores['draft']},{shares},,"
        f"{words['strength_draft']},,,,no\n"
        f"{words['provider_window']},2022-01-01,2022-11-30,2022-12-12,final,{words['source_window']},,,,,,,,,,,,yes\n"
        f"zeta,2022-01-01,2022-11-30,2022-12-12,final,{words['source_window']},{scores['window']},{shares},"
        f"{words['staff_window']},,,,,no\n"
    )
    results = (
        f"epsilon,2022-11-30,client,total,1913,787,{grades['draft']},ja\n"
        f"epsilon,2022-11-30,commissioner,total,61,17,{grades['draft_commissioners']},ja\n"
        f"{words['provider_window']},2022-11-30,client,total,71,29,{grades['never_public']},ja\n"
        f"zeta,2022-11-30,client,total,1777,887,{grades['window']},ja\n"
        f"zeta,2022-11-30,commissioner,total,31,11,{grades['window_commissioners']},ja\n"
    )
    ids = {name: words[name] for name in ("provider_window", "former_window", "provider_nothing")}
    return {
        "providers/epsilon.yaml": _provider(
            "epsilon", "services:", "  - eerste-hulp", "status: ended", f"since: {words['ends_on']}"
        ),
        "reports/2022.csv": REPORT_COLUMNS + reports,
        "results/2022.csv": RESULT_COLUMNS + results,
        "distributions/2022.csv": (
            f"{COUNT_COLUMNS}epsilon,2022-11-30,client,total,{_counts(planted.counts['draft'])}\n"
        ),
        "replies/epsilon/2022-11-30.md": f"Wij zijn {words['reply_draft']}.\n",
        "replies/zeta/2022-11-30.md": f"Wij zijn {words['reply_window']}.\n",
        "corrections.csv": (
            f"{CORRECTION_COLUMNS}"
            "2022-05-01,lambda,2021-12-31,Het cijfer,Een tikfout\n"
            f"2022-12-24,epsilon,2022-11-30,{words['what_draft']},{words['why_draft']}\n"
            f"2022-12-24,zeta,2022-11-30,{words['what_window']},Een tikfout\n"
            f"2024-05-17,lambda,2021-12-31,{words['what_future']},{words['why_future']}\n"
        ),
        f"providers/{ids['provider_window']}.yaml": _provider(
            ids["provider_window"],
            "former_names:",
            f"  - {ids['former_window']}",
            "former_ids:",
            f"  - {ids['former_window']}",
            f"website: https://{words['website_window']}.example",
            "services:",
            "  - vierde-hulp",
            "provinces:",
            "  - zeeland",
        ),
        f"providers/{ids['provider_nothing']}.yaml": _provider(
            ids["provider_nothing"], f"website: https://{words['website_nothing']}.example"
        ),
    }
