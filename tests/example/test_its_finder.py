"""What a visitor of a site in English, of clients alone, finds and sees in the list."""

import pytest
from finding.finder import quoted
from playwright.sync_api import Locator, Page, ViewportSize, expect

_DESKTOP = ViewportSize(width=1280, height=900)


@pytest.mark.parametrize(
    ("typed", "service"),
    [
        ("baby", "Day care for babies"),
        ("babies", "Day care for babies"),
        ("nannies", "Nanny"),
        ("preschools", "Preschool"),
    ],
)
def test_a_service_is_found_by_one_and_by_several(typed: str, service: str, base_url: str, page: Page) -> None:
    page.goto(f"{base_url}centres/?q={typed}")
    expect(page.locator(".kc-finder")).to_contain_text(f"belongs to the kind of care {quoted(service)}.")


@pytest.mark.parametrize("typed", ["district Northmere", "a childcare centre in Northmere", "centres Northmere"])
def test_what_everybody_here_is_called_is_no_part_of_the_question(typed: str, base_url: str, page: Page) -> None:
    page.goto(f"{base_url}centres/?q={typed}")
    expect(page.locator(".kc-finder__status")).to_have_text("3 childcare centres found")


def sides(part: Locator) -> tuple[float, float]:
    """Where a part of the page begins, and where it ends."""
    box = part.bounding_box()
    assert box
    return box["x"], box["x"] + box["width"]


@pytest.mark.parametrize("asked", ["", "?q=toddlers"])
def test_a_line_of_one_grade_leaves_no_room_for_a_second(asked: str, base_url: str, page: Page) -> None:
    page.set_viewport_size(_DESKTOP)
    page.goto(f"{base_url}centres/{asked}")
    line = page.locator(".kc-results > li", has=page.locator(".kc-choose")).first
    expect(line).to_be_visible()
    name, grade, button = (sides(line.locator(each)) for each in (":is(h2, h3)", "p >> nth=0", ".kc-choose"))
    assert 0 < grade[0] - name[1] < 60
    assert 0 < button[0] - grade[1] < 60
    assert name[1] - name[0] == pytest.approx(grade[1] - grade[0], abs=1)
