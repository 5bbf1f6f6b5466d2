"""The steps of one job, one after another, on its machine."""

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support.workflows.actions import Call, StepFailedError, action
from support.workflows.expressions import Names, Outputs, UnknownError, evaluated, holds, written
from support.workflows.machine import Ended

if TYPE_CHECKING:
    from support.workflows.runs import Run, World

JOB_KEYS = {"name", "needs", "if", "runs-on", "timeout-minutes", "permissions", "outputs", "steps", "environment"}
JOB_KEYS |= {"concurrency", "strategy", "uses", "with"}
STEP_KEYS = {"name", "id", "if", "uses", "with", "run", "env", "continue-on-error", "timeout-minutes"}
# Which branches may deploy to an environment: docs/maintaining.md, settings.
ENVIRONMENTS = {"github-pages": "refs/heads/main"}


@dataclass
class StepDone:
    """How a step went: its outcome, and its conclusion, which `continue-on-error` makes a success."""

    name: str
    outcome: str = "skipped"
    conclusion: str = "skipped"
    outputs: Outputs = field(default_factory=Outputs)
    summary: str = ""
    said: str = ""
    seconds: float = 0.0


class JobRun:
    """One job, played to its end as soon as it is made."""

    def __init__(self, world: "World", run: "Run", name: str, job: dict[str, Any], names: Names) -> None:
        self.world, self.run, self.name, self.job = world, run, name, job
        self.status, self.seconds, self.person = "success", 0.0, False
        self.outputs = Outputs()
        self.steps: list[StepDone] = []
        self._known: dict[str, dict[str, Any]] = {}
        self._names: Names = {**names, "steps": self._known}
        self._functions: dict[str, Callable[..., Any]] = {
            "always": lambda: True,
            "cancelled": lambda: self.status == "cancelled",
            "failure": lambda: self.status == "failure",
            "success": lambda: self.status == "success",
            "format": lambda text, *values: text.format(*values),
            "hashFiles": lambda *patterns: hash_files(world.machine.work, patterns),
        }
        environment = job.get("environment", {}).get("name")
        if environment and ENVIRONMENTS[environment] != run.event.ref:
            self.status = "failure"
        else:
            self._play_all(job["steps"])

    def _play_all(self, steps: list[dict[str, Any]]) -> None:
        self.world.machine.begin()
        for step in steps:
            self._step(step)
        self.world.machine.keep_packages()
        for name, value in self.job.get("outputs", {}).items():
            self.outputs[name] = written(self._says(value))

    def _says(self, value: object) -> Any:  # noqa: ANN401 - whatever an expression gives
        return evaluated(value, self._names, self._functions)

    def _step(self, step: dict[str, Any]) -> None:
        check_keys(step, STEP_KEYS, self.name)
        done = StepDone(step.get("name") or step.get("uses", "").partition("@")[0] or step["run"])
        if holds(step.get("if"), self._names, self._functions):
            self._play(step, done)
        self.steps.append(done)
        if "id" in step:
            self._known[step["id"]] = {key: getattr(done, key) for key in ("outcome", "conclusion", "outputs")}
        self.world.told(self.name, done)

    def _play(self, step: dict[str, Any], done: StepDone) -> None:
        if self.world.person == f"{self.name}: {done.name}":
            self.person, self.status = True, "cancelled"
            done.outcome = done.conclusion = "cancelled"
            return
        left = 60.0 * self.job["timeout-minutes"] - self.seconds
        limit = min(60.0 * step.get("timeout-minutes", 360), left)
        ended = self._use(step, done, limit) if "uses" in step else self._shell(step, done, limit)
        done.said, done.seconds = ended.said, ended.seconds
        self.seconds += ended.seconds
        if ended.code is None and limit == left:
            # The job is cancelled (jobs.<job_id>.timeout-minutes), and the run is not: `!cancelled()` holds in the jobs
            # that follow, as was seen in https://github.com/ROCm/TheRock/issues/8372.
            done.outcome = done.conclusion = self.status = "cancelled"
            return
        # A step that is stopped at its own limit has failed, and `continue-on-error` counts for that too:
        # https://github.com/actions/runner/blob/main/src/Runner.Worker/StepsRunner.cs, RunStepAsync.
        done.outcome = done.conclusion = "success" if ended.code == 0 else "failure"
        if done.outcome == "failure" and self._says(step.get("continue-on-error", False)):
            done.conclusion = "success"
        elif done.outcome == "failure" and self.status == "success":
            self.status = "failure"

    def _shell(self, step: dict[str, Any], done: StepDone, limit: float) -> Ended:
        folder = self.world.machine.folder
        files = {name: folder / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for file in files.values():
            file.write_text("", encoding="utf-8")
        own = {name: written(self._says(value)) for name, value in step.get("env", {}).items()}
        paths = {name: str(file) for name, file in files.items()}
        ended = self.world.machine.shell(step["run"], {**own, **paths}, limit)
        for line in files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines():
            name, sign, value = line.partition("=")
            if not re.fullmatch(r"[\w-]+", name) or not sign:
                raise UnknownError(f"{line!r} as an output of {done.name!r}")
            done.outputs[name] = value
        done.summary = files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
        return ended

    def _use(self, step: dict[str, Any], done: StepDone, limit: float) -> Ended:
        given = {key: written(self._says(value)) for key, value in step.get("with", {}).items()}
        name, does = action(step["uses"], given)
        fault = self.world.faults.get(f"{self.name}: {name}")
        if fault == "hangs":
            return Ended(None, "", limit)
        if fault == "fails":
            return Ended(1, f"{name} failed.", 0.0)
        world, run = self.world, self.run
        token = self._names["github"]["token"]
        call = Call(given, world.github, world.machine, world.host, run.event, run.number, run.file, token)
        began = time.monotonic()
        try:
            done.outputs = Outputs(does(call))
            code, said = 0, ""
        except StepFailedError as error:
            code, said = 1, str(error)
        seconds = time.monotonic() - began + world.machine.counts
        world.machine.counts = 0.0
        return Ended(code, said, seconds)


def hash_files(folder: Path, patterns: tuple[str, ...]) -> str:
    """One digest of all files that a pattern finds, in the order of the patterns and their names."""
    digest = sha256()
    for pattern in patterns:
        for file in sorted(folder.glob(pattern.replace("**", "**/*"))):
            if file.is_file():
                digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def check_keys(found: Mapping[Any, Any], known: set[Any], where: str) -> None:
    """Refuse what a file has and is not known here."""
    if unknown := set(found) - known:
        raise UnknownError(f"{where}: {', '.join(map(str, unknown))}")
