"""Measures how often the 95% interval holds the true mean, and prints the tables of docs/certainty.md.

It takes some minutes: `PYTHONPATH=tests .venv/bin/python -m bench.coverage`.
"""

from support.coverage import differences_found, measure, normal, of_others, ours, truths

ANSWERS = (2, 3, 5, 7, 10, 20, 50, 100, 200)
METHODS = (ours, of_others, normal)
PAIRS = ((5, 5), (5, 50), (20, 20), (50, 50), (200, 200))
DRAWS = 3000
HEAD = (
    "| answers | own: least | average | width | others: least | average | width | normal: least | average | width |\n"
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
)

DIFFERENCES_HEAD = "| answers | of the other | told to differ |\n| --- | --- | --- |"


def line(answers: int, draws: int) -> str:
    """A line of the table."""
    measured = (measure(method, answers, truths(), draws) for method in METHODS)
    cells = (f"{each.lowest:.1%} | {each.average:.1%} | {each.width:.1f}" for each in measured)
    return f"| {answers} | {' | '.join(cells)} |"


def differences_line(answers: tuple[int, int], draws: int) -> str:
    """A line of the table of differences."""
    one, other = answers
    return f"| {one} | {other} | {differences_found(answers, draws):.1%} |"


def main() -> None:
    """Print the tables."""
    print(HEAD)
    for answers in ANSWERS:
        print(line(answers, DRAWS), flush=True)
    print(DIFFERENCES_HEAD)
    for pair in PAIRS:
        print(differences_line(pair, DRAWS // 10), flush=True)


if __name__ == "__main__":
    main()
