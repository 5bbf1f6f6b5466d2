"""What holds for every page, however wide it is and whatever its colours."""

from collections.abc import Mapping

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page, ViewportSize, expect
from published.watching import SIZES

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    # Axe then leaves out of its report where all is well, which is most of it.
    "resultTypes": ["violations"],
}
# What of that another width can break; the rest is as it was.
LAYOUT_RULES = {
    "runOnly": {"type": "rule", "values": ["target-size", "scrollable-region-focusable", "heading-order"]},
    "resultTypes": ["violations"],
}
# Of the parts of a list that have the same elements with the same classes and attributes, axe looks at two: a list of
# twenty takes ten times as long as what differs in it. And what else it reports is most of it, and takes long to come.
_VIOLATIONS = """
options => {
  const shape = each => [each.tagName, ...each.classList, ...each.getAttributeNames()].join(' ');
  const more = [...document.querySelectorAll('ul, ol, dl, tbody')].flatMap(list => {
    const seen = {};
    return [...list.children].filter(part => {
      const alike = [part, ...part.querySelectorAll('*')].map(shape).join();
      seen[alike] = (seen[alike] ?? 0) + 1;
      return seen[alike] > 2;
    });
  });
  return axe.run({ exclude: more }, options).then(({ violations, passes, incomplete }) => {
    if (!violations.length && !passes.length && !incomplete.length) throw new Error("axe looked at nothing");
    return { violations };
  });
}
"""
FITS = "document.documentElement.scrollWidth <= window.innerWidth"
# Cells of a table whose text stands outside them, and so perhaps over another's.
OVERLAPS = """
[...document.querySelectorAll('td, th')]
  .filter(cell => cell.checkVisibility() && cell.scrollWidth > cell.clientWidth + 1 && !cell.closest('thead'))
  .map(cell => cell.textContent.trim())
"""
# Text that stands outside the screen on the right, which who scrolls nowhere never reads.
CUT_OFF = """
[...document.querySelectorAll('body *')].filter(each => {
  if (!each.checkVisibility() || each.closest('svg, .kc-unseen, .md-skip, select')) return false;
  const range = document.createRange();
  return [...each.childNodes].some(node => {
    if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) return false;
    range.selectNodeContents(node);
    return [...range.getClientRects()].some(box => box.right > innerWidth + 1 || box.left < -1);
  });
}).map(each => each.outerHTML.slice(0, 200))
"""
SCHEME_OF = {"light": "default", "dark": "slate"}


def inspect(page: Page, size: str, scheme: str, language: str = "nl") -> None:
    """Look at an open page on a screen of that size, in that scheme of colours, chosen as a visitor does."""
    width, height = SIZES[size]
    page.set_viewport_size(ViewportSize(width=width, height=height))
    body = page.locator("body")
    if body.get_attribute("data-md-color-scheme") != SCHEME_OF[scheme]:
        page.locator("[data-md-component=palette] label:visible").click()
    expect(body).to_have_attribute("data-md-color-scheme", SCHEME_OF[scheme])
    # The theme fades from one colour to the other: halfway, a contrast is that of neither.
    page.evaluate("document.getAnimations().forEach(each => each.finish())")
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == language
    assert page.evaluate(FITS), f"it scrolls sideways on a {size}"
    assert page.evaluate(OVERLAPS) == []
    assert axe_finds(page, RULES) == "", f"{size}, {scheme}"


def axe_finds(page: Page, rules: Mapping[str, object]) -> str:
    """What axe reports of an open page by these rules; nothing if all is well."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = AxeResults(page.evaluate(_VIOLATIONS, rules))
    return found.generate_report() if found.violations_count else ""
