"""`make rehearse`: the workflows' own lines, in their order, on this machine.

A bare repository and a folder stand for GitHub, an empty folder for each machine of a job, a web server here for Pages.
What plays the workflows: tests/support/workflows/.
"""

import filecmp
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from rehearsal.breaking import break_site
from rehearsal.changes import PROVIDER, WITHHELD, correct_without_a_reason, put_a_withheld_grade, write_report
from rehearsal.commands import RehearsalError, git, run
from rehearsal.hosting import PATH, Host, free_port, serving
from rehearsal.runner import VENV, Runner
from rehearsal.steps import Steps
from rehearsal.waiting import from_commit_to_public
from support.project import ROOT
from support.workflows.github import Event, GitHub
from support.workflows.runs import Run, World
from support.workflows.steps import StepDone

STAYS = "step-by-step-priority"  # a provider of the real register
MAIN = "refs/heads/main"


class Rehearsal:
    """One rehearsal, in a folder of its own."""

    def __init__(self, folder: Path, steps: Steps, tests: str) -> None:
        self.folder, self.steps = folder, steps
        self.bare = folder / "repository.git"
        self.port = free_port()
        self.host = Host(folder / "host", f"http://127.0.0.1:{self.port}/{PATH}/")
        self.github = GitHub(folder / "github", self.bare)
        settings = {"PIP_CACHE_DIR": str(folder / "downloads"), "TESTS": tests}
        self.machine = Runner(folder / "machine", self.github, settings)

    def run(self) -> None:
        """All of it."""
        self.set_up()
        with serving(self.host, self.port) as server:
            self.steps.part(f"Publish code of which nothing is known yet, served by {server}")
            cold = self.play("publish.yml", "push")
            self.steps.part("A pull request that adds a report")
            self.add_a_report()
            self.steps.part("Publish a commit of data, on new machines")
            cached = self.play("publish.yml", "push")
            self.look_what_was_kept(cached)
            self.steps.show(from_commit_to_public(cold, cached))
            self.refuse()
            self.restore(cold)
        self.steps.part("Build in four shards")
        shards = self.play("shards.yml", "workflow_dispatch", inputs={"compare": True})
        _holding("The same bytes.", _said(shards, "merge"))
        self.look_at_what_changes_without_a_commit()

    def set_up(self) -> None:
        """A repository with what is committed here."""
        self.steps.part("A repository")
        if git(ROOT, "status", "--porcelain"):
            self.steps.show("What is not committed is not rehearsed.")
        with self.steps.step("push this commit to a bare repository"):
            git(self.folder, "init", "--quiet", "--bare", "--initial-branch=main", self.bare)
            git(ROOT, "push", "--quiet", self.bare, f"HEAD:{MAIN}")

    def add_a_report(self) -> None:
        """A maintainer imports a report; the pull request is checked and merged."""
        report = write_report(self.folder)
        with self.steps.step("generator import --write, generator build, commit, push"):
            work = self.machine.person(self.bare)
            generator = work / VENV / "bin" / "generator"
            run([generator, "import", report, "--write", "--new-provider", PROVIDER], work)
            run([generator, "build"], work)
            commit = self.propose(work, "add-a-report")
        checked = self.play("check.yml", "pull_request", commit)
        self.steps.show(_holding(PROVIDER, "".join(step.summary for step in checked.jobs["register"].steps)))
        with self.steps.step("merge it"):
            git(self.bare, "update-ref", MAIN, commit)

    def look_what_was_kept(self, published: Run) -> None:
        """A commit of data waits for no test, and most of the site is there already."""
        if any(step.outcome != "skipped" for step in published.jobs["test"].steps):
            raise RehearsalError("A commit of data waited for the tests of the code.")
        made, now = (_times(deployment) for deployment in self.host.deployments[-2:])
        kept = made.items() & now.items()
        if not kept:
            raise RehearsalError("Of the last build nothing was used.")
        self.steps.show(f"{len(kept)} of {len(now)} files were made by the last build.")

    def refuse(self) -> None:
        """Two pull requests that may not be merged."""
        self.steps.part("A pull request that corrects a grade without saying why")
        refused = self.mistake("correct-a-grade", correct_without_a_reason)
        if refused.jobs["history"].result != "success":
            raise RehearsalError("Not its history is wrong.")
        summaries = "".join(step.summary for step in refused.jobs["register"].steps)
        self.steps.show(_holding("**Error**", summaries))
        self.steps.part("A pull request that puts a withheld grade into a public repository")
        refused = self.mistake("leak-a-grade", put_a_withheld_grade)
        if {refused.jobs[name].result for name in ("register", "code")} != {"skipped"}:
            raise RehearsalError("More was done with it than to look at its history.")
        self.steps.show(_without_the_grade(_holding("W02", _said(refused, "history"))))

    def mistake(self, branch: str, change: Callable[[Path], None]) -> Run:
        """A maintainer proposes something that is wrong; its code is not looked at, since it is that of before."""
        with self.steps.step("change the register, commit, push"):
            work = self.machine.person(self.bare)
            change(work)
            commit = self.propose(work, branch)
        return self.play("check.yml", "pull_request", commit, ends="failure", given={"code": "success"})

    def propose(self, work: Path, branch: str) -> str:
        """Commit the register on a branch and push it; the commit of its merge, which GitHub makes to check it on."""
        git(work, "checkout", "--quiet", "-b", branch)
        git(work, "add", "data")
        git(work, "commit", "--quiet", "--message", branch)
        git(work, "checkout", "--quiet", "--detach", "origin/main")
        git(work, "merge", "--quiet", "--no-ff", "--message", branch, branch)
        git(work, "push", "--quiet", "origin", branch, f"HEAD:refs/pull/{branch}/merge")
        self.machine.keep_packages()
        return git(work, "rev-parse", "HEAD").strip()

    def restore(self, older: Run) -> None:
        """The next deployment goes wrong; the last good one comes back, and an older one by hand."""
        self.steps.part(f"A deployment that loses the page of {PROVIDER}, and changes a grade of {STAYS}")
        good = self.host.deployments[-1]
        self.host.on_the_way = lambda site: break_site(site, PROVIDER, STAYS)
        broken = self.play("publish.yml", "schedule", ends="failure")
        for test in ("every_provider_of_the_public_model_has_a_page", "exactly_the_grades_that_are_public"):
            _holding(test, _said(broken, "verify"))
        (issue,) = self.github.open_issues()
        self.steps.show("\n".join([f"Issue: {issue['title']}", *_told(_holding(PROVIDER, issue["said"][0]))]))
        self.must_show(good)
        self.steps.part("An older site, by hand")
        self.play("restore.yml", "workflow_dispatch", inputs={"run": str(older.number)})
        self.must_show(self.host.deployments[0])

    def must_show(self, deployment: Path) -> None:
        """What the public sees now is byte for byte what it saw then."""
        shown = self.host.root / PATH
        if _times(shown).keys() != _times(deployment).keys() or any(
            not filecmp.cmp(shown / name, deployment / name, shallow=False) for name in _times(deployment)
        ):
            raise RehearsalError("Another site is shown than the one that was to come back.")
        self.steps.show("The same bytes as then are public.")

    def look_at_what_changes_without_a_commit(self) -> None:
        """What runs every week, but for the attacks, which take an hour. What it finds fails nothing."""
        self.steps.part("Every week, without the attacks")
        self.play("scheduled.yml", "schedule", given={"attack": "success"})
        for issue in self.github.open_issues():
            self.steps.show(f"Issue: {issue['title']}")

    def play(  # noqa: PLR0913 - each has its name where it is called
        self,
        file: str,
        event: str,
        commit: str = "",
        *,
        ends: str = "success",
        given: dict[str, str] | None = None,
        inputs: dict[str, bool | str] | None = None,
    ) -> Run:
        """Run a workflow on a commit, or else on the last one of the main branch; it must end so."""
        head = commit or git(self.bare, "rev-parse", MAIN).strip()

        def workflow(name: str) -> str:
            return git(self.bare, "show", f"{head}:.github/workflows/{name}")

        world = World(self.github, self.machine, self.host, given=given or {}, told=self._tell, workflows=workflow)
        ref = f"refs/pull/{head}/merge" if event == "pull_request" else MAIN
        played = Run(world, file, Event(event, head, ref, inputs or {}))
        if played.conclusion != ends:
            said = "\n".join(_said(played, name) for name in played.jobs)
            raise RehearsalError(f"{file} ended with {played.conclusion}, and not with {ends}.\n{said}")
        return played

    def _tell(self, job: str, step: StepDone) -> None:
        if step.outcome != "skipped":
            self.steps.done(f"{job}: {step.name}", step.outcome, step.seconds)


def _said(played: Run, job: str) -> str:
    """What the steps of a job said that did not go well, or all of it where all did."""
    steps = played.jobs[job].steps
    wrong = [step for step in steps if step.outcome not in ("success", "skipped")]
    return "\n".join(step.said for step in wrong or steps)


def _told(text: str) -> list[str]:
    """Of the text of an issue what counts: what happened, and what was seen."""
    first, *others = text.splitlines()
    return [first, *(line for line in others if "FAILED" in line)]


def _times(site: Path) -> dict[str, int]:
    """When each file of a site was made."""
    return {str(file.relative_to(site)): file.stat().st_mtime_ns for file in site.rglob("*") if file.is_file()}


def _holding(part: str, said: str) -> str:
    if part not in said:
        raise RehearsalError(f"It does not say {part!r}:\n{said}")
    return said


def _without_the_grade(said: str) -> str:
    if WITHHELD in said:
        raise RehearsalError("What was printed holds the withheld grade.")
    return said


def main() -> int:
    """Rehearse, and say whether all went as it must."""
    tests = os.environ.get("TESTS", "")
    # Whoever ends this ends what it started, and takes away its folder.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    steps = Steps(lambda line: print(line, flush=True))
    if tests:
        steps.show(f"Shortened: of the tests, only those of tests/{tests}.")
    with TemporaryDirectory(prefix="klantcijfer-") as folder:
        try:
            Rehearsal(Path(folder).resolve(), steps, tests).run()
        except (RehearsalError, OSError) as error:
            print(f"\n{error}\n\nThe rehearsal stopped here: {steps.total()}.", file=sys.stderr)
            return 1
        except KeyboardInterrupt:
            print(f"\nStopped: {steps.total()}.", file=sys.stderr)
            return 130
    print(f"\nAll went as it must: {steps.total()}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
