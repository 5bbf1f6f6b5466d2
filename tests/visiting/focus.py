"""Tab, pressed from the top of a page: where the focus goes, and whether it is seen there."""

from playwright.sync_api import Page

# What is wrong with the place that has the focus; a switch that is out of sight is drawn by its label. Text to
# copy and a frame may stand partly outside the window: they show in themselves where the focus is.
UNSEEN_FOCUS = """
() => {
  const { activeElement } = document;
  const seen = activeElement.matches('.md-option') ? activeElement.nextElementSibling : activeElement;
  const { left, right, top, bottom } = seen.getClientRects()[0] ?? {};
  const [first, last] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
  const { outlineStyle, outlineWidth } = getComputedStyle(seen);
  const name = seen.outerHTML.slice(0, 120);
  const isWhole = first === top && last === bottom || seen.matches('textarea, iframe');
  if (!(isWhole && left < right && left >= 0 && right <= innerWidth && first < last)) {
    return `outside the window: ${name}`;
  }
  if (!seen.matches('iframe') && (outlineStyle === 'none' || parseFloat(outlineWidth) < 2)) {
    return `without an outline: ${name}`;
  }
  const height = seen.matches('textarea, iframe') ? first + 4 : (first + last) / 2;
  const there = document.elementFromPoint((left + right) / 2, height);
  return seen.contains(there) ? null : `behind ${there?.outerHTML.slice(0, 120)}: ${name}`;
}
"""
# All that Tab must reach; of choices that exclude each other only the chosen one.
_PLACES = """
() => {
  const can = 'a[href], button, input, select, textarea, summary, iframe, [tabindex="0"]';
  window.before = null;
  window.left = new Set([...document.querySelectorAll(can)].filter(each => !each.disabled
    && each.checkVisibility({ visibilityProperty: true }) && !each.matches('[type=radio]:not(:checked)')));
  return left.size;
}
"""
# What is wrong after another press: it is where it was before, or above the last place in the same column, which is a
# fault but on a map, or it is not seen.
_ARRIVED = f"""
() => {{
  const place = document.activeElement;
  const [was, is] = [before ?? place, place].map(each => each.getBoundingClientRect());
  const said = place.outerHTML.slice(0, 120);
  window.before = place;
  if (!left.delete(place)) return `lost at ${{said}}`;
  if (is.bottom <= was.top && is.left < was.right && !place.closest('svg')) return `after what is below it: ${{said}}`;
  return ({UNSEEN_FOCUS})();
}}
"""
_NOT_REACHED = "[...left].map(each => `not reached: ${each.outerHTML.slice(0, 120)}`)"
# After the last one the browser has its turn, or the page begins anew.
_IS_STUCK = "document.activeElement === before"
_IS_IN_FRAME = "document.activeElement === before && before.matches('iframe')"


def unfold(page: Page) -> None:
    """Open all that is folded, so that Tab passes what is in it too."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")


def found_wrong(page: Page) -> list[str]:
    """What is wrong on the way of Tab through a page in which nothing has the focus yet."""
    wrong: list[str] = []
    for _ in range(page.evaluate(_PLACES)):
        page.keyboard.press("Tab")
        if page.evaluate(_IS_IN_FRAME):  # its link had the focus; a frame that is not there yet has none
            page.keyboard.press("Tab")
        wrong += filter(None, [page.evaluate(_ARRIVED)])
    page.keyboard.press("Tab")
    stuck = ["Tab does not leave the page"] if page.evaluate(_IS_STUCK) else []
    return [*wrong, *page.evaluate(_NOT_REACHED), *stuck]
