"""Measures how often the 95% interval holds the true mean, and prints the table of docs/certainty.md.

It takes some minutes: `PYTHONPATH=tests .venv/bin/python -m bench.coverage`.
"""

from support.coverage import measure, normal, ours, truths

ANSWERS = (2, 3, 5, 7, 10, 20, 50, 100, 200)
DRAWS = 3000
HEAD = (
    "| answers | ours, least | ours, average | ours, how wide | normal, least | normal, average |\n"
    + "| --- " * 6
    + "|"
)


def line(answers: int, draws: int) -> str:
    """A line of the table."""
    kinds = truths()
    our, usual = (measure(method, answers, kinds, draws) for method in (ours, normal))
    shares = (our.lowest, our.average, usual.lowest, usual.average)
    least, average, usual_least, usual_average = (f"{100 * share:.1f}%" for share in shares)
    return f"| {answers} | {least} | {average} | {our.width:.1f} | {usual_least} | {usual_average} |"


def main() -> None:
    """Print the table."""
    print(HEAD)
    for answers in ANSWERS:
        print(line(answers, DRAWS), flush=True)


if __name__ == "__main__":
    main()
