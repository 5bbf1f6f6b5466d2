"""A provider that is arranged for what it shows."""

from dataclasses import dataclass

from generator.demo.plans import Plan


@dataclass(frozen=True, slots=True)
class Case:
    """A provider whose measurements are arranged; ``shows`` says what for, in a few words."""

    shows: str
    plan: Plan

    @property
    def id(self) -> str:
        return self.plan.provider.id
