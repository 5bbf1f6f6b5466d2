"""The rules of publication as tables: what data/ says, and what the public sees of it.

Each line of each table is a test (test_publication_rules.py), and the tables with their text are the page
docs/publication-rules.md (`make docs`). Examples that name a report are rows of real final reports.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """A rule: its heading, why it is there, and examples as a table with a line for each."""

    title: str
    text: str
    examples: str

    def rows(self) -> list[dict[str, str]]:
        """The examples by column."""
        header, *lines = (self.cells(line) for line in self.examples.strip().splitlines())
        return [dict(zip(header, line, strict=True)) for line in lines]

    @staticmethod
    def cells(line: str) -> list[str]:
        return [cell.strip() for cell in line.split("|")]


REPORTS = (
    Rule(
        "1. Final, and the right of reply is over",
        "A report counts when it is final and at least 21 days have passed since its date. Until then nothing on the "
        "site shows that it exists.",
        """
        status | report date | day of the build | the public sees
        final  | 2022-01-25  | 2022-01-25       | nothing
        final  | 2022-01-25  | 2022-02-14       | nothing
        final  | 2022-01-25  | 2022-02-15       | the report
        final  | 2022-01-25  | 2026-01-01       | the report
        draft  | 2022-01-25  | 2022-02-15       | nothing
        draft  | 2022-01-25  | 2026-01-01       | nothing
        """,
    ),
)

WHOLE = Rule(
    "7. It could be worked out",
    "A total and the grades of the other services bound a withheld grade: each client gives a whole grade of the "
    "scale (here from 1 to 10), and a printed grade lies within 0.05 of the mean. An outsider knows all that is public "
    "and has this program. The outsider must be left with at least 2.0 points of doubt about one person's answer, and "
    "0.5 points about the mean of several. Otherwise grades beside it are shown in whole numbers: as few as possible, "
    "services before the total, services with few answers first. A grade is hidden only where rounding is not enough. "
    "Each line has the clients of one report, as `answered: grade`; `-` is a grade that rules 4 to 6 withhold.",
    """
    total    | services              | seen of the total | of the services   | because
    55: 8.3  | 7: 8.6, 1: -, 47: 8.2 | 8.3               | 8.6, -, 8.2       | that one gave a 7, 8, 9 or 10
    22: 8.9  | 1: -, 20: 8.9, 1: -   | 8.9               | -, 8.9, -         | each of the two gave 6 to 10
    61: 7.9  | 2: 8.0, 4: -, 55: 7.9 | 7.9               | 8.0, -, 7.9       | those four gave 6.5 to 9 on average
    11: 7.5  | 10: 7.9, 1: -         | 7.5               | 8 rounded, -      | with the 7.9 that one gave a 3 or a 4
    19: 7.6  | 1: -, 10: 7.0, 8: 8.0 | 7.6               | -, 7.0, 8 rounded | with the 8.0 that one gave a 10
    26: 8.9  | 25: 8.8, 1: -         | 8.9               | 9 rounded, -      | a 10; only 8.8 tells: 8.9 covers it
    26: 8.9  | 25: 8.9, 1: -         | 8.9               | 9 rounded, -      | the cover of 8.8
    30: -    | 10: 8.0, 20: 7.0      | -                 | 8.0, 7 rounded    | the services are the total
    105: 7.0 | 100: -, 5: 8.0        | 7 rounded         | -, 8.0            | a hundred are nearly the total
    2: 9.5   | 1: -, 1: -            | hidden            | -, -              | a 9 and a 10
    12: 8.6  | 12: 8.6               | 8.6               | 8.6               | nothing is withheld
    9: -     | 9: -                  | -                 | -                 | nothing is public
    """,
)
SHORT = Rule(
    "The same on a scale from 1 to 5",
    "The scale is that of `register.yaml`, and doubt is counted in its points. On a short one the same figures leave "
    "less of it: more is rounded, and near its ends more is hidden.",
    """
    total    | services            | seen of the total | of the services | because
    22: 4.4  | 1: -, 20: 4.4, 1: - | 4.4               | -, 4.4, -       | each of the two gave 2 to 5
    21: 4.8  | 20: 4.8, 1: -       | 4.8               | 4.8, -          | that one gave a 3, a 4 or a 5
    11: 4.1  | 10: 4.3, 1: -       | 4.1               | 4 rounded, -    | with the 4.3 that one gave a 2
    31: 4.0  | 30: 4.0, 1: -       | 4.0               | 4 rounded, -    | the cover of others
    20: 4.0  | 10: 4.2, 10: -      | 4.0               | 4 rounded, -    | with the 4.2 those ten gave 3.7 to 3.9
    2: 4.5   | 1: -, 1: -          | hidden            | -, -            | a 4 and a 5
    3: 4.7   | 2: 4.5, 1: -        | hidden            | hidden, -       | with all rounded still a 4 or a 5
    """,
)

ROWS = (
    Rule(
        "2. Nobody answered",
        "Then there is no grade, whatever the grade cell says: 0 is never a grade.",
        """
        audience     | net sample | completed | grade | publication | the public sees
        client       | 4          | 0         |       | nee         | no response
        client       | 4          | 0         |       | ja          | no response
        client       | 4          | 0         | *     | ja          | no response
        client       | 0          | 0         |       | nee         | no response
        commissioner | 1          | 0         |       | ja          | no response
        """,
    ),
    Rule(
        "3. Commissioners are always shown",
        "They speak for an organisation, not for themselves. None of the next rules applies to them.",
        """
        audience     | net sample | completed | grade | publication | the public sees
        commissioner | 111        | 18        | 7.6   | ja          | 7.6
        commissioner | 99         | 34        | 7.9   | ja          | 7.9
        commissioner | 50         | 1         | 3.0   | ja          | 3.0
        """,
    ),
    Rule(
        "4. The report says `nee`",
        "The agency's own decision withholds a grade, also where the policy would not.",
        """
        audience | net sample | completed | grade | publication | the public sees
        client   | 40         | 20        | 8.9   | nee         | withheld: insufficient_response
        client   | 12         | 12        | 8.9   | nee         | withheld: insufficient_response
        """,
    ),
    Rule(
        "5. The response requirement of the policy",
        "If fewer than 20 clients were invited, half of them must have answered; if 20 or more were invited, 30%. The "
        "numbers are compared as whole numbers, so no rounding can decide. The steps are inferred: the manual of the "
        "quality mark has the table, the reports do not. Every row of our reports agrees with these steps.",
        """
        audience | net sample | completed | grade | publication | the public sees
        client   | 12         | 7         | 8.6   | ja          | 8.6
        client   | 19         | 10        | 8.6   | ja          | 8.6
        client   | 18         | 9         | 8.6   | ja          | 8.6
        client   | 18         | 8         | 8.6   | ja          | withheld: insufficient_response, 50% is needed
        client   | 19         | 9         | 8.6   | ja          | withheld: insufficient_response, 50% is needed
        client   | 20         | 6         | 8.6   | ja          | 8.6
        client   | 20         | 5         | 8.6   | ja          | withheld: insufficient_response, 30% is needed
        client   | 126        | 47        | 8.2   | ja          | 8.2
        client   | 1000       | 300       | 8.2   | ja          | 8.2
        client   | 1000       | 299       | 8.2   | ja          | withheld: insufficient_response, 30% is needed
        client   | 5          | 1         |       | nee         | withheld: insufficient_response, 50% is needed
        client   | 5          | 1         | 4.0   | nee         | withheld: insufficient_response, 50% is needed
        """,
    ),
    Rule(
        "6. Fewer than two answered, or the agency left the grade out",
        "A mean of one answer is that one person's answer. A `*` is the agency's mark for the same.",
        """
        audience | net sample | completed | grade | publication | the public sees
        client   | 1          | 1         | *     | ja          | withheld: too_few_respondents
        client   | 1          | 1         | 8.0   | ja          | withheld: too_few_respondents
        client   | 1          | 1         |       | ja          | withheld: too_few_respondents
        client   | 2          | 1         | 8.0   | ja          | withheld: too_few_respondents
        client   | 2          | 2         | 8.0   | ja          | 8.0
        client   | 3          | 2         | *     | ja          | withheld: too_few_respondents
        """,
    ),
)
