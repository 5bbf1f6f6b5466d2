"""The command `init`, as whoever begins a register meets it."""

import json
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from support.project import ROOT
from support.registers.reading import contents
from support.repositories import git

from generator.charter import Language, Noun
from generator.commands import answering, init
from generator.commands.main import main
from generator.disk.replacing import replace_files
from generator.register.charters import read_charter
from generator.scale import Scale
from generator.starting import carrying
from generator.starting.beginning import Program, beginning
from generator.starting.usual import USUAL, Answers, charter_of

PROGRAM = f"generator-{version('generator')}-py3-none-any.whl"
NAMES = ("--name", "Zorgcijfer: 'Noord'", "--language", "nl", "--agency", 'Bureau De Meting, "B.V."')


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    file = tmp_path / PROGRAM
    file.write_bytes(b"a program")
    return file


@pytest.fixture
def folder(tmp_path: Path, wheel: Path) -> Path:
    """A register that was laid out."""
    folder = tmp_path / "new" / "register"
    more = ("--address", "https://zorg.example/cijfers/", "--contact", "vraag@zorg.example")
    done = run("init", folder, *NAMES, *more, "--wheel", wheel)
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith(f"{folder}: a new register, ")
    return folder


def test_what_was_said_is_filled_in_and_the_words_of_this_register_are_gone(folder: Path) -> None:
    charter, findings = read_charter(folder / "data")
    assert findings == []
    assert charter
    assert (charter.name, charter.publisher, charter.agency.name) == (NAMES[1], NAMES[1], NAMES[5])
    assert charter.address == "https://zorg.example/cijfers/"
    assert charter.contact
    assert charter.contact.email == "vraag@zorg.example"
    texts = [folder / "README.md", *(folder / "data").rglob("*"), *(folder / "site_src").rglob("*.md")]
    told = [path for path in texts if path.is_file() and re.search("Klantcijfer|Panteia", path.read_text("utf-8"))]
    assert told == []


def test_its_readme_is_english_and_says_what_the_site_calls_things(folder: Path) -> None:
    readme = (folder / "README.md").read_text("utf-8")
    assert "becomes a page for each provider;" in readme
    assert (
        "What the documents call providers, clients and services are aanbieders, cliënten and diensten on the site."
        in readme
    )


@pytest.mark.parametrize("language", Language)
def test_pages_written_by_hand_are_in_its_language_and_say_the_words_of_its_sector(
    language: Language, wheel: Path
) -> None:
    charter = charter_of(Answers("Cijfers", language, "Bureau", USUAL[language].nouns, Scale(1, 5)))
    pages = {
        Path(name).stem: content.decode()
        for name, content in beginning(charter, Program(wheel)).items()
        if name.startswith("site_src/pages/") and name.endswith(".md")
    }
    assert set(pages) == {charter.folders.about, charter.folders.accessibility, charter.folders.privacy}
    for page in pages.values():
        assert not re.search(r"\{\w|None", page)
        assert charter.nouns.provider.one in page


def test_on_a_terminal_it_asks_for_the_rest(tmp_path: Path, wheel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "is_asked", lambda: True)
    said = ["Nurseries", "fr", "en", "Maple Surveys", "nursery", "a nursery/nurseries", "", "a council/councils"]
    answers = "\n".join([*said, "1-2", "1-5", "care.example", "https://care.example", "nobody", "", ""])
    arguments = ["init", str(tmp_path / "new"), "--client", "a parent/parents", "--wheel", str(wheel)]
    done = CliRunner().invoke(main, arguments, input=answers, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    charter, _ = read_charter(tmp_path / "new" / "data")
    assert charter
    assert (charter.name, charter.language, charter.scale) == ("Nurseries", Language.ENGLISH, Scale(1, 5))
    nouns = charter.nouns
    assert (nouns.provider, nouns.client) == (Noun("nursery", "nurseries", "a"), Noun("parent", "parents", "a"))
    assert (nouns.service, nouns.commissioner) == (Noun("service", "services", "a"), Noun("council", "councils", "a"))
    assert (charter.folders.providers, charter.address, charter.contact) == ("nurseries", "https://care.example/", None)
    refused = (
        "'fr' is neither nl nor en",
        "runs from 1 to 2",
        "'care.example' does not begin with https://",
        "'nobody' is no e-mail address",
    )
    assert [why for why in refused if why not in done.stderr] == []


def test_where_nobody_can_be_asked_it_names_the_options_that_are_missing(tmp_path: Path, wheel: Path) -> None:
    done = run("init", tmp_path / "new", "--name", "Nurseries", "--wheel", wheel)
    assert done.exit_code == 2
    assert "say --language, --agency: there is no terminal to ask on" in done.output
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("scale", [(1, 10), (1, 5), (4, 10), (1, 3)])
@pytest.mark.parametrize("language", Language)
def test_whatever_was_said_its_register_reads_back_and_has_no_fault(
    language: Language, scale: tuple[int, int], tmp_path: Path, wheel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = USUAL[language].nouns
    nouns = replace(usual, commissioner=Noun("#1: payer's", "'payers", usual.client.article))
    said = Answers("- *: [x] %", language, NAMES[5], nouns, Scale(*scale), "https://x.example/", "x@y.example")
    charter = charter_of(said)
    replace_files(tmp_path, beginning(charter, Program(wheel)))
    assert read_charter(tmp_path / "data") == (charter, [])
    monkeypatch.chdir(tmp_path)
    done = run("check")
    assert done.output == "data: no errors, no warnings\n"


def test_its_register_has_no_fault(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert run("check").output == "data: no errors, no warnings\n"


def test_its_site_can_be_built_and_its_tests_are_found(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    built = run("build", "--as-of", "2026-01-01")
    assert built.exit_code == 0, built.output
    assert "Voorbeeld (verzonnen)" in Path("site/aanbieders/example/index.html").read_text(encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "--collect-only", "--quiet", "-p", "no:cacheprovider"]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr
    assert "tests/published/test_figures_on_the_pages.py" in found.stdout


def test_the_program_is_installed_from_a_file_with_its_hash(folder: Path) -> None:
    assert (folder / "requirements" / PROGRAM).read_bytes() == b"a program"
    line = (folder / "requirements" / "generator.txt").read_text(encoding="utf-8").splitlines()[-1]
    assert line == f"./requirements/{PROGRAM} --hash=sha256:{sha256(b'a program').hexdigest()}"


def test_a_program_that_is_fetched_does_not_stand_in_it(tmp_path: Path, wheel: Path) -> None:
    folder = tmp_path / "new"
    address = f"https://example.org/files/{PROGRAM}"
    done = run("init", folder, *NAMES, "--wheel", wheel, "--from", address)
    assert done.exit_code == 0, done.output
    line = (folder / "requirements" / "generator.txt").read_text(encoding="utf-8").splitlines()[-1]
    assert line == f"generator @ {address} --hash=sha256:{sha256(b'a program').hexdigest()}"
    assert not (folder / "requirements" / PROGRAM).exists()


@pytest.mark.parametrize("options", [(), ("--from", f"https://example.org/files/{PROGRAM}")])
def test_a_public_repository_takes_all_of_it(
    options: tuple[str, ...], tmp_path: Path, wheel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("generator/__init__.py", "")
    folder = tmp_path / "new"
    done = run("init", folder, *NAMES, "--wheel", wheel, *options)
    assert (done.exit_code, done.stderr) == (0, "")
    git(folder, "init", "--quiet", "--initial-branch=main", "--template=")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=Een begin")
    assert bool(git(folder, "ls-files", f"requirements/{PROGRAM}")) != bool(options)
    monkeypatch.chdir(folder)
    done = run("guard")
    assert (done.exit_code, "no errors, no warnings" in done.output) == (0, True), done.output


def test_workflows_and_makefile_fit_each_other(folder: Path) -> None:
    makefile = (folder / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    asked = {
        target
        for file in (folder / ".github" / "workflows").glob("*.yml")
        for target in re.findall(r"^ +(?:run: |  )make ([a-z-]+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert {"site", "test", "verify", "history"} <= asked
    assert asked <= targets
    assert not targets & {"bench", "format", "lock", "hostile"}
    listed = subprocess.run(["make", "--no-print-directory"], cwd=folder, capture_output=True, text=True, check=True)  # noqa: S607
    assert "make site" in listed.stdout
    tried = subprocess.run(["make", "--dry-run", "test"], cwd=folder, capture_output=True, text=True, check=True)  # noqa: S607
    assert "--no-deps --require-hashes --requirement requirements/generator.txt" in tried.stdout
    assert "editable" not in tried.stdout


def test_what_it_tells_people_to_make_can_be_made(folder: Path) -> None:
    texts = [folder / "README.md", *(path for path in (folder / ".github").rglob("*") if path.is_file())]
    told = {target for path in texts for target in re.findall(r"`make ([a-z-]+)", path.read_text("utf-8"))}
    targets = set(re.findall(r"^([a-z-]+):", (folder / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert told
    assert told <= targets


def test_what_its_makefile_runs_comes_with_it(folder: Path) -> None:
    makefile = (folder / "Makefile").read_text(encoding="utf-8")
    modules = set(re.findall(r"PYTHONPATH=tests \$\(BIN\)/python -m ([\w.]+)", makefile))
    files = {f"tests/{module.replace('.', '/')}.py" for module in modules}
    files |= set(re.findall(r"\$\(BIN\)/python ([\w/]+\.py)", makefile))
    assert {"tests/support/asked.py", "tests/published/verify.py", "tests/published/browser.py"} <= files
    assert [file for file in files if not (folder / file).is_file()] == []


@pytest.mark.parametrize("language", Language)
def test_whoever_has_a_question_finds_a_form_in_the_language_of_the_site(
    language: Language, tmp_path: Path, wheel: Path
) -> None:
    usual = USUAL[language].nouns
    charter = charter_of(Answers("Cijfers", language, "Bureau", usual, Scale(1, 5)))
    form = yaml.safe_load(beginning(charter, Program(wheel))[".github/ISSUE_TEMPLATE/provider.yml"])
    assert form["title"] == f"[{usual.provider.one}] "
    assert form["body"][1]["attributes"]["label"].endswith(f" {usual.provider.one}?")
    (tmp_path / "form.yml").write_text(yaml.safe_dump(form), encoding="utf-8")
    checked = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-issue-forms"]
    subprocess.run([*checked, str(tmp_path / "form.yml")], check=True, capture_output=True)


def test_git_can_run_its_hooks(folder: Path) -> None:
    hooks = list((folder / ".githooks").iterdir())
    assert hooks
    assert {hook.stat().st_mode & 0o777 for hook in hooks} == {0o755}


def test_its_branches_merge_as_those_of_this_repository() -> None:
    assert carrying.carried()[".gitattributes"] == (ROOT / ".gitattributes").read_bytes()


def test_every_page_for_maintainers_comes_with_it() -> None:
    pages = {f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md")}
    assert pages <= carrying.carried().keys()


def test_the_pages_for_maintainers_are_true_of_any_register(folder: Path) -> None:
    pages = {page.name: page.read_text("utf-8") for page in (folder / "docs").glob("*.md")}
    assert [name for name, text in pages.items() if re.search("(?i)klantcijfer|blik op werk|re-?integrat", text)] == []


def test_a_wheel_that_carries_the_files_gives_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As `make` in pyproject.toml puts them into a wheel."""
    here = dict(carrying.carried())
    for name, content in here.items():
        file = tmp_path / "starter" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (tmp_path / "starter" / "tests" / "__pycache__").mkdir()
    (tmp_path / "starter" / "tests" / "__pycache__" / "conftest.cpython-311.pyc").write_bytes(b"")
    monkeypatch.setattr(carrying, "_CARRIED", tmp_path / "starter")
    assert carrying.carried() == here


def test_an_empty_folder_can_be_the_one(tmp_path: Path, wheel: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("init", tmp_path / "empty", *NAMES, "--wheel", wheel).exit_code == 0
    assert (tmp_path / "empty" / "mkdocs.yml").is_file()


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path, wheel: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.md").write_text("mine", encoding="utf-8")
    done = run("init", mine, *NAMES, "--wheel", wheel)
    assert done.exit_code == 2
    assert "is not empty: name a new folder, or an empty one" in done.output
    assert contents(mine) == {"thesis.md": b"mine"}


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--name", " "), "--name: say it in letters"),
        (("--name", "Zorg\u200bcijfer"), "U+200B"),
        (("--language", "fr"), "--language: 'fr' is neither nl nor en"),
        (("--provider", "school"), "'school' is not one and several behind de or het, as in 'de school/scholen'"),
        (("--provider", "een school/scholen"), "behind de or het, as in 'de school/scholen'"),
        (("--name", "Cijfers {x}"), "a brace in"),
        (("--name", "\u65e5\u672c"), "register of address.file becomes ''"),
        (("--scale", "ten"), "'ten' is no scale, as in '1-10'"),
        (("--scale", "5-1"), "runs from 5 to 1"),
        (("--service", "de uitleg/uitleg"), "'uitleg' is there twice"),
        (("--from", "http://example.org/generator-1.whl"), "the whole https:// address"),
        (("--contact", "nobody"), "'nobody' is no e-mail address"),
        (("--address", "zorg.example"), "'zorg.example' does not begin with https://"),
    ],
)
def test_what_cannot_be_filled_in_is_refused(options: tuple[str, str], why: str, tmp_path: Path, wheel: Path) -> None:
    done = run("init", tmp_path / "new", *NAMES, "--wheel", wheel, *options)
    assert done.exit_code == 2
    assert why in done.output
    assert "Traceback" not in done.output
    assert not (tmp_path / "new").exists()


def test_another_version_of_the_program_is_refused(tmp_path: Path, wheel: Path) -> None:
    other = wheel.rename(tmp_path / "generator-99.0-py3-none-any.whl")
    done = run("init", tmp_path / "new", *NAMES, "--wheel", other)
    assert done.exit_code == 2
    assert f"is not generator-{version('generator')}-" in done.output
    assert not (tmp_path / "new").exists()


class _Noted:
    """A distribution of which pip noted where it comes from."""

    def __init__(self, noted: object) -> None:
        self._noted = noted

    def read_text(self, name: str) -> str | None:
        assert name == "direct_url.json"
        return json.dumps(self._noted) if self._noted else None


def test_the_wheel_that_pip_installed_is_found(tmp_path: Path, wheel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(init, "distribution", lambda _: _Noted({"url": wheel.as_uri(), "archive_info": {}}))
    assert run("init", tmp_path / "new", *NAMES).exit_code == 0
    assert (tmp_path / "new" / "requirements" / PROGRAM).read_bytes() == b"a program"


@pytest.mark.parametrize(
    "noted", [None, {"url": "file:///nowhere/generator.whl", "archive_info": {}}, {"url": "file:///", "dir_info": {}}]
)
def test_where_it_is_not_to_be_found_init_asks(noted: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(init, "distribution", lambda _: _Noted(noted))
    done = run("init", tmp_path / "new", *NAMES)
    assert done.exit_code == 2
    assert "say with --wheel where the file of this program is" in done.output


def test_where_nothing_can_be_written_nothing_is(tmp_path: Path, wheel: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    done = run("init", tmp_path / "file" / "new", *NAMES, "--wheel", wheel)
    assert done.exit_code == 1
    assert "nothing was laid out" in done.output
