"""A small register of invented providers, without a fault, and the names of its rows."""

from pathlib import Path

from support.registers.editing import Edit, Row, all_of, all_written, cell, without, written

REPORT_COLUMNS = (
    "provider,period_start,period_end,report_date,status,source,promoter_score,very_satisfied,satisfied,dissatisfied,"
    "very_dissatisfied,no_opinion,staff_strength,strength_1,strength_2,strength_3,strength_4,telephone_option\n"
)
RESULT_COLUMNS = "provider,period_end,audience,service,net_sample,completed,grade,publication\n"
COUNT_COLUMNS = f"provider,period_end,audience,service,{','.join(f'grade_{grade}' for grade in range(1, 11))}\n"
CORRECTION_COLUMNS = "corrected_on,provider,period_end,what,reason\n"


def corrected(*grades: str) -> str:
    """The file of corrections of alfa's newest report, a day each: audience, service, old and new."""
    days = (
        f"2022-03-{day:02},verzonnen-alfa,2021-12-31,Het cijfer,Een tikfout.,{each}"
        for day, each in enumerate(grades, 1)
    )
    return "\n".join([f"{CORRECTION_COLUMNS.strip()},audience,service,old,new", *days, ""])


ALL_CORRECTION_COLUMNS = f"{CORRECTION_COLUMNS.strip()},audience,service,old,new,withdrawn\n"
WITHDRAWN_BETA = "2023-04-01,verzonnen-beta,2021-06-30,Het rapport,Het was van een ander,,,,,yes"


#: What makes it a register: that of the frozen one, in which no service is outside a total.
CHARTER = (
    Path(__file__)
    .with_name("frozen")
    .joinpath("register.yaml")
    .read_text(encoding="utf-8")
    .replace("[inburgering]", "[]")
)

SERVICES = """\
number,id,name,also_called,retired,plain_name,about,former_names
1,eerste-hulp,Verzonnen eerste hulp,hulp; bijstand,,,Hulp die is verzonnen. Zij begint.,
2,tweede-hulp,"Verzonnen hulp, de tweede",,,Hulp in gewone woorden,,Bedachte hulp; Oude hulp
3,vierde-hulp,Verzonnen vierde hulp,,,,,
4,vroegere-hulp,Verzonnen vroegere hulp,,2021-01-01,,,
"""

ALFA = """\
id: verzonnen-alfa
name: Verzonnen Alfa
former_names:
  - Bedacht Alfa
former_ids:
  - bedacht-alfa
website: https://alfa.example
services:
  - eerste-hulp
  - tweede-hulp
provinces:
  - utrecht
status: active
"""

BETA = """\
id: verzonnen-beta
name: Verzonnen Bèta
services:
  - eerste-hulp
status: ended
since: 2022-01-01
"""

GAMMA = """\
id: verzonnen-gamma
name: Verzonnen Gamma
services:
  - eerste-hulp
  - tweede-hulp
status: active
"""

_MEASURED = "50.0,60,30,5,3,2,Luisteren,Snelheid,Bereikbaarheid,,,no"
REPORTS_2020 = f"""\
{REPORT_COLUMNS}\
verzonnen-alfa,2020-01-01,2020-12-31,2021-02-01,final,"Verzonnen bureau, rapport 1",{_MEASURED}
"""
REPORTS_2021 = f"""\
{REPORT_COLUMNS}\
verzonnen-alfa,2021-01-01,2021-12-31,2022-02-01,final,"Verzonnen bureau, rapport 2",{_MEASURED}
verzonnen-beta,2020-07-01,2021-06-30,2021-08-01,final,Verzonnen bureau,,,,,,,,,,,,yes
verzonnen-gamma,2021-01-01,2021-12-31,2022-02-01,draft,Verzonnen bureau,-12.5,34,33,33,0,0,,,,,,no
"""

RESULTS_2020 = f"""\
{RESULT_COLUMNS}\
verzonnen-alfa,2020-12-31,client,eerste-hulp,10,5,7.9,ja
verzonnen-alfa,2020-12-31,client,total,14,7,7.8,ja
verzonnen-alfa,2020-12-31,client,vroegere-hulp,4,2,7.5,ja
verzonnen-alfa,2020-12-31,commissioner,total,4,0,,ja
"""
# Of gamma the first help is sealed: too few answered, and the grade is not there. The agency anonymised the fourth. The
# second is sealed to whole points: all 20 gave 169 to 171 points, and with an 8.0 these 15 gave 120, so that the
# fourth is a 9 or a 10.
RESULTS_2021 = f"""\
{RESULT_COLUMNS}\
verzonnen-alfa,2021-12-31,client,eerste-hulp,10,6,8.0,ja
verzonnen-alfa,2021-12-31,client,total,40,20,8.3,ja
verzonnen-alfa,2021-12-31,client,tweede-hulp,30,14,8.4,ja
verzonnen-alfa,2021-12-31,commissioner,total,20,4,7.5,ja
verzonnen-beta,2021-06-30,client,total,12,8,7.0,ja
verzonnen-gamma,2021-12-31,client,eerste-hulp,20,4,,nee
verzonnen-gamma,2021-12-31,client,total,46,20,8.5,ja
verzonnen-gamma,2021-12-31,client,tweede-hulp,25,15,8,ja
verzonnen-gamma,2021-12-31,client,vierde-hulp,1,1,*,ja
"""

DISTRIBUTIONS_2021 = f"""\
{COUNT_COLUMNS}\
verzonnen-alfa,2021-12-31,commissioner,total,0,0,0,0,0,0,1,3,0,0
verzonnen-beta,2021-06-30,client,total,0,0,0,0,0,2,4,2,0,0
"""

REPLY = """\
# Reactie

Wij danken onze *verzonnen* cliënten.
"""

CORRECTIONS = f"""\
{CORRECTION_COLUMNS}\
2022-03-01,verzonnen-alfa,2021-12-31,Rapportcijfer van de opdrachtgevers,"Tikfout, gemeld door de aanbieder"
"""

_RULES = """\
    reply_window:
      days: 21
      source: Verzonnen handboek
    response_requirement:
      steps:
        - invited_below: 20
          required: 50
        - required: 30
      inferred: yes
      source: Verzonnen handboek
    minimum_respondents:
      completed: 2
      source: Verzonnen handboek
    norm:
      total: 6.5
      service: 5.5
      insufficient: 5
      source: Verzonnen handboek
    certainty:
      impression_from: 10
      fairly_certain_from: 30
      source: Verzonnen handboek
    disclosure:
      attacker: outsider
      one_person: 2.0
      several: 0.5
      means: round
      source: Verzonnen handboek
"""
POLICY = f"""\
repository: public
versions:
  - applies_from: 2015-01-01
{_RULES}\
  - applies_from: 2021-01-01
{_RULES}"""

FILES = {
    "register.yaml": CHARTER,
    "services.csv": SERVICES,
    "corrections.csv": CORRECTIONS,
    "policy.yaml": POLICY,
    "providers/verzonnen-alfa.yaml": ALFA,
    "providers/verzonnen-beta.yaml": BETA,
    "providers/verzonnen-gamma.yaml": GAMMA,
    "reports/2020.csv": REPORTS_2020,
    "reports/2021.csv": REPORTS_2021,
    "results/2020.csv": RESULTS_2020,
    "results/2021.csv": RESULTS_2021,
    "distributions/2021.csv": DISTRIBUTIONS_2021,
    "replies/verzonnen-alfa/2021-12-31.md": REPLY,
}


def _row(file: str, key: str) -> Row:
    return Row(file, key, FILES[file])


FIRST_HELP = _row("services.csv", "1")
SECOND_HELP = _row("services.csv", "2")
FOURTH_HELP = _row("services.csv", "3")
FORMER_HELP = _row("services.csv", "4")

CORRECTION = _row("corrections.csv", "2022-03-01,verzonnen-alfa,2021-12-31")

ALFA_REPORT_2020 = _row("reports/2020.csv", "verzonnen-alfa,2020-01-01,2020-12-31")
ALFA_REPORT = _row("reports/2021.csv", "verzonnen-alfa,2021-01-01,2021-12-31")
BETA_REPORT = _row("reports/2021.csv", "verzonnen-beta,2020-07-01,2021-06-30")
GAMMA_REPORT = _row("reports/2021.csv", "verzonnen-gamma,2021-01-01,2021-12-31")  # the only draft

ALFA_FIRST_2020 = _row("results/2020.csv", "verzonnen-alfa,2020-12-31,client,eerste-hulp")
ALFA_FORMER_2020 = _row("results/2020.csv", "verzonnen-alfa,2020-12-31,client,vroegere-hulp")
ALFA_NOBODY_2020 = _row("results/2020.csv", "verzonnen-alfa,2020-12-31,commissioner,total")  # none of 4 answered

ALFA_FIRST = _row("results/2021.csv", "verzonnen-alfa,2021-12-31,client,eerste-hulp")
ALFA_TOTAL = _row("results/2021.csv", "verzonnen-alfa,2021-12-31,client,total")
ALFA_SECOND = _row("results/2021.csv", "verzonnen-alfa,2021-12-31,client,tweede-hulp")
ALFA_COMMISSIONERS = _row("results/2021.csv", "verzonnen-alfa,2021-12-31,commissioner,total")
BETA_TOTAL = _row("results/2021.csv", "verzonnen-beta,2021-06-30,client,total")  # the only row of its report
GAMMA_LOW = _row("results/2021.csv", "verzonnen-gamma,2021-12-31,client,eerste-hulp")  # 4 of 20, nee: withheld
GAMMA_TOTAL = _row("results/2021.csv", "verzonnen-gamma,2021-12-31,client,total")
GAMMA_ROUNDED = _row("results/2021.csv", "verzonnen-gamma,2021-12-31,client,tweede-hulp")  # an 8 in whole points
GAMMA_SINGLE = _row("results/2021.csv", "verzonnen-gamma,2021-12-31,client,vierde-hulp")  # one answered: withheld

ALFA_COUNTS = _row("distributions/2021.csv", "verzonnen-alfa,2021-12-31,commissioner,total")
BETA_COUNTS = _row("distributions/2021.csv", "verzonnen-beta,2021-06-30,client,total")

# The figures of a report that hang on the total of its clients.
FIGURES = ("promoter_score", "very_satisfied", "satisfied", "dissatisfied", "very_dissatisfied", "no_opinion")

# Counts of gamma's total, which may not stand beside what is withheld of it.
COUNTS_OF_GAMMA = "verzonnen-gamma,2021-12-31,client,total,0,0,0,0,0,0,0,12,6,2"

# Gamma's second help with the decimal that gives away who answered alone.
UNSEALED = cell(GAMMA_ROUNDED, "grade", "8.0")

# A report of gamma that only hiding protects. All 19 gave 180 or 181 points and 15 of them 139 or 140, so that the
# other 4 gave nothing but tens. It stays so when both are rounded: beside a total from 9.5, that service is a 9.3
# or a 9.4.
ONLY_HIDING = all_of(
    without(GAMMA_SINGLE),
    cell(GAMMA_TOTAL, "net_sample", "45"),
    cell(GAMMA_TOTAL, "completed", "19"),
    cell(GAMMA_TOTAL, "grade", "9.5"),
    cell(GAMMA_ROUNDED, "grade", "9.3"),
)


def write_register(folder: Path) -> Path:
    """Write the whole register into ``folder``/data, and return that."""
    return all_written(FILES, folder / "data")


#: Beta's only report is taken out, with all that is beside it.
WITHOUT_BETA = all_of(without(BETA_REPORT), without(BETA_TOTAL), without(BETA_COUNTS))


def with_lines(*lines: str) -> Edit:
    """Put these lines, with every column, below the correction that is there."""
    there = CORRECTIONS.splitlines()[1]
    return written("corrections.csv", "\n".join([ALL_CORRECTION_COLUMNS.strip(), f"{there},,,,,", *lines, ""]))
