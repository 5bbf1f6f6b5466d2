"""The machines of a rehearsal: each new and empty, with real packages, which are set up once of each kind."""

import time
from pathlib import Path

from rehearsal.commands import LONG, RehearsalError, git, run
from support.workflows.machine import Machine

VENV = ".venv"


class Runner(Machine):
    """Where every job works, at the same place. How long its packages took counts for each machine that has them."""

    def bring_packages(self, kind: str) -> None:
        """Those of the site, or of the tests too: set up by make, or those that another machine left behind."""
        stamp = ".site" if kind == "requirements/site.txt" else ".test"
        kept, venv = self.folder / f"packages{stamp}", self.work / VENV
        if kept.is_dir():
            kept.rename(venv)
            for name in (".site", ".test"):  # newer than the lists, as make would have left them
                if (venv / name).is_file():
                    (venv / name).touch()
            self.counts = float((venv / "took").read_text(encoding="utf-8"))
            return
        began = time.monotonic()
        run(["make", f"{VENV}/{stamp}"], self.work, limit=LONG, settings=self.settings)
        (venv / "took").write_text(str(time.monotonic() - began), encoding="utf-8")

    def keep_packages(self) -> None:
        """Leave them behind for the next machine; and see that a job changes nothing that is committed."""
        venv = self.work / VENV
        if venv.is_dir():
            venv.rename(self.folder / f"packages{'.test' if (venv / '.test').is_file() else '.site'}")
        if (self.work / ".git" / "HEAD").is_file() and (changed := git(self.work, "status", "--porcelain")):
            raise RehearsalError(f"A job changed what is committed:\n{changed}")

    def person(self, repository: Path) -> Path:
        """The machine of a maintainer: a clone of the main branch, with the packages of the site."""
        work = self.begin()
        git(work, "clone", "--quiet", repository, ".")
        self.bring_packages("requirements/site.txt")
        self.counts = 0.0  # of no job
        return work
