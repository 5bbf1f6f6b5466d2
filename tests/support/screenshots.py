"""`make screenshots`: what a visitor sees first of each kind of page, on the site of the invented register."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from published.browser import launch_options
from published.watching import SIZES
from support.kinds import KINDS, comparison
from support.project import ROOT
from support.sites import served

from generator.demo import cases

FOLDER = ROOT / "docs" / "screenshots"
# In pixels: a phone's picture shows more than its screen, so that a page's order can be seen.
HEIGHTS = {"phone": 1200, "desktop": 900}


@dataclass(frozen=True, slots=True)
class Subject:
    """A page to take pictures of.

    Args:
        path: below the site's root.
        ready: a selector of what a script adds; until it is there, the page is not done.
        on_a_phone: whether it is taken at the width of a phone as well.
        in_the_dark: whether it is taken in dark colours as well.
    """

    path: str
    ready: str = "main"
    on_a_phone: bool = False
    in_the_dark: bool = False

    @property
    def shots(self) -> Iterator[tuple[str, str]]:
        """Each size in which it is taken, with its colours."""
        sizes = [size for size in SIZES if size == "desktop" or self.on_a_phone]
        schemes = ["light", "dark"] if self.in_the_dark else ["light"]
        return ((size, scheme) for size in sizes for scheme in schemes)


# Of finder and comparison, service, province and letter other examples than the tests take, with more to see.
SUBJECTS = {
    "home": Subject(KINDS["home"].path, on_a_phone=True),
    "finder": Subject(
        "aanbieders/?zoek=coach&provincie=utrecht", ready=".kc-results .kc-choose:visible", on_a_phone=True
    ),
    "provider": Subject(KINDS["provider with grades"].path, on_a_phone=True, in_the_dark=True),
    "service": Subject("diensten/jobcoaching/", ready=".kc-chart .kc-plot"),
    "province": Subject("provincies/utrecht/"),
    "open-data": Subject(KINDS["open data"].path),
    "poster": Subject(f"{KINDS['provider with grades'].path}poster/"),
    "a-z": Subject("a-z/k/"),
    "comparison": Subject(
        comparison(cases.JOB_COACH, cases.LOW_RESPONSE, cases.ONE_ANSWER),
        ready=".kc-compared",
        on_a_phone=True,
        in_the_dark=True,
    ),
    "explanation": Subject(KINDS["explanation"].path),
}


def take(browser: Browser, site: str, folder: Path) -> None:
    """Write a picture of each subject into ``folder``: <subject>-<size>.png, or <subject>-<size>-dark.png.

    Raises:
        playwright.sync_api.Error: a page is not there, or what a script adds to it does not come.
    """
    for name, subject in SUBJECTS.items():
        for size, scheme in subject.shots:
            file = folder / f"{name}-{size}{'-dark' if scheme == 'dark' else ''}.png"
            with _opened(browser, site + subject.path, size, scheme) as page:
                _wait(page, subject.ready)
                page.screenshot(path=file, animations="disabled")
            print(f"{file.name}: {file.stat().st_size // 1000} kB")


@contextmanager
def _opened(browser: Browser, address: str, size: str, scheme: str) -> Iterator[Page]:
    viewport = {"width": SIZES[size][0], "height": HEIGHTS[size]}
    context = browser.new_context(
        viewport=viewport,  # type: ignore[arg-type]
        color_scheme=scheme,  # type: ignore[arg-type]
        locale="nl-NL",
    )
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    yield page
    context.close()


def _wait(page: Page, ready: str) -> None:
    """Until what a script adds is there."""
    page.locator(ready).first.wait_for()
    page.wait_for_load_state("networkidle")
    page.evaluate("window.scrollTo(0, 0)")


def main() -> None:
    """Take all pictures of the site in the folder that is named."""
    FOLDER.mkdir(exist_ok=True)
    with served(Path(sys.argv[1])) as address, sync_playwright() as playwright:
        take(playwright.chromium.launch(**launch_options()), address, FOLDER)


if __name__ == "__main__":
    main()
