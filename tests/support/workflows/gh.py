"""A stand-in for GitHub's command line: answers from a folder as its manual says, and notes the rights that it used.

The manual: https://cli.github.com/manual/. What the token may: https://docs.github.com/en/actions/reference/workflows-and-actions/
workflow-syntax#permissions. What it does not know it refuses, as it does what the token of the job has no right to.
"""

import argparse
import json
import os
import re
import sys
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

from support.workflows.github import FOLDER, GitHub, Record

# As gh writes an author who is an app: api/queries_issue.go of https://github.com/cli/cli.
BOT = {"is_bot": True, "login": "app/github-actions"}


def run_list(github: GitHub, asked: argparse.Namespace) -> Iterable[Record]:
    """`gh run list`: newest first. `--status` takes how a run ended too."""
    wanted = {"workflow": asked.workflow, "branch": asked.branch, "status": asked.status}
    runs = [run for run in reversed(github.read("runs")) if wanted.items() <= run.items()]
    return runs[: asked.limit]


def issue_list(github: GitHub, asked: argparse.Namespace) -> Iterable[Record]:
    """`gh issue list`: by default only those that are open; an app is an author whose login begins with `app/`.

    Not asked with `--app`, which finds nothing of github-actions: https://github.com/cli/cli/issues/5888.
    """
    return list(reversed(github.open_issues()))[: asked.limit]


def issue_create(github: GitHub, asked: argparse.Namespace) -> None:
    """`gh issue create`."""
    number = 1 + len(github.read("issues"))
    body = Path(asked.body_file).read_text(encoding="utf-8")
    issue = {"number": number, "title": asked.title, "author": BOT, "state": "open", "said": [body]}
    github.add("issues", issue)


def issue_comment(github: GitHub, asked: argparse.Namespace) -> None:
    """`gh issue comment`."""
    _say(github, asked.number, Path(asked.body_file).read_text(encoding="utf-8"))


def issue_close(github: GitHub, asked: argparse.Namespace) -> None:
    """`gh issue close`."""
    _say(github, asked.number, asked.comment, state="closed")


def attestation_verify(github: GitHub, asked: argparse.Namespace) -> None:
    """`gh attestation verify`: ends with 1 where nothing was signed of this file by this workflow and branch."""
    digest = sha256(Path(asked.file).read_bytes()).hexdigest()
    signed = {"digest": digest, "signer": asked.signer_workflow, "ref": asked.source_ref, "repo": asked.repo}
    if signed not in github.read("attestations"):
        raise SystemExit("Error: no matching attestations found")


def _say(github: GitHub, number: int, text: str, **changed: str) -> None:
    issues = github.read("issues")
    (issue,) = (each for each in issues if each["number"] == number)
    issue.update(changed, said=[*issue["said"], text])
    github.write("issues", issues)


def selected(records: Iterable[Record], expression: str) -> list[str]:
    """What `--jq` gives, of the few forms that the workflows use: https://jqlang.org/manual/."""
    iterated, *stages = expression.split(" | ")
    if path := re.fullmatch(r"\.\[\]\.(\w+)", iterated):
        stages = [f".{path[1]}", *stages]
    elif iterated != ".[]":
        raise SystemExit(f"gh (stand-in): --jq {expression!r}")
    values: list[object] = list(records)
    for stage in stages:
        if of := re.fullmatch(r"select\(\.(\w+) == env\.(\w+)\)", stage):
            values = [each for each in values if _record(each)[of[1]] == os.environ.get(of[2])]
        elif of := re.fullmatch(r"select\(\.(\w+)\.(\w+) == \"([^\"\\]*)\"\)", stage):
            values = [each for each in values if _record(_record(each)[of[1]])[of[2]] == of[3]]
        elif of := re.fullmatch(r"\.(\w+)", stage):
            values = [_record(each)[of[1]] for each in values]
        else:
            raise SystemExit(f"gh (stand-in): --jq {expression!r}")
    return [each if isinstance(each, str) else json.dumps(each) for each in values]


def _record(value: object) -> Record:
    assert isinstance(value, dict)
    return value


def parser() -> argparse.ArgumentParser:
    """The commands and their options; others are refused."""
    top = argparse.ArgumentParser(prog="gh", allow_abbrev=False)
    groups = top.add_subparsers(required=True, dest="group")
    topics = {name: groups.add_parser(name).add_subparsers(required=True) for name in ("run", "issue", "attestation")}

    def command(topic: str, name: str, does: Callable[..., object], needs: str, **options: type) -> None:
        added = topics[topic].add_parser(name, allow_abbrev=False)
        added.set_defaults(does=does, needs=needs)
        for option, kind in options.items():
            flag = option.lower() if option.isupper() else f"--{option.replace('_', '-')}"
            added.add_argument(flag, type=kind).required = True

    listed = {"limit": int, "json": str, "jq": str}
    command("run", "list", run_list, "actions: read", workflow=str, branch=str, status=str, **listed)
    command("issue", "list", issue_list, "issues: read", **listed)
    command("issue", "create", issue_create, "issues: write", title=str, body_file=str)
    command("issue", "comment", issue_comment, "issues: write", NUMBER=int, body_file=str)
    command("issue", "close", issue_close, "issues: write", NUMBER=int, comment=str)
    signed = {"repo": str, "signer_workflow": str, "source_ref": str}
    command("attestation", "verify", attestation_verify, "attestations: read", FILE=str, **signed)
    return top


def allowed(token: str, needs: str) -> bool:
    """Whether a token may do what needs this right: who may write may read."""
    right, level = needs.split(": ")
    return _given(token).get(right) in (level, "write")


def note(github: GitHub, token: str, needs: str) -> None:
    """Write down which right a job used."""
    github.add("used", {"job": _given(token)["job"], "right": needs})


def _given(token: str) -> dict[str, str]:
    """A token here names its job and the rights that it has."""
    return dict(each.split("=") for each in token.split(",") if each)


def main(arguments: list[str]) -> None:
    """Answer one command."""
    github = GitHub(Path(os.environ[FOLDER]))
    asked = parser().parse_args(arguments)
    if not os.environ.get("GH_REPO") or "GH_TOKEN" not in os.environ:
        raise SystemExit("gh: set GH_TOKEN and GH_REPO")
    if not allowed(os.environ["GH_TOKEN"], asked.needs):
        raise SystemExit(f"gh: HTTP 403: Resource not accessible by integration ({asked.needs})")
    note(github, os.environ["GH_TOKEN"], asked.needs)
    if github.read("faults"):
        raise SystemExit("gh: HTTP 502: Bad gateway")
    answer = asked.does(github, asked)
    if answer is not None:
        told = selected(({name: each[name] for name in asked.json.split(",")} for each in answer), asked.jq)
        print("".join(f"{each}\n" for each in told), end="")


if __name__ == "__main__":
    main(sys.argv[1:])
