"""A machine of a workflow: a clone, its own packages, and what a cache brings to it and keeps of it."""

from dataclasses import dataclass
from pathlib import Path

from rehearsal.commands import git, run

# As in publish.yml: what the next build of the same code can use.
LAST_BUILD = ("build/docs", "build/.docs.manifest", "site")


@dataclass(frozen=True)
class Machine:
    """A clone in ``folder``; packages that were downloaded once are kept in ``downloads``."""

    folder: Path
    downloads: Path

    @classmethod
    def new(cls, folder: Path, repository: Path, downloads: Path) -> "Machine":
        """A machine that has checked out the main branch, and nothing else."""
        git(folder.parent, "clone", "--quiet", repository, folder)
        return cls(folder, downloads)

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def make(
        self, *arguments: str, exits: tuple[int, ...] = (0,), limit: int = 300, settings: dict[str, str] | None = None
    ) -> str:
        """A target, as a workflow runs it. Make ends with 2 where a command ended with anything but 0."""
        return run(
            ["make", "--no-print-directory", *arguments],
            self.folder,
            exits=exits,
            limit=limit,
            settings={"PIP_CACHE_DIR": str(self.downloads), **(settings or {})},
        )

    def keep_last_build(self, cache: Path) -> None:
        """Keep it, with the times of its files."""
        run(["tar", "--create", "--posix", "--file", cache, *LAST_BUILD], self.folder)

    def bring_last_build(self, cache: Path) -> None:
        """Bring what another machine kept."""
        run(["tar", "--extract", "--file", cache], self.folder)

    def times(self) -> dict[str, int]:
        """When each file of the site was made."""
        files = (file for file in self.site.rglob("*") if file.is_file())
        return {str(file.relative_to(self.site)): file.stat().st_mtime_ns for file in files}
