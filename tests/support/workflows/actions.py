"""A stand-in for each action that the workflows use. Each does what its README says, at the address that it names."""

import shutil
import tarfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, Protocol

from rehearsal.commands import git
from support.workflows.expressions import UnknownError
from support.workflows.gh import allowed, note
from support.workflows.github import REPOSITORY, Event, GitHub
from support.workflows.machine import Machine


class StepFailedError(Exception):
    """An action says that it could not do what it was asked."""


class Host(Protocol):
    """Where sites are shown: at an address, of which the last deployment is what everybody sees."""

    address: str

    def deploy(self, site: Path) -> object:
        """Show a copy of this folder."""


@dataclass(frozen=True)
class Call:
    """A step that uses an action: what it is given, the machine, and in whose name."""

    given: Mapping[str, str]
    github: GitHub
    machine: Machine
    host: Host
    event: Event
    run: int
    file: str  # the workflow in which the job stands
    token: str

    def needs(self, *rights: str) -> None:
        """Refuse what the job has no right to, and note what it was asked for."""
        for right in rights:
            if not allowed(self.token, right):
                raise StepFailedError(f"Resource not accessible by integration ({right})")
            note(self.github, self.token, right)

    def paths(self) -> list[Path]:
        return [self.machine.work / each for each in self.given["path"].split()]


def checkout(call: Call) -> dict[str, str]:
    """https://github.com/actions/checkout: one commit, or as many as `fetch-depth` says; 0 is all of them."""
    call.needs("contents: read")
    (call.machine.work / ".git").mkdir()
    if call.github.repository is not None:
        depth = int(call.given.get("fetch-depth", "1"))
        work = call.machine.work
        git(work, "init", "--quiet")
        limit = [f"--depth={depth}"] if depth else []
        git(work, "fetch", "--quiet", *limit, f"file://{call.github.repository}", call.event.commit)
        git(work, "checkout", "--quiet", "--detach", "FETCH_HEAD")
    return {}


def setup_python(call: Call) -> dict[str, str]:
    """https://github.com/actions/setup-python: brings what pip downloaded, by the files of `cache-dependency-path`."""
    call.machine.bring_packages(call.given.get("cache-dependency-path", "requirements/*.txt"))
    return {"python-version": call.given["python-version"]}


def unpack(archive: tarfile.TarFile, folder: Path, kind: Literal["tar", "data"]) -> None:
    """Unpack what was packed here; with a filter from Python 3.11.4 on, which has them."""
    filters: dict[str, Any] = {"filter": kind} if hasattr(tarfile, "data_filter") else {}
    archive.extractall(folder, **filters)  # noqa: S202 - only these tests packed it


def restore_cache(call: Call) -> dict[str, str]:
    """https://github.com/actions/cache/tree/main/restore: the cache of the key, or the newest whose key begins so."""
    found = call.github.cache(call.given["key"])
    if not found.is_file():
        begin = call.given["restore-keys"]
        kept = [each for each in found.parent.glob("*.tar") if each.name.startswith(begin)]
        found = max(kept, key=lambda each: each.stat().st_mtime_ns, default=found)
    if found.is_file() and call.given["lookup-only"] != "true":
        with tarfile.open(found) as kept_files:
            unpack(kept_files, call.machine.work, "tar")
    matched = found.name.removesuffix(".tar") if found.is_file() else ""
    return {"cache-primary-key": call.given["key"], "cache-matched-key": matched}


def save_cache(call: Call) -> dict[str, str]:
    """https://github.com/actions/cache/tree/main/save: what is there of the paths; no key is written twice."""
    cache = call.github.cache(call.given["key"])
    if not cache.is_file():
        cache.parent.mkdir(parents=True, exist_ok=True)
        with tarfile.open(cache, "w", format=tarfile.PAX_FORMAT) as kept:
            for path in filter(Path.exists, call.paths()):
                kept.add(path, path.relative_to(call.machine.work))
    return {}


def configure_pages(call: Call) -> dict[str, str]:
    """https://github.com/actions/configure-pages: the address of the site; `base_url` has no slash at its end."""
    call.needs("pages: read")
    return {"base_url": call.host.address.rstrip("/")}


def upload_artifact(call: Call) -> dict[str, str]:
    """https://github.com/actions/upload-artifact: files below the paths, none that is hidden; a name once in a run."""
    _keep(call, call.given["name"], list(_shown(call.paths())), call.given.get("if-no-files-found", "warn"))
    return {}


def upload_pages_artifact(call: Call) -> dict[str, str]:
    """https://github.com/actions/upload-pages-artifact: a folder, without what is hidden, as `artifact.tar`."""
    (site,) = call.paths()
    archive = call.machine.folder / "artifact.tar"
    with tarfile.open(archive, "w") as tar:
        for file, name in _shown([site]):
            tar.add(file, name)
    _keep(call, "github-pages", [(archive, Path("artifact.tar"))], "error")
    return {}


def download_artifact(call: Call) -> dict[str, str]:
    """https://github.com/actions/download-artifact: files of this run, or of another with a token that may read it."""
    run = call.run
    if "run-id" in call.given:
        call.needs("actions: read")
        if call.given["github-token"] != call.token:
            raise StepFailedError("github-token")
        run = int(call.given["run-id"])
    kept = call.github.artifacts(run)
    names = [call.given["name"]] if "name" in call.given else [each.name for each in kept if each.match(_pattern(call))]
    for name in names:
        if call.github.artifact(run, name) not in kept:
            raise StepFailedError(f"Artifact not found for name: {name}")
        target = call.machine.work / call.given.get("path", ".")
        shutil.copytree(call.github.artifact(run, name), target, dirs_exist_ok=True)
    return {}


def attest(call: Call) -> dict[str, str]:
    """https://github.com/actions/attest-build-provenance: signs a file in the name of the workflow and its branch."""
    call.needs("id-token: write", "attestations: write")
    subject = call.machine.work / call.given["subject-path"]
    if not subject.is_file():
        raise StepFailedError(f"Could not find subject at path {subject.name}")
    signer = f"{REPOSITORY}/.github/workflows/{call.file}"
    digest = sha256(subject.read_bytes()).hexdigest()
    statement = {"digest": digest, "signer": signer, "ref": call.event.ref, "repo": REPOSITORY}
    call.github.add("attestations", statement)
    return {}


def deploy_pages(call: Call) -> dict[str, str]:
    """https://github.com/actions/deploy-pages: shows the site in a file of this run; `page_url` ends in a slash."""
    call.needs("pages: write", "id-token: write")
    archive = call.github.artifact(call.run, call.given.get("artifact_name", "github-pages")) / "artifact.tar"
    if not archive.is_file():
        raise StepFailedError("No artifact of that name was found for this run")
    site = call.machine.folder / "deployed"
    shutil.rmtree(site, ignore_errors=True)
    with tarfile.open(archive) as tar:
        unpack(tar, site, "data")
    call.host.deploy(site)
    return {"page_url": call.host.address}


def _pattern(call: Call) -> str:
    if call.given.get("merge-multiple") != "true":
        raise UnknownError("several files of a run, each in a folder")
    return call.given["pattern"]


def _shown(paths: list[Path]) -> Iterator[tuple[Path, Path]]:
    """Every file below the paths with its name in the upload; of a single path, its name below that."""
    for path in paths:
        if path.is_file():
            yield path, Path(path.name)
        for file in sorted(path.rglob("*")):
            name = file.relative_to(path)
            if file.is_file() and not any(part.startswith(".") for part in name.parts):
                yield file, name


def _keep(call: Call, name: str, files: list[tuple[Path, Path]], if_none: str) -> None:
    kept = call.github.artifact(call.run, name)
    if kept.exists():
        raise StepFailedError(f"an artifact with the name {name} already exists")
    if not files and if_none == "error":
        raise StepFailedError(f"No files were found with the provided path: {call.given['path']}")
    for file, inside in files:
        (kept / inside).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, kept / inside)


_Does = Callable[[Call], dict[str, str]]
# What each takes, of all that it could be given.
_ACTIONS: dict[str, tuple[_Does, set[str]]] = {
    "actions/checkout": (checkout, {"fetch-depth", "persist-credentials"}),
    "actions/setup-python": (setup_python, {"python-version", "cache", "cache-dependency-path"}),
    "actions/cache/restore": (restore_cache, {"path", "key", "restore-keys", "lookup-only"}),
    "actions/cache/save": (save_cache, {"path", "key"}),
    "actions/configure-pages": (configure_pages, set()),
    "actions/upload-artifact": (upload_artifact, {"name", "path", "if-no-files-found", "retention-days"}),
    "actions/upload-pages-artifact": (upload_pages_artifact, {"path", "retention-days"}),
    "actions/download-artifact": (
        download_artifact,
        {"name", "pattern", "path", "merge-multiple", "run-id", "github-token"},
    ),
    "actions/attest-build-provenance": (attest, {"subject-path"}),
    "actions/deploy-pages": (deploy_pages, {"artifact_name"}),
}


def action(uses: str, given: Any) -> tuple[str, _Does]:  # noqa: ANN401 - as YAML has it
    """The stand-in of an action, by its name without the version."""
    name = uses.partition("@")[0]
    if name not in _ACTIONS:
        raise UnknownError(f"the action {name}")
    does, takes = _ACTIONS[name]
    if unknown := set(given) - takes:
        raise UnknownError(f"{name} with {', '.join(sorted(unknown))}")
    return name, does
