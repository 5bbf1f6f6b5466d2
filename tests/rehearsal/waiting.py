"""How long from a commit of data until it is public: what it waits for, as it was measured here."""

from collections.abc import Iterable, Mapping

# What a commit of data waits for, by jobs of publish.yml. Those of the second kind run at the same time.
_PACKAGES = {"packages": "packages, on each machine"}
CHANGED = {"changed": "what is new"}
BESIDE = (
    {**_PACKAGES, "check": "findings", "history": "nothing withheld in a commit"},
    {**_PACKAGES, "audit": "what could be worked out"},
    {**_PACKAGES, "site": "build"},
)
# The look comes when the site is public already.
VERIFY = {"packages of the look": "packages of the look", "verify": "look at it"}
NOT_MEASURED = (
    "Not measured, because it is GitHub's: waiting for machines, checking out, bringing and keeping\n"
    "the last build and the packages, keeping the site, attesting and deploying it."
)

Waits = Mapping[str, float]


def from_commit_to_public(cold: Waits, cached: Waits) -> str:
    """A table of seconds: by machines that have nothing, and by some with packages and the last build from a cache."""
    columns = cold, cached
    rows = {name: [waits[key] for waits in columns] for of in (CHANGED, *BESIDE) for key, name in of.items()}
    rows["public after"] = [_until_public(waits) for waits in columns]
    rows |= {name: [waits[key] for waits in columns] for key, name in VERIFY.items()}
    rows["looked at after"] = [_until_public(waits) + _sum(waits, VERIFY) for waits in columns]
    lines = [f"{name:32}{one:>10.1f}{other:>10.1f}" for name, (one, other) in rows.items()]
    return "\n".join([f"{'From commit to public, seconds':32}{'cold':>10}{'cached':>10}", *lines, NOT_MEASURED])


def _until_public(waits: Waits) -> float:
    return _sum(waits, CHANGED) + max(_sum(waits, job) for job in BESIDE)


def _sum(waits: Waits, keys: Iterable[str]) -> float:
    return sum(waits[key] for key in keys)
