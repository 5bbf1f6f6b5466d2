"""The rules of publication for the page that explains them. It is made from the policy, so the two cannot differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.disclosure.public import (
    Attacker,
    CertaintyRules,
    DisclosureRules,
    Means,
    NormRules,
    PublicRules,
    ResponseStep,
)
from generator.site.statistics.certainty import Certainty
from generator.site.words.catalogue import Words
from generator.site.words.figures import Figures

_PAIR = 2  # of two who answered, each can work out what the other gave


@dataclass(frozen=True, slots=True)
class StepView:
    """A line of the table of required response."""

    invited: str
    required: str


@dataclass(frozen=True, slots=True)
class CertaintyView:
    """A line of the table of how sure a grade is: by how far its limits lie apart, or by the number of answers."""

    width: str
    answers: str
    word: str


@dataclass(frozen=True, slots=True)
class ProtectionView:
    """How rule 7 prevents that a withheld grade can be worked out, in sentences.

    Args:
        short: what is protected, against whom, and how.
        in_brief: the summary beside the rules for clients' grades; None if the public sees nothing of rule 7.
        secondary: why a grade is hidden to protect another one.
        calculation: how the rule decides, and with which levels of doubt.
        limits: what is not protected.
        once: against whom, and by what means, in a few words for the list of earlier rules.
    """

    short: tuple[str, ...]
    in_brief: str | None
    secondary: str
    calculation: tuple[str, ...]
    limits: tuple[str, ...]
    once: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NormView:
    """The norm of the quality mark: the required grades, and the highest grade that counts as insufficient."""

    total: str
    service: str
    insufficient: str


@dataclass(frozen=True, slots=True)
class RulesView:
    """One version of the rules."""

    applies_from: str
    reply_window_days: str
    steps: tuple[StepView, ...]
    steps_inferred: bool
    minimum_respondents: str
    protection: ProtectionView
    norm: NormView | None
    certainty: tuple[CertaintyView, ...]


def rules_view(rules: PublicRules, words: Words) -> RulesView:
    """The view of one version of the rules."""
    return RulesView(
        applies_from=words.figures.day(rules.applies_from),
        reply_window_days=words.figures.count(rules.reply_window_days),
        steps=_steps(rules.response_steps, words),
        steps_inferred=rules.response_inferred,
        minimum_respondents=words.figures.count(rules.minimum_respondents),
        protection=_protection(rules.disclosure, rules.minimum_respondents, words),
        norm=_norm(rules.norm, words.figures) if rules.norm else None,
        certainty=_certainty(rules.certainty, words),
    )


def _protection(rules: DisclosureRules, minimum_respondents: int, words: Words) -> ProtectionView:
    levels = {"one_person": words.figures.points(rules.one_person), "several": words.figures.points(rules.several)}

    def said(*keys: str) -> tuple[str, ...]:
        return tuple(words(f"explanation.protected.{key}", **levels) for key in keys)

    published = "limit.of_two" if minimum_respondents <= _PAIR else "limit.of_several"
    answered = () if rules.attacker is Attacker.RESPONDENT else ("limit.respondent",)
    return ProtectionView(
        short=said("what", f"against.{rules.attacker}", f"how.{rules.means}"),
        in_brief=None if rules.means is Means.FAIL else words(f"explanation.clients.protected.{rules.means}"),
        secondary=words(f"explanation.none.secondary.{rules.means}"),
        calculation=said(
            "calculation.follows", "calculation.one_person", "calculation.several", f"calculation.{rules.means}"
        ),
        limits=said(*answered, "limit.group", published, "limit.besides"),
        once=said("once.one_person", "once.several", f"once.attacker.{rules.attacker}", f"once.means.{rules.means}"),
    )


def _norm(rules: NormRules, figures: Figures) -> NormView:
    return NormView(figures.grade(rules.total), figures.grade(rules.service), figures.count(rules.insufficient))


def _certainty(rules: CertaintyRules, words: Words) -> tuple[CertaintyView, ...]:
    """The words for how sure a grade is, each with the widths and the numbers of answers that give it."""
    impression, fairly = rules.impression_from, rules.fairly_certain_from
    wide, narrow = words.figures.points(rules.impression_within), words.figures.points(rules.fairly_certain_within)
    return tuple(
        CertaintyView(width, answers, words(f"certainty.{level}"))
        for level, width, answers in (
            (
                Certainty.SAYS_LITTLE,
                words("explanation.certain.over", points=wide),
                words("invited.below", limit=impression),
            ),
            (
                Certainty.IMPRESSION,
                words("explanation.certain.between", low=narrow, high=wide),
                words("invited.from_to", low=impression, high=fairly - 1),
            ),
            (
                Certainty.FAIRLY_CERTAIN,
                words("explanation.certain.up_to", points=narrow),
                words("invited.from", low=fairly),
            ),
        )
    )


def _steps(steps: Sequence[ResponseStep], words: Words) -> tuple[StepView, ...]:
    """Each step begins where the one before it ends."""
    lowest = 1
    views = []
    for step in steps:
        if step.invited_below is None:
            invited = words("invited.from", low=lowest)
        else:
            invited = words("invited.from_to", low=lowest, high=step.invited_below - 1)
            lowest = step.invited_below
        views.append(StepView(invited, words.figures.requirement(step.required)))
    return tuple(views)
