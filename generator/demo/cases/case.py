"""A provider that is written by hand to show something."""

from dataclasses import dataclass

from generator.demo.plans import Plan


@dataclass(frozen=True, slots=True)
class Case:
    """A provider with measurements that are written by hand; ``shows`` says in a few words what they show."""

    shows: str
    plan: Plan

    @property
    def id(self) -> str:
        return self.plan.provider.id
