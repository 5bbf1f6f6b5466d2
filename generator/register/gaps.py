"""What of the register could not be read, so that one fault does not cause more findings."""

from dataclasses import dataclass, field

from generator.register.records import ReportKey


@dataclass(slots=True)
class Gaps:
    """What could not be read.

    Args:
        rows: folder, provider and period end of rows that gave no record; an empty period end stands for any.
        files: the tables with missing lines.
        services: the services of rows that gave no record.
        providers: every provider that has a file, readable or not.
        charter: whether what makes the register this one could not be read.
    """

    rows: set[tuple[str, str, str]] = field(default_factory=set)
    files: set[str] = field(default_factory=set)
    services: set[str] = field(default_factory=set)
    providers: set[str] = field(default_factory=set)
    charter: bool = False

    def add(self, file: str, provider: str, period_end: str) -> None:
        """Note that a row of ``file`` gave no record."""
        self.rows.add((folder_of(file), provider, period_end))

    def touch(self, folder: str, key: ReportKey) -> bool:
        """Whether something of this report may be missing from ``folder``."""
        if not self.rows and not self.files:
            return False
        provider, end = key
        rows = {(folder, provider, end.isoformat()), (folder, provider, "")}
        return f"{folder}/{end.year}.csv" in self.files or not rows.isdisjoint(self.rows)


def folder_of(file: str) -> str:
    """The first folder in the name of a file."""
    return file.split("/", maxsplit=1)[0]
