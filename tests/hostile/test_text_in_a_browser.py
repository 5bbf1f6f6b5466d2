"""The same site in a browser: no text of others runs, leads elsewhere or breaks a page, and it reads as written."""

import os
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from published.inspecting import CUT_OFF, FITS, OVERLAPS
from published.watching import NewContext, watched
from support.registers.hostile import COMMON, EXAMPLES, Example

RIGHT_TO_LEFT = "right to left"
# Where the name of a provider can stand beside other text.
NAMES = {
    "aanbieders/{0.provider}/": ("main h1",),
    "aanbieders/{0.provider}/embed/": ("main h1",),
    "aanbieders/{0.provider}/poster/": ("main h1", "nav p:first-child"),
    "correcties/": (".kc-corrections a",),
    "a-z/overig/": (".kc-results :is(h2, h3)",),
    "aanbieders/?zoek=kwaad": (".kc-results :is(h2, h3)", ".kc-tray__names li"),
    "vergelijken/": (".kc-compared thead", ".kc-compared td"),
    # Somebody else's comparison, which names the visitor's own choice.
    "vergelijken/?aanbieders=vreemd-000": (".kc-compare .kc-notice",),
}
# Each text in the given places that has letters which are written from right to left and that nothing keeps apart.
_MIXED = """
selectors => selectors.flatMap(selector => {
  const places = [...document.querySelectorAll(selector)];
  if (!places.length) return [`nothing is ${selector}`];
  return places.flatMap(place => {
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT), found = [];
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      const bare = data.replace(/\\u2068[^\\u2069]*\\u2069/g, '');
      if (/[\\u0590-\\u06ff]/.test(bare) && !parentElement.closest('bdi, .kc-unseen')) found.push(data);
    }
    return found;
  });
})
"""
PAGES = {
    "provider": "aanbieders/{0.provider}/",
    "service": "diensten/{0.service}/",
    "frame": "aanbieders/{0.provider}/embed/",
    "poster": "aanbieders/{0.provider}/poster/",
    "badge": "aanbieders/{0.provider}/badge-beide.svg",
}
LISTS = ("", "aanbieders/", "diensten/", f"diensten/{COMMON}/", "provincies/utrecht/", "correcties/", "a-z/overig/")
# What runs where it is not escaped, and what is wide, tall, or written the other way round. `make hostile` visits all.
SOME = {
    "script",
    "picture that fails",
    "end of an attribute",
    "frame",
    "end of everything",
    "style",
    "format",
    "long word",
    "long address",
    "many marks",
    "right to left",
}
VISITED = [each for each in EXAMPLES if each.name in SOME or "EVERY_TEXT" in os.environ]
# What no planted text may do: a script that it runs sets this.
_RAN = "window.pwned === undefined && !document.querySelector('[onerror], [onload], [onmouseover], [onfocus]')"
# What each point says when it is pointed at, and how many elements in that are no text. They all have the same figures,
# so they are laid apart first.
_POINTED_AT = """
(async () => {
  const plot = document.querySelector(".js-plotly-plot");
  const curveNumber = plot.data.length - 1;
  const paths = plot.data[curveNumber].customdata;
  const apart = { "xaxis.type": "linear", "xaxis.range": [-1, paths.length] };
  await Plotly.update(plot, { x: [paths.map((_, place) => place)] }, apart, [curveNumber]);
  return paths.map((path, pointNumber) => {
    Plotly.Fx.unhover(plot);  // or the next one waits for its turn
    Plotly.Fx.hover(plot, [{ curveNumber, pointNumber }]);
    const said = plot.querySelector(".hovertext");
    return [path, said.textContent, said.querySelectorAll("a, image, foreignObject").length];
  });
})()
"""
_OVER_THE_HEADING = """
(() => { const box = document.querySelector('h1').getBoundingClientRect();
  return [...document.querySelectorAll('main *, article *')].filter(each => {
    const other = each.getBoundingClientRect();
    return !each.contains(document.querySelector('h1')) && each.tagName !== 'H1' && !each.closest('h1') && other.height
      && other.top < box.bottom - 1 && other.bottom > box.top + 1 && other.left < box.right && other.right > box.left;
  }).map(each => each.outerHTML.slice(0, 100)); })()
"""


def example(name: str) -> Example:
    return next(each for each in EXAMPLES if each.name == name)


@pytest.fixture(scope="module")
def phone(browser: object) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740})  # type: ignore[attr-defined]
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext) -> Iterator[Page]:
    page = phone.new_page()
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    yield page
    page.close()


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_shows_what_was_written_and_nothing_of_it_runs(kind: str, home: str, page: Page) -> None:
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    for each in VISITED:
        page.goto(home + PAGES[kind].format(each))
        if kind != "badge":
            assert page.locator("h1").inner_text() == each.read, each.name
            page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
            assert found_wrong(page) == [], each.name
        assert page.evaluate(_RAN), each.name
        if kind in {"provider", "service"}:
            for place in ("header", "footer"):
                expect(page.locator(place).first).to_be_visible()
    assert asked == {urlsplit(home).netloc}


def found_wrong(page: Page) -> list[str]:
    """What of the page stands outside the screen, or over something else."""
    sideways = [] if page.evaluate(FITS) else ["it scrolls sideways"]
    return [*sideways, *page.evaluate(OVERLAPS), *page.evaluate(CUT_OFF), *page.evaluate(_OVER_THE_HEADING)]


@pytest.mark.parametrize("path", LISTS)
def test_a_list_of_all_is_quiet_and_fits(path: str, home: str, page: Page) -> None:
    with watched(page, home + path):
        assert page.evaluate(_RAN)
        assert found_wrong(page) == []


def test_the_finder_finds_them_and_shows_them_as_they_are(home: str, page: Page) -> None:
    with watched(page, f"{home}aanbieders/?zoek=kwaad"):
        results = page.locator(".kc-results > li")
        expect(results.first).to_be_visible()
        names = set(results.get_by_role("heading").all_inner_texts())
        assert {example("link").read, example("frame").read} <= names
        assert names <= {each.read for each in EXAMPLES}
        assert page.evaluate(FITS)
        assert page.evaluate(_RAN)


def test_a_comparison_shows_them_as_they_are(home: str, page: Page) -> None:
    four = [example(name) for name in ("picture that fails", "long word", "format", "right to left")]
    with watched(page, f"{home}vergelijken/?aanbieders={','.join(each.provider for each in four)}"):
        heads = page.locator(".kc-compared thead th a, .kc-compared th a")
        expect(heads.first).to_be_visible()
        assert set(heads.all_inner_texts()) == {each.read for each in four}
        assert page.evaluate(FITS)
        assert page.evaluate(_RAN)


def test_a_name_from_right_to_left_leaves_the_text_beside_it_as_it_is(home: str, new_context: NewContext) -> None:
    page = new_context(viewport={"width": 1280, "height": 900}).new_page()
    for path, places in NAMES.items():
        page.goto(home + path.format(example(RIGHT_TO_LEFT)))
        page.wait_for_load_state("networkidle")
        if page.locator(".kc-choose").count():
            expect(page.locator(".kc-choose").first).to_be_visible()
        for identity in (example("joiners").provider, example(RIGHT_TO_LEFT).provider):
            for button in page.locator(f".kc-choose[data-choose={identity}]:visible").all():
                button.click()
        assert page.evaluate(_MIXED, list(places)) == [], path


def test_a_name_that_mixes_with_the_text_beside_it_is_seen(home: str, new_context: NewContext) -> None:
    page = new_context().new_page()
    page.goto(f"{home}vergelijken/?aanbieders={example(RIGHT_TO_LEFT).provider},{example('joiners').provider}")
    expect(page.locator(".kc-compared thead a").first).to_be_visible()
    page.evaluate("document.querySelectorAll('bdi').forEach(each => each.replaceWith(...each.childNodes))")
    assert set(page.evaluate(_MIXED, [".kc-compared thead"])) == {example(RIGHT_TO_LEFT).read, example("joiners").read}
    page.evaluate("document.querySelector('h1').textContent = document.title")
    assert page.evaluate(_MIXED, ["h1"]) == []
    page.evaluate("document.querySelector('h1').textContent = document.title.replace(/\\u2068/g, '')")
    assert len(page.evaluate(_MIXED, ["h1"])) == 1


def test_a_chart_says_each_name_and_makes_nothing_of_it(home: str, new_context: NewContext) -> None:
    page = new_context(viewport={"width": 1280, "height": 900}).new_page()
    with watched(page, f"{home}diensten/{COMMON}/"):
        page.locator("[data-chart]").get_by_role("button").click()
        expect(page.locator(".js-plotly-plot .points path").first).to_be_attached(timeout=30_000)
        said = {path: (text, links) for path, text, links in page.evaluate(_POINTED_AT)}
        assert page.evaluate(_RAN)
    for each in EXAMPLES:
        text, links = said[f"../../aanbieders/{each.provider}/"]
        assert "".join(each.read.split()) in "".join(text.split())
        assert links == 0
