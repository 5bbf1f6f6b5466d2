"""`make rehearse`: what the workflows run, in their order, on this machine.

A bare repository stands for GitHub's, a clean clone for each machine of a workflow, a web server here for Pages.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from rehearsal.breaking import break_site
from rehearsal.changes import PROVIDER, WITHHELD, correct_without_a_reason, put_a_withheld_grade, write_report
from rehearsal.commands import LONG, RehearsalError, git, run
from rehearsal.hosting import PATH, Host, free_port, serving
from rehearsal.machine import Machine
from rehearsal.steps import Steps
from rehearsal.waiting import Waits, from_commit_to_public
from support.project import ROOT

VENV = ".venv"
SHARDS = 4
STAYS = "step-by-step-priority"  # a provider of the real register


class Rehearsal:
    """One rehearsal, in a folder of its own."""

    def __init__(self, folder: Path, steps: Steps, tests: str) -> None:
        self.folder = folder
        self.steps = steps
        self.tests = tests
        self.bare = folder / "repository.git"
        self.maintainer = folder / "maintainer"
        self.cache = folder / "cache.tar"
        self.host = Host(folder / "host")
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}/{PATH}/"

    def run(self) -> None:
        """All of it."""
        self.set_up()
        with serving(self.host, self.port) as server:
            self.steps.part(f"Publish code of which nothing is known yet, served by {server}")
            cold = self.publish_code()
            good = git(self.runner.folder, "rev-parse", "HEAD").strip()
            self.add_a_report()
            self.steps.part("Publish a commit of data, on new machines")
            deployment, cached = self.publish_data(good)
            self.steps.show(from_commit_to_public(cold, cached))
            self.refuse()
            self.restore(deployment)
        self.build_in_shards()
        self.look_at_what_changes_without_a_commit()

    def set_up(self) -> None:
        """A repository, a maintainer's clone of it, and a machine that has nothing but another clone."""
        self.steps.part("A repository, and a clean clone")
        if git(ROOT, "status", "--porcelain"):
            self.steps.show("What is not committed is not rehearsed.")
        with self.steps.step("push this commit to a bare repository, and clone it"):
            git(self.folder, "init", "--quiet", "--bare", "--initial-branch=main", self.bare)
            git(ROOT, "push", "--quiet", self.bare, "HEAD:refs/heads/main")
            git(self.folder, "clone", "--quiet", self.bare, self.maintainer)
            self.runner = self.looker = self.new_machine("runner")

    def add_a_report(self) -> None:
        """A maintainer imports a report; the pull request is checked and merged."""
        self.steps.part("A pull request that adds a report")
        with self.steps.step("generator import --write, generator build, commit, push"):
            report = write_report(self.folder)
            self.generator("import", report, "--write", "--new-provider", PROVIDER)
            self.generator("build")
            self.propose("add-a-report")
        self.check("add-a-report")
        with self.steps.step("merge it"):
            git(self.runner.folder, "push", "--quiet", "origin", "HEAD:main")

    def publish_code(self) -> Waits:
        """The first commit: nothing was published that went well, so tests come before the deployment."""
        waits: dict[str, float] = {}
        site = self.build_new(waits, last_good="", code="true")
        self.wait_for(waits, "packages of the look", f"{VENV}/.test", limit=LONG)
        waits["packages of the look"] += waits["packages"]  # the look is on a machine of its own
        self.test()
        self.deploy_and_look(waits, site)
        return waits

    def publish_data(self, last_good: str) -> tuple[Path, Waits]:
        """What happens after the merge of a report: no test of the code, and most of the site is there already."""
        self.runner, self.looker = self.new_machine("builder"), self.new_machine("looker")
        with self.steps.step("bring the last build, as a cache does"):
            self.runner.bring_last_build(self.cache)
        made = self.runner.times()
        waits: dict[str, float] = {}
        site = self.build_new(waits, last_good, code="false")
        kept = made.items() & self.runner.times().items()
        if not kept:
            raise RehearsalError("Of the last build nothing was used.")
        self.steps.show(f"{len(kept)} of {len(made)} files were made by the last build.")
        self.wait_for(waits, "packages of the look", f"{VENV}/.test", machine=self.looker, limit=LONG)
        return self.deploy_and_look(waits, site), waits

    def build_new(self, waits: dict[str, float], last_good: str, code: str) -> Path:
        """The jobs `changed`, `register`, `audit` and `build` of `publish`, one by one; what is kept of the site."""
        told = self.wait_for(waits, "changed", "changed", f"BASE={last_good}")
        since = _holding(f"code={code}", told).partition("since=")[2].splitlines()[0]
        self.wait_for(waits, "packages", f"{VENV}/.site", limit=LONG)
        self.wait_for(waits, "check", "check")
        self.wait_for(waits, "history", "history", f"BASE={since}")
        self.wait_for(waits, "audit", "audit")
        self.wait_for(waits, "site", "site", settings={"SITE_URL": self.address})
        self.runner.keep_last_build(self.cache)
        # Tests, which run on a machine of their own at GitHub, build another one in its place.
        return Path(shutil.copytree(self.runner.site, self.folder / f"site-{code}"))

    def deploy_and_look(self, waits: dict[str, float], site: Path) -> Path:
        """The jobs after these; returns the deployment."""
        with self.steps.step("deploy"):
            deployment = self.host.deploy(site)
        look = self.wait_for(waits, "verify", "verify", f"URL={self.address}", machine=self.looker, limit=LONG)
        self.steps.show(look)
        with self.steps.step("make sbom"):
            self.steps.show(self.looker.make("sbom"))
        if changed := git(self.runner.folder, "status", "--porcelain"):
            raise RehearsalError(f"Publishing changed what is committed:\n{changed}")
        return deployment

    def refuse(self) -> None:
        """Two pull requests that may not be merged."""
        self.steps.part("A pull request that corrects a grade without saying why")
        self.mistake("correct-a-grade", correct_without_a_reason)
        with self.steps.step("make check FORMAT=github: the register itself is sound"):
            self.runner.make("check", "FORMAT=github")
        with self.steps.step("make difference: refused"):
            self.steps.show(_holding("**Error**", self.runner.make("difference", "BASE=HEAD^1", exits=(2,))))
        self.steps.part("A pull request that puts a withheld grade into a public repository")
        self.mistake("leak-a-grade", put_a_withheld_grade)
        with self.steps.step("make check FORMAT=github: refused, on the line of the register"):
            said = _holding(
                "::error file=data/results/2021.csv", self.runner.make("check", "FORMAT=github", exits=(2,))
            )
            self.steps.show(_without_the_grade(said))
        with self.steps.step("make history FORMAT=github: refused, and the commit named"):
            said = _holding("W02", self.runner.make("history", "FORMAT=github", "BASE=HEAD^1", exits=(2,)))
            self.steps.show(_without_the_grade(said))
        with self.steps.step("make difference: refused"):
            said = _holding("W02", self.runner.make("difference", "BASE=HEAD^1", exits=(2,)))
            self.steps.show(_without_the_grade(said))

    def restore(self, good: Path) -> None:
        """The next deployment goes wrong; the last good one comes back."""
        self.steps.part("A deployment that goes wrong")
        git(self.runner.folder, "checkout", "--quiet", "--detach", "origin/main")
        with self.steps.step(f"deploy a site without the page of {PROVIDER}, and with another grade of {STAYS}"):
            broken = self.folder / "broken"
            shutil.copytree(self.runner.site, broken)
            break_site(broken, PROVIDER, STAYS)
            self.host.deploy(broken)
        with self.steps.step("make verify: it fails, and says what is wrong"):
            said = self.verify(exits=(2,))
            for test in ("every_provider_of_the_public_model_has_a_page", "exactly_the_grades_that_are_public"):
                _holding(test, said)
            told = (self.looker.folder / "build" / "verification.md").read_text(encoding="utf-8")
            self.steps.show("\n".join(line for line in _holding(PROVIDER, told).splitlines() if "FAILED" in line))
        with self.steps.step("deploy the last good site again"):
            self.host.show(good)
        with self.steps.step("make verify"):
            self.steps.show(self.verify())

    def build_in_shards(self) -> None:
        """The workflow `shards`: four machines build, and a fifth brings what they made together."""
        self.steps.part("Build in four shards")
        settings, shards = {"SITE_URL": self.address}, self.runner.folder / "build" / "shards"
        for number in range(1, SHARDS + 1):
            with self.steps.step(f"make shard SHARD={number}/{SHARDS}"):
                self.runner.make("shard", f"SHARD={number}/{SHARDS}", settings=settings)
                # What is hidden stays behind, as in the files of a run.
                shutil.copytree(shards, self.folder / "kept", ignore=shutil.ignore_patterns(".*"), dirs_exist_ok=True)
                shutil.rmtree(shards)
        shutil.move(self.folder / "kept", shards)
        with self.steps.step("make merge"):
            self.runner.make("merge")
        with self.steps.step("make compare"):
            self.steps.show(_holding("The same bytes.", self.runner.make("compare", settings=settings)))

    def look_at_what_changes_without_a_commit(self) -> None:
        """What runs every week. What it finds is for the maintainers, and fails nothing."""
        self.steps.part("Every week")
        for target in ("links", "audit-dependencies"):
            with self.steps.step(f"make {target}"):
                self.steps.show(self.looker.make(target, exits=(0, 2)))

    def check(self, branch: str) -> None:
        """What the workflow `check` runs on a pull request: on the merge as it would be."""
        self.merge(branch)
        with self.steps.step("make history FORMAT=github"):
            self.runner.make("history", "FORMAT=github", "BASE=HEAD^1")
        with self.steps.step("make check FORMAT=github"):
            self.runner.make("check", "FORMAT=github")
        with self.steps.step("make difference"):
            self.steps.show(_holding(PROVIDER, self.runner.make("difference", "BASE=HEAD^1")))
        with self.steps.step("make lint"):
            self.runner.make("lint", limit=LONG)
        self.test()
        with self.steps.step("make site"):
            self.runner.make("site")

    def test(self) -> None:
        """All tests, or those that were asked for."""
        chosen = [f"TESTS={self.tests}"] if self.tests else []
        with self.steps.step(" ".join(["make test", *chosen])):
            self.runner.make("test", *chosen, limit=LONG)

    def wait_for(
        self,
        waits: dict[str, float],
        what: str,
        *arguments: str,
        machine: Machine | None = None,
        limit: int = 300,
        settings: dict[str, str] | None = None,
    ) -> str:
        """A target for which whoever commits waits: how long goes into ``waits``."""
        with self.steps.step(" ".join(["make", *arguments])) as took:
            said = (machine or self.runner).make(*arguments, limit=limit, settings=settings)
        waits[what] = took.seconds
        return said

    def new_machine(self, name: str) -> Machine:
        """A machine with a clone of what is on the main branch now; all share what was downloaded."""
        return Machine.new(self.folder / name, self.bare, self.folder / "downloads")

    def verify(self, exits: tuple[int, ...] = (0,)) -> str:
        """Look at what is deployed."""
        return self.looker.make("verify", f"URL={self.address}", exits=exits, limit=LONG)

    def mistake(self, branch: str, change: Callable[[Path], None]) -> None:
        """A maintainer proposes something that is wrong."""
        with self.steps.step("change the register, commit, push"):
            git(self.maintainer, "checkout", "--quiet", "main")
            git(self.maintainer, "pull", "--quiet", "--ff-only")
            change(self.maintainer)
            self.propose(branch)
            self.merge(branch)

    def propose(self, branch: str) -> None:
        """Commit the register on a branch, and push that."""
        git(self.maintainer, "checkout", "--quiet", "-b", branch)
        git(self.maintainer, "add", "data")
        git(self.maintainer, "commit", "--quiet", "--message", branch)
        git(self.maintainer, "push", "--quiet", "origin", branch)
        git(self.maintainer, "checkout", "--quiet", "main")

    def merge(self, branch: str) -> None:
        """What a pull request is checked on: the merge into main."""
        git(self.runner.folder, "fetch", "--quiet", "origin")
        git(self.runner.folder, "checkout", "--quiet", "--detach", "origin/main")
        git(self.runner.folder, "merge", "--quiet", "--no-ff", "--message", branch, f"origin/{branch}")

    def generator(self, *arguments: str | Path) -> str:
        """A command of the generator, as the maintainer gives it."""
        return run([self.runner.folder / VENV / "bin" / "generator", *arguments], self.maintainer)


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
