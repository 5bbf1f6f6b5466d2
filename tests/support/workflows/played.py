"""Workflows as tests play them: `make` is a stand-in that does what it is told, and all else is the workflows' own."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from rehearsal.hosting import PATH, Host
from support.workflows.github import Event, GitHub, Record
from support.workflows.machine import MINUTES, Machine
from support.workflows.runs import Run, World

ADDRESS = "https://klantcijfer.example/"
# Refuses to work where nothing was checked out; notes what it was asked, and does what its plan for the target says.
_MAKE = """
test -d .git || { echo "make: no Makefile" >&2; exit 2; }
echo "$* BASE=$BASE URL=$URL SITE_URL=$SITE_URL SHARD=$SHARD" >> "%(asked)s"
if test -f "%(plans)s/$1-$(grep -c "^$1 " "%(asked)s")"; then . "%(plans)s/$1-$(grep -c "^$1 " "%(asked)s")"
elif test -f "%(plans)s/$1"; then . "%(plans)s/$1"; fi
"""
# What the targets do where nothing goes wrong.
PLANS = {
    "changed": "echo since=abc; echo code=true",
    "site": 'mkdir -p site build/docs; echo "{n}" > site/index.html; echo made > build/docs/page.md',
    "sbom": "mkdir -p build; echo {{}} > build/sbom.json",
    "shard": 'mkdir -p "build/shards/${{SHARD%/*}}"; echo een > "build/shards/${{SHARD%/*}}/page"',
    "merge": "mkdir -p site; cat build/shards/*/page > site/index.html",
    "difference": "echo Een verschil",
}


@dataclass
class Played:
    """A repository at GitHub whose workflows can be run."""

    folder: Path
    count: int = 0

    def __post_init__(self) -> None:
        self.github = GitHub(self.folder / "github")
        self.host = Host(self.folder / "host", ADDRESS)
        self.asked = self.folder / "asked.txt"

    def run(  # noqa: PLR0913 - each has its name where it is called
        self,
        file: str,
        event: str = "push",
        *,
        plans: dict[str, str] | None = None,
        faults: dict[str, str] | None = None,
        person: str = "",
        inputs: dict[str, bool | str] | None = None,
        ref: str = "refs/heads/main",
    ) -> Run:
        """Run a workflow; ``plans`` says what a target of make does, or the second time "verify-2"."""
        world = World(self.github, self.machine(plans), self.host, faults or {}, person)
        return Run(world, file, self.event(event, inputs, ref))

    def machine(self, plans: dict[str, str] | None = None) -> Machine:
        """A new one, on which `make` does what these plans say."""
        self.count += 1
        machine = Machine(self.folder / f"machine-{self.count}", self.github)
        told = machine.folder / "plans"
        told.mkdir()
        for name, script in {**PLANS, **(plans or {})}.items():
            (told / name).write_text(script.format(n=self.count) + "\n", encoding="utf-8")
        self.asked.write_text("", encoding="utf-8")
        machine.program("make", _MAKE % {"asked": self.asked, "plans": told})
        return machine

    def event(self, name: str, inputs: dict[str, bool | str] | None = None, ref: str = "refs/heads/main") -> Event:
        """An event whose commit is the count of the run."""
        return Event(name, f"{self.count:040x}", ref, inputs or {})

    def made(self) -> list[str]:
        """The targets that the last run made, in their order."""
        return [line.split()[0] for line in self.asked.read_text(encoding="utf-8").splitlines()]

    def told(self, target: str) -> str:
        """With what the last run made a target."""
        return next(line for line in self.asked.read_text(encoding="utf-8").splitlines() if line.split()[0] == target)

    def shown(self) -> str:
        """What the public sees: which run made it; nothing if nothing was deployed yet."""
        page = self.host.root / PATH / "index.html"
        return page.read_text(encoding="utf-8").strip() if page.is_file() else ""

    def issue(self) -> Record | None:
        """The one issue that is open."""
        issues = self.github.open_issues()
        assert len(issues) <= 1, json.dumps(issues, indent=1)
        return issues[0] if issues else None

    def forget(self, run: Run) -> None:
        """GitHub removes the files of a run."""
        shutil.rmtree(self.github.folder / "artifacts" / str(run.number))


def takes(minutes: int) -> str:
    """A plan: that a target takes so long."""
    return f'echo {minutes} > "${MINUTES}"'


def results(run: Run) -> dict[str, str]:
    """What each job came to."""
    return {name: job.result for name, job in run.jobs.items()}
