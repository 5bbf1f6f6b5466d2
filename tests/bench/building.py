"""What a build costs: cold, after some change, in shards; beside other engines that render just its pages.

Machines are noisy: what counts is the ratio within one run. Run it with `make bench`, or `make bench SIZES=500`; with
RUNS=1 for a quick look.
"""

import gzip
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measuring import Cost, cost, middle
from support.made import FRAME
from support.project import ROOT

from generator.engine.mkdocs import lay_out

SIZES = "500 2000 10000"  # providers
RUNS = 3  # the middle one counts
AS_OF = "2026-10-31"
SHARDS = 4
_PYTHON = sys.executable
_GENERATOR = (_PYTHON, "-m", "generator")
_COPY = (_PYTHON, "-c", "import shutil, sys; shutil.copytree(sys.argv[1], sys.argv[2])")
_CERTAIN = re.compile(r"fairly_certain_from: (\d+)")
_TELEPHONE = re.compile(r"^(.*,final,.*,)(yes|no)((?:,[\d-]*){3})$", re.MULTILINE)
_OTHER = {"yes": "no", "no": "yes"}
# The least that Hugo needs to make a page of each Markdown file, with the HTML in it.
_BARE = "<!doctype html><html><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>\n"
_HUGO = {
    "config.toml": 'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]\n'
    "[markup.goldmark.renderer]\nunsafe = true\n",
    "layouts/_default/single.html": _BARE,
    "layouts/_default/list.html": _BARE,
}


@dataclass(frozen=True, slots=True)
class Register:
    """A register of invented providers, and where its site is built, in a folder of its own."""

    folder: Path
    providers: int
    runs: int

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def docs(self) -> Path:
        return self.folder / "docs"

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def write(self) -> None:
        command = [*_GENERATOR, "demo", "--providers", str(self.providers), "--out", str(self.data)]
        subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)

    def build(self, *options: str, before: Callable[[], object] = int, runs: int | None = None) -> Cost:
        """What a build costs; on one processor, so that none of it is for bringing work together."""
        places = (f"--data={self.data}", f"--docs={self.docs}", f"--site={self.site}", f"--as-of={AS_OF}")
        return cost(*_GENERATOR, "build", *places, *(options or ("--jobs=1",)), before=before, runs=runs or self.runs)

    def forget(self) -> None:
        """Let nothing be there of an earlier build."""
        for place in (self.docs, self.site):
            shutil.rmtree(place, ignore_errors=True)

    def after(self, change: Callable[[], object]) -> Cost:
        """What a build costs after a ``change`` that is undone by making it again."""
        costs = []
        for _ in range(self.runs):
            change()
            costs.append(self.build(runs=1))
            change()
            self.build(runs=1)
        return middle(costs)

    def change_a_report(self) -> None:
        """Whether people could answer by telephone, in one report of the year before: its provider's page says so."""
        file = self.data / "reports" / f"{int(AS_OF[:4]) - 1}.csv"
        text = file.read_text(encoding="utf-8")
        changed = _TELEPHONE.sub(lambda row: f"{row[1]}{_OTHER[row[2]]}{row[3]}", text, count=1)
        assert changed != text
        file.write_text(changed, encoding="utf-8")

    def change_the_policy(self) -> None:
        """From how many answers a grade is fairly certain: every page says so."""
        file = self.data / "policy.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(_CERTAIN.sub(lambda rule: f"fairly_certain_from: {int(rule[1]) ^ 1}", text), encoding="utf-8")


def ways(register: Register) -> Iterator[tuple[str, Cost]]:
    """Each way to make the site or its pages, with what it costs."""
    yield "cold", register.build(before=register.forget)
    yield "cold, a process for each processor", register.build("--engine=shells", before=register.forget)
    yield "nothing changed", register.build()
    yield "a commit of one report", register.after(register.change_a_report)
    yield "a change of the policy", register.after(register.change_the_policy)
    yield f"{SHARDS} shards, one after another, and merged", _in_shards(register)
    other = register.folder / "other"
    yield from ((way, each) for way, each in _others(register, other) if each)
    yield (
        "writing the same files",
        cost(*_COPY, str(register.site), str(other), before=lambda: _empty(other), runs=register.runs),
    )


def _in_shards(register: Register) -> Cost:
    shards = f"--shards={register.folder / 'shards'}"
    of = [register.build("--jobs=1", f"--shard={number}/{SHARDS}", shards) for number in range(1, SHARDS + 1)]
    merged = register.folder / "merged"
    places = (f"--data={register.data}", f"--docs={merged / 'docs'}", f"--site={merged / 'site'}")
    return sum([*of, cost(*_GENERATOR, "merge", *places, shards, runs=register.runs)], Cost(0, 0, 0))


def _others(register: Register, other: Path) -> Iterator[tuple[str, Cost | None]]:
    """Other engines, each of which makes just the pages of the same Markdown."""
    runs, docs = register.runs, register.docs
    laid_out = register.folder / "laid-out"
    yield "MkDocs, just the pages", cost(
        _PYTHON, "-m", "mkdocs", "build", "--strict",
        before=lambda: _lay_out(register, laid_out), runs=runs, cwd=laid_out, NO_MKDOCS_2_WARNING="1",
    )  # fmt: skip
    yield "the page stage of ours", cost(
        _PYTHON, "-m", "bench.page_stage", str(docs), str(other),
        before=lambda: _empty(other), runs=runs, PYTHONPATH=str(ROOT / "tests"),
    )  # fmt: skip
    yield "Zensical, just the pages", _zensical(register, laid_out)
    yield "Hugo, just the pages, a minimal theme", _hugo(register, other)


def _lay_out(register: Register, folder: Path) -> None:
    """The Markdown in an empty folder, with the settings and the theme."""
    _empty(folder)
    shutil.copytree(register.docs, folder / "docs")
    lay_out(ROOT, FRAME, folder)


def _zensical(register: Register, laid_out: Path) -> Cost | None:
    program = Path(_PYTHON).with_name("zensical")
    if not program.exists():
        return None
    return cost(
        str(program), "build", "--config-file", "mkdocs.yml",
        before=lambda: _lay_out(register, laid_out), runs=register.runs, cwd=laid_out,
    )  # fmt: skip


def _hugo(register: Register, other: Path) -> Cost | None:
    program = shutil.which("hugo")
    if not program:
        return None
    project = register.folder / "hugo"
    for name, text in _HUGO.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    # An index.md of a folder would be all of that folder to Hugo.
    for file in register.docs.rglob("*.md"):
        place = project / "content" / file.relative_to(register.docs)
        place = place.with_name("_index.md") if place.name == "index.md" else place
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
    command = (program, "--source", str(project), "--destination", str(other), "--quiet")
    return cost(*command, before=lambda: _empty(other), runs=register.runs)


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def main() -> None:
    """Print a table for each size, and how they compare."""
    cold = {}
    for providers in map(int, (os.environ.get("SIZES") or SIZES).split()):
        with TemporaryDirectory() as name:
            register = Register(Path(name), providers, int(os.environ.get("RUNS") or RUNS))
            register.write()
            costs = {}
            for way, costs[way] in ways(register):  # it can take an hour: what is known is said
                print(f"{providers:,} providers, {way}: {costs[way]}", file=sys.stderr, flush=True)
            cold[providers] = costs["cold"].processor
            _print(register, costs)
    smallest, largest = min(cold), max(cold)
    if smallest < largest:
        growth = (cold[largest] / largest) / (cold[smallest] / smallest)
        print(f"\nA provider costs {growth:.2f} times as much at {largest:,} as at {smallest:,}.")


def _print(register: Register, costs: dict[str, Cost]) -> None:
    print(f"\n| {register.providers:,} providers | processor, s | of MkDocs | of cold | clock, s | memory, MB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |", flush=True)
    beside, cold = costs["MkDocs, just the pages"].processor, costs["cold"].processor
    for way, each in costs.items():
        ratios = f"{each.processor / beside:.2f} | {each.processor / cold:.2f}"
        print(f"| {way} | {each.processor:.1f} | {ratios} | {each.clock:.1f} | {each.memory:.0f} |")
    sizes = [file.stat().st_size for file in register.site.rglob("*") if file.is_file()]
    asked = gzip.compress((register.site / "scripts" / "register.json").read_bytes(), 9)
    mb, kb = sum(sizes) / 1e6, sum(sizes) / 1000 / register.providers
    print(f"\nThe site: {mb:.0f} MB, {len(sizes):,} files, {kb:.1f} kB a provider.")
    print(f"What the finder asks for its first answer: {len(asked) / 1000:.0f} kB.", flush=True)


if __name__ == "__main__":
    main()
