"""How long from a commit until it is public: what the job that deploys waits for, as it was measured here."""

from support.workflows.runs import Run

NOT_MEASURED = (
    "Jobs that do not wait for each other run at the same time. Packages are set up once of each kind,\n"
    "which counts for each machine. Not measured, because it is GitHub's: waiting for machines, bringing\n"
    "and keeping files, attesting and deploying."
)


def from_commit_to_public(cold: Run, cached: Run) -> str:
    """A table of seconds: of a run that relies on nothing, and of one of data, with the last build from a cache."""
    runs = cold, cached
    jobs = [name for name in cold.jobs if name in cold.before("deploy")]
    rows = {name: [run.jobs[name].ended - run.jobs[name].began for run in runs] for name in [*jobs, "deploy", "verify"]}
    rows["public after"] = [run.jobs["deploy"].ended for run in runs]
    rows["looked at after"] = [run.jobs["verify"].ended for run in runs]
    lines = [f"{name:32}{one:>10.1f}{other:>10.1f}" for name, (one, other) in rows.items()]
    return "\n".join([f"{'From commit to public, seconds':32}{'code':>10}{'data':>10}", *lines, NOT_MEASURED])
