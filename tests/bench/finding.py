"""How long it takes from the last key to the first results, and how many bytes, with 500 and with 10,000 providers.

In Chromium, each time with nothing in its cache. Machines are noisy: what counts is the ratio within one run, beside
the goals of 300 ms and 300 kB. Run it with `make bench`.
"""

import statistics
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from finding.finder import Finder, transferred
from finding.sites import built
from playwright.sync_api import Browser, Page, sync_playwright
from published.browser import launch_options
from support.registers.public import invented
from support.sites import served
from support.under_policy import until

from generator.engine.indexing import write_index
from generator.site.finder.records import records
from generator.site.words.catalogue import dutch

SIZES = (500, 10_000)
TYPED = ("coach", "tweede spoor", "werk", "utrecht", "jobcoach rotterdam", "sarokel")
TIMES = 5
KEY = 100  # ms from key to key
_WATCH = """
  const list = document.querySelector('.kc-results');
  const field = document.querySelector('#zoek');
  const isAsked = () => new URLSearchParams(location.search).get('zoek') === field.value;
  addEventListener('input', () => { window.typed = performance.now(); window.taken = undefined; }, true);
  new MutationObserver(() => {
    if (window.taken === undefined && list.children.length && isAsked()) { window.taken = performance.now() - typed; }
  }).observe(list, { childList: true });
"""


@dataclass(frozen=True)
class Measured:
    """One search: milliseconds to the first results, and then to how many there are; kilobytes for the first ones."""

    first: float
    counted: float
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
            f"  {typed:20} {small}: {few.first:4.0f} ms {few.kilobytes:4.0f} kB   "
            f"{large}: {many.first:4.0f} ms (all counted {many.counted:4.0f}) {many.kilobytes:4.0f} kB   "
            f"{many.first / few.first:.1f} times as long, {many.kilobytes / few.kilobytes:.1f} times as much"
        )


def _of_size(size: int, folder: Path, browser: Browser) -> dict[str, Measured]:
    register = invented(size)
    start = time.perf_counter()
    made = list(records(register, dutch()))
    then = time.perf_counter()
    write_index(made, folder / f"index-{size}")
    end = time.perf_counter()
    print(f"index of {size} providers: records {then - start:.1f} s, Pagefind {end - then:.1f} s")
    with served(built(register, folder / str(size))) as address:
        return {typed: _middle([_search(browser, address, typed) for _ in range(TIMES)]) for typed in TYPED}


def _search(browser: Browser, address: str, typed: str) -> Measured:
    context = browser.new_context()
    page = context.new_page()
    # The page itself as it comes, without its list of all providers: it would be 10,000 lines, and is no part of this.
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.evaluate(_WATCH)
    finder = Finder(page)
    taken: list[float] = []

    def search() -> None:
        finder.field.press_sequentially(typed, delay=KEY)
        taken.append(_taken(page))
        finder.count()
        taken.append(float(page.evaluate("performance.now() - typed")))

    kilobytes = transferred(page, search) / 1000
    context.close()
    first, counted = taken
    return Measured(first, counted, kilobytes)


def _taken(page: Page) -> float:
    """How long the results took; where there are none, as long as it took to say so."""
    until(
        page,
        "() => window.taken !== undefined || document.querySelector('[role=status]').textContent.startsWith('Geen')",
    )
    taken = page.evaluate("window.taken ?? performance.now() - typed")
    return float(taken)


def _middle(searches: list[Measured]) -> Measured:
    return Measured(
        statistics.median(each.first for each in searches),
        statistics.median(each.counted for each in searches),
        statistics.median(each.kilobytes for each in searches),
    )


if __name__ == "__main__":
    main()
