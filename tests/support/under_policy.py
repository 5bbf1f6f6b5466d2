"""What Playwright offers too, but in a way that the site's Content-Security-Policy refuses to a page."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

PATIENCE = 30_000  # milliseconds, as Playwright's own


def until(page: Page, condition: str, *values: object) -> None:
    """Wait until a function of JavaScript returns something true; Playwright's own wait would need ``eval``.

    Args:
        page: where it runs, each time before the page is painted.
        condition: the function, such as ``before => scrollY > before``.
        values: what it is called with.

    Raises:
        playwright.sync_api.Error: it did not in time; the message has the condition.
    """
    page.evaluate(
        f"""values => new Promise((resolve, reject) => {{
          const condition = {condition};
          const end = performance.now() + {PATIENCE};
          const look = () => {{
            if (condition(...values)) resolve();
            else if (performance.now() > end) reject(new Error(`it never held: ${{condition}}`));
            else requestAnimationFrame(look);
          }};
          look();
        }})""",
        values,
    )


def add_styles(page: Page, rules: str) -> None:
    """Give a page rules of CSS beside its own; Playwright's own way is a style element."""
    page.evaluate(
        """rules => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(rules);
          document.adoptedStyleSheets.push(sheet);
        }""",
        rules,
    )


@contextmanager
def styled(page: Page, rules: str) -> Iterator[None]:
    """Do something while a page has such rules."""
    add_styles(page, rules)
    try:
        yield
    finally:
        page.evaluate("document.adoptedStyleSheets.pop()")
