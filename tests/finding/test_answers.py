"""The finder's answers equal a scan of the public model: hundreds of questions, to registers of 3, 500 and 10,000."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from finding.scan import Question, Scan, questions
from playwright.sync_api import Browser, Page
from support.project import ROOT
from support.registers.public import invented, profiles
from support.scales import TEN
from support.sites import served
from support.words import WORDS

from generator.disclosure.public import PublicRegister
from generator.site.finder import table
from generator.site.statistics.benchmarks import benchmarks_of
from generator.site.words import scripts

# How many questions for each number of providers: with 10,000 the scan by hand takes a fifth of a second for each.
COUNTS = {3: 250, 500: 250, 10_000: 30}
# The answers come as text: the browser's protocol would write each value of each line in many words.
_ASK = """async (asked) => {
  const { fetchRegister } = await import(new URL("scripts/finder/register.js", location));
  const { Answerer } = await import(new URL("scripts/finder/answering.js", location));
  window.answerer ??= new Answerer(await fetchRegister());
  const shown = ({ tenths, isRounded, completed }) => [tenths ?? null, isRounded ?? false, completed];
  return JSON.stringify(asked.map((question) => {
    const { parts, unplaced, total, reading } = answerer.answer(question);
    const lines = ({ provider, clients, commissioners }) => [provider.id, ...shown(clients), ...shown(commissioners)];
    return { parts: parts.map(({ section, lines: each }) => [section, each.map(lines)]), unplaced, total,
      terms: reading.terms, rest: reading.rest, unknown: reading.unknown };
  }));
}"""


def folder_of(register: PublicRegister, folder: Path) -> Path:
    """A site of the scripts alone, with the file that they search."""
    shutil.copytree(ROOT / "site_src" / "pages" / "scripts", folder / "scripts")
    (folder / scripts.PATH).write_text(scripts.as_module(TEN, WORDS), encoding="utf-8")
    content = table.table(register, profiles(register), benchmarks_of(register), WORDS)
    (folder / table.PATH).write_text(table.as_json(content), encoding="utf-8")
    (folder / "index.html").write_text(
        "<!doctype html><html lang=nl><title>x</title><div class=kc-compare hidden></div>"
    )
    return folder


@contextmanager
def asking(register: PublicRegister, folder: Path, browser: Browser) -> Iterator[Page]:
    """A page from which the finder of ``register`` can be asked."""
    with served(folder_of(register, folder)) as address:
        page = browser.new_page()
        page.goto(f"{address}index.html")
        yield page
        page.close()


def asked_of(page: Page, asked: list[Question]) -> list[dict[str, Any]]:
    answers: list[dict[str, Any]] = json.loads(page.evaluate(_ASK, [question.asked for question in asked]))
    return answers


@pytest.fixture(scope="module", params=COUNTS)
def asked(request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401
    register = invented(request.param)
    with asking(register, tmp_path_factory.mktemp("answers"), browser) as page:
        yield register, page


def test_every_answer_is_what_a_scan_of_the_public_model_finds(asked: tuple[PublicRegister, Page]) -> None:
    register, page = asked
    every = list(questions(register, seed=15, count=COUNTS[len(register.providers)]))
    scan = Scan(register)
    for question, answer in zip(every, asked_of(page, every), strict=True):
        expected = scan.answer(question)
        assert dict(answer["parts"]) == expected.parts, (question, answer["terms"], answer["rest"])
        assert answer["total"] == sum(map(len, expected.parts.values()))
        assert answer["unplaced"] == expected.unplaced, question


def test_the_questions_find_somebody_and_nobody_by_every_way() -> None:
    """Else equal answers would prove nothing."""
    register = invented(500)
    scan = Scan(register)
    found = [bool(scan.answer(each).parts) for each in questions(register, seed=15, count=COUNTS[500])]
    assert found.count(True) > len(found) / 3
    assert found.count(False) > len(found) / 25


def test_the_same_question_has_the_same_answer_whatever_was_asked_before(asked: tuple[PublicRegister, Page]) -> None:
    register, page = asked
    every = list(questions(register, seed=16, count=20))
    assert asked_of(page, every) == asked_of(page, every[::-1])[::-1]
