"""A provider's grades on a site of its own: what its page offers to take over works there, as it stands."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from published.inspecting import FITS, RULES, axe_finds
from published.watching import SCHEMES, SIZES, NewContext, watched
from pypdf import PdfReader
from support.sites import served
from visiting import markup

from generator.demo import cases
from generator.disclosure.public import PublicRegister

ADDRESS = "https://klantcijfer.example/"  # which `make demo` gives to the site
COACH = "Pimpelkoers Jobcoaching"
BADGES = ("Cijfer van cliënten", "Cijfer van opdrachtgevers", "Beide cijfers")
SHOWN = {"with grades": cases.JOB_COACH, "with the longest name": cases.NINE_SERVICES, "without grades": cases.NOBODY}


def page_of(case: cases.Case) -> str:
    return f"aanbieders/{case.id}/"


@pytest.fixture
def box(home: str, new_context: NewContext) -> Page:
    """The page of a provider, with the box for its own website open."""
    page = new_context().new_page()
    page.goto(home + page_of(cases.JOB_COACH))
    page.locator("#op-uw-website + details > summary").click()
    return page


def code_of(box: Page, badge: str) -> str:
    """The code of a badge, which is chosen in the box."""
    box.get_by_role("radio", name=badge).check()
    return box.locator("#code-badge").input_value()


@pytest.fixture
def elsewhere(box: Page, home: str, tmp_path: Path) -> Iterator[str]:
    """Another site, with all that the box offers."""
    codes = [code_of(box, badge) for badge in BADGES]
    codes.append(box.locator("#code-embed").input_value())
    assert all(ADDRESS in code for code in codes)
    taken = "".join(f"<p>{code.replace(ADDRESS, home)}</p>" for code in codes)
    head = '<!doctype html><html lang="nl"><meta charset="utf-8"><title>Elders</title><link rel="icon" href="data:,">'
    (tmp_path / "index.html").write_text(f"{head}<h1>Elders</h1>{taken}", encoding="utf-8")
    with served(tmp_path) as address:
        yield address


def test_badges_and_frame_show_the_grades_on_another_site(elsewhere: str, home: str, new_context: NewContext) -> None:
    assert elsewhere != home
    page = new_context().new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("requestfailed", lambda request: wrong.append(request.url))
    page.goto(elsewhere)
    images = page.locator("img")
    expect(images).to_have_count(3)
    for image in images.all():
        assert image.evaluate("each => each.decode().then(() => each.naturalWidth)") == 320
        assert image.evaluate("each => each.naturalHeight === each.height"), "nothing moves when it comes"
        assert "7,7" in str(image.get_attribute("alt")) or "8,3" in str(image.get_attribute("alt"))
    page.locator("iframe").scroll_into_view_if_needed()
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("heading", level=1)).to_have_text(COACH)
    expect(frame.locator("main")).to_contain_text("8,3 van de 10")
    expect(frame.locator("main")).to_contain_text("64 van de 118 cliënten antwoordden (54%)")
    expect(frame.locator("main")).to_contain_text("7,7 van de 10")
    assert wrong == []


def test_a_badge_and_a_frame_lead_to_the_provider(elsewhere: str, home: str, new_context: NewContext) -> None:
    page = new_context().new_page()
    page.goto(elsewhere)
    page.get_by_role("link", name="Cliënten geven gemiddeld een 8,3").first.click()
    expect(page).to_have_url(home + page_of(cases.JOB_COACH))
    expect(page.get_by_role("heading", level=1)).to_have_text(COACH)
    page.go_back()
    page.frame_locator("iframe").get_by_role("link").click()
    expect(page).to_have_url(home + page_of(cases.JOB_COACH))


def test_a_former_address_goes_on_answering(home: str, page: Page, public: PublicRegister) -> None:
    renamed = next(each for each in public.providers if each.id == cases.RENAMED.id)
    assert renamed.former_ids
    for former in renamed.former_ids:
        for name in ("badge.svg", "badge-opdrachtgevers.svg", "badge-beide.svg", "badge.json", "embed/", "deel.png"):
            old, new = (page.request.get(f"{home}aanbieders/{each}/{name}") for each in (former, renamed.id))
            assert old.ok
            assert old.body() == new.body()
    page.goto(f"{home}aanbieders/{renamed.former_ids[0]}/embed/")
    assert page.locator("main").evaluate("each => getComputedStyle(each).borderTopWidth") == "1px", "its style is there"
    page.get_by_role("link").click()
    expect(page).to_have_url(f"{home}aanbieders/{renamed.id}/")


def test_the_code_is_copied_and_that_is_said(box: Page) -> None:
    stub = "{ value: { writeText: async text => { window.copied = text } } }"
    box.evaluate(f"Object.defineProperty(navigator, 'clipboard', {stub})")
    for name in ("badge", "embed"):
        button = box.locator(f"[data-copy=code-{name}]")
        button.click()
        expect(button.locator("xpath=following-sibling::*[@role='status']")).to_have_text("Gekopieerd.")
        assert box.evaluate("window.copied") == box.locator(f"#code-{name}").input_value()


def test_a_badge_that_is_chosen_is_shown_and_its_code_says_nothing_of_the_other_grade(box: Page) -> None:
    for badge, file, has in zip(
        BADGES, ("badge", "badge-opdrachtgevers", "badge-beide"), ((1, 0), (0, 1), (1, 1)), strict=True
    ):
        code = code_of(box, badge)
        picture = box.locator(".kc-own__badge")
        expect(picture).to_have_attribute("src", f"{file}.svg")
        assert f'/{file}.svg" width="320" height="{picture.get_attribute("height")}"' in code
        said = [code.count(f"{who} geven gemiddeld een") for who in ("Cliënten", "Opdrachtgevers")]
        assert said == list(has)
        assert "Meetperiode" in code
    assert code == box.locator("#code-badge").evaluate("each => each.defaultValue")


def test_where_copying_is_refused_the_code_is_selected(box: Page) -> None:
    box.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    box.locator("[data-copy=code-badge]").press("Enter")
    expect(box.get_by_role("status").filter(has_text="Kopiëren lukt hier niet")).to_be_visible()
    expect(box.locator("#code-badge")).to_be_focused()
    assert box.evaluate("document.activeElement.selectionEnd") == len(box.locator("#code-badge").input_value())


def test_an_open_box_is_accessible_and_fits(box: Page) -> None:
    for width, height in SIZES.values():
        box.set_viewport_size({"width": width, "height": height})
        assert box.evaluate(FITS)
        assert axe_finds(box, RULES) == ""


def test_a_closed_box_asks_for_nothing(home: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(home + page_of(cases.JOB_COACH))
    page.wait_for_load_state("networkidle")
    page.locator("#op-uw-website").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert not [address for address in asked if "badge" in address or "embed" in address]


def test_a_box_without_scripts_has_the_code_and_no_button(home: str, new_context: NewContext) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(home + page_of(cases.JOB_COACH))
    page.locator("#op-uw-website + details > summary").click()
    expect(page.get_by_label("Code van de afbeelding", exact=True)).to_be_visible()
    expect(
        page.get_by_text("zet u badge.svg of badge-opdrachtgevers.svg in plaats van badge-beide.svg")
    ).to_be_visible()
    expect(page.get_by_role("main").get_by_role("radio")).to_have_count(0)
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("which", SHOWN)
@pytest.mark.parametrize("kind", ["embed", "poster"])
def test_frame_and_poster_are_accessible(
    kind: str, which: str, scheme: str, home: str, new_context: NewContext
) -> None:
    page = new_context(color_scheme=scheme).new_page()
    with watched(page, f"{home}{page_of(SHOWN[which])}{kind}/"):
        for width, height in SIZES.values():
            page.set_viewport_size({"width": width, "height": height})
            assert page.locator("h1").count() == 1
            assert page.locator("html").get_attribute("lang") == "nl"
            assert page.evaluate(FITS)
            assert axe_finds(page, RULES) == "", width


@pytest.mark.parametrize("which", SHOWN)
@pytest.mark.parametrize("kind", ["embed", "poster"])
def test_their_html_is_valid_and_runs_no_script(kind: str, which: str, site: Path) -> None:
    text = (site / page_of(SHOWN[which]) / kind / "index.html").read_text(encoding="utf-8")
    assert markup.errors(text) == []
    assert markup.loose_ends(text) == []
    assert "<script" not in text


@pytest.mark.parametrize("which", SHOWN)
def test_a_poster_is_one_sheet(which: str, home: str, page: Page) -> None:
    page.goto(f"{home}{page_of(SHOWN[which])}poster/")
    paper = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(paper.pages) == 1
    text = " ".join(paper.pages[0].extract_text().split())
    assert "Klantcijfer" in text
    assert "Terug naar" not in text
    assert "Bron:" in text


def test_a_page_that_is_shared_has_a_picture(home: str, page: Page) -> None:
    for path, picture in (("", "images/deel.png"), (page_of(cases.NOBODY), f"{page_of(cases.NOBODY)}deel.png")):
        page.goto(home + path)
        address = page.locator("meta[property='og:image']").get_attribute("content")
        assert address == ADDRESS + picture
        assert page.request.get(home + picture).headers["content-type"] == "image/png"
        assert page.locator("meta[property='og:url']").get_attribute("content") == ADDRESS + path
    missing = page.goto(f"{home}bestaat-niet/")
    assert missing
    assert missing.status == 404
    expect(page.locator("meta[property^='og:']")).to_have_count(0)
