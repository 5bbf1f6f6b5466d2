"""A run of a workflow: its jobs in their order, each on a machine of its own, by what its file says and nothing else.

What the keys mean: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax. What is not
known here is refused. Groups of concurrency are not played: one run at a time.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import Any

import yaml
from support.project import ROOT
from support.workflows.actions import Host
from support.workflows.expressions import Names, Outputs, UnknownError, evaluated, holds
from support.workflows.github import REPOSITORY, SERVER, Event, GitHub
from support.workflows.machine import Machine
from support.workflows.steps import JOB_KEYS, JobRun, StepDone, check_keys

FOLDER = ROOT / ".github" / "workflows"
Workflow = dict[Any, Any]


@cache
def _read(text: str) -> Workflow:
    """The workflow in a file; nobody may change it."""
    workflow: Workflow = yaml.load(text, Loader=yaml.CSafeLoader)
    return workflow


@dataclass
class Done:
    """What a job came to: success, failure, cancelled or skipped; its outputs; seconds since the run began."""

    result: str
    outputs: Outputs = field(default_factory=Outputs)
    began: float = 0.0
    ended: float = 0.0
    steps: list[StepDone] = field(default_factory=list)


@dataclass
class World:
    """What all runs share. ``faults`` says which action fails or hangs in which job, by "job: action"; ``person``, at
    which step somebody cancels the run; ``given``, of which jobs the result is taken for granted.
    """

    github: GitHub
    machine: Machine
    host: Host
    faults: dict[str, str] = field(default_factory=dict)
    person: str = ""
    given: dict[str, str] = field(default_factory=dict)
    told: Callable[[str, StepDone], None] = lambda _job, _step: None
    workflows: Callable[[str], str] = lambda name: (FOLDER / name).read_text(encoding="utf-8")


class Run:
    """One run, played to its end as soon as it is made."""

    def __init__(self, world: World, file: str, event: Event, caller: "Run | None" = None) -> None:
        self.world, self.file, self.event = world, file, event
        self.workflow: Workflow = _read(world.workflows(file))
        check_keys(self.workflow, {"name", True, "permissions", "concurrency", "jobs"}, file)
        trigger = "workflow_call" if caller else event.name
        if trigger not in self.workflow[True]:
            raise UnknownError(f"{file} does not begin by {trigger}")
        self.name: str = caller.name if caller else self.workflow["name"]
        self.number: int = caller.number if caller else world.github.new_run(file, event)
        self.inputs = self._inputs(trigger)
        self.cancelled = False
        self.jobs: dict[str, Done] = {}
        for name in self._in_order():
            self.jobs[name] = self._play(name, self.workflow["jobs"][name])
        if caller is None:
            world.github.end_run(self.number, self.conclusion)

    @property
    def conclusion(self) -> str:
        """How all of it ended: a job that is left out does no harm."""
        results = {job.result for job in self.jobs.values()}
        return next((each for each in ("failure", "cancelled") if each in results), "success")

    def names(self, needs: Mapping[str, Done], rights: str) -> Names:
        """What expressions of a job may name. The context `github` is always that of the caller."""
        event, number = self.event, str(self.number)
        return {
            "github": {
                "event_name": event.name,
                "ref": event.ref,
                "sha": event.commit,
                "workflow": self.name,
                "run_id": number,
                "run_attempt": "1",
                "token": rights,
                "repository": REPOSITORY,
                "server_url": SERVER,
                "event": {"pull_request": {"head": {"sha": event.commit}}},
            },
            "inputs": self.inputs,
            "runner": {"os": "Linux"},
            "needs": {name: {"result": done.result, "outputs": done.outputs} for name, done in needs.items()},
        }

    def _inputs(self, trigger: str) -> dict[str, bool | str]:
        """Those that are declared, with what was given for them or else their default."""
        declared = (self.workflow[True][trigger] or {}) if isinstance(self.workflow[True], dict) else {}
        inputs = declared.get("inputs", {}) if isinstance(declared, dict) else {}
        if unknown := set(self.event.inputs) - set(inputs):
            raise UnknownError(f"{self.file} with {unknown}")
        values: dict[str, bool | str] = {}
        for name, each in inputs.items():
            value: Any = self.event.inputs.get(name, each.get("default"))
            if type(value).__name__ != {"string": "str", "boolean": "bool"}[each["type"]]:
                raise UnknownError(f"{self.file}: {name} is {value!r}, no {each['type']}")
            values[name] = value
        return values

    def _in_order(self) -> Iterator[str]:
        """Each job after those that it needs."""
        left = dict(self.workflow["jobs"])
        while left:
            ready = [name for name, job in left.items() if not set(_needs(job)) & set(left)]
            if not ready:
                raise UnknownError(f"{self.file}: jobs wait for each other")
            yield ready[0]
            del left[ready[0]]

    def before(self, name: str) -> set[str]:
        """The jobs for which one waits, and those for which these wait."""
        direct = set(_needs(self.workflow["jobs"][name]))
        return direct.union(*(self.before(each) for each in direct))

    def _play(self, name: str, job: dict[str, Any]) -> Done:
        check_keys(job, JOB_KEYS, name)
        needs = {each: self.jobs[each] for each in _needs(job)}
        before = [self.jobs[each].result for each in self.before(name)]
        functions: dict[str, Callable[..., Any]] = {
            "always": lambda: True,
            "cancelled": lambda: self.cancelled,
            "failure": lambda: "failure" in before,
            "success": lambda: not self.cancelled and set(before) <= {"success"},
            "format": lambda text, *values: text.format(*values),
        }
        began = max((each.ended for each in needs.values()), default=0.0)
        of_the_token = {"job": f"{self.file}/{name}", **job["permissions"]}
        rights = ",".join(f"{right}={level}" for right, level in of_the_token.items())
        names = self.names(needs, rights)
        if not holds(job.get("if"), names, functions):
            done = Done("skipped")
        elif name in self.world.given:
            done = Done(self.world.given[name])
        elif "uses" in job:
            done = self._call(name, job, names, functions)
        else:
            done = self._matrix(name, job, names)
        done.began, done.ended = began, began + done.ended
        return done

    def _call(self, name: str, job: dict[str, Any], names: Names, functions: dict[str, Callable[..., Any]]) -> Done:
        """A job that is a workflow of its own; it may never do more than the job that calls it.

        https://docs.github.com/en/actions/reference/workflows-and-actions/reusing-workflow-configurations
        """
        given = {key: evaluated(value, names, functions) for key, value in job.get("with", {}).items()}
        file = str(job["uses"]).removeprefix("$/.github/workflows/")
        called: Workflow = _read(self.world.workflows(file))
        for inner in called["jobs"].values():
            if not inner["permissions"].items() <= job["permissions"].items():
                raise UnknownError(f"{file} asks for more rights than {name} has")
        event = Event(self.event.name, self.event.commit, self.event.ref, given)
        run = Run(self.world, file, event, caller=self)
        self.cancelled = self.cancelled or run.cancelled
        outputs = (called[True]["workflow_call"] or {}).get("outputs", {})
        inner_names = {"jobs": {key: {"outputs": done.outputs} for key, done in run.jobs.items()}}
        told = {key: evaluated(each["value"], inner_names, {}) for key, each in outputs.items()}
        steps = [step for done in run.jobs.values() for step in done.steps]
        return Done(run.conclusion, Outputs(told), ended=max(each.ended for each in run.jobs.values()), steps=steps)

    def _matrix(self, name: str, job: dict[str, Any], names: Names) -> Done:
        """A job once for each combination; after one that fails the rest is cancelled, as `fail-fast` has it."""
        matrix: dict[str, list[str]] = job.get("strategy", {}).get("matrix", {})
        done: list[Done] = []
        for index, values in enumerate(product(*matrix.values())):
            one = dict(zip(matrix, values, strict=True))
            done.append(self._job(name, job, {**names, "matrix": one, "strategy": {"job-index": index}}))
            if done[-1].result != "success":
                break
        longest = max(each.ended for each in done)
        return Done(
            done[-1].result, done[-1].outputs, ended=longest, steps=[step for each in done for step in each.steps]
        )

    def _job(self, name: str, job: dict[str, Any], names: Names) -> Done:
        played = JobRun(self.world, self, name, job, names)
        self.cancelled = self.cancelled or played.person
        return Done(played.status, played.outputs, ended=played.seconds, steps=played.steps)


def _needs(job: dict[str, Any]) -> list[str]:
    needs = job.get("needs", [])
    return [needs] if isinstance(needs, str) else needs
