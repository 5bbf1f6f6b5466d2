"""What GitHub keeps of a repository, in a folder: runs with their files, caches, attestations, issues."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

REPOSITORY = "klantcijfer/register"
SERVER = "https://github.com"
FOLDER = "STAND_IN_GITHUB"  # the variable that tells the stand-in of gh where this is

Record = dict[str, Any]


@dataclass(frozen=True)
class Event:
    """What starts a run: its name, the commit that is checked out, the branch, and what a person fills in."""

    name: str
    commit: str = "0" * 40
    ref: str = "refs/heads/main"
    inputs: dict[str, bool | str] = field(default_factory=dict)


@dataclass(frozen=True)
class GitHub:
    """A repository at GitHub: ``repository`` is what is checked out, or nothing is."""

    folder: Path
    repository: Path | None = None

    def read(self, kind: str) -> list[Record]:
        """The records of one kind: runs, issues, attestations or used rights; oldest first."""
        file = self.folder / f"{kind}.json"
        records: list[Record] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else []
        return records

    def write(self, kind: str, records: list[Record]) -> None:
        """All records of one kind."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / f"{kind}.json").write_text(json.dumps(records, indent=1), encoding="utf-8")

    def add(self, kind: str, record: Record) -> None:
        """One more record."""
        self.write(kind, [*self.read(kind), record])

    def new_run(self, workflow: str, event: Event) -> int:
        """A run that has begun; its id."""
        number = 1001 + len(self.read("runs"))
        branch = event.ref.removeprefix("refs/heads/")
        run = {"databaseId": number, "workflow": workflow, "branch": branch, "headSha": event.commit}
        self.add("runs", {**run, "status": "in_progress"})
        return number

    def end_run(self, number: int, conclusion: str) -> None:
        """How a run ended."""
        runs = self.read("runs")
        self.write("runs", [{**run, "status": conclusion} if run["databaseId"] == number else run for run in runs])

    def artifact(self, run: int | str, name: str) -> Path:
        """Where a file of a run is kept."""
        return self.folder / "artifacts" / str(run) / name

    def artifacts(self, run: int | str) -> list[Path]:
        """All files of a run."""
        return sorted((self.folder / "artifacts" / str(run)).glob("*"))

    def cache(self, key: str) -> Path:
        """Where a cache is kept."""
        return self.folder / "caches" / f"{key}.tar"

    def open_issues(self) -> list[Record]:
        """The issues that are open."""
        return [issue for issue in self.read("issues") if issue["state"] == "open"]
