"""How long it takes from the last key to the first results, and how many bytes, with 500 and with 10,000 providers.

In Chromium, each time with nothing in its cache; and how long one answer takes once the file is there. Machines are
noisy: what counts is the ratio within one run, beside the goals of 300 ms and 300 kB. Run it with `make bench`.
"""

import gzip
import statistics
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from finding.finder import Finder, transferred
from finding.sites import built
from playwright.sync_api import Browser, sync_playwright
from published.browser import launch_options
from support.registers.public import invented, profiles
from support.sites import served
from support.under_policy import until
from support.words import WORDS

from generator.disclosure.public import PublicRegister
from generator.site.finder.table import PATH, as_json, table
from generator.site.statistics.benchmarks import benchmarks_of

SIZES = (500, 10_000)
TYPED = ("coach", "tweede spoor", "werk", "utrecht", "jobcoach rotterdam", "sarokel")
TIMES = 5
KEY = 100  # ms from key to key
_WATCH = """
  const status = document.querySelector('.kc-finder__status'); // said once the results stand there
  const field = document.querySelector('#zoek');
  const isAsked = () => new URLSearchParams(location.search).get('zoek') === field.value;
  addEventListener('input', () => { window.typed = performance.now(); window.taken = undefined; }, true);
  new MutationObserver(() => {
    if (window.taken === undefined && isAsked()) { window.taken = performance.now() - typed; }
  }).observe(status, { childList: true });
"""
# The middle time of one answer, in milliseconds, without fetching and without showing it.
_ANSWER = """async text => {
  const { fetchRegister } = await import(new URL("../scripts/finder/register.js", location));
  const { Answerer } = await import(new URL("../scripts/finder/answering.js", location));
  window.answerer ??= new Answerer(await fetchRegister());
  const nothing = { service: "", region: "", clients: "", commissioners: "", answers: "", isActive: false };
  const times = Array.from({ length: 11 }, () => {
    const start = performance.now();
    answerer.answer({ ...nothing, text, order: "cijfer" });
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[5];
}"""


@dataclass(frozen=True)
class Measured:
    """One search: milliseconds to the first results, those of one answer alone, and kilobytes."""

    first: float
    answer: float
    kilobytes: float


def main() -> None:
    """Make the sites, search them, and print what it took."""
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        measured = {size: _of_size(size, Path(name), browser) for size in SIZES}
        browser.close()
    small, large = SIZES
    print(f"from the last key to the first results, and kilobytes; {TIMES} times each, the middle one")
    for typed in TYPED:
        few, many = measured[small][typed], measured[large][typed]
        print(
            f"  {typed:20} {small}: {few.first:4.0f} ms (answer {few.answer:4.1f}) {few.kilobytes:4.0f} kB   "
            f"{large}: {many.first:4.0f} ms (answer {many.answer:4.1f}) {many.kilobytes:4.0f} kB   "
            f"{many.first / few.first:.1f} times as long, {many.kilobytes / few.kilobytes:.1f} times as much"
        )


def _of_size(size: int, folder: Path, browser: Browser) -> dict[str, Measured]:
    register = invented(size)
    start = time.perf_counter()
    made = _made(register)
    end = time.perf_counter()
    compressed = len(gzip.compress(made, 9)) / 1000
    print(f"{PATH} of {size} providers: {end - start:.1f} s, {len(made) / 1000:.0f} kB, compressed {compressed:.0f} kB")
    with served(built(register, folder / str(size))) as address:
        return {typed: _middle([_search(browser, address, typed) for _ in range(TIMES)]) for typed in TYPED}


def _made(register: PublicRegister) -> bytes:
    return as_json(table(register, profiles(register), benchmarks_of(register), WORDS)).encode()


def _search(browser: Browser, address: str, typed: str) -> Measured:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}aanbieders/")
    page.wait_for_load_state("networkidle")
    page.evaluate(_WATCH)
    finder = Finder(page)

    def search() -> None:
        finder.field.press_sequentially(typed, delay=KEY)
        until(page, "() => window.taken !== undefined")

    kilobytes = transferred(page, search) / 1000
    taken, answer = float(page.evaluate("taken")), float(page.evaluate(_ANSWER, typed))
    context.close()
    return Measured(taken, answer, kilobytes)


def _middle(searches: list[Measured]) -> Measured:
    return Measured(
        statistics.median(each.first for each in searches),
        statistics.median(each.answer for each in searches),
        statistics.median(each.kilobytes for each in searches),
    )


if __name__ == "__main__":
    main()
