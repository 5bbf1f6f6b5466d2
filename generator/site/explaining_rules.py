"""The rules of publication as the page that explains them shows them, so that page and policy cannot drift apart."""

from dataclasses import dataclass

from generator.disclosure.public import PublicRules
from generator.site import figures


@dataclass(frozen=True, slots=True)
class StepView:
    """A line of the table of required response."""

    invited: str
    required: str


@dataclass(frozen=True, slots=True)
class RulesView:
    """One version of the rules."""

    applies_from: str
    reply_window_days: int
    steps: tuple[StepView, ...]
    steps_inferred: bool
    minimum_respondents: int
    norm_total: str
    norm_service: str
    insufficient: int


def rules_view(rules: PublicRules) -> RulesView:
    """The view of one version of the rules."""
    steps = []
    lower = 1
    for step in rules.response_steps:
        upper = step.invited_below
        invited = f"{lower} of meer" if upper is None else f"{lower} tot en met {upper - 1}"
        steps.append(StepView(invited, figures.requirement(step.required)))
        lower = upper or lower
    return RulesView(
        applies_from=figures.day(rules.applies_from),
        reply_window_days=rules.reply_window_days,
        steps=tuple(steps),
        steps_inferred=rules.response_inferred,
        minimum_respondents=rules.minimum_respondents,
        norm_total=figures.grade(rules.norm.total),
        norm_service=figures.grade(rules.norm.service),
        insufficient=rules.norm.insufficient,
    )
