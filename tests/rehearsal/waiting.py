"""How long from a commit of data until it is public: what it waits for, as it was measured here."""

from collections.abc import Mapping

# What a commit of data waits for, in its order. The look comes when the site is public already.
UNTIL_PUBLIC = {
    "changed": "what is new",
    "packages": "packages that a build needs",
    "check": "findings",
    "history": "nothing withheld in a commit",
    "audit": "what could be worked out",
    "site": "build",
}
UNTIL_LOOKED_AT = {"packages of the look": "packages that the look needs", "verify": "look at it"}
NOT_MEASURED = (
    "Not measured, because it is GitHub's: waiting for machines, checking out, bringing and keeping\n"
    "the last build and the packages, keeping the site, attesting and deploying it."
)

Waits = Mapping[str, float]


def from_commit_to_public(cold: Waits, warm: Waits) -> str:
    """A table of seconds: by a machine that has nothing, and by one with packages and the last build from a cache."""

    def row(name: str, seconds: Waits, other: Waits, of: Mapping[str, str]) -> str:
        return f"{name:32}{_sum(seconds, of):>10.1f}{_sum(other, of):>10.1f}"

    lines = [f"{'From commit to public, in seconds':32}{'cold':>9}{'cached':>10}"]
    lines += [row(name, cold, warm, {key: name}) for key, name in UNTIL_PUBLIC.items()]
    lines += [row("public after", cold, warm, UNTIL_PUBLIC)]
    lines += [row(name, cold, warm, {key: name}) for key, name in UNTIL_LOOKED_AT.items()]
    lines += [row("looked at after", cold, warm, {**UNTIL_PUBLIC, **UNTIL_LOOKED_AT})]
    return "\n".join([*lines, NOT_MEASURED])


def _sum(waits: Waits, of: Mapping[str, str]) -> float:
    return sum(waits[key] for key in of)
